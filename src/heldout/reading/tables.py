"""One column of a table, and attributes that turn out not to be methods."""

from collections.abc import Hashable

from heldout.columns import Columns
from heldout.reading.facts import learned_by
from heldout.reading.figures import Figures
from heldout.reading.predicted import held
from heldout.reading.values import (
    Bound,
    Constant,
    Scalar,
    Table,
    Value,
)

_ACCESSORS = frozenset({"str", "dt", "cat", "plot"})
_ROWLESS = frozenset({"dtypes", "dtype", "ndim", "empty", "name"})


def of_bunch(table: Table, name: str) -> Value:
    """A data set that ships whole: its features and target have the same rows and different columns."""
    if name == "target":
        return column_of(table.like(kind="frame"), "target").like(kind="array")
    if name == "frame":
        return table.like(kind="frame")
    if name in ("feature_names", "target_names", "DESCR", "filename"):
        return Scalar()
    return table.like(kind="array", columns=table.columns.without(("target",)))


def column_of(table: Table, name: Hashable) -> Table:
    """``table[name]``: one column as a series."""
    column = table.columns.column(name)
    if column is None:
        column = table.columns.rest._replace(origin=None)
    columns = Columns(known={name: column})
    return table.like(kind="series", columns=columns, word="", predicate=None, predictions=held(table, column))


def as_value(value: Value) -> Value:
    """An attribute that turned out not to be called: a column by dot, or something that carries what its owner does."""
    if not isinstance(value, Bound):
        return value
    if value.part is not None:
        return value.part
    receiver = as_value(value.receiver)
    if isinstance(receiver, Table) and receiver.kind in ("frame", "unknown"):
        if value.name in _ACCESSORS:
            return receiver
        if value.name in _ROWLESS:
            return Scalar()
        column = column_of(receiver, value.name)
        if receiver.kind == "unknown":
            # Perhaps a column, perhaps any other attribute: nothing is claimed of what is in it.
            column.columns = Columns(known={value.name: column.column._replace(origin=None)})
        return column
    if isinstance(receiver, Table):
        return receiver
    if isinstance(receiver, Figures):
        return receiver.column(value.name) if value.name in receiver.named else receiver
    if isinstance(receiver, Constant):
        return Scalar(learned=learned_by(receiver))
    # The same attribute of the same thing is the same value: ``args.path`` here and ``args.path`` there.
    owner = receiver.key if isinstance(receiver, Scalar) else receiver.serial
    return Scalar(("part", owner, value.name), learned=learned_by(receiver))
