"""Estimators that the program writes itself: what their ``fit`` learns, and models that train without a library."""

from collections.abc import Callable, Hashable

from heldout.columns import Column, Columns
from heldout.events import Event, Fit, Learning
from heldout.libraries.table import Entry, strongest
from heldout.reading import learners
from heldout.reading.call import Call
from heldout.reading.estimators import as_table, is_model, of_instance
from heldout.reading.facts import learned_by, predictions_in
from heldout.reading.functions import call_function
from heldout.reading.reader import Reader
from heldout.reading.values import Function, Instance, Learner, Listing, Mapping, Method, Table, Value

_OWN = frozenset({"own"})
_PREDICTS = ("predict", "predict_proba")
_DEEPEST = 3
_TARGET: Hashable = ("probe", "target")


def learner_of(reader: Reader, instance: Instance) -> Learner | None:
    """An object with ``fit`` and ``transform`` or ``predict`` as the estimator that it is; None of any other object."""
    kind = instance.kind
    fit = kind.lookup("fit")
    if not isinstance(fit, Function):
        return None
    if _predicts(instance):
        return Learner(kind.node.name, Entry("predictor", "label", flags=_OWN))
    if kind.lookup("transform") is None and kind.lookup("fit_transform") is None:
        return None
    return Learner(kind.node.name, Entry("transformer", learning_of(reader, fit, instance), flags=_OWN))


def _predicts(instance: Instance) -> bool:
    return any(isinstance(instance.kind.lookup(name), Function) for name in _PREDICTS)


def learning_of(reader: Reader, function: Function, instance: Instance | None = None) -> str:
    """What a function learns from rows that it is given, by running it on some and forgetting that it was run.

    Of a method it counts what it leaves in its object, of any other function what its result carries.
    """
    events, splits, functions = len(reader.trace.events), dict(reader.splits), len(reader.functions)
    members = instance.kind.fields.values() if instance is not None else (function,)
    calls = {member: member.calls for member in members if isinstance(member, Function)}
    reader.store.begin()
    result = call_function(reader, function, _probes(reader, function, instance), {}, function.node)
    found = _learned_into(instance) if instance is not None else learned_by(result)
    reader.store.undo()
    del reader.trace.events[events:]
    del reader.functions[functions:]
    reader.splits = splits
    for member, count in calls.items():
        member.calls = count
    return strongest([_kind_of(event) for event in found])


def _probes(reader: Reader, function: Function, instance: Instance | None) -> tuple[Value, ...]:
    """Rows that nothing else in the program has, and a target of them."""
    origin = ("probe", function.serial)
    rows = reader.space.base(origin, "rows")
    table = Table(rows, reader.own_columns(origin), "frame")
    target = Table(rows, Columns(known={None: Column(origin=_TARGET)}), "series")
    if instance is None:
        return (table,)
    parameters = [*function.node.args.posonlyargs, *function.node.args.args]
    return (instance, table, target)[: max(len(parameters), 2)]


def _learned_into(instance: Instance) -> frozenset[Event]:
    """What the fields of an object carry, what estimators among them were fitted on included."""
    return frozenset[Event]().union(*(_learned_in(value, 0) for value in instance.fields.values()))


def _learned_in(value: Value, depth: int) -> frozenset[Event]:
    if isinstance(value, Learner):
        return frozenset(value.fits)
    if isinstance(value, Listing | Mapping) and depth < _DEEPEST:
        parts = value.items if isinstance(value, Listing) else tuple(value.items.values())
        return frozenset[Event]().union(*(_learned_in(part, depth + 1) for part in parts))
    # Rows that are kept, or statistics of them: only the latter have been learned.
    return learned_by(value)


def _kind_of(event: Event) -> str:
    """How much an event learns; more than values if labels are among what it was taken over."""
    if not isinstance(event, Learning):
        return "nothing"
    column = event.data.columns.everything()
    by_label = _TARGET in column.lineage() or column.origin == _TARGET
    return "label" if by_label and event.learns in ("value", "vocabulary") else event.learns


def is_followed(callee: Method) -> bool:
    """Whether a method trains or asks a model of the program's own: ``fit`` and ``predict`` of a class with both."""
    receiver = callee.receiver
    if not isinstance(receiver, Instance) or callee.function.name not in ("fit", *_PREDICTS):
        return False
    fit = receiver.kind.lookup("fit")
    takes_target = isinstance(fit, Function) and len([*fit.node.args.posonlyargs, *fit.node.args.args]) > 2
    return takes_target and _predicts(receiver)


def called(made: Call, callee: Method, follow: Callable[[], Value]) -> Value:
    """Train or ask a model of the program's own: what it does itself is followed, and if no library's model does the
    work, it is a model, too."""
    reader, name = made.reader, callee.function.name
    assert isinstance(callee.receiver, Instance)
    inner = Call(reader, made.node, name)
    inner.positional, inner.nodes, inner.keywords = made.positional, made.nodes, dict(made.keywords)
    inner.receiver = callee.receiver
    before = len(reader.trace.events)
    found = follow()
    learner = _model(reader, callee.receiver)
    if learner is None:
        return found
    table = as_table(reader, inner.argument("X", 0), made.node)
    if name == "fit":
        trained = any(isinstance(event, Fit) and is_model(event.role) for event in reader.trace.events[before:])
        if table is not None and not trained:
            learners.record_fit(inner, learner, name, table, as_table(reader, inner.argument("y", 1), made.node))
        return found
    if predictions_in(found) or not learner.fits or table is None:
        return found
    return learners.predicted(inner, learner, table)


def _model(reader: Reader, instance: Instance) -> Learner | None:
    """The learner of a model that the program writes itself, None if it is a library's model in truth."""
    learner = of_instance(reader, instance)
    return learner if learner is not None and learner.entry.flags is _OWN else None
