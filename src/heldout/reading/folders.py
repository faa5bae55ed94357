"""Folders of files as rows: the same wherever a program names them, and the sides that Keras cuts of them."""

from collections.abc import Hashable

from heldout.columns import Columns
from heldout.events import Data, Load, Part, Split
from heldout.reading import passes, paths, pixels
from heldout.reading.arithmetic import key_of
from heldout.reading.call import Call, is_given, note_draw
from heldout.reading.facts import word_of
from heldout.reading.values import Constant, Listing, Scalar, Table, Value
from heldout.rows import Rows, RowSpace

_OF_IMAGES = frozenset({"image_dataset_from_directory", "flow_from_directory"})


def rows_at(space: RowSpace, path: Value, label: str) -> Rows:
    """The rows of a folder; a folder that is called after a side is that side of the folder above it."""
    folder, said = paths.parted(path)
    base = space.base(("folder", folder), label)
    return space.shipped(base, said, said) if said else base


def opened(call: Call, path: Value) -> Table:
    """The files of a folder, read as batches."""
    rows = rows_at(call.reader.space, path, f"{call.short}@{call.node.lineno}")
    table = Table(rows, Columns(rows.root.origin), "loader")
    source = path.value if isinstance(path, Constant) and isinstance(path.value, str) else None
    call.reader.emit(Load(call.short, table.data(), source), call.node)
    return pixels.mark(table, pixels.RAW if call.short in _OF_IMAGES else None)


def dataset(call: Call) -> Value:
    """``image_dataset_from_directory(folder, validation_split=0.2, subset="training", seed=1)``.

    Two calls cut a folder in the same place only if they shuffle its files with the same seed, or not at all.
    """
    whole = passes.given_anew(call, opened(call, call.argument("directory", 0) or Scalar()).like(kind="stream"))
    subset = call.keywords.get("subset")
    if subset is None or not is_given(subset):
        return whole
    note_draw(call)
    shuffle, seed = call.keywords.get("shuffle"), call.keywords.get("seed")
    drawn = not (isinstance(shuffle, Constant) and shuffle.value is False)
    cut = "in order" if not drawn else key_of(seed) if seed is not None else len(call.reader.trace.events)
    origin = ("folder split", cut, _share(call.keywords.get("validation_split")))
    if isinstance(subset, Constant) and subset.value == "both":
        return Listing(_sides(call, whole, origin, ("train", "test"), drawn=drawn), "tuple")
    return _sides(call, whole, origin, (_side(subset),), drawn=drawn)[0]


def half(call: Call, table: Table, subset: Value, share: Value | None) -> Table:
    """One side of what a generator of images cuts by its ``validation_split``: the first files of each class, or the rest."""
    return _sides(call, table, ("generator split", _share(share)), (_side(subset),), drawn=False)[0]


def _share(value: Value | None) -> Hashable:
    return key_of(value) if value is not None else None


def _side(subset: Value) -> Hashable:
    """Which side of a cut a ``subset`` asks for."""
    if isinstance(subset, Constant):
        return "test" if subset.value in ("validation", "testing") else "train"
    return key_of(subset)


def _sides(
    call: Call, whole: Table, origin: Hashable, slots: tuple[Hashable, ...], *, drawn: bool
) -> tuple[Table, ...]:
    labels = [slot if isinstance(slot, str) else "one side" for slot in slots]
    cut = call.reader.space.cut
    rows = [cut("part", whole.rows, origin, slot, label) for slot, label in zip(slots, labels, strict=True)]
    parts = tuple(Part(label, side) for label, side in zip(labels, rows, strict=True))
    data = Data(whole.rows, whole.columns, word_of(call.nodes[0]) if call.nodes else "")
    seeded = not drawn or "seed" in call.keywords
    call.reader.emit(Split("validation_split", origin, (data,), parts, shuffled=drawn, seeded=seeded), call.node)
    return tuple(whole.like(rows=side, word="") for side in rows)
