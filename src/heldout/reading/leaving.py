"""What leaves the process: models and steps of preparation that are written, uploaded, or kept by a checkpoint."""

from heldout.events import Fit
from heldout.events.training import Save
from heldout.reading import estimators
from heldout.reading.call import Call
from heldout.reading.keras_networks import each
from heldout.reading.reader import Reader
from heldout.reading.values import Constant, Instance, Learner, Listing, Mapping, Scalar, Table, Thing, Value
from heldout.reading.weights import Parameters, State, whole

_DEEPEST = 4
_MOST = 32

#: Callbacks that write the weights of what is trained.
_CHECKPOINTS = ("ModelCheckpoint", "BackupAndRestore", "Checkpoint", "SaveModelCallback", "WandbModelCheckpoint")


def learners_in(reader: Reader, value: Value | None, depth: int = 0) -> tuple[Learner, ...]:
    """Every learner that a value holds: itself, its members, the weights of it, and what else an object has as fields."""
    if value is None or depth > _DEEPEST:
        return ()
    if isinstance(value, Learner):
        return _with_members(reader, value, depth)
    if isinstance(value, State):
        return (whole(value.learner),)
    if isinstance(value, Parameters):
        return value.learners
    if isinstance(value, Scalar):
        return tuple({fit.learner: None for fit in value.learned if isinstance(fit, Fit)})  # type: ignore[misc]
    inner: tuple[Value, ...] = ()
    own: tuple[Learner, ...] = ()
    if isinstance(value, Table) and value.learner is not None:
        own = (value.learner,)
    elif isinstance(value, Instance):
        behind = estimators.of_instance(reader, value)
        own = (behind,) if behind is not None else ()
        inner = tuple(value.fields.values())
    elif isinstance(value, Listing):
        inner = value.items
    elif isinstance(value, Mapping):
        inner = (*value.items.values(), *((value.rest,) if value.rest is not None else ()))
    found = [learner for part in inner[:_MOST] for learner in learners_in(reader, part, depth + 1)]
    return tuple(dict.fromkeys((*own, *found)))


def _with_members(reader: Reader, learner: Learner, depth: int) -> tuple[Learner, ...]:
    parts = [step for _, step, _ in learner.steps] + ([learner.inner] if learner.inner is not None else [])
    parts += [part for part in learner.arguments.values() if isinstance(part, Learner)]
    found = [inner for part in parts[:_MOST] for inner in learners_in(reader, part, depth + 1)]
    return tuple(dict.fromkeys((learner, *found)))


def saved(
    call: Call, function: str, values: "tuple[Value, ...]", path: object = None, *, by_itself: bool = False
) -> None:
    """Tell which learners some values take out of the process; nothing if they hold none."""
    found = tuple(dict.fromkeys(learner for value in values for learner in learners_in(call.reader, value)))
    if not found:
        return
    fits = tuple(dict.fromkeys(fit for learner in found for fit in learner.fits))
    event = Save(function, found, path if isinstance(path, str) else None, fits)
    event.automatic = by_itself
    parts = [part for value in values for part in (value.items.values() if isinstance(value, Mapping) else (value,))]
    event.alias = next((part.alias for part in parts if isinstance(part, State)), None)
    event.best = call.reader.keeping > 0
    event.inside = function == "deepcopy"
    call.reader.emit(event, call.node)


def by_callbacks(call: Call, learner: Learner, callbacks: Value | None) -> None:
    """A fit is over whose callbacks write the weights meanwhile."""
    for item in each(callbacks):
        if isinstance(item, Thing) and item.name.rpartition(".")[2] in _CHECKPOINTS:
            path = item.arguments.get("filepath")
            written = path.value if isinstance(path, Constant) else None
            saved(call, item.name.rpartition(".")[2], (learner,), written, by_itself=True)
