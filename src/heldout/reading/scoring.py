"""Quality figures: metrics, score and evaluate, cross-validation, and what is watched during training."""

import ast

from heldout.events import Choose, Data, Fit, Score
from heldout.reading import boosting, keras_networks, passes, skorch
from heldout.reading.call import Call
from heldout.reading.estimators import (
    as_table,
    asked_data,
    data_argument,
    emit_draws,
    is_model,
    learner_behind,
    role_of,
    task_of,
)
from heldout.reading.facts import choices_in, mark_reported, predictions_in, tables_in, word_of
from heldout.reading.needs import needs
from heldout.reading.pairing import classes_of_folds, pairing
from heldout.reading.predictions import Prediction
from heldout.reading.reader import Reader
from heldout.reading.recipes import recipe
from heldout.reading.splits import fold_split
from heldout.reading.values import (
    Constant,
    Learner,
    Listing,
    Scalar,
    Table,
    Thing,
    Value,
)
from heldout.reading.varying import seeds_behind

#: Callbacks that choose by validation rows. A checkpoint of the best state does where that state is taken back.
_WATCHERS = frozenset({"EarlyStopping", "early_stopping", "BestModel", "EarlyStop"})


def by_method(call: Call, learner: Learner) -> Value:
    """``model.score(X, y)``, ``model.evaluate(X, y)``."""
    reader = call.reader
    table = data_argument(call)
    if table is None or role_of(learner) in ("transformer", "clusterer", "detector"):
        return Scalar()
    truth = as_table(reader, call.argument("y", 1), call.node)
    word = word_of(call.nodes[0]) if call.nodes else ""
    truth_data = truth.data(word_of(call.nodes[1]) if len(call.nodes) > 1 else "") if truth is not None else None
    if predictions_in(truth):
        return Scalar()
    prediction = Prediction(learner, learner.fits, asked_data(learner, table, word))
    return scored(reader, call.node, f"{learner.name}.{call.name}", prediction, truth_data, choices=table.choices)


def scored(
    reader: Reader,
    node: ast.AST,
    function: str,
    prediction: Prediction,
    truth: Data | None,
    *,
    folds: bool = False,
    choices: frozenset[Choose] = frozenset(),
) -> Scalar:
    """The score of one prediction, as an event and as the figure that carries it."""
    learner = prediction.learner
    score = Score(
        function,
        prediction.data,
        prediction.fits,
        learner=learner,
        model=learner.name,
        written=learner.written,
        truth=truth,
        folds=folds or prediction.out_of_fold,
        choices=learner.choices | choices,
    )
    score.cut = prediction.cut
    if prediction.forward is not None:
        score.progress = prediction.forward.trained
        prediction.forward.scores.append(score)
    score.varied = reader.varying[-1].names if reader.varying else frozenset()
    score.seeds = seeds_behind(reader, learner, prediction.data.rows)
    reader.trace.recipes[score] = recipe(learner)
    reader.emit(score, node)
    return Scalar(scores=frozenset((score,)))


def metric(call: Call) -> Value:
    """A metric of truth and prediction: one score for each prediction that its arguments carry."""
    reader = call.reader
    truth: Table | None = None
    found: tuple[Prediction, ...] = ()
    answers: list[Table] = []
    for value in call.values:
        predictions = predictions_in(value)
        found = tuple(dict.fromkeys((*found, *predictions)))
        answers += tables_in(value) if predictions else []
        if not predictions and truth is None:
            truth = passes.together(tables_in(value))
    if not found or truth is None:
        return Scalar(choices=_choices(call), error=found)
    scores: frozenset[Score] = frozenset()
    pair = pairing(call)
    for prediction in found:
        if not is_judged(prediction):
            continue
        judged = passes.matched(prediction, found, answers)
        scalar = scored(reader, call.node, call.short, judged, truth.data(), choices=_choices(call))
        for score in scalar.scores:
            score.pairing = pair
        scores |= scalar.scores
    return Scalar(scores=scores, error=found)


def is_judged(prediction: Prediction) -> bool:
    """Whether predictions are of a model, not of a transformer or a clustering."""
    return is_model(role_of(prediction.learner))


def _choices(call: Call) -> frozenset[Choose]:
    return frozenset[Choose]().union(*(choices_in(value) for value in call.values))


def by_comparison(reader: Reader, table: Table, function: str, node: ast.AST) -> Scalar:
    """A mean or sum of predictions compared with the truth: a score written by hand."""
    scores: frozenset[Score] = frozenset()
    for prediction in table.predictions:
        if is_judged(prediction):
            scores |= scored(reader, node, function, prediction, table.compared, choices=table.choices).scores
    return Scalar(scores=scores)


def cross_validate(call: Call) -> Value:
    """``cross_val_score`` and its kin: fits and scores on folds of the rows."""
    found = _folded(call)
    if found is None:
        return Scalar()
    learner, train, test, table = found
    targets = tables_in(call.argument("y", 2))
    fit = _fitted(call, learner, train, _fold_target(call, targets[0], table, train) if targets else None)
    return scored(call.reader, call.node, call.short, Prediction(learner, (fit,), test), None, folds=True)


def _fitted(call: Call, learner: Learner, train: Data, target: Data | None = None) -> Fit:
    """The fit of an estimator on the training folds."""
    fit = Fit(
        learner,
        learner.name,
        learner.written,
        role_of(learner),
        call.short,
        train,
        learns="label",
        target=target,
        choices=learner.choices,
        task=task_of(learner),
    )
    fit.needs = needs(learner)
    call.reader.emit(fit, call.node)
    emit_draws(call.reader, learner, train.rows)
    return fit


def _fold_target(call: Call, target: Table, table: Table, train: Data) -> Data:
    """The target of the training folds."""
    rows = train.rows if target.rows is table.rows else target.rows
    return target.like(rows=rows).data(word_of(call.nodes[2]) if len(call.nodes) > 2 else "")


def _folded(call: Call) -> tuple[Learner, Data, Data, Table] | None:
    """The estimator, the training and held-out folds of the rows, and the rows, of a cross-validating call."""
    reader = call.reader
    table = as_table(reader, call.argument("X", 1), call.node)
    learner = learner_behind(reader, call.argument("estimator", 0)) if table is not None else None
    if table is None or learner is None:
        return None
    word = word_of(call.nodes[1]) if len(call.nodes) > 1 else ""
    whole = table.data(word or table.word)
    wholes = (
        whole,
        *(
            target.data(word_of(call.nodes[2]) if len(call.nodes) > 2 else "")
            for target in tables_in(call.argument("y", 2))[:1]
        ),
    )
    split = fold_split(call, wholes, call.argument("cv"))
    train, test = (table.like(rows=part.rows).data(whole.name) for part in split.parts)
    return learner, train, test, table


def cross_predict(call: Call) -> Value:
    """``cross_val_predict``: a prediction for every row, by a model that had not seen it."""
    found = _folded(call)
    if found is None:
        return Scalar()
    learner, train, test, table = found
    fit = _fitted(call, learner, train)
    prediction = Prediction(learner, (fit,), test, True, labels=classes_of_folds(call, learner))
    return table.like(kind="array", predictions=(prediction,), predicate=None, word="")


def inner_score(reader: Reader, learner: Learner, name: str, node: ast.AST) -> Value:
    """``search.best_score_``: a figure on the inner folds of the search; of boosting, on the rows that it watched."""
    if not learner.fits:
        return Scalar()
    fit = learner.fits[-1]
    if fit.role != "search":
        if fit.validation is None or not fit.watchers:
            return Scalar()
        return scored(reader, node, f"{learner.name}.{name}", Prediction(learner, (fit,), fit.validation), None)
    origin = ("search", fit.index)
    test = reader.space.cut("fold", fit.rows, origin, "test", "held-out fold")
    data = Data(test, fit.data.columns, fit.data.name, weak=fit.data.weak)
    scalar = scored(reader, node, f"{learner.name}.{name}", Prediction(learner, (fit,), data), None, folds=True)
    return Scalar(scores=scalar.scores, choices=learner.choices)


def told_truth(reader: Reader, call: Call, prediction: Prediction, truth: Table) -> None:
    """``model.predict(X, y)``: predictions that are handed the truth are judged by it."""
    figure = scored(reader, call.node, f"{prediction.learner.name}.{call.name}", prediction, truth.data())
    mark_reported(figure)


def implied(reader: Reader, call: Call, prediction: Prediction) -> None:
    """Predictions for rows that were set aside are judged somewhere, even if no figure is in sight."""
    rows = prediction.data.rows
    if (
        rows.label in ("one row", "a few rows") and rows.parent is not None
    ):  # an example is judged if what it is taken from is
        rows = rows.parent
    # Rows that were joined from another file have perhaps no truth at all: nobody can judge predictions for them.
    cut_by_hand = rows.kind in ("slice", "filter", "rest", "sample") and not rows.root.members
    if not cut_by_hand and not any(True for _ in rows.cuts()):
        return
    learner = prediction.learner
    score = Score(
        call.short or "call",
        prediction.data,
        prediction.fits,
        learner=learner,
        model=learner.name,
        written=learner.written,
        implied=True,
        choices=learner.choices,
    )
    reader.emit(score, call.node)


def validation_of(call: Call) -> tuple[Data | None, tuple[str, ...], bool]:
    """What a fit watches meanwhile: the rows, who chooses by them, and whether they are taken from the fit's own rows."""
    watched = _watched_rows(call)
    watchers = _watchers(call)
    network = skorch.network_of(call.receiver) if isinstance(call.receiver, Learner) else None
    if network is not None and watched is None:
        table = skorch.watched(network)
        watched = table.data() if table is not None else None
        watchers = tuple(dict.fromkeys((*watchers, *_choosing(network.arguments.get("callbacks")))))
    return watched, watchers, "validation_split" in call.keywords


def _watched_rows(call: Call) -> Data | None:
    for name in (
        "validation_data",
        "eval_set",
        "valid_sets",
        "evals",
        "validation_dataset",
        "eval_dataset",
        "val_dataloaders",
        "eval_X",
        "X_valid",
        "X_val",
    ):
        value = call.argument(name)
        if value is None:
            continue
        node = call.written(name)
        item: Value = value
        if name in boosting.SETS:
            item, word = boosting.evaluation_set(call, name, value)
        elif isinstance(item, Listing) and item.items:
            word = word_of(node.elts[0]) if isinstance(node, ast.Tuple | ast.List) and node.elts else ""
            item = item.items[0]
        else:
            word = word_of(node)
        tables = tables_in(item)
        if tables:
            return tables[0].data(word or tables[0].word)
    return None


def _watchers(call: Call) -> tuple[str, ...]:
    """The callbacks and arguments of a fit that stop it or keep the best state by what is watched."""
    found = boosting.stopping(call)
    learner = call.receiver
    if isinstance(learner, Learner):
        found += _choosing(learner.arguments.get("callbacks"))
    found += _choosing(call.keywords.get("callbacks"))
    return tuple(dict.fromkeys(found))


def checkpoints(call: Call) -> list[str]:
    """The literal paths to which callbacks of a fit write the model."""
    listed = call.keywords.get("callbacks")
    items = listed.items if isinstance(listed, Listing) else (listed,)
    found = []
    for item in items:
        if isinstance(item, Thing) and item.name.endswith("ModelCheckpoint"):
            path = item.arguments.get("filepath") or item.arguments.get("0")
            if isinstance(path, Constant) and isinstance(path.value, str):
                found.append(path.value)
    return found


def _choosing(value: Value | None) -> list[str]:
    """The callbacks among some, those in lists and mappings one by one, that choose by what is watched."""
    found = [item for item in keras_networks.each(value) if isinstance(item, Thing)]
    return [item.name.rpartition(".")[2] for item in found if _chooses(item)]


def _chooses(callback: Thing) -> bool:
    short = callback.name.rpartition(".")[2]
    if short == "Checkpoint" and skorch.keeps_best(callback):
        return True
    return short in _WATCHERS and (short == "early_stopping" or keras_networks.watches(callback))


def displayed(call: Call) -> Value:
    """``RocCurveDisplay.from_estimator(model, X, y)`` and ``from_predictions(y, scores)``: a score that is shown."""
    learner = call.argument("estimator", 0)
    if isinstance(learner, Learner):
        table = as_table(call.reader, call.argument("X", 1), call.node)
        if table is None:
            return Scalar()
        word = word_of(call.nodes[1]) if len(call.nodes) > 1 else ""
        prediction = Prediction(learner, learner.fits, asked_data(learner, table, word))
        shown = scored(call.reader, call.node, call.short, prediction, None)
    else:
        found = metric(call)
        shown = found if isinstance(found, Scalar) else Scalar()
    for score in shown.scores:
        score.reported = True
    return shown
