"""A learning-rate schedule is made and never turned.

## Why it matters

A schedule changes nothing by itself: the learning rate moves when `scheduler.step()` is called. Without the call the
whole training runs at the first rate, which for warm-up and one-cycle schedules is a tiny fraction of the one that was
meant, and the experiment is then reported as one with a schedule.

```python bad
import torch
from torch import nn

network = nn.Linear(24, 4)
optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=60)  # finding
for epoch in range(60):
    for gait, gesture in strides:
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(gait), gesture).backward()
        optimizer.step()
```

```python good
import torch
from torch import nn

network = nn.Linear(24, 4)
optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=60)
for epoch in range(60):
    for gait, gesture in strides:
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(gait), gesture).backward()
        optimizer.step()
    scheduler.step()
```

A schedule of schedules turns its members.

```python good
import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR

network = nn.Linear(24, 4)
optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3)
warm, cool = LinearLR(optimizer, total_iters=5), CosineAnnealingLR(optimizer, T_max=55)
both = SequentialLR(optimizer, [warm, cool], milestones=[5])
for epoch in range(60):
    for gait, gesture in strides:
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(gait), gesture).backward()
        optimizer.step()
    both.step()
```

It goes to code that is not seen here.

```python good
import torch
from recipes import after_epoch
from torch import nn

network = nn.Linear(24, 4)
optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=60)
for epoch in range(60):
    for gait, gesture in strides:
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(gait), gesture).backward()
        optimizer.step()
    after_epoch(epoch, scheduler)
```

## Better

Call `scheduler.step()` once an epoch, after the steps of the optimizer, or once a batch for schedules that count batches.

## References

- https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate
"""

from collections.abc import Iterator

from heldout.rule import Call, Finding, Rule, Schedule, Trace, TrainingStep


class SchedulerNeverStepped(Rule):
    code = "HLD332"
    level = "warning"
    confidence = "likely"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if trace.is_test or trace.exhausted_at is not None:
            return
        stepping = {step.optimizer for step in trace.of(TrainingStep)}
        turned = {schedule.scheduler for schedule in trace.of(Schedule) if not schedule.made}
        given = [argument for call in trace.of(Call) for argument in call.arguments.values()]
        known = turned | trace.handed | {argument.thing for argument in given}
        known |= {call.gives for argument in given for call in argument.made}
        told = {schedule.place for schedule in trace.of(Schedule) if schedule.scheduler in known}
        stepping -= {schedule.optimizer for schedule in trace.of(Schedule) if not schedule.made}
        for schedule in trace.of(Schedule):
            if schedule.made and schedule.optimizer in stepping and schedule.place not in told:
                told.add(schedule.place)
                yield self.finding(
                    schedule,
                    f"this `{schedule.model}` is made and never turned: the learning rate stays what it is at the "
                    "beginning throughout the training",
                )
