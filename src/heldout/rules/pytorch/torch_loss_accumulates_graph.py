"""Losses are added up over the batches of a training with the graph of every one of them.

## Why it matters

A loss is a tensor that refers to the operations it came from. A sum of losses refers to those of all of them, so that
nothing of an epoch is freed until the sum is: memory grows from batch to batch, and a long epoch ends in an out-of-memory
error far from its cause. A running figure needs the number alone.

```python bad
import torch
from torch import nn

network = nn.Sequential(nn.Linear(18, 32), nn.ReLU(), nn.Linear(32, 1))
optimizer = torch.optim.Adam(network.parameters())
for epoch in range(25):
    running = 0.0
    for tide, height in harbours:
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(network(tide), height)
        loss.backward()
        optimizer.step()
        running += loss  # finding
    print(epoch, running)
```

```python fixed
import torch
from torch import nn

network = nn.Sequential(nn.Linear(18, 32), nn.ReLU(), nn.Linear(32, 1))
optimizer = torch.optim.Adam(network.parameters())
for epoch in range(25):
    running = 0.0
    for tide, height in harbours:
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(network(tide), height)
        loss.backward()
        optimizer.step()
        running += loss.item()
    print(epoch, running)
```

```python good
import torch
from torch import nn

network = nn.Sequential(nn.Linear(18, 32), nn.ReLU(), nn.Linear(32, 1))
optimizer = torch.optim.Adam(network.parameters())
for tide, height in harbours:
    optimizer.zero_grad()
    running = torch.zeros(())
    loss = nn.functional.mse_loss(network(tide), height)
    loss.backward()
    optimizer.step()
    running += loss.detach()
```

The sum itself is what the network learns from.

```python good
import torch
from torch import nn

network = nn.Linear(18, 1)
optimizer = torch.optim.Adam(network.parameters())
for days in months:
    optimizer.zero_grad()
    loss = 0.0
    for tide, height in days:
        loss += nn.functional.mse_loss(network(tide), height)
    loss.backward()
    optimizer.step()
```

## Better

Add `loss.item()`, or `loss.detach()` where a wait for the device at every batch would cost too much.

## References

- https://docs.pytorch.org/docs/stable/notes/faq.html#my-model-reports-cuda-runtime-error-2-out-of-memory
"""

from collections.abc import Iterator

from heldout.rule import Accumulate, Backward, Finding, Fix, Place, Replacement, Rule, Trace


class TorchLossAccumulatesGraph(Rule):
    code = "HLD509"
    level = "warning"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        sums = list(trace.of(Accumulate)) if "torch" in trace.imports and not trace.is_test else []
        if not sums:
            return
        taught = {frozenset(loss.passes) for loss in trace.of(Backward) if len(loss.passes) > 1}
        alone = {passes for loss in trace.of(Backward) for passes in loss.passes} - {
            one for passes in taught for one in passes
        }
        told: set[Place] = set()
        for event in sums:
            if event.place not in told and alone.issuperset(event.earlier) and alone.issuperset(event.added):
                told.add(event.place)
                total, loss = event.total or "the sum", event.written
                yield self.finding(
                    event,
                    f"`{total}` keeps the graph of every loss that is added to it: memory grows with each batch",
                    fix=Fix("Add the number alone", "unsafe", (_number(event.value),)) if loss.isidentifier() else None,
                )


def _number(value: Place) -> Replacement:
    """The loss as a number, where it is written as a name."""
    return Replacement(value.end, ".item()")
