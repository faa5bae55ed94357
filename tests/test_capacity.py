import pytest

from heldout.capacity import Capacity, plain_layers
from heldout.reading import read
from heldout.text.source import source_from_bytes
from heldout.trace import Trace

START = """
from tensorflow import keras
from tensorflow.keras.layers import *
import numpy as np
x, y = np.load("x.npy"), np.load("y.npy")
"""
END = """
net.compile("adam", "mse")
net.fit(x, y, epochs=50)
"""


def capacity_of(layers: str) -> Capacity:
    """How large a network of such layers is."""
    text = f"{START}net = keras.Sequential([{layers}]){END}"
    source = source_from_bytes("program.py", text.encode())
    trace: Trace = read(source, source.parse())
    return Capacity(plain_layers(trace, trace.trainings.all[0]))


@pytest.mark.parametrize(
    ("layers", "hidden", "weights"),
    [
        ("Dense(20), Dense(10), Dense(1)", 2, 210),
        ("Conv2D(8, 3), Conv2D(4, (3, 5)), Flatten(), Dense(2)", 2, 288),
        ("LSTM(10), Dense(2)", 1, 420),
        ("Dense(size()), Dense(10), Dense(1)", 2, 10),
    ],
)
def test_weights_are_counted_where_sizes_are_written(layers: str, hidden: int, weights: int) -> None:
    """Only weights between written sizes count, so that the network has no fewer."""
    capacity = capacity_of(layers)
    assert (capacity.hidden, capacity.weights) == (hidden, weights)


@pytest.mark.parametrize(
    "layers",
    [
        "Dense(20), Dropout(0.5), Dense(1)",
        "Dense(20, kernel_regularizer='l2'), Dense(1)",
        "LSTM(20, dropout=0.2), Dense(1)",
        "Dense(20), BatchNormalization(), Dense(1)",
        "Dense(20), unseen(), Dense(1)",
    ],
)
def test_no_layers_are_told_if_one_holds_back_or_is_not_seen(layers: str) -> None:
    """A network with a layer that bounds or disturbs what it learns, or that is not seen, is no plain one."""
    assert capacity_of(layers).weights == 0
