"""Lightning: which rows its trainer is given by loaders, modules and data modules, what it watches, and its best state."""

from collections.abc import Hashable

from heldout.events import Fit
from heldout.reading import classes, estimators, learners, leaving, recording, scoring
from heldout.reading.arithmetic import key_of
from heldout.reading.call import Call, is_given
from heldout.reading.cuts import whole_of
from heldout.reading.facts import tables_in, word_of
from heldout.reading.functions import call_method
from heldout.reading.keras_networks import best_taken
from heldout.reading.predictions import Prediction
from heldout.reading.reader import Reader
from heldout.reading.values import (
    NONE,
    Class,
    Constant,
    Function,
    History,
    Instance,
    Learner,
    Listing,
    Scalar,
    Table,
    Thing,
    Value,
)
from heldout.reading.weights import Weights

_MODEL, _MODULE = "(model)", "(data module)"
_ROOTS = ("lightning", "pytorch_lightning", "lightning_fabric")
_MOST_LOADERS = 4
_TAKES_BEST = frozenset({"best", "best_model_path"})
#: For each method: the stage of `setup`, the arguments that are loaders, and the hooks that give them otherwise.
_FIT = (("train_dataloaders", "train_dataloader"), ("val_dataloaders", "val_dataloader", "valid_dataloaders"))
_JUDGES = {
    "test": ("test", ("dataloaders", "test_dataloaders"), "test_dataloader"),
    "validate": ("validate", ("dataloaders", "val_dataloaders"), "val_dataloader"),
    "predict": ("predict", ("dataloaders",), "predict_dataloader"),
}
_ROLES = {"train_dataloader": "train", "val_dataloader": "validation", "test_dataloader": "test"}


def is_lightning(trainer: Thing) -> bool:
    """Whether a trainer is Lightning's."""
    return trainer.name.partition(".")[0] in _ROOTS


def method(call: Call, trainer: Thing, name: str) -> Value:
    """``trainer.fit(model, loader)``, ``trainer.test(datamodule=module)``."""
    if name == "fit":
        return _fitted(call, trainer)
    if name == "save_checkpoint":
        leaving.saved(call, f"{trainer.name}.{name}", (trainer.arguments.get(_MODEL) or Scalar(),))
    return _judged(call, trainer, name) if name in _JUDGES else Scalar()


def _model_of(call: Call, trainer: Thing) -> tuple[Value | None, Learner | None]:
    """The module that a method is handed, or that was fitted before, and the network that it is."""
    value = call.argument("model", 0)
    if not is_given(value):
        value = trainer.arguments.get(_MODEL)
    return value, estimators.learner_behind(call.reader, value)


def _fitted(call: Call, trainer: Thing) -> Value:
    store = call.reader.store
    value, model = _model_of(call, trainer)
    if value is None or model is None:
        return NONE
    training, watching = (_handed(call, names, number + 1) for number, names in enumerate(_FIT))
    module = _module_of(call, call.argument("datamodule", 3), training)
    store.bind(trainer.arguments, _MODEL, value)
    store.bind(trainer.arguments, _MODULE, module if module is not None else NONE)
    sources = _sources(module, value)
    for source in sources:
        _set_up(call, source, "fit")
    known = _rows(call, training if module is None else None, sources, "train_dataloader")
    watched = _rows(call, watching, sources, "val_dataloader")
    if not known:
        return NONE
    inner = Call(call.reader, call.node, "fit")
    inner.receiver = model
    fit = learners.record_fit(inner, model, "fit", known[0], None)
    _kept(call, trainer, model)
    if watched:
        fit.validation = watched[0].data()
        fit.watchers = _stopping(trainer)
    if isinstance(value, Instance):
        store.bind(call.reader.saved, _fitted_kind(value.kind), value)
        store.bind(call.reader.saved, _trainer_kind(value.kind), trainer)
    return NONE


def _kept(call: Call, trainer: Thing, model: Learner) -> None:
    """What a trainer writes while it trains, unless it was made without: checkpoints, and a log of figures."""
    told = trainer.arguments
    if not any(_is_off(told.get(name)) for name in ("enable_checkpointing", "checkpoint_callback")):
        leaving.saved(call, f"{trainer.name}.fit", (model,), by_itself=True)
    if not _is_off(told.get("logger")):
        recording.by_trainer(call, trainer)


def _is_off(value: Value | None) -> bool:
    return isinstance(value, Constant) and value.value is False


def _fitted_kind(kind: Class) -> Hashable:
    return ("fitted by a trainer", kind.serial)


def _trainer_kind(kind: Class) -> Hashable:
    return ("trainer of", kind.serial)


def _handed(call: Call, names: tuple[str, ...], position: int) -> Value | None:
    """Loaders that a method is handed, under the name that they have in the program."""
    name = next((name for name in names if name in call.keywords), names[0])
    value = call.argument(name, position)
    if not is_given(value):
        return None
    if isinstance(value, Table):
        return value.like(word=word_of(call.written(name, position)) or value.word)
    return value


def _module_of(call: Call, given: Value | None, training: Value | None) -> Value | None:
    """The data module that a method is handed, by name or in the place of its loaders; None if it is handed none."""
    if is_given(given):
        return given
    if isinstance(training, Instance) and _has(training, ("train_dataloader", "test_dataloader", "setup")):
        return training
    if isinstance(training, Thing) and "DataModule" in training.name:
        return training
    return training if _is_module(call, training) else None


def _is_module(call: Call, value: Value | None) -> bool:
    """Whether something unknown that stands in the place of loaders is called a data module."""
    if not isinstance(value, Scalar) and not (isinstance(value, Table) and value.kind == "unknown"):
        return False
    word = word_of(call.nodes[1]).rpartition(".")[2].lower() if len(call.nodes) > 1 else ""
    return word in ("dm", "data") or "module" in word


def _has(instance: Instance, names: tuple[str, ...]) -> bool:
    return any(isinstance(instance.kind.lookup(name), Function) for name in names)


def _sources(module: Value | None, model: Value) -> tuple[Value, ...]:
    """Where loaders come from that no call hands over: the data module, then the network itself."""
    return tuple(value for value in (module, model) if value is not None)


def _set_up(call: Call, source: Value, stage: str) -> None:
    """What a trainer asks of a module before it asks for loaders."""
    if not isinstance(source, Instance):
        return
    call_method(call.reader, source, "prepare_data", (), call.node)
    setup = source.kind.lookup("setup")
    takes = isinstance(setup, Function) and len(setup.node.args.args) > 1
    call_method(call.reader, source, "setup", (Constant(stage),) if takes else (), call.node)


def _rows(call: Call, handed: Value | None, sources: tuple[Value, ...], hook: str) -> list[Table]:
    """The rows that the loaders give which a call hands over, or else a hook of a module."""
    if handed is not None:
        return [whole_of(table) for table in tables_in(handed)][:_MOST_LOADERS]
    for source in sources:
        found = _of_hook(call, source, hook)
        if found:
            return found[:_MOST_LOADERS]
    return []


def _of_hook(call: Call, source: Value, hook: str) -> list[Table]:
    if isinstance(source, Instance):
        value = call_method(call.reader, source, hook, (), call.node)
        return [whole_of(table) for table in tables_in(value)]
    if isinstance(source, Learner) or hook not in _ROLES or (isinstance(source, Table) and source.learner is not None):
        return []
    if isinstance(source, Thing):
        given = tables_in(source.arguments.get(f"{_ROLES[hook].removesuffix('idation')}_dataset"))
        if given:
            return [whole_of(given[0]).like(kind="loader")]
    said = _ROLES[hook]
    base = call.reader.space.base(("data module", key_of(source)), word_of(call.written("datamodule")) or "data module")
    rows = call.reader.space.shipped(base, said, said)
    return [Table(rows, call.reader.own_columns(base.origin), "loader", weak=True)]


def _callbacks(trainer: Thing) -> list[Thing]:
    """The callbacks of a trainer, those in lists one by one."""
    found: list[Value | None] = []
    for name in ("callbacks", "early_stop_callback", "checkpoint_callback"):
        given = trainer.arguments.get(name)
        found += list(given.items) if isinstance(given, Listing) else [given]
    return [item for item in found if isinstance(item, Thing)]


def _watches(callback: Thing) -> bool:
    """Whether a callback goes by what is watched, and not by the training or by nothing."""
    monitor = callback.arguments.get("monitor")
    if not is_given(monitor):
        return False
    return not (isinstance(monitor, Constant) and isinstance(monitor.value, str) and "train" in monitor.value)


def _stopping(trainer: Thing) -> tuple[str, ...]:
    stops = (item for item in _callbacks(trainer) if item.name.endswith("EarlyStopping"))
    return tuple("EarlyStopping" for item in stops if _watches(item))[:1]


def _keeps_best(trainer: Thing) -> bool:
    return any(item.name.endswith("Checkpoint") and _watches(item) for item in _callbacks(trainer))


def _taken_back(fit: Fit) -> None:
    """The best state goes on, of a fit that watched any rows."""
    if fit.validation is not None:
        best_taken(fit)


def _is_best(path: Value | None) -> bool:
    """Whether a path is that of the best checkpoint: ``"best"``, ``checkpoint.best_model_path``."""
    key = path.value if isinstance(path, Constant) else key_of(path) if path is not None else None
    return (key[-1] if isinstance(key, tuple) and key else key) in _TAKES_BEST


def _judged(call: Call, trainer: Thing, name: str) -> Value:
    """``test``, ``validate`` and ``predict``."""
    stage, names, hook = _JUDGES[name]
    path = call.argument("ckpt_path", 2)
    value, model = _model_of(call, trainer)
    if value is None or model is None:
        return Scalar()
    handed = _handed(call, names, 1)
    module = _module_of(call, call.argument("datamodule", 4), handed)
    before = trainer.arguments.get(_MODULE)
    if module is not None:
        handed = None
    elif handed is None and is_given(before):
        module = before
    sources = _sources(module, value)
    if handed is None:
        for source in sources:
            _set_up(call, source, stage)
    best = _is_best(path) or (path is None and not is_given(call.argument("model", 0)))
    if best and model.fits and _keeps_best(trainer):
        _taken_back(model.fits[-1])
    tables = _rows(call, handed, sources, hook)
    if name == "predict":
        call.positional, call.nodes, call.keywords = tuple(tables[:1]), (), {}
        return learners.predicted(call, model, tables[0]) if tables else Scalar()
    return Listing(tuple(_figure(call, model, table, name) for table in tables), open=True) if tables else Scalar()


def _figure(call: Call, model: Learner, table: Table, name: str) -> Value:
    """A figure on the rows of one loader.  On rows that were watched in training, `validate` only repeats what was told."""
    prediction = Prediction(model, model.fits, table.data())
    found = scoring.scored(call.reader, call.node, f"{model.name}.{name}", prediction, None, choices=table.choices)
    watched = [fit.validation.rows for fit in model.fits if fit.validation is not None]
    for score in found.scores:
        score.reported = name == "test"
        score.progress = name == "validate" and any(rows is table.rows for rows in watched)
    return found


def figures(trainer: Thing) -> Value | None:
    """``trainer.callback_metrics``: the last figures of the training; None if the trainer has fitted nothing."""
    value = trainer.arguments.get(_MODEL)
    model = value.learner if isinstance(value, Instance | Table) else value
    return History(model, model.fits[-1]) if isinstance(model, Learner) and model.fits else None


def loaded(call: Call, kind: Class) -> Value:
    """``Network.load_from_checkpoint(path)``: the network that was fitted, perhaps in its best state, or another one."""
    reader: Reader = call.reader
    known = reader.saved.get(_fitted_kind(kind))
    path = call.argument("checkpoint_path", 0)
    if isinstance(known, Instance):
        learner = estimators.of_instance(reader, known)
        trainer = reader.saved.get(_trainer_kind(kind))
        kept = isinstance(trainer, Thing) and _keeps_best(trainer)
        if learner is not None and learner.fits and kept and _is_best(path):
            _taken_back(learner.fits[-1])
        return known
    made = classes.instantiate(reader, kind, (), {}, call.node, open_ended=True)
    if isinstance(made, Instance):
        learner = estimators.of_instance(reader, made)
        if learner is not None and learner.weights is None:
            learner.weights = Weights()
    return made
