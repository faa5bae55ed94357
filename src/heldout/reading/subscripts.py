"""Subscripts: rows and columns picked from tables, items of sequences and mappings."""

import ast
from collections.abc import Hashable

from heldout.libraries.standard import VARIABLES
from heldout.naming import role
from heldout.reading import cuts, estimators, keras_networks, results, tuning, unordered
from heldout.reading.arithmetic import key_of
from heldout.reading.callbacks import is_own
from heldout.reading.choosing import picked
from heldout.reading.facts import choices_in, learned_by, scores_in, tables_in
from heldout.reading.figures import Figures
from heldout.reading.functions import call_method
from heldout.reading.grouping import Grouped
from heldout.reading.joins import joined
from heldout.reading.masks import side_of_mask
from heldout.reading.objects import Alternatives, item_name, items_of
from heldout.reading.picking import columns_by, is_condition
from heldout.reading.positions import bound, columns_at, columns_between, end_of, shown, whole_number
from heldout.reading.reader import Reader
from heldout.reading.sequences import names_in
from heldout.reading.settings import Setting, settled
from heldout.reading.tables import as_value
from heldout.reading.values import (
    Bound,
    Constant,
    History,
    Instance,
    Learner,
    Library,
    Listing,
    Mapping,
    NameOf,
    Names,
    Scalar,
    Slice,
    Table,
    Thing,
    Value,
)

_MOST_ALTERNATIVES = 8

#: What the parts of a data set that comes in parts are called.
_PARTS = frozenset({"train", "validation", "test"})


def of(reader: Reader, value: Value, key: ast.expr, node: ast.Subscript) -> Value:
    """``value[key]``."""
    if isinstance(value, Bound) and value.name in ("loc", "iloc", "ix", "at", "iat"):
        receiver = as_value(value.receiver)
        if isinstance(receiver, Table):
            return _located(reader, receiver, value.name, key, node)
    value = unordered.sliced(reader, as_value(value), key, node)
    if isinstance(value, Figures):
        return results.item(reader, value, key, node)
    if isinstance(value, Table):
        return _of_table(reader, value, key, node)
    if isinstance(value, Listing):
        return _of_listing(reader, value, key, node)
    if isinstance(value, Mapping):
        return _of_mapping(reader, value, key)
    if isinstance(value, Names):
        return _of_names(reader, value, key)
    if isinstance(value, Grouped):
        names = names_in(reader.evaluate(key))
        return Grouped(value.table, value.keys, tuple(names) if names is not None else None)
    if isinstance(value, Learner) and value.steps:
        return _step(reader, value, key)
    if isinstance(value, Instance):
        return _item_of_instance(reader, value, key, node)
    if isinstance(value, Library):
        return _of_library(reader, value, key, node)
    return _of_anything(reader, value, key, node)


def _of_library(reader: Reader, value: Library, key: ast.expr, node: ast.Subscript) -> Value:
    index = reader.evaluate(key) if not isinstance(key, ast.Slice) else Scalar()
    if value.qualified in VARIABLES:
        return Setting(("setting", value.qualified, settled(index)))
    return _pasted(reader, value, index, node)


def _pasted(reader: Reader, value: Library, index: Value, node: ast.Subscript) -> Value:
    """``np.c_[a, b]``, ``np.r_[a, b]``: columns beside one another, rows under one another."""
    tables = tables_in(index)
    if value.qualified not in ("numpy.c_", "numpy.r_") or not tables:
        return value
    from heldout.reading.call import Call
    from heldout.reading.joining import concat, side_by_side

    call = ast.copy_location(ast.Call(node.value, [], []), node)
    made = Call(reader, call, "numpy.column_stack" if value.qualified == "numpy.c_" else "numpy.concatenate")
    made.positional = (Listing(tuple(tables)),)
    return side_by_side(made) if value.qualified == "numpy.c_" else concat(made)


def _of_anything(reader: Reader, value: Value, key: ast.expr, node: ast.Subscript) -> Value:
    """An item of something that holds no rows by itself: it carries what its owner carries."""
    if isinstance(value, History):
        return keras_networks.curve(reader, value, reader.evaluate(key), node)
    index = reader.evaluate(key) if not isinstance(key, ast.Slice) else Scalar()
    if isinstance(value, Setting) and isinstance(index, Constant) and index.value.__hash__ is not None:
        return value.at(index.value)
    if isinstance(value, Thing) and isinstance(index, Constant):
        found = tuning.part(value, str(index.value))
        if found is not None:
            return found
    if isinstance(index, Table) and index.predicate is None:
        return index.like(columns=index.columns.carrying(learned_by(value)), kind="array", word="")
    return Scalar(
        learned=learned_by(value) | learned_by(index),
        scores=scores_in(value),
        choices=choices_in(value) | choices_in(index),
        error=getattr(value, "error", ()),
        length_of=None,
    )


def _item_of_instance(reader: Reader, value: Instance, key: ast.expr, node: ast.Subscript) -> Value:
    items = items_of(value)
    if items is not None:
        return _of_listing(reader, Listing(tuple(items), "tuple"), key, node)
    index = reader.evaluate(key)
    found = call_method(reader, value, "__getitem__", (index,), node)
    if found is None and isinstance(index, Constant):
        found = value.fields.get(item_name(index.value))
    return found if found is not None else Scalar()


def _of_listing(reader: Reader, value: Listing, key: ast.expr, node: ast.Subscript) -> Value:
    if isinstance(key, ast.Slice):
        low, high = (reader.evaluate(part) if part is not None else None for part in (key.lower, key.upper))
        bounds = [part.value if isinstance(part, Constant) else None for part in (low, high)]
        known = (low is None or isinstance(low, Constant)) and (high is None or isinstance(high, Constant))
        if key.step is None and known and not value.open:
            return Listing(value.items[slice(*bounds)], value.kind)
        return Listing(tuple(_some_of_each(reader, item, key) for item in value.items), value.kind, open=True)
    index = reader.evaluate(key)
    if isinstance(index, Constant) and isinstance(index.value, int) and not value.open:
        if -len(value.items) <= index.value < len(value.items):
            return value.items[index.value]
        return Scalar()
    if value.kind == "ranked" and isinstance(index, Constant):
        return picked(reader, value, node)
    return _any_of(reader, list(value.items), index)


def _some_of_each(reader: Reader, item: Value, key: ast.Slice, depth: int = 0) -> Value:
    """What a list that was made row by row holds after a slice: the rows of that slice."""
    if isinstance(item, Listing) and depth < 2:
        return Listing(
            tuple(_some_of_each(reader, part, key, depth + 1) for part in item.items), item.kind, open=item.open
        )
    if isinstance(item, Table) and item.rows.label == "one row" and item.rows.parent is not None:
        return sliced(reader, item.like(rows=item.rows.parent), key)
    return item


def _any_of(reader: Reader, items: list[Value], index: Value) -> Value:
    if len(items) > 1 and all(is_own(item) for item in items):
        return Alternatives(tuple(items[-_MOST_ALTERNATIVES:]))
    result: Value | None = None
    for item in items[-8:]:
        result = item if result is None else joined(reader, result, item)
    choices = choices_in(index)
    if choices and isinstance(result, Learner):
        reader.store.set(result, "choices", result.choices | choices)
    if result is None or (choices and isinstance(result, Constant | Scalar)):
        learned = learned_by(index) | learned_by(result)
        return Scalar(learned=learned, scores=scores_in(result), choices=choices | choices_in(result))
    return result


def _of_mapping(reader: Reader, value: Mapping, key: ast.expr) -> Value:
    index = reader.evaluate(key) if not isinstance(key, ast.Slice) else Scalar()
    if isinstance(index, Constant) and index.value.__hash__ is not None:
        found = value.items.get(index.value)
        return found if found is not None else value.rest or Scalar()
    return _any_of(reader, [*value.items.values(), *([value.rest] if value.rest else [])], index)


def _of_names(reader: Reader, value: Names, key: ast.expr) -> Value:
    if isinstance(key, ast.Slice):
        return Names(value.table, columns_between(reader, value.columns, key), value.learned)
    index = reader.evaluate(key)
    if isinstance(index, Constant) and isinstance(index.value, int):
        names = list(value.columns.known)
        if value.columns.implied is None and not value.columns.vague and -len(names) <= index.value < len(names):
            return Constant(names[index.value])
        return Constant(("position", index.value))
    columns = value.columns.some()
    return Names(value.table, columns, value.learned | learned_by(index))


def _step(reader: Reader, value: Learner, key: ast.expr) -> Value:
    if isinstance(key, ast.Slice):
        return estimators.some_steps(
            value, whole_number(bound(reader, key.lower)), whole_number(bound(reader, key.upper))
        )
    return estimators.step(value, reader.evaluate(key))


def _of_table(reader: Reader, table: Table, key: ast.expr, node: ast.Subscript) -> Value:
    if isinstance(key, ast.Tuple) and not _is_label(table, key):
        return _rows_and_columns(reader, table, key, node)
    if isinstance(key, ast.Slice):
        return sliced(reader, table, key)
    index = as_value(reader.evaluate(key))
    if table.kind == "batch" and isinstance(index, Constant):
        return table.like(kind="tensor", word="")
    if table.kind == "parts" and isinstance(index, Constant):
        return named_part(reader, table, str(index.value))
    if table.kind == "unknown" and isinstance(index, Constant) and isinstance(index.value, str):
        said = role(index.value)  # ``prepared["X_train"]`` and ``prepared["y_train"]`` are the same part of something
        if said:
            return named_part(reader, table, said).like(kind="unknown")
    if table.kind == "dataset" and isinstance(index, Constant) and index.value in _PARTS:
        return named_part(reader, table, str(index.value))
    if table.kind in ("frame", "unknown", "row", "bunch", "dataset", "loader", "stream"):
        picked = columns_by(table, index)
        if picked is not None:
            _mention(reader, picked)
            return picked.like(choices=picked.choices | choices_in(index))
    return rows_by(reader, table, index, node)


def _mention(reader: Reader, picked: Table) -> None:
    """Remember which columns of a loaded table the program asks for by name."""
    for name, column in picked.columns.known.items():
        if isinstance(column.origin, tuple) and len(column.origin) == 2 and column.origin[1] == name:
            reader.trace.mentioned.setdefault(column.origin[0], {})[name] = None


def named_part(reader: Reader, table: Table, name: str) -> Table:
    """One of the parts in which a data set comes: ``data["test"]``."""
    rows = reader.space.shipped(table.rows, name, name)
    return table.like(rows=rows, kind="dataset", word="")


def _is_label(table: Table, key: ast.Tuple) -> bool:
    return table.kind == "frame" and all(
        isinstance(part, ast.Constant) and isinstance(part.value, str) for part in key.elts
    )


def rows_by(reader: Reader, table: Table, index: Value, node: ast.AST) -> Table:
    """The rows that a condition, an index of positions, a stretch of them or one position picks."""
    kind = table.kind
    if isinstance(index, Slice):
        return between(reader, table, index)
    if isinstance(index, Table):
        if index.predicate is not None:
            return _filtered(reader, table, index.predicate)
        if cuts.is_position(index) and not index.rows.vague:
            return cuts.at_position(reader, table, index, key_of(index))
        said = side_of_mask(index)
        if said:
            rows = reader.space.cut("part", table.rows, ("masks", id(table.rows)), said, said)
            return table.like(rows=rows, word="")
        if index.kind in ("index", "labels", "array", "series", "unknown", "list") and not index.rows.vague:
            return table.like(
                rows=cuts.transplanted(reader, index.rows, table.rows, table.order),
                columns=table.columns.carrying(index.columns.learned),
                order=cuts.picked_order(table, index),
                word="",
            )
        return _filtered(reader, table, ("true", key_of(index)))
    if isinstance(index, Scalar) and is_condition(index.key):
        return _filtered(reader, table, index.key)
    if isinstance(index, Constant | Scalar) and kind in ("array", "series", "tensor", "list", "text"):
        return _one_row(reader, table, index)
    if isinstance(index, Scalar | Listing):
        slot = ("true", key_of(index))
        return _filtered(reader, table, slot).like(weak=True)
    return table.like(word="")


def _filtered(reader: Reader, table: Table, predicate: Hashable) -> Table:
    rows = reader.space.cut("filter", table.rows, "filter", predicate, "filter")
    return table.like(rows=rows, word="", predicate=None)


def sliced(reader: Reader, table: Table, key: ast.Slice) -> Table:
    """``table[low:high]``."""
    if table.kind == "transposed":
        return table.like(word="")
    ends = (reader.evaluate(part) if part is not None else None for part in (key.lower, key.upper, key.step))
    return between(reader, table, Slice(*ends))


def between(reader: Reader, table: Table, asked: Slice) -> Table:
    """The rows of a table from one position to another."""
    start, stop = asked.start, asked.stop
    low, high = end_of(start), end_of(stop)
    if low is None and high is None:
        return _stepped(reader, table, asked.step)
    moving = cuts.window(reader, table, start, stop, (low, high)) if reader.varying else None
    if moving is not None:
        return moving
    rows = cuts.ranged(reader, table.rows, ("slice", table.order), (low, high), f"[{shown(low)}:{shown(high)}]")
    return table.like(rows=rows, word="")


def _stepped(reader: Reader, table: Table, step: Value | None) -> Table:
    if step is None:
        return table.like()
    if isinstance(step, Constant) and step.value == -1:
        return table.like(order=("reversed", table.order), word="")
    rows = reader.space.cut("filter", table.rows, "step", ("true", key_of(step)), "every so many rows")
    return table.like(rows=rows, word="")


def _located(reader: Reader, table: Table, how: str, key: ast.expr, node: ast.Subscript) -> Value:
    """``table.loc[rows, columns]`` and its kin."""
    if isinstance(key, ast.Tuple) and len(key.elts) == 2:
        return _rows_and_columns(reader, table, key, node, labels=how in ("loc", "at", "ix"))
    if isinstance(key, ast.Slice):
        return sliced(reader, table, key)
    index = reader.evaluate(key)
    if how == "loc" and isinstance(index, Constant) and table.kind == "frame":
        rows = reader.space.cut("filter", table.rows, "filter", ("==", "label", index.value), f"[{index.value}]")
        return table.like(rows=rows, word="")
    if how in ("iloc", "iat") and isinstance(index, Constant | Scalar) and not is_condition(key_of(index)):
        return _one_row(reader, table, index)
    return rows_by(reader, table, index, node)


def _one_row(reader: Reader, table: Table, index: Constant | Scalar) -> Table:
    """The row at a position."""
    slot = index.value if isinstance(index, Constant) else index.key
    rows = reader.space.cut("filter", table.rows, "row", ("==", "row", slot), "one row")
    return table.like(rows=rows, kind="row", word="")


def _rows_and_columns(
    reader: Reader, table: Table, key: ast.Tuple, node: ast.Subscript, *, labels: bool = False
) -> Value:
    """``table[rows, columns]``."""
    if not key.elts:
        return table.like(word="")
    rows_key, *others = key.elts
    if isinstance(rows_key, ast.Constant) and rows_key.value is Ellipsis:
        return table.like(word="")
    picked = sliced(reader, table, rows_key) if isinstance(rows_key, ast.Slice) else None
    if picked is None:
        at = reader.evaluate(rows_key)
        if not labels and isinstance(at, Constant) and isinstance(at.value, int):
            picked = _one_row(reader, table, at)
        else:
            picked = rows_by(reader, table, at, node)
    if len(others) != 1:
        return picked
    columns_key = others[0]
    if isinstance(columns_key, ast.Slice):
        whole = columns_key.lower is None and columns_key.upper is None
        return picked if whole else picked.like(columns=columns_between(reader, table.columns, columns_key), word="")
    index = reader.evaluate(columns_key)
    if isinstance(index, Constant) and index.value is None:
        return picked
    if labels or isinstance(index, Names | NameOf):
        found = columns_by(picked.like(kind="frame"), index)
        if found is not None:
            return found.like(kind="array") if table.kind == "array" else found
    return columns_at(picked, index)
