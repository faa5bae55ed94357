"""Attributes: ``value.name`` that is not called, or not yet."""

import ast

from heldout.columns import Columns
from heldout.reading import estimators, learners, project
from heldout.reading.figures import Figures
from heldout.reading.functions import call_function
from heldout.reading.reader import Reader
from heldout.reading.tables import column_of, of_bunch
from heldout.reading.values import (
    Bound,
    Class,
    Function,
    History,
    Instance,
    Learner,
    Library,
    Listing,
    Method,
    Names,
    Scalar,
    Table,
    Thing,
    Value,
)

#: Attributes of a table that are the same rows in another dress.
_SAME_ROWS = frozenset(
    {"values", "array", "data", "real", "A", "loc", "iloc", "ix", "at", "iat", "str", "dt", "cat", "sparse"}
)
_METHODS_OF_ROWS = frozenset({"loc", "iloc", "ix", "at", "iat"})


def of(reader: Reader, value: Value, name: str, node: ast.expr) -> Value:
    """The attribute `name` of a value."""
    if isinstance(value, Library):
        return Library(f"{value.qualified}.{name}")
    if isinstance(value, project.Module):
        found = project.member(reader, value, name)
        return found if found is not None else project.unread(value.scope.name, name)
    if isinstance(value, Instance):
        return _of_instance(reader, value, name, node)
    if isinstance(value, Class):
        found = value.lookup(name)
        return found if found is not None else Bound(value, name)
    if isinstance(value, Table):
        return _of_table(reader, value, name, node)
    if isinstance(value, Learner):
        return learners.attribute(reader, value, name, node)
    if isinstance(value, Thing) and name.startswith("best") and "best" in value.arguments:
        return _best_of(value, name)
    if isinstance(value, Figures) and name in value.named:
        return value.column(name)
    if isinstance(value, History):
        return value if name == "history" else Scalar()
    if isinstance(value, Scalar) and value.choices:
        return value  # study.best_trial.params, .value: what won, too
    return Bound(value, name)


def _best_of(study: Thing, name: str) -> Value:
    """``study.best_value``, ``study.best_params``: the winning figure, or what won."""
    best = study.arguments["best"]
    if name == "best_value" or not isinstance(best, Scalar):
        return best
    return Scalar(choices=best.choices)


def _of_instance(reader: Reader, value: Instance, name: str, node: ast.expr) -> Value:
    found = value.fields.get(name)
    if found is not None:
        return found
    member = value.kind.lookup(name)
    if isinstance(member, Function):
        decorators = {_last_name(decorator) for decorator in member.node.decorator_list} if _is_def(member) else set()  # type: ignore[union-attr]
        if "property" in decorators or "cached_property" in decorators:
            return call_function(reader, member, (value,), {}, node)
        return member if "staticmethod" in decorators else Method(member, value)
    if member is not None:
        return member
    if name in ("fit_transform", "fit_predict") and isinstance(value.kind.lookup("fit"), Function):
        return Bound(value, name)
    learner = estimators.of_instance(reader, value)
    if learner is not None:
        return learners.attribute(reader, learner, name, node)
    return Bound(value, name)


def _is_def(function: Function) -> bool:
    return not isinstance(function.node, ast.Lambda)


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Call):
        return _last_name(node.func)
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _of_table(reader: Reader, table: Table, name: str, node: ast.expr) -> Value:
    unknown = table.kind == "unknown" and table.learner is None
    if table.kind == "bunch" or (unknown and name in ("data", "target")):
        return of_bunch(table, name)
    if name in ("values", "array", "A", "data") and table.kind != "dataset":
        return table.like(kind=table.kind if table.kind in ("unknown", "labels") else "array")
    if name == "T":
        return table.like(kind="array", weak=True)
    if name == "shape":
        return Listing((Scalar(("length", id(table.rows)), length_of=table.rows), Scalar()), "tuple")
    if name in ("size", "num_rows"):
        return Scalar(("length", id(table.rows)), length_of=table.rows)
    if name == "columns" and table.kind in ("frame", "unknown"):
        return Names(table, table.columns)
    if name == "index":
        return Table(table.rows, Columns(), "labels", weak=table.weak, order=table.order)
    if table.learner is not None and name.endswith("_"):
        return learners.attribute(reader, table.learner, name, node)
    if table.kind == "frame" and name in table.columns.known:
        return column_of(table, name)
    return Bound(table, name)
