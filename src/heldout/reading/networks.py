"""Networks of torch: what makes one, calls of them, their modes, their parameters and states."""

import ast
from collections.abc import Callable, Iterable

from heldout.columns import Column, Columns
from heldout.events.training import Forward, Mode, Restore, ZeroGrad
from heldout.libraries.table import Entry
from heldout.reading import estimators, scoring
from heldout.reading.call import Call, carried, unknown
from heldout.reading.facts import choices_in, predictions_in, tables_in, word_of
from heldout.reading.functions import call_method
from heldout.reading.predictions import Prediction
from heldout.reading.reader import Reader
from heldout.reading.values import (
    NONE,
    Bound,
    Constant,
    Function,
    Instance,
    Learner,
    Listing,
    Mapping,
    Scalar,
    Table,
    Thing,
    Value,
)
from heldout.reading.weights import ANY, CLEAR, EVAL, PLAIN, SCALED, TRAIN, Parameters, State, Weights, only, whole

#: Names that only a network's methods have, so that whatever is asked for them is one.
TELLTALE = frozenset({"parameters", "named_parameters", "state_dict", "load_state_dict", "eval"})
_SAME = frozenset(
    "to cuda cpu half float double bfloat16 apply requires_grad_ share_memory compile type to_empty xpu".split()
)
#: Methods that networks share with other estimators.
_OF_ANY = frozenset(
    "fit predict predict_proba evaluate score fit_generator save save_pretrained push_to_hub add_module append add "
    "register_buffer register_forward_hook".split()
)
_RECURRENT = frozenset({"RNN", "LSTM", "GRU"})
_DEEPEST = 4
#: What the last part of the networks of torchvision and timm is called.
HEADS = frozenset({"fc", "classifier", "head", "heads"})
_HANDED = 2
_OLD_REDUCTIONS = frozenset({"size_average", "reduce"})


def made(call: Call) -> Value:
    """A part of a torch network, which is a network too."""
    learner = estimators.network(call)
    assert call.entry is not None
    return with_weights(learner, two_modes=_two_modes(call, call.entry))


def _two_modes(call: Call, entry: Entry) -> bool:
    """Whether a layer behaves differently in training; layers of a recurrent network drop out what is between them."""
    names = ("p", "dropout") if "two-modes" in entry.flags else ("track_running_stats", "dropout")
    given = next((value for value in (call.argument(name) for name in names) if value is not None), None)
    if isinstance(given, Constant) and not given.value:
        return False
    if "two-modes" in entry.flags:
        return True
    layers = call.argument("num_layers", 2)
    several = isinstance(layers, Constant) and isinstance(layers.value, int) and layers.value > 1
    return given is not None and (several or call.short not in _RECURRENT)


def with_weights(learner: Learner, *, two_modes: bool | None = None) -> Learner:
    """A learner that is trained step by step."""
    learner.weights = Weights()
    learner.weights.two_modes = two_modes
    return learner


def weights_of(reader: Reader, learner: Learner) -> Weights:
    """The weights of a learner; of one that turns out only now to be a network nothing is known."""
    if learner.weights is None:
        reader.store.set(learner, "weights", Weights(TRAIN | EVAL))
    assert learner.weights is not None
    return learner.weights


def of(reader: Reader, value: Value | None) -> Learner | None:
    """The network behind a value, None if it is none."""
    if isinstance(value, Instance):
        value = estimators.of_instance(reader, value)
    if isinstance(value, Table):
        value = value.learner
    return value if isinstance(value, Learner) and value.weights is not None else None


def become(reader: Reader, word: str) -> Learner:
    """Something unknown that is used as a network: its class is elsewhere, its mode and parts are not seen."""
    learner = Learner(word or "network", estimators.NETWORK)
    learner.written = word
    learner.weights = Weights(TRAIN if not reader.calls else TRAIN | EVAL)
    return learner


def part_of(reader: Reader, attribute: Bound) -> Learner | None:
    """The network of which an attribute that is not known is a part (``resnet.fc``), None if it is none."""
    inner: Value = attribute
    while isinstance(inner, Bound):
        inner = inner.receiver
    return of(reader, inner) if isinstance(inner, Learner | Instance) else None


def belongs(reader: Reader, owner: Value, part: Value, name: str = "") -> None:
    """A network becomes a part of another one, which is a field of it; name: that of the field."""
    whole_one = of(reader, owner)
    inner = of(reader, part)
    if whole_one is not None and inner is not None and whole(whole_one) is not inner and inner.weights is not None:
        reader.store.set(inner.weights, "owner", whole_one)
        if name in HEADS and isinstance(owner, Learner):
            reader.store.set(weights_of(reader, owner), "head", part if not reader.store.depth else Scalar())


def called(call: Call, learner: Learner) -> Value:
    """``model(batch)``: what the network gives for the rows of a batch."""
    reader = call.reader
    network = whole(learner)
    weights = weights_of(reader, network)
    given = [table for value in call.values for table in tables_in(value)]
    if not given:
        return carried(call.values)
    table = given[0]
    before = tuple(one for one in predictions_in(Listing(tuple(given))) if one.learner is not network)
    running = next((one for one in table.predictions if one.learner is network and one.fits == network.fits), None)
    if running is not None and learner is not network:
        return table.like(word="", predicate=None)
    data = table.data((word_of(call.nodes[0]) if call.nodes else "") or table.word)
    event = Forward(
        network,
        network.name,
        network.written,
        network.fits,
        data,
        mode=only(weights.mode),
        gradients=only(reader.gradients),
        two_modes=has_two_modes(network),
    )
    reader.emit(event, call.node)
    prediction = Prediction(network, network.fits, data, forward=event, detached=event.gradients == "off")
    if network.fits and "off" in reader.gradients and event.mode != "train":
        scoring.implied(reader, call, prediction)
    columns = Columns(known={None: Column(learned=table.columns.learned)})
    choices = table.choices | network.choices
    return Table(
        table.rows,
        columns,
        "tensor",
        weak=table.weak,
        order=table.order,
        predictions=(*before, prediction),
        choices=choices,
    )


def instance_called(call: Call, instance: Instance) -> Value | None:
    """A module of the program's own: a network, or a loss if it has no weights and is given what a network gave."""
    learner = estimators.of_instance(call.reader, instance)
    if learner is None or learner.weights is None:
        return None
    holds = any(of(call.reader, part) is not None for field in instance.fields.values() for part in _parts(field))
    if not holds and len(call.positional) > 1 and predictions_in(Listing(call.positional)):
        found = call_method(call.reader, instance, "forward", call.positional, call.node)
        return found if predictions_in(found) else unknown(call.reader, call.values, call.node)
    forward = instance.kind.lookup("forward")
    if isinstance(forward, Function):
        forward.calls += 1  # What a call of the network gives is known without running it.
    return called(call, learner)


def loss(call: Call, options: "dict[str, Value] | None" = None) -> Value:
    """``criterion(output, truth)``: what training minimises, and on held-out rows a figure.

    options: what the object was made with that is called.
    """
    found = scoring.metric(call)
    given = {**(options or {}), **call.keywords}
    reduced = given.get("reduction")
    whole_mean = reduced is None or (isinstance(reduced, Constant) and reduced.value == "mean")
    if isinstance(found, Scalar) and whole_mean and not _OLD_REDUCTIONS & given.keys() and len(call.positional) < 3:
        found.measure = "mean"
    for score in found.scores if isinstance(found, Scalar) else ():
        score.loss = True
    return found


def own_loss(reader: Reader, output: Table, node: ast.AST) -> Value:
    """``output.loss``: what a network of Transformers computes itself if it is handed the labels."""
    figure = Scalar(error=output.predictions)
    for prediction in output.predictions:
        if prediction.forward is not None:
            found = scoring.scored(reader, node, "loss", prediction, None, choices=output.choices)
            figure = Scalar(scores=figure.scores | found.scores, error=output.predictions)
    for score in figure.scores:
        score.loss = True
    return figure


def has_two_modes(learner: Learner) -> bool | None:
    """Whether a network holds layers that behave differently in training, None if its parts are not seen."""
    weights = learner.weights
    if weights is None:
        return None
    if weights.two_modes is not None and not learner.steps:
        return weights.two_modes
    if weights.instance is not None:
        return _any_of(weights.instance, 0)
    return _any(learner.steps[number][1] for number in range(len(learner.steps))) if learner.steps else None


def _any_of(value: Value, depth: int) -> bool | None:
    if isinstance(value, Instance) and depth < _DEEPEST:
        found = [_any_of(part, depth + 1) for field in value.fields.values() for part in _parts(field)]
        known = all(base.startswith(("torch", "lightning", "pytorch_lightning")) for base in value.kind.library_bases())
        return True if True in found else None if None in found or not known else False
    if isinstance(value, Learner):
        return has_two_modes(value)
    return False


def _any(parts: "object") -> bool | None:
    found = [_any_of(part, 1) for part in parts]  # type: ignore[attr-defined]
    return True if True in found else None if None in found else False


def _parts(value: Value) -> tuple[Value, ...]:
    if isinstance(value, Listing):
        return value.items
    return tuple(value.items.values()) if isinstance(value, Mapping) else (value,)


def method(call: Call, learner: Learner, name: str) -> Value | None:
    """A method of a torch network; None if it is one of any estimator."""
    handler = _METHODS.get(name)
    if handler is not None:
        return handler(call, learner)
    weights = learner.weights
    foreign = weights is not None and weights.instance is None and name not in _OF_ANY
    return called(call, learner) if foreign and any(tables_in(value) for value in call.values) else None


def _switched(call: Call, learner: Learner) -> Value:
    """``train()``, ``train(flag)``, ``eval()``."""
    given = call.argument("mode", 0) if call.name == "train" else None
    if isinstance(given, Table) and (given.kind != "unknown" or len(call.values) > 1):
        return Scalar()  # A method of that name which is given rows is another one.
    states = EVAL if call.name == "eval" else TRAIN
    if given is not None:
        states = (TRAIN if given.value else EVAL) if isinstance(given, Constant) else TRAIN | EVAL
    network = whole(learner)
    call.reader.store.set(weights_of(call.reader, network), "mode", states)
    call.reader.emit(Mode(network, network.written, only(states)), call.node)
    return _itself(call, learner)


def _itself(call: Call, learner: Learner) -> Value:
    if learner.weights is not None and learner.weights.instance is not None:
        return learner.weights.instance
    return call.receiver if isinstance(call.receiver, Instance | Learner | Table) else learner


def _parameters(call: Call, learner: Learner) -> Value:
    return Parameters((learner,))


def _cleared(call: Call, learner: Learner) -> Value:
    """``model.zero_grad()``."""
    clear(call.reader, (whole(learner),))
    call.reader.emit(ZeroGrad(call.receiver_word or learner.written, (whole(learner),)), call.node)
    return NONE


def clear(reader: Reader, networks: tuple[Learner, ...]) -> None:
    """The gradients of networks are cleared."""
    for network in networks:
        weights = weights_of(reader, network)
        reader.store.set(weights, "gradients", CLEAR)
        reader.store.set(weights, "scale", PLAIN)
        reader.store.set(weights, "pending", ())
        reader.store.set(weights, "clipped", False)
    gone = frozenset(networks)
    reader.store.set(reader, "pending", tuple(network for network in reader.pending if network not in gone))


def cleared_by_hand(reader: Reader, parameters: Value) -> None:
    """``p.grad = None``, ``p.grad.zero_()``: of parameters that are not seen, all that was trained so far may be theirs."""
    while isinstance(parameters, Bound):
        parameters = parameters.receiver
    named = parameters.learners if isinstance(parameters, Parameters) else (*reader.pending, *reader.stepped)
    clear(reader, tuple(dict.fromkeys(whole(learner) for learner in named)))


def touched(reader: Reader, values: Iterable[Value], depth: int = 0) -> None:
    """Networks are handed to code that is not seen: what it leaves of their gradients and modes is not known.

    An optimizer may be of any network that was trained so far.
    """
    if "torch" not in reader.trace.imports:
        return
    for value in values:
        network = of(reader, value)
        if network is not None:
            _forgotten(reader, (whole(network),))
        elif isinstance(value, Thing) and value.entry is not None and value.entry.effect in ("optimizer", "schedule"):
            reader.trace.handed.add(value)
            _forgotten(reader, (*reader.pending, *reader.stepped))
        elif isinstance(value, Listing | Mapping | Instance) and depth < _HANDED:
            inner = value.fields.values() if isinstance(value, Instance) else _parts(value)
            touched(reader, inner, depth + 1)


def _forgotten(reader: Reader, networks: tuple[Learner, ...]) -> None:
    for network in networks:
        weights = weights_of(reader, network)
        reader.store.set(weights, "gradients", ANY)
        reader.store.set(weights, "scale", PLAIN | SCALED)
        reader.store.set(weights, "mode", TRAIN | EVAL)


def _state(call: Call, learner: Learner) -> Value:
    network = whole(learner)
    last = next(reversed(call.reader.trace.events), None)  # the call itself is told before it is carried out
    return State(network, network.fits, network.choices, last if call.receiver_word else None)


def _restored(call: Call, learner: Learner) -> Value:
    """``load_state_dict(state)``: the network is as it was when the state was taken, and was perhaps chosen."""
    reader, network = call.reader, whole(learner)
    states = [part for value in call.values for part in _parts(value) if isinstance(part, State)]
    for state in states[:1]:
        reader.store.set(network, "fits", state.fits or network.fits)
    chosen = network.choices.union(*(choices_in(value) for value in (*call.values, *states)))
    reader.store.set(network, "choices", chosen)
    event = Restore(network, network.written, saved=bool(states))
    event.alias = states[0].alias if states else None
    reader.emit(event, call.node)
    return Scalar()


_METHODS: dict[str, Callable[[Call, Learner], Value]] = {
    **dict.fromkeys(("train", "eval"), _switched),
    **dict.fromkeys(_SAME, _itself),
    **dict.fromkeys(("parameters", "named_parameters", "trainable_parameters"), _parameters),
    "zero_grad": _cleared,
    "state_dict": _state,
    "load_state_dict": _restored,
    "forward": called,
}
