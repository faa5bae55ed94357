"""An optimizer steps with gradients that it has already used, because nothing clears them.

## Why it matters

`backward` adds to the gradients that are there. If a loop never clears them, each step repeats the direction of all
earlier batches on top of that of the present one. The effective learning rate grows with every step, and the training
diverges, or wanders about and ends in a worse network than the same loop with one line more.

```python bad
import torch
from torch import nn

network = nn.Sequential(nn.Linear(12, 32), nn.ReLU(), nn.Linear(32, 1))
optimizer = torch.optim.SGD(network.parameters(), lr=0.01)
loss_of = nn.MSELoss()
for epoch in range(20):
    for flow, level in gauges:
        loss = loss_of(network(flow), level)
        loss.backward()  # finding
        optimizer.step()  # via
```

```python fixed
import torch
from torch import nn

network = nn.Sequential(nn.Linear(12, 32), nn.ReLU(), nn.Linear(32, 1))
optimizer = torch.optim.SGD(network.parameters(), lr=0.01)
loss_of = nn.MSELoss()
for epoch in range(20):
    for flow, level in gauges:
        loss = loss_of(network(flow), level)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
```

Two optimizers, and only the gradients of one are cleared.

```python bad
import torch
from torch import nn

encoder, head = nn.LSTM(8, 16), nn.Linear(16, 3)
slow = torch.optim.Adam(encoder.parameters(), lr=1e-4)
fast = torch.optim.Adam(head.parameters(), lr=1e-2)
for song, mood in songs:
    fast.zero_grad()
    loss = nn.functional.cross_entropy(head(encoder(song)[0][-1]), mood)
    loss.backward()  # finding
    slow.step()  # via
    fast.step()
```

```python fixed
import torch
from torch import nn

encoder, head = nn.LSTM(8, 16), nn.Linear(16, 3)
slow = torch.optim.Adam(encoder.parameters(), lr=1e-4)
fast = torch.optim.Adam(head.parameters(), lr=1e-2)
for song, mood in songs:
    fast.zero_grad()
    loss = nn.functional.cross_entropy(head(encoder(song)[0][-1]), mood)
    slow.zero_grad()
    loss.backward()
    slow.step()
    fast.step()
```

Where in the turn they are cleared does not matter, as long as it is between a step and the next loss.

```python good
import torch
from torch import nn

network = nn.Linear(12, 1)
optimizer = torch.optim.SGD(network.parameters(), lr=0.01)
for flow, level in gauges:
    nn.functional.mse_loss(network(flow), level).backward()
    optimizer.step()
    network.zero_grad(set_to_none=True)
```

Gradients of several batches are gathered on purpose, and cleared after the step that uses them.

```python good
import torch
from torch import nn

network = nn.Linear(12, 1)
optimizer = torch.optim.SGD(network.parameters(), lr=0.01)
for number, (flow, level) in enumerate(gauges):
    (nn.functional.mse_loss(network(flow), level) / 4).backward()
    if (number + 1) % 4 == 0:
        optimizer.step()
        optimizer.zero_grad()
```

The loss of the generator fills the gradients of the judge as well; they are cleared before the judge uses its own.

```python good
import torch
from torch import nn

torch.manual_seed(7)
maker, judge = nn.Linear(4, 8), nn.Linear(8, 1)
of_maker, of_judge = torch.optim.Adam(maker.parameters()), torch.optim.Adam(judge.parameters())
for real in portraits:
    made = maker(torch.randn(len(real), 4))
    of_judge.zero_grad()
    (judge(made.detach()).mean() - judge(real).mean()).backward()
    of_judge.step()
    of_maker.zero_grad()
    judge(made).mean().neg().backward()
    of_maker.step()
```

## Better

Call `optimizer.zero_grad()` once in every turn that steps, next to `backward()`, so that both are seen together.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.optim.Optimizer.zero_grad.html
"""

from collections.abc import Hashable, Iterator

from heldout.rule import Backward, Finding, Fix, Rule, Trace, TrainingStep, put_before


class TorchMissingZeroGrad(Rule):
    code = "HLD501"
    level = "error"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if trace.is_test or "torch" not in trace.imports:
            return
        latest: dict[Hashable, Backward] = {}
        told = set()
        for event in trace.of(Backward, TrainingStep):
            if isinstance(event, Backward):
                latest.update(dict.fromkeys(event.learners, event))
            elif isinstance(event, TrainingStep) and event.stale:
                loss = next((latest[learner] for learner in event.learners if learner in latest), None)
                if loss is not None and loss.stale and loss.place not in told:
                    told.add(loss.place)
                    yield self._told(loss, event)

    def _told(self, loss: Backward, step: TrainingStep) -> Finding:
        optimizer = step.written or step.model or "the optimizer"
        return self.finding(
            loss,
            f"`{loss.written or 'the loss'}` is propagated back on top of gradients that `{optimizer}` has already "
            "used and nothing clears: every step repeats those of all earlier batches",
            [(step, "the optimizer uses old and new gradients here")],
            level=None if step.model else "warning",
            confidence=None if step.model else "likely",
            fix=_cleared(loss, step),
        )


def _cleared(loss: Backward, step: TrainingStep) -> Fix | None:
    """The optimizer clears the gradients right before the loss, if it is known there by the same name."""
    if not step.written or step.scope != loss.scope or step.place.path != loss.place.path:
        return None
    return Fix("Clear the gradients first", "unsafe", (put_before(loss.place, f"{step.written}.zero_grad()"),))
