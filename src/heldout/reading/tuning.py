"""Tuners: an objective is run with trial values, and its figure, on whatever rows, chooses what they are to be."""

from heldout.events import Choose
from heldout.libraries.table import Entry
from heldout.reading import learners
from heldout.reading.call import Call, unknown
from heldout.reading.callbacks import applied
from heldout.reading.choosing import decided
from heldout.reading.estimators import as_table, data_argument
from heldout.reading.facts import choices_in, mark_reported, scores_in
from heldout.reading.functions import call_method
from heldout.reading.values import (
    NONE,
    Function,
    Instance,
    Learner,
    Listing,
    Method,
    Partial,
    Scalar,
    Thing,
    Value,
)

#: Whatever tells of a search that is over.
_FOUND = Entry("study")
_BEST = "best"
_MODEL = "best model"
_CALLABLE = (Function, Method, Partial, Instance)
_OBJECTIVES = (
    "func",
    "fn",
    "f",
    "fun",
    "objective_function",
    "run_or_experiment",
    "trainable",
    "function",
    "hypermodel",
)
_RUNS = frozenset({"optimize", "minimize", "maximize", "fit", "search", "run"})
#: What is told of the best trial, by its name in one of the libraries: its figure, or everything about it.
_FIGURES = frozenset(
    "best_value best_values value values fun func_vals loss best_loss target metrics best_score metric_value".split()
)
_WHOLE = frozenset(
    "best_trial best_trials max result best_result get_best_result get_best_trial get_best_trials".split()
)
#: And its settings.
_SETTINGS = frozenset("best_params params x x_iters best_config config kwargs args best_parameters".split())


def study(call: Call) -> Value:
    """An object that runs an objective later."""
    return Thing(call.name, call.entry, call.named())


def tune(call: Call) -> Value:
    """``fmin(objective, space)``, ``gp_minimize(objective, space)``: the search in one call."""
    objective = _objective(call)
    if objective is None:
        return Thing(call.name, call.entry, call.named())
    best = _best_of(call, objective)
    if best is None:
        return unknown(call.reader, call.values, call.node)
    for given in call.keywords.values():
        if isinstance(given, Thing) and given.name.endswith("Trials"):
            call.reader.store.bind(given.arguments, _BEST, best)
    if call.short == "fmin":
        return Scalar(choices=best.choices)
    return Thing(call.name, _FOUND, {_BEST: best})


def reported(call: Call) -> Value:
    """``tune.report(accuracy=figure)``: what an objective hands to its tuner instead of returning it."""
    for value in call.values:
        mark_reported(value)
    if call.reader.reports:
        call.reader.reports[-1] |= scores_in(Listing(call.values))
    return NONE


def _objective(call: Call, thing: Thing | None = None) -> Value | None:
    """The function that judges trial values: handed over now, or when the tuner was made."""
    given = [*call.positional[:1], *(call.keywords.get(name) for name in _OBJECTIVES)]
    if thing is not None:
        given += [thing.arguments.get(name) for name in (*_OBJECTIVES, "0")]
    return next((value for value in given if isinstance(value, _CALLABLE)), None)


def _best_of(call: Call, objective: Value) -> Scalar | None:
    """Run an objective once and let its figure choose; None if it gives no figure."""
    reader = call.reader
    begin = len(reader.trace.events)
    reader.turns += 1
    reader.reports.append(set())
    result = _tried(call, objective, Scalar())
    reader.turns -= 1
    # A figure from before the run, for instance the best so far, may be an ingredient; the objective does not vary it.
    scores = frozenset(score for score in scores_in(result) | reader.reports.pop() if score.index >= begin)
    if not scores:
        return None
    choice = decided(reader, "search", scores, call.node)
    return Scalar(scores=scores, choices=frozenset((choice,)))


def _tried(call: Call, objective: Value, trial: Value) -> Value:
    """What an objective gives for trial values, which stand for every parameter that it leaves open."""
    positional, rest = _open_parameters(objective)
    given = call.argument("args")
    fixed = given.items if isinstance(given, Listing) else ()
    values = ((trial,) * max(positional - len(fixed), 0) + fixed)[:positional]
    return applied(call.reader, objective, values, call.node, {"**": trial} if rest else None)


def _open_parameters(objective: Value) -> tuple[int, bool]:
    """How many parameters of an objective are to be given, and whether it takes any others by name."""
    if isinstance(objective, Partial):
        count, rest = _open_parameters(objective.function)
        return max(count - len(objective.positional) - len(objective.keywords), 0), rest
    if isinstance(objective, Instance):
        found = objective.kind.lookup("__call__")
        count, rest = _open_parameters(found) if isinstance(found, Function) else (1, False)
        return max(count - 1, 0), rest
    if isinstance(objective, Method):
        count, rest = _open_parameters(objective.function)
        return max(count - 1, 0), rest
    if not isinstance(objective, Function):
        return 1, False
    arguments = objective.node.args
    return len(arguments.posonlyargs) + len(arguments.args) - len(arguments.defaults), arguments.kwarg is not None


def method(call: Call, thing: Thing, name: str) -> Value:
    """A method of a study, a tuner, or of what one has found."""
    call.name = name
    if name in _RUNS:
        return _run(call, thing)
    if name == "build":
        return _built(call, thing)
    best = thing.arguments.get(_BEST)
    if not isinstance(best, Scalar):
        for value in call.values:
            mark_reported(value)
        return unknown(call.reader, call.values, call.node)
    if name == "get_best_models":
        return Listing((thing.arguments.get(_MODEL) or Scalar(),), open=True)
    if name == "get_best_hyperparameters":
        return Listing((Scalar(choices=best.choices),), open=True)
    found = part(thing, name)
    return found if found is not None else Scalar(choices=best.choices)


def _run(call: Call, thing: Thing) -> Value:
    objective = _objective(call, thing)
    if call.name == "search" and objective is not None:
        return _searched(call, thing, objective)
    best = _best_of(call, objective) if objective is not None else None
    if best is None:
        return NONE
    call.reader.store.bind(thing.arguments, _BEST, best)
    return Thing(thing.name, _FOUND, {_BEST: best})


def _searched(call: Call, thing: Thing, hypermodel: Value) -> Value:
    """``tuner.search(x, y, validation_data=...)``: networks are built and trained, and validation rows choose one."""
    reader = call.reader
    model = _network(call, hypermodel, Scalar())
    table = data_argument(call)
    if model is None or table is None:
        return NONE
    call.receiver = model
    fit = learners.record_fit(call, model, "search", table, as_table(reader, call.argument("y", 1), call.node))
    fit.watchers = ()
    choice = Choose("search", (), (fit.validation or fit.data,))
    reader.emit(choice, call.node)
    chosen = frozenset((choice,))
    reader.store.set(model, "choices", model.choices | chosen)
    reader.store.bind(thing.arguments, _BEST, Scalar(choices=chosen))
    reader.store.bind(thing.arguments, _MODEL, model)
    return NONE


def _built(call: Call, thing: Thing) -> Value:
    """``tuner.hypermodel.build(best)``: a network of the settings that were found."""
    hypermodel = _objective(call, thing)
    values = call.positional[0] if call.positional else Scalar()
    model = _network(call, hypermodel, values) if hypermodel is not None else None
    return model or Scalar()


def _network(call: Call, hypermodel: Value, values: Value) -> Learner | None:
    """The network that a function, or an object with a method ``build``, makes of settings; what chose them shapes it."""
    if isinstance(hypermodel, Instance):
        model = call_method(call.reader, hypermodel, "build", (values,), call.node)
    else:
        model = _tried(call, hypermodel, values)
    if not isinstance(model, Learner):
        return None
    call.reader.store.set(model, "choices", model.choices | choices_in(values))
    return model


def part(thing: Thing, name: str) -> Value | None:
    """What a tuner tells of the best trial under some name; None if it has found nothing, or the name means nothing here."""
    if name == "hypermodel":
        return thing
    best = thing.arguments.get(_BEST)
    if not isinstance(best, Scalar):
        return None
    if name in _WHOLE:
        return Thing(thing.name, _FOUND, thing.arguments)
    if name in _FIGURES:
        return best
    return Scalar(choices=best.choices) if name in _SETTINGS or name.startswith("best") else None
