"""Estimators: made, fitted, applied, asked for predictions, and looked into."""

import ast
from collections.abc import Callable

from heldout.columns import NOTHING, Column, Columns
from heldout.events import Choose, Data, Fit, Predict, Transform
from heldout.finding import Place
from heldout.reading import estimators, keras_networks, layers, leaving, networks, passes, scoring
from heldout.reading.call import Call
from heldout.reading.callbacks import applied, is_own
from heldout.reading.estimators import as_table, data_argument, emit_draws
from heldout.reading.facts import choices_in, predictions_in, word_of
from heldout.reading.needs import gives, needs
from heldout.reading.pairing import classes
from heldout.reading.predictions import Prediction
from heldout.reading.reader import Reader
from heldout.reading.resampling import by_sampler
from heldout.reading.special import path_in, remember
from heldout.reading.splits import groups_of_search
from heldout.reading.values import (
    NONE,
    Bound,
    Constant,
    History,
    Learner,
    Listing,
    Mapping,
    Scalar,
    Table,
    Value,
)

_FITS = frozenset(
    {
        "fit",
        "partial_fit",
        "fit_transform",
        "fit_predict",
        "fit_resample",
        "fit_sample",
        "fit_generator",
        "train",
        "adapt",
        "fit_on_texts",
        "fit_on_sequences",
        "train_on_batch",
        "learn",
        "calibrate",
        "fit_one_cycle",
        "fit_params",
    }
)
_PREDICTS = frozenset(
    {
        "predict",
        "predict_proba",
        "predict_log_proba",
        "decision_function",
        "predict_classes",
        "predict_generator",
        "predict_on_batch",
        "score_samples",
        "staged_predict",
        "staged_predict_proba",
    }
)
_TRANSFORMS = frozenset(
    {"transform", "texts_to_sequences", "texts_to_matrix", "sequences_to_matrix", "inverse_transform"}
)
_SCORES = frozenset({"score", "evaluate", "evaluate_generator", "test_on_batch"})
_SAVES = frozenset(
    """save save_model save_weights save_params save_pretrained save_to_json push_to_hub export dump to_json
    to_disk""".split()
)
_SAMPLES = frozenset({"fit_resample", "fit_sample"})
#: What a learner tells of its columns: used to pick some, it carries what the fit learned from the labels.
_ABOUT_COLUMNS = frozenset(
    {
        "feature_importances_",
        "coef_",
        "scores_",
        "pvalues_",
        "support_",
        "ranking_",
        "get_support",
        "importances_mean",
        "feature_importance",
        "get_score",
        "feature_importances",
        "get_feature_importance",
        "coefs_",
        "n_features_",
    }
)
#: The traits of columns by what a transformer makes of them.
_TRAITS = {"rescaled": "changed", "codes": "coded", "filled": "filled"}
#: What a learner tells of single rows or of the whole fit.
_ABOUT_ROWS = frozenset({"labels_", "embedding_", "row_labels_"})


def method(call: Call, learner: Learner, name: str) -> Value:
    """A method call on an estimator."""
    call.name = name
    if learner.weights is not None:
        found = networks.method(call, learner, name)
        if found is not None:
            return found
    handler = _METHODS.get(name)
    return handler(call, learner) if handler is not None else Scalar(choices=learner.choices)


def _flowing(call: Call, learner: Learner) -> Value:
    """``generator.flow(X, y)``: batches, with what the generator has learned."""
    flowing = transformed(call, learner, data_argument(call))
    return flowing.like(kind="loader") if isinstance(flowing, Table) else flowing


def _configured(call: Call, learner: Learner) -> Value:
    """``set_params`` and what else gives the same estimator back."""
    if call.name == "set_params":
        if any(key.rpartition("__")[2] == "random_state" for key in call.keywords):
            call.reader.store.set(learner, "draw", None)
        found = learner.choices.union(*(choices_in(value) for value in call.keywords.values()))
        call.reader.store.set(learner, "choices", found)
        call.reader.store.set(learner, "arguments", {**learner.arguments, **call.keywords})
    return learner


def _layered(call: Call, learner: Learner) -> Value:
    """``network.add(layer)``."""
    layer = call.positional[0] if call.positional else NONE
    if isinstance(layer, Learner):
        call.reader.store.set(learner, "steps", (*learner.steps, (layer.name, layer, None)))
    layers.added(call, learner)
    return NONE


def _shortened(call: Call, learner: Learner) -> Value:
    """``network.pop()``."""
    layers.taken_off(call, learner)
    return NONE


def _compiled(call: Call, learner: Learner) -> Value:
    """``network.compile(...)``."""
    layers.compiled(call, learner)
    return learner


def _written(call: Call, learner: Learner) -> Value:
    remember(call, learner)
    leaving.saved(call, call.name, (learner,), path_in(call.values))
    return Scalar()


def _brought_back(call: Call, learner: Learner) -> Value:
    """``load_state_dict(state)``: the state was perhaps chosen."""
    chosen = learner.choices.union(*(choices_in(value) for value in call.values))
    call.reader.store.set(learner, "choices", chosen)
    keras_networks.taken_back(call, learner)
    return learner


def _fitted(call: Call, learner: Learner) -> Value:
    """``fit`` and its kin."""
    reader, name = call.reader, call.name
    if keras_networks.is_keras(learner):
        _as_keras(call, learner)
    table = data_argument(call)
    if table is None or (name == "train" and estimators.role_of(learner) != "unknown" and not call.positional):
        return learner
    given = call.argument("y", 1) or call.keywords.get("y_train")
    target = as_table(reader, given if name != "fit_generator" else None, call.node)
    fit = record_fit(call, learner, name, table, target)
    if name in ("fit_transform", "fit_predict"):
        if name == "fit_predict":
            return predicted(call, learner, table)
        return transformed(call, learner, table)
    return learner if learner.entry.effect != "network" or name == "train_on_batch" else History(learner, fit)


def by_gradients(call: Call) -> Value:
    """``optimizer.apply_gradients(...)``: the networks whose outputs are in the loss learn from the rows they were given."""
    for prediction in predictions_in(Listing(call.values)):
        by_step(call, prediction.learner, prediction.data, call.reader.place(call.node))
    return NONE


def by_step(call: Call, learner: Learner, data: Data, place: Place) -> None:
    """A network has learned from rows whose loss was propagated back at a place; one fit tells all turns of a loop."""
    if any(fit.place == place and fit.rows is data.rows for fit in learner.fits):
        return
    table = Table(data.rows, data.columns, "array", weak=data.weak, word=data.name)
    inner = Call(call.reader, call.node, "backward")
    inner.receiver = learner
    record_fit(inner, learner, "backward", table, None, node=place)


def _as_keras(call: Call, learner: Learner) -> None:
    """Arguments by position get their names, and a choice among them (of the epochs, say) shapes the network."""
    keras_networks.named(call)
    made = learner.choices.union(*(choices_in(value) for value in call.keywords.values()))
    if made != learner.choices:
        call.reader.store.set(learner, "choices", made)


def record_fit(
    call: Call,
    learner: Learner,
    name: str,
    table: Table,
    target: Table | None,
    *,
    node: ast.AST | Place | None = None,
) -> Fit:
    """The fit event of a learner on a table, its members included, and the state that it leaves."""
    reader = call.reader
    where = node or call.node
    validation, watchers, inner = scoring.validation_of(call)
    kept = keras_networks.set_aside(call, table, target, _word(call, 0)) if keras_networks.is_keras(learner) else None
    if kept is not None:
        table, target, validation = kept
    data = table.data(_word(call, 0) or table.word)
    data.columns = estimators.used_columns(learner, data.columns)
    if table.kind == "dataset" and target is not None:
        data.columns = data.columns.some()  # A data set gives pairs: which of its fields are features is not known.
    role = estimators.role_of(learner)
    fit = Fit(
        learner,
        learner.name,
        learner.written,
        role,
        name,
        data,
        learns=learner.learns if not estimators.is_model(role) else "label",
        target=target.data(_word(call, 1) or target.word) if target is not None else None,
        validation=validation,
        validation_split=inner,
        watchers=watchers,
        choices=learner.choices | table.choices,
        task=estimators.task_of(learner),
        purpose=estimators.purpose_of(learner) if not estimators.is_model(role) else "select",
    )
    fit.upon = estimators.built_upon(learner, table)
    fit.needs = needs(learner)
    fit.gives = gives(learner) if not estimators.is_model(role) else frozenset()
    fit.partial = name in ("partial_fit", "train_on_batch")
    fit.method_place = call.attribute_place
    reader.emit(fit, where)
    emit_draws(reader, learner, data.rows)
    keeps = fit.partial or (
        role == "predictor" and learner.entry.effect in ("network", "module") and bool(learner.fits)
    )
    reader.store.set(learner, "fits", (*learner.fits[-3:], fit) if keeps else (fit,))
    keras_networks.keep_best(reader, learner, fit, keras_networks.monitored(call))
    leaving.by_callbacks(call, learner, call.keywords.get("callbacks") or learner.arguments.get("callbacks"))
    for path in scoring.checkpoints(call):
        reader.store.bind(reader.saved, path, learner)
    if role == "search":
        groups_of_search(call, data, learner.arguments.get("cv"))
        choice = Choose("search", (), (validation or data,))
        reader.emit(choice, where)
        reader.store.set(learner, "choices", (learner.choices - {learner.searched}) | {choice})
        reader.store.set(learner, "searched", choice)
    return fit


def _word(call: Call, position: int) -> str:
    return word_of(call.nodes[position]) if position < len(call.nodes) else ""


def transformed(call: Call, learner: Learner, table: Table | None) -> Value:
    """Rows as a fitted transformer gives them: they carry what its fit learned."""
    reader = call.reader
    if table is None:
        return Scalar()
    if call.name == "inverse_transform":
        return table.like(word="")
    found = _through(call, learner, table)
    if found is not None:
        return found
    data = table.data(_word(call, 0) or table.word)
    reader.emit(Transform(learner, learner.name, learner.written, learner.fits, data), call.node)
    columns = _transformed_columns(learner, table)
    return table.like(columns=columns, kind="array", word="", predicate=None, choices=table.choices | learner.choices)


def _through(call: Call, learner: Learner, table: Table) -> Table | None:
    """Rows after a function of the program that a library's transformer is around; None for any other transformer."""
    function = learner.arguments.get("func") if learner.name == "FunctionTransformer" else None
    if function is None or not is_own(function):
        return None
    given = learner.arguments.get("kw_args")
    keywords = {str(name): value for name, value in given.items.items()} if isinstance(given, Mapping) else {}
    found = applied(call.reader, function, (table,), call.node, keywords)
    return found if isinstance(found, Table) else None


def _transformed_columns(learner: Learner, table: Table) -> Columns:
    """Columns after a transformer: each member's learning goes to the columns that the member was given."""
    columns = estimators.picked(learner, table.columns)
    if "Vectorizer" in learner.name and not (columns.implied is None and len(columns.known) == 1):
        columns = columns.some()
    traits = [_TRAITS[made] for made in gives(learner)]
    return columns.with_traits(traits).carrying(estimators.own_learning(learner))


def predicted(call: Call, learner: Learner, table: Table | None) -> Value:
    """Predictions for rows: they remember who made them, in which state."""
    reader = call.reader
    if table is None:
        return Scalar()
    role = estimators.role_of(learner)
    if role == "transformer":
        return transformed(call, learner, table)
    if table.kind in ("loader", "stream"):
        table = passes.begun(reader, table, call.node)
    data = estimators.asked_data(learner, table, _word(call, 0))
    reader.emit(Predict(learner, learner.name, learner.written, learner.fits, data), call.node)
    # Predictions carry what their model learned only if it is no model to be judged: stacked predictions are out of fold
    # as a rule, and where they are not, the model's own score says so.
    own = NOTHING if estimators.is_model(role) else estimators.own_learning(learner)
    learned = table.columns.learned | own
    columns = Columns(known={None: Column(learned=learned)})
    prediction = Prediction(learner, learner.fits, data, labels=classes(call, learner))
    # What `fit_predict` is handed second has just been learned from.
    told = len(call.positional) > 1 and call.name != "fit_predict"
    truth = as_table(reader, call.positional[1], call.node) if told else None
    if truth is not None and truth.predicate is None and estimators.is_model(role):
        scoring.told_truth(reader, call, prediction, truth)
    elif estimators.is_model(role) and learner.fits:
        scoring.implied(reader, call, prediction)
    before = table.predictions if learner.entry is estimators.NETWORK else ()
    return Table(
        table.rows,
        columns,
        "array",
        weak=table.weak,
        order=table.order,
        predictions=(*before, prediction) if role not in ("clusterer", "detector") else (),
        choices=table.choices | learner.choices,
    )


def called(call: Call, learner: Learner) -> Value:
    """A learner that is called like a function: a network on rows."""
    if learner.weights is not None:
        return networks.called(call, learner)
    table = as_table(call.reader, call.positional[0] if call.positional else None, call.node)
    if learner.entry.effect in ("transformer", "layer"):
        learned = keras_networks.own_learning_within(learner)
        return (
            table.like(columns=table.columns.carrying(learned))
            if table is not None
            else keras_networks.flowing(call, learner)
        )
    if table is None and learner.entry.effect == "network":
        return keras_networks.flowing(call, learner)
    return predicted(call, learner, table)


def attribute(reader: Reader, learner: Learner, name: str, node: ast.expr) -> Value:
    """An attribute of an estimator that is not called."""
    if name in _ABOUT_COLUMNS and not name.startswith("get_"):
        return _about_columns(reader, learner)
    if name in _ABOUT_ROWS and learner.fits:
        data = learner.fits[-1].data
        columns = Columns(known={None: Column(learned=data.learned | estimators.own_learning(learner))})
        return Table(data.rows, columns, "array", weak=data.weak)
    if name in ("best_score_", "best_score", "cv_results_"):
        return scoring.inner_score(reader, learner, name, node)
    if name in ("best_params_", "best_index_", "best_iteration_", "best_iteration", "best_ntree_limit", "n_iter_"):
        return Scalar(choices=learner.choices)
    if name in ("alpha_", "C_", "l1_ratio_") and "cross-validates" in learner.entry.flags and learner.fits:
        choice = Choose("search", (), (learner.fits[-1].data,))
        reader.emit(choice, learner.fits[-1].place)
        return Scalar(choices=learner.choices | {choice})
    if name in ("best_estimator_", "estimator_", "model", "regressor_", "booster_", "base_estimator_"):
        return learner
    if name in ("named_steps", "named_transformers_"):
        return Mapping({label: step for label, step, _ in learner.steps})
    if name == "steps":
        return Listing(tuple(Listing((Constant(label), step), "tuple") for label, step, _ in learner.steps))
    if name in (
        "mean_",
        "var_",
        "scale_",
        "min_",
        "data_min_",
        "data_max_",
        "data_range_",
        "center_",
        "statistics_",
        "components_",
        "explained_variance_ratio_",
        "classes_",
        "idf_",
    ):
        return Scalar(
            learned=estimators.own_learning(learner)
            if name not in ("classes_", "explained_variance_ratio_")
            else NOTHING
        )
    found = layers.some_of(learner) if name == "layers" else layers.end_of(reader, learner, name)
    return found or Bound(learner, name)


def _about_columns(reader: Reader, learner: Learner) -> Value:
    """Importances, coefficients, a mask of columns: whoever chooses by them has learned from the fit's rows."""
    return Scalar(learned=frozenset(learner.fits), choices=learner.choices)


def _by_name() -> dict[str, Callable[[Call, Learner], Value]]:
    """The handlers of the methods of estimators."""
    same = "set_params set_output get_params build to cuda double float half train eval cpu get_booster"
    return {
        **dict.fromkeys(same.split(), _configured),
        **dict.fromkeys(("flow", "flow_from_dataframe"), _flowing),
        **dict.fromkeys(_FITS, _fitted),
        **dict.fromkeys(_SAMPLES, by_sampler),
        **dict.fromkeys(_TRANSFORMS, lambda call, learner: transformed(call, learner, data_argument(call))),
        **dict.fromkeys(_PREDICTS, lambda call, learner: predicted(call, learner, data_argument(call))),
        **dict.fromkeys(_SCORES, scoring.by_method),
        **dict.fromkeys(_SAVES, _written),
        **dict.fromkeys(("load_weights", "load_state_dict", "load_model"), _brought_back),
        **dict.fromkeys(_ABOUT_COLUMNS, lambda call, learner: _about_columns(call.reader, learner)),
        **dict.fromkeys(
            ("get_feature_names_out", "get_feature_names"),
            lambda call, learner: Scalar(learned=estimators.own_learning(learner)),
        ),
        "add": _layered,
        "pop": _shortened,
        "get_layer": lambda call, learner: layers.one_of(learner),
        "compile": _compiled,
    }


_METHODS = _by_name()
