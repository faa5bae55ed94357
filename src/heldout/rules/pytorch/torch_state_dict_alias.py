"""The best weights are kept as `state_dict()` without a copy, and go on changing with the training.

## Why it matters

`state_dict()` does not copy: it gives the tensors in which the network keeps its weights, and the optimizer changes those in
place. A state that is put aside while training goes on is therefore the last one whenever it is looked at. Loading it back
changes nothing, and what is saved and reported as the best model is that of the last epoch.

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets

torch.manual_seed(0)
training = DataLoader(datasets.MNIST("digits", train=True), batch_size=64, shuffle=True)
validation = DataLoader(datasets.MNIST("digits-held-out", train=False), batch_size=64)
network = nn.Linear(784, 10)
optimizer = torch.optim.Adam(network.parameters())
criterion = nn.CrossEntropyLoss()
lowest = float("inf")
for epoch in range(15):
    for pictures, digits in training:
        optimizer.zero_grad()
        criterion(network(pictures), digits).backward()
        optimizer.step()  # via
    with torch.no_grad():
        loss = sum(criterion(network(pictures), digits).item() for pictures, digits in validation)
    if loss < lowest:
        lowest, best = loss, network.state_dict()  # finding
network.load_state_dict(best)  # via
```

```python fixed
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets

torch.manual_seed(0)
training = DataLoader(datasets.MNIST("digits", train=True), batch_size=64, shuffle=True)
validation = DataLoader(datasets.MNIST("digits-held-out", train=False), batch_size=64)
network = nn.Linear(784, 10)
optimizer = torch.optim.Adam(network.parameters())
criterion = nn.CrossEntropyLoss()
lowest = float("inf")
for epoch in range(15):
    for pictures, digits in training:
        optimizer.zero_grad()
        criterion(network(pictures), digits).backward()
        optimizer.step()
    with torch.no_grad():
        loss = sum(criterion(network(pictures), digits).item() for pictures, digits in validation)
    if loss < lowest:
        lowest, best = loss, {name: value.clone() for name, value in network.state_dict().items()}
network.load_state_dict(best)
```

What is written to disk at once is a copy.

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets

torch.manual_seed(0)
training = DataLoader(datasets.MNIST("digits", train=True), batch_size=64, shuffle=True)
network = nn.Linear(784, 10)
optimizer = torch.optim.Adam(network.parameters())
criterion = nn.CrossEntropyLoss()
for epoch in range(15):
    for pictures, digits in training:
        optimizer.zero_grad()
        criterion(network(pictures), digits).backward()
        optimizer.step()
    torch.save(network.state_dict(), "digits.pt")
network.load_state_dict(torch.load("digits.pt"))
```

## Better

`copy.deepcopy(network.state_dict())`, `{name: value.clone() for name, value in network.state_dict().items()}`, or
`torch.save` at once.

## References

- https://docs.pytorch.org/tutorials/beginner/saving_loading_models.html
"""

from collections.abc import Iterator

from heldout.rule import Call, Finding, Fix, Loop, Restore, Rule, Save, Trace, TrainingStep, put_around


class TorchStateDictAlias(Rule):
    code = "HLD546"
    level = "error"
    needs = ("torch", "lightning", "pytorch_lightning")

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        used: list[Restore | Save] = [*trace.of(Restore), *trace.of(Save)]
        for event in sorted(used, key=lambda one: one.index):
            kept = event.alias
            if not isinstance(kept, Call) or kept.place in told:
                continue
            step = _trained_meanwhile(trace, kept, event)
            if step is not None:
                told.add(kept.place)
                yield self._told(kept, event, step)

    def _told(self, kept: Call, event: Restore | Save, step: TrainingStep) -> Finding:
        later = "loaded" if isinstance(event, Restore) else "saved"
        edits = put_around(kept.place, "{name: value.clone() for name, value in ", ".items()}")
        return self.finding(
            kept,
            f"`{kept.written}.state_dict()` is kept without a copy while `{kept.written}` is trained on: what is {later} "
            "later are the weights of that moment, and not those that were kept",
            [(step, "the same tensors are changed in place here"), (event, f"they are {later} here")],
            fix=Fix("Keep a copy", "unsafe", edits),
        )


def _trained_meanwhile(trace: Trace, kept: Call, event: Restore | Save) -> TrainingStep | None:
    """A step of the network between the moment when its state is kept and that when it is used.

    In a loop that keeps states of one network, and that is over when one is used, a later turn trains on.
    """
    first = kept.index
    for loop in trace.of(Loop):
        if loop.first <= kept.index < loop.index < event.index:
            turns = (
                call.index for call in trace.calls("state_dict") if _is_same(call, kept) and call.index > loop.first
            )
            first = min(first, *turns)
    for step in trace.of(TrainingStep):
        if first < step.index < event.index and kept.receiver in step.learners:
            return step
    return None


def _is_same(call: Call, kept: Call) -> bool:
    """Whether two calls are one in the text, and of one network: turns of a loop."""
    return call.place == kept.place and call.receiver == kept.receiver
