"""Metrics that are fed batch by batch: torchmetrics, Keras' own, and those of Hugging Face's evaluate."""

from heldout.reading import scoring
from heldout.reading.call import Call
from heldout.reading.facts import scores_in
from heldout.reading.values import NONE, Scalar, Thing, Value

_HELD = "(scores)"
_FEEDS = frozenset({"update", "update_state", "add", "add_batch"})
_TELLS = frozenset({"compute", "result", "item"})
_FORGETS = frozenset({"reset", "reset_state", "reset_states"})
#: Those that Keras' metrics have, which are objects like any other otherwise.
OF_KERAS = frozenset({"update_state", "result", "reset_state", "reset_states"})


def fed(call: Call, meter: Thing) -> Value:
    """``metric(predictions, truth)``: the figure of a batch, which the metric keeps."""
    call.name = meter.name
    found = scoring.metric(call)
    scores = scores_in(found)
    if scores:
        before = scores_in(meter.arguments.get(_HELD))
        call.reader.store.bind(meter.arguments, _HELD, Scalar(scores=before | scores))
    return found


def method(call: Call, meter: Thing, name: str) -> Value | None:
    """``update``, ``compute``, ``reset``."""
    if name == "forward":
        return fed(call, meter)
    if name in _FEEDS:
        fed(call, meter)
        return NONE
    if name in _TELLS:
        if call.values:
            fed(call, meter)
        return Scalar(scores=scores_in(meter.arguments.get(_HELD)))
    if name in _FORGETS:
        call.reader.store.unbind(meter.arguments, _HELD)
        return NONE
    return meter if name in ("to", "cuda", "cpu", "clone") else None
