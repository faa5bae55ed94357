"""A layer is replaced after the optimizer was made, which goes on training the old one.

## Why it matters

An optimizer keeps the parameters that it is given, and never looks at the network again. A head that is put in later is not
among them: it stays at its random initial weights, while the optimizer holds those of the layer that is gone. Where the
backbone is frozen, nothing is trained at all, and only the loss that does not fall tells.

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, models

torch.manual_seed(0)
pets = DataLoader(datasets.OxfordIIITPet("pets", split="trainval"), batch_size=32, shuffle=True)
network = models.resnet18(weights="DEFAULT")
network.requires_grad_(False)
optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)  # via
network.fc = nn.Linear(512, 37)  # finding
criterion = nn.CrossEntropyLoss()
for pictures, breeds in pets:
    optimizer.zero_grad()
    criterion(network(pictures), breeds).backward()
    optimizer.step()  # via
```

The optimizer is made when the network is complete.

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, models

torch.manual_seed(0)
pets = DataLoader(datasets.OxfordIIITPet("pets", split="trainval"), batch_size=32, shuffle=True)
network = models.resnet18(weights="DEFAULT")
network.requires_grad_(False)
network.fc = nn.Linear(512, 37)
optimizer = torch.optim.Adam(network.fc.parameters(), lr=1e-3)
criterion = nn.CrossEntropyLoss()
for pictures, breeds in pets:
    optimizer.zero_grad()
    criterion(network(pictures), breeds).backward()
    optimizer.step()
```

Or it is given what is new.

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, models

torch.manual_seed(0)
pets = DataLoader(datasets.OxfordIIITPet("pets", split="trainval"), batch_size=32, shuffle=True)
network = models.resnet18(weights="DEFAULT")
optimizer = torch.optim.Adam(network.parameters(), lr=1e-4)
network.fc = nn.Linear(512, 37)
optimizer.add_param_group({"params": network.fc.parameters(), "lr": 1e-3})
criterion = nn.CrossEntropyLoss()
for pictures, breeds in pets:
    optimizer.zero_grad()
    criterion(network(pictures), breeds).backward()
    optimizer.step()
```

## Better

Replace layers first, then freeze what is to stay, then make the optimizer. Freezing after the optimizer was made is no
mistake: parameters without gradients are left out of its steps, weight decay included.

## References

- https://docs.pytorch.org/docs/stable/optim.html
- https://docs.pytorch.org/tutorials/beginner/transfer_learning_tutorial.html
"""

from collections.abc import Iterator

from heldout.rule import Call, Finding, Rule, Switch, Trace, TrainingStep

_NO_WEIGHTS = frozenset({"Identity", "Dropout", "Flatten", "ReLU", "Softmax", "Sigmoid"})


class TorchFreezeOrder(Rule):
    code = "HLD548"
    level = "error"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        optimizers = [call for call in trace.of(Call) if call.gives is not None and _networks(call)]
        if not optimizers:
            return
        extended = {call.receiver for call in trace.calls("add_param_group")}
        steps = list(trace.of(TrainingStep))
        told = set()
        for switch in trace.of(Switch):
            if switch.place in told or not _is_layer(switch):
                continue
            for optimizer in optimizers:
                if optimizer.index > switch.index or switch.holder not in _networks(optimizer):
                    continue
                ours = (step for step in steps if step.optimizer is optimizer.gives and step.index > switch.index)
                step = next(ours, None)
                if step is not None and optimizer.gives not in extended:
                    told.add(switch.place)
                    yield self._told(switch, optimizer, step)
                    break

    def _told(self, switch: Switch, optimizer: Call, step: TrainingStep) -> Finding:
        return self.finding(
            switch,
            f"`{switch.written}.{switch.setting}` is replaced after `{optimizer.short}` was given the parameters of "
            f"`{switch.written}`: the new layer is never trained",
            [(optimizer, "the optimizer keeps the parameters of this moment"), (step, "it changes only those")],
        )


def _networks(call: Call) -> tuple[object, ...]:
    """The networks whose parameters a call of an optimizer's class is given."""
    given = call.given("params")
    return given.thing if given is not None and isinstance(given.thing, tuple) else ()


def _is_layer(switch: Switch) -> bool:
    """Whether an attribute of a network gets a new layer that has weights."""
    return bool(switch.made) and all(
        call.function.startswith("torch.nn.") and call.short not in _NO_WEIGHTS for call in switch.made
    )
