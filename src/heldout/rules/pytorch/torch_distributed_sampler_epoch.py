"""A distributed sampler is never told which epoch begins.

## Why it matters

A `DistributedSampler` shuffles with its seed and the number of the epoch, so that all processes draw the same order and take
different parts of it. The number is 0 until `set_epoch` says otherwise: without it every epoch goes through the rows in the
same order, each process sees the same part for ever, and every batch has the same company. The training looks shuffled, and
is not.

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader, DistributedSampler
from torchvision import datasets

torch.manual_seed(0)
flowers = datasets.Flowers102("flowers", split="train")
sampler = DistributedSampler(flowers)  # finding
batches = DataLoader(flowers, batch_size=32, sampler=sampler)
network = nn.parallel.DistributedDataParallel(nn.Linear(3 * 64 * 64, 102))
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
criterion = nn.CrossEntropyLoss()
for epoch in range(30):  # via
    for pictures, kinds in batches:
        optimizer.zero_grad()
        criterion(network(pictures), kinds).backward()
        optimizer.step()
```

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader, DistributedSampler
from torchvision import datasets

torch.manual_seed(0)
flowers = datasets.Flowers102("flowers", split="train")
batches = DataLoader(flowers, batch_size=32, sampler=DistributedSampler(flowers))
network = nn.parallel.DistributedDataParallel(nn.Linear(3 * 64 * 64, 102))
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
criterion = nn.CrossEntropyLoss()
for epoch in range(30):
    batches.sampler.set_epoch(epoch)
    for pictures, kinds in batches:
        optimizer.zero_grad()
        criterion(network(pictures), kinds).backward()
        optimizer.step()
```

A sampler that keeps the order of the rows, for one pass over them.

```python good
from torch.utils.data import DataLoader, DistributedSampler
from torchvision import datasets

flowers = datasets.Flowers102("flowers", split="test")
batches = DataLoader(flowers, batch_size=32, sampler=DistributedSampler(flowers, shuffle=False))
```

## Better

Call `sampler.set_epoch(epoch)` as the first statement of each epoch.

## References

- https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.distributed.DistributedSampler
"""

from collections.abc import Iterator

from heldout.rule import Finding, Loop, Rule, Trace, TrainingStep

#: Libraries that turn the epochs of samplers themselves.
_TURN_IT = frozenset({"accelerate", "deepspeed", "ignite", "lightning", "pytorch_lightning", "transformers"})


class TorchDistributedSamplerEpoch(Rule):
    code = "HLD547"
    level = "warning"
    confidence = "likely"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if trace.is_test or not _TURN_IT.isdisjoint(trace.imports) or any(True for _ in trace.calls("set_epoch")):
            return
        for sampler in trace.calls("DistributedSampler"):
            loop = _epochs_after(trace, sampler.index)
            if sampler.value("shuffle", default=True) is True and loop is not None:
                yield self.finding(
                    sampler,
                    "`DistributedSampler` is never told the epoch by `set_epoch`: each epoch goes through the rows in the "
                    "same order",
                    [(loop, "these epochs are all epoch 0 to it")],
                )
                return  # Which of several samplers is trained on, the first is most likely.


def _epochs_after(trace: Trace, index: int) -> Loop | None:
    """A loop of several epochs that trains, and begins after an event."""
    for loop in trace.of(Loop):
        several = loop.kind == "epochs" and loop.number != 1 and loop.first > index
        if several and any(loop.first <= step.index < loop.index for step in trace.of(TrainingStep)):
            return loop
    return None
