"""What iterating over a value gives, and what a list of column names names."""

import ast
from collections.abc import Hashable
from typing import TYPE_CHECKING

from heldout.events import Data
from heldout.reading import passes
from heldout.reading.callbacks import applied
from heldout.reading.facts import tables_in
from heldout.reading.figures import Figures
from heldout.reading.grouping import Grouped
from heldout.reading.objects import items_of
from heldout.reading.settings import Setting, column_of
from heldout.reading.tables import as_value
from heldout.reading.values import (
    Constant,
    FoldPairs,
    Function,
    Instance,
    Listing,
    Mapping,
    NameOf,
    Names,
    Scalar,
    Splitter,
    Table,
    Value,
)
from heldout.reading.weights import Parameters

if TYPE_CHECKING:
    from heldout.reading.reader import Reader

LONGEST_UNROLLED = 16


def elements(reader: "Reader", value: Value, node: ast.AST) -> tuple[list[Value], bool]:
    """The elements of a value, and whether these are all of them, one after the other.

    Where they are not, each is a value that stands for any element.
    """
    value = as_value(value)
    if isinstance(value, Listing):
        if not value.open and len(value.items) <= LONGEST_UNROLLED:
            return list(value.items), True
        return list(value.items[-LONGEST_UNROLLED:]) or [Scalar()], False
    if isinstance(value, Mapping):
        if value.rest is None and 0 < len(value.items) <= LONGEST_UNROLLED:
            return [Constant(key) for key in value.items], True
        return [Scalar()], False
    if isinstance(value, Constant) and isinstance(value.value, str):
        return [Scalar(text=True)], False
    if isinstance(value, FoldPairs | Splitter):
        return [_positions_of(reader, value, node)], False
    if isinstance(value, Names):
        return _named(value)
    if isinstance(value, Grouped):
        return [Listing((Scalar(), _some_rows(reader, value.table, node)), "tuple")], False
    if isinstance(value, Table):
        return [_row_of(reader, value, node)], False
    if isinstance(value, Instance):
        return _of_instance(reader, value, node)
    return [_of_number(value)], False


def _of_number(value: Value) -> Value:
    """One of several numbers: it carries what they carry."""
    if isinstance(value, Figures):
        return Scalar(scores=value.scores, choices=value.choices)
    if isinstance(value, Parameters):
        return value
    if isinstance(value, Scalar):
        return Scalar(learned=value.learned, scores=value.scores, choices=value.choices, error=value.error)
    return Scalar()


def _positions_of(reader: "Reader", value: FoldPairs | Splitter, node: ast.AST) -> Value:
    """One pair of folds; a splitter of old scikit-learn was made for so many rows and is iterated itself."""
    from heldout.reading.splits import pairs

    if isinstance(value, Splitter):
        if value.rows is None:
            return Scalar()
        value = pairs(reader, value, (Data(value.rows),), value.rows, node)
    return Listing((value.train, value.test), "tuple")


def _of_instance(reader: "Reader", value: Instance, node: ast.AST) -> tuple[list[Value], bool]:
    """What an object of the program gives in turn."""
    items = items_of(value)
    if items is not None:
        return items, True
    for name in ("__iter__", "__next__"):
        method = value.kind.lookup(name)
        if isinstance(method, Function) and isinstance(node, ast.expr):
            found = applied(reader, method, (value,), node)
            if name == "__next__":
                return [found], False
            if found is not value and not isinstance(found, Instance):
                return elements(reader, found, node)
    rows = tables_in(value)
    return [rows[0].like(kind="batch") if rows else Scalar()], False


def _named(value: Names) -> tuple[list[Value], bool]:
    if value.columns.implied is None and not value.columns.vague and len(value.columns.known) <= LONGEST_UNROLLED:
        return [Constant(name) for name in value.columns.known], True
    return [NameOf(value)], False


def _some_rows(reader: "Reader", table: Table, node: ast.AST) -> Table:
    cut = reader.space.cut("filter", table.rows, ("each", id(node)), "", "each group")
    return table.like(rows=cut)


def _row_of(reader: "Reader", table: Table, node: ast.AST) -> Value:
    if table.kind in ("loader", "stream"):
        return passes.begun(reader, table, node).like(kind="batch")
    if table.kind == "batch":
        return table.like(kind="tensor", word="")
    if table.kind == "frame":
        return NameOf(Names(table, table.columns))
    cut = reader.space.cut("filter", table.rows, ("each", id(node)), "", "one row")
    return table.like(rows=cut, kind="row" if table.kind != "unknown" else "unknown")


def names_in(value: Value | None) -> list[Hashable] | None:
    """The column names that a value spells out, None if it does not: ``"a"``, ``["a", "b"]``."""
    if isinstance(value, Constant):
        return None if isinstance(value.value, slice | None) else [value.value]
    if isinstance(value, Setting):
        name = column_of(value)
        return None if name is None else [name]
    if isinstance(value, Listing):
        if value.open:
            return None
        found: list[Hashable] = []
        for item in value.items:
            inner = names_in(item)
            if inner is None:
                return None
            found += inner
        return found
    if isinstance(value, Names) and value.columns.implied is None and not value.columns.vague:
        return list(value.columns.known)
    if isinstance(value, Mapping) and value.rest is None:
        return list(value.items)
    return None
