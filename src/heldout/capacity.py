"""How large a network is, as far as the program writes its sizes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from heldout.events.calls import Call
from heldout.events.networks import Compile
from heldout.trainings import TrainingRun

if TYPE_CHECKING:
    from heldout.trace import Trace

#: Layers with weights, by how many dimensions their kernels have.
_KERNELS = {
    "Linear": 0, "Dense": 0, "Conv1d": 1, "Conv2d": 2, "Conv3d": 3, "Conv1D": 1, "Conv2D": 2, "Conv3D": 3,
    "Convolution1D": 1, "Convolution2D": 2,
}  # fmt: skip
#: Recurrent layers, by how many matrices they hold.
_RECURRENT = {"LSTM": 4, "GRU": 3, "SimpleRNN": 1, "RNN": 1}
#: Layers without weights that leave training as it is.
_PLAIN = frozenset(
    """
    ReLU ReLU6 LeakyReLU PReLU ELU SELU CELU GELU SiLU Mish Sigmoid Tanh Softmax LogSoftmax Softplus Activation Identity
    Flatten Unflatten Reshape Permute RepeatVector MaxPool1d MaxPool2d MaxPool3d AvgPool1d AvgPool2d AvgPool3d
    AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool1d AdaptiveMaxPool2d MaxPooling1D MaxPooling2D
    MaxPooling3D AveragePooling1D AveragePooling2D AveragePooling3D MaxPool1D MaxPool2D MaxPool3D AvgPool1D AvgPool2D
    AvgPool3D GlobalMaxPooling1D GlobalMaxPooling2D GlobalAveragePooling1D GlobalAveragePooling2D Input InputLayer
    Rescaling Resizing Normalization ZeroPadding1D ZeroPadding2D UpSampling1D UpSampling2D Upsample
    """.split()
)
#: Layers and containers of torch that are only ways to write a network down.
_FORMS = frozenset({"Module", "Sequential", "ModuleList", "ModuleDict"})
_BOUNDS = ("regularizer", "constraint", "dropout")


class Capacity:
    """hidden: how many layers with weights there are before the last one.  weights: how many weights there are at least."""

    __slots__ = ("hidden", "weights")

    def __init__(self, layers: list[Call]) -> None:
        weighted = [layer for layer in layers if layer.short not in _PLAIN]
        self.hidden = len(weighted) - 1
        self.weights = 0
        before: Any = None
        for layer in layers:
            if layer.short in _PLAIN:
                # Behind these the number of inputs is another one.
                before = None if layer.short in ("Flatten", "Reshape", "Unflatten", "Permute") else before
                continue
            inputs = layer.value("in_features", "in_channels", "input_size", default=before)
            before = layer.value("units", "filters", "out_features", "out_channels", "hidden_size")
            self.weights += _weights(layer, inputs, before)


def _weights(layer: Call, inputs: Any, outputs: Any) -> int:
    if not isinstance(outputs, int):
        return 0
    taken = inputs if isinstance(inputs, int) else 0
    if layer.short in _RECURRENT:
        return _RECURRENT[layer.short] * outputs * (outputs + taken)
    size = layer.value("kernel_size", default=1)
    side = (
        size
        if isinstance(size, int)
        else min((one for one in size if isinstance(one, int)), default=1)
        if isinstance(size, tuple)
        else 1
    )
    return int(taken * outputs * side ** _KERNELS[layer.short])


def plain_layers(trace: "Trace", training: TrainingRun) -> list[Call]:
    """The layers of a network, none of which bounds its weights or disturbs it; empty if one does or is not seen."""
    layers = list(_compiled(trace, training) if training.kind == "keras" else _of_torch(trace, training))
    plain = [layer for layer in layers if layer is not None and _is_plain(layer)]
    return plain if len(plain) == len(layers) else []


def _is_plain(layer: Call) -> bool:
    known = layer.short in _PLAIN or layer.short in _KERNELS or layer.short in _RECURRENT
    return known and layer.complete and not any(name.endswith(_BOUNDS) for name in layer.arguments)


def _compiled(trace: "Trace", training: TrainingRun) -> "Iterator[Call | None]":
    for event in trace.of(Compile):
        if event.learner is training.learner:
            if not event.whole or event.inner:
                yield None
            yield from (layer.made for layer in event.layers)


def _of_torch(trace: "Trace", training: TrainingRun) -> "Iterator[Call | None]":
    """The parts of a `Sequential`; of a class of the program all layers that the program makes."""
    made = next((call for call in trace.calls("Sequential") if call.gives is training.learner), None)
    if made is not None:
        yield from _members(made)
        return
    told = set()
    for call in trace.of(Call):
        is_layer = call.function.startswith("torch.nn.") and ".functional." not in call.function
        if is_layer and call.receiver is None and call.short[:1].isupper() and call.place not in told:
            told.add(call.place)
            if call.short not in _FORMS and not call.short.endswith("Loss"):
                yield call


def _members(made: Call) -> "Iterator[Call | None]":
    if not made.complete:
        yield None
    for argument in made.arguments.values():
        if not argument.made:
            yield None
        for part in argument.made:
            if part.short == "Sequential":
                yield from _members(part)
            else:
                yield part
