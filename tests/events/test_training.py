from textwrap import dedent

import pytest

from heldout.events.training import Backward, ClipGrad, Forward, Loop, Mode, Restore, Save, Schedule, Step, ZeroGrad
from heldout.reading import read
from heldout.text.source import source_from_bytes
from heldout.trace import Trace

BEFORE = """
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets
net = nn.Sequential(nn.Flatten(), nn.Linear(784, 10), nn.Dropout(0.5))
sgd = torch.optim.SGD(net.parameters(), lr=0.1)
seen = DataLoader(datasets.MNIST("d", train=True))
unseen = DataLoader(datasets.MNIST("d", train=False))
loss_of = nn.CrossEntropyLoss()
"""


def trace_of(text: str) -> Trace:
    """The trace of a program that trains `net` by `sgd` on `seen`."""
    source = source_from_bytes("program.py", (BEFORE + dedent(text)).encode())
    return read(source, source.parse())


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("for x, y in seen: net(x)", "Loop      batches of seen [MNIST@8 / train; all columns]"),
        ("net.eval()", "Mode      net to eval"),
        ("sgd.zero_grad()", "ZeroGrad  sgd"),
        ("nn.utils.clip_grad_norm_(net.parameters(), 1.0)", "ClipGrad  clip_grad_norm_"),
        ("torch.optim.lr_scheduler.StepLR(sgd, 5)", "Schedule  StepLR made"),
        ("torch.save(net.state_dict(), 'net.pt')", "Save      save to net.pt"),
        ("net.load_state_dict(torch.load('other.pt'))", "Restore   net from elsewhere"),
        ("torch.set_grad_enabled(False)", "GradMode  off by set_grad_enabled"),
    ],
)
def test_event_in_words(lines: str, told: str) -> None:
    """An event of training tells in one line what is done to which network, in the program's words."""
    assert trace_of(lines).events[-1].describe() == told


def test_one_step() -> None:
    """A step tells whether gradients are fresh, whether they were bounded, and which networks it changes."""
    trace = trace_of("""
        for x, y in seen:
            sgd.zero_grad()
            loss = loss_of(net(x), y)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            sgd.step()
    """)
    assert [type(event).__name__ for event in trace.of(ZeroGrad, Forward, Backward, ClipGrad, Step)][:5] == [
        "ZeroGrad",
        "Forward",
        "Backward",
        "ClipGrad",
        "Step",
    ]
    forward, step, clip = next(trace.of(Forward)), next(trace.of(Step)), next(trace.of(ClipGrad))
    assert (forward.mode, forward.gradients, forward.two_modes, forward.trained) == ("train", "on", True, True)
    assert (step.written, step.fresh, step.clipped, step.learners) == ("sgd", True, True, (forward.learner,))
    assert clip.fresh is True
    assert not any(backward.stale for backward in trace.of(Backward))


@pytest.mark.parametrize(
    ("body", "stale"),
    [
        ("loss_of(net(x), y).backward(); sgd.step()", True),
        ("loss_of(net(x), y).backward(); sgd.step(); sgd.zero_grad()", False),
        ("net.zero_grad(); loss_of(net(x), y).backward(); sgd.step()", False),
        ("loss = loss_of(net(x), y); sgd.zero_grad(); loss.backward(); sgd.step()", False),
        ("loss_of(net(x), y).backward()", False),
    ],
)
def test_stale_gradients(body: str, stale: bool) -> None:
    """Gradients that a step has used and nobody cleared are stale; those that only add up are not."""
    trace = trace_of(f"for x, y in seen: {body}")
    assert any(backward.stale for backward in trace.of(Backward)) is stale


def test_modes() -> None:
    """A pass knows the mode of its network and whether gradients are computed, by statement, manager and decorator."""
    trace = trace_of("""
        @torch.no_grad()
        def judge(batch):
            net.eval()
            net(batch)
        for x, y in unseen:
            net.train()
            net(x)
            with torch.inference_mode():
                net(x)
            judge(x)
            net(x)
    """)
    passes = [(event.mode, event.gradients) for event in trace.of(Forward)][:4]
    assert passes == [("train", "on"), ("train", "off"), ("eval", "off"), ("eval", "on")]
    assert [event.value for event in trace.of(Mode)][:2] == ["train", "eval"]


def test_mode_that_is_not_certain() -> None:
    """Where a branch sets a mode and another does not, the mode is unknown."""
    trace = trace_of("""
        for x, y in unseen:
            if flag():
                net.eval()
            net(x)
    """)
    assert next(trace.of(Forward)).mode == "unknown"


def test_schedule_knows_its_optimizer() -> None:
    """A schedule tells which optimizer it drives and whether that one had made a step before."""
    trace = trace_of("""
        turn = torch.optim.lr_scheduler.StepLR(sgd, 5)
        for epoch in range(9):
            for x, y in seen:
                loss_of(net(x), y).backward()
                sgd.step()
            turn.step()
    """)
    made, *turned = trace.of(Schedule)
    assert (made.made, made.stepped) == (True, False)
    assert [(event.made, event.stepped, event.optimizer is made.optimizer) for event in turned][:1] == [
        (False, True, True)
    ]


def test_loops_hold_what_is_inside() -> None:
    """A loop spans the events from its first to itself; loops without training are not told."""
    trace = trace_of("""
        for name in ["a", "b"]:
            print(name)
        for epoch in range(3):
            for x, y in seen:
                loss_of(net(x), y).backward()
                sgd.step()
    """)
    loops = list(trace.of(Loop))
    assert [loop.kind for loop in loops] == ["batches", "batches", "batches", "epochs"]
    assert loops[-1].number == 3
    inside = trace.events[loops[0].first : loops[0].index]
    assert {event.name for event in inside} - {"Call", "Criterion"} == {"Forward", "Score", "Backward", "Step", "Fit"}


def test_saved_and_restored() -> None:
    """What is restored from where the program saved it is known to be its own, with what it had learned."""
    trace = trace_of("""
        for x, y in seen:
            loss_of(net(x), y).backward()
            sgd.step()
        torch.save({"model": net.state_dict()}, "best.pt")
        net.load_state_dict(torch.load("best.pt")["model"])
    """)
    save, restore = next(trace.of(Save)), next(trace.of(Restore))
    assert (save.learners, save.path) == ((restore.learner,), "best.pt")
    assert [fit.method for fit in save.fits] == ["backward"]
    assert restore.saved
