"""Losses are propagated back, and no step of an optimizer uses the gradients.

## Why it matters

`backward` only computes gradients; the weights change in `optimizer.step()`. Where that call is missing, or the gradients
are cleared right before it, the loop runs through all epochs and the network stays as it was made. Nothing fails: the
loss just wanders about the value of guessing.

```python bad
import torch
from torch import nn

network = nn.Sequential(nn.Linear(16, 32), nn.ReLU(), nn.Linear(32, 1))
optimizer = torch.optim.Adam(network.parameters())
for epoch in range(40):
    for weather, harvest in fields:
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(network(weather), harvest)
        loss.backward()  # finding
```

```python bad
import torch
from torch import nn

network = nn.Sequential(nn.Linear(16, 32), nn.ReLU(), nn.Linear(32, 1))
optimizer = torch.optim.Adam(network.parameters())
for epoch in range(40):
    for weather, harvest in fields:
        loss = nn.functional.mse_loss(network(weather), harvest)
        loss.backward()  # via
        optimizer.zero_grad()  # finding
        optimizer.step()  # via
```

```python good
import torch
from torch import nn

network = nn.Sequential(nn.Linear(16, 32), nn.ReLU(), nn.Linear(32, 1))
optimizer = torch.optim.Adam(network.parameters())
for epoch in range(40):
    for weather, harvest in fields:
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(network(weather), harvest)
        loss.backward()
        optimizer.step()
```

Gradients with respect to the input say what the network looks at; nothing is to be trained.

```python good
import torch
from torch import nn

network = nn.Sequential(nn.Linear(16, 32), nn.ReLU(), nn.Linear(32, 1))
network.load_state_dict(torch.load("harvest.pt", weights_only=True))
network.eval()
for weather, harvest in fields:
    weather.requires_grad_(True)
    network.zero_grad()
    network(weather).sum().backward()
    print(weather.grad.abs().mean(0))
```

The optimizer goes to code that is not seen here.

```python good
import torch
from recipes import after_batch
from torch import nn

network = nn.Sequential(nn.Linear(16, 32), nn.ReLU(), nn.Linear(32, 1))
optimizer = torch.optim.Adam(network.parameters())
for weather, harvest in fields:
    optimizer.zero_grad()
    nn.functional.mse_loss(network(weather), harvest).backward()
    after_batch(optimizer)
```

## Better

Keep the three calls together and in this order: `zero_grad`, `backward`, `step`.

## References

- https://docs.pytorch.org/docs/stable/optim.html#taking-an-optimization-step
"""

from collections.abc import Hashable, Iterator

from heldout.rule import Backward, Call, Finding, Place, Rule, Trace, TrainingStep, ZeroGrad


class TorchOptimizerNeverSteps(Rule):
    code = "HLD506"
    level = "error"
    bias = "pessimistic"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if trace.is_test or "torch" not in trace.imports:
            return
        yield from self._cleared_in_between(trace)
        if trace.is_program and not any(trace.of(TrainingStep)) and trace.exhausted_at is None:
            yield from self._never(trace)

    def _cleared_in_between(self, trace: Trace) -> Iterator[Finding]:
        works = {step.place for step in trace.of(TrainingStep) if step.fresh is not False}
        filled: dict[Hashable, Backward] = {}
        wiped: dict[Hashable, tuple[Backward, ZeroGrad]] = {}
        told: set[Place] = set()
        for event in trace.of(Backward, ZeroGrad, TrainingStep):
            if isinstance(event, Backward):
                filled.update(dict.fromkeys(event.learners, event))
                for learner in event.learners:
                    wiped.pop(learner, None)
            elif isinstance(event, ZeroGrad):
                wiped.update({learner: (filled.pop(learner), event) for learner in event.learners if learner in filled})
            elif isinstance(event, TrainingStep):
                lost = [wiped.pop(learner) for learner in event.learners if learner in wiped]
                for learner in event.learners:
                    filled.pop(learner, None)
                if lost and len(lost) == len(event.learners) and event.place not in works and event.place not in told:
                    told.add(event.place)
                    yield self._told(*lost[0], event)

    def _told(self, loss: Backward, clear: ZeroGrad, step: TrainingStep) -> Finding:
        return self.finding(
            clear,
            f"`{clear.written or 'the optimizer'}` clears the gradients between `backward` and the step, which has "
            "nothing left to use: the network does not learn",
            [(loss, "gradients are computed here"), (step, "and the optimizer steps without any here")],
        )

    def _never(self, trace: Trace) -> Iterator[Finding]:
        """A program that makes an optimizer and clears its gradients, and never lets any optimizer step.

        An optimizer of the program's own class steps in its own way.
        """
        cleared = (call for call in trace.calls("zero_grad") if call.function.startswith("torch.optim."))
        optimizers = {call.receiver for call in cleared if call.owner != "Optimizer"}
        others = (call for call in trace.of(Call) if "lr_scheduler" not in call.function)
        handed = {argument.thing for call in others for argument in call.arguments.values()}
        losses = [loss for loss in trace.of(Backward) if loss.learners]
        if losses and optimizers and optimizers.isdisjoint(handed) and not trace.handed & optimizers:
            yield self.finding(
                losses[0],
                f"`{losses[0].written or 'the loss'}` is propagated back, and no optimizer ever steps: the weights stay "
                "as they were made",
                confidence="likely",
            )
