"""Metrics that are fed batch by batch: torchmetrics, and those of Hugging Face's evaluate."""

from heldout.reading import scoring
from heldout.reading.call import Call
from heldout.reading.facts import scores_in
from heldout.reading.values import NONE, Listing, Scalar, Thing, Value

_HELD = "(scores)"
_FEEDS = frozenset({"update", "add", "add_batch", "forward"})
_TELLS = frozenset({"compute", "result", "item"})


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
    if name in _FEEDS:
        return fed(call, meter) if name == "forward" else _only_fed(call, meter)
    if name in _TELLS:
        if call.values:
            fed(call, meter)
        return Scalar(scores=scores_in(meter.arguments.get(_HELD)))
    if name == "reset":
        call.reader.store.unbind(meter.arguments, _HELD)
        return NONE
    return meter if name in ("to", "cuda", "cpu", "clone") else None


def _only_fed(call: Call, meter: Thing) -> Value:
    fed(call, meter)
    return Listing() if call.name == "update" else NONE
