"""Rows in an order: sorted, shifted, seen through windows; what a row takes from those before and after it."""

from collections.abc import Hashable

from heldout.columns import Column
from heldout.events import Event, Statistic
from heldout.events.ordering import Reorder
from heldout.naming import is_time
from heldout.reading.arithmetic import combined, is_single, key_of
from heldout.reading.call import Call, is_given
from heldout.reading.grouping import Grouped, Window
from heldout.reading.inplace import changed, is_in_place
from heldout.reading.sequences import names_in
from heldout.reading.statistics import word_for
from heldout.reading.values import Constant, Listing, Table, Value

#: Gaps filled from the row before: the column stays what it was.
_GAPS = frozenset({"ffill", "pad", "forward_fill"})


def past(call: Call, table: Table) -> Value:
    """The same rows, each from earlier rows only."""
    if call.short in ("expanding", "ewm"):
        return Window(table, future=False)
    if call.short in _GAPS:
        return changed(call, table)
    return _with_trait(call, table, "past")


def future(call: Call, table: Table) -> Value:
    """Each row from later rows: gaps filled backwards, a series taken apart."""
    if call.receiver is table:
        return changed(call, table)
    # Filters of signals run along the columns of each row where there are several.
    return _with_trait(call, table, "future") if is_single(table) else combined(table)


def _with_trait(call: Call, table: Table, trait: str) -> Table:
    """The same rows, each given values of other rows; where they come from later rows, the call is remembered."""
    function = f"groupby.{call.short}" if isinstance(call.receiver, Grouped) else call.short
    event = Statistic(function, table.data(word_for(call, table)), "nothing", "future") if trait == "future" else None
    if event is not None:
        call.reader.emit(event, call.node)
    seen = frozenset((event,)) if event is not None else frozenset[Event]()

    def marked(column: Column) -> Column:
        return Column(None, column.learned | seen, frozenset(), column.traits | {trait})

    return table.like(columns=table.columns.mapped(marked), word="", predicate=None)


def shift(call: Call, table: Table) -> Value:
    """``shift(k)``, ``diff(k)``: values of earlier rows, of later ones if k is negative."""
    if call.short in ("roll", "diff") and call.receiver is None:
        return table.like(word="", predicate=None, weak=True)
    periods = call.argument("periods", 0)
    step = periods.value if isinstance(periods, Constant) else 1 if periods is None else None
    if not isinstance(step, int | float):
        return _with_trait(call, table, "moved")
    if _direction(table.order) < 0:
        step = -step
    return _with_trait(call, table, "future" if step < 0 else "past" if step > 0 else "moved")


def _direction(order: Hashable) -> int:
    """Whether rows were sorted upwards (1) or downwards (-1); 0 where the program does not say."""
    if not isinstance(order, tuple):
        return 0
    if order[0] == "reversed":
        return -_direction(order[1])
    return {"sorted": 1, "descending": -1}.get(order[0], 0)


def rolling(call: Call, table: Table) -> Value:
    """A window over rows: past ones, later ones too if it is centred or if the rows run backwards."""
    center = call.keywords.get("center")
    centred = isinstance(center, Constant) and center.value is True
    return Window(table, future=centred or _direction(table.order) < 0)


def windowed(call: Call, window: Window) -> Value:
    """A statistic of a window, one a row."""
    return _with_trait(call, window.table, "future" if window.future else "past")


def neighbours(call: Call, table: Table) -> Value:
    """``interpolate``: gaps filled from the rows on both sides."""
    return changed(call, table)


def sort(call: Call, table: Table) -> Value:
    """Rows by value: another order; by a date, the order of time."""
    by = names_in(call.argument("by", 0))
    values = key_of(table) if call.short != "sort_index" and is_single(table) else call.short
    order = ("descending" if _is_descending(call, by) else "sorted", tuple(by) if by else values)
    call.reader.emit(Reorder(call.short, table.data(word_for(call, table)), order), call.node)
    key = next((str(name) for name in by if is_time(str(name))), str(by[0])) if by else table.sorted_by
    return changed(call, table, order=order, sorted_by=key or "index")


def _is_descending(call: Call, by: list[Hashable] | None) -> bool:
    """Whether rows are sorted from the latest to the earliest: by the column of time, or by the first one."""
    ascending = call.argument("ascending")
    if isinstance(ascending, Listing) and by and len(ascending.items) == len(by):
        number = next((number for number, name in enumerate(by) if is_time(str(name))), 0)
        ascending = ascending.items[number]
    return isinstance(ascending, Constant) and ascending.value in (False, 0)


def permute(call: Call, table: Table) -> Value:
    """``reindex(labels)``: the same rows in the order of the labels; columns by name keep rows as they are."""
    labels = call.argument("labels", 0) or call.keywords.get("index")
    if call.short in ("reindex", "reindex_like", "align"):
        axis = call.argument("axis")
        if "columns" in call.keywords or (isinstance(axis, Constant) and axis.value in (1, "columns")):
            return _matched(call, table, labels if call.short == "align" else None)
        if call.short == "align" and isinstance(labels, Table):
            return Listing(
                (table.like(order=("aligned", *call.site)), labels.like(order=("aligned", *call.site))), "tuple"
            )
        if isinstance(labels, Table):
            return changed(call, table, order=labels.order)
    return changed(call, table, order=("permuted", *call.site))


def _matched(call: Call, table: Table, other: Value | None) -> Value:
    """Columns by the names of another table: ``reindex(columns=...)``, and both tables where they are aligned."""
    if isinstance(other, Table):
        return Listing(tuple(one.like(columns=one.columns.named(), word="") for one in (table, other)), "tuple")
    return changed(call, table, columns=table.columns.named())


def index_by(call: Call, table: Table, made: Table) -> None:
    """A column becomes the index, and is none of the columns any more; if it is of dates, it says the order."""
    names = names_in(call.argument("keys", 0)) or ()
    dates = [name for name in names if is_time(str(name))]
    if names and not dates and not is_given(call.keywords.get("drop")):
        made.columns = made.columns.without(names)
    if dates and is_in_place(call):
        call.reader.store.set(table, "sorted_by", str(dates[0]))
    elif dates:
        made.sorted_by = str(dates[0])
