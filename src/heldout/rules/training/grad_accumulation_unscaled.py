"""Gradients are added up over several batches, but no loss is divided by their number.

## Why it matters

Accumulation stands in for a batch that does not fit into memory. The loss of a batch is a mean, and the gradients of k
batches add up: without a division they are k times those of the one large batch, so that plain gradient descent makes
steps k times as large, and a bound on the norm of the gradients cuts k times as much. Optimizers that divide by the size of
earlier gradients, like Adam, hardly notice; there it is only advice.

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision.datasets import EuroSAT
from torchvision.transforms import ToTensor

tiles = EuroSAT("tiles", transform=ToTensor())
loader = DataLoader(tiles, batch_size=16, shuffle=True)
network = nn.Sequential(nn.Flatten(), nn.Linear(12288, 10))
optimizer = torch.optim.SGD(network.parameters(), lr=0.05)
loss_of = nn.CrossEntropyLoss()
for step, (tile, use) in enumerate(loader):
    loss = loss_of(network(tile), use)
    loss.backward()
    if (step + 1) % 4 == 0:
        optimizer.step()  # finding
        optimizer.zero_grad()
```

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision.datasets import EuroSAT
from torchvision.transforms import ToTensor

together = 8
loader = DataLoader(EuroSAT("tiles", transform=ToTensor()), batch_size=8, shuffle=True)
network = nn.Sequential(nn.Flatten(), nn.Linear(12288, 10))
optimizer = torch.optim.AdamW(network.parameters(), lr=3e-4)
for step, (tile, use) in enumerate(loader):
    nn.functional.cross_entropy(network(tile), use).backward()
    if (step + 1) % together == 0 or step + 1 == len(loader):
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()  # finding
        optimizer.zero_grad()
```

The loss is divided.

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision.datasets import EuroSAT
from torchvision.transforms import ToTensor

torch.manual_seed(7)
together = 4
loader = DataLoader(EuroSAT("tiles", transform=ToTensor()), batch_size=16, shuffle=True)
network = nn.Sequential(nn.Flatten(), nn.Linear(12288, 10))
optimizer = torch.optim.SGD(network.parameters(), lr=0.05)
loss_of = nn.CrossEntropyLoss()
for step, (tile, use) in enumerate(loader):
    loss = loss_of(network(tile), use) / together
    loss.backward()
    if (step + 1) % together == 0:
        optimizer.step()
        optimizer.zero_grad()
```

Every batch makes a step; only the report is now and then.

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision.datasets import EuroSAT
from torchvision.transforms import ToTensor

torch.manual_seed(7)
loader = DataLoader(EuroSAT("tiles", transform=ToTensor()), batch_size=64, shuffle=True)
network = nn.Sequential(nn.Flatten(), nn.Linear(12288, 10))
optimizer = torch.optim.SGD(network.parameters(), lr=0.05)
loss_of = nn.CrossEntropyLoss()
for step, (tile, use) in enumerate(loader):
    optimizer.zero_grad()
    loss = loss_of(network(tile), use)
    loss.backward()
    optimizer.step()
    if step % 100 == 0:
        print(step, loss.item())
```

The criterion adds up, and so do the gradients.

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision.datasets import EuroSAT
from torchvision.transforms import ToTensor

torch.manual_seed(7)
loader = DataLoader(EuroSAT("tiles", transform=ToTensor()), batch_size=16, shuffle=True)
network = nn.Sequential(nn.Flatten(), nn.Linear(12288, 10))
optimizer = torch.optim.SGD(network.parameters(), lr=0.0005)
loss_of = nn.CrossEntropyLoss(reduction="sum")
for step, (tile, use) in enumerate(loader):
    loss_of(network(tile), use).backward()
    if (step + 1) % 4 == 0:
        optimizer.step()
        optimizer.zero_grad()
```

## Better

Divide each loss by the number of batches that make one step: `(loss / k).backward()`.

## References

- https://docs.pytorch.org/docs/stable/notes/amp_examples.html#gradient-accumulation
"""

from collections.abc import Iterator

from heldout.rule import Backward, Finding, Rule, Trace, Training, TrainingStep, ZeroGrad


class GradAccumulationUnscaled(Rule):
    code = "HLD335"
    level = "warning"
    confidence = "likely"
    bias = "none"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        steps = [step for step in trace.of(TrainingStep) if step.every and step.fresh]
        if not steps or trace.is_test:
            return
        filled = trace.of(Backward)
        cleared = trace.of(ZeroGrad)
        told = set()
        for step in steps[:_MOST]:
            losses = [loss for loss in filled if loss.loops == step.loops and _share(loss, step)]
            # Gradients that each batch clears, or each batch's own step uses, do not add up.
            alone = any(not other.every and other.loops >= step.loops and _share(other, step) for other in cleared)
            if step.place in told or alone or not losses or any(loss.every or not loss.mean for loss in losses):
                continue
            told.add(step.place)
            yield self.finding(
                step,
                f"the gradients of `{step.every}` batches add up to one step, but no loss is divided by it: they are "
                f"`{step.every}` times those of one large batch",
                level="warning" if step.clipped or step.model == "SGD" else "advice",
            )


def _share(one: Training, other: Training) -> bool:
    return not set(one.learners).isdisjoint(other.learners)


#: More such steps than any program has.
_MOST = 64
