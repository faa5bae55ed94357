from collections.abc import Callable

import pytest

from heldout.events import Fit, Score
from heldout.events.training import Accumulate, Averaged, Backward, ClipGrad, Step
from heldout.trace import Trace

Read = Callable[[str], Trace]
BEFORE = """
import torch
from torch import nn
from torchvision import datasets
from torch.utils.data import DataLoader
seen = DataLoader(datasets.MNIST("d", train=True))
unseen = DataLoader(datasets.MNIST("d", train=False))
net = nn.Linear(4, 2)
opt = torch.optim.Adam(net.parameters())
loss_of = nn.CrossEntropyLoss()
"""


@pytest.mark.parametrize(
    "loop",
    [
        "for x, y in seen:\n    loss = loss_of(net(x), y)\n    loss.backward()\n    opt.step()",
        "for epoch in range(9):\n  for i, (x, y) in enumerate(seen):\n    (loss_of(net(x), y) / 4).backward()\n    if i % 4 == 0:\n      opt.step()\n      opt.zero_grad()",
        "for x, y in seen:\n    def closure():\n        opt.zero_grad()\n        loss = loss_of(net(x), y)\n        loss.backward()\n        return loss\n    opt.step(closure)",
        "scaler = torch.cuda.amp.GradScaler()\nfor x, y in seen:\n    with torch.autocast('cuda'):\n        loss = loss_of(net(x), y)\n    scaler.scale(loss).backward()\n    scaler.unscale_(opt)\n    scaler.step(opt)\n    scaler.update()",
        "from accelerate import Accelerator\na = Accelerator()\nnet, opt, seen = a.prepare(net, opt, seen)\nfor x, y in seen:\n    a.backward(loss_of(net(x), y))\n    opt.step()",
        "from lightning.fabric import Fabric\nf = Fabric()\nnet, opt = f.setup(net, opt)\nseen = f.setup_dataloaders(seen)\nfor x, y in seen:\n    f.backward(loss_of(net(x), y))\n    opt.step()",
        "def one(model, loader, optimizer, device):\n    for batch in loader:\n        x, y = (part.to(device) for part in batch)\n        loss_of(model(x), y).backward()\n        optimizer.step()\nfor epoch in range(5):\n    one(net, seen, opt, 'cpu')",
        "class Trainer:\n    def __init__(self, model, loader):\n        self.model, self.loader, self.opt = model, loader, torch.optim.SGD(model.parameters(), lr=1)\n    def _batch(self, x, y):\n        self.opt.zero_grad()\n        loss_of(self.model(x), y).backward()\n        self.opt.step()\n    def train(self):\n        for x, y in self.loader:\n            self._batch(x, y)\nTrainer(net, seen).train()",
        "for batch in seen:\n    batch = {k: v.to('cpu') for k, v in batch.items()}\n    loss_of(net(batch['x']), batch['y']).backward()\n    opt.step()",
        "steps = iter(seen)\nfor step in range(100):\n    x, y = next(steps)\n    torch.autograd.backward(loss_of(net(x), y))\n    opt.step()",
    ],
)
def test_loops_fit_once(read: Read, loop: str) -> None:
    """A loop of training is one fit of the network on the rows of the loader, however it is written."""
    trace = read(f"{BEFORE}{loop}\n")
    assert [(fit.method, str(fit.rows)) for fit in trace.of(Fit)] == [("backward", "MNIST@6 / train")]


def test_whole_data_at_once(read: Read) -> None:
    """Training without a loader fits on the tensor that the network is called with."""
    trace = read(f"""{BEFORE}
x = torch.tensor(np.load("x.npy"))
for epoch in range(100):
    loss = loss_of(net(x[:80]), x[:80, 0])
    opt.zero_grad()
    loss.backward()
    opt.step()
print(loss_of(net(x[80:]), x[80:, 0]).item())
""")
    (fit,) = trace.of(Fit)
    assert str(fit.rows).endswith("[:80]")
    *_, score = trace.scores
    assert (str(score.rows).rpartition(" / ")[2], score.loss, score.reported) == ("[80:]", True, True)


def test_gradients_without_a_step_teach_nothing(read: Read) -> None:
    """Gradients of the input are no training: there is no fit without a step."""
    trace = read(f"{BEFORE}for x, y in unseen:\n    loss_of(net(x), y).backward()\n    shifted = x + x.grad.sign()\n")
    assert not list(trace.of(Fit))


def test_step_by_scaler(read: Read) -> None:
    """A step of mixed precision is told under the name of the optimizer."""
    trace = read(
        f"{BEFORE}s = torch.amp.GradScaler()\nfor x, y in seen:\n    s.scale(loss_of(net(x), y)).backward()\n    s.step(opt)"
    )
    step = next(trace.of(Step))
    assert (step.written, step.how, step.fresh) == ("opt", "scaler", True)


def test_masked_nodes_of_a_graph(read: Read) -> None:
    """Where a network sees every node, the rows of a loss and of a figure are those of their masks."""
    trace = read("""
import torch
from torch import nn
def run(net, features, labels, train_mask, test_mask):
    opt = torch.optim.Adam(net.parameters())
    for epoch in range(9):
        out = net(features)
        nn.functional.cross_entropy(out[train_mask], labels[train_mask]).backward()
        opt.step()
    out = net(features)
    print((out[test_mask].argmax(1) == labels[test_mask]).float().mean())
run(nn.Linear(5, 2), features, labels, train_mask, test_mask)
""")
    assert {str(fit.rows) for fit in trace.of(Fit)} == {"features / train"}
    assert {str(score.rows) for score in trace.of(Score) if not score.progress} == {"features / test"}


@pytest.mark.parametrize(
    ("turn", "stale"),
    [
        ("loss.backward(); opt.step()", True),
        ("opt.zero_grad(); loss.backward(); opt.step()", False),
        ("loss.backward(); opt.step(); net.zero_grad()", False),
        ("loss.backward(); opt.step(); [p.grad.zero_() for p in net.parameters()]", False),
        ("for p in net.parameters(): p.grad = None\n    loss.backward(); opt.step()", False),
        ("loss.backward(); opt.step(); cleaned(opt)", False),
        ("loss.backward()\n    if len(x) > 3: opt.step(); opt.zero_grad()", False),
    ],
)
def test_steps_with_used_gradients(read: Read, turn: str, stale: bool) -> None:
    """A step uses gradients again that nothing has cleared, and unseen code that gets the optimizer may clear them."""
    trace = read(f"from mine import cleaned{BEFORE}for x, y in seen:\n    loss = loss_of(net(x), y)\n    {turn}\n")
    assert [step.stale for step in trace.of(Step)] == [False, stale]


@pytest.mark.parametrize(
    ("turn", "fresh"),
    [
        ("loss.backward(); bound(net.parameters(), 1); opt.step()", {True}),
        ("bound(net.parameters(), 1); loss.backward(); opt.step()", {False}),
        ("loss.backward(); opt.step(); bound(net.parameters(), 1)", {False}),
        ("if len(x): loss.backward()\n    bound(net.parameters(), 1); opt.step()", {None}),
    ],
)
def test_gradients_that_are_bounded(read: Read, turn: str, fresh: set[bool | None]) -> None:
    """Bounding tells whether there are gradients that no step has used, and says so where it depends."""
    trace = read(
        f"from torch.nn.utils import clip_grad_norm_ as bound{BEFORE}for x, y in seen:\n"
        f"    opt.zero_grad(); loss = loss_of(net(x), y)\n    {turn}\n"
    )
    assert {event.fresh for event in trace.of(ClipGrad)} == fresh


def test_scale_of_mixed_precision(read: Read) -> None:
    """Gradients of a scaled loss stay scaled until the scaler divides them."""
    trace = read(
        f"from torch.nn.utils import clip_grad_norm_ as bound{BEFORE}s = torch.amp.GradScaler()\nfor x, y in seen:\n"
        "    opt.zero_grad(); s.scale(loss_of(net(x), y)).backward()\n    bound(net.parameters(), 1)\n"
        "    s.unscale_(opt)\n    bound(net.parameters(), 2)\n    opt.step()\n"
    )
    assert [event.scaled for event in trace.of(ClipGrad)][:2] == [True, False]
    assert not any(step.scaled for step in trace.of(Step))


def test_sums_of_losses(read: Read) -> None:
    """A sum tells of losses that it keeps with their graphs, and not of their numbers."""
    trace = read(f"""{BEFORE}
kept = number = cut = right = 0
for x, y in seen:
    loss = loss_of(net(x), y)
    loss.backward()
    kept += loss
    number += loss.item() * len(x)
    cut += float(loss)
    right += (net(x).argmax(1) == y).float().mean()
""")
    assert {event.total for event in trace.of(Accumulate)} == {"kept"}


def test_graphs_that_are_retained(read: Read) -> None:
    """A loss tells where it is asked to keep its graph."""
    trace = read(f"{BEFORE}for x, y in seen:\n    loss_of(net(x), y).backward(retain_graph=True)\n")
    assert [event.retains is not None for event in trace.of(Backward)] == [True, True]


@pytest.mark.parametrize(
    ("added", "by", "told"),
    [
        ("loss.item()", "len(seen.dataset)", True),
        ("float(loss)", "len(seen.dataset)", True),
        ("loss.item()", "len(seen)", False),
        ("loss.item() * len(x)", "len(seen.dataset)", False),
        ("loss_of(net(x), y, reduction='sum').item()", "len(seen.dataset)", False),
    ],
)
def test_means_of_batches_over_rows(read: Read, added: str, by: str, told: bool) -> None:
    """The sum of the means of batches is told where it is divided by the number of rows, and no other sum."""
    before = BEFORE.replace("nn.CrossEntropyLoss()", "nn.functional.cross_entropy")
    trace = read(f"""{before}
total = 0.0
for x, y in seen:
    loss = loss_of(net(x), y)
    total += {added}
print(total / {by})
""")
    assert any(trace.of(Averaged)) is told
