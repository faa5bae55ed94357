"""What frames, series and arrays do: statistics, columns, subsets, orders, unions.

Each handler takes the call and the table that it is about: the receiver of a method or the first argument of a function.
"""

import ast
from collections.abc import Callable, Hashable

from heldout.columns import PLAIN, Column, Columns
from heldout.events import Event
from heldout.reading import methods, resampling, statistics
from heldout.reading.arithmetic import combined, is_single, key_of
from heldout.reading.assign import write_columns
from heldout.reading.call import Call
from heldout.reading.facts import learned_by, tables_in
from heldout.reading.functions import call_function
from heldout.reading.reader import Reader
from heldout.reading.sequences import names_in
from heldout.reading.subscripts import rows_by, transplanted
from heldout.reading.tables import column_of
from heldout.reading.values import (
    NONE,
    Constant,
    Function,
    Grouped,
    Listing,
    Mapping,
    Method,
    NameOf,
    Names,
    Scalar,
    Table,
    Value,
    Window,
)


def rowwise(call: Call, table: Table) -> Value:
    """The same rows, each changed by itself."""
    others = [value for value in call.values if value is not table and isinstance(value, Table | Scalar)]
    if call.short in _KEEPS or not others:
        made = (
            table.like(word="")
            if call.short in _KEEPS
            else combined(table)
            if is_single(table)
            else table.like(predicate=None, word="")
        )
    else:
        made = combined(table, *others)
    if call.short in _TO_ARRAY:
        made.kind = "array"
    if call.short == "to_frame":
        made.kind = "frame"
    if call.short in (
        "where",
        "isin",
        "in1d",
        "isnan",
        "isna",
        "isnull",
        "notna",
        "notnull",
        "duplicated",
        "between",
        "logical_not",
        "contains",
        "startswith",
    ):
        made.predicate = (
            call.short,
            key_of(table),
            tuple(key_of(value) for value in call.values if value is not table),
        )
    if call.short == "isin" and call.values:
        made.predicate = _in_rows(call)
    made.compared = table.compared
    if _in_place(call):
        call.reader.store.set(table, "columns", made.columns)
        return NONE
    return made


_KEEPS = frozenset(
    {
        "astype",
        "copy",
        "reset_index",
        "set_index",
        "to_numpy",
        "as_matrix",
        "to_frame",
        "squeeze",
        "infer_objects",
        "convert_dtypes",
        "array",
        "asarray",
        "asanyarray",
        "ascontiguousarray",
        "reshape",
        "ravel",
        "flatten",
        "view",
        "tolist",
        "to_list",
        "values",
        "numpy",
        "detach",
        "cpu",
        "cuda",
        "to",
        "float",
        "double",
        "long",
        "int",
        "todense",
        "toarray",
        "tocsr",
        "tocsc",
        "expand_dims",
        "atleast_1d",
        "atleast_2d",
        "item",
        "unsqueeze",
        "contiguous",
        "clone",
        "requires_grad_",
        "float32",
        "float64",
        "int32",
        "int64",
        "rename_axis",
        "set_axis",
        "half",
        "bool",
        "to_dense",
        "set_flags",
        "nan_to_num",
        "to_pandas",
        "Tensor",
        "tensor",
        "from_numpy",
        "as_tensor",
        "FloatTensor",
        "LongTensor",
    }
)
_TO_ARRAY = frozenset(
    {"to_numpy", "as_matrix", "array", "asarray", "asanyarray", "toarray", "todense", "numpy", "ascontiguousarray"}
)


def _in_rows(call: Call) -> Hashable:
    value = call.values[-1]
    if isinstance(value, Table) and value.kind == "index":
        return ("in", "index", id(value.rows))
    return ("in", key_of(call.receiver) if call.receiver is not None else "rows", key_of(value))


def _in_place(call: Call) -> bool:
    value = call.keywords.get("inplace")
    return isinstance(value, Constant) and value.value is True


def changed(call: Call, table: Table, **changes: object) -> Value:
    """A changed table, or the same one changed in place if the call says so."""
    if _in_place(call):
        for attribute, value in changes.items():
            call.reader.store.set(table, attribute, value)
        return NONE
    return table.like(word="", **changes)


def past(call: Call, table: Table) -> Value:
    """The same rows, each from earlier rows only."""
    if call.short in ("expanding", "ewm"):
        return Window(table, future=False)
    return _with_trait(table, "past")


def future(call: Call, table: Table) -> Value:
    """Each row from later rows: gaps filled backwards, a series taken apart."""
    return changed(call, table) if call.receiver is table else _with_trait(table, "future")


def _with_trait(table: Table, trait: str) -> Table:
    def marked(column: Column) -> Column:
        return Column(None, column.learned, frozenset(), column.traits | {trait})

    return table.like(columns=table.columns.mapped(marked), word="", predicate=None)


def shift(call: Call, table: Table) -> Value:
    """``shift(k)``, ``diff(k)``: values of earlier rows, of later ones if k is negative."""
    if call.short in ("roll", "diff") and call.receiver is None:
        return table.like(word="", predicate=None, weak=True)
    periods = call.argument("periods", 0)
    step = periods.value if isinstance(periods, Constant) else 1 if periods is None else None
    if not isinstance(step, int | float):
        return _with_trait(table, "moved")
    return _with_trait(table, "future" if step < 0 else "past" if step > 0 else "moved")


def rolling(call: Call, table: Table) -> Value:
    """A window over rows: past ones, later ones too if it is centred."""
    center = call.keywords.get("center")
    return Window(table, future=isinstance(center, Constant) and center.value is True)


def windowed(call: Call, window: Window) -> Value:
    """A statistics.statistic of a window, one a row."""
    return _with_trait(window.table, "future" if window.future else "past")


def neighbours(call: Call, table: Table) -> Value:
    """``interpolate``: gaps filled from the rows on both sides."""
    return changed(call, table)


def subset(call: Call, table: Table) -> Value:
    """Some of the rows."""
    name = call.short
    if name in ("head", "tail"):
        return _end(call, table, name)
    if name == "take" and call.positional:
        return rows_by(call.reader, table, call.positional[0], call.node)
    axis = call.argument("axis")
    if isinstance(axis, Constant) and axis.value in (1, "columns"):
        return changed(call, table)
    slot: Hashable = (name, call.node.lineno, call.node.col_offset)
    query = call.argument("expr", 0)
    if name == "query" and isinstance(query, Constant):
        slot = _queried(str(query.value))
    rows = call.reader.space.cut("filter", table.rows, "filter", slot, name)
    return changed(call, table, rows=rows)


def _queried(text: str) -> Hashable:
    """The predicate of a query string, so that opposite queries are seen as such."""
    for operator in ("==", "!=", ">=", "<=", ">", "<"):
        left, found, right = text.partition(operator)
        if found:
            value = right.strip().strip("'\"")
            return (operator, ("query", left.strip()), float(value) if value.replace(".", "", 1).isdigit() else value)
    return ("query", text)


def _end(call: Call, table: Table, name: str) -> Value:
    count = call.positional[0] if call.positional else call.keywords.get("n")
    number: Hashable = count.value if isinstance(count, Constant) else 5 if count is None else key_of(count)
    if name == "tail":
        low: Hashable = -number if isinstance(number, int) else ("tail", number)
        bounds: tuple[Hashable, Hashable] = (low, None)
    else:
        bounds = (None, number)
    rows = call.reader.space.cut("slice", table.rows, ("slice", table.order), bounds, name)
    return table.like(rows=rows, word="")


def sort(call: Call, table: Table) -> Value:
    """Rows by value: another order; by a date, the order of time."""
    by = names_in(call.argument("by", 0))
    order = ("sorted", call.node.lineno, tuple(by or ()))
    key = str(by[0]) if by else table.sorted_by
    return changed(call, table, order=order, sorted_by=key or "index")


def permute(call: Call, table: Table) -> Value:
    """The same rows in another order."""
    return changed(call, table, order=("permuted", call.node.lineno, call.node.col_offset))


def fillna(call: Call, table: Table) -> Value:
    """``fillna(value)``: rows carry what the value carries."""
    value = call.argument("value", 0)
    how = call.keywords.get("method")
    if isinstance(how, Constant) and how.value in ("bfill", "backfill", "ffill", "pad"):
        return changed(call, table)
    learned = learned_by(value)
    if isinstance(value, Mapping):
        columns = table.columns
        for name, item in value.items.items():
            columns = columns.having(name, (columns.column(name) or PLAIN).carrying(learned_by(item)))
        return changed(call, table, columns=columns)
    if _in_place(call):
        _fill_in_place(call, table, learned)
        return NONE
    return table.like(columns=table.columns.carrying(learned), word="")


def _fill_in_place(call: Call, table: Table, learned: frozenset[Event]) -> None:
    """``df["a"].fillna(v, inplace=True)`` changes the frame that the column was picked from."""
    reader = call.reader
    owner = call.node.func
    if isinstance(owner, ast.Attribute) and isinstance(owner.value, ast.Subscript | ast.Attribute):
        whole = reader.evaluate(owner.value.value)
        if isinstance(whole, Table) and isinstance(owner.value, ast.Subscript):
            names = (
                names_in(reader.evaluate(owner.value.slice)) if not isinstance(owner.value.slice, ast.Slice) else None
            )
            if names:
                write_columns(reader, whole, names, table.like(columns=table.columns.carrying(learned)))
                return
        if isinstance(whole, Table) and isinstance(owner.value, ast.Attribute) and whole.kind == "frame":
            write_columns(reader, whole, [owner.value.attr], table.like(columns=table.columns.carrying(learned)))
            return
    reader.store.set(table, "columns", table.columns.carrying(learned))


def drop(call: Call, table: Table) -> Value:
    """``drop(columns)``, ``drop(index)``."""
    labels = call.argument("labels", 0)
    columns = call.keywords.get("columns")
    axis = call.argument("axis")
    index = call.keywords.get("index")
    if columns is None and isinstance(axis, Constant) and axis.value in (1, "columns"):
        columns = labels
    if columns is not None:
        names = names_in(columns)
        if names is None:
            kept = table.columns
            return changed(call, table, columns=kept.some())
        return changed(call, table, columns=table.columns.without(names))
    dropped = index if index is not None else labels
    if isinstance(dropped, Table) and dropped.rows.within(table.rows) and dropped.rows is not table.rows:
        return changed(call, table, rows=resampling.rest(call, table, dropped).rows)
    slot = ("drop", call.node.lineno, call.node.col_offset)
    return changed(call, table, rows=call.reader.space.cut("filter", table.rows, "filter", slot, "drop"))


def pop(call: Call, table: Table) -> Value:
    """``pop("a")``: the column, taken out of the frame."""
    names = names_in(call.argument("item", 0))
    if not names:
        return Scalar()
    column = column_of(table, names[0])
    call.reader.store.set(table, "columns", table.columns.without(names))
    return column


def insert(call: Call, table: Table) -> Value:
    """``insert(position, name, value)``."""
    names = names_in(call.argument("column", 1))
    value = call.argument("value", 2)
    if names and value is not None:
        write_columns(call.reader, table, names, value)
    return NONE


def rename(call: Call, table: Table) -> Value:
    """``rename(columns={...})``."""
    mapping = call.keywords.get("columns") or call.argument("mapper", 0)
    if isinstance(mapping, Constant) and isinstance(mapping.value, str) and is_single(table):
        return table.like(columns=Columns(known={mapping.value: table.column}), word="")
    if not isinstance(mapping, Mapping):
        return changed(call, table)
    names = {old: new.value for old, new in mapping.items.items() if isinstance(new, Constant)}
    return changed(call, table, columns=table.columns.renamed(names))


def assign(call: Call, table: Table) -> Value:
    """``assign(a=...)``: a copy with more columns."""
    made = table.like(word="")
    for name, value in call.keywords.items():
        if isinstance(value, Function):
            value = call_function(call.reader, value, (made,), {}, call.node)
        write_columns(call.reader, made, [name], value)
    return made


def apply(call: Call, table: Table) -> Value:
    """``apply(f)``, ``map(f)``, ``pipe(f)``: f over columns, single values or the whole."""
    function = call.argument("func", 0)
    if call.short == "pipe" and function is not None:
        return _applied(call, function, table)
    axis = call.argument("axis")
    by_row = isinstance(axis, Constant) and axis.value in (1, "columns")
    if isinstance(function, Function | Method):
        single = by_row or is_single(table)
        given = row_like(call.reader, table, call.node) if single else _column_like(table)
        result = _applied(call, function, given)
        learned = learned_by(result)
        if single:
            return statistics.collapsed(table).like(columns=Columns(known={None: _mapped_column(table, learned)}))
        if isinstance(result, Scalar):
            return Scalar(result.key, learned=learned)
        return table.like(columns=table.columns.carrying(learned), word="", predicate=None)
    if isinstance(function, Mapping):
        learned = learned_by(function)
        return table.like(
            columns=Columns(known={None: _mapped_column(table, learned)}), kind="series", word="", predicate=None
        )
    if isinstance(function, Scalar | Table):
        return combined(table, function)
    if isinstance(function, Constant) and isinstance(function.value, str):
        call.name = function.value
        return methods.of_table(call, table, function.value)
    return combined(table) if is_single(table) or by_row else table.like(word="", predicate=None)


def _mapped_column(table: Table, learned: frozenset[Event]) -> Column:
    column = table.column
    return Column(None, table.columns.learned | learned, column.lineage(), column.traits)


def _column_like(table: Table) -> Table:
    return table.like(kind="series", columns=Columns(known={None: table.column}), word="")


def row_like(reader: Reader, table: Table, node: ast.AST) -> Table:
    """One row of a table, for a function that is applied to each."""
    rows = reader.space.cut("filter", table.rows, ("each", id(node)), "", "one row")
    return table.like(rows=rows, kind="row", word="")


def _applied(call: Call, function: Value, given: Value) -> Value:
    from heldout.reading.calls import dispatch

    inner = Call(call.reader, call.node)
    inner.positional = (given, *call.positional[1:]) if call.short == "pipe" else (given,)
    inner.nodes = call.nodes
    return dispatch(function, inner)


def groupby(call: Call, table: Table) -> Value:
    """``groupby(keys)``."""
    names = names_in(call.argument("by", 0))
    return Grouped(table, frozenset(names or ()))


def merge_with(call: Call, table: Table) -> Value:
    """``left.merge(right)``, ``left.join(right)``: the left rows with the right one's columns."""
    return merged(table, call.argument("right", 0) or call.argument("other", 0))


def merged(table: Table, right: Value | None) -> Value:
    """Rows of the left table with columns of the right one beside."""
    others = tables_in(right)
    if not others:
        return table.like(columns=table.columns.carrying(learned_by(right)), word="")
    columns = table.columns
    for other in others:
        columns = columns.beside(other.columns)
    return table.like(columns=columns, word="")


def select(call: Call, table: Table) -> Value:
    """``select_dtypes``, ``filter(items=...)``: columns by type or name."""
    items = names_in(call.argument("items", 0)) if call.short == "filter" else None
    if items is not None:
        return table.like(columns=table.columns.only(items), word="")
    return table.like(columns=table.columns.some(), word="")


def clip(call: Call, table: Table) -> Value:
    """``clip(low, high)``: carries what the bounds carry."""
    return changed(call, table, columns=table.columns.carrying(learned_by(Listing(call.values))))


def items(call: Call, table: Table) -> Value:
    """``iterrows()``, ``items()``: pairs."""
    if call.short in ("items", "iteritems"):
        names = Names(table, table.columns)
        return Listing((Listing((NameOf(names), _column_like(table)), "tuple"),), open=True)
    return Listing((Listing((Scalar(), row_like(call.reader, table, call.node)), "tuple"),), open=True)


def keys(call: Call, table: Table) -> Value:
    """``keys()``: the column names."""
    return Names(table, table.columns)


def pieces(call: Call, table: Table) -> Value:
    """``np.split(rows, cuts)``: consecutive pieces."""
    cuts = call.argument("indices_or_sections", 1)
    count = 2
    if isinstance(cuts, Constant) and isinstance(cuts.value, int):
        count = min(cuts.value, 16)
    elif isinstance(cuts, Listing):
        count = len(cuts.items) + 1
    origin = ("pieces", call.node.lineno, call.node.col_offset, table.order)
    made = tuple(
        table.like(rows=call.reader.space.cut("part", table.rows, origin, number, f"piece {number + 1}"), word="")
        for number in range(count)
    )
    return Listing(made)


def order(call: Call, table: Table) -> Value:
    """``argsort``: positions of the same rows in another order."""
    if call.short == "sort":
        return table.like(order=("sorted", call.node.lineno), word="")
    columns = Columns(known={None: Column(learned=table.columns.learned)})
    return Table(table.rows, columns, "index", weak=table.weak, order=("sorted", call.node.lineno, id(table)))


def nonzero(call: Call, table: Table) -> Value:
    """``np.where(condition)``: positions of the rows that hold."""
    if table.predicate is None:
        return Listing((table.like(kind="index"),), "tuple")
    rows = call.reader.space.cut("filter", table.rows, "filter", table.predicate, "filter")
    index = Table(rows, Columns(), "index", weak=table.weak)
    return index if call.short in ("flatnonzero", "argwhere") else Listing((index,), "tuple")


def drop_positions(call: Call, table: Table) -> Value:
    """``np.delete(rows, positions)``, ``np.setdiff1d(all, some)``."""
    axis = call.argument("axis")
    gone = call.argument("obj", 1) or call.argument("ar2", 1)
    if isinstance(axis, Constant) and axis.value == 1:
        return table.like(columns=table.columns.some())
    if isinstance(gone, Table):
        cut = transplanted(call.reader, gone.rows, table.rows)
        return resampling.rest(call, table, gone.like(rows=cut))
    return table.like(word="", weak=True)


def plain(call: Call, table: Table) -> Value:
    """A call that only looks."""
    return Scalar()


def written(call: Call, table: Table) -> Value:
    """``to_csv(path)``: a later read of that path gives the rows back."""
    from heldout.reading.special import remember

    remember(call, table)
    return Scalar()


Handler = Callable[[Call, Table], Value]
HANDLERS: dict[str, Handler] = {
    "reduce": statistics.reduce,
    "correlate": statistics.correlate,
    "aggregate": statistics.aggregate,
    "rowwise": rowwise,
    "past": past,
    "future": future,
    "shift": shift,
    "rolling": rolling,
    "rank": statistics.rank,
    "transform_function": statistics.rank,
    "neighbours": neighbours,
    "subset": subset,
    "sort": sort,
    "permute": permute,
    "fillna": fillna,
    "drop": drop,
    "pop": pop,
    "insert": insert,
    "rename": rename,
    "assign": assign,
    "apply": apply,
    "groupby": groupby,
    "merge_with": merge_with,
    "select": select,
    "clip": clip,
    "items": items,
    "keys": keys,
    "pieces": pieces,
    "order": order,
    "choose": statistics.choose,
    "nonzero": nonzero,
    "drop_positions": drop_positions,
    "encode": statistics.encode,
    "sample": resampling.sample,
    "copies": resampling.copies,
    "plot": plain,
    "save": written,
    "known": plain,
}
