"""Grouped tables: statistics by category, and what flows back to the rows."""

from collections.abc import Hashable

from heldout.columns import Column, Columns
from heldout.events import Data, Statistic
from heldout.reading import frames, series
from heldout.reading.call import Call
from heldout.reading.callbacks import applied, is_own
from heldout.reading.facts import learned_by
from heldout.reading.grouping import Grouped
from heldout.reading.values import Constant, Listing, Mapping, Table, Value

#: What a group gives each of its rows from the rows before it.
_PAST = frozenset(
    {
        "cumsum",
        "cumcount",
        "cummax",
        "cummin",
        "cumprod",
        "shift",
        "diff",
        "pct_change",
        "ffill",
        "pad",
        "rolling",
        "expanding",
        "head",
        "tail",
        "nth",
    }
)
_OF_APPLY = frozenset({"func", "include_groups", "engine", "engine_kwargs"})
_SIZES = frozenset({"size", "count", "nunique", "ngroup", "ngroups", "groups", "indices", "get_group", "cumcount"})


def method(call: Call, grouped: Grouped, name: str) -> Value:
    """A method of a grouped table."""
    table = _selected(grouped)
    if name in _PAST:
        if name in ("rolling", "expanding"):
            return series.rolling(call, table)
        if name in ("shift", "diff", "pct_change"):
            return series.shift(call, table)
        return series.past(call, table) if name not in ("head", "tail", "nth") else _of_each(call, table)
    if name in ("transform", "apply", "filter"):
        return _back_to_rows(call, grouped, table, name)
    if name == "get_group":
        return table.like(
            rows=call.reader.space.cut("filter", table.rows, "group", ("==", "group", id(call.node)), "group")
        )
    if name in _SIZES:
        return _aggregated(call, grouped, table, "vocabulary", name)
    if name in ("agg", "aggregate"):
        return _named_aggregates(call, grouped, table)
    return _aggregated(call, grouped, table, "value", name)


def _of_each(call: Call, table: Table) -> Value:
    """Some rows of each group, most often one: no series any more."""
    picked = frames.subset(call, table)
    return picked.like(sorted_by="") if isinstance(picked, Table) else picked


def _selected(grouped: Grouped) -> Table:
    if grouped.selected is None:
        return grouped.table
    return grouped.table.like(columns=grouped.table.columns.only(grouped.selected), word="")


def _learn(call: Call, grouped: Grouped, table: Table, kind: str, function: str) -> Statistic:
    name = grouped.table.word
    data = Data(table.rows, table.columns, name, weak=table.weak)
    event = Statistic(f"groupby.{function}", data, kind, "encode")
    call.reader.emit(event, call.node)
    return event


def _aggregated(call: Call, grouped: Grouped, table: Table, kind: str, function: str) -> Value:
    """One row a group: a table of its own, whose columns carry what was learned over the rows."""
    event = _learn(call, grouped, table, kind, function)
    learned = table.columns.learned | {event}
    origin = ("groups", *call.site)
    base = call.reader.space.base(origin, "groups")
    columns = table.columns.mapped(
        lambda column: Column(None, column.learned | {event}, column.lineage(), column.traits | {"aggregate"})
    )
    for key in grouped.keys:
        own = grouped.table.columns.column(key)
        if own is not None and grouped.selected is not None:
            columns = columns.having(key, own)
    kind_of = "series" if grouped.selected is not None and len(grouped.selected) == 1 else "frame"
    if kind_of == "series":
        source = table.columns.everything().lineage()
        columns = Columns(known={grouped.selected[0]: Column(None, learned, source, frozenset({"aggregate"}))})  # type: ignore[index]
    return Table(base, columns, kind_of, weak=table.weak)


def _named_aggregates(call: Call, grouped: Grouped, table: Table) -> Value:
    """``agg(new=("a", "mean"))``, ``agg({"a": "mean"})``: only the columns that are spelled out."""
    sources: dict[Hashable, Hashable] = {}
    for name, value in call.keywords.items():
        if isinstance(value, Listing) and value.items and isinstance(value.items[0], Constant):
            sources[name] = value.items[0].value
    first = call.positional[0] if call.positional else call.keywords.get("func")
    if isinstance(first, Mapping) and first.rest is None:
        sources.update({name: name for name in first.items})
    if not sources:
        return _aggregated(call, grouped, table, "value", "agg")
    chosen = tuple(dict.fromkeys(sources.values()))
    made = _aggregated(
        call,
        Grouped(grouped.table, grouped.keys, chosen),
        table.like(columns=table.columns.only(chosen)),
        "value",
        "agg",
    )
    assert isinstance(made, Table)
    known = {name: made.columns.column(source) or Column() for name, source in sources.items()}
    return made.like(columns=Columns(known=known), kind="frame")


def _back_to_rows(call: Call, grouped: Grouped, table: Table, name: str) -> Value:
    """``transform(f)``: the statistic of its group on every row."""
    function = call.positional[0] if call.positional else call.keywords.get("func")
    if name == "filter":
        return frames.subset(call, table)
    if isinstance(function, Constant) and function.value in ("ffill", "pad"):
        return table.like(word="")
    if isinstance(function, Constant) and function.value in _PAST | {"ngroup"}:
        return table.like(
            columns=table.columns.mapped(
                lambda column: Column(None, column.learned, frozenset(), column.traits | {"past"})
            )
        )
    if isinstance(function, Constant) and function.value in _SIZES:
        event = _learn(call, grouped, table, "vocabulary", str(function.value))
        return _carrying(table, event)
    if function is not None and is_own(function):
        return _by_function(call, grouped, table, function, name)
    label = str(function.value) if isinstance(function, Constant) else name
    if name == "apply" and not isinstance(function, Constant):
        return table.like(word="", weak=True)
    return _carrying(table, _learn(call, grouped, table, "value", label))


def _by_function(call: Call, grouped: Grouped, table: Table, function: Value, name: str) -> Value:
    """A function of the program over each group: rows of it, or one row made of it."""
    keywords = {key: value for key, value in call.keywords.items() if key not in _OF_APPLY}
    result = applied(call.reader, function, (table, *call.positional[1:]), call.node, keywords)
    if isinstance(result, Table):
        return result
    if name == "apply":
        base = call.reader.space.base(("groups", *call.site), "groups")
        columns = Columns(rest=Column(learned=learned_by(result)), vague=True)
        return Table(base, columns, "frame", weak=table.weak)
    return table.like(columns=table.columns.carrying(learned_by(result)), word="")


def _carrying(table: Table, event: Statistic) -> Value:
    learned = frozenset((event,))
    columns = table.columns.mapped(
        lambda column: Column(None, column.learned | learned, column.lineage(), column.traits | {"aggregate"})
    )
    return table.like(columns=columns, word="", predicate=None)
