"""Data sets of tf.data: the rows that they hold, what they carry, and which of their ranges share rows."""

from collections.abc import Callable
from typing import Any

import pytest

from heldout.events.ordering import Stage
from heldout.rows import LIKELY, MUST, NO, UNKNOWN, meets
from heldout.trace import Trace

See = Callable[[str, str], Any]
BEFORE = """
import numpy as np
import tensorflow as tf
from tensorflow import keras
d = tf.data.Dataset.from_tensor_slices((df[["a", "b"]], df["y"]))
"""


@pytest.mark.parametrize(
    ("expression", "rows"),
    [
        ("d", "read_csv@1"),
        ("d.map(f).cache().repeat(3).batch(8).unbatch().prefetch(2)", "read_csv@1"),
        ("d.take(5)", "read_csv@1 / take"),
        ("d.take(-1)", "read_csv@1"),
        ("d.skip(5).take(3)", "read_csv@1 / take"),
        ("d.shard(3, 0)", "read_csv@1 / shard"),
        ("d.filter(lambda x, y: y > 0)", "read_csv@1 / filter"),
        ("d.take(5).concatenate(d.skip(9))", "(read_csv@1 / take + read_csv@1 / skip)"),
        ("tf.data.Dataset.zip((d.take(5), d.take(5)))", "read_csv@1 / take"),
        ("tf.data.Dataset.sample_from_datasets([d.take(5), d.skip(5)])", "(read_csv@1 / take + read_csv@1 / skip)"),
        ("[x for x, y in d.batch(8)][0]", "read_csv@1"),
        ("tf.data.TFRecordDataset('a.tfrecord').map(f)", "TFRecordDataset@8"),
        ("tf.data.TFRecordDataset(tf.data.Dataset.list_files('a*', shuffle=False))", "list_files@8"),
        ("tf.data.Dataset.from_generator(lambda: iter(df.values[:5]), tf.float32)", "read_csv@1 / [:5]"),
    ],
)
def test_rows_of_streams(seen: See, expression: str, rows: str) -> None:
    """Mapping, batching and repeating keep the rows; taking, skipping, filtering and sharding cut them."""
    assert seen(BEFORE, expression).rows == rows


def test_columns_of_streams(seen: See) -> None:
    """A stream over features and targets of the same rows holds the columns of both, however it is batched."""
    assert seen(BEFORE, "d.batch(8).prefetch(1)").columns == "a, b, y"


@pytest.mark.parametrize(
    ("one", "two", "answer"),
    [
        ("d.take(80)", "d.skip(80)", NO),
        ("d.skip(20).take(30)", "d.skip(50)", NO),
        ("d.skip(20).take(30)", "d.skip(20).skip(30)", NO),
        ("d.skip(20).take(40)", "d.skip(50)", MUST),
        ("d.skip(n).take(m)", "d.skip(n + m)", NO),
        ("d.take(n)", "d.skip(n).take(m)", NO),
        ("d.shuffle(9).take(80)", "d.take(80)", LIKELY),
        ("s.take(80)", "s.skip(80)", LIKELY),
        ("s.cache().take(80)", "s.cache().skip(80)", NO),
        ("d.take(80).shuffle(9)", "d.skip(80).shuffle(9)", NO),
        ("once.take(80)", "once.skip(80)", NO),
        ("files.take(80)", "files.skip(80)", LIKELY),
        ("d.shard(5, 0)", "d.shard(5, 1)", NO),
        ("d.enumerate().filter(lambda i, x: i % 5 == 0)", "d.enumerate().filter(lambda j, x: j % 5 != 0)", NO),
        ("d.enumerate().filter(lambda i, x: i % 5 == 0)", "d.enumerate().filter(lambda i, x: i % 5 == 1)", NO),
        ("d.enumerate().filter(fifth)", "d.enumerate().filter(others)", NO),
        ("d.filter(lambda x, y: x > 0)", "d.filter(lambda x, y: y > 0)", UNKNOWN),
    ],
)
def test_ranges_of_streams(seen: See, one: str, two: str, answer: str) -> None:
    """Two ranges of one order share nothing if they do not overlap; of an order that is new at every use, they do."""
    program = f"""{BEFORE}
s = d.shuffle(100, seed=1)
once = d.shuffle(100, reshuffle_each_iteration=False)
files = tf.data.Dataset.list_files("leaves/*")
n, m = int(0.7 * len(df)), int(0.1 * len(df))
def fifth(i, pair): return i % 5 == 0
others = lambda i, pair: not fifth(i, pair)
"""
    left, right = seen(program, f"({one}).concatenate({two})").data.rows.members
    assert meets(left, right) == answer


def test_streams_carry_what_layers_learned(seen: See) -> None:
    """A stream that is mapped through an adapted layer carries what the layer learned."""
    program = f"{BEFORE}\nlayer = keras.layers.Normalization()\nlayer.adapt(df[['a']])"
    assert seen(program, "d.map(lambda x, y: (layer(x), y)).batch(8)").learned == ["Normalization.adapt"]
    assert seen(program, "d.map(layer)").learned == ["Normalization.adapt"]


def test_one_element_at_a_time(seen: See) -> None:
    """What a mapped function computes of one element is learned from no other row."""
    assert seen(BEFORE, "d.map(lambda x, y: (x / tf.reduce_max(x), y))").learned == []


def test_rows_of_a_sequence_of_the_program(seen: See) -> None:
    """A `Sequence` of the program holds the rows that it is made of."""
    program = f"""{BEFORE}
class Batches(keras.utils.Sequence):
    def __init__(self, x, y, size):
        self.x, self.y, self.size = x, y, size
    def __len__(self): return len(self.x) // self.size
    def __getitem__(self, i): return self.x[i * self.size:(i + 1) * self.size], self.y[i]
"""
    assert seen(program, "Batches(df[:9][['a']], df[:9]['y'], 3)").rows == "read_csv@1 / [:9]"


@pytest.mark.parametrize("options", ["", "seed=1"])
def test_orders_of_other_data_sets_stay(seen: See, options: str) -> None:
    """Hugging Face's `shuffle` gives one order: ranges of it are apart."""
    program = f"from datasets import load_dataset\ns = load_dataset('imdb', split='train').shuffle({options})"
    left, right = seen(program, "np.concatenate([s.take(100), s.skip(100)])").data.rows.members
    assert meets(left, right) == NO


def test_stages_know_what_came_before(read: Callable[[str], Trace]) -> None:
    """Each method of a data set knows the calls that its rows come from, and whether what it maps them by draws."""
    text = "import tensorflow as tf\nd = tf.data.Dataset.from_tensor_slices(x).shuffle(9)\n"
    text += "d.map(lambda x: tf.image.random_crop(x, 3)).batch(2)"
    last = list(read(text).of(Stage))[-1]
    assert [call.short for call in last.before] == ["from_tensor_slices", "shuffle", "map"]
    assert [call.random for call in last.before if isinstance(call, Stage)] == [False, True]
