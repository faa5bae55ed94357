"""Estimators: made, fitted, applied, asked for predictions, and looked into."""

import ast
from collections.abc import Hashable
from typing import TYPE_CHECKING

from heldout.columns import NOTHING, Column, Columns
from heldout.events import Choose, Data, Fit, Predict, Transform
from heldout.finding import Place
from heldout.libraries.table import Entry, strongest
from heldout.reading import scoring
from heldout.reading.facts import choices_in, learned_by, predictions_in, tables_in, word_of
from heldout.reading.reader import Reader
from heldout.reading.sequences import names_in
from heldout.reading.values import (
    NONE,
    Bound,
    Constant,
    Function,
    History,
    Instance,
    Learner,
    Library,
    Listing,
    Mapping,
    Names,
    Prediction,
    Scalar,
    Table,
    Thing,
    Value,
)

if TYPE_CHECKING:
    from heldout.reading.calls import Call

_UNKNOWN = Entry("unknown", "value")
_NETWORK = Entry("network", "nothing", flags=frozenset({"probabilistic"}))
_FITS = frozenset({
    "fit", "partial_fit", "fit_transform", "fit_predict", "fit_resample", "fit_sample", "fit_generator", "train",
    "adapt", "fit_on_texts", "fit_on_sequences", "train_on_batch", "learn", "calibrate", "fit_one_cycle", "fit_params",
})
_PREDICTS = frozenset({
    "predict", "predict_proba", "predict_log_proba", "decision_function", "predict_classes", "predict_generator",
    "predict_on_batch", "score_samples", "staged_predict", "staged_predict_proba",
})
_TRANSFORMS = frozenset({"transform", "texts_to_sequences", "texts_to_matrix", "sequences_to_matrix", "inverse_transform"})
_SCORES = frozenset({"score", "evaluate", "evaluate_generator", "test_on_batch"})
_SAMPLES = frozenset({"fit_resample", "fit_sample"})
#: What a learner tells of its columns: used to pick some, it carries what the fit learned from the labels.
_ABOUT_COLUMNS = frozenset({
    "feature_importances_", "coef_", "scores_", "pvalues_", "support_", "ranking_", "get_support", "importances_mean",
    "feature_importance", "get_score", "feature_importances", "get_feature_importance", "coefs_", "n_features_",
})
#: What a learner tells of single rows or of the whole fit.
_ABOUT_ROWS = frozenset({"labels_", "embedding_", "row_labels_"})
_KNOWN_MODULES = ("torch.nn", "keras", "tensorflow", "tf_keras", "lightning", "pytorch_lightning")


def made(call: "Call") -> Value:
    """The estimator that a constructor makes."""
    from heldout.reading.calls import unseeded

    assert call.entry is not None
    learner = Learner(call.short, call.entry, call.named())
    learner.learns = call.learns
    learner.choices = frozenset[Choose]().union(*(choices_in(value) for value in call.values))
    draw = unseeded(call)
    if draw is not None:
        learner.draw = (draw, call.reader.place(call.node))
    if call.entry.effect in ("wrapper", "search"):
        first = call.argument("estimator", 0) or call.argument("base_estimator") or call.argument("regressor")
        learner.inner = first if isinstance(first, Learner) else None
        if learner.inner is not None and call.entry.effect == "wrapper":
            learner.learns = strongest((learner.learns, learner.inner.learns))
    if "nested" in call.entry.flags and call.entry.effect == "predictor":
        first = call.argument("estimator", 0) or call.argument("base_estimator")
        learner.inner = first if isinstance(first, Learner) else None
    return learner


def network(call: "Call") -> Learner:
    """A network made of a library's parts; layers that learn before it does are its members."""
    learner = Learner(call.short, _NETWORK, call.named())
    layers = call.positional[0] if call.positional else call.keywords.get("layers")
    items = layers.items if isinstance(layers, Listing) else call.positional
    learner.steps = tuple((item.name, item, None) for item in items if isinstance(item, Learner))
    return learner


def pretrained(call: "Call") -> Value:
    """``AutoModelFor...from_pretrained(name)``: a network; tokenizers and configurations hold nothing of interest."""
    kind = call.name.split(".")[-2]
    return Learner(kind, _NETWORK, call.named()) if "Model" in kind else Scalar()


def pipeline(call: "Call") -> Value:
    """A pipeline: steps one after the other."""
    assert call.entry is not None
    learner = Learner(call.short, call.entry, call.named())
    steps = call.argument("steps", 0) if call.short not in ("make_pipeline", "make_imb_pipeline") else None
    items = steps.items if isinstance(steps, Listing) else call.positional
    learner.steps = tuple(_member(item, number) for number, item in enumerate(items))
    _summarise(learner)
    return learner


def union(call: "Call") -> Value:
    """Transformers side by side, each on columns of its own."""
    assert call.entry is not None
    learner = Learner(call.short, call.entry, call.named())
    listed = call.argument("transformers", 0) or call.argument("transformer_list", 0) or call.argument("features", 0)
    together = isinstance(listed, Listing) and (not listed.items or isinstance(listed.items[0], Listing | Library)) and listed.kind == "list"
    items = listed.items if together and isinstance(listed, Listing) else call.positional
    learner.steps = tuple(_member(item, number) for number, item in enumerate(items))
    _summarise(learner)
    return learner


def _member(item: Value, number: int) -> tuple[str, Value, Value | None]:
    """One step: its name, the estimator, and the columns that it is given."""
    if not isinstance(item, Listing):
        return (str(number), item, None)
    found = next((part for part in item.items if isinstance(part, Learner | Instance)), None)
    name = item.items[0] if item.items else None
    columns = item.items[-1] if len(item.items) == 3 or (len(item.items) == 2 and found is item.items[0]) else None
    label = name.value if isinstance(name, Constant) and isinstance(name.value, str) else str(number)
    return (label, found if found is not None else Scalar(), columns if columns is not found else None)


def _summarise(learner: Learner) -> None:
    """A composite learns what its strongest member learns, and is what its last step is."""
    members = [step for _, step, _ in learner.steps if isinstance(step, Learner)]
    learner.learns = strongest([member.learns for member in members])
    learner.choices = frozenset[Choose]().union(*(member.choices for member in members))


def role_of(learner: Learner) -> str:
    """What an estimator is for: composites are what their last step is."""
    effect = learner.entry.effect
    if effect == "pipeline":
        last = learner.steps[-1][1] if learner.steps else None
        return role_of(last) if isinstance(last, Learner) else "unknown"
    if effect in ("union", "sampler"):
        return "transformer"
    if effect in ("network", "module"):
        return "predictor"
    if effect == "wrapper":
        return role_of(learner.inner) if learner.inner is not None else "predictor"
    return effect if effect in ("transformer", "predictor", "search", "clusterer", "detector") else "unknown"


def is_model(role: str) -> bool:
    """Whether a fit of this role trains what is judged in the end."""
    return role in ("predictor", "search", "unknown")


def purpose_of(learner: Learner) -> str:
    """What an estimator that learns from labels is used for: ``select``, ``encode``, ``project``; else empty."""
    for _, step, _ in learner.steps:
        if isinstance(step, Learner) and step.learns == learner.learns and purpose_of(step):
            return purpose_of(step)
    if learner.learns != "label":
        return ""
    name = learner.name
    if "Encoder" in name or "WOE" in name or name in ("TargetEncoder", "DecisionTreeDiscretiser"):
        return "encode"
    if role_of(learner) == "predictor" or name in ("LinearDiscriminantAnalysis", "NeighborhoodComponentsAnalysis"):
        return "project"
    return "select"


def of_instance(reader: Reader, instance: Instance) -> Learner | None:
    """The estimator or network behind an object of the program's own class, if it descends from a library's."""
    if instance.learner is not None:
        return instance.learner
    for base in instance.kind.library_bases():
        from heldout import libraries

        entry = libraries.entry(base)
        if base.startswith(_KNOWN_MODULES) and base.rpartition(".")[2] in ("Module", "Model", "Sequential", "LightningModule"):
            instance.learner = Learner(instance.kind.node.name, _NETWORK)
        elif entry is not None and entry.effect in ("transformer", "predictor", "clusterer", "search"):
            instance.learner = Learner(instance.kind.node.name, entry)
            instance.learner.learns = entry.learns
        if instance.learner is not None:
            instance.learner.user = instance
            return instance.learner
    return None


def method(call: "Call", learner: Learner, name: str) -> Value:
    """A method call on an estimator."""
    reader = call.reader
    if name in ("flow", "flow_from_dataframe") and learner.name == "ImageDataGenerator":
        flowing = transformed(call, learner, data_argument(call))
        return flowing.like(kind="loader") if isinstance(flowing, Table) else flowing
    if name in _SAMPLES:
        from heldout.reading.resampling import by_sampler

        return by_sampler(call, learner)
    if name in _FITS:
        return _fitted(call, learner, name)
    if name in _TRANSFORMS:
        return transformed(call, learner, data_argument(call))
    if name in _PREDICTS:
        return predicted(call, learner, data_argument(call))
    if name in _SCORES:
        return scoring.by_method(call, learner, name)
    if name in ("set_params", "set_output", "get_params", "compile", "build", "to", "cuda", "double", "float", "half", "train", "eval", "cpu"):
        _configured(reader, learner, call, name)
        return learner
    if name == "add" and call.positional:
        layer = call.positional[0]
        if isinstance(layer, Learner):
            reader.store.set(learner, "steps", (*learner.steps, (layer.name, layer, None)))
        return NONE
    if name in ("save", "save_model", "save_weights", "dump"):
        from heldout.reading.special import remember

        remember(call, learner)
        return Scalar()
    if name in ("load_weights", "load_state_dict", "load_model"):
        chosen = learner.choices.union(*(choices_in(value) for value in call.values))
        reader.store.set(learner, "choices", chosen)
        return learner
    if name in ("get_booster", "best_estimator_"):
        return learner
    if name in _ABOUT_COLUMNS:
        return _about_columns(reader, learner)
    if name in ("get_feature_names_out", "get_feature_names"):
        return Scalar(learned=_own_learning(learner))
    if name == "backward":
        return Scalar()
    return Scalar(choices=learner.choices)


def _configured(reader: Reader, learner: Learner, call: "Call", name: str) -> None:
    if name == "set_params":
        if any(key.rpartition("__")[2] == "random_state" for key in call.keywords):
            reader.store.set(learner, "draw", None)
        found = frozenset[Choose]().union(learner.choices, *(choices_in(value) for value in call.keywords.values()))
        reader.store.set(learner, "choices", found)
        reader.store.set(learner, "arguments", {**learner.arguments, **call.keywords})


def data_argument(call: "Call", position: int = 0) -> Table | None:
    """The rows that a method is given."""
    names = ("X", "x", "data", "X_test", "test_data", "dataset", "dataloaders", "train_dataloaders", "raw_documents", "texts", "y")
    value = next((call.keywords[name] for name in names if name in call.keywords), None) if len(call.positional) <= position else call.positional[position]
    return as_table(call.reader, value, call.node)


def as_table(reader: Reader, value: Value | None, node: ast.AST) -> Table | None:
    """A value as rows: a table, several side by side, or none."""
    if isinstance(value, Bound):
        from heldout.reading.attributes import as_value

        value = as_value(reader, value, node if isinstance(node, ast.expr) else ast.Constant(None))
    if isinstance(value, Table):
        return value
    tables = tables_in(value)
    if not tables:
        return None
    first, *others = tables
    columns = first.columns
    for other in others:
        columns = columns.beside(other.columns)
    return first.like(columns=columns)


def _fitted(call: "Call", learner: Learner, name: str) -> Value:
    """``fit`` and its kin."""
    reader = call.reader
    table = data_argument(call)
    if table is None or (name == "train" and role_of(learner) != "unknown" and not call.positional):
        return learner
    target = as_table(reader, call.argument("y", 1) if name != "fit_generator" else None, call.node)
    fit = record_fit(call, learner, name, table, target)
    if name in ("fit_transform", "fit_predict"):
        if name == "fit_predict":
            return predicted(call, learner, table)
        return transformed(call, learner, table)
    return learner if learner.entry.effect != "network" or name == "train_on_batch" else History(learner, fit)


def record_fit(
    call: "Call", learner: Learner, name: str, table: Table, target: Table | None, *, node: ast.AST | None = None
) -> Fit:
    """The fit event of a learner on a table, its members included, and the state that it leaves."""
    reader = call.reader
    where = node or call.node
    validation, watchers, inner = scoring.validation_of(call)
    data = table.data(_word(call, 0) or table.word)
    data.columns = _used_columns(learner, data.columns)
    role = role_of(learner)
    fit = Fit(
        learner,
        learner.name,
        learner.written,
        role,
        name,
        data,
        learns=learner.learns if not is_model(role) else "label",
        target=target.data(_word(call, 1) or target.word) if target is not None else None,
        validation=validation,
        validation_split=inner,
        watchers=watchers,
        choices=learner.choices | table.choices,
        task=_task(learner),
        purpose=purpose_of(learner) if not is_model(role) else "select",
    )
    fit.partial = name in ("partial_fit", "train_on_batch")
    fit.method_place = _method_place(reader, call.node)
    _members_seen(reader, learner)
    reader.emit(fit, where)
    emit_draws(reader, learner)
    keeps = fit.partial or (role == "predictor" and learner.entry.effect in ("network", "module") and bool(learner.fits))
    reader.store.set(learner, "fits", (*learner.fits[-3:], fit) if keeps else (fit,))
    reader.store.set(learner, "columns", table.columns)
    for path in scoring.checkpoints(call):
        reader.saved[path] = learner
    if role == "search":
        choice = Choose("search", (), (data,))
        reader.emit(choice, where)
        reader.store.set(learner, "choices", learner.choices | {choice})
    return fit


def _used_columns(learner: Learner, columns: Columns) -> Columns:
    """The columns that reach a model: those its first step picks, with what its layers have learned before."""
    if learner.entry is _NETWORK:
        learned = NOTHING.union(*(_own_learning(step) for _, step, _ in learner.steps if isinstance(step, Learner)))
        return columns.carrying(learned)
    return _picked(learner, columns)


def _picked(learner: Learner, columns: Columns) -> Columns:
    """The columns that a union, or a pipeline that begins with one, lets through."""
    if any(not _keeps_columns(step) for _, step, _ in learner.steps):
        return columns.some()
    if learner.entry.effect == "pipeline" and learner.steps and isinstance(learner.steps[0][1], Learner):
        return _picked(learner.steps[0][1], columns)
    rest = learner.arguments.get("remainder")
    if learner.entry.effect != "union" or all(given is None for _, _, given in learner.steps):
        return columns
    if rest is not None and not (isinstance(rest, Constant) and rest.value == "drop"):
        return columns
    picked: list[Hashable] = []
    for _, _, given in learner.steps:
        names = names_in(given)
        if names is None:
            return columns.some()
        picked += names
    return columns.only(picked)


def _keeps_columns(step: Value) -> bool:
    """Whether a member is a library's transformer, which picks no columns by itself."""
    if isinstance(step, Constant):
        return True
    if not isinstance(step, Learner):
        return False
    picks = step.name in ("FunctionTransformer", "ColumnSelector") or "Vectorizer" in step.name
    return not picks and all(_keeps_columns(part) for _, part, _ in step.steps)


def _method_place(reader: Reader, node: ast.Call) -> Place | None:
    """Where the name of the called method stands."""
    function = node.func
    if not isinstance(function, ast.Attribute) or function.end_lineno is None or function.end_col_offset is None:
        return None
    start = function.end_col_offset - len(function.attr.encode())
    return Place(reader.path, function.end_lineno, start, function.end_lineno, function.end_col_offset)


def _members_seen(reader: Reader, learner: Learner) -> None:
    """The rows of a member of the program's own class are not followed into: it is fitted with the whole."""
    for _, step, _ in learner.steps:
        if isinstance(step, Learner):
            _members_seen(reader, step)


def emit_draws(reader: Reader, learner: Learner) -> None:
    """The unseeded draws that a fit of this learner and its members makes, each told once, where it was constructed."""
    for member in (learner, learner.inner, *(step for _, step, _ in learner.steps)):
        if isinstance(member, Learner) and member.draw is not None:
            draw, place = member.draw
            reader.store.set(member, "draw", None)
            reader.emit(draw, place)
        if isinstance(member, Learner) and member is not learner and member is not learner.inner:
            emit_draws(reader, member)


def _task(learner: Learner) -> str:
    if learner.entry.task:
        return learner.entry.task
    last = learner.steps[-1][1] if learner.steps else learner.inner
    return _task(last) if isinstance(last, Learner) else ""


def _word(call: "Call", position: int) -> str:
    return word_of(call.nodes[position]) if position < len(call.nodes) else ""


def _own_learning(learner: Learner) -> frozenset:  # type: ignore[type-arg]
    """What a learner hands on; of a class that nobody knows, nothing is claimed."""
    if role_of(learner) == "unknown":
        return NOTHING
    return frozenset(fit for fit in learner.fits if fit.learns != "nothing")


def transformed(call: "Call", learner: Learner, table: Table | None) -> Value:
    """Rows as a fitted transformer gives them: they carry what its fit learned."""
    reader = call.reader
    if table is None:
        return Scalar()
    if call.name == "inverse_transform":
        return table.like(word="")
    data = table.data(_word(call, 0) or table.word)
    reader.emit(Transform(learner, learner.name, learner.written, learner.fits, data), call.node)
    columns = _transformed_columns(learner, table)
    return table.like(columns=columns, kind="array", word="", predicate=None, choices=table.choices | learner.choices)


def _transformed_columns(learner: Learner, table: Table) -> Columns:
    """Columns after a transformer: each member's learning goes to the columns that the member was given."""
    columns = _picked(learner, table.columns)
    if "Vectorizer" in learner.name and not (columns.implied is None and len(columns.known) == 1):
        columns = columns.some()
    return columns.carrying(_own_learning(learner))


def predicted(call: "Call", learner: Learner, table: Table | None) -> Value:
    """Predictions for rows: they remember who made them, in which state."""
    reader = call.reader
    if table is None:
        return Scalar()
    data = table.data(_word(call, 0) or table.word)
    role = role_of(learner)
    if role == "transformer":
        return transformed(call, learner, table)
    reader.emit(Predict(learner, learner.name, learner.written, learner.fits, data), call.node)
    learned = table.columns.learned | _own_learning(learner)
    columns = Columns(known={None: Column(learned=learned)})
    prediction = Prediction(learner, learner.fits, data)
    if is_model(role) and learner.fits:
        scoring.implied(reader, call, prediction)
    before = table.predictions if learner.entry is _NETWORK else ()
    return Table(
        table.rows,
        columns,
        "array",
        weak=table.weak,
        order=table.order,
        predictions=(*before, prediction) if role not in ("clusterer", "detector") else (),
        choices=table.choices | learner.choices,
    )


def called(call: "Call", learner: Learner) -> Value:
    """A learner that is called like a function: a network on rows."""
    table = as_table(call.reader, call.positional[0] if call.positional else None, call.node)
    if learner.entry.effect in ("transformer", "layer"):
        return table if table is not None else Scalar()
    return predicted(call, learner, table)


def attribute(reader: Reader, learner: Learner, name: str, node: ast.expr) -> Value:
    """An attribute of an estimator that is not called."""
    if name in _ABOUT_COLUMNS and not name.startswith("get_"):
        return _about_columns(reader, learner)
    if name in _ABOUT_ROWS and learner.fits:
        data = learner.fits[-1].data
        columns = Columns(known={None: Column(learned=data.learned | _own_learning(learner))})
        return Table(data.rows, columns, "array", weak=data.weak)
    if name in ("best_score_", "cv_results_"):
        return scoring.inner_score(reader, learner, name, node)
    if name in ("best_params_", "best_index_", "best_iteration_", "best_iteration", "best_ntree_limit", "n_iter_"):
        return Scalar(choices=learner.choices)
    if name in ("best_estimator_", "estimator_", "model", "regressor_", "booster_", "base_estimator_"):
        return learner
    if name in ("named_steps", "named_transformers_"):
        return Mapping({label: step for label, step, _ in learner.steps})
    if name == "steps":
        return Listing(tuple(Listing((Constant(label), step), "tuple") for label, step, _ in learner.steps))
    if name in ("mean_", "var_", "scale_", "min_", "data_min_", "data_max_", "data_range_", "center_", "statistics_", "components_", "explained_variance_ratio_", "classes_", "idf_"):
        return Scalar(learned=_own_learning(learner) if name not in ("classes_", "explained_variance_ratio_") else NOTHING)
    if name == "history":
        return Bound(learner, name)
    return Bound(learner, name)


def _about_columns(reader: Reader, learner: Learner) -> Value:
    """Importances, coefficients, a mask of columns: whoever chooses by them has learned from the fit's rows."""
    return Scalar(learned=frozenset(learner.fits), choices=learner.choices)


def cloned(call: "Call") -> Value:
    """``clone(estimator)``: the same, fitted on nothing."""
    value = call.argument("estimator", 0)
    return copied(value) if isinstance(value, Learner) else value or Scalar()


def copied(learner: Learner) -> Learner:
    """An unfitted copy of a learner and of its members."""
    made_copy = Learner(learner.name, learner.entry, dict(learner.arguments))
    made_copy.learns = learner.learns
    made_copy.choices = learner.choices
    made_copy.written = learner.written
    made_copy.steps = tuple((label, copied(step) if isinstance(step, Learner) else step, columns) for label, step, columns in learner.steps)
    made_copy.inner = copied(learner.inner) if learner.inner is not None else None
    made_copy.draw = learner.draw
    return made_copy


def unknown_learner(reader: Reader, table: Table) -> Learner:
    """The learner that an unknown value turned out to be, because it is fitted or asked for predictions."""
    if table.learner is None:
        learner = Learner(table.word or "model", _UNKNOWN)
        learner.written = table.word
        reader.store.set(table, "learner", learner)
        return learner
    return table.learner


def exposed(reader: Reader, function: Function) -> None:
    """Run a function that nobody calls, with unknown arguments; a method gets an object of its class."""
    from heldout.reading.functions import call_function

    positional: tuple[Value, ...] = ()
    if function.owner is not None and not _is_static(function):
        instance = _object_of(reader, function)
        positional = (instance,)
    call_function(reader, function, positional, {}, function.node, open_ended=True)  # type: ignore[arg-type]


def _object_of(reader: Reader, function: Function) -> Instance:
    from heldout.reading.functions import call_function

    owner = function.owner
    assert owner is not None
    instance = reader.objects.get(id(owner))
    if instance is None:
        instance = reader.objects[id(owner)] = Instance(owner)
        start = owner.lookup("__init__")
        if isinstance(start, Function) and start is not function:
            call_function(reader, start, (instance,), {}, start.node, open_ended=True)  # type: ignore[arg-type]
    return instance


def _is_static(function: Function) -> bool:
    decorators = getattr(function.node, "decorator_list", [])
    return any(isinstance(decorator, ast.Name) and decorator.id == "staticmethod" for decorator in decorators)


