import pytest

from heldout.optimizers import of_training, rate_may_move
from heldout.reading import read
from heldout.text.source import source_from_bytes
from heldout.trace import Trace

TORCH = """
import torch
from torch import nn
from torch.utils.data import DataLoader
seen = DataLoader(torch.load("rows.pt"), shuffle=True)
net = nn.Linear(4, 2)
opt = torch.optim.{made}
for epoch in range(40):
    {before}
    for x, y in seen:
        opt.zero_grad()
        nn.functional.cross_entropy(net(x), y).backward()
        opt.step()
"""
KERAS = """
from tensorflow import keras
import numpy as np
x, y = np.load("x.npy"), np.load("y.npy")
net = keras.Sequential([keras.layers.Dense(1)])
net.compile({made}, "mse")
net.fit(x, y, epochs=50)
"""


def trace_of(text: str) -> Trace:
    """The trace of a program."""
    source = source_from_bytes("program.py", text.encode())
    return read(source, source.parse())


@pytest.mark.parametrize(
    ("program", "kind", "keeps", "decays"),
    [
        (TORCH.format(made="SGD(net.parameters(), lr=0.1)", before="pass"), "SGD", True, False),
        (TORCH.format(made="Adam(net.parameters(), weight_decay=1e-4)", before="pass"), "Adam", True, True),
        (TORCH.format(made="AdamW(net.parameters())", before="pass"), "AdamW", True, True),
        (KERAS.format(made="'Adam'"), "adam", True, False),
        (KERAS.format(made="keras.optimizers.Adam(learning_rate=1e-3)"), "Adam", True, False),
        (KERAS.format(made="keras.optimizers.Adam(learning_rate=rate())"), "Adam", False, False),
        (KERAS.format(made="keras.optimizers.SGD(0.1, decay=1e-6)"), "SGD", False, False),
    ],
)
def test_optimizer_of_a_training(program: str, kind: str, keeps: bool, decays: bool) -> None:
    """The optimizer of a training is found, with what the program shows of its rate and its weight decay."""
    trace = trace_of(program)
    (optimizer,) = of_training(trace, trace.trainings.all[0])
    assert (optimizer.kind, optimizer.keeps_rate, optimizer.decays_weights) == (kind, keeps, decays)


def test_optimizer_that_is_not_seen() -> None:
    """Of an optimizer that the program does not show, nothing is told."""
    trace = trace_of(TORCH.format(made="SGD(net.parameters())", before="pass").replace("torch.optim.SGD", "unseen"))
    assert of_training(trace, trace.trainings.all[0]) == []


@pytest.mark.parametrize(
    ("before", "moves"),
    [
        ("pass", False),
        ("opt.param_groups[0]['lr'] = 0.1 / (epoch + 1)", True),
        ("for group in opt.param_groups: group['lr'] *= 0.9", True),
        ("torch.optim.lr_scheduler.StepLR(opt, 10)", True),
    ],
)
def test_rate_that_moves(before: str, moves: bool) -> None:
    """A schedule moves the rate, and so does a write of it."""
    assert rate_may_move(trace_of(TORCH.format(made="SGD(net.parameters(), lr=0.1)", before=before))) is moves
