"""Rows by position: the same cuts on other rows, ranges of ranges, and windows that a loop cuts out of a series."""

from collections.abc import Hashable

from heldout.columns import Column, Columns
from heldout.reading.reader import Reader
from heldout.reading.values import Constant, Scalar, Table, Value
from heldout.rows import Rows

#: Labels of cuts that one turn of a loop makes: what the loop collects holds the rows that all turns go over.
_OF_ONE_TURN = frozenset({"one row", "each group", "window"})
#: The origin of ranges of positions, which are in no order but their own.
_AS_COUNTED = ("slice", None)


def transplanted(reader: Reader, cut: Rows, onto: Rows, order: Hashable = None) -> Rows:
    """The rows of one array that positions cut from another one pick: the same cuts, made of these rows.

    order: the order of those rows, in which ranges of mere numbers count.
    """
    if cut.members:
        return reader.space.union(tuple(transplanted(reader, member, onto, order) for member in cut.members))
    path: list[Rows] = []
    for node in cut.ancestry():
        if any(node is member for member in onto.members):
            return cut
        if node is onto:
            return cut if order is None else _recut(reader, path, onto, order)
        path.append(node)
    if onto.within(cut):
        return onto
    if _follows_lead(cut, onto):
        return cut
    root = path.pop()
    common = onto
    if root.members and not any(member.within(onto) for member in root.members):
        common = reader.space.union(tuple(transplanted(reader, member, onto, order) for member in root.members))
    return _recut(reader, path, common, order)


def _recut(reader: Reader, path: list[Rows], onto: Rows, order: Hashable) -> Rows:
    """The cuts of a way, nearest first, made of other rows."""
    for node in reversed(path):
        onto = _cut_again(reader, node, onto, order)
    return onto


def _cut_again(reader: Reader, node: Rows, parent: Rows, order: Hashable) -> Rows:
    """The cut that made `node`, made of other rows."""
    if node.kind == "slice" and isinstance(node.slot, tuple) and len(node.slot) == 2:
        origin = ("slice", order) if node.origin == _AS_COUNTED else node.origin
        return ranged(reader, parent, origin, node.slot, node.label)
    return reader.space.cut(node.kind, parent, node.origin, node.slot, node.label)


def ranged(reader: Reader, parent: Rows, origin: Hashable, slot: tuple[Hashable, Hashable], label: str) -> Rows:
    """The range `slot` of some rows; past the lead of a range that begins a fixed way early, what follows the lead.

    ``x[n - 60:][60:]`` is ``x[n:]``: the rows before are there for the first windows to look back on.
    """
    low, high = slot
    member = _undone(parent, low, high)
    if member is not None:
        return member
    outer = parent.slot
    if parent.kind == "slice" and parent.origin == origin and parent.parent is not None and isinstance(outer, tuple):
        start = _without_lead(outer[0], low)
        if start is not None and high is None:
            return reader.space.cut("slice", parent.parent, origin, (start, outer[1]), "[n:]")
    return reader.space.cut("slice", parent, origin, slot, label)


def _undone(rows: Rows, low: Hashable, high: Hashable) -> Rows | None:
    """The member of a union that a slice at the length of the first member takes out again."""
    if len(rows.members) != 2 or rows.parent is not None:
        return None
    first, second = rows.members
    length = ("length", id(first))
    if low is None and high in (length, ("Sub", length, ("constant", "1"))):  # labels count the last one in
        return first
    if high is None and low in (("length", id(first)), ("Sub", ("length", id(rows)), ("length", id(second)))):
        return second
    return None


def _without_lead(start: Hashable, lead: Hashable) -> Hashable:
    """The bound that a range begins `lead` before; None if it does not."""
    length = ("constant", repr(lead)) if isinstance(lead, int) else lead
    if isinstance(start, tuple) and len(start) == 3 and start[0] == "Sub" and start[2] == length:
        bound: Hashable = start[1]
        return bound
    return None


def _follows_lead(cut: Rows, whole: Rows) -> bool:
    """Whether one range of some rows is what follows the lead of another one, as `ranged` makes it."""
    if cut.kind != "slice" or cut.parent is not whole.parent or cut.origin != whole.origin:
        return False
    begins, early = (part.slot[0] if isinstance(part.slot, tuple) else None for part in (cut, whole))
    return isinstance(early, tuple) and early[:1] == ("Sub",) and early[1] == begins


def is_position(value: Value | None) -> bool:
    """Whether a value is one position of some rows: the variable of a loop over their numbers."""
    return isinstance(value, Table) and value.kind == "row" and not _has_columns(value.columns)


def _has_columns(columns: Columns) -> bool:
    return columns.implied is not None or bool(columns.known) or columns.vague


def at_position(reader: Reader, table: Table, position: Table, key: Hashable) -> Table:
    """``table[i]`` in a loop over positions: one of the rows that the loop goes over."""
    rows = reader.space.cut("filter", _gone_over(reader, table, position), "row", ("==", "row", key), "one row")
    return table.like(rows=rows, kind="row", word="")


def _gone_over(reader: Reader, table: Table, position: Table) -> Rows:
    """The rows of a table at the positions that a loop goes over."""
    return transplanted(reader, whole_of(position).rows, table.rows, table.order)


def window(
    reader: Reader, table: Table, low: Value | None, high: Value | None, slot: tuple[Hashable, Hashable]
) -> Table | None:
    """``table[i - n:i]`` in a loop over `i`: values around the row that the turn is about; None for any other range."""
    if not (_turns(reader, low) and _turns(reader, high)):
        return None
    position = high if isinstance(high, Table) else low
    parent = _gone_over(reader, table, position) if isinstance(position, Table) else table.rows
    rows = reader.space.cut("slice", parent, ("slice", table.order), slot, "window")
    return table.like(rows=rows, columns=lagged(table.columns, slot), word="", predicate=None)


def _turns(reader: Reader, bound: Value | None) -> bool:
    """Whether one end of a range moves with the turns of a running loop."""
    if isinstance(bound, Scalar):
        return any(_within(bound.key, loop.keys) for loop in reader.varying)
    return is_position(bound)


def _within(key: Hashable, keys: frozenset[Hashable]) -> bool:
    return key in keys or isinstance(key, tuple) and any(_within(part, keys) for part in key)


def lagged(columns: Columns, slot: Hashable) -> Columns:
    """The columns of windows over a table: other numbers than those of the row itself, computed from its past."""
    if columns.implied is None:
        return columns.mapped(_past)
    moved = columns.computed(("window", columns.implied, slot))
    return Columns(
        moved.implied,
        moved.dropped,
        {name: _past(column)._replace(origin=column.origin) for name, column in moved.known.items()},
        moved.rest._replace(traits=moved.rest.traits | {"past"}),
        moved.vague,
    )


def _past(column: Column) -> Column:
    return Column(None, column.learned, column.lineage(), column.traits | {"past"})


def is_one_row(table: Table) -> bool:
    """Whether a table is one row or one window, so that nothing computed from it is learned over rows."""
    return table.kind == "row" or table.rows.label in ("one row", "window")


def whole_of(table: Table) -> Table:
    """The table behind one row, group or window of it that a loop collects."""
    if table.rows.label in _OF_ONE_TURN and table.rows.parent is not None:
        return table.like(rows=table.rows.parent, kind="array" if table.kind == "row" else table.kind)
    return table


def counted(reader: Reader, start: Value | None, stop: Value) -> Rows | None:
    """The rows that ``range(start, stop)`` numbers, if its end is a length of some rows."""
    if not isinstance(stop, Scalar) or stop.length_of is None:
        return None
    low = _end_of(start)
    high = None if stop.key == ("length", id(stop.length_of)) else stop.key
    if low is None and high is None:
        return stop.length_of
    shown = f"[{low if isinstance(low, int) else 'n' if low is not None else ''}:{'n' if high is not None else ''}]"
    return ranged(reader, stop.length_of, _AS_COUNTED, (low, high), shown)


def _end_of(value: Value | None) -> Hashable:
    if isinstance(value, Constant):
        return value.value if isinstance(value.value, int) and value.value > 0 else None
    return value.key if isinstance(value, Scalar) else None


def picked_order(table: Table, index: Table) -> Hashable:
    """The order of rows that an index picks: its own, on top of the order that the rows were in."""
    if index.kind == "labels" or table.order is None or table.order == index.order:
        return index.order
    # One number for both, so that no order grows with the number of picks.
    return table.order if index.order is None else ("picked", hash((index.order, table.order)))
