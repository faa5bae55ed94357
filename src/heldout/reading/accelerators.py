"""Objects that prepare networks and loaders, propagate losses back and step in their stead: Accelerate, Lightning Fabric."""

from heldout.reading import leaving, loops
from heldout.reading.call import Call
from heldout.reading.values import NONE, Listing, Scalar, Thing, Value

_SAME = frozenset(
    """prepare prepare_model prepare_data_loader prepare_optimizer prepare_scheduler setup setup_module setup_dataloaders
    setup_optimizers gather gather_for_metrics reduce pad_across_processes unwrap_model all_gather all_reduce to_device
    broadcast""".split()
)
_CLIPS = frozenset({"clip_grad_norm_", "clip_grad_value_", "clip_gradients"})


def method(call: Call, receiver: Thing, name: str) -> Value | None:
    """``accelerator.prepare(...)`` gives its arguments back, ``accelerator.backward(loss)`` propagates back."""
    if name in _SAME:
        given = call.positional
        return given[0] if len(given) == 1 else Listing(given, "tuple")
    if name == "backward":
        return loops.backward(call, call.first or Scalar())
    if name in _CLIPS:
        call.name = name
        return loops.clip(call)
    if name in ("save_state", "save_model", "save"):
        networks = call.reader.stepped if name == "save_state" else ()
        leaving.saved(call, f"{receiver.name}.{name}", (*networks, *call.positional))
    if name in ("print", "log"):
        return None
    return NONE if name in ("wait_for_everyone", "end_training", "launch") else None
