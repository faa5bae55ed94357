from collections.abc import Callable

import pytest

from heldout.events.losses import Criterion, Unguarded
from heldout.events.training import Forward
from heldout.trace import Trace

Read = Callable[[str], Trace]
BEFORE = """
import torch
from torch import nn
from torch.nn import functional as F
class Net(nn.Module):
    def __init__(self, kinds=3):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(4, 8), nn.ReLU())
        self.head = nn.Linear(8, kinds)
    def forward(self, x, raw=False):
        x = self.head(self.body(x))
        return x if raw else F.softmax(x, dim=1)
x, y = torch.load("x.pt"), torch.load("y.pt")
net = Net()
"""


def output(trace: Trace) -> str:
    """What the first loss is given: the kind of the last operation, and the width where it is known."""
    found = next(iter(trace.of(Criterion))).output
    return f"{found.kind} {found.width or ''}".strip() if found is not None else "unknown"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("net(x)", "softmax 3"),
        ("net(x, raw=True)", "logits 3"),
        ("Net(1)(x, raw=True)", "logits 1"),
        ("nn.DataParallel(net)(x)", "softmax 3"),
        ("net.to('cuda')(x).float().cpu()", "softmax 3"),
        ("net(x) * 2", "unknown"),
        ("torch.where(y, net(x), x)", "unknown"),
        ("net(x)[:, 0]", "softmax"),
        ("nn.Sequential(net, nn.Identity())(x)", "softmax 3"),
        ("nn.Sequential(nn.Linear(4, 2), nn.Sigmoid())(x)", "sigmoid 2"),
        ("nn.Sequential(nn.Linear(4, 2), nn.ReLU())(x)", "values 2"),
        ("nn.Linear(4, 2)(x).log_softmax(1)", "log_softmax 2"),
        ("nn.Linear(4, 1)(x).squeeze(1)", "logits"),
        ("nn.Linear(4, 6)(x).view(-1, 2)", "logits 2"),
        ("net(x).clamp(min=1e-6)", "unknown"),
        ("x", "unknown"),
    ],
)
def test_the_last_operation_is_known(read: Read, code: str, expected: str) -> None:
    """A loss is told which operation made its input, through modules, containers and changes of form."""
    assert output(read(f"{BEFORE}\nF.cross_entropy({code}, y)")) == expected


@pytest.mark.parametrize(
    "code",
    [
        "out = net(x)\nif y: out = out + 1",
        "out = x\nif y: out = net(x)",
        "out = net(x)\nout.log_()",
        "out = net(x)\nout[out == 0] = 1",
        "out = net(x)\nfor part in y: out = F.relu(out)",
        "stack = nn.Sequential(nn.Linear(4, 2), nn.Sigmoid())\nstack.append(nn.Linear(2, 2))\nout = stack(x)",
        "out, more = net(x)",
    ],
)
def test_what_may_be_another_value_is_unknown(read: Read, code: str) -> None:
    """After a branch, a change in place, a loop or a change of the network nothing is claimed."""
    assert output(read(f"{BEFORE}\n{code}\nF.cross_entropy(out, y)")) == "unknown"


def test_a_forward_leaves_nothing_behind(read: Read) -> None:
    """Running ``forward`` for what it gives tells no further pass, and keeps no field that it writes."""
    trace = read(
        BEFORE
        + "class Kept(Net):\n def forward(self, x):\n  self.seen = F.softmax(self.head(x), dim=1)\n  return self.head(x)\n"
        + "net = Kept()\nF.cross_entropy(net(torch.rand(3, 4)), y)\nF.nll_loss(net.seen, y)"
    )
    assert [criterion.output and criterion.output.kind for criterion in trace.of(Criterion)] == ["logits", None]
    start = BEFORE.count("\n")
    assert len([passed for passed in trace.of(Forward) if passed.place.line > start]) == 1


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("torch.log(net(x))", ["softmax"]),
        ("torch.sigmoid(x).log()", ["sigmoid"]),
        ("torch.log(1 - torch.sigmoid(x))", ["complement"]),
        ("torch.log(net(x) + 1e-8)", []),
        ("torch.log(x)", []),
    ],
)
def test_logarithms_of_probabilities_are_told(read: Read, code: str, expected: list[str]) -> None:
    """A logarithm is told if what it is taken of lies between 0 and 1 and nothing was added."""
    assert [event.of.kind for event in read(f"{BEFORE}\n{code}").of(Unguarded)] == expected
