"""Trainer objects: Lightning's and Transformers', which fit and judge a model that they are given."""

from heldout.reading import learners, scoring
from heldout.reading.call import Call
from heldout.reading.facts import tables_in
from heldout.reading.predictions import Prediction
from heldout.reading.values import NONE, Constant, Learner, Listing, Scalar, Table, Thing, Value

_JUDGES = frozenset({"evaluate", "test", "validate", "predict"})


def method(call: Call, trainer: Thing, model: Learner, name: str) -> Value:
    """``trainer.train()``, ``trainer.fit(model, loader)``, ``trainer.test(model, loader)``."""
    if name in ("train", "fit"):
        return _trained(call, trainer, model, name)
    if name in _JUDGES:
        return _judged(call, trainer, model, name)
    return Scalar()


def _rows(call: Call, trainer: Thing, names: tuple[str, ...], position: int) -> Table | None:
    """The rows that a trainer is given: by the call or when it was made."""
    found = [call.keywords.get(name) or trainer.arguments.get(name) for name in names]
    given = [value for value in call.positional if not isinstance(value, Learner) and tables_in(value)]
    if position < len(given):
        return tables_in(given[position])[0]
    for value in found:
        tables = tables_in(value)
        if tables:
            return tables[0]
    return None


def _trained(call: Call, trainer: Thing, model: Learner, name: str) -> Value:
    table = _rows(call, trainer, ("train_dataset", "train_dataloaders"), 0)
    if table is None:
        return NONE
    watched = _rows(call, trainer, ("eval_dataset", "val_dataloaders"), 1)
    fit = learners.record_fit(call, model, name, table, None)
    fit.validation = watched.data() if watched is not None else None
    fit.watchers = _watchers(trainer)
    return NONE


def _watchers(trainer: Thing) -> tuple[str, ...]:
    """Callbacks and settings by which a trainer stops or goes back to its best state."""
    found: list[str] = []
    callbacks = trainer.arguments.get("callbacks")
    items = callbacks.items if isinstance(callbacks, Listing) else (callbacks,)
    stops = ("EarlyStopping", "EarlyStoppingCallback")
    found += ["EarlyStopping" for item in items if isinstance(item, Thing) and item.name.rpartition(".")[2] in stops]
    settings = trainer.arguments.get("args")
    if isinstance(settings, Thing):
        best = settings.arguments.get("load_best_model_at_end")
        if isinstance(best, Constant) and best.value is True:
            found.append("load_best_model_at_end")
    return tuple(found)


def _judged(call: Call, trainer: Thing, model: Learner, name: str) -> Value:
    table = _rows(call, trainer, ("eval_dataset", "test_dataset", "dataloaders"), 0)
    if table is None:
        return Scalar()
    return scoring.scored(
        call.reader, call.node, f"{model.name}.{name}", Prediction(model, model.fits, table.data()), None
    )
