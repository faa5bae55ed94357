"""States of networks that are put aside: what is saved, and what chose it."""

from heldout.reading import estimators
from heldout.reading.reader import Reader
from heldout.reading.values import Instance, Learner, Listing, Mapping, Table, Value
from heldout.reading.weights import State

_DEEPEST = 3


def states_in(value: Value | None, depth: int = 0) -> list[State]:
    """The states of networks that a value holds."""
    if isinstance(value, State):
        return [value]
    inner: tuple[Value, ...] = ()
    if isinstance(value, Listing):
        inner = value.items
    elif isinstance(value, Mapping):
        inner = (*value.items.values(), *((value.rest,) if value.rest is not None else ()))
    return [state for part in inner for state in states_in(part, depth + 1)] if depth < _DEEPEST else []


def networks_in(reader: Reader, value: Value) -> tuple[Learner, ...]:
    """The torch networks whose weights a value holds: in states, or whole."""
    if isinstance(value, Instance):
        value = estimators.of_instance(reader, value) or value
    if isinstance(value, Table):
        value = value.learner or value
    if isinstance(value, Learner):
        return (value,) if value.weights is not None else ()
    return tuple(dict.fromkeys(state.learner for state in states_in(value)))
