from collections.abc import Callable

import pytest

from heldout.events.modules import Module
from heldout.trace import Trace

Read = Callable[[str], Trace]
BEFORE = """
import torch
import torch.nn.functional as F
from torch import nn
class Net(nn.Module):
    def __init__(self, widths, teacher):
"""


def described(read: Read, start: str, forward: str = "return x") -> Module:
    """What is told of a class with this ``__init__`` and ``forward``."""
    body = "".join(f"        {line}\n" for line in start.splitlines())
    asked = "".join(f"        {line}\n" for line in forward.splitlines())
    (found,) = read(f"{BEFORE}{body}    def forward(self, x):\n{asked}").of(Module)
    return found


@pytest.mark.parametrize(
    ("kept", "kind"),
    [
        ("self.parts = [nn.Linear(a, a) for a in widths]", "list"),
        ("self.parts = (nn.LSTM(3, 4), nn.Linear(4, 1))", "tuple"),
        ("self.parts = {}\nfor a in widths:\n    self.parts[a] = nn.Linear(a, a)", "dict"),
        ("self.parts = [nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU())]", "list"),
        ("self.parts = torch.zeros(3, requires_grad=True)", "tensor"),
        ("self.parts = torch.zeros(3, requires_grad=True).to('cuda')", "tensor"),
    ],
)
def test_what_torch_does_not_see_is_told(read: Read, kept: str, kind: str) -> None:
    """Layers in plain containers and tensors that are no parameters are told with what keeps them."""
    found = described(read, f"super().__init__()\n{kept}")
    assert [(held.name, held.kind) for held in found.held] == [("parts", kind)]


@pytest.mark.parametrize(
    "kept",
    [
        "self.parts = nn.ModuleList([nn.Linear(a, a) for a in widths])",
        "self.parts = [nn.ReLU(), nn.Tanh()]",
        "self.parts = [teacher]",
        "self.parts = [nn.Linear(3, 3)]\nself.whole = nn.Sequential(*self.parts)",
        "self.parts = [nn.Linear(3, 3)]\nself.parts = nn.ModuleList(self.parts)",
        "self.parts = [nn.Linear(3, 3)]\nfor i, part in enumerate(self.parts):\n    self.add_module(f'part{i}', part)",
        "self.parts = [nn.Linear(3, 3)]\nfor i, part in enumerate(self.parts):\n    setattr(self, f'part{i}', part)",
        "self.parts = [nn.Linear(3, 3)]\nself.parts[0].requires_grad_(False)",
        "self.parts = nn.Parameter(torch.zeros(3, requires_grad=True))",
        "self.parts = torch.zeros(3)",
    ],
)
def test_what_torch_sees_or_need_not_see_is_not_told(read: Read, kept: str) -> None:
    """Nothing is told of what is registered in any way, has no weights, comes from elsewhere, or is frozen."""
    assert not described(read, f"super().__init__()\n{kept}").held


@pytest.mark.parametrize(
    ("start", "early", "initialised"),
    [
        ("self.fc = nn.Linear(3, 3)", ["fc"], False),
        ("self.fc = nn.Linear(3, 3)\nsuper().__init__()", ["fc"], True),
        ("self.width = 3\nsuper(Net, self).__init__()\nself.fc = nn.Linear(3, 3)", [], True),
        ("nn.Module.__init__(self)\nself.fc = nn.Linear(3, 3)", [], True),
        ("self.block = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2), 2)", ["block"], False),
    ],
)
def test_parts_before_the_base_is_ready(read: Read, start: str, early: list[str], initialised: bool) -> None:
    """Layers that are kept before the base class is initialised are told, and whether it is in the end."""
    found = described(read, start)
    assert ([name for name, _ in found.early], found.initialised) == (early, initialised)


def test_a_base_that_is_not_seen_may_be_initialised_by_another(read: Read) -> None:
    """Of a class with a base that comes from elsewhere it is not told that nothing initialises it."""
    text = "from torch import nn\nfrom mine import Mixin\nclass Net(Mixin(), nn.Module):\n"
    (found,) = read(f"{text}    def __init__(self):\n        self.fc = nn.Linear(3, 3)\n").of(Module)
    assert (found.early, found.initialised) == ((), None)


def test_forward_is_asked_in_evaluation_mode(read: Read) -> None:
    """Calls that `forward` makes only in training are not told, and a mode that is handed on is that of evaluation."""
    forward = "if self.training:\n    x = F.relu(x)\nreturn F.dropout(x, 0.2, self.training)"
    found = described(read, "super().__init__()", forward)
    assert [(call.short, call.value("training")) for call in found.evaluated] == [("dropout", False)]


def test_describing_leaves_nothing_behind(read: Read) -> None:
    """The trace has no calls of the object that is made to be asked, beside the description."""
    text = "from torch import nn\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\nnet = Net()\n"
    trace = read(text)
    assert sum(call.short == "__init__" for call in trace.calls("__init__")) == 1
    assert trace.events[-1].index == len(trace.events) - 1
