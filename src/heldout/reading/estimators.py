"""Estimators: how they are made, what they are for, and what they are made of."""

import ast
from collections.abc import Hashable

from heldout import libraries
from heldout.columns import NOTHING, Columns
from heldout.events import MODEL_ROLES, Choose, Data, Fit
from heldout.events.assembly import Assemble
from heldout.libraries.table import Entry, strongest
from heldout.reading import keras_networks, layers
from heldout.reading.call import Call, unseeded
from heldout.reading.cuts import whole_of
from heldout.reading.facts import choices_in, tables_in
from heldout.reading.reader import Reader
from heldout.reading.scopes import lookup
from heldout.reading.sequences import names_in
from heldout.reading.tables import as_value
from heldout.reading.values import (
    Bound,
    Constant,
    Function,
    Instance,
    Learner,
    Library,
    Listing,
    Scalar,
    Table,
    Value,
)
from heldout.reading.weights import EVAL, Weights
from heldout.rows import Rows

UNKNOWN = Entry("unknown", "value")
NETWORK = Entry("network", "nothing", flags=frozenset({"probabilistic"}))
_KNOWN_MODULES = ("torch.nn", "keras", "tensorflow", "tf_keras", "lightning", "pytorch_lightning")


def made(call: Call) -> Value:
    """The estimator that a constructor makes."""
    assert call.entry is not None
    learner = Learner(call.short, call.entry, call.named())
    learner.learns = call.learns
    learner.choices = frozenset[Choose]().union(*(choices_in(value) for value in call.values))
    draw = unseeded(call)
    if draw is not None:
        learner.draw = (draw, call.reader.place(call.node))
    nested = call.entry.effect == "predictor" and "nested" in call.entry.flags
    if nested or call.entry.effect in ("wrapper", "search"):
        first = call.argument("estimator", 0) or call.argument("base_estimator") or call.argument("regressor")
        first = as_learner(call.reader, first)
        learner.inner = first if isinstance(first, Learner) else None
        if learner.inner is not None and call.entry.effect == "wrapper":
            learner.learns = strongest((learner.learns, learner.inner.learns))
    return learner


def network(call: Call) -> Learner:
    """A network made of a library's parts; layers that learn before it does are its members."""
    learner = Learner(call.short, NETWORK, call.named())
    given = call.positional[0] if call.positional else call.keywords.get("layers")
    items = given.items if isinstance(given, Listing) else call.positional
    layers.started(call, learner)
    learner.steps = tuple((item.name, item, None) for item in items if isinstance(item, Learner))
    return learner


def pretrained(call: Call) -> Value:
    """``AutoModelFor...from_pretrained(name)``: a network; tokenizers and configurations hold nothing of interest."""
    kind = call.name.split(".")[-2]
    if "Model" not in kind:
        return Scalar()
    learner = Learner(kind, NETWORK, call.named())
    if not kind.startswith("TF"):
        learner.weights = Weights(EVAL)  # A pretrained one comes ready to be asked.
        learner.weights.two_modes = True
    return learner


def pipeline(call: Call) -> Value:
    """A pipeline: steps one after the other."""
    assert call.entry is not None
    learner = Learner(call.short, call.entry, call.named())
    steps = call.argument("steps", 0) if call.short not in ("make_pipeline", "make_imb_pipeline") else None
    items = steps.items if isinstance(steps, Listing) else call.positional
    learner.steps = tuple(_member(call.reader, item, number) for number, item in enumerate(items))
    _summarise(call.reader, learner)
    _note_assembly(call, learner)
    return learner


def _note_assembly(call: Call, learner: Learner) -> None:
    """The event of steps that are put in a row."""
    before = [step for _, step, _ in learner.steps[:-1] if isinstance(step, Learner)]
    event = Assemble(
        call.name,
        tuple(step.name for step in before if step.entry.effect == "sampler"),
        tuple(step.name for step in before if step.entry.effect == "pipeline"),
    )
    function = call.node.func
    named = lookup(call.reader, call.reader.scope, function.id) if isinstance(function, ast.Name) else None
    if isinstance(named, Library):
        event.imported = named.imported
    call.reader.emit(event, call.node)


def union(call: Call) -> Value:
    """Transformers side by side, each on columns of its own."""
    assert call.entry is not None
    learner = Learner(call.short, call.entry, call.named())
    listed = call.argument("transformers", 0) or call.argument("transformer_list", 0) or call.argument("features", 0)
    together = (
        isinstance(listed, Listing)
        and (not listed.items or isinstance(listed.items[0], Listing | Library))
        and listed.kind == "list"
    )
    items = listed.items if together and isinstance(listed, Listing) else call.positional
    learner.steps = tuple(_member(call.reader, item, number) for number, item in enumerate(items))
    _summarise(call.reader, learner)
    return learner


def _member(reader: Reader, item: Value, number: int) -> tuple[str, Value, Value | None]:
    """One step: its name, the estimator, and the columns that it is given."""
    if not isinstance(item, Listing):
        return (str(number), as_learner(reader, item) or item, None)
    found = next((part for part in item.items if isinstance(part, Learner | Instance)), None)
    name = item.items[0] if item.items else None
    columns = item.items[-1] if len(item.items) == 3 or (len(item.items) == 2 and found is item.items[0]) else None
    label = name.value if isinstance(name, Constant) and isinstance(name.value, str) else str(number)
    return (label, as_learner(reader, found) or Scalar(), columns if columns is not found else None)


def step(learner: Learner, index: Value) -> Value:
    """``pipeline["scale"]``, ``pipeline[0]``: one member."""
    for number, (name, member, _) in enumerate(learner.steps):
        if isinstance(index, Constant) and index.value in (name, number, number - len(learner.steps)):
            return member
    return Scalar()


def some_steps(learner: Learner, low: int | None, high: int | None) -> Learner:
    """``pipeline[:-1]``: another pipeline around the same members."""
    made = Learner(learner.name, learner.entry, learner.arguments)
    made.steps = learner.steps[low:high]
    made.learns = strongest([member.learns for _, member, _ in made.steps if isinstance(member, Learner)])
    made.choices = learner.choices
    made.fits = learner.fits
    return made


def _summarise(reader: Reader, learner: Learner) -> None:
    """A composite learns what its strongest member learns, and is what its last step is."""
    members = [step for _, step, _ in learner.steps if isinstance(step, Learner)]
    learner.learns = strongest([_learning_of_member(reader, member) for member in members])
    learner.choices = frozenset[Choose]().union(*(member.choices for member in members))


def _learning_of_member(reader: Reader, member: Learner) -> str:
    """What a member learns; of one that is around a function of the program, what the function takes from its rows."""
    function = member.arguments.get("func") if member.name == "FunctionTransformer" else None
    if not isinstance(function, Function):
        return member.learns
    from heldout.reading.own_estimators import learning_of

    return learning_of(reader, function)


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
    return role in MODEL_ROLES


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
        entry = libraries.entry(base)
        if base.startswith(_KNOWN_MODULES) and base.rpartition(".")[2] in (
            "Module",
            "Model",
            "Sequential",
            "LightningModule",
        ):
            instance.learner = Learner(instance.kind.node.name, NETWORK)
            if not base.startswith(("keras", "tensorflow", "tf_keras")):
                _given_weights(instance, instance.learner)
        elif entry is not None and entry.effect in ("transformer", "predictor", "clusterer", "search"):
            instance.learner = Learner(instance.kind.node.name, entry)
            instance.learner.learns = entry.learns
        if instance.learner is not None:
            return instance.learner
    bases = instance.kind.library_bases()
    if bases and instance.kind.lookup("forward") is not None and not any(map(libraries.entry, bases)):
        # Its base class is the program's, in another file.
        instance.learner = Learner(instance.kind.node.name, NETWORK)
        _given_weights(instance, instance.learner)
        return instance.learner
    from heldout.reading.own_estimators import learner_of

    instance.learner = learner_of(reader, instance)
    return instance.learner


def as_learner(reader: Reader, value: Value | None) -> Value | None:
    """A value that a library takes for an estimator: an object of the program's own class as what it is."""
    if isinstance(value, Instance):
        return of_instance(reader, value) or value
    return value


def _given_weights(instance: Instance, learner: Learner) -> None:
    learner.weights = Weights()
    learner.weights.instance = instance


def used_columns(learner: Learner, columns: Columns) -> Columns:
    """The columns that reach a model: those its first step picks, with what its layers have learned before."""
    if learner.inner is not None:
        return used_columns(learner.inner, columns)
    if learner.entry is NETWORK:
        return columns.carrying(keras_networks.own_learning_within(learner))
    return picked(learner, columns)


def asked_data(learner: Learner, table: Table, word: str) -> Data:
    """What an event sees of rows that a model is asked about: the columns that reach the model, as at its fit."""
    data = table.data(word or table.word)
    data.columns = used_columns(learner, data.columns)
    return data


def picked(learner: Learner, columns: Columns) -> Columns:
    """The columns that a union, or a pipeline that begins with one, lets through."""
    if any(not _keeps_columns(step) for _, step, _ in learner.steps):
        return columns.some()
    if learner.entry.effect == "pipeline" and learner.steps and isinstance(learner.steps[0][1], Learner):
        return picked(learner.steps[0][1], columns)
    rest = learner.arguments.get("remainder")
    if learner.entry.effect != "union" or all(given is None for _, _, given in learner.steps):
        return columns
    if rest is not None and not (isinstance(rest, Constant) and rest.value == "drop"):
        return columns
    names_picked: list[Hashable] = []
    for _, _, given in learner.steps:
        names = names_in(given)
        if names is None:
            return columns.some()
        names_picked += names
    return columns.only(names_picked)


def _keeps_columns(step: Value) -> bool:
    """Whether a member is a library's transformer, which picks no columns by itself."""
    if isinstance(step, Constant):
        return True
    if not isinstance(step, Learner):
        return False
    picks = (
        "own" in step.entry.flags or step.name in ("FunctionTransformer", "ColumnSelector") or "Vectorizer" in step.name
    )
    return not picks and all(_keeps_columns(part) for _, part, _ in step.steps)


def task_of(learner: Learner) -> str:
    """What an estimator is trained for: its own task, or that of its last step or inner estimator."""
    if learner.entry.task:
        return learner.entry.task
    last = learner.steps[-1][1] if learner.steps else learner.inner
    return task_of(last) if isinstance(last, Learner) else ""


def built_upon(learner: Learner, table: Table) -> tuple[Fit, ...]:
    """The fits of ready models that a fit builds on: of those that made its features, and of those that it wraps."""
    wrapped = learner.inner
    cv = learner.arguments.get("cv")
    if wrapped is not None and wrapped.name == "FrozenEstimator":
        wrapped = wrapped.inner
    elif not (isinstance(cv, Constant) and cv.value == "prefit"):
        wrapped = None
    ready = wrapped.fits if wrapped is not None else ()
    return (*ready, *(fit for prediction in table.predictions for fit in prediction.fits))


def own_learning(learner: Learner) -> frozenset:  # type: ignore[type-arg]
    """What a learner hands on; of a class that nobody knows, nothing is claimed."""
    if role_of(learner) == "unknown":
        return NOTHING
    return frozenset(fit for fit in learner.fits if fit.learns != "nothing")


def cloned(call: Call) -> Value:
    """``clone(estimator)``: the same, fitted on nothing."""
    value = as_learner(call.reader, call.argument("estimator", 0))
    return copied(value) if isinstance(value, Learner) else value or Scalar()


def copied(learner: Learner) -> Learner:
    """An unfitted copy of a learner and of its members."""
    made_copy = Learner(learner.name, learner.entry, dict(learner.arguments))
    made_copy.learns = learner.learns
    made_copy.choices = learner.choices
    made_copy.written = learner.written
    made_copy.steps = tuple(
        (label, copied(step) if isinstance(step, Learner) else step, columns) for label, step, columns in learner.steps
    )
    made_copy.inner = copied(learner.inner) if learner.inner is not None else None
    made_copy.draw = learner.draw
    return made_copy


def learner_behind(reader: Reader, value: Value | None) -> Learner | None:
    """The learner that a value is, or turns out to be as it is used as one; None if it is none."""
    value = as_learner(reader, value)
    if isinstance(value, Table):
        return unknown_learner(reader, value)
    return value if isinstance(value, Learner) else None


def unknown_learner(reader: Reader, table: Table) -> Learner:
    """The learner that an unknown value turned out to be, because it is fitted or asked for predictions."""
    if table.learner is None:
        learner = Learner(table.word or "model", UNKNOWN)
        learner.written = table.word
        reader.store.set(table, "learner", learner)
        return learner
    return table.learner


def data_argument(call: Call, position: int = 0) -> Table | None:
    """The rows that a method is given."""
    names = (
        "X",
        "x",
        "data",
        "X_train",
        "X_test",
        "test_data",
        "dataset",
        "dataloaders",
        "train_dataloaders",
        "raw_documents",
        "texts",
        "generator",
        "y",
    )
    value = (
        next((call.keywords[name] for name in names if name in call.keywords), None)
        if len(call.positional) <= position
        else call.positional[position]
    )
    return as_table(call.reader, value, call.node)


def as_table(reader: Reader, value: Value | None, node: ast.AST) -> Table | None:
    """A value as rows: a table, several side by side, or none."""
    if isinstance(value, Bound):
        value = as_value(value)
    if isinstance(value, Table):
        return value
    tables = tables_in(value)
    if not tables:
        return None
    first, *others = (whole_of(table) for table in tables)
    return first.like(columns=first.columns.beside(*(other.columns for other in others)))


def emit_draws(reader: Reader, learner: Learner, rows: Rows) -> None:
    """The unseeded draws that a fit of this learner and its members makes, each told once, where it was constructed."""
    for member in (learner, learner.inner, *(step for _, step, _ in learner.steps)):
        if isinstance(member, Learner) and member.draw is not None:
            draw, place = member.draw
            reader.store.set(member, "draw", None)
            origin = rows.root.origin
            draw.rows_from_elsewhere = isinstance(origin, tuple) and origin[0] == "name"
            reader.emit(draw, place)
        if isinstance(member, Learner) and member is not learner and member is not learner.inner:
            emit_draws(reader, member, rows)
