"""Positions: the ends of ranges, and columns by their place."""

import ast
from collections.abc import Hashable

from heldout.columns import Column, Columns
from heldout.reading.arithmetic import key_of
from heldout.reading.facts import learned_by
from heldout.reading.reader import Reader
from heldout.reading.sequences import names_in
from heldout.reading.values import Constant, Scalar, Table, Value


def bound(reader: Reader, node: ast.expr | None) -> Hashable:
    """One end of a slice: a number, the key of an unknown number, or None."""
    if node is None:
        return None
    return end_of(reader.evaluate(node))


def end_of(value: Value | None) -> Hashable:
    """What stands at one end of a slice: a number, the key of an unknown number, or None for the very start or end."""
    if value is None:
        return None
    if isinstance(value, Constant):
        return value.value if not isinstance(value.value, int) or value.value != 0 else None
    return key_of(value)


def shown(end: Hashable) -> str:
    """One end of a slice, as the label of the rows tells it."""
    return "" if end is None else str(end) if isinstance(end, int | float | str) else "n"


def counted(reader: Reader, node: ast.expr | None) -> tuple[Hashable, Hashable] | None:
    """The bounds of indices that are written as a range: ``range(800)``, ``list(range(800, 1000))``."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "list" and node.args:
        node = node.args[0]
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute) and 0 < len(node.args) < 3):
        return None
    if (node.func.id if isinstance(node.func, ast.Name) else node.func.attr) not in ("range", "arange"):
        return None
    low = bound(reader, node.args[0]) if len(node.args) == 2 else None
    high = bound(reader, node.args[-1])
    length = reader.evaluate(node.args[-1])
    if isinstance(length, Scalar) and length.length_of is not None and length.key == ("length", id(length.length_of)):
        high = None
    return None if low is None and high is None else (low, high)


def as_range(reader: Reader, table: Table, indices: ast.expr | None) -> Table | None:
    """The rows at positions that are written as a range, in the order of the table; None if they are not."""
    bounds = counted(reader, indices)
    if bounds is None:
        return None
    low, high = bounds
    label = f"[{shown(low)}:{shown(high)}]"
    return table.like(rows=reader.space.cut("slice", table.rows, ("slice", table.order), bounds, label))


def columns_at(table: Table, index: Value) -> Table:
    """Columns by number: ``[:, 3]``, ``[:, [0, 2]]``, ``[:, mask]``."""
    if isinstance(index, Constant) and isinstance(index.value, int):
        column = _column_at(table.columns, index.value)
        return table.like(kind="series", columns=Columns(known={index.value: column}), word="")
    learned = learned_by(index)
    columns = table.columns.carrying(learned)
    names = names_in(index)
    if names is not None and all(isinstance(name, int) for name in names):
        known: dict[Hashable, Column] = {
            name: _column_at(table.columns, name).carrying(learned) for name in names if isinstance(name, int)
        }
        return table.like(columns=Columns(known=known), word="")
    return table.like(columns=columns.some(), word="")


def _column_at(columns: Columns, position: int) -> Column:
    if columns.implied is None and not columns.vague:
        names = list(columns.known)
        return columns.known[names[position]] if -len(names) <= position < len(names) else Column()
    if columns.vague:
        return columns.everything()._replace(origin=None)
    learned = columns.learned if columns.known else columns.rest.learned
    return Column((columns.implied, ("position", position)), learned, columns.rest.parents, columns.rest.traits)


def columns_between(reader: Reader, columns: Columns, key: ast.Slice) -> Columns:
    """Columns by a range of positions."""
    low, high = bound(reader, key.lower), bound(reader, key.upper)
    if (
        columns.implied is None
        and not columns.vague
        and all(end is None or isinstance(end, int) for end in (low, high))
    ):
        names = list(columns.known)
        return columns.only(names[whole_number(low) : whole_number(high)])
    if low is None and high == -1:
        left = columns.without((("position", -1),))
    elif high is None and isinstance(low, int) and low > 0:
        left = columns.without([("position", number) for number in range(min(low, 64))])
    else:
        return columns.some()
    # A column that was written may have been there before, at any place: perhaps it is the one left out.
    return left.some() if columns.known else left


def whole_number(end: Hashable) -> int | None:
    """One end of a range as a number, None if it is open or not known."""
    return end if isinstance(end, int) else None
