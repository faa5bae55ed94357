"""Functions that TensorFlow makes graphs of, and what in them a graph does not repeat."""

from collections.abc import Callable

import pytest

from heldout.events.graphs import Traced
from heldout.trace import Trace

Read = Callable[[str], Trace]


def oddities(read: Read, text: str) -> list[str]:
    """The oddities of all functions that become graphs, as kind and words."""
    trace = read("import tensorflow as tf\n" + text)
    return [f"{odd.kind} {odd.what}" for traced in trace.of(Traced) for odd in traced.oddities]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("w = tf.Variable(1.0)", ["variable tf.Variable"]),
        ("w = tf.keras.layers.Dense(3)", ["variable tf.keras.layers.Dense"]),
        ("seen.append(x)", ["effect seen"]),
        ("kept['x'] = x", ["effect kept"]),
        ("print(x)", ["print print"]),
        ("step(x)", ["recursion step"]),
        ("if x: w = tf.Variable(1.0)", []),
        ("with tf.init_scope(): w = tf.Variable(1.0)", []),
        ("own = []; own.append(x)", []),
        ("kept.assign(x)", []),
        ("print('tracing', x)", []),
        ("tf.print(x)", []),
    ],
)
def test_what_a_graph_does_not_repeat(read: Read, body: str, expected: list[str]) -> None:
    """Variables, changes of objects from outside, prints and recursion are told; what is the function's own is not."""
    text = f"seen = []\nkept = {{}}\n@tf.function\ndef step(x):\n    {body}\n"
    assert oddities(read, text) == expected


def test_function_handed_to_tensorflow_becomes_a_graph(read: Read) -> None:
    """``tf.function(step)`` is as good as the decorator."""
    assert oddities(read, "def step(x):\n    print(x)\nfast = tf.function(step)\nfast(1)") == ["print print"]


def test_plain_function_is_no_graph(read: Read) -> None:
    """A function without ``tf.function`` has nothing that is odd."""
    assert oddities(read, "def step(x):\n    print(x)\nstep(1)") == []


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ("step(1)\nrate = 2.0\nstep(1)", ["state rate"]),
        ("for turn in range(3):\n    step(1)\n    rate += 1.0", ["state rate"]),
        ("rate = 2.0\nstep(1)", []),
        ("step(1)\nrate = 2.0", []),
        ("step(1)\nrate = tf.constant(2.0)\nstep(1)", []),
    ],
)
def test_state_must_change_between_calls(read: Read, calls: str, expected: list[str]) -> None:
    """A number is kept in the graph; that counts only if it changes after the first call and before another one."""
    assert oddities(read, "rate = 1.0\n@tf.function\ndef step(x):\n    return x * rate\n" + calls) == expected
