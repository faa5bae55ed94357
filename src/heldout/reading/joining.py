"""Tables joined: rows under one another, columns beside one another."""

from collections.abc import Hashable

from heldout.columns import Column, Columns
from heldout.events import Resample
from heldout.reading import columns, results
from heldout.reading.arithmetic import is_single
from heldout.reading.call import Call, unknown
from heldout.reading.cuts import whole_of
from heldout.reading.facts import learned_by, tables_in
from heldout.reading.figures import Figures
from heldout.reading.predicted import noted
from heldout.reading.sequences import names_in
from heldout.reading.values import (
    Constant,
    Listing,
    Mapping,
    Scalar,
    Table,
    Value,
)

_ROW_NUMBERS = frozenset({"index", "labels"})


def stacked(call: Call, tables: list[Table], *, beside: bool) -> Table:
    """Several tables as one: beside one another, or their rows together."""
    if not beside:
        tables = [whole_of(table) for table in tables]
    first, *others = tables
    columns = first.columns
    learned = columns.learned.union(*(table.columns.learned for table in others)) if others else columns.learned
    weak = any(table.weak for table in tables)
    predictions = tuple(dict.fromkeys(prediction for table in tables for prediction in table.predictions))
    if beside:
        columns = columns.beside(*(other.columns for other in others))
        return first.like(columns=columns, weak=weak, predictions=predictions, word="", predicate=None)
    rows = call.reader.space.union(tuple(table.rows for table in tables))
    for other in others:
        columns = _under(columns, other.columns)
    columns = columns.carrying(learned)
    orders = tuple(table.order for table in tables)
    # Batches of one pass, one behind the other, are in the order of the pass.
    order = orders[0] if _is_one_pass(orders) else ("stacked", hash(orders)) if any(orders) else None
    return first.like(
        columns=columns, rows=rows, weak=weak, predictions=predictions, word="", predicate=None, order=order
    )


def _is_one_pass(orders: tuple[Hashable, ...]) -> bool:
    first = orders[0]
    return isinstance(first, tuple) and first[0] == "pass" and all(order == first for order in orders)


def _under(one: Columns, two: Columns) -> Columns:
    if one is two or (
        one.implied == two.implied and one.known.keys() == two.known.keys() and one.dropped == two.dropped
    ):
        return one
    made = one.joined(two)
    if one.implied is not None and two.implied is not None:
        return Columns(one.implied, one.dropped, made.known, made.rest, one.vague or two.vague)
    return made


def concat(call: Call) -> Value:
    """``concat``, ``concatenate``, ``vstack``: under one another, or beside if the axis says so."""
    listed = (
        call.argument("objs", 0)
        or call.argument("arrays", 0)
        or call.argument("arr", 0)
        or (call.positional[0] if call.positional else None)
    )
    figures = _figures(listed)
    if figures is not None:
        return figures
    tables = tables_in(listed)
    if call.short == "append" and len(call.positional) > 1:
        tables += tables_in(call.positional[1])
    axis = call.argument("axis")
    beside = isinstance(axis, Constant) and axis.value not in (0, None, "index", "rows")
    if not tables:
        return unknown(call.reader, call.values, call.node)
    if isinstance(listed, Listing) and listed.open:
        tables = list({(id(table.rows), table.word): table for table in tables}.values())
    if beside:
        return stacked(call, tables, beside=True)
    tables = [whole_of(table) for table in tables]
    made = stacked(call, tables, beside=False)
    twice = _twice(tables)
    if twice is None:
        return made
    origin = ("copies", *call.site, len(call.reader.trace.events))
    rows = call.reader.space.cut("copies", made.rows, origin, "", "copies")
    table, purpose = twice
    event = Resample(call.short, table.data(table.word), "copy", rows, purpose)
    call.reader.emit(event, call.node)
    return made.like(rows=rows, columns=made.columns.carrying(frozenset((event,))))


def _figures(listed: Value | None) -> Figures | None:
    """``concat([results, new])``: figures under one another; None if anything else is joined."""
    parts = listed.items if isinstance(listed, Listing) else ()
    found = [part for part in parts if isinstance(part, Figures)]
    if not found:
        return None
    first, *others = found
    for other in others:
        first = first.with_more(other.scores, other.named)
    return first


def _twice(tables: list[Table]) -> tuple[Table, str] | None:
    """The table whose rows are joined to themselves, and whether as they are or changed a little; None if none is.

    What a loop collected row by row is seen twice by the reader, not by the program.
    """
    for number, table in enumerate(tables):
        for other in tables[:number]:
            if table.rows.vague or not table.rows.within(other.rows) or table.kind in _ROW_NUMBERS:
                continue
            if table is other or _same_columns(table, other):
                unchanged = table is other or table.rows is not other.rows
                return table, "resample" if unchanged else "augment"
    return None


def _same_columns(one: Table, two: Table) -> bool:
    """Whether two tables hold versions of the same columns, so that one under the other repeats rows."""
    if is_single(one) and is_single(two):
        ours, theirs = one.column, two.column
        return bool(ours.lineage() & theirs.lineage()) or (not ours.lineage() and not theirs.lineage())
    source = _source_of(one.columns.implied)
    if source != _source_of(two.columns.implied):
        return False
    return source is not None or one.columns.known.keys() == two.columns.known.keys()


def _source_of(implied: Hashable) -> Hashable:
    """The table behind columns that arithmetic has changed."""
    while isinstance(implied, tuple) and len(implied) == 3 and implied[0] == "computed":
        implied = implied[2]
    return implied


def side_by_side(call: Call) -> Value:
    """``hstack``, ``column_stack``: columns beside one another."""
    tables = tables_in(Listing(call.positional))
    return (
        stacked(call, tables, beside=True).like(kind="array")
        if tables
        else unknown(call.reader, call.values, call.node)
    )


def merge(call: Call) -> Value:
    """``pd.merge(left, right)``: the left rows with the right one's columns."""
    left, right = call.argument("left", 0), call.argument("right", 1)
    tables = tables_in(left)
    return columns.merged(tables[0], right) if tables else unknown(call.reader, call.values, call.node)


def frame(call: Call) -> Value:
    """``DataFrame(data)``, ``Series(data)``: the same rows as what they are made of."""
    data = call.argument("data", 0)
    figures = results.made(data, call.argument("columns"))
    if figures is not None:
        return figures
    names = names_in(call.argument("columns"))
    kind = "series" if call.short in ("Series", "Categorical") else "index" if call.short == "Index" else "frame"
    if isinstance(data, Mapping) and data.items:
        return _frame_of_columns(call, data)
    tables = tables_in(data)
    if not tables:
        if names_in(data) is not None and kind == "index":
            return data or Scalar()
        made = call.reader.fresh(call.short, call.node, vague=False, kind=kind)
        return made.like(columns=made.columns.carrying(learned_by(data)))
    table = tables[0] if isinstance(data, Table) else stacked(call, tables, beside=False)
    columns = table.columns
    if names is not None and columns.implied is None and len(columns.known) == 1 and len(names) == 1:
        columns = Columns(known={names[0]: _named(next(iter(columns.known.values())), table, names[0])})
    if call.short == "Categorical" and len(call.values) > 1:
        columns = columns.with_trait("categorical")
    return table.like(kind=kind, columns=columns, word="")


def _named(column: Column, value: Value, name: Hashable) -> Column:
    """A column of a frame made of a value: the same one whenever it is picked by its name."""
    return column if column.origin is not None else column._replace(origin=("written", value.serial, name))


def _frame_of_columns(call: Call, data: Mapping) -> Value:
    known: dict[Hashable, Column] = {}
    main: Table | None = None
    predictions = []
    for name, value in data.items.items():
        tables = tables_in(value)
        if tables and main is None:
            main = tables[0]
        column = tables[0].column if tables else Column(learned=learned_by(value))
        known[name] = noted(_named(column, value, name), tables[0] if tables else value)
        predictions += list(tables[0].predictions) if tables else []
    base = main if main is not None else call.reader.fresh("DataFrame", call.node, vague=False)
    return base.like(
        kind="frame", columns=Columns(known=known), predictions=tuple(predictions), word="", predicate=None
    )
