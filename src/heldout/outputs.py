"""What the outputs of a network of Keras are, by its last layers, and what the loss takes them for."""

from typing import Any, NamedTuple

from heldout.events.calls import UNKNOWN, Call
from heldout.events.networks import Layer

#: Layers that leave what values mean as it is.
_NEUTRAL = frozenset({"Flatten", "Reshape", "Dropout", "Identity"})
_WITH_ACTIVATION = frozenset(
    {"Dense", "EinsumDense", "Conv1D", "Conv2D", "Conv3D", "Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose"}
)
#: Layers and functions that are an activation.
_ACTIVATIONS = {
    "Softmax": "softmax",
    "ReLU": "relu",
    "LeakyReLU": "leaky_relu",
    **{name: name for name in ("softmax", "sigmoid", "relu", "tanh", "log_softmax", "log_sigmoid")},
}
_LOSSES = {
    "binarycrossentropy": "binary",
    "binaryfocalcrossentropy": "binary",
    "categoricalcrossentropy": "categorical",
    "categoricalfocalcrossentropy": "categorical",
    "sparsecategoricalcrossentropy": "sparse",
}


class Outputs(NamedTuple):
    """What comes out of a network.

    activation: ``linear``, ``softmax``, ``sigmoid`` ...; units: how many numbers for a row, None if not known; layer: the
    part that makes it so.
    """

    activation: str
    units: int | None
    layer: Layer


class Loss(NamedTuple):
    """A cross entropy.

    kind: ``binary``, ``categorical`` or ``sparse``; name: as the program writes it; logits: it takes scores and not
    probabilities; made: the call of its class, None if it is given by its name.
    """

    kind: str
    name: str
    logits: bool
    made: Call | None


def outputs_of(layers: tuple[Layer, ...]) -> Outputs | None:
    """What the last of some layers give, None if that is not seen."""
    activation = ""
    last: Layer | None = None
    for layer in map(_inner, reversed(layers)):
        if layer.made is None and layer.kind not in _ACTIVATIONS:
            return Outputs(activation, None, last) if last is not None else None
        own = _activation(layer)
        if own is None:
            return Outputs(activation, None, last) if last is not None else None
        if own not in ("", "linear") and last is None:
            activation, last = own, layer
        if layer.kind in _WITH_ACTIVATION:
            assert layer.made is not None
            # An activation of its own below the one that was found: numbers of another kind than scores.
            mixed = last is not None and last is not layer and own != "linear"
            units = layer.made.value("units", "filters")
            known = units if isinstance(units, int) and not mixed else None
            return Outputs(activation or "linear", known, last or layer)
    return None


def _inner(layer: Layer) -> Layer:
    """The layer that is applied at each step of a sequence; any other as it is."""
    if layer.kind != "TimeDistributed" or layer.made is None:
        return layer
    found = layer.made.members("layer", "0")
    return Layer(found[0].short, found[0], found[0].gives) if len(found) == 1 else Layer("", None, None)


def _activation(layer: Layer) -> str | None:
    """The activation of a layer, empty of one that leaves values as they are, None if it is not known."""
    if layer.kind in _NEUTRAL:
        return ""
    if layer.kind in _ACTIVATIONS:
        return _ACTIVATIONS[layer.kind]
    if layer.kind not in _WITH_ACTIVATION and layer.kind != "Activation" or layer.made is None:
        return None
    given = layer.made.given("activation", "0" if layer.kind == "Activation" else "activation")
    if given is None:
        return "linear" if layer.made.complete and layer.kind != "Activation" else None
    return _named(given.value, given.thing, given.made)


def _named(value: Any, thing: object, made: tuple[Call, ...]) -> str | None:
    if value is None:
        return "linear"
    if isinstance(value, str):
        return value.lower()
    if isinstance(thing, str):
        return thing.rpartition(".")[2].lower()
    return _ACTIVATIONS.get(made[0].short) if len(made) == 1 else None


def loss_of(call: Call) -> Loss | None:
    """The cross entropy that a network is compiled with; None of any other loss, or one that is not seen."""
    given = call.given("loss")
    if given is None or isinstance(given.value, tuple):
        return None
    if len(given.made) == 1 and given.value is UNKNOWN:
        made = given.made[0]
        kind = _LOSSES.get(made.short.lower().replace("_", ""))
        logits = made.value("from_logits", default=False)
        return Loss(kind, made.short, logits, made) if kind and isinstance(logits, bool) else None
    name = given.value if isinstance(given.value, str) else given.thing if isinstance(given.thing, str) else ""
    short = name.rpartition(".")[2]
    kind = _LOSSES.get(short.lower().replace("_", ""))
    return Loss(kind, short, False, None) if kind else None
