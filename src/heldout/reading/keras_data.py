"""Data sets that Keras and TensorFlow Datasets cut: named parts and ranges of them, windows over a series."""

import re
from collections.abc import Callable, Hashable

from heldout.events import Load, Part, Split
from heldout.reading.arithmetic import key_of
from heldout.reading.call import Call, is_given, is_on, note_draw
from heldout.reading.cuts import lagged, ranged
from heldout.reading.facts import learned_by, tables_in, word_of
from heldout.reading.reader import Reader
from heldout.reading.streams import as_stream, beside
from heldout.reading.values import Constant, Library, Listing, Mapping, Scalar, Table, Value
from heldout.rows import Rows

_BOUND = r"\s*((?:-?\d[\d_]*(?:\.\d+)?)?)\s*(%?)\s*"
#: A part, and perhaps a range of it: ``train[:80%]``.
_CUT = re.compile(rf"\s*([^\[\]]+?)\s*(?:\[{_BOUND}:{_BOUND}\])?\s*$")


def made(call: Call) -> Value:
    """What one of the functions of this module gives."""
    return _FUNCTIONS[call.short](call)


def _loaded(call: Call) -> Value:
    """``tfds.load(name, split=[...])``: the parts that are asked for, or all by name."""
    reader = call.reader
    name, asked = call.argument("name", 0), call.argument("split", 1)
    source = name.value if isinstance(name, Constant) and isinstance(name.value, str) else None
    origin = ("load", "tfds", key_of(name or Scalar()))
    rows = reader.space.base(origin, f"{call.short}@{call.node.lineno}")
    whole = Table(rows, reader.own_columns(origin), "stream")
    reader.emit(Load(call.short, whole.data(), source), call.node)
    found: Value
    if asked is None or not is_given(asked):
        found = Mapping({part: _part_of(reader, whole, part) for part in ("train", "test", "validation")}, whole)
    else:
        found = _asked(reader, whole, asked)
    return Listing((found, Scalar()), "tuple") if is_on(call.keywords.get("with_info")) else found


def _asked(reader: Reader, whole: Table, asked: Value) -> Value:
    """The parts that a ``split`` names, in its own form."""
    if isinstance(asked, Listing):
        return Listing(tuple(_asked(reader, whole, item) for item in asked.items), asked.kind, open=asked.open)
    if isinstance(asked, Mapping):
        return Mapping({key: _asked(reader, whole, item) for key, item in asked.items.items()})
    if isinstance(asked, Library):
        return _part_of(reader, whole, asked.qualified.rpartition(".")[2].lower())
    if isinstance(asked, Constant) and isinstance(asked.value, str):
        pieces = tuple(_part_of(reader, whole, piece).rows for piece in asked.value.split("+"))
        return whole.like(rows=reader.space.union(pieces))
    return _some_of(reader, whole, key_of(asked))


def _part_of(reader: Reader, whole: Table, text: str) -> Table:
    """``train[:80%]``: a range of a part that ships with the data set."""
    found = _CUT.match(text)
    if found is None:
        return _some_of(reader, whole, text)
    name = found.group(1)
    rows = whole.rows if name == "all" else reader.space.shipped(whole.rows, name, name)
    if found.group(2) is None:
        return whole.like(rows=rows)
    unit = "percent" if found.group(3) or found.group(5) else "rows"
    bounds = (_number(found.group(2), unit), _number(found.group(4), unit))
    if bounds != (None, None):
        rows = reader.space.cut("slice", rows, ("slice", unit), bounds, text[len(name) :])
    return whole.like(rows=rows)


def _some_of(reader: Reader, whole: Table, said: Hashable) -> Table:
    """Rows of a data set of which nothing more is known."""
    return whole.like(rows=reader.space.base(("asked", id(whole.rows), said), "some part", vague=True))


def _number(text: str, unit: str) -> int | float | None:
    """The bound of a range, a share always from the start; None for the very start or end."""
    value = float(text or 0)
    if unit == "percent" and value < 0:
        value += 100
    return (int(value) if value == int(value) else value) or None


def _halved(call: Call) -> Value:
    """``split_dataset(dataset, left_size=0.8)``: two ranges of a data set, shuffled before if it is asked."""
    note_draw(call)
    tables = tables_in(call.argument("dataset", 0))
    if not tables:
        return Scalar()
    reader, table = call.reader, beside(call, tables)
    shuffle, seed = is_on(call.argument("shuffle", 3)), call.argument("seed", 4)
    sizes = tuple(
        key_of(size) if size is not None else None for size in map(call.argument, ("left_size", "right_size"))
    )
    drawn = "in order" if not shuffle else key_of(seed) if seed is not None else len(reader.trace.events)
    origin = (call.short, drawn, sizes)
    parts = tuple(Part(role, reader.space.cut("part", table.rows, origin, role, role)) for role in ("train", "test"))
    given = (table.data(word_of(call.nodes[0]) if call.nodes else ""),)
    seeded = not shuffle or seed is not None
    split = Split(call.short, origin, given, parts, shuffled=shuffle, seeded=seeded, stratified=False, grouped=False)
    reader.emit(split, call.node)
    result = Listing(tuple(as_stream(table.like(rows=part.rows)) for part in parts))
    result.split = split
    return result


def _windows(call: Call) -> Value:
    """Windows over a series: the rows of the range that they begin in, with values of the past."""
    tables = tables_in(call.argument("data", 0))
    if not tables:
        return call.reader.fresh(call.short, call.node, vague=False, kind="stream")
    table = tables[0]
    low, high = (_bound(call.keywords.get(name)) for name in ("start_index", "end_index"))
    rows = table.rows
    if low is not None or high is not None:
        rows = ranged(call.reader, _without_tail(rows), ("slice", table.order), (low, high), "range")
    columns = lagged(table.columns.carrying(learned_by(call.argument("targets", 1))), (low, high))
    return as_stream(table.like(rows=rows, columns=columns))


def _bound(value: Value | None) -> Hashable:
    if isinstance(value, Constant):
        return value.value if isinstance(value.value, int) and value.value != 0 else None
    return key_of(value) if value is not None else None


def _without_tail(rows: Rows) -> Rows:
    """The series behind all of its rows but the last few, which have no target: ranges count in it as they do in these."""
    slot = rows.slot
    cut = rows.kind == "slice" and isinstance(slot, tuple) and slot[0] is None and isinstance(slot[1], int)
    return rows.parent if cut and rows.parent is not None and slot[1] < 0 else rows  # type: ignore[index]


_FUNCTIONS: dict[str, Callable[[Call], Value]] = {
    "load": _loaded,
    "split_dataset": _halved,
    **dict.fromkeys(("timeseries_dataset_from_array", "TimeseriesGenerator"), _windows),
}
