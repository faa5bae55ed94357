"""A misspelled `requires_grad` is written, which changes nothing.

## Why it matters

Python lets any attribute be set on a tensor. `parameter.require_grad = False` makes a new one that torch never reads: the
layers that were to be frozen are trained on, and a pretrained backbone drifts away with the learning rate of its head.

```python bad
from torchvision.models import resnet18

network = resnet18(weights="DEFAULT")
for parameter in network.parameters():
    parameter.require_grad = False  # finding
```

```python fixed
from torchvision.models import resnet18

network = resnet18(weights="DEFAULT")
for parameter in network.parameters():
    parameter.requires_grad = False
```

```python good
from torchvision.models import resnet18

network = resnet18(weights="DEFAULT")
for parameter in network.parameters():
    parameter.requires_grad = False
```

The method for all parameters of a module.

```python good
from torchvision.models import resnet18

network = resnet18(weights="DEFAULT")
network.requires_grad_(False)
```

## Better

`module.requires_grad_(False)` freezes a whole module, and a misspelled method raises an error.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.Tensor.requires_grad.html
- https://docs.pytorch.org/docs/stable/notes/autograd.html#setting-requires-grad
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fix, Place, Replacement, Rule, Switch, Trace

_MEANT = "requires_grad"
_MISSPELLED = frozenset(
    "require_grad requires_gradient requires_grads require_grads requires_gard required_grad require_gradient".split()
)


class TorchRequiresGradTypo(Rule):
    code = "HLD545"
    level = "error"
    needs = ("torch", "torchvision", "timm", "transformers", "lightning", "pytorch_lightning")

    def check(self, trace: Trace) -> Iterator[Finding]:
        if trace.imports.isdisjoint(self.needs):
            return
        told: set[Place] = set()
        for switch in trace.of(Switch):
            if switch.setting not in _MISSPELLED or switch.place in told:
                continue
            told.add(switch.place)
            end = switch.place
            word = Place(end.path, end.end_line, end.end_column - len(switch.setting), end.end_line, end.end_column)
            yield self.finding(
                switch,
                f"`{switch.setting}` is an attribute that torch does not know: `{switch.written or 'the tensor'}` keeps the "
                f"`{_MEANT}` that it had",
                level="error" if isinstance(switch.holder, tuple) else "warning",
                fix=Fix(f"Write `{_MEANT}`", "unsafe", (Replacement(word, _MEANT),)),
            )
