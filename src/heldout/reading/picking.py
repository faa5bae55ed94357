"""Columns picked from a table by what is written between brackets: names, lists of names, and what stands for them."""

from collections.abc import Hashable
from typing import Any

from heldout.columns import Column, Columns
from heldout.reading.facts import learned_by
from heldout.reading.sequences import names_in
from heldout.reading.settings import Setting
from heldout.reading.tables import column_of, of_bunch
from heldout.reading.values import Constant, Listing, NameOf, Names, Scalar, Table, Value

_CONDITIONS = frozenset({"==", "!=", "<", "<=", ">", ">=", "not", "and", "or", "in", "not in"})


def columns_by(table: Table, index: Value) -> Table | None:
    """``table["a"]``, ``table[["a", "b"]]``, ``table[names]``; None if the key does not name columns."""
    if table.kind == "bunch" and isinstance(index, Constant):
        found = of_bunch(table, str(index.value))
        return found if isinstance(found, Table) else None
    if isinstance(index, Constant) and isinstance(index.value, str | tuple):
        return column_of(table, index.value)
    if isinstance(index, Setting) and table.kind == "frame":
        named = names_in(index)
        return column_of(table, named[0]) if named else some_columns(table, index.learned)
    if isinstance(index, Names):
        columns = index.columns if index.table is not None else table.columns
        if index.table is not None and index.table is not table:
            columns = _same_choice(table.columns, index.columns).named()
        return table.like(kind="frame", columns=columns.carrying(index.learned), word="")
    if isinstance(index, NameOf):
        column = table.columns.everything()
        return table.like(kind="series", columns=Columns(known={None: column._replace(origin=None)}), word="")
    if isinstance(index, Listing):
        return _by_list(table, index) if index.kind in ("list", "tuple") and index.items else None
    if isinstance(index, Table) and _may_be_names(table, index):
        return some_columns(table, index.columns.learned)
    if table.kind == "frame" and isinstance(index, Scalar) and not is_condition(index.key):
        return some_columns(table, index.learned)
    return None


def _by_list(table: Table, index: Listing) -> Table | None:
    """``table[["a", "b"]]``; None if the list does not name columns."""
    names = names_in(index)
    if names is not None:
        named = all(isinstance(name, str | tuple) for name in names)
        return table.like(kind="frame", columns=table.columns.only(names).named(), word="") if named else None
    if not index.open and all(isinstance(item, Constant | Scalar) for item in index.items):
        return _spelled_out(table, index)
    if all(isinstance(item, Constant | NameOf | Names | Scalar) for item in index.items):
        return some_columns(table, learned_by(index))
    return None


def _same_choice(own: Columns, chosen: Columns) -> Columns:
    """The columns of one table that were chosen by name from another table, which may have fewer of them."""
    if chosen.vague or chosen.implied not in (None, own.implied):
        return Columns(own.implied, own.dropped | chosen.dropped, own.known, own.rest, True)
    if chosen.implied is None:
        return own.only(chosen.known)
    return own.without(chosen.dropped)


def _spelled_out(table: Table, index: Listing) -> Table:
    """``table[["a", f"{name}_b"]]``: the columns of these names, and as many that have no name yet."""
    spelled = [item.value for item in index.items if isinstance(item, Constant)]
    own = table.columns.only(spelled)
    rest = Column(learned=table.columns.rest.learned | learned_by(index))
    return table.like(kind="frame", columns=Columns(known=own.known, rest=rest, vague=True), word="")


def _may_be_names(table: Table, index: Table) -> bool:
    """Whether a key is labels, or an argument of which nothing is known: names of columns, or positions of rows."""
    if table.kind == "frame" and index.kind == "labels" and index.predicate is None:
        return True
    origin = index.rows.origin
    unknown = index.kind == "unknown" and isinstance(origin, tuple) and origin[:1] == ("parameter",)
    return unknown and index.predicate is None and index.rows is not table.rows


def some_columns(table: Table, learned: frozenset[Any]) -> Table:
    """Some of the columns, not known which, with what was learned to choose them."""
    columns = table.columns.carrying(learned)
    vague = columns.some()
    return table.like(kind="frame", columns=vague, word="")


def is_condition(key: Hashable) -> bool:
    """Whether what tells a number from others says that it is a condition."""
    return isinstance(key, tuple) and len(key) > 1 and key[0] in _CONDITIONS
