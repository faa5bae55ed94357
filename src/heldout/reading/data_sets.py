"""Data sets of tf.data and of Hugging Face: the parts that are asked for by name, and what their methods give."""

import ast
import re
from collections.abc import Hashable

from heldout import libraries
from heldout.reading import splits, streams
from heldout.reading.arithmetic import key_of
from heldout.reading.call import Call, note_draw
from heldout.reading.draws import identity
from heldout.reading.facts import learned_by
from heldout.reading.positions import as_range
from heldout.reading.reader import Reader
from heldout.reading.subscripts import named_part, rows_by
from heldout.reading.values import Constant, Listing, Mapping, Scalar, Table, Value

#: Methods of data sets that give the same rows.
_HANDED_ON = frozenset({"map", "batch", "prefetch", "cache", "with_format", "set_format", "unbatch"})
_PART = re.compile(r"(\w+)(?:\[(-?\d*%?):(-?\d*%?)\])?")


def asked(reader: Reader, table: Table, wanted: Value | None) -> Value:
    """The parts that ``split=`` asks for: ``"train"``, ``"train[:80%]"``, ``"train+test"``, a list of such, or all.

    A table whose kind is ``dataset`` has one part only, which files of rows are called: "train".
    """
    if isinstance(wanted, Listing):
        items = tuple(asked(reader, table, item) for item in wanted.items)
        return Listing(items, wanted.kind, open=wanted.open)
    if isinstance(wanted, Mapping):
        return Mapping({name: asked(reader, table, item) for name, item in wanted.items.items()})
    if isinstance(wanted, Constant) and isinstance(wanted.value, str):
        if wanted.value == "all":
            return table.like(kind="dataset")
        parts = [_asked_part(reader, table, said.strip()) for said in wanted.value.split("+")]
        rows = reader.space.union(tuple(part.rows for part in parts))
        return table.like(rows=rows, kind="dataset", word="")
    if wanted is None or (isinstance(wanted, Constant) and wanted.value is None):
        return Mapping({"train": table}) if table.kind == "dataset" else table
    return named_part(reader, table, f"part {key_of(wanted)}")


def _asked_part(reader: Reader, table: Table, said: str) -> Table:
    """``"train[10%:20%]"``: some of the rows of a part, in their order."""
    found = _PART.fullmatch(said)
    if found is None:
        return named_part(reader, table, said)
    part = table if table.kind == "dataset" and found[1] == "train" else named_part(reader, table, found[1])
    if found[2] is None or (not found[2] and not found[3]):
        return part
    shares = "%" in found[2] + found[3]
    low, high = (int(end.rstrip("%")) if end else None for end in (found[2], found[3]))
    origin: Hashable = ("share", None) if shares else ("slice", None)
    rows = reader.space.cut("slice", part.rows, origin, (low, high), f"[{found[2]}:{found[3]}]")
    return part.like(rows=rows)


def method(made: Call, table: Table, name: str) -> Value | None:
    """A method of a data set or of batches over one; None if it has no meaning of its own there."""
    if name in ("take", "skip", "shuffle", "train_test_split"):
        return parted(made, table, name)
    if name == "subset" and made.positional:
        return rows_by(made.reader, table, made.positional[0], made.node)
    if name == "select" and made.values:
        return _selected(made, table)
    if name in ("to_pandas", "to_polars") and table.kind == "dataset":
        return table.like(kind="frame", word="")
    if table.kind == "parts" or name in _HANDED_ON:
        return table.like(columns=table.columns.carrying(learned_by(Listing(made.values))))
    return None


def _selected(made: Call, table: Table) -> Value:
    """``data.select(range(1000))``: the rows at some positions."""
    picked = as_range(made.reader, table, made.written("indices", 0))
    if picked is not None:
        return picked.like(word="")
    return rows_by(made.reader, table, made.argument("indices", 0) or Scalar(), made.node).like(kind=table.kind)


def parted(made: Call, table: Table, name: str) -> Value:
    """tf.data and Hugging Face data sets: take, skip, shuffle, train_test_split."""
    if name in ("take", "skip"):
        count = made.positional[0] if made.positional else Scalar()
        end = count.value if isinstance(count, Constant) else key_of(count)
        bounds = (None, end) if name == "take" else (end, None)
        rows = made.reader.space.cut("slice", table.rows, ("slice", table.order), bounds, name)
        return table.like(rows=rows, word="")
    if name == "shuffle":
        return _shuffled(made, table)
    if name == "train_test_split":
        return _held_out(made, table)
    return table.like(word="")


def _held_out(made: Call, table: Table) -> Value:
    """``data.train_test_split(0.2, seed=1)``: two parts by name."""
    made.entry = libraries.method("dataset", "train_test_split")
    made.name = "datasets.Dataset.train_test_split"
    note_draw(made)
    given = {**made.named()}
    for name, own in (("seed", "random_state"), ("stratify_by_column", "stratify")):
        if name in given:
            given[own] = given.pop(name)
    called = made.node
    inner = Call(made.reader, called, made.name)
    inner.keywords, inner.open_ended, inner.receiver = given, made.open_ended, made.receiver
    inner.positional = (table,)
    inner.nodes = (called.func.value if isinstance(called.func, ast.Attribute) else called.func,)
    result = splits.holdout(inner)
    if isinstance(result, Listing) and len(result.items) == 2:
        return Mapping({"train": result.items[0], "test": result.items[1]})
    return table.like(word="")


def _shuffled(made: Call, table: Table) -> Value:
    """Hugging Face's shuffle, whose order stays as it is; anything else is taken for tf.data's."""
    if table.kind not in ("dataset", "parts") or "datasets" not in made.reader.trace.imports:
        return streams.shuffled(made, table)
    made.entry = libraries.method("dataset", "shuffle")
    made.name = "datasets.Dataset.shuffle"
    note_draw(made)
    order = ("shuffled", table.order, identity(made, made.argument("seed", 0), made.written("seed", 0)))
    return table.like(order=order, word="")
