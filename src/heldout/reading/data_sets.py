"""Data sets of tf.data and of Hugging Face: what their methods give."""

from heldout.reading import splits, streams
from heldout.reading.arithmetic import key_of
from heldout.reading.call import Call
from heldout.reading.facts import learned_by
from heldout.reading.subscripts import rows_by
from heldout.reading.values import Constant, Listing, Mapping, Scalar, Table, Value

#: Methods of data sets that give the same rows.
_HANDED_ON = frozenset({"map", "batch", "prefetch", "cache", "with_format", "set_format", "unbatch"})


def method(made: Call, table: Table, name: str) -> Value | None:
    """A method of a data set or of batches over one; None if it has no meaning of its own there."""
    if name in ("take", "skip", "shuffle", "train_test_split"):
        return parted(made, table, name)
    if name == "subset" and made.positional:
        return rows_by(made.reader, table, made.positional[0], made.node)
    if table.kind == "parts" or name in _HANDED_ON:
        return table.like(columns=table.columns.carrying(learned_by(Listing(made.values))))
    return None


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
        made.positional = (table,)
        made.nodes = (made.node.func,)
        result = splits.holdout(made)
        if isinstance(result, Listing) and len(result.items) == 2:
            return Mapping({"train": result.items[0], "test": result.items[1]})
    return table.like(word="")


def _shuffled(made: Call, table: Table) -> Value:
    """Hugging Face's shuffle, whose order stays as it is; anything else is taken for tf.data's."""
    if table.kind not in ("dataset", "parts") or "datasets" not in made.reader.trace.imports:
        return streams.shuffled(made, table)
    seed = made.argument("seed", 0)
    drawn = ("seed", key_of(seed)) if seed is not None else made.site
    return table.like(order=("shuffled once", *drawn), word="")
