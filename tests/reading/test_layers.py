"""What Keras networks are made of, as the reader tells it."""

from collections.abc import Callable

import pytest

from heldout.events.networks import Compile, Judge
from heldout.trace import Trace

Read = Callable[[str], Trace]

BEGIN = "from tensorflow import keras\nfrom tensorflow.keras import layers\n"


def parts(read: Read, text: str) -> tuple[list[str], bool]:
    """The parts of the network that is compiled last, and whether all are seen."""
    compiled = list(read(BEGIN + text).of(Compile))[-1]
    return [layer.kind for layer in compiled.layers], compiled.whole


@pytest.mark.parametrize(
    "text",
    [
        "m = keras.Sequential([keras.Input((4,)), layers.Dense(3), layers.ReLU()])\nm.compile()",
        "m = keras.Sequential()\nm.add(layers.Dense(3))\nm.add(layers.ReLU())\nm.compile()",
        "x = keras.Input((4,))\nm = keras.Model(x, layers.ReLU()(layers.Dense(3)(x)))\nm.compile()",
        "h = keras.Sequential([layers.Dense(3)])\nm = keras.Sequential([h, layers.ReLU()])\nm.compile()",
        "m = keras.Sequential([layers.Dense(3), layers.ReLU(), layers.ReLU()])\nm.pop()\nm.compile()",
        "def make(n):\n    return keras.Sequential([layers.Dense(n), layers.ReLU()])\nm = make(3)\nm.compile()",
    ],
)
def test_parts_are_the_same_however_they_are_put_together(read: Read, text: str) -> None:
    """Lists, additions, calls, networks inside and functions of the program tell the same parts."""
    assert parts(read, text) == (["Dense", "ReLU"], True)


def test_network_around_a_known_one_goes_on_from_its_output(read: Read) -> None:
    """``base.output`` is what comes out of the network, and functions on the way are parts."""
    text = (
        "base = keras.applications.VGG16()\nx = layers.Flatten()(base.output)\n"
        "m = keras.Model(base.input, keras.activations.softmax(x))\nm.compile()"
    )
    assert parts(read, text) == (["VGG16", "Flatten", "softmax"], True)


def test_parts_that_depend_on_a_branch_are_unknown(read: Read) -> None:
    """After a branch that adds other layers, what was there before is not known; what is added later is."""
    text = (
        "import sys\nm = keras.Sequential()\nif sys.argv:\n    m.add(layers.Dense(1))\nelse:\n    m.add(layers.ReLU())\n"
        "m.add(layers.Softmax())\nm.compile()"
    )
    assert parts(read, text) == (["Softmax"], False)


def test_of_several_outputs_none_is_the_last(read: Read) -> None:
    """A network with two outputs has no last part."""
    text = "x = keras.Input((4,))\nm = keras.Model(x, [layers.Dense(3)(x), layers.Dense(1)(x)])\nm.compile()"
    assert parts(read, text)[0][-1] == ""


def test_loss_tells_what_its_outputs_came_out_of(read: Read) -> None:
    """A loss that is called knows the parts behind its second argument, networks included."""
    text = "m = keras.Sequential([layers.Dense(3)])\nloss = keras.losses.MeanSquaredError()\n"
    text += "cross = keras.losses.CategoricalCrossentropy(from_logits=True)\ncross(truth, m(rows))"
    (judge,) = read(BEGIN + text).of(Judge)
    assert judge.by_object
    assert judge.layers[-1].kind == "Dense"
