"""Attributes: ``value.name`` that is not called, or not yet."""

import ast
from collections.abc import Callable

from heldout.columns import Columns
from heldout.naming import role
from heldout.reading import estimators, fastai, learners, lightning, networks, passes, project, tuning
from heldout.reading.callbacks import applied
from heldout.reading.figures import Figures
from heldout.reading.functions import call_function
from heldout.reading.objects import Parent, Property
from heldout.reading.reader import Reader
from heldout.reading.settings import Setting
from heldout.reading.subscripts import named_part
from heldout.reading.tables import column_of, of_bunch
from heldout.reading.values import (
    Bound,
    Class,
    Constant,
    Function,
    History,
    Instance,
    Learner,
    Library,
    Listing,
    Mapping,
    Method,
    Names,
    Partial,
    Scalar,
    Table,
    Thing,
    Value,
)

#: Attributes of a table that are the same rows in another dress.
_SAME_ROWS = frozenset(
    {"values", "array", "data", "real", "A", "loc", "iloc", "ix", "at", "iat", "str", "dt", "cat", "sparse"}
)
#: Kinds that taking the data of leaves as they are.
_KEPT = frozenset({"labels", "unknown", "tensor", "batch", "transposed"})
#: What loaders and data sets keep beside the rows that they give: the labels of all, or the data set itself.
_KEPT_BESIDE = {"loader": frozenset({"classes", "labels", "dataset"}), "dataset": frozenset({"targets", "labels"})}
_METHODS_OF_ROWS = frozenset({"loc", "iloc", "ix", "at", "iat"})


def of(reader: Reader, value: Value, name: str, node: ast.expr) -> Value:
    """The attribute `name` of a value."""
    handler = _HANDLERS.get(type(value))
    if handler is not None:
        return handler(reader, value, name, node)
    found = tuning.part(value, name) if isinstance(value, Thing) and not name.startswith("get_") else None
    if found is not None:
        return found
    if isinstance(value, Thing) and name in ("callback_metrics", "logged_metrics"):
        return lightning.figures(value) or Bound(value, name)
    if isinstance(value, Thing) and fastai.is_known(value):
        return fastai.part(value, name) or Bound(value, name)
    if isinstance(value, Figures) and name in value.named:
        return value.column(name)
    if isinstance(value, Listing) and name in ("values", "indices") and len(value.items) == 2:
        return value.items[name == "indices"]  # of torch's maximum along a dimension
    if isinstance(value, Scalar) and value.choices:
        return value  # study.best_trial.params, .value: what won, too
    return Bound(value, name)


def _of_instance(reader: Reader, value: Instance, name: str, node: ast.expr) -> Value:
    member = value.kind.lookup(name)
    found = value.fields.get(name)
    if found is not None and not (isinstance(member, Property) and not member.kept):
        return found
    if member is not None:
        return _member(reader, member, value, name, node)
    if name == "__class__":
        return value.kind
    if name == "__dict__":
        return Mapping(dict(value.fields))
    if name in ("fit_transform", "fit_predict") and isinstance(value.kind.lookup("fit"), Function):
        return Bound(value, name)
    learner = estimators.of_instance(reader, value)
    if learner is not None:
        return learners.attribute(reader, learner, name, node)
    delegate = value.kind.lookup("__getattr__")
    if isinstance(delegate, Function) and not name.startswith("__") and delegate not in reader.calls:
        return call_function(reader, delegate, (value, Constant(name)), {}, node)
    return Bound(value, name)


def _member(reader: Reader, member: Value, found_on: Instance, name: str, node: ast.expr) -> Value:
    """What an attribute of its class is on an object."""
    if isinstance(member, Property):
        value = applied(reader, member.getter, (found_on,), node)
        if member.kept:
            reader.store.bind(found_on.fields, name, value)
        return value
    if isinstance(member, Function):
        if "static" in member.traits:
            return member
        return Method(member, found_on.kind if "class" in member.traits else found_on)
    if isinstance(member, Partial) and member.method:
        return Partial(member.function, (found_on, *member.positional), member.keywords)
    return member


def _of_class(reader: Reader, value: Class, name: str, node: ast.expr) -> Value:
    found = value.lookup(name)
    if isinstance(found, Function) and "class" in found.traits:
        return Method(found, value)
    return found if found is not None and not isinstance(found, Property) else Bound(value, name)


def _of_parent(reader: Reader, value: Parent, name: str, node: ast.expr) -> Value:
    member = value.lookup(name)
    if member is None:
        return Bound(value, name)
    if isinstance(value.receiver, Instance):
        return _member(reader, member, value.receiver, name, node)
    return Method(member, value.receiver) if isinstance(member, Function) and "class" in member.traits else member


def _of_mapping(reader: Reader, value: Mapping, name: str, node: ast.expr) -> Value:
    """``config.data``: a part of a mapping that lets its keys be written as attributes."""
    found = value.items.get(name)
    return found if found is not None and not hasattr(dict, name) else Bound(value, name)


def _of_history(reader: Reader, value: History, name: str, node: ast.expr) -> Value:
    return value if name == "history" else Scalar()


def _of_table(reader: Reader, table: Table, name: str, node: ast.expr) -> Value:
    unknown = table.kind == "unknown" and table.learner is None
    if table.kind == "bunch" or (unknown and name in ("data", "target")):
        return of_bunch(table, name)
    if name in ("values", "array", "A", "data") and table.kind != "dataset":
        cut = tuple(one._replace(detached=True) for one in table.predictions)
        return table.like(kind=table.kind if table.kind in _KEPT else "array", predictions=cut)
    if name in _KEPT_BESIDE.get(table.kind, ()):
        return passes.lasting(table).like(kind="dataset" if name == "dataset" else "tensor")
    if name == "T":
        return table.like(kind="array", weak=True)
    if name == "shape":
        return Listing((Scalar(("length", id(table.rows)), length_of=table.rows), Scalar()), "tuple")
    if name == "loss" and any(one.forward is not None for one in table.predictions):
        return networks.own_loss(reader, table, node)
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
    return Bound(table, name, _side_of(reader, table, name) if unknown else None)


def _side_of(reader: Reader, table: Table, name: str) -> Table | None:
    """``data.test_graph``: a side of something that holds all of them under their names; None if the name tells none."""
    said = role(name)
    return named_part(reader, table, said).like(kind="unknown") if said and "mask" not in name else None


def _of_module(reader: Reader, value: project.Module, name: str, node: ast.expr) -> Value:
    found = project.member(reader, value, name)
    return found if found is not None else project.unread(value.scope.name, name)


_HANDLERS: dict[type, Callable[..., Value]] = {
    project.Module: _of_module,
    Library: lambda reader, value, name, node: Library(f"{value.qualified}.{name}"),
    Instance: _of_instance,
    Class: _of_class,
    Parent: _of_parent,
    Table: _of_table,
    Learner: learners.attribute,
    History: _of_history,
    Mapping: _of_mapping,
    Setting: lambda reader, value, name, node: value.at(name),
}
