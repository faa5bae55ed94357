"""Layers are kept in a plain list or dict of a module, where torch does not see them.

## Why it matters

A module registers the layers that are assigned to its attributes, and looks into no list, tuple or dict. Layers in one are
missing from `parameters()`, so no optimizer trains them, from `state_dict()`, so they are not saved, and from `to(device)`.
The forward pass uses them all the same, with the random weights of their making, and nothing fails.

```python bad
import torch
from torch import nn


class Forecaster(nn.Module):
    def __init__(self, widths):
        super().__init__()
        self.hidden = []  # finding
        for before, after in zip(widths, widths[1:]):
            self.hidden.append(nn.Linear(before, after))
        self.output = nn.Linear(widths[-1], 1)

    def forward(self, load):
        for layer in self.hidden:
            load = torch.relu(layer(load))
        return self.output(load)
```

```python fixed
import torch
from torch import nn


class Forecaster(nn.Module):
    def __init__(self, widths):
        super().__init__()
        self.hidden = nn.ModuleList([])
        for before, after in zip(widths, widths[1:]):
            self.hidden.append(nn.Linear(before, after))
        self.output = nn.Linear(widths[-1], 1)

    def forward(self, load):
        for layer in self.hidden:
            load = torch.relu(layer(load))
        return self.output(load)
```

One head for each task, in a dict.

```python bad
from torch import nn


class Grader(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.LSTM(40, 64, batch_first=True)
        self.heads = {"pitch": nn.Linear(64, 12), "tempo": nn.Linear(64, 1)}  # finding

    def forward(self, sound, task):
        return self.heads[task](self.body(sound)[0])
```

A list that only helps to build something registered.

```python good
from torch import nn


class Forecaster(nn.Module):
    def __init__(self, widths):
        super().__init__()
        self.parts = [nn.Linear(before, after) for before, after in zip(widths, widths[1:])]
        self.whole = nn.Sequential(*self.parts)

    def forward(self, load):
        return self.whole(load)
```

Activations have no weights.

```python good
from torch import nn


class Forecaster(nn.Module):
    def __init__(self):
        super().__init__()
        self.bends = [nn.ReLU(), nn.Tanh()]
        self.layers = nn.ModuleList([nn.Linear(8, 8), nn.Linear(8, 1)])

    def forward(self, load):
        for layer, bend in zip(self.layers, self.bends):
            load = bend(layer(load))
        return load
```

Another network that is wrapped in a list so that it is not trained along.

```python good
from torch import nn


class Student(nn.Module):
    def __init__(self, teacher):
        super().__init__()
        self.teacher = [teacher]
        self.layer = nn.Linear(8, 8)

    def forward(self, rows):
        return self.layer(rows), self.teacher[0](rows)
```

## Better

`nn.ModuleList` and `nn.ModuleDict` are indexed, iterated and appended to like a list and a dict, and are registered. Where
layers are run one after the other, `nn.Sequential` also saves the loop.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.ModuleList.html
- https://docs.pytorch.org/docs/stable/generated/torch.nn.ModuleDict.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fix, Held, Module, Rule, Trace, put_around


class TorchModulesInPlainList(Rule):
    code = "HLD541"
    level = "error"
    needs = ("torch", "lightning", "pytorch_lightning", "transformers")

    def check(self, trace: Trace) -> Iterator[Finding]:
        for module in trace.of(Module):
            for held in module.held:
                if held.kind != "tensor":
                    yield self._told(module, held)

    def _told(self, module: Module, held: Held) -> Finding:
        return self.finding(
            held.place,
            f"`{module.kind}` keeps layers in the plain {held.kind} `{held.name}`: they are in neither `parameters()` nor "
            "`state_dict()`, so no optimizer trains them and no checkpoint has them",
            level="error" if held.used else "warning",
            confidence="proved" if held.used else "likely",
            fix=_registered(module, held),
        )


def _registered(module: Module, held: Held) -> Fix | None:
    """The list is wrapped into one that is registered; of a dict the keys would have to be texts, which is not seen."""
    if held.value is None or not module.library or held.kind == "dict":
        return None
    edits = put_around(held.value, f"{module.library}.ModuleList(", ")")
    return Fix("Keep the layers in a `ModuleList`", "unsafe", edits)
