"""Statistics: what is learned over rows, and what is computed along the columns of each row."""

import ast

from heldout.columns import Column, Columns
from heldout.events import Data, Event, Statistic
from heldout.reading import scoring
from heldout.reading.arithmetic import combined
from heldout.reading.call import Call
from heldout.reading.cuts import is_one_row
from heldout.reading.facts import word_of
from heldout.reading.sequences import names_in
from heldout.reading.values import (
    Constant,
    Listing,
    Scalar,
    Table,
    Value,
)

#: What torch gives with the positions, along a dimension.
_IN_PAIRS = frozenset({"max", "min", "median", "mode", "topk", "kthvalue"})
_FILLING = frozenset({"mean", "median", "mode", "quantile"})


def across_columns(call: Call, table: Table) -> bool:
    """Whether a reduction goes along the columns of each row, so that nothing is learned over rows."""
    axis = call.argument("axis")
    if axis is None:
        axis = call.argument("dim")
    if axis is None and call.short == "topk":
        return True
    if axis is None and table.kind in ("tensor", "batch") and call.receiver is table and call.positional:
        axis = call.positional[0]
    if isinstance(axis, Constant):
        return axis.value in (1, -1, 2, 3, "columns") and not isinstance(axis.value, bool)
    if isinstance(axis, Listing):
        return not any(isinstance(item, Constant) and item.value == 0 for item in axis.items)
    return False


def reduce(call: Call, table: Table) -> Value:
    """A statistic over rows, or a value of each row if the axis says columns."""
    if table.compared is not None and table.predictions:
        return scoring.by_comparison(call.reader, table, f"{call.short} of a comparison", call.node)
    if across_columns(call, table) or is_one_row(table):
        made = collapsed(table)
        if call.short in _IN_PAIRS and (call.name.startswith("torch.") or table.kind in ("tensor", "batch")):
            return Listing((made, made.like()), "tuple")  # the largest, and where it stands
        return made
    return statistic(call, table)


def collapsed(table: Table) -> Table:
    """One value a row, computed from its own columns."""
    column = table.column
    made = Column(None, table.columns.learned, column.lineage(), column.traits)
    return table.like(kind="series", columns=Columns(known={None: made}), word="", predicate=None)


def statistic(call: Call, table: Table, learns: str | None = None, purpose: str = "") -> Value:
    """A number (or one a column) that was learned over the rows of a table."""
    reader = call.reader
    kind = learns or call.learns
    if kind == "nothing":
        return Scalar(learned=table.columns.learned, choices=table.choices)
    purpose = purpose or ("fill" if call.short in _FILLING else "")
    target = _with_what(call, table) if purpose == "select" else None
    event = Statistic(call.short, table.data(word_for(call, table)), kind, purpose, target)
    reader.emit(event, call.node)
    learned: frozenset[Event] = table.columns.learned | {event}
    error = table.predictions if table.kind in ("tensor", "array", "unknown", "series") else ()
    return Scalar(("statistic", event.index), learned=learned, choices=table.choices, error=error)


def word_for(call: Call, table: Table) -> str:
    """The table that a call is about in the program's words: its receiver, or its first argument."""
    if call.receiver is table and isinstance(call.node.func, ast.Attribute):
        return word_of(call.node.func.value) or table.word
    return (word_of(call.nodes[0]) if call.nodes else "") or table.word


def correlate(call: Call, table: Table) -> Value:
    """Correlations: with the target if it is among what is correlated, so that choosing by them uses labels."""
    purpose = "select"
    event = Statistic(call.short, table.data(word_for(call, table)), "label", purpose, _with_what(call, table))
    call.reader.emit(event, call.node)
    return Scalar(("statistic", event.index), learned=table.columns.learned | {event})


def _with_what(call: Call, table: Table) -> Data | None:
    """The other side of a correlation or of a score of columns, if it is one column."""
    for value in call.values:
        if isinstance(value, Table) and value is not table:
            return value.data()
    return None


def aggregate(call: Call, table: Table) -> Value:
    """``agg(...)``: statistics by name."""
    if across_columns(call, table):
        return collapsed(table)
    return statistic(call, table, "value")


def rank(call: Call, table: Table) -> Value:
    """Ranks, quantile codes, z-scores: same rows out, each placed among all of them."""
    if across_columns(call, table) or is_one_row(table):
        return collapsed(table)
    learns = call.learns
    if learns == "nothing":
        return combined(table)
    event = Statistic(call.short, table.data(word_for(call, table)), learns, "scale")
    call.reader.emit(event, call.node)
    columns = table.columns.with_trait("changed").carrying(frozenset((event,)))
    return table.like(columns=columns, word="", predicate=None)


def choose(call: Call, table: Table) -> Value:
    """``argmax``: the class of each row along the columns; over rows, one position."""
    if table.predictions or across_columns(call, table):
        made = collapsed(table).like(kind="array")
        place = call.reader.place(call.node)
        made.predictions = tuple(one.decided("argmax", place) for one in made.predictions)
        return made
    return statistic(call, table, "value")


def encode(call: Call, table: Table) -> Value:
    """``get_dummies``, ``factorize``: a vocabulary of the rows."""
    event = Statistic(call.short, table.data(word_for(call, table)), "vocabulary", "encode")
    call.reader.emit(event, call.node)
    columns = table.columns.without_trait("named").carrying(frozenset((event,)))
    chosen = names_in(call.keywords.get("columns"))
    if chosen and call.short == "get_dummies":
        # What was learned to fill or to clean these columns lives on in the columns that they become.
        columns = columns.carrying(columns.only(chosen).learned).without(chosen)
    made = table.like(columns=columns, kind="frame" if table.kind != "array" else "array", word="", predicate=None)
    if call.short == "factorize":
        made.columns = made.columns.with_trait("coded")
        return Listing((made.like(kind="array"), Scalar(learned=frozenset((event,)))), "tuple")
    return made
