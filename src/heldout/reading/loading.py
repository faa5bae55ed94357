"""Rows coming into being: read, shipped with a library, or made up."""

from collections.abc import Hashable

from heldout.columns import Column, Columns
from heldout.events import Load
from heldout.naming import is_time
from heldout.reading import data_sets, pixels, special, torch_data
from heldout.reading.arithmetic import key_of
from heldout.reading.call import Call, note_draw, unseeded
from heldout.reading.sequences import names_in
from heldout.reading.settings import settled
from heldout.reading.values import (
    Constant,
    Listing,
    Scalar,
    Table,
    Value,
)

#: Arguments of `load_dataset` that do not say which data set it is.
_NOT_ROWS = frozenset(
    "split streaming cache_dir trust_remote_code token use_auth_token num_proc keep_in_memory".split()
)

#: What `load_dataset` calls formats of files: all rows are one part, unless a mapping says which file is which.
_OF_FILES = frozenset("csv json text parquet pandas arrow".split())


def load(call: Call) -> Value:
    """Rows come into being; two reads of one literal path are the same rows."""
    reader = call.reader
    if call.name.startswith(("torchvision.", "torchtext.datasets", "torchaudio.datasets")) and call.short[0].isupper():
        return torch_data.official(call)
    first = call.first
    source = first.value if isinstance(first, Constant) and isinstance(first.value, str) else None
    line = call.node.lineno
    origin: Hashable = ("load", call.short, source)
    if source is None:
        origin = ("load", *call.site, len(reader.trace.events) if reader.turns or reader.calls else 0)
        named = settled(first) if first is not None and not isinstance(first, Constant) else None
        origin = origin if named is None else ("load", call.short, named)
    if call.short.startswith(("load_", "fetch_")) and source is None and call.short != "load_from_disk":
        origin = ("load", call.short)
    if call.short == "load_dataset":
        origin = ("load", call.short, *_which(call))
    stored = special.stored(call, first)
    if stored is not None:
        return stored
    if call.keywords.get("nrows") is not None or call.keywords.get("skiprows") is not None:
        origin = ("load", *call.site)
    label = f"{call.short}@{line}"
    root = call.name.partition(".")[0]
    table = Table(
        reader.space.base(origin, label),
        reader.own_columns(origin),
        "frame" if root in ("pandas", "polars") else "array",
    )
    table.sorted_by = _time_of(call)
    event = Load(call.short, table.data(), source)
    reader.emit(event, call.node)
    if root in ("sklearn", "seaborn") and call.short.startswith(("load_", "fetch_")):
        return _shipped(call, table)
    if root == "datasets":
        return _in_parts(call, table)
    if root in ("torch", "torchvision"):
        return table.like(kind="unknown")
    if root == "pandas" and "chunksize" in call.keywords:
        return Listing((table,), open=True)
    return table


def _which(call: Call) -> list[Hashable]:
    """What tells one data set of Hugging Face from another: its name and files, not which part of it is asked for."""
    told = {name: value for name, value in call.named().items() if name not in _NOT_ROWS}
    return [(name, key_of(value)) for name, value in sorted(told.items())]


def _time_of(call: Call) -> str:
    """The column by which a file that is read is said to be in time: parsed as dates, or its index."""
    for argument in ("parse_dates", "index_col"):
        names = names_in(call.keywords.get(argument))
        found = next((name for name in names or () if isinstance(name, str) and is_time(name)), None)
        if found is not None:
            return found
    dates = call.keywords.get("parse_dates")
    if isinstance(dates, Constant) and dates.value is True and "index_col" in call.keywords:
        return "date"
    return ""


def _in_parts(call: Call, table: Table) -> Value:
    """A data set that comes in named parts, or the one that was asked for."""
    if not call.short.startswith("load"):
        return table.like(kind="dataset")  # ``Dataset.from_csv(path)``
    name = call.argument("path", 0)
    files = call.argument("data_files", 3)
    single = isinstance(name, Constant) and name.value in _OF_FILES and isinstance(files, Constant | Listing | Scalar)
    return data_sets.asked(call.reader, table.like(kind="dataset" if single else "parts"), call.argument("split"))


def _shipped(call: Call, table: Table) -> Value:
    """A data set that ships with scikit-learn: a bunch, or features and target."""
    together = call.keywords.get("return_X_y")
    if isinstance(together, Constant) and together.value is True:
        target = Columns(known={"target": Column(origin=(table.columns.implied, "target"))})
        features = table.like(columns=table.columns.without(("target",)), kind="array")
        return Listing((features, table.like(columns=target, kind="array")), "tuple")
    return table.like(kind="bunch" if call.name.startswith("sklearn") else "frame")


def load_parts(call: Call) -> Value:
    """``mnist.load_data()``: two pairs, already parted."""
    reader = call.reader
    pairs: list[Value] = []
    origin = ("load", call.name)
    whole = reader.space.base(origin, f"{call.short}@{call.node.lineno}")
    for role in ("train", "test"):
        rows = reader.space.shipped(whole, role, role)
        table = Table(rows, reader.own_columns(origin), "array")
        target = table.like(columns=Columns(known={"target": Column(origin=(origin, "target"))}))
        features = pixels.shipped(call, table.like(columns=table.columns.without(("target",))))
        pairs.append(Listing((features, target), "tuple"))
        reader.emit(Load(call.short, table.data(), role), call.node)
    return Listing(tuple(pairs), "tuple")


def make(call: Call) -> Value:
    """``make_classification``: rows made up, with their target; without a seed, others at each call."""
    reader = call.reader
    again = (reader.turns or reader.calls) and unseeded(call) is not None
    note_draw(call)
    origin = ("make", *call.site, len(reader.trace.events) if again else 0)
    table = Table(reader.space.base(origin, f"{call.short}@{call.node.lineno}"), reader.own_columns(origin), "array")
    reader.emit(Load(call.short, table.data(), made=True), call.node)
    target = table.like(columns=Columns(known={"target": Column(origin=(origin, "target"))}))
    return Listing((table.like(columns=table.columns.without(("target",))), target), "tuple")
