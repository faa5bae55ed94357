"""A network is trained on rows that come in the same order at each pass.

## Why it matters

Each step follows the gradient of one batch and counts on it to stand for all rows. Where the rows lie in the order of their
classes, as the files of a folder for each class do, a batch holds one class only: the network learns it, and forgets the last
one. In any other fixed order the same rows always meet, and the same ones always come last.

The pictures of the folder come class by class.

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

leaves = datasets.ImageFolder("leaves/train", transforms.ToTensor())
loader = DataLoader(leaves, batch_size=32)  # finding
torch.manual_seed(0)
network = nn.Sequential(nn.Flatten(), nn.Linear(3 * 64 * 64, 8))
optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
error = nn.CrossEntropyLoss()
for epoch in range(5):
    for pictures, kinds in loader:
        optimizer.zero_grad()
        error(network(pictures), kinds).backward()  # via
        optimizer.step()
torch.save(network.state_dict(), "leaves.pt")
```

```python fixed
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

leaves = datasets.ImageFolder("leaves/train", transforms.ToTensor())
loader = DataLoader(leaves, batch_size=32, shuffle=True)
torch.manual_seed(0)
network = nn.Sequential(nn.Flatten(), nn.Linear(3 * 64 * 64, 8))
optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
error = nn.CrossEntropyLoss()
for epoch in range(5):
    for pictures, kinds in loader:
        optimizer.zero_grad()
        error(network(pictures), kinds).backward()
        optimizer.step()
torch.save(network.state_dict(), "leaves.pt")
```

The rows that are only judged may come in any order.

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

leaves = datasets.ImageFolder("leaves/train", transforms.ToTensor())
others = datasets.ImageFolder("leaves/test", transforms.ToTensor())
torch.manual_seed(0)
loader = DataLoader(leaves, batch_size=32, shuffle=True)
watched = DataLoader(others, batch_size=32)
network = nn.Sequential(nn.Flatten(), nn.Linear(3 * 64 * 64, 8))
optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
error = nn.CrossEntropyLoss()
for epoch in range(5):
    network.train()
    for pictures, kinds in loader:
        optimizer.zero_grad()
        error(network(pictures), kinds).backward()
        optimizer.step()
    network.eval()
    with torch.no_grad():
        print(epoch, sum(error(network(pictures), kinds).item() for pictures, kinds in watched))
torch.save(network.state_dict(), "leaves.pt")
```

## Better

Give the loader of the training rows `shuffle=True`, or a sampler of your own.

## References

- https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.DataLoader
"""

from collections.abc import Iterator

from heldout.rule import (
    Finding,
    Fix,
    Forward,
    InOrder,
    Load,
    Rule,
    Score,
    Shuffling,
    Trace,
    TrainingStep,
    with_argument,
)

#: Data sets whose rows lie class by class.
_BY_CLASS = frozenset({"ImageFolder", "DatasetFolder"})


class TrainDataNotShuffled(Rule):
    code = "HLD232"
    level = "warning"
    confidence = "likely"
    bias = "pessimistic"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if trace.is_test:
            return
        stepped = {id(learner) for step in trace.of(TrainingStep) for learner in step.learners}
        trained = {
            forward.data.rows: forward
            for forward in trace.of(Forward)
            if forward.trained and id(forward.learner) in stepped and any(_by_label(score) for score in forward.scores)
        }
        mixed = {shuffling.whole.rows for shuffling in trace.of(Shuffling)}
        sources = {load.data.rows: load for load in trace.of(Load)}
        for loader in trace.once(InOrder):
            rows = loader.whole.rows
            forward = trained.get(rows)
            if forward is None or rows in mixed or loader.whole.in_time or trace.cut_of(rows) is not None:
                continue
            load = sources.get(rows)
            if load is None or load.made or forward.data.order != loader.whole.order:
                continue
            by_class = load.function.rpartition(".")[2] in _BY_CLASS
            yield self.finding(
                loader,
                f"`{loader.function}` gives the rows that `{forward.written or forward.model}` is trained on "
                + ("class by class" if by_class else "in the same order at each pass"),
                [(forward, "it is trained on them here")],
                level="warning" if by_class else "advice",
                fix=_shuffled(loader),
            )


def _by_label(score: Score) -> bool:
    """Whether a loss compares with labels, so that their order matters."""
    return score.truth is not None and not score.truth.learned


def _shuffled(loader: InOrder) -> Fix:
    edit = with_argument(loader.place, "shuffle", "True", written=loader.given, last=loader.last_argument)
    return Fix("Shuffle the rows at each pass", "unsafe", (edit,))
