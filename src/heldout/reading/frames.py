"""What frames, series and arrays do: statistics, columns, subsets, orders, unions.

Each handler takes the call and the table that it is about: the receiver of a method or the first argument of a function.
"""

import ast
from collections.abc import Callable, Hashable

from heldout.columns import Column, Columns
from heldout.events import Event
from heldout.events.ordering import Omission
from heldout.reading import columns, groups, methods, pixels, resampling, series, statistics
from heldout.reading.arithmetic import combined, is_single, key_of, truth_against
from heldout.reading.call import Call
from heldout.reading.callbacks import applied, is_own
from heldout.reading.cuts import transplanted
from heldout.reading.facts import learned_by
from heldout.reading.grouping import Grouped
from heldout.reading.inplace import changed, is_in_place
from heldout.reading.reader import Reader
from heldout.reading.sequences import names_in
from heldout.reading.subscripts import rows_by
from heldout.reading.values import (
    NONE,
    Bound,
    Constant,
    Library,
    Listing,
    Mapping,
    NameOf,
    Names,
    Scalar,
    Table,
    Value,
)


def rowwise(call: Call, table: Table) -> Value:
    """The same rows, each changed by itself."""
    given = (*call.positional, *(value for name, value in call.keywords.items() if name not in _ONLY_SHAPES))
    others = [value for value in given if value is not table and isinstance(value, Table | Scalar)]
    if call.short in _KEEPS or not others:
        made = (
            table.like(word="")
            if call.short in _KEEPS
            else combined(table)
            if is_single(table)
            else table.like(predicate=None, word="", columns=table.columns.with_trait("changed"))
        )
    else:
        made = combined(table, *others)
    pixels.after(call, table, made, kept=call.short in _KEEPS)
    if call.short in _TO_ARRAY:
        made.kind = "array"
    if call.short in _WHOLE and not any(isinstance(value, Constant) for value in call.values):
        place = call.reader.place(call.node)
        made.predictions = tuple(one.decided("round", place) for one in made.predictions)
    if call.short == "to_frame":
        made.kind = "frame"
    if call.short == "astype" and call.values and not isinstance(call.values[-1], Constant | Library | Bound):
        made.columns = made.columns.with_trait("categorical")
    if call.short == "set_index":
        series.index_by(call, table, made)
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
    made.compared = truth_against(table, others[0]) if call.short in COMPARES and others else table.compared
    if call.short in ("detach", "data", "item", "tolist", "numpy"):
        made.predictions = tuple(one._replace(detached=True) for one in table.predictions)
    if call.short == "t":
        made.kind = "transposed"
    if is_in_place(call):
        columns.change_in_place(call, table, made.columns)
        return NONE
    return made


#: What `apply` and its kin keep for themselves.
_OF_APPLY = frozenset({"func", "axis", "raw", "result_type", "args", "by_row", "engine", "na_action", "convert_dtype"})
#: Arguments that say how long each row is made, whatever stands in it.
_ONLY_SHAPES = frozenset({"maxlen"})
#: Methods and functions that compare two arrays row by row.
COMPARES = frozenset({"eq", "ne", "equal", "isclose", "not_equal"})
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
        "view_as",
        "expand_as",
        "reshape_as",
        "type_as",
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
#: What makes whole numbers, if no number of decimals is given.
_WHOLE = frozenset({"round", "rint", "around"})
_TO_ARRAY = frozenset(
    {"to_numpy", "as_matrix", "array", "asarray", "asanyarray", "toarray", "todense", "numpy", "ascontiguousarray"}
)


def _in_rows(call: Call) -> Hashable:
    value = call.values[-1]
    if isinstance(value, Table) and value.kind in ("index", "labels"):
        return ("in", "index", id(value.rows))
    return ("in", key_of(call.receiver) if call.receiver is not None else "rows", key_of(value))


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
    slot: Hashable = (name, *call.site)
    query = call.argument("expr", 0)
    if name == "query" and isinstance(query, Constant):
        slot = _queried(str(query.value))
    rows = call.reader.space.cut("filter", table.rows, "filter", slot, name)
    call.reader.emit(Omission(name, table.data(statistics.word_for(call, table)), rows), call.node)
    if name == "drop_duplicates" and call.argument("subset", 0) is not None:
        # One row of each series is left.
        return changed(call, table, rows=rows, sorted_by="")
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


def apply(call: Call, table: Table) -> Value:
    """``apply(f)``, ``map(f)``, ``pipe(f)``: f over columns, single values or the whole."""
    function = call.argument("func", 0)
    if call.short == "pipe" and function is not None:
        return _applied(call, function, table)
    axis = call.argument("axis")
    by_row = isinstance(axis, Constant) and axis.value in (1, "columns")
    if function is not None and is_own(function):
        single = by_row or is_single(table)
        given = row_like(call.reader, table, call.node) if single else _column_like(table)
        result = _applied(call, function, given)
        learned = learned_by(result)
        if single:
            column = _mapped_column(table, learned) if is_single(table) else _read_column(result)
            return statistics.collapsed(table).like(columns=Columns(known={None: column}))
        if isinstance(result, Scalar):
            return Scalar(result.key, learned=learned)
        columns = table.columns if learned else table.columns.with_trait("changed")
        return table.like(columns=columns.carrying(learned), word="", predicate=None)
    if isinstance(function, Mapping):
        learned = learned_by(function)
        made = _mapped_column(table, learned)
        if _is_coding(function):
            made = made._replace(traits=made.traits | {"coded"})
        return table.like(columns=Columns(known={None: made}), kind="series", word="", predicate=None)
    if isinstance(function, Scalar | Table):
        return combined(table, function)
    if isinstance(function, Constant) and isinstance(function.value, str):
        call.name = function.value
        return methods.of_table(call, table, function.value)
    if is_single(table) or by_row:
        return combined(table)
    return table.like(word="", predicate=None, columns=table.columns.with_trait("changed"))


def _read_column(result: Value) -> Column:
    """What a function made of each row: it carries what the columns that it read carry, and no others."""
    if isinstance(result, Table):
        column = result.column
        return Column(None, result.columns.learned, column.lineage(), column.traits)
    return Column(None, learned_by(result))


def _mapped_column(table: Table, learned: frozenset[Event]) -> Column:
    column = table.column
    return Column(None, table.columns.learned | learned, column.lineage(), column.traits)


def _is_coding(function: Mapping) -> bool:
    """Whether a dictionary puts whole numbers in place of something else."""
    codes = function.items.values()
    return len(codes) > 1 and all(isinstance(code, Constant) and isinstance(code.value, int) for code in codes)


def _column_like(table: Table) -> Table:
    return table.like(kind="series", columns=Columns(known={None: table.column}), word="")


def row_like(reader: Reader, table: Table, node: ast.AST) -> Table:
    """One row of a table, for a function that is applied to each."""
    rows = reader.space.cut("filter", table.rows, ("each", id(node)), "", "one row")
    return table.like(rows=rows, kind="row", word="")


def _applied(call: Call, function: Value, given: Value) -> Value:
    """What a function gives for a table or a part of one, with the further arguments that it is handed."""
    keywords = {name: value for name, value in call.keywords.items() if name not in _OF_APPLY}
    if call.short == "pipe":
        if isinstance(function, Listing) and len(function.items) == 2 and isinstance(function.items[1], Constant):
            keywords[str(function.items[1].value)] = given
            return applied(call.reader, function.items[0], call.positional[1:], call.node, keywords)
        return applied(call.reader, function, (given, *call.positional[1:]), call.node, keywords)
    more = call.keywords.get("args")
    further = more.items if isinstance(more, Listing) else ()
    return applied(call.reader, function, (given, *further), call.node, keywords)


def groupby(call: Call, table: Table) -> Value:
    """``groupby(keys)``."""
    names = names_in(call.argument("by", 0))
    return Grouped(table, frozenset(names or ()))


def reshaped(call: Call, table: Table) -> Value:
    """``unstack()``, ``pivot()``: what were rows become columns, so that one row stands for many that were loaded."""
    origin = ("reshaped", *call.site)
    rows = call.reader.space.base(origin, call.short, vague=True)
    return Table(rows, Columns(rest=Column(learned=table.columns.learned), vague=True), "frame", weak=table.weak)


def pivoted(call: Call, table: Table) -> Value:
    """``pivot_table(...)``: a statistic of each group of rows, one row a group."""
    return groups.method(call, Grouped(table, frozenset()), call.short)


def items(call: Call, table: Table) -> Value:
    """``iterrows()``, ``items()``: pairs."""
    if call.short in ("items", "iteritems"):
        names = Names(table, table.columns)
        return Listing((Listing((NameOf(names), _column_like(table)), "tuple"),), open=True)
    return Listing((Listing((Scalar(), row_like(call.reader, table, call.node)), "tuple"),), open=True)


def pieces(call: Call, table: Table) -> Value:
    """``np.split(rows, cuts)``: consecutive pieces."""
    cuts = call.argument("indices_or_sections", 1)
    count = 2
    if isinstance(cuts, Constant) and isinstance(cuts.value, int):
        count = min(cuts.value, 16)
    elif isinstance(cuts, Listing):
        count = len(cuts.items) + 1
    origin = ("pieces", *call.site, table.order)
    made = tuple(
        table.like(rows=call.reader.space.cut("part", table.rows, origin, number, f"piece {number + 1}"), word="")
        for number in range(count)
    )
    return Listing(made)


def order(call: Call, table: Table) -> Value:
    """``argsort``: positions of the same rows in another order."""
    if call.short == "sort":
        return table.like(order=("sorted", key_of(table)), word="")
    columns = Columns(known={None: Column(learned=table.columns.learned)})
    return Table(table.rows, columns, "index", weak=table.weak, order=("sorted", key_of(table)))


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
    "past": series.past,
    "future": series.future,
    "shift": series.shift,
    "rolling": series.rolling,
    "rank": statistics.rank,
    "transform_function": statistics.rank,
    "neighbours": series.neighbours,
    "subset": subset,
    "sort": series.sort,
    "permute": series.permute,
    "fillna": columns.fillna,
    "drop": columns.drop,
    "pop": columns.pop,
    "insert": columns.insert,
    "rename": columns.rename,
    "assign": columns.assign,
    "apply": apply,
    "groupby": groupby,
    "merge_with": columns.merge_with,
    "select": columns.select,
    "clip": columns.clip,
    "items": items,
    "keys": columns.keys,
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
    "pivot": pivoted,
    "reshape": reshaped,
}
