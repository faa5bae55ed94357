"""Frames of polars: their methods take expressions over columns, ``pl.col("age") - pl.col("age").mean()``.

An expression is read where it is handed to a frame, with the columns of that frame.
"""

import ast
from collections.abc import Callable

from heldout.columns import Columns
from heldout.reading import series
from heldout.reading.assign import write_columns
from heldout.reading.call import Call
from heldout.reading.reader import Reader
from heldout.reading.sequences import names_in
from heldout.reading.subscripts import rows_by
from heldout.reading.tables import column_of
from heldout.reading.values import Bound, Constant, Listing, Scalar, Table, Value

#: Methods that pandas lacks: the frame is one of polars whatever else the program imports.
_OWN = frozenset({"with_columns", "select", "with_column", "group_by", "groupby_dynamic", "group_by_dynamic"})


def frame_of(reader: Reader, callee: Value) -> Table | None:
    """The frame whose columns the arguments of a call may name by expressions; None if it is no such call."""
    if "polars" not in reader.trace.imports or not isinstance(callee, Bound) or not isinstance(callee.receiver, Table):
        return None
    known = callee.name in _OWN or (callee.name in _METHODS and "pandas" not in reader.trace.imports)
    return callee.receiver if known and callee.receiver.kind in ("frame", "unknown") else None


def column(call: Call) -> Value:
    """``pl.col("a")``, ``pl.col("a", "b")``, ``pl.all()``: columns of the frame that is looked into."""
    frame = call.reader.looked_into
    if call.short == "lit":
        return call.positional[0] if call.positional else Scalar()
    if frame is None:
        return Scalar()
    if call.short in ("all", "exclude"):
        return frame.like(word="", predicate=None)
    names = names_in(Listing(call.positional))
    if not names:
        return frame.like(columns=frame.columns.some(), word="", predicate=None)
    if len(names) == 1:
        return column_of(frame, names[0])
    return frame.like(columns=frame.columns.only(names), word="", predicate=None)


def method(call: Call, table: Table, name: str) -> Value | None:
    """A method of a frame of polars; None where it means what the same word means elsewhere."""
    handler = _METHODS.get(name)
    if handler is None or frame_of(call.reader, Bound(table, name)) is None:
        return None
    return handler(call, table)


def _with_columns(call: Call, table: Table) -> Value:
    """``with_columns(...)``: the same rows with more columns, or with some replaced."""
    made = table.like(word="", predicate=None)
    for name, value in _named(call):
        _write(call.reader, made, name, value)
    return made


def _select(call: Call, table: Table) -> Value:
    """``select(...)``: just these columns."""
    made = table.like(columns=Columns(), word="", predicate=None)
    for name, value in _named(call):
        if isinstance(value, Constant) and isinstance(value.value, str):
            _write(call.reader, made, value.value, column_of(table, value.value))
        else:
            _write(call.reader, made, name, value)
    return made


def _write(reader: Reader, made: Table, name: str, value: Value) -> None:
    if name:
        write_columns(reader, made, [name], value)
    elif isinstance(value, Table):
        made.columns = made.columns.beside(value.columns)


def _named(call: Call) -> "list[tuple[str, Value]]":
    """The arguments with the names of the columns that they make, empty where an argument makes several."""
    found: list[tuple[str, Value]] = []
    for node, value in zip(call.nodes, call.positional, strict=True):
        if isinstance(value, Listing):
            inner = node.elts if isinstance(node, ast.List | ast.Tuple) else [node] * len(value.items)
            found += [(_name_of(part), item) for part, item in zip(inner, value.items, strict=False)]
        else:
            found.append((_name_of(node), value))
    return found + list(call.keywords.items())


def _name_of(node: ast.AST) -> str:
    """What a column made by an expression is called: as its alias says, or like the first column in it."""
    if isinstance(node, ast.BinOp):
        return _name_of(node.left)
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return ""
    given = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    if node.func.attr == "alias" or (node.func.attr == "col" and len(given) == 1):
        return given[0] if given else ""
    return _name_of(node.func.value)


def _filter(call: Call, table: Table) -> Value:
    """``filter(...)``: the rows for which all conditions hold."""
    for value in call.positional:
        for condition in value.items if isinstance(value, Listing) else (value,):
            table = rows_by(call.reader, table, condition, call.node)
    return table.like(word="")


def _drop(call: Call, table: Table) -> Value:
    """``drop("a", "b")``: without some columns."""
    names = names_in(Listing(call.positional)) if call.positional else None
    return table.like(columns=table.columns.some() if names is None else table.columns.without(names), word="")


def _sort(call: Call, table: Table) -> Value:
    """``sort("day", descending=True)``: rows by value."""
    descending = call.keywords.pop("descending", None)
    if isinstance(descending, Constant):
        call.keywords["ascending"] = Constant(not descending.value)
    return series.sort(call, table)


def _grouped(call: Call, table: Table) -> Value:
    """``group_by("a").agg(...)``: what is grouped."""
    from heldout.reading import frames

    return frames.groupby(call, table)


_METHODS: dict[str, Callable[[Call, Table], Value]] = {
    **dict.fromkeys(("with_columns", "with_column"), _with_columns),
    "select": _select,
    "filter": _filter,
    "drop": _drop,
    "sort": _sort,
    **dict.fromkeys(("group_by", "groupby_dynamic", "group_by_dynamic"), _grouped),
}
