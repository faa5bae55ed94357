"""Seeds from the clock or the system are told from fixed ones, and those that a run writes down from the others."""

from collections.abc import Callable

import pytest

from heldout.events.generators import Draw, Seed
from heldout.trace import Trace

Read = Callable[[str], Trace]


def only_seed(trace: Trace) -> Seed:
    """The one seed that a program plants."""
    (seed,) = trace.of(Seed)
    return seed


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("np.random.seed(3)", ""),
        ("np.random.seed()", "system"),
        ("np.random.seed(None)", "system"),
        ("np.random.default_rng()", "system"),
        ("np.random.RandomState(seed=None)", "system"),
        ("np.random.seed(int(time.time()))", "time.time"),
        ("np.random.seed(int(time.time() * 1000) % 2**32)", "time.time"),
        ("np.random.default_rng(os.getpid())", "os.getpid"),
    ],
)
def test_seed_knows_its_source(read: Read, statement: str, source: str) -> None:
    """A seed says where its number comes from, through arithmetic."""
    assert only_seed(read(f"import os, time\nimport numpy as np\n{statement}\n")).source == source


@pytest.mark.parametrize("shown", ["print(seed)", 'print(f"seed {seed}")', 'json.dump({"seed": seed}, file)'])
def test_number_that_is_shown_is_written_down(read: Read, shown: str) -> None:
    """A seed from the clock is written down if the program shows or keeps the number, before or after it seeds."""
    begin = "import json, time\nimport numpy as np\nseed = int(time.time())\n"
    assert only_seed(read(f"{begin}{shown}\nnp.random.seed(seed)\n")).written_down
    assert only_seed(read(f"{begin}np.random.seed(seed)\n{shown}\n")).written_down
    assert not only_seed(read(f"{begin}np.random.seed(seed)\nprint(1)\n")).written_down


def test_parameter_left_empty_is_for_callers(read: Read) -> None:
    """A generator that a function makes of a parameter is not said to be without a seed."""
    assert not list(read("import numpy as np\ndef f(seed=None):\n    np.random.default_rng(seed)\nf()\n").of(Seed))


@pytest.mark.parametrize(
    ("layer", "drawn"),
    [
        ("nn.Linear(2, 3)", ["torch.nn.Linear"]),
        ("nn.ReLU()", []),
        ("nn.Embedding(3, 2, _weight=table)", []),
        ("keras.layers.Dense(3)", ["keras.layers.Dense"]),
        ('keras.layers.Dense(3, kernel_initializer="zeros")', []),
        ("keras.layers.Dense(3, kernel_initializer=keras.initializers.HeNormal(seed=1))", []),
        ('keras.layers.Dense(3, kernel_initializer="he_normal")', ["keras.layers.Dense"]),
    ],
)
def test_layers_draw_their_first_weights(read: Read, layer: str, drawn: list[str]) -> None:
    """A layer with weights draws them, unless it may be given them or a generator of its own."""
    trace = read(f"import keras, numpy as np\nfrom torch import nn\ntable = np.load('table.npy')\n{layer}\n")
    assert [draw.function for draw in trace.of(Draw) if draw.weights] == drawn
