"""A tensor that asks for gradients is kept in a module without being a parameter.

## Why it matters

Only an `nn.Parameter` is registered when it is assigned to a module. A plain tensor with `requires_grad=True` collects
gradients, but `parameters()` does not give it to the optimizer, `state_dict()` does not save it, and `to(device)` leaves it
where it is. It stays at its initial value while everything around it learns.

```python bad
import torch
from torch import nn


class Scaled(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.layer = nn.Linear(width, width)
        self.scale = torch.ones(width, requires_grad=True)  # finding

    def forward(self, signal):
        return self.layer(signal) * self.scale
```

```python fixed
import torch
from torch import nn


class Scaled(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.layer = nn.Linear(width, width)
        self.scale = nn.Parameter(torch.ones(width, requires_grad=True))

    def forward(self, signal):
        return self.layer(signal) * self.scale
```

A parameter is made of it.

```python good
import torch
from torch import nn


class Scaled(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.layer = nn.Linear(width, width)
        self.scale = nn.Parameter(torch.ones(width, requires_grad=True))

    def forward(self, signal):
        return self.layer(signal) * self.scale
```

A tensor that is not to be learned.

```python good
import torch
from torch import nn


class Scaled(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.layer = nn.Linear(width, width)
        self.register_buffer("scale", torch.full((width,), 0.1))

    def forward(self, signal):
        return self.layer(signal) * self.scale
```

## Better

`nn.Parameter(tensor)` for what is learned, `register_buffer` for what is only to be saved and moved along.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.parameter.Parameter.html
- https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_buffer
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fix, Held, Module, Rule, Trace, put_around


class TorchUnregisteredParameter(Rule):
    code = "HLD544"
    level = "warning"
    confidence = "likely"
    needs = ("torch", "lightning", "pytorch_lightning")

    def check(self, trace: Trace) -> Iterator[Finding]:
        for module in trace.of(Module):
            for held in module.held:
                if held.kind == "tensor" and held.used:
                    yield self._told(module, held)

    def _told(self, module: Module, held: Held) -> Finding:
        fix = None
        if held.value is not None and module.library:
            edits = put_around(held.value, f"{module.library}.Parameter(", ")")
            fix = Fix("Make it a parameter", "unsafe", edits)
        return self.finding(
            held.place,
            f"`{module.kind}` keeps `{held.name}` as a plain tensor that asks for gradients: `parameters()` and "
            "`state_dict()` do not have it",
            fix=fix,
        )
