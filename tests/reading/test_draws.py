"""Draws are told apart by what two values that were drawn by them share: the order of their rows."""

from collections.abc import Callable

import pytest

from heldout.events import Fit
from heldout.trace import Trace

Read = Callable[[str], Trace]
LOADED = """
import random
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.utils import shuffle
from elsewhere import arguments, seed_everything

X, y = np.load("x.npy"), np.load("y.npy")
"""


def orders(trace: Trace) -> tuple[object, object]:
    """The orders of the features and of the target of the last fit."""
    fit = list(trace.of(Fit))[-1]
    assert fit.target is not None
    return fit.data.order, fit.target.order


@pytest.mark.parametrize(
    "text",
    [
        "X, y = shuffle(X, y)",
        "X = shuffle(X, random_state=1); y = shuffle(y, random_state=1)",
        "X = shuffle(X, random_state=arguments.seed); y = shuffle(y, random_state=arguments.seed)",
        "np.random.seed(2); np.random.shuffle(X); np.random.seed(2); np.random.shuffle(y)",
        "state = np.random.get_state(); np.random.shuffle(X); np.random.set_state(state); np.random.shuffle(y)",
        "state = random.getstate(); random.shuffle(X); random.setstate(state); random.shuffle(y)",
        "seed_everything(2); np.random.shuffle(X); seed_everything(2); np.random.shuffle(y)",
        "np.random.RandomState(3).shuffle(X); np.random.RandomState(3).shuffle(y)",
        "rng = np.random.RandomState(3); rng.shuffle(X); rng.seed(3); rng.shuffle(y)",
        "order = np.random.permutation(len(X)); X, y = X[order], y[order]",
        "order = np.argsort(y); X, y = X[order], y[order]",
        "pairs = list(zip(X, y)); random.shuffle(pairs); X, y = zip(*pairs)",
        "X, _ = train_test_split(X, random_state=5); y, _ = train_test_split(y, random_state=5)",
        """
X, _ = train_test_split(X, test_size=arguments["share"], random_state=arguments["seed"])
y, _ = train_test_split(y, test_size=arguments["share"], random_state=arguments["seed"])
""",
    ],
)
def test_same_draw(read: Read, text: str) -> None:
    """What is drawn by one draw, or by two from the same state of a generator, is in one order."""
    one, other = orders(read(f"{LOADED}{text}\nSVC().fit(X, y)"))
    assert one == other
    assert one is not None


@pytest.mark.parametrize(
    "text",
    [
        "X = shuffle(X); y = shuffle(y)",
        "X = shuffle(X, random_state=1); y = shuffle(y, random_state=2)",
        "np.random.seed(2); np.random.shuffle(X); np.random.shuffle(y)",
        "rng = np.random.RandomState(3); rng.shuffle(X); rng.shuffle(y)",
        "rng = np.random.RandomState(3); X = shuffle(X, random_state=rng); y = shuffle(y, random_state=rng)",
        "X, _ = train_test_split(X, random_state=5); y, _ = train_test_split(y, test_size=0.5, random_state=5)",
        "np.random.shuffle(X)",
    ],
)
def test_other_draw(read: Read, text: str) -> None:
    """Two draws from a generator that goes on, or with other options, give two orders."""
    one, other = orders(read(f"{LOADED}{text}\nSVC().fit(X, y)"))
    assert one != other
