"""A learning-rate schedule is turned before its optimizer, too seldom, or without its figure.

## Why it matters

A schedule that is turned before the first step of its optimizer skips its first learning rate, and with it the first
part of a warm-up. One that was made for so many batches an epoch and is turned once an epoch goes only a small part of
its way: the training ends in the middle of the warm-up. `ReduceLROnPlateau` goes by a figure and fails without one.

```python bad
import torch
from torch import nn

network = nn.Linear(48, 6)
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, [30, 60])
for epoch in range(90):
    scheduler.step()  # finding
    for load, fault in turbines:
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(load), fault).backward()
        optimizer.step()  # via
```

```python bad
import torch
from torch import nn

loader = torch.utils.data.DataLoader(turbines, batch_size=64)
network = nn.Linear(48, 6)
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.1, epochs=20, steps_per_epoch=len(loader))
for epoch in range(20):
    for load, fault in loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(load), fault).backward()
        optimizer.step()  # via
    scheduler.step()  # finding
```

```python bad
import torch
from torch import nn

network = nn.Linear(48, 6)
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer)
for epoch in range(90):
    for load, fault in turbines:
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(load), fault).backward()
        optimizer.step()
    scheduler.step()  # finding
```

One cycle over epochs, turned once an epoch, and a schedule that is brought to where the training broke off.

```python good
import torch
from torch import nn

network = nn.Linear(48, 6)
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps=20)
for epoch in range(begun):
    scheduler.step()
for epoch in range(begun, 20):
    for load, fault in torch.utils.data.DataLoader(turbines, batch_size=64):
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(load), fault).backward()
        optimizer.step()
    scheduler.step()
```

## Better

Call `scheduler.step()` after `optimizer.step()`: at the end of the epoch, or inside the loop over batches for schedules
that count batches.

## References

- https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate
"""

from collections.abc import Hashable, Iterator

from heldout.rule import Finding, Loop, Rule, Schedule, Trace, TrainingStep


class TorchSchedulerOrder(Rule):
    code = "HLD507"
    level = "warning"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if trace.is_test:
            return
        turns = [event for event in trace.of(Schedule) if not event.made]
        if turns:
            yield from self._too_early(trace, turns)
            yield from self._too_seldom(trace, turns)
            yield from self._without_figure(trace)

    def _too_early(self, trace: Trace, turns: list[Schedule]) -> Iterator[Finding]:
        """Turns inside the loop that trains, whose first one comes before the first step."""
        again = {turn.place for turn in turns if turn.stepped}
        first = {step.optimizer: step for step in reversed(list(trace.of(TrainingStep)))}
        told = set()
        for turn in turns:
            early = turn.stepped is False and turn.place in again and turn.place not in told
            if early and turn.optimizer in first:
                told.add(turn.place)
                yield self.finding(
                    turn,
                    f"`{turn.written or turn.model}` is turned before the first step of its optimizer: the learning "
                    "rate that it begins with is never used",
                    [(first[turn.optimizer], "the optimizer steps only after that")],
                )

    def _too_seldom(self, trace: Trace, turns: list[Schedule]) -> Iterator[Finding]:
        """Schedules that count batches and are turned outside the loop over batches in which the optimizer steps."""
        counting = {call.gives for call in trace.calls("OneCycleLR") if call.given("steps_per_epoch")}
        if not counting:
            return
        steps, often = _in_batches(trace)
        told: set[Hashable] = set()
        for turn in turns:
            one = turn.scheduler
            if one in counting and one not in often and one not in told and turn.optimizer in steps:
                told.add(one)
                yield self.finding(
                    turn,
                    f"`{turn.written or turn.model}` counts batches and is turned once an epoch: the training ends "
                    "when it has gone only a small part of its way",
                    [(steps[turn.optimizer], "the optimizer steps once a batch")],
                )

    def _without_figure(self, trace: Trace) -> Iterator[Finding]:
        for call in trace.calls("step"):
            if call.owner == "ReduceLROnPlateau" and not call.arguments and call.complete:
                message = f"`{call.written or call.owner}` goes by a figure and is handed none: the call fails"
                yield self.finding(call, message, level="error")
                return


def _in_batches(trace: Trace) -> tuple[dict[Hashable, TrainingStep], set[Hashable]]:
    """The optimizers that step in loops over batches, each with such a step, and the schedules turned in such loops."""
    steps: dict[Hashable, TrainingStep] = {}
    often: set[Hashable] = set()
    waiting: list[Schedule | TrainingStep] = []
    for event in trace.of(Loop, Schedule, TrainingStep):
        if isinstance(event, Schedule | TrainingStep):
            waiting.append(event)
        elif isinstance(event, Loop):
            while waiting and waiting[-1].index >= event.first:
                inside = waiting.pop()
                if isinstance(inside, TrainingStep) and event.kind == "batches":
                    steps[inside.optimizer] = inside
                elif isinstance(inside, Schedule) and event.kind == "batches":
                    often.add(inside.scheduler)
    return steps, often
