"""Calls to functions of which the project's configuration says what they mean."""

from collections.abc import Callable
from typing import Final

from heldout.events import Event, Load, Split, Statistic
from heldout.libraries.roles import ENTRIES
from heldout.reading import splits
from heldout.reading.arithmetic import key_of
from heldout.reading.call import Call
from heldout.reading.facts import tables_in
from heldout.reading.values import (
    Class,
    Constant,
    Function,
    Instance,
    Library,
    Listing,
    Mapping,
    Method,
    Scalar,
    Table,
    Value,
)


def name_of(callee: Value) -> str:
    """The dotted name by which configuration may speak of a callee, empty if it has none."""
    if isinstance(callee, Function):
        return callee.qualified
    if isinstance(callee, Method):
        return callee.function.qualified
    if isinstance(callee, Class):
        return f"{callee.scope.module.name}.{callee.node.name}"
    return callee.qualified.lstrip(".") if isinstance(callee, Library) else ""


def carry_out(made: Call, callee: Value, role: str, name: str, follow: Callable[[], Value]) -> Value:
    """A call to a function of that role; `follow` reads what the function itself does."""
    made.name = name
    made.entry = ENTRIES[role]
    if role == "loaders":
        return _loaded(made)
    if role == "splits":
        return _parted(made)
    return _learned(made, callee, follow)


def _loaded(made: Call) -> Table:
    """Rows come into being; two calls with equal arguments give the same."""
    reader = made.reader
    origin = ("load", made.name, *(key_of(value) for value in made.values))
    table = Table(reader.space.base(origin, f"{made.short}@{made.node.lineno}"), reader.own_columns(origin))
    first = made.positional[0] if made.positional else None
    source = first.value if isinstance(first, Constant) and isinstance(first.value, str) else None
    reader.emit(Load(made.short, table.data(), source), made.node)
    return table


def _parted(made: Call) -> Value:
    """A training and a held-out part of every argument that holds rows."""
    given = [(value, node) for value, node in zip(made.positional, made.nodes, strict=False) if tables_in(value)]
    if not given:
        given = [(_loaded(made), made.node)]
    made.positional = tuple(value for value, _ in given)
    made.nodes = tuple(node for _, node in given)
    made.open_ended = True
    parts = splits.holdout(made)
    split = parts.split if isinstance(parts, Listing) else None
    if isinstance(split, Split):
        split.shuffled = split.seeded = None
    return parts


def _learned(made: Call, callee: Value, follow: Callable[[], Value]) -> Value:
    """What a function that learns gives back, and the object that it belongs to, carry what it learned."""
    tables = [table for value in made.values for table in tables_in(value)]
    result = follow()
    if not tables:
        return result
    event = Statistic(made.short, tables[0].data(), "value")
    made.reader.emit(event, made.node)
    receiver = callee.receiver if isinstance(callee, Method) else None
    if isinstance(receiver, Instance):
        for name, value in tuple(receiver.fields.items()):
            made.reader.store.bind(receiver.fields, name, _carrying(value, event, _DEEPEST))
    return _carrying(result, event, _DEEPEST)


_DEEPEST: Final = 3


def _carrying(value: Value, event: Event, depth: int) -> Value:
    """A value that carries one more thing that was learned."""
    if isinstance(value, Table):
        return value.like(columns=value.columns.carrying(frozenset((event,))))
    if isinstance(value, Scalar):
        return Scalar(
            value.key,
            learned=value.learned | {event},
            scores=value.scores,
            choices=value.choices,
            length_of=value.length_of,
            error=value.error,
            text=value.text,
        )
    if isinstance(value, Listing) and depth:
        items = tuple(_carrying(item, event, depth - 1) for item in value.items)
        return Listing(items, value.kind, open=value.open)
    if isinstance(value, Mapping) and depth:
        rest = _carrying(value.rest, event, depth - 1) if value.rest is not None else None
        return Mapping({key: _carrying(item, event, depth - 1) for key, item in value.items.items()}, rest)
    return value
