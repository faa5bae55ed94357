"""Keras networks: what their methods are given, the rows that `fit` sets aside, checkpoints, and the curves of training."""

import ast
from collections.abc import Hashable
from typing import NamedTuple

from heldout.columns import NOTHING
from heldout.events import Data, Event, Fit, Score
from heldout.libraries.signatures import NETWORK_METHODS
from heldout.reading.arithmetic import key_of
from heldout.reading.call import Call, is_given, is_on
from heldout.reading.facts import choices_in, learned_by, predictions_in
from heldout.reading.reader import Reader
from heldout.reading.values import (
    Constant,
    History,
    Learner,
    Listing,
    Mapping,
    Scalar,
    Table,
    Thing,
    Value,
)

_ROWS = frozenset({"x", "y", "generator"})


def named(call: Call) -> None:
    """Give the arguments of a network's method that are written by position their names."""
    parameters = NETWORK_METHODS.get(call.name, ())
    for parameter, value in zip(parameters, call.positional, strict=False):
        if parameter not in _ROWS:
            call.keywords.setdefault(parameter, value)


def is_keras(learner: Learner) -> bool:
    """Whether a learner is fitted as Keras' networks are, or is a wrapper around one."""
    return learner.entry.effect == "network" or learner.name in ("KerasClassifier", "KerasRegressor")


class Kept(NamedTuple):
    """A fit that sets rows aside by ``validation_split``: what it learns from, and the last rows, which it watches."""

    known: Table
    target: Table | None
    watched: Data


def set_aside(call: Call, table: Table, target: Table | None, word: str) -> Kept | None:
    """The parts that ``validation_split`` makes of the rows of a fit; None if it sets none aside."""
    share = call.keywords.get("validation_split")
    if share is None or not is_on(share):
        return None
    if any(is_given(call.keywords.get(name)) for name in ("validation_data", "validation_generator")):
        return None
    space = call.reader.space
    origin = ("validation_split", key_of(share), table.order)
    known = table.like(rows=space.cut("part", table.rows, origin, "train", "train"))
    last = space.cut("part", table.rows, origin, "validation", "validation")
    learned = None
    if target is not None:
        learned = target.like(rows=space.cut("part", target.rows, origin, "train", "train"))
    return Kept(known, learned, Data(last, table.columns, word, weak=table.weak))


def monitored(call: Call) -> list[Value]:
    """The checkpoints that keep the best state of a fit by what is watched, each by the path that it is written to."""
    return [
        item.arguments.get("filepath") or Scalar()
        for item in each(call.keywords.get("callbacks"))
        if isinstance(item, Thing) and item.name.rpartition(".")[2] == "ModelCheckpoint" and _keeps_best(item)
    ]


def each(value: Value | None) -> list[Value]:
    """The callbacks of a fit, those in lists and mappings one by one."""
    if isinstance(value, Listing):
        return [item for part in value.items for item in each(part)]
    if isinstance(value, Mapping):
        return [item for part in value.items.values() for item in each(part)]
    return [value] if value is not None else []


def _keeps_best(item: Thing) -> bool:
    return is_on(item.arguments.get("save_best_only")) and watches(item)


def watches(item: Thing) -> bool:
    """Whether a callback looks at the rows that are watched, and not at those of the training."""
    monitor = item.arguments.get("monitor")
    return not (isinstance(monitor, Constant) and isinstance(monitor.value, str) and "val" not in monitor.value)


def keep_best(reader: Reader, learner: Learner, fit: Fit, paths: list[Value]) -> None:
    """Remember under which paths the best state of a fit lies, until the program takes it back."""
    for path in paths:
        for key in (("best", _where(path)), ("best of", learner.serial)):
            reader.store.bind(reader.saved, key, History(learner, fit))


def _where(path: Value | None) -> Hashable:
    return key_of(path) if isinstance(path, Constant | Scalar) else None


def taken_back(call: Call, learner: Learner) -> None:
    """``load_weights(path)``: if that is the best state by what was watched, it was chosen by those rows."""
    path = call.argument("filepath", 0)
    kept = call.reader.saved.get(("best", _where(path)))
    own = call.reader.saved.get(("best of", learner.serial))
    elsewhere = isinstance(path, Constant) and path.value in call.reader.saved
    if isinstance(own, History) and (
        isinstance(kept, History) and kept.learner is learner or not kept and not elsewhere
    ):
        best_taken(own.fit)


def best_taken(fit: Fit) -> None:
    """The state that goes on is the best one by what the fit watched."""
    if "ModelCheckpoint" not in fit.watchers:
        fit.watchers = (*fit.watchers, "ModelCheckpoint")


def restored(call: Call) -> Value | None:
    """``load_model(path)``: the best state of a fit, if a checkpoint wrote it there; None if none did."""
    kept = call.reader.saved.get(("best", _where(call.argument("filepath", 0))))
    if not isinstance(kept, History):
        return None
    best_taken(kept.fit)
    return kept.learner


def curve(reader: Reader, history: History, key: Value, node: ast.AST) -> Value:
    """``history.history["val_accuracy"]``: one figure an epoch, on the rows of training or those that were watched."""
    name = key.value if isinstance(key, Constant) else ""
    fit = history.fit
    if not isinstance(name, str) or not name:
        return Scalar()
    watched = name.startswith("val_")
    if watched and fit.validation is None:
        return Scalar()
    if not watched and ("loss" in name or fit.validation or fit.validation_split):
        return Scalar()
    assert fit.validation is not None or not watched
    score = Score(
        "history",
        fit.validation if watched and fit.validation is not None else fit.data,
        (fit,),
        learner=history.learner,
        model=history.learner.name,
        written=history.learner.written,
        choices=fit.choices,
    )
    reader.emit(score, node)
    return Listing((Scalar(scores=frozenset((score,))),), open=True)


def flowing(call: Call, callee: Value) -> Scalar:
    """A layer or network that is called on the symbol of an input: what layers on the way have learned goes on."""
    own: frozenset[Event] = NOTHING
    if isinstance(callee, Learner):
        own = own_learning_within(callee)
    everything = Listing(call.values)
    return Scalar(
        learned=own | learned_by(everything), choices=choices_in(everything), error=predictions_in(everything)
    )


def own_learning_within(learner: Learner) -> frozenset[Event]:
    """What a layer, or the layers of a network, have learned from rows by ``adapt``."""
    if learner.entry.effect == "network":
        steps = (own_learning_within(step) for _, step, _ in learner.steps if isinstance(step, Learner))
        return NOTHING.union(built_on(learner), *steps)
    if learner.entry.effect in ("transformer", "layer"):
        return frozenset(fit for fit in learner.fits if fit.learns != "nothing")
    return NOTHING


def built_on(learner: Learner) -> frozenset[Event]:
    """What the layers between a network's inputs and outputs have learned."""
    return learned_by(learner.arguments.get("outputs") or learner.arguments.get("output"))
