"""Data sets, samplers and loaders of torch: which rows each holds."""

from collections.abc import Hashable

from heldout.events import Load, Part, Split
from heldout.events.ordering import InOrder
from heldout.naming import role
from heldout.reading import folders, passes
from heldout.reading.arithmetic import key_of
from heldout.reading.call import Call, is_given, note_draw
from heldout.reading.cuts import transplanted, whole_of
from heldout.reading.draws import identity
from heldout.reading.facts import learned_by, tables_in, word_of
from heldout.reading.positions import as_range
from heldout.reading.subscripts import rows_by
from heldout.reading.values import (
    Class,
    Constant,
    Function,
    Instance,
    Learner,
    Listing,
    Mapping,
    Method,
    Scalar,
    Table,
    Thing,
    Value,
)
from heldout.rows import Rows

#: Arguments that say which official part of a data set is asked for.
_ASKS = ("train", "split", "image_set", "subset", "background", "mode", "phase", "is_train", "training")
_ROLES = {True: "train", False: "test"}
_ROWS = "(rows)"


def dataset(call: Call) -> Value:
    """A data set over arrays or another data set."""
    tables = [table for value in call.values for table in tables_in(value)]
    if call.short == "DatasetDict" and call.positional and isinstance(call.positional[0], Mapping):
        return call.positional[0]
    if not tables:
        return call.reader.fresh(call.short, call.node, vague=False, kind="dataset")
    first = whole_of(tables[0])
    if call.short == "Subset":
        return _subset(call, first)
    if call.short in ("ConcatDataset", "ChainDataset") and len(tables) > 1:
        rows = call.reader.space.union(tuple(table.rows for table in tables))
        return first.like(rows=rows, kind="dataset", word="")
    return first.like(kind="dataset", word="")


def _subset(call: Call, table: Table) -> Value:
    """``Subset(dataset, indices)``."""
    indices = call.argument("indices", 1)
    picked = as_range(call.reader, table, call.written("indices", 1))
    if picked is not None:
        return picked.like(kind="dataset", word="")
    if indices is None:
        return table.like(kind="dataset", word="")
    return rows_by(call.reader, table, indices, call.node).like(kind="dataset")


def loader(call: Call) -> Value:
    """Batches over a data set: the rows of the set, or of its sampler's positions."""
    note_draw(call)
    given = call.argument("dataset", 0)
    tables = tables_in(given)
    if not tables:
        return call.reader.fresh(call.short, call.node, vague=False, kind="loader")
    table = whole_of(tables[0])
    if isinstance(given, Listing):
        table = table.like(rows=call.reader.space.union(tuple(whole_of(one).rows for one in tables)))
    picked = _sampled(call.argument("sampler") or call.argument("batch_sampler"))
    if picked is not None:
        table = table.like(rows=transplanted(call.reader, picked.rows, table.rows))
    _note_order(call, table)
    return passes.given_anew(call, table).like(kind="loader", word=table.word)


def _note_order(call: Call, table: Table) -> None:
    """Tell a loader that certainly gives its rows in the order in which they lie."""
    shuffle = call.argument("shuffle")
    asked = any(is_given(call.argument(name)) for name in ("sampler", "batch_sampler", "collate_fn"))
    if call.open_ended or asked or not (shuffle is None or (isinstance(shuffle, Constant) and not shuffle.value)):
        return
    written = call.written("shuffle")
    given = call.reader.place(written) if written is not None else None
    call.reader.emit(InOrder(call.short, table.data(), given, call.last_argument), call.node)


def _sampled(sampler: Value | None) -> Table | None:
    """The positions that a sampler draws from, None if it draws from all."""
    if isinstance(sampler, Instance):
        found = [table for field in sampler.fields.values() for table in tables_in(field) if table.kind == "index"]
        return found[0] if found else None
    if not isinstance(sampler, Thing):
        return None
    inner = _sampled(sampler.arguments.get("sampler"))
    if inner is not None:
        return inner
    found = tables_in(sampler.arguments.get("indices"))
    return found[0] if found else None


def random_split(call: Call) -> Value:
    """``random_split(dataset, lengths)``: parts of a data set at random."""
    reader = call.reader
    note_draw(call, argument="generator")
    tables = tables_in(call.argument("dataset", 0))
    if not tables:
        return Scalar()
    table = tables[0]
    lengths = call.argument("lengths", 1)
    count = len(lengths.items) if isinstance(lengths, Listing) and not lengths.open else 2
    generator = call.argument("generator", 2)
    sizes = tuple(key_of(size) for size in lengths.items) if isinstance(lengths, Listing) else ()
    origin = ("random split", identity(call, generator, call.written("generator", 2)), sizes)
    roles = (
        ("train", "test")
        if count == 2
        else ("train", "validation", "test", *(f"part {n}" for n in range(4, count + 1)))
    )
    items = tuple(
        table.like(
            rows=reader.space.cut("part", table.rows, origin, said, said),
            kind="dataset",
            order=("part", origin, said),
            word="",
        )
        for said in roles[:count]
    )
    split = Split(
        call.short,
        origin,
        (table.data(word_of(call.nodes[0]) if call.nodes else ""),),
        tuple(Part(said, item.rows) for said, item in zip(roles, items, strict=False)),
        shuffled=True,
        seeded=generator is not None,
        stratified=False,
        grouped=False,
    )
    reader.emit(split, call.node)
    result = Listing(items)
    result.split = split
    return result


def official(call: Call) -> Value:
    """A data set that comes in official parts (``MNIST(root, train=True)``), or a folder of images."""
    reader = call.reader
    source = call.positional[0] if call.positional else call.keywords.get("root")
    transforms = learned_by(Listing(tuple(call.values)))
    rows = _official_rows(call, source)
    origin = rows.root.origin
    table = Table(rows, reader.own_columns(origin).carrying(transforms), "dataset")
    path = source.value if isinstance(source, Constant) and isinstance(source.value, str) else None
    reader.emit(Load(call.short, table.data(), path), call.node)
    return table


def _official_rows(call: Call, source: Value | None) -> Rows:
    space = call.reader.space
    line = call.node.lineno
    if call.short in ("ImageFolder", "DatasetFolder"):
        label = f"{call.short}@{line}"
        return (
            folders.rows_at(space, source, label) if source is not None else space.base(("folder", *call.site), label)
        )
    key = key_of(source) if isinstance(source, Constant) else None
    base = space.base(("official", call.short, key), f"{call.short}@{line}")
    asked = next((call.argument(name) for name in _ASKS if call.argument(name) is not None), None)
    if asked is None:
        if "train" not in (call.entry.parameters if call.entry is not None else ()):
            return base
        asked = Constant(True)
    slot = _slot(asked)
    return space.shipped(base, slot, slot if isinstance(slot, str) else "part")


def _slot(asked: Value) -> Hashable:
    """The official part that an argument asks for."""
    if not isinstance(asked, Constant):
        return key_of(asked)
    if isinstance(asked.value, bool):
        return _ROLES[asked.value]
    said = str(asked.value)
    return role(said) or said


def settled(call: Call, made: Value) -> Value:
    """An object of the program's own data set class: one that reads its rows later has rows of its own, too.

    Two of them that are made with equal arguments, transforms aside, hold the same rows.
    """
    if not isinstance(made, Instance) or not is_data_set(made.kind) or tables_in(made):
        return made
    space = call.reader.space
    named = _named_arguments(call, made.kind)
    asked = next((value for name, value in named if _asks(name, value)), None)
    keys = tuple((name, key_of(value)) for name, value in named if _tells_rows(name, value) and value is not asked)
    name = made.kind.node.name
    base = space.base(("data set", name, keys), f"{name}@{call.node.lineno}")
    rows = base
    if asked is not None:
        slot = _slot(asked)
        rows = space.shipped(base, slot, str(slot))
    table = Table(rows, call.reader.own_columns(base.origin), "dataset")
    call.reader.emit(Load(name, table.data()), call.node)
    call.reader.store.bind(made.fields, _ROWS, table)
    return made


def is_data_set(kind: Class) -> bool:
    """Whether a class of the program describes a torch data set."""
    if kind.lookup("__getitem__") is None and kind.lookup("__iter__") is None:
        return False
    return any(base.rpartition(".")[2].endswith("Dataset") for base in kind.library_bases())


def _named_arguments(call: Call, kind: Class) -> list[tuple[str, Value]]:
    """The arguments of a constructor with the names of its parameters."""
    start = kind.lookup("__init__")
    parameters = [argument.arg for argument in start.node.args.args[1:]] if isinstance(start, Function) else []
    named = [
        (parameters[number] if number < len(parameters) else str(number), value)
        for number, value in enumerate(call.positional)
    ]
    return [*named, *sorted(call.keywords.items())]


def _asks(name: str, value: Value) -> bool:
    if not isinstance(value, Constant):
        return False
    if isinstance(value.value, bool):
        return name in _ASKS or bool(role(name))
    return isinstance(value.value, str) and bool(role(value.value)) and value.value.isalpha()


def _tells_rows(name: str, value: Value) -> bool:
    """Whether an argument of a data set says which rows it holds: not how they are changed."""
    changes = "transform" in name or "augment" in name or isinstance(value, Thing | Function | Method | Learner)
    return not changes
