import pytest

from heldout.events.calls import UNKNOWN
from heldout.reading import read
from heldout.text.source import source_from_bytes
from heldout.trace import Trace

TORCH = """
import copy, torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets
seen = DataLoader(datasets.MNIST("d", train=True), shuffle=True)
unseen = DataLoader(datasets.MNIST("d", train=False))
net = nn.Linear(4, 2)
opt = torch.optim.Adam(net.parameters())
error = nn.CrossEntropyLoss()
def turn():
    for x, y in seen:
        opt.zero_grad()
        error(net(x), y).backward()
        opt.step()
def judge():
    net.eval()
    with torch.no_grad():
        return sum(error(net(x), y).item() for x, y in unseen)
"""
KERAS = """
from tensorflow import keras
import numpy as np
x, y = np.load("x.npy"), np.load("y.npy")
net = keras.Sequential([keras.layers.Dense(1)])
net.compile("adam", "mse")
"""


def trace_of(text: str) -> Trace:
    """The trace of a program."""
    source = source_from_bytes("program.py", text.encode())
    return read(source, source.parse())


@pytest.mark.parametrize(
    ("program", "epochs"),
    [
        (TORCH + "for epoch in range(50):\n    turn()", 50),
        (TORCH + "EPOCHS = 30\nfor epoch in range(1, EPOCHS + 1):\n    turn()", 30),
        (TORCH + "from tqdm import tqdm\nfor epoch in tqdm(range(40)):\n    turn()", 40),
        (TORCH + "for fold in folds:\n    for epoch in range(25):\n        turn()", 25),
        (TORCH + "while going():\n    turn()", UNKNOWN),
        (KERAS + "net.fit(x, y, epochs=60)", 60),
        (KERAS + "net.fit(x, y, 32, 45)", 45),
        (KERAS + "net.fit(x, y)", 1),
    ],
)
def test_epochs_are_counted(program: str, epochs: object) -> None:
    """How long a training goes on is known where the program says it, whichever way it is written."""
    (training,) = trace_of(program + "\n").trainings.all
    assert training.epochs is epochs or training.epochs == epochs


@pytest.mark.parametrize(
    ("program", "watches"),
    [
        (TORCH + "for epoch in range(50):\n    turn()\n    print(judge())", True),
        (TORCH + "for epoch in range(50):\n    turn()\nprint(judge())", False),
        (KERAS + "net.fit(x, y, epochs=60, validation_split=0.1)", True),
        (KERAS + "net.fit(x, y, epochs=60, validation_data=load())", True),
        (KERAS + "net.fit(x, y, epochs=60, **options())", True),
        (KERAS + "net.fit(x, y, epochs=60)", False),
    ],
)
def test_trainings_that_watch_rows_are_told_apart(program: str, watches: bool) -> None:
    """A training watches rows if they are judged between its epochs, or if that cannot be ruled out."""
    trainings = trace_of(program + "\n").trainings
    assert [trainings.watches(training) for training in trainings.all] == [watches]


@pytest.mark.parametrize(
    ("keeping", "best"),
    [
        ("torch.save(net.state_dict(), 'best.pt')", [(True, False)]),
        ("kept = copy.deepcopy(net.state_dict())", [(True, True)]),
        ("pass", []),
    ],
)
def test_what_is_kept_as_the_best_state_is_known(keeping: str, best: list[tuple[bool, bool]]) -> None:
    """A state that is kept where a figure beats the best one so far is such a state, in a file or in memory."""
    program = f"{TORCH}low = 9.0\nfor epoch in range(50):\n    turn()\n    now = judge()\n    if now < low:\n        low = now\n        {keeping}\n"
    trainings = trace_of(program).trainings
    (training,) = trainings.all
    assert list(dict.fromkeys((save.best, save.inside) for save in trainings.saves(training))) == best


def test_a_restored_state_is_seen() -> None:
    """A network that gets weights back after its training is told from one that keeps its last ones."""
    kept = trace_of(f"{TORCH}for epoch in range(50):\n    turn()\nprint(judge())\n").trainings
    restored = trace_of(
        f"{TORCH}for epoch in range(50):\n    turn()\nnet.load_state_dict(torch.load('b.pt'))\njudge()\n"
    ).trainings
    assert not kept.restored(kept.all[0])
    assert restored.restored(restored.all[0])
