from collections.abc import Callable

import pytest

from heldout.events.training import Step
from heldout.trace import Trace

Read = Callable[[str], Trace]

LOOP = """
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets
net = nn.Linear(784, 10)
sgd = torch.optim.SGD(net.parameters(), lr=0.1)
for i, (x, y) in enumerate(DataLoader(datasets.MNIST("d", train=True))):
    nn.functional.cross_entropy(net(x), y).backward()
    if {condition}:
        sgd.step()
"""


@pytest.mark.parametrize(
    ("condition", "every"),
    [
        ("(i + 1) % 4 == 0", "4"),
        ("not (i + 1) % 4", "4"),
        ("(i + 1) % 4 == 0 or i + 1 == len(seen)", "4"),
        ("i % 1 == 0", ""),
        ("ready(i)", ""),
    ],
)
def test_steps_of_every_so_many_batches(read: Read, condition: str, every: str) -> None:
    """A step under a remainder of the loop's counter says of how many batches it is."""
    steps = list(read(LOOP.format(condition=condition)).of(Step))
    assert {step.every or "" for step in steps} == {every}
