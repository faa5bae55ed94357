"""Assignment: names, unpacking, columns written in place, fields, items."""

import ast
from collections.abc import Hashable

from heldout import libraries
from heldout.columns import PLAIN, Column, Columns
from heldout.events import Statistic
from heldout.events.images import UNSEEN
from heldout.naming import is_time, role
from heldout.reading import arithmetic, augmenting, estimators, networks, recording, results, shapes, sums, told
from heldout.reading.callbacks import applied
from heldout.reading.facts import learned_by, predictions_in, scores_in, word_of
from heldout.reading.functions import call_method
from heldout.reading.joins import joined
from heldout.reading.masks import picks_gaps
from heldout.reading.objects import Property, item_name
from heldout.reading.pieces import cuts_of, piece_of, side_of, split_results
from heldout.reading.predicted import noted
from heldout.reading.reader import Reader
from heldout.reading.sequences import elements, names_in
from heldout.reading.settings import Setting
from heldout.reading.tables import as_value
from heldout.reading.values import (
    Bound,
    Class,
    Constant,
    Instance,
    Learner,
    Listing,
    Mapping,
    NameOf,
    Names,
    Scalar,
    Table,
    Value,
)

_CUTS = frozenset({"part", "fold", "slice", "filter", "sample", "rest"})
_MOST_NAMES = 4


def to(reader: Reader, target: ast.expr, value: Value, node: ast.expr | None) -> None:
    """Assign a value to a target; node: the expression that it comes from, if there is one."""
    if isinstance(target, ast.Name):
        value = as_value(value) if isinstance(value, Bound) and _is_data(value) else value
        _noted(reader, target.id, value)
        reader.store.bind(reader.scope.holder(target.id).names, target.id, value)
    elif isinstance(target, ast.Tuple | ast.List):
        _unpack(reader, target, value, node)
    elif isinstance(target, ast.Starred):
        to(reader, target.value, Listing((value,), open=True), node)
    elif isinstance(target, ast.Attribute):
        _field(reader, target, value)
    elif isinstance(target, ast.Subscript):
        _item(reader, target, value)


def each(reader: Reader, target: ast.expr, values: list[Value]) -> None:
    """Assign one value after the other, as the turns of a loop do."""
    for value in values:
        to(reader, target, value, None)


def _is_data(value: Bound) -> bool:
    receiver = value.receiver
    return (
        isinstance(receiver, Table)
        and receiver.kind == "frame"
        and receiver.columns.column(value.name) is not None
        and not _is_method(value.name)
    )


def _is_method(name: str) -> bool:
    return libraries.method("frame", name) is not None


def _noted(reader: Reader, name: str, value: Value) -> None:
    """Remember what the program calls rows that were cut, scores that were computed, and learners."""
    if isinstance(value, Table):
        if value.rows.kind in _CUTS and not value.predictions:
            names = reader.trace.names.setdefault(value.rows, [])
            if name not in names and len(names) < _MOST_NAMES:
                names.append(name)
        if not value.word:
            value.word = name
    elif isinstance(value, Scalar):
        for score in value.scores:
            if name not in score.names and len(score.names) < _MOST_NAMES:
                score.names.append(name)
    elif isinstance(value, Learner | Instance):
        learner = estimators.of_instance(reader, value) if isinstance(value, Instance) else value
        if learner is not None and not learner.written:
            learner.written = name


def _unpack(reader: Reader, target: ast.Tuple | ast.List, value: Value, node: ast.expr | None) -> None:
    count = len(target.elts)
    if isinstance(value, Listing) and value.split is not None:
        value = split_results(reader, target, value)
    if isinstance(value, Listing) and not value.open and len(value.items) == count:
        for part, item in zip(target.elts, value.items, strict=True):
            to(reader, part, item, None)
        return
    if any(isinstance(part, ast.Starred) for part in target.elts) and isinstance(value, Listing) and not value.open:
        _unpack_starred(reader, target, value)
        return
    if isinstance(value, Scalar) and (value.scores or value.learned or value.choices):
        for number, part in enumerate(target.elts):
            to(reader, part, cuts_of(value) if number == 2 else value, None)
        return
    if isinstance(value, Table) and _unpacked_rows(reader, target, value, node):
        return
    values, exact = elements(reader, value, target)
    for number, part in enumerate(target.elts):
        item = values[number] if number < len(values) else values[-1] if values else Scalar()
        if not exact and isinstance(item, Scalar):
            item = Scalar(learned=item.learned, scores=item.scores, choices=item.choices)
        to(reader, part, item, None)


def _unpacked_rows(reader: Reader, target: ast.Tuple | ast.List, value: Table, node: ast.expr | None) -> bool:
    """Unpack rows: each part of a batch has all of them; False if the loop that gives them tells nothing more."""
    whole = value.kind == "batch" or any(one.forward is not None for one in value.predictions)
    if whole:
        for number, part in enumerate(target.elts):
            to(reader, part, shapes.part_of(reader, value, number), None)
    elif node is not None:
        roles = [role(word_of(part)) for part in target.elts]
        for number, (part, said) in enumerate(zip(target.elts, roles, strict=True)):
            piece = piece_of(reader, value, number, node) if len(set(roles)) < 2 else side_of(reader, value, said, node)
            to(reader, part, piece, None)
    return whole or node is not None


def _unpack_starred(reader: Reader, target: ast.Tuple | ast.List, value: Listing) -> None:
    star = next(number for number, part in enumerate(target.elts) if isinstance(part, ast.Starred))
    after = len(target.elts) - star - 1
    for part, item in zip(target.elts[:star], value.items, strict=False):
        to(reader, part, item, None)
    starred = target.elts[star]
    assert isinstance(starred, ast.Starred)
    to(reader, starred.value, Listing(value.items[star : len(value.items) - after]), None)
    for part, item in zip(target.elts[star + 1 :], value.items[len(value.items) - after :], strict=False):
        to(reader, part, item, None)


def _field(reader: Reader, target: ast.Attribute, value: Value) -> None:
    owner = reader.evaluate(_part_of(target) if "transform" in target.attr else target.value)
    word = word_of(target)
    told.switched(reader, target, owner, value)
    if target.attr == "grad":
        networks.cleared_by_hand(reader, owner)
    if isinstance(value, Bound) and _is_data(value):
        value = as_value(value)
    if isinstance(owner, Instance | Class):
        _noted(reader, word, value)
        member = owner.kind.lookup(target.attr) if isinstance(owner, Instance) else None
        if isinstance(member, Property) and member.setter is not None:
            applied(reader, member.setter, (owner, value), target)
        else:
            reader.store.bind(owner.fields, target.attr, value)
            networks.belongs(reader, owner, value)
    elif isinstance(owner, Setting):
        reader.store.bind(owner.fields, target.attr, value)
    elif isinstance(owner, Learner):
        networks.belongs(reader, owner, value, target.attr)
    elif isinstance(owner, Table):
        if owner.kind in ("dataset", "loader", "stream", "batch"):
            augmenting.configured(reader, owner, target.attr, value)
        elif target.attr == "columns":
            _rename_all(reader, owner, value)
        elif target.attr == "index":
            _index_by(reader, owner, value)
        else:
            write_columns(reader, owner, [target.attr], value)


def _part_of(target: ast.Attribute) -> ast.expr:
    """The part whose data set is given another transform: ``val_set`` of ``val_set.dataset.transform``."""
    found = target.value
    while isinstance(found, ast.Attribute) and found.attr == "dataset":
        found = found.value
    return found


def _index_by(reader: Reader, table: Table, value: Value) -> None:
    """``table.index = pd.to_datetime(table["date"])``: rows in the order of time."""
    for origin in value.column.lineage() if isinstance(value, Table) else ():
        name = origin[-1] if isinstance(origin, tuple) else None
        if isinstance(name, str) and is_time(name):
            reader.store.set(table, "sorted_by", name)


def _rename_all(reader: Reader, table: Table, value: Value) -> None:
    names = names_in(value)
    if names is None:
        return
    rest = table.columns.everything()
    known: dict[Hashable, Column] = {name: rest._replace(origin=(id(table.rows), name)) for name in names}
    reader.store.set(table, "columns", Columns(known=known))


def _item(reader: Reader, target: ast.Subscript, value: Value) -> None:
    owner = reader.evaluate(target.value)
    reader.activations.pop(owner.serial, None)
    if _figure_written(reader, target, owner, value):
        return
    if isinstance(owner, Bound) and isinstance(owner.receiver, Table):
        if owner.name in ("loc", "iloc", "ix", "at", "iat"):
            _located(reader, owner.receiver, target.slice, value)
            if learned_by(value) and isinstance(target.value, ast.Attribute):
                _write_back(reader, target.value.value, owner.receiver)
            return
        owner = as_value(owner)
    if isinstance(owner, Table):
        write_item(reader, owner, target.slice, value)
    elif isinstance(owner, Mapping):
        key = reader.evaluate(target.slice)
        if isinstance(key, Constant) and key.value.__hash__ is not None:
            reader.store.set(owner, "items", {**owner.items, key.value: value})
        else:
            reader.store.set(owner, "rest", value if owner.rest is None else joined(reader, owner.rest, value))
    elif isinstance(owner, Listing):
        index = reader.evaluate(target.slice)
        if (
            isinstance(index, Constant)
            and isinstance(index.value, int)
            and -len(owner.items) <= index.value < len(owner.items)
        ):
            items = list(owner.items)
            items[index.value] = value
            reader.store.set(owner, "items", tuple(items))
        elif len(owner.items) < 64:
            reader.store.set(owner, "items", (*owner.items, value))
            reader.store.set(owner, "open", True)
    elif isinstance(owner, Instance | Setting):
        _part(reader, owner, target, value)
    else:
        told.put(reader, owner, target, value)
        recording.put(reader, target, owner, value)


def _write_back(reader: Reader, picked: ast.expr, column: Table) -> None:
    """``df["a"].loc[rows] = value``: the frame is written through the column that was picked from it."""
    if isinstance(picked, ast.Subscript) and not isinstance(picked.slice, ast.Slice):
        whole = reader.evaluate(picked.value)
        if isinstance(whole, Table):
            write_item(reader, whole, picked.slice, column)


def _part(reader: Reader, owner: Instance | Setting, target: ast.Subscript, value: Value) -> None:
    """An item of an object of the program, or a part of a setting."""
    part = reader.evaluate(target.slice)
    if isinstance(owner, Instance):
        written = call_method(reader, owner, "__setitem__", (part, value), target)
        if written is None and isinstance(part, Constant):
            reader.store.bind(owner.fields, item_name(part.value), value)
    elif isinstance(part, Constant) and part.value.__hash__ is not None:
        reader.store.bind(owner.fields, part.value, value)


def _figure_written(reader: Reader, target: ast.Subscript, owner: Value, value: Value) -> bool:
    """``scores[i] = figure``, ``results.loc[i, "accuracy"] = figure``: the array or table is one of figures from now on."""
    if not scores_in(value):
        return False
    whole = target.value.value if isinstance(owner, Bound) and isinstance(target.value, ast.Attribute) else target.value
    parts = target.slice.elts if isinstance(target.slice, ast.Tuple) else [target.slice]
    key = reader.evaluate(parts[-1]) if not isinstance(parts[-1], ast.Slice) else None
    found = results.filled(owner.receiver if isinstance(owner, Bound) else owner, value, key)
    if found is None or not isinstance(whole, ast.Name | ast.Attribute):
        return False
    to(reader, whole, found, None)
    return True


def write_item(reader: Reader, table: Table, key: ast.expr, value: Value) -> None:
    """``table[key] = value``."""
    reader.store.set(table, "images", UNSEEN)
    if isinstance(key, ast.Slice | ast.Tuple) and table.kind != "frame":
        _mix_in(reader, table, value, key)
        return
    index = reader.evaluate(key)
    names = names_in(index)
    if isinstance(value, Constant) and not (isinstance(index, Table) and index.predicate is not None):
        # A column of one constant fills up what a table lacks beside another one.
        reader.store.set(table, "columns", table.columns.named())
    if isinstance(index, NameOf) or (isinstance(index, Names) and names is None):
        source = index.names if isinstance(index, NameOf) else index
        _every_column(reader, table, source, value)
    elif names is not None and table.kind in ("frame", "unknown") and not all(isinstance(name, int) for name in names):
        write_columns(reader, table, names, value)
    else:
        _mix_in(reader, table, value, key)


def _every_column(reader: Reader, table: Table, names: Names, value: Value) -> None:
    """``for c in df.columns: df[c] = ...``: every column of those is replaced by what the value carries."""
    learned = learned_by(value)
    columns = table.columns
    keeps = columns.learned if isinstance(value, Table) else frozenset()
    if names.columns.implied is None and not names.columns.vague:
        for name in names.columns.known:
            columns = columns.having(name, (columns.column(name) or PLAIN).carrying(learned))
    else:
        columns = columns.carrying(learned - keeps) if learned else columns
    reader.store.set(table, "columns", columns)


def _mix_in(reader: Reader, table: Table, value: Value, key: ast.expr) -> None:
    """Some cells of a table are overwritten: it now also carries what the value carries."""
    learned = learned_by(value)
    columns = table.columns
    if isinstance(key, ast.Tuple) and len(key.elts) == 2 and not isinstance(key.elts[1], ast.Slice):
        names = names_in(reader.evaluate(key.elts[1]))
        if names is not None:
            for name in names:
                label = ("position", name) if isinstance(name, int) else name
                columns = columns.having(label, (columns.column(label) or PLAIN).carrying(learned))
            reader.store.set(table, "columns", columns)
            return
    # Columns that are written back changed bring nothing into the others.
    fresh = learned - columns.learned if isinstance(value, Table) else learned
    if fresh:
        reader.store.set(table, "columns", columns.carrying(fresh))
    _take_predictions(reader, table, value)


def _located(reader: Reader, table: Table, key: ast.expr, value: Value) -> None:
    """``table.loc[rows, columns] = value``."""
    if not isinstance(key, ast.Tuple) or len(key.elts) != 2:
        _mix_in(reader, table, value, key)
        return
    where = reader.evaluate(key.elts[0]) if not isinstance(key.elts[0], ast.Slice) else None
    names = names_in(reader.evaluate(key.elts[1])) if not isinstance(key.elts[1], ast.Slice) else None
    if names is None:
        _mix_in(reader, table, value, key)
        return
    learned = learned_by(value)
    columns = table.columns
    for name in names:
        before = columns.column(name) or Column(origin=("written", id(key), name))
        if not picks_gaps(where):
            before = before._replace(traits=before.traits | {"changed"})
        columns = columns.having(name, noted(before.carrying(learned), value))
    reader.store.set(table, "columns", columns)
    _take_predictions(reader, table, value)


def _take_predictions(reader: Reader, table: Table, value: Value) -> None:
    """A table whose cells are overwritten with predictions holds them from then on."""
    found = predictions_in(value)
    if found:
        reader.store.set(table, "predictions", tuple(dict.fromkeys((*table.predictions, *found))))


def write_columns(reader: Reader, table: Table, names: list[Hashable], value: Value) -> None:
    """``table[names] = value``."""
    columns = table.columns
    source = as_value(value) if isinstance(value, Bound) else value
    for number, name in enumerate(names):
        column = _written(source, table, name, number, len(names))
        columns = columns.having(name, noted(column, source))
    reader.store.set(table, "columns", columns)
    if isinstance(source, Table):
        _take_predictions(reader, table, source)


def _written(value: Value, table: Table, name: Hashable, number: int, count: int) -> Column:
    origin = ("written", value.serial, name, id(table.rows))
    if isinstance(value, Table):
        column = value.columns.known[name] if count > 1 and name in value.columns.known else value.column
        if column.origin is not None and value.columns.implied is None and len(value.columns.known) == 1:
            return column
        return Column(origin, value.columns.learned, column.lineage(), column.traits)
    if isinstance(value, Listing):
        tables = [item for item in value.items if isinstance(item, Table)]
        lineage = frozenset[Hashable]().union(*(item.column.lineage() for item in tables))
        return Column(origin, learned_by(value), lineage)
    return Column(origin, learned_by(value))


def augmented(reader: Reader, node: ast.AugAssign) -> None:
    """``target op= value``."""
    before = reader.evaluate(_as_load(node.target))
    value = reader.evaluate(node.value)
    sums.summed(reader, node, before, value)
    if isinstance(before, Listing) and isinstance(node.op, ast.Add) and isinstance(value, Listing):
        reader.store.set(before, "items", (*before.items, *value.items)[-64:])
        reader.store.set(before, "open", before.open or value.open or reader.loops > 0)
        return
    if isinstance(before, Listing) and isinstance(node.op, ast.Add) and isinstance(value, Table):
        reader.store.set(before, "items", (*before.items, value)[-64:])
        reader.store.set(before, "open", True)
        return
    if reader.loops and isinstance(before, Constant | Scalar) and _is_one_row(value):
        to(reader, node.target, _running(reader, before, value, node), node.value)
        return
    result = arithmetic.binary(reader, as_value(before), node.op, as_value(value), node.target)
    if isinstance(result, Constant) and reader.loops:
        result = Scalar()
    if isinstance(before, Scalar | Constant) and isinstance(result, Scalar) and scores_in(value):
        result = Scalar(learned=result.learned, scores=result.scores, choices=result.choices, error=result.error)
    to(reader, node.target, sums.total(before, node.op, value, result), node.value)


def _is_one_row(value: Value) -> bool:
    return (
        isinstance(value, Table)
        and value.rows.kind == "filter"
        and value.rows.label == "one row"
        and not value.predictions
    )


def _running(reader: Reader, before: Value, value: Value, node: ast.AugAssign) -> Value:
    """A sum that grows row by row: a statistic written by hand."""
    assert isinstance(value, Table)
    assert value.rows.parent is not None
    whole = value.like(rows=value.rows.parent)
    event = Statistic("sum by a loop", whole.data(), "value", "fill")
    reader.emit(event, node)
    return Scalar(learned=learned_by(before) | value.columns.learned | {event})


def _as_load(target: ast.expr) -> ast.expr:
    if isinstance(target, ast.Name):
        return ast.copy_location(ast.Name(target.id, ast.Load()), target)
    if isinstance(target, ast.Attribute):
        return ast.copy_location(ast.Attribute(target.value, target.attr, ast.Load()), target)
    if isinstance(target, ast.Subscript):
        return ast.copy_location(ast.Subscript(target.value, target.slice, ast.Load()), target)
    return target


def delete(reader: Reader, target: ast.expr) -> None:
    """``del name``, ``del table["a"]``."""
    if isinstance(target, ast.Name):
        reader.store.unbind(reader.scope.names, target.id)
    elif isinstance(target, ast.Subscript):
        owner = reader.evaluate(target.value)
        if isinstance(owner, Table) and not isinstance(target.slice, ast.Slice):
            names = names_in(reader.evaluate(target.slice))
            gone = owner.columns.some() if names is None else owner.columns.without(names)
            reader.store.set(owner, "columns", gone)
    elif isinstance(target, ast.Tuple | ast.List):
        for part in target.elts:
            delete(reader, part)
