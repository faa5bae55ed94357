"""What the outputs of a network of Keras are, and what its loss takes them for."""

import pytest
from tests.reading.conftest import trace_of

from heldout.events.networks import Compile
from heldout.outputs import loss_of, outputs_of

BEGIN = "from tensorflow import keras\nfrom tensorflow.keras import layers\nimport tensorflow as tf\n"


def compiled(text: str) -> Compile:
    """The network that a program compiles."""
    (event,) = trace_of(BEGIN + text).of(Compile)
    return event


@pytest.mark.parametrize(
    ("last", "activation", "units"),
    [
        ("layers.Dense(3)", "linear", 3),
        ("layers.Dense(3, 'softmax')", "softmax", 3),
        ("layers.Dense(3, activation=tf.nn.sigmoid)", "sigmoid", 3),
        ("layers.Dense(n, activation='relu')", "relu", None),
        ("layers.Dense(3), layers.Softmax()", "softmax", 3),
        ("layers.Dense(3), layers.Activation('sigmoid'), layers.Flatten()", "sigmoid", 3),
        ("layers.TimeDistributed(layers.Dense(3, activation='softmax'))", "softmax", 3),
        ("layers.Conv2D(1, 3, activation='sigmoid')", "sigmoid", 1),
        ("layers.Dense(3, activation='softmax'), layers.Activation('linear')", "softmax", 3),
    ],
)
def test_outputs_come_from_the_last_layers(last: str, activation: str, units: int | None) -> None:
    """The activation that acts last counts, and the units of the layer that it acts on."""
    outputs = outputs_of(compiled(f"m = keras.Sequential([{last}])\nm.compile()").layers)
    assert outputs is not None
    assert (outputs.activation, outputs.units) == (activation, units)


@pytest.mark.parametrize("last", ["strange()", "layers.Lambda(f)", "layers.Dense(3, activation=act)", "*more"])
def test_outputs_of_unknown_layers_are_unknown(last: str) -> None:
    """Nothing is said of a network whose last layer, or its activation, is not seen."""
    assert outputs_of(compiled(f"m = keras.Sequential([layers.Dense(3), {last}])\nm.compile()").layers) is None


@pytest.mark.parametrize(
    ("loss", "kind", "logits"),
    [
        ("'binary_crossentropy'", "binary", False),
        ("keras.losses.categorical_crossentropy", "categorical", False),
        ("keras.losses.SparseCategoricalCrossentropy()", "sparse", False),
        ("tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)", "sparse", True),
        ("keras.losses.BinaryCrossentropy(True)", "binary", True),
    ],
)
def test_loss_by_name_function_or_class(loss: str, kind: str, logits: bool) -> None:
    """A cross entropy is known by its name, its function, or the object of its class, with `from_logits`."""
    found = loss_of(compiled(f"m = keras.Sequential()\nm.compile(loss={loss})").call)
    assert found is not None
    assert (found.kind, found.logits) == (kind, logits)


@pytest.mark.parametrize(
    "loss", ["'mse'", "own", "keras.losses.BinaryCrossentropy(from_logits=asked)", "['mse', 'mae']"]
)
def test_other_losses_are_none(loss: str) -> None:
    """Other losses, several, and a `from_logits` that is not seen are no cross entropy that is known."""
    assert loss_of(compiled(f"m = keras.Sequential()\nm.compile(loss={loss})").call) is None
