"""Passes over rows that come in a new order each time: what shuffles them, and which pass a value was read in."""

import ast
from collections.abc import Hashable
from typing import TYPE_CHECKING

from heldout.events.ordering import Pass, Shuffling
from heldout.libraries.conditions import draws
from heldout.libraries.seeding import GENERATORS
from heldout.reading.call import Call, is_given
from heldout.reading.predictions import Prediction
from heldout.reading.values import Constant, Table

if TYPE_CHECKING:
    from heldout.reading.reader import Reader

_MARK = "reshuffled"
_UNKNOWN = ("several", ("open",))


def given_anew(call: Call, table: Table) -> Table:
    """Rows that a call gives in a new order at each pass, if its arguments say so for certain; else as they are."""
    shuffle = call.argument("shuffle")
    certain = shuffle is None or isinstance(shuffle, Constant)
    if call.entry is None or call.open_ended or not certain or not draws(call.entry, call.literals()):
        return table
    return shuffled(call, table, call.written("shuffle"))


def shuffled(call: Call, table: Table, given: ast.expr | None = None) -> Table:
    """Rows in a new order at each pass; given: the argument that asks for it."""
    reader = call.reader
    stream = GENERATORS.get(call.name.partition(".")[0]) if call.short == "DataLoader" else None
    order = (_MARK, call.site, _lasting(table.order), reader.generators.next("loaders"), stream)
    event = Shuffling(call.short, table.data(), order)
    event.seeded = (
        call.entry is not None and bool(call.entry.seeded_by) and is_given(call.argument(call.entry.seeded_by))
    )
    event.given = reader.place(given) if given is not None else None
    event.last_argument = call.last_argument
    reader.emit(event, call.node)
    return table.like(order=order)


def begun(reader: "Reader", table: Table, node: ast.AST) -> Table:
    """Rows as one pass over them gives them; after the same seed, two passes give the same order."""
    if not isinstance(table.order, tuple) or not _is_marked(table.order):
        return table
    order = ("pass", reader.generators.next(table.order[4] or "passes"))
    reader.emit(Pass(table.data(), order), node)
    return table.like(order=order)


def lasting(table: Table) -> Table:
    """What a generator of batches keeps beside them: the same rows in the order in which they lie."""
    return table.like(order=_lasting(table.order), word="")


def _lasting(order: Hashable) -> Hashable:
    """The order that was there before something shuffles at each pass."""
    return order[2] if isinstance(order, tuple) and _is_marked(order) else order


def written(order: Hashable) -> Hashable:
    """An order that is the same for all that one place of the program shuffles."""
    return order[:3] if isinstance(order, tuple) and _is_marked(order) else order


def cached(order: Hashable) -> Hashable:
    """The order of the first pass over rows, which is kept from then on."""
    told = written(order)
    return ("cached", *told[1:]) if told is not order and isinstance(told, tuple) else order


def together(tables: list[Table]) -> Table | None:
    """What several pieces hold, such as a list that a loop fills: in no known order if each piece has another one."""
    if not tables:
        return None
    first = tables[0]
    return first if all(table.order == first.order for table in tables) else first.like(order=_UNKNOWN)


def matched(one: Prediction, several: tuple[Prediction, ...], answers: list[Table]) -> Prediction:
    """One of several predictions that are compared at once: in no known order if they are of several passes, or if the
    answers that hold them were put into another order since."""
    orders = {*(other.data.order for other in several), *(answer.order for answer in answers)}
    if orders <= {one.data.order}:
        return one
    data = one.data.of(one.data.rows)
    data.order = _UNKNOWN
    return one._replace(data=data)


def _is_marked(order: Hashable) -> bool:
    return isinstance(order, tuple) and len(order) == 5 and order[0] == _MARK
