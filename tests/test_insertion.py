"""Where a fix puts the statement that seeds a generator."""

import pytest

from heldout.insertion import seed_planted
from heldout.reading import read
from heldout.text.source import source_from_bytes
from heldout.trace import Trace


def trace_of(text: str) -> Trace:
    """The trace of a program."""
    source = source_from_bytes("program.py", text.encode())
    return read(source, source.parse())


@pytest.mark.parametrize(
    ("imports", "source", "line", "text"),
    [
        ("import numpy as np\n", "numpy", 1, "\n\nnp.random.seed(0)"),
        ("import torch\nimport json\n\nfrom torch import nn\n", "torch", 4, "\n\ntorch.manual_seed(0)"),
        ("from torch import nn\n", "torch", 1, "\n\nimport torch\n\ntorch.manual_seed(0)"),
        ("import numpy\nx = 1\ny = 2\nz = 3\nimport json\n", "numpy", 1, "\n\nnumpy.random.seed(0)"),
        ("from tensorflow import keras\n", "keras", 1, "\n\nkeras.utils.set_random_seed(0)"),
        ("import tensorflow as tf\n", "keras", 1, "\n\ntf.keras.utils.set_random_seed(0)"),
    ],
)
def test_seed_stands_behind_the_imports(imports: str, source: str, line: int, text: str) -> None:
    """The seed is written with the program's own names, behind the imports that stand with that of its library."""
    fix = seed_planted(trace_of(imports), source)
    assert fix is not None
    assert fix.applicability == "unsafe"
    (edit,) = fix.replacements
    assert (edit.place.line, edit.text) == (line, text)


def test_no_fix_without_an_import() -> None:
    """A library that is imported in a function only gets no seed at the top."""
    assert seed_planted(trace_of("def f():\n    import torch\n"), "torch") is None
