"""fastai: data blocks and loaders with a part that is watched, and the learners around them."""

from heldout.columns import Columns
from heldout.events import Part, Split
from heldout.reading import learners, leaving, scoring
from heldout.reading.arithmetic import key_of
from heldout.reading.call import Call, is_given
from heldout.reading.cuts import whole_of
from heldout.reading.draws import identity
from heldout.reading.estimators import NETWORK
from heldout.reading.facts import tables_in, word_of
from heldout.reading.predictions import Prediction
from heldout.reading.subscripts import rows_by
from heldout.reading.values import Constant, Learner, Listing, Scalar, Splitter, Table, Thing, Value

_LOADERS, _BLOCK, _LEARNER = "fastai.DataLoaders", "fastai.DataBlock", "fastai.Learner"
_FITS = frozenset({"fit", "fit_one_cycle", "fine_tune", "fit_flat_cos", "fit_sgdr"})
_ITSELF = frozenset({"to_fp16", "to_fp32", "load", "load_encoder", "to_bf16", "add_cb", "add_cbs", "to", "cuda"})
_STOPS = {"EarlyStoppingCallback": "EarlyStopping", "SaveModelCallback": "ModelCheckpoint"}


def made(call: Call) -> Value | None:
    """What a class of fastai makes; None if it is none of those that hold rows."""
    if call.name.partition(".")[0] != "fastai":
        return None
    if call.short == "DataBlock":
        return Thing(_BLOCK, call.entry, call.named())
    if call.short.endswith(("earner", "Learner")):
        return _learner(call)
    if call.short == "TabularPandas":
        return _tabular(call)
    if call.short in ("DataLoaders", "from_dsets"):
        return _loaders(call, [whole_of(table) for value in call.positional for table in tables_in(value)][:2])
    return parted(call, None) if call.short.startswith("from_") else None


def _loaders(call: Call, parts: list[Table]) -> Thing:
    named: dict[str, Value] = {
        said: part.like(kind="loader") for said, part in zip(("train", "valid"), parts, strict=False)
    }
    return Thing(_LOADERS, call.entry, named)


def parted(call: Call, splitter: Value | None) -> Value:
    """Loaders over files or a frame: a part to learn from, and another one to watch."""
    reader = call.reader
    source = next((value for value in call.values if isinstance(value, Table) and value.kind == "frame"), None)
    if source is None:
        told = call.first or Scalar()
        found = tables_in(told)
        base = reader.space.base(("folder", key_of(told)), call.short)
        source = found[0] if found else Table(base, reader.own_columns(base.origin))
    seed = splitter.arguments.get("seed") if isinstance(splitter, Splitter) else call.keywords.get("seed")
    drawn = identity(call, seed, None)
    origin = ("fastai's split", splitter.serial if isinstance(splitter, Splitter) else "", drawn)
    return _loaders(call, _cut(call, source, origin, seeded=is_given(seed)))


def _cut(call: Call, source: Table, origin: tuple[object, ...], *, seeded: bool) -> list[Table]:
    """The two parts of some rows, and the event."""
    parts = [
        source.like(rows=call.reader.space.cut("part", source.rows, origin, said, said), word="")
        for said in ("train", "validation")
    ]
    roles = tuple(Part(str(part.rows.slot), part.rows) for part in parts)
    split = Split(call.short, origin, (source.data(),), roles, shuffled=True, seeded=seeded)
    call.reader.emit(split, call.node)
    return parts


def positions(splitter: Splitter, call: Call) -> Value:
    """``RandomSplitter(valid_pct=0.2)(items)``: the positions of two parts."""
    tables = tables_in(call.positional[0] if call.positional else None)
    length = call.positional[0] if call.positional else None
    if isinstance(length, Scalar) and length.length_of is not None:
        tables = [Table(length.length_of, Columns())]
    if not tables:
        return Scalar()
    seed = splitter.arguments.get("seed")
    call.name = splitter.name
    origin = ("fastai's split", splitter.serial, identity(call, seed, None))
    parts = _cut(call, tables[0], origin, seeded=is_given(seed))
    return Listing(tuple(Table(part.rows, Columns(), "index") for part in parts), "tuple")


def _tabular(call: Call) -> Value:
    """``TabularPandas(frame, splits=...)``: what it learns of the frame, it learns from the first part."""
    tables = tables_in(call.argument("df", 0))
    if not tables:
        return Thing(_LOADERS, call.entry, {})
    splits = call.argument("splits")
    if not isinstance(splits, Listing) or len(splits.items) != 2:
        return _loaders(call, tables[:1] if not is_given(splits) else [])
    return _loaders(call, [rows_by(call.reader, tables[0], item, call.node) for item in splits.items])


def _learner(call: Call) -> Value:
    name = word_of(call.nodes[1]) if len(call.nodes) > 1 else ""
    model = Learner(name or call.short, NETWORK)
    given: dict[str, Value] = {"dls": call.argument("dls", 0) or Scalar(), "model": model}
    callbacks = call.argument("cbs")
    return Thing(_LEARNER, call.entry, given if callbacks is None else {**given, "cbs": callbacks})


def is_known(thing: Thing) -> bool:
    """Whether a thing is one that this module makes."""
    return thing.name in (_LOADERS, _BLOCK, _LEARNER)


def part(thing: Thing, name: str) -> Value | None:
    """``dls.valid``, ``learn.dls``: what a thing holds under a name; None if nothing."""
    found = thing.arguments.get(name.removesuffix("_ds").removesuffix("_dl"))
    return found if thing.name != _BLOCK else None


def method(call: Call, thing: Thing, name: str) -> Value:
    """A method of a block, of loaders or of a learner."""
    if thing.name == _BLOCK:
        whole = name in ("dataloaders", "datasets")
        return parted(call, thing.arguments.get("splitter")) if whole else thing
    if thing.name == _LOADERS:
        return _of_loaders(call, thing, name)
    model = thing.arguments["model"]
    assert isinstance(model, Learner)
    if name in _FITS:
        return _fitted(call, thing, model, name)
    if name in ("save", "export"):
        leaving.saved(call, f"{thing.name}.{name}", (model,))
    if name in ("validate", "get_preds", "tta"):
        return _judged(call, thing, model, name)
    return thing if name in _ITSELF else Scalar()


def _of_loaders(call: Call, thing: Thing, name: str) -> Value:
    if name != "test_dl":
        return thing if name in ("dataloaders", "new", "to", "cuda") else Scalar()
    tables = tables_in(call.positional[0] if call.positional else None)
    return tables[0].like(kind="loader") if tables else call.reader.fresh(name, call.node, vague=False, kind="loader")


def _held(thing: Thing, said: str) -> Table | None:
    loaders = thing.arguments.get("dls")
    found = loaders.arguments.get(said) if isinstance(loaders, Thing) else None
    return found if isinstance(found, Table) else None


def _fitted(call: Call, thing: Thing, model: Learner, name: str) -> Value:
    table, watched = _held(thing, "train"), _held(thing, "valid")
    if table is None:
        return Scalar()
    inner = Call(call.reader, call.node, name)
    inner.receiver = model
    model.written = model.written or call.receiver_word
    fit = learners.record_fit(inner, model, name, table, None)
    callbacks = Listing((thing.arguments.get("cbs") or Scalar(), call.keywords.get("cbs") or Scalar()))
    leaving.by_callbacks(call, model, callbacks)
    if watched is not None:
        fit.validation = watched.data()
        fit.watchers = _watchers(callbacks)
    return Scalar()


def _watchers(value: Value) -> tuple[str, ...]:
    if isinstance(value, Listing):
        return tuple(dict.fromkeys(name for item in value.items for name in _watchers(item)))
    if not isinstance(value, Thing):
        return ()
    found = _STOPS.get(value.name.rpartition(".")[2])
    monitor = value.arguments.get("monitor")
    training = isinstance(monitor, Constant) and str(monitor.value).startswith("train")
    return (found,) if found and not training else ()


def _judged(call: Call, thing: Thing, model: Learner, name: str) -> Value:
    """``validate()`` and ``get_preds()`` on the rows that were watched, or on those of ``dl=``."""
    index = call.argument("ds_idx", 0)
    said = "train" if isinstance(index, Constant) and index.value == 0 else "valid"
    given = call.keywords.get("dl")
    tables = tables_in(given)
    table = tables[0] if tables else _held(thing, said) if not is_given(given) else None
    if table is None:
        return Scalar()
    prediction = Prediction(model, model.fits, table.data())
    if name == "validate":
        return scoring.scored(call.reader, call.node, f"{model.name}.{name}", prediction, None)
    answers = Table(table.rows, kind="tensor", order=table.order, predictions=(prediction,))
    return Listing((answers, table.like(kind="tensor", word=""), *([Scalar()] * (len(call.keywords) > 1))), "tuple")
