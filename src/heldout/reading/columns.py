"""What methods of frames do to columns: drop, rename, fill, add, join."""

import ast

from heldout.columns import PLAIN, Columns
from heldout.reading import resampling
from heldout.reading.arithmetic import is_single
from heldout.reading.assign import write_columns, write_item
from heldout.reading.call import Call
from heldout.reading.callbacks import applied, is_own
from heldout.reading.facts import learned_by, tables_in
from heldout.reading.inplace import changed, is_in_place
from heldout.reading.sequences import names_in
from heldout.reading.tables import column_of
from heldout.reading.values import (
    NONE,
    Constant,
    Listing,
    Mapping,
    Names,
    Scalar,
    Table,
    Value,
)


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
    if is_in_place(call):
        change_in_place(call, table, table.columns.carrying(learned))
        return NONE
    return table.like(columns=table.columns.carrying(learned), word="")


def change_in_place(call: Call, table: Table, columns: Columns) -> None:
    """``df["a"].fillna(v, inplace=True)`` changes the frame that the column was picked from."""
    reader = call.reader
    owner = call.node.func
    picked = owner.value if isinstance(owner, ast.Attribute) else None
    if isinstance(picked, ast.Subscript | ast.Attribute):
        whole = reader.evaluate(picked.value)
        if isinstance(whole, Table) and isinstance(picked, ast.Subscript) and not isinstance(picked.slice, ast.Slice):
            write_item(reader, whole, picked.slice, table.like(columns=columns))
            return
        if isinstance(whole, Table) and isinstance(picked, ast.Attribute) and whole.kind == "frame":
            write_columns(reader, whole, [picked.attr], table.like(columns=columns))
            return
    reader.store.set(table, "columns", columns)


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
    slot = ("drop", *call.site)
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
        if isinstance(value, Constant):
            call.reader.store.set(table, "columns", table.columns.named())
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
        given = applied(call.reader, value, (made,), call.node) if is_own(value) else value
        write_columns(call.reader, made, [name], given)
    return made


def merge_with(call: Call, table: Table) -> Value:
    """``left.merge(right)``, ``left.join(right)``: the left rows with the right one's columns."""
    return merged(table, call.argument("right", 0) or call.argument("other", 0))


def merged(table: Table, right: Value | None) -> Value:
    """Rows of the left table with columns of the right one beside."""
    others = tables_in(right)
    if not others:
        return table.like(columns=table.columns.carrying(learned_by(right)), word="")
    return table.like(columns=table.columns.beside(*(other.columns for other in others)), word="")


def select(call: Call, table: Table) -> Value:
    """``select_dtypes``, ``filter(items=...)``: columns by type or name."""
    items = names_in(call.argument("items", 0)) if call.short == "filter" else None
    if items is not None:
        return table.like(columns=table.columns.only(items), word="")
    return table.like(columns=table.columns.some(), word="")


def clip(call: Call, table: Table) -> Value:
    """``clip(low, high)``: carries what the bounds carry."""
    columns = table.columns.carrying(learned_by(Listing(call.values)))
    if is_in_place(call):
        change_in_place(call, table, columns)
        return NONE
    return table.like(columns=columns, word="")


def keys(call: Call, table: Table) -> Value:
    """``keys()``: the column names."""
    return Names(table, table.columns)
