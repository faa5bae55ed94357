"""A loss is scaled for mixed precision, and the optimizer or the scaler is not told.

## Why it matters

`scaler.scale(loss)` multiplies the loss, and with it all gradients, by some tens of thousands, so that small ones do not
vanish in half precision. `scaler.step(optimizer)` divides them again and skips steps with infinite ones; a plain
`optimizer.step()` takes them as they are, and the first step throws the weights far off. Without `scaler.update()` the
scale never adapts, and `scaler.step` raises an error at the second turn.

```python bad
import torch
from torch import nn

network = nn.Sequential(nn.Conv2d(3, 16, 3), nn.ReLU(), nn.Flatten(), nn.LazyLinear(8)).cuda()
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cuda")
for slide, tissue in slides:
    optimizer.zero_grad()
    with torch.autocast("cuda"):
        loss = nn.functional.cross_entropy(network(slide), tissue)
    scaler.scale(loss).backward()  # via
    optimizer.step()  # finding
    scaler.update()
```

```python fixed
import torch
from torch import nn

network = nn.Sequential(nn.Conv2d(3, 16, 3), nn.ReLU(), nn.Flatten(), nn.LazyLinear(8)).cuda()
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cuda")
for slide, tissue in slides:
    optimizer.zero_grad()
    with torch.autocast("cuda"):
        loss = nn.functional.cross_entropy(network(slide), tissue)
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()
```

```python bad
import torch
from torch import nn

network = nn.Sequential(nn.Conv2d(3, 16, 3), nn.ReLU(), nn.Flatten(), nn.LazyLinear(8)).cuda()
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cuda")
for slide, tissue in slides:
    optimizer.zero_grad()
    with torch.autocast("cuda"):
        loss = nn.functional.cross_entropy(network(slide), tissue)
    scaler.scale(loss).backward()
    scaler.step(optimizer)  # finding
```

```python fixed
import torch
from torch import nn

network = nn.Sequential(nn.Conv2d(3, 16, 3), nn.ReLU(), nn.Flatten(), nn.LazyLinear(8)).cuda()
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cuda")
for slide, tissue in slides:
    optimizer.zero_grad()
    with torch.autocast("cuda"):
        loss = nn.functional.cross_entropy(network(slide), tissue)
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()
```

A choice between full and mixed precision.

```python good
import torch
from torch import nn

network = nn.Sequential(nn.Conv2d(3, 16, 3), nn.ReLU(), nn.Flatten(), nn.LazyLinear(8)).cuda()
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cuda") if mixed else None
for slide, tissue in slides:
    optimizer.zero_grad()
    with torch.autocast("cuda", enabled=scaler is not None):
        loss = nn.functional.cross_entropy(network(slide), tissue)
    if scaler is not None:
        scaler.scale(loss).backward()
        scaler.step(optimizer)
        scaler.update()
    else:
        loss.backward()
        optimizer.step()
```

With `bfloat16` nothing vanishes, and no scaler is needed.

```python good
import torch
from torch import nn

network = nn.Sequential(nn.Conv2d(3, 16, 3), nn.ReLU(), nn.Flatten(), nn.LazyLinear(8)).cuda()
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
for slide, tissue in slides:
    optimizer.zero_grad()
    with torch.autocast("cuda", dtype=torch.bfloat16):
        loss = nn.functional.cross_entropy(network(slide), tissue)
    loss.backward()
    optimizer.step()
```

## Better

Keep the three together: `scaler.scale(loss).backward()`, `scaler.step(optimizer)`, `scaler.update()`.

## References

- https://docs.pytorch.org/docs/stable/notes/amp_examples.html
"""

from collections.abc import Hashable, Iterator

from heldout.rule import Backward, Finding, Fix, Place, Replacement, Rule, Trace, TrainingStep, put_after


class TorchAmpMisuse(Rule):
    code = "HLD508"
    level = "error"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if trace.is_test:
            return
        latest: dict[Hashable, Backward] = {}
        told: set[Place] = set()
        for event in trace.of(Backward, TrainingStep):
            if isinstance(event, Backward):
                latest.update(dict.fromkeys(event.learners, event))
            elif isinstance(event, TrainingStep) and event.scaled and event.place not in told:
                told.add(event.place)
                losses = [latest[learner] for learner in event.learners if learner in latest]
                yield self._unscaled(trace, event, losses[:1])
        if not any(call.owner == "GradScaler" for call in trace.calls("update")):
            yield from self._never_updated(trace)

    def _unscaled(self, trace: Trace, step: TrainingStep, losses: list[Backward]) -> Finding:
        scaler = next((call.written for call in trace.calls("scale") if call.owner == "GradScaler"), "")
        fix = None
        if scaler and step.written:
            fix = Fix("Step by the scaler", "unsafe", (Replacement(step.place, f"{scaler}.step({step.written})"),))
        return self.finding(
            step,
            f"`{step.written or step.model}` steps with gradients that are still multiplied by the scale of mixed "
            "precision: each step is some tens of thousands of times too long",
            [(loss, "a scaled loss is propagated back here") for loss in losses],
            fix=fix,
        )

    def _never_updated(self, trace: Trace) -> Iterator[Finding]:
        step = next((call for call in trace.calls("step") if call.owner == "GradScaler" and call.written), None)
        if step is not None:
            update = put_after(step.place, f"{step.written}.update()")
            yield self.finding(
                step,
                f"`{step.written}` steps and is never updated: its scale does not adapt, and the next step raises",
                fix=Fix("Update the scaler after its step", "unsafe", (update,)),
            )
