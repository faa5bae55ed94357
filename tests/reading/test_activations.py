from collections.abc import Callable

import pytest

from heldout.events.losses import Aliased, Criterion, Discarded, Unguarded
from heldout.events.training import Forward
from heldout.trace import Trace

Read = Callable[[str], Trace]
BEFORE = """
import torch
from torch import nn
from torch.nn import functional as F
from torchvision import models
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
res = models.resnet18()
res.fc = nn.Sequential(nn.Linear(512, 5), nn.Softmax(dim=1))
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
        ("res(x)", "softmax 5"),
        ("models.resnet18()(x)", "unknown"),
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
        "last = nn.Softmax(dim=1) if y else nn.Identity()\nout = last(x)",
        "layers = [nn.Linear(4, 2)]\nif y: layers.append(nn.Softmax(dim=1))\nout = nn.Sequential(*layers)(x)",
        "last = None\nif y: last = nn.Softmax(dim=1)\nout = last(x)",
        "res = models.resnet18()\nif y: res.fc = nn.Softmax(dim=1)\nout = res(x)",
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


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("torch.sqrt(F.mse_loss(net(x), y))", ["root"]),
        ("F.mse_loss(net(x), y).sqrt()", ["root"]),
        ("with torch.no_grad(): torch.sqrt(F.mse_loss(net(x), y))", []),
        ("torch.sqrt(F.mse_loss(net(x), y) + 1e-8)", []),
        ("x / x.std()", ["quotient"]),
        ("x / (x.std() + 1e-8)", []),
    ],
)
def test_what_may_divide_by_zero_is_told(read: Read, code: str, expected: list[str]) -> None:
    """A root of a loss and a division by a spread are told, unless a small number is added or no gradient flows."""
    assert [event.operation for event in read(f"{BEFORE}\n{code}").of(Unguarded)] == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("out = net(x)\nout.clamp(0, 1)", ["clamp"]),
        ("noise = torch.rand(3, 3)\nnoise.cuda()", ["cuda"]),
        ("for a, b in DataLoader(TensorDataset(x, y)): a.to('cuda')", ["to"]),
        ("out = net(x)\nout.clamp_(0, 1)", []),
        ("out = net(x)\nout = out.cpu()", []),
        ("net.cuda()", []),
        ("nn.Linear(3, 3).to('cuda')", []),
        ("frame = pd.read_csv('a.csv')\nframe.squeeze()", []),
    ],
)
def test_dropped_tensors_are_told(read: Read, code: str, expected: list[str]) -> None:
    """A statement whose only effect would be on a tensor is told; networks, frames and changes in place are not."""
    more = "import pandas as pd\nfrom torch.utils.data import DataLoader, TensorDataset\n"
    assert list(dict.fromkeys(event.method for event in read(more + BEFORE + code).of(Discarded))) == expected


def test_second_names_of_tensors_are_told(read: Read) -> None:
    """A method that changes a tensor in place is told where its result gets another name, not where it keeps its own."""
    trace = read("import torch\na = torch.rand(3)\nb = a.mul_(2)\na = a.add_(1)\nc = torch.empty(3).zero_()")
    assert [(event.written, event.second, event.method) for event in trace.of(Aliased)] == [("a", "b", "mul_")]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("torch.tensor(df['p'].values)", (1, None)),
        ("torch.from_numpy(df['p'].to_numpy()).float()", (1, None)),
        ("torch.tensor(df['p'].values).unsqueeze(1)", (2, 1)),
        ("torch.tensor(df['p'].values.reshape(-1, 1))", (2, 1)),
        ("torch.tensor(df[['p']].values)", (None, None)),
        ("torch.tensor(load_diabetes().target)", (1, None)),
        ("torch.tensor(make_regression()[1])", (1, None)),
        ("torch.tensor(make_regression(n_targets=3)[1])", (None, None)),
        ("torch.randn(8, 1)", (2, 1)),
        ("torch.randn(8, 1).squeeze()", (1, None)),
        ("next(iter(DataLoader(TensorDataset(x, torch.randn(8)))))[1]", None),
        ("parts[3]", None),
    ],
)
def test_shapes_of_targets_are_known(read: Read, target: str, expected: tuple[int, int | None] | None) -> None:
    """A column of a frame has one dimension until its form is changed."""
    more = "import pandas as pd\nfrom torch.utils.data import DataLoader, TensorDataset\ndf = pd.read_csv('a.csv')\n"
    more += "from sklearn.datasets import load_diabetes, make_regression\n"
    found = next(iter(read(f"{more}{BEFORE}\nF.mse_loss(net(x), {target})").of(Criterion))).target
    assert (found and (found.dimensions, found.width)) == expected


def test_shapes_pass_through_splits_and_loaders(read: Read) -> None:
    """The parts of a split and the batches of a data set of tensors have the form of what they were made of."""
    trace = read(
        "import pandas as pd\nfrom sklearn.model_selection import train_test_split\n"
        "from torch.utils.data import DataLoader, TensorDataset\ndf = pd.read_csv('a.csv')\n"
        + BEFORE
        + "a, b, c, d = train_test_split(df[['q']].values, df['p'].values)\n"
        "for one, two in DataLoader(TensorDataset(torch.tensor(a), torch.tensor(c)), batch_size=8):\n"
        "    F.mse_loss(net(one), two)\n"
    )
    found = [criterion.target for criterion in trace.of(Criterion)]
    assert found
    assert all(target is not None and target.dimensions == 1 for target in found)


def test_a_method_may_be_put_into_a_variable_first(read: Read) -> None:
    """A method of a tensor that is called by another name is read like any other call."""
    trace = read("import torch\nx = torch.randn(3, 4)\nshifted = x.add\nshifted(1)\nprint(x)\n")
    assert not list(trace.of(Discarded))
