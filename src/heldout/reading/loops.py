"""Training steps: losses propagated back, gradients bounded, used and cleared, schedules, and the loops around them."""

import ast
from collections.abc import Callable, Sequence

from heldout.events.training import Backward, ClipGrad, GradMode, Loop, Schedule, Step, ZeroGrad
from heldout.reading import assign, learners, networks, remainders
from heldout.reading.call import Call
from heldout.reading.callbacks import applied
from heldout.reading.facts import last_word, predictions_in, tables_in, word_of
from heldout.reading.networks import weights_of
from heldout.reading.reader import Reader
from heldout.reading.values import (
    NONE,
    Constant,
    Function,
    Learner,
    Listing,
    Mapping,
    Method,
    Scalar,
    Table,
    Thing,
    Value,
)
from heldout.reading.weights import CLEAR, FRESH, MIXED, PLAIN, SCALED, USED, Parameters, Weights, filled, whole

_MOST_PENDING = 8
_DEEPEST = 3
_RANGES = frozenset({"range", "trange"})
_AROUND_RANGES = frozenset({"tqdm", "enumerate", "track", "tqdm_notebook", "progress_bar", "master_bar"})
_OFF = frozenset({"no_grad", "inference_mode"})
_MODES = frozenset({"no_grad", "inference_mode", "enable_grad", "set_grad_enabled"})


def backward(call: Call, value: Value) -> Value:
    """``loss.backward()``: the gradients of the networks whose outputs are in the loss are filled."""
    reader = call.reader
    carried = predictions_in(value)
    found = [one for one in carried if not one.detached]
    for one in carried if found else ():
        if one.detached and one.forward is not None:
            one.forward.teaches = True
    place = reader.place(call.node)
    trained = tuple(dict.fromkeys(whole(one.learner) for one in found))
    stale = [weights_of(reader, network).gradients in (USED, MIXED) for network in trained]
    passes = tuple(one.forward for one in found if one.forward is not None)
    word = call.receiver_word if call.short == "backward" and not call.nodes else ""
    reader.propagated += 1
    event = Backward(word, trained, passes, any(stale) if trained else None)
    event.every = remainders.here(reader)
    # What is told to propagate a loss, as Accelerate is, divides it by itself.
    event.mean = not call.nodes and isinstance(value, Scalar) and value.measure == "mean"
    retains, again = call.argument("retain_graph"), call.written("retain_graph")
    if (
        isinstance(retains, Constant)
        and retains.value is True
        and again is not None
        and not call.argument("create_graph")
    ):
        event.retains = reader.place(again)
    reader.emit(event, call.node)
    for one in found:
        weights = weights_of(reader, whole(one.learner))
        told = [(data, where) for data, where in weights.pending if data.rows is not one.data.rows or where != place]
        reader.store.set(weights, "pending", (*told, (one.data, place))[-_MOST_PENDING:])
        reader.store.set(weights, "gradients", filled(weights.gradients))
        reader.store.set(weights, "clipped", False)
        reader.store.set(weights, "scale", SCALED if one.scaled else PLAIN)
    for forward in passes:
        forward.trained = True
        for score in forward.scores:
            score.progress = True
    reader.store.set(reader, "pending", tuple(dict.fromkeys((*reader.pending, *trained)))[-_MOST_PENDING:])
    return NONE


def parameters_in(value: Value | None, depth: int = 0) -> tuple[Learner, ...]:
    """The networks whose parameters a value holds: one network's, groups of them, or those of several."""
    if isinstance(value, Parameters):
        return value.learners
    inner: tuple[Value, ...] = ()
    if isinstance(value, Listing):
        inner = value.items
    elif isinstance(value, Mapping):
        inner = tuple(value.items.values())
    if not inner or depth >= _DEEPEST:
        return ()
    return tuple(dict.fromkeys(learner for part in inner for learner in parameters_in(part, depth + 1)))


def named_by(optimizer: Value | None) -> tuple[Learner, ...]:
    """The networks whose parameters an optimizer was given, none if that is not seen."""
    given = optimizer.arguments.get("params") if isinstance(optimizer, Thing) else None
    return tuple(dict.fromkeys(whole(learner) for learner in parameters_in(given)))


def trained_by(reader: Reader, optimizer: Value | None) -> tuple[Learner, ...]:
    """The networks that an optimizer changes: those whose parameters it was given, else all that have gradients."""
    named = named_by(optimizer)
    if named and any(network.weights is not None and network.weights.gradients != CLEAR for network in named):
        return named
    return reader.pending or named


def optimizer_method(call: Call, receiver: Value, name: str) -> Value | None:
    """A method of an optimizer, or of what is most likely one; None if it is another."""
    if name == "step":
        return _stepped(call, receiver)
    if name == "zero_grad":
        return _cleared(call, receiver)
    return None


def _stepped(call: Call, receiver: Value) -> Value:
    """``optimizer.step()``, ``optimizer.step(closure)``."""
    closure = call.argument("closure", 0)
    figure: Value = NONE
    how = "optimizer"
    if isinstance(closure, Function | Method):
        how = "closure"
        figure = applied(call.reader, closure, (), call.node)
    step(call, receiver, how)
    return figure


def step(call: Call, optimizer: Value | None, how: str) -> None:
    """An optimizer changes its networks: they have learned from the rows whose loss was propagated back."""
    reader = call.reader
    trained = trained_by(reader, optimizer)
    states = [weights_of(reader, network) for network in trained]
    event = Step(
        optimizer,
        optimizer.name.rpartition(".")[2] if isinstance(optimizer, Thing) else "",
        call.receiver_word if how != "scaler" or not call.nodes else word_of(call.nodes[0]),
        trained,
        how=how,
        fresh=_are_fresh(states),
        stale=_is_stale(reader, optimizer, states),
        clipped=any(state.clipped for state in states) if states else None,
        scaled=how != "scaler" and bool(states) and all(state.scale == SCALED for state in states),
    )
    if not remainders.divides(optimizer):
        event.every = remainders.here(reader)
    reader.emit(event, call.node)
    for network, state in zip(trained, states, strict=True):
        for data, place in state.pending:
            learners.by_step(call, network, data, place)
        reader.store.set(state, "pending", ())
        reader.store.set(state, "clipped", False)
        if state.gradients != CLEAR:
            reader.store.set(state, "gradients", USED)
    gone = frozenset(trained)
    reader.store.set(reader, "pending", tuple(network for network in reader.pending if network not in gone))
    reader.store.set(reader, "stepped", tuple(dict.fromkeys((*reader.stepped, *trained)))[-_MOST_PENDING:])
    if isinstance(optimizer, Thing):
        reader.store.bind(optimizer.arguments, "(stepped)", NONE)


def _are_fresh(states: list[Weights]) -> bool | None:
    """Whether gradients were propagated back since the last step, None if that is not known."""
    if any(state.gradients <= FRESH for state in states):
        return True
    return False if states and all(state.gradients.isdisjoint(FRESH) for state in states) else None


def _is_stale(reader: Reader, optimizer: Value | None, states: list[Weights]) -> bool | None:
    """Whether a step uses gradients a second time; None if the optimizer's networks are not known."""
    if not states or reader.exhausted:
        return None
    named = named_by(optimizer)
    if not all(state in [network.weights for network in named] for state in states) if named else len(states) > 1:
        return None
    return any(state.gradients == MIXED for state in states)


def _cleared(call: Call, receiver: Value) -> Value:
    """``optimizer.zero_grad()``."""
    reader = call.reader
    named = named_by(receiver)
    cleared = named or reader.pending
    if not named:
        # Of an optimizer that is not seen: all that was trained so far may be its.
        cleared = tuple(dict.fromkeys((*reader.pending, *reader.stepped)))
    networks.clear(reader, cleared)
    event = ZeroGrad(call.receiver_word, cleared)
    event.every = remainders.here(reader)
    reader.emit(event, call.node)
    return NONE


def clip(call: Call) -> Value:
    """``clip_grad_norm_(model.parameters(), 1.0)``."""
    reader = call.reader
    clipped = tuple(dict.fromkeys(whole(learner) for value in call.values for learner in parameters_in(value)))
    clipped = clipped or reader.pending
    states = [weights_of(reader, network) for network in clipped]
    word = word_of(call.nodes[0]) if call.nodes else ""
    scaled = bool(states) and all(state.scale == SCALED for state in states)
    reader.emit(ClipGrad(call.short, word, clipped, _are_fresh(states), scaled=scaled), call.node)
    for state in states:
        reader.store.set(state, "clipped", True)
    return Scalar()


def backward_of(call: Call) -> Value:
    """``torch.autograd.backward(loss)``."""
    return backward(call, call.positional[0]) if call.positional else NONE


def schedule(call: Call) -> Value:
    """A learning-rate schedule around an optimizer."""
    made = Thing(call.name, call.entry, call.named())
    call.reader.emit(_turn(call, made, made=True), call.node)
    return made


def schedule_method(call: Call, scheduler: Thing, name: str) -> Value:
    """``scheduler.step()``."""
    if name == "step":
        call.reader.emit(_turn(call, scheduler, made=False), call.node)
    return NONE if name == "step" else Scalar()


def _turn(call: Call, scheduler: Thing, *, made: bool) -> Schedule:
    optimizer = scheduler.arguments.get("optimizer")
    known = isinstance(optimizer, Thing)
    stepped = "(stepped)" in optimizer.arguments if isinstance(optimizer, Thing) else None
    word = "" if made else call.receiver_word
    name = scheduler.name.rpartition(".")[2]
    return Schedule(scheduler, name, word, optimizer if known else None, made=made, stepped=stepped)


def scaler_method(call: Call, scaler: Thing, name: str) -> Value:
    """``scaler.scale(loss)``, ``scaler.step(optimizer)``: mixed precision."""
    first = call.positional[0] if call.positional else None
    enabled = scaler.arguments.get("enabled")
    if name == "scale" and isinstance(enabled, Constant) and not enabled.value:
        return first or Scalar()
    if name == "scale":
        return _scaled(first) if first is not None else Scalar()
    if name == "unscale_":
        for network in trained_by(call.reader, first):
            call.reader.store.set(weights_of(call.reader, network), "scale", PLAIN)
    if name == "step":
        step(call, first, "scaler")
    return NONE


def _scaled(value: Value) -> Value:
    """A loss times the scale that keeps small gradients from vanishing."""
    marked = tuple(one._replace(scaled=True) for one in predictions_in(value))
    if isinstance(value, Table):
        return value.like(predictions=marked)
    if isinstance(value, Scalar):
        scaled = Scalar(learned=value.learned, scores=value.scores, choices=value.choices, error=marked)
        scaled.measure = value.measure  # the optimizer's step takes the scale away again
        return scaled
    return value


def switch(call: Call) -> Value:
    """``torch.no_grad()``, ``torch.set_grad_enabled(flag)``: the latter counts as soon as it is called."""
    made = Thing(call.name, call.entry, call.named())
    if call.short == "set_grad_enabled":
        made.arguments["(before)"] = Listing(tuple(Constant(state) for state in sorted(call.reader.gradients)))
        _set(call.reader, call.short, _asked(made), call.node)
    return made


def _asked(switched: Thing) -> frozenset[str]:
    name = switched.name.rpartition(".")[2]
    flag = switched.arguments.get("mode")
    if name == "set_grad_enabled" or (name == "inference_mode" and flag is not None):
        if not isinstance(flag, Constant):
            return frozenset({"on", "off"})
        return frozenset({"on"} if bool(flag.value) is (name == "set_grad_enabled") else {"off"})
    return frozenset({"off"} if name in _OFF else {"on"})


def _set(reader: Reader, function: str, states: frozenset[str], node: ast.AST) -> None:
    reader.store.set(reader, "gradients", states)
    reader.emit(GradMode(function, next(iter(states)) if len(states) == 1 else "unknown"), node)


def entered(reader: Reader, value: Value, node: ast.AST) -> frozenset[str] | None:
    """``with torch.no_grad():`` begins: how gradients stood before; None if the value switches none."""
    if not isinstance(value, Thing) or value.entry is None or value.entry.effect != "grad_mode":
        return None
    before = value.arguments.get("(before)")
    stood = reader.gradients
    if isinstance(before, Listing):
        stood = frozenset(str(state.value) for state in before.items if isinstance(state, Constant))
    else:
        _set(reader, value.name.rpartition(".")[2], _asked(value), node)
    return stood


def left(reader: Reader, before: frozenset[str]) -> None:
    """A stretch in which gradients were switched is over."""
    reader.store.set(reader, "gradients", before)


def decorated(reader: Reader, function: Function) -> frozenset[str] | None:
    """``@torch.no_grad()`` over a function that is called: how gradients stood before; None if it has no such."""
    for decorator in getattr(function.node, "decorator_list", ()):
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        if last_word(called) in _MODES:
            return entered(reader, reader.evaluate(decorator), decorator)
    return None


def over(reader: Reader, node: ast.stmt, begun: tuple[int, int], values: "Sequence[Value]", *, exact: bool) -> None:
    """A loop has ended that began at this event, after so many losses: told if it went through batches or trained."""
    first, before = begun
    batch = next((table for value in values for table in tables_in(value) if table.kind == "batch"), None)
    if first == len(reader.trace.events) or (batch is None and reader.propagated == before):
        return
    number = len(values) if exact else _counted(reader, node)
    data = batch.data() if batch is not None else None
    event = Loop("batches" if batch is not None else "epochs", first, number, data)
    event.left = any(isinstance(part, ast.Break | ast.Return | ast.Raise) for part in ast.walk(node))
    reader.emit(event, node)


def _counted(reader: Reader, node: ast.stmt) -> int | None:
    """How many turns a loop over a range makes that is too long to go through one by one."""
    source = node.iter if isinstance(node, ast.For | ast.AsyncFor) else None
    while isinstance(source, ast.Call) and last_word(source.func) in _AROUND_RANGES and source.args:
        source = source.args[0]
    if not isinstance(source, ast.Call) or last_word(source.func) not in _RANGES or not 1 <= len(source.args) <= 3:
        return None
    if any(isinstance(part, ast.Call | ast.Starred) for argument in source.args for part in ast.walk(argument)):
        return None  # What is called in there has been called once.
    bounds = [value.value for value in map(reader.evaluate, source.args) if isinstance(value, Constant)]
    whole_numbers = [bound for bound in bounds if type(bound) is int]
    if len(whole_numbers) < len(source.args) or 0 in whole_numbers[2:]:
        return None
    return len(range(*whole_numbers))


def begun(reader: Reader) -> tuple[int, int]:
    """Where a loop begins: the index of the next event, and how many losses were propagated back before."""
    return len(reader.trace.events), reader.propagated


def turned_out(made: Call, value: Table | Scalar, name: str) -> Value | None:
    """A method that only networks or optimizers have, of something unknown; None if it tells nothing."""
    if isinstance(value, Table) and value.learner is not None:
        return None
    if name in networks.TELLTALE:
        if name == "eval" and made.values:
            return None
        word = made.receiver_word
        if isinstance(value, Scalar) and value.scores:
            return None
        return learners.method(made, _as_network(made, value, word), name)
    if name == "zero_grad" or (name == "step" and made.reader.pending and not made.positional):
        return optimizer_method(made, value, name)
    return None


def _as_network(made: Call, value: Table | Scalar, word: str) -> Learner:
    """Something unknown is a network from now on, under the name that it has."""
    learner = networks.become(made.reader, word)
    if isinstance(value, Table):
        made.reader.store.set(value, "learner", learner)
    elif isinstance(made.node.func, ast.Attribute) and isinstance(made.node.func.value, ast.Name | ast.Attribute):
        assign.to(made.reader, made.node.func.value, learner, None)
    return learner


METHODS: dict[str, Callable[[Call, Thing, str], Value | None]] = {
    "optimizer": optimizer_method,
    "schedule": schedule_method,
    "scaler": scaler_method,
}
