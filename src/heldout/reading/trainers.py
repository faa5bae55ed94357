"""Trainer objects: those of Transformers, which fit and judge the model that they are made for, and what all have in common."""

from heldout.events import Choose, Fit
from heldout.reading import estimators, learners, leaving, lightning, networks, recording, scoring
from heldout.reading.call import Call, is_given
from heldout.reading.callbacks import applied, is_own
from heldout.reading.facts import choices_in, mark_reported, scores_in, tables_in
from heldout.reading.predictions import Prediction
from heldout.reading.values import (
    NONE,
    Constant,
    Instance,
    Learner,
    Listing,
    Mapping,
    Scalar,
    Table,
    Thing,
    Value,
)

_SAVES = frozenset({"save_model", "save_pretrained", "push_to_hub"})
_OBJECT = "(trainer)"
_MODEL = "model"


def is_trainer(thing: Thing) -> bool:
    """Whether an object of a library trains models that it is given."""
    return thing.name.rpartition(".")[2].endswith("Trainer")


def of_instance(instance: Instance) -> Thing | None:
    """The trainer behind an object of the program's own class, if that descends from a library's trainer."""
    base = next((base for base in instance.kind.library_bases() if base.rpartition(".")[2].endswith("Trainer")), None)
    if base is None:
        return None
    known = instance.fields.get(_OBJECT)
    if isinstance(known, Thing):
        return known
    made = instance.fields[_OBJECT] = Thing(base, None, instance.fields)
    return made


def method(call: Call, trainer: Thing, name: str) -> Value:
    """``trainer.train()``, ``trainer.evaluate(test_set)``, ``trainer.fit(model, loader)``."""
    if lightning.is_lightning(trainer) or name in ("fit", "test"):
        return lightning.method(call, trainer, name)
    if name in _SAVES:
        leaving.saved(call, f"{trainer.name}.{name}", (trainer.arguments.get(_MODEL) or Scalar(),))
    handler = _METHODS.get(name)
    if handler is None:
        return Scalar()
    model = _model_of(call, trainer)
    return handler(call, trainer, model) if model is not None else Scalar()


def _model_of(call: Call, trainer: Thing) -> Learner | None:
    """The model that a trainer was made for, or that the function makes which it was given."""
    value = trainer.arguments.get(_MODEL)
    making = trainer.arguments.get("model_init")
    if value is None and making is not None and is_own(making):
        value = applied(call.reader, making, (), call.node)
        call.reader.store.bind(trainer.arguments, _MODEL, value)
    if isinstance(value, Table | Instance | Learner):
        return estimators.learner_behind(call.reader, value)
    made = networks.become(call.reader, _MODEL)
    call.reader.store.bind(trainer.arguments, _MODEL, made)
    return made


def _given(call: Call, trainer: Thing, name: str) -> Table | None:
    """The rows that a method is handed, or else those that the trainer was made for."""
    handed = call.argument(name, 0)
    value = handed if is_given(handed) else trainer.arguments.get(name)
    tables = tables_in(value)
    return tables[0] if tables else None


def _trained(call: Call, trainer: Thing, model: Learner) -> Value:
    tables = tables_in(trainer.arguments.get("train_dataset"))
    watched = tables_in(trainer.arguments.get("eval_dataset"))
    if tables:
        shaped = choices_in(trainer.arguments.get("args"))
        if shaped:
            call.reader.store.set(model, "choices", model.choices | shaped)
        _fitted(call, trainer, model, tables[0], watched[0] if watched else None)
    return Scalar()


def _fitted(call: Call, trainer: Thing, model: Learner, table: Table, watched: Table | None) -> Fit:
    inner = Call(call.reader, call.node, "train")
    inner.receiver = model
    fit = learners.record_fit(inner, model, "train", table, None)
    _kept(call, trainer, model)
    if watched is not None:
        fit.validation = watched.data()
        fit.watchers = _watchers(trainer)
    return fit


def _kept(call: Call, trainer: Thing, model: Learner) -> None:
    """What a trainer writes while it trains, unless its settings say otherwise: checkpoints, and a log of figures."""
    settings = trainer.arguments.get("args")
    told = settings.arguments if isinstance(settings, Thing) else {}
    if not _is_literal(told.get("save_strategy"), "no"):
        leaving.saved(call, f"{trainer.name}.train", (model,), by_itself=True)
    if not _is_literal(told.get("report_to"), "none"):
        recording.by_trainer(call, trainer)


def _is_literal(value: Value | None, text: str) -> bool:
    return isinstance(value, Constant) and value.value == text


def _watchers(trainer: Thing) -> tuple[str, ...]:
    """The callbacks and settings by which a trainer stops or goes back to its best state."""
    found: list[str] = []
    callbacks = trainer.arguments.get("callbacks")
    items = callbacks.items if isinstance(callbacks, Listing) else (callbacks,)
    if any(isinstance(item, Thing) and item.name.endswith("EarlyStoppingCallback") for item in items):
        found.append("EarlyStopping")
    settings = trainer.arguments.get("args")
    if isinstance(settings, Thing):
        best = settings.arguments.get("load_best_model_at_end")
        if isinstance(best, Constant) and best.value is True:
            found.append("load_best_model_at_end")
    return tuple(found)


def _evaluated(call: Call, trainer: Thing, model: Learner) -> Value:
    """``evaluate()`` on the rows that were watched, ``evaluate(rows)`` on others."""
    table = _given(call, trainer, "eval_dataset")
    return _score(call, model, table) if table is not None else Scalar()


def _score(call: Call, model: Learner, table: Table) -> Scalar:
    prediction = Prediction(model, model.fits, table.data())
    return scoring.scored(call.reader, call.node, f"{model.name}.{call.name}", prediction, None, choices=table.choices)


def _predicted(call: Call, trainer: Thing, model: Learner) -> Value:
    """``predict(rows)``: predictions, labels and figures, by name or number."""
    table = _given(call, trainer, "test_dataset")
    if table is None:
        return Scalar()
    figures = _score(call, model, table)
    prediction = Prediction(model, model.fits, table.data())
    made = Table(table.rows, kind="array", order=table.order, predictions=(prediction,))
    truth = table.like(kind="array", word="")
    named: dict[object, Value] = {"predictions": made, "label_ids": truth, "metrics": figures}
    return Mapping({**named, 0: made, 1: truth, 2: figures})


def _searched(call: Call, trainer: Thing, model: Learner) -> Value:
    """``hyperparameter_search()``: what comes out of it was chosen by the rows that are watched."""
    tables = tables_in(trainer.arguments.get("eval_dataset"))
    if not tables:
        return Scalar()
    choice = Choose("search", (), (tables[0].data(),))
    call.reader.emit(choice, call.node)
    call.reader.store.set(model, "choices", model.choices | {choice})
    return Scalar(choices=frozenset((choice,)))


def _more_callbacks(call: Call, trainer: Thing, model: Learner) -> Value:
    known = trainer.arguments.get("callbacks")
    items = known.items if isinstance(known, Listing) else ()
    call.reader.store.bind(trainer.arguments, "callbacks", Listing((*items, *call.positional)))
    return NONE


def _logged(call: Call, trainer: Thing, model: Learner) -> Value:
    """``log_metrics(name, figures)``: the figures are claims."""
    for value in call.values:
        if scores_in(value):
            mark_reported(value)
    return NONE


_METHODS = {
    "train": _trained,
    "evaluate": _evaluated,
    "predict": _predicted,
    "hyperparameter_search": _searched,
    "add_callback": _more_callbacks,
    "log_metrics": _logged,
    "save_metrics": _logged,
}
