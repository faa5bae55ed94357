"""The mean losses of batches are added up and divided by the number of rows.

## Why it matters

A loss is the mean over its batch unless it is told otherwise. The sum over an epoch has one term a batch, so that it has
to be divided by the number of batches. Divided by the number of rows, the reported loss is too small by the size of a
batch, and cannot be compared with another run whose batches have another size.

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision.datasets import KMNIST
from torchvision.transforms import ToTensor

characters = KMNIST("kana", transform=ToTensor())
loader = DataLoader(characters, batch_size=128)
network = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
optimizer = torch.optim.Adam(network.parameters())
loss_of = nn.CrossEntropyLoss()
for epoch in range(10):
    running = 0.0
    for picture, kana in loader:
        optimizer.zero_grad()
        loss = loss_of(network(picture), kana)
        loss.backward()
        optimizer.step()
        running += loss.item()
    print(epoch, running / len(loader.dataset))  # finding
```

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision.datasets import KMNIST
from torchvision.transforms import ToTensor

characters = KMNIST("kana", transform=ToTensor())
loader = DataLoader(characters, batch_size=128)
network = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
optimizer = torch.optim.Adam(network.parameters())
loss_of = nn.CrossEntropyLoss()
for epoch in range(10):
    running = 0.0
    for picture, kana in loader:
        optimizer.zero_grad()
        loss = loss_of(network(picture), kana)
        loss.backward()
        optimizer.step()
        running += loss.item() * len(picture)
    print(epoch, running / len(loader.dataset))
```

The loss is a sum already.

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision.datasets import KMNIST
from torchvision.transforms import ToTensor

characters = KMNIST("kana", transform=ToTensor())
loader = DataLoader(characters, batch_size=128)
network = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
network.load_state_dict(torch.load("kana.pt", weights_only=True))
network.eval()
total = 0.0
with torch.no_grad():
    for picture, kana in loader:
        total += nn.functional.cross_entropy(network(picture), kana, reduction="sum").item()
print(total / len(loader.dataset))
```

## Better

Add `loss.item() * len(batch)` and divide by the number of rows: that is also right if the last batch is smaller.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html
"""

from collections.abc import Iterator

from heldout.rule import Averaged, Finding, Rule, Trace


class EpochMetricAverage(Rule):
    code = "HLD333"
    level = "warning"
    confidence = "likely"
    bias = "optimistic"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if trace.is_test or any(call.value("batch_size", default=1) in (1, None) for call in trace.calls("DataLoader")):
            return
        told = set()
        for event in trace.of(Averaged):
            if event.place not in told:
                told.add(event.place)
                yield self.finding(
                    event,
                    f"`{event.written or 'the sum'}` adds one mean loss a batch and is divided by the number of rows: "
                    "the figure is too small by the size of a batch",
                )
