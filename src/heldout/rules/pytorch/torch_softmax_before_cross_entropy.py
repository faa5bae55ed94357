"""`CrossEntropyLoss` is given probabilities, and takes the softmax of them again.

## Why it matters

Cross entropy in PyTorch wants logits: it takes the logarithm of the softmax itself. Of probabilities, which lie between 0
and 1, a softmax makes nearly equal shares. The loss cannot come near zero any more (with ten classes it stops at 1.46),
its gradients shrink, and the network learns slowly and settles for less. Nothing fails, and accuracy still rises.

```python bad
import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset


class LeafClassifier(nn.Module):
    def __init__(self, species):
        super().__init__()
        self.hidden = nn.Linear(64, 128)
        self.answer = nn.Linear(128, species)

    def forward(self, leaf):
        scores = self.answer(F.relu(self.hidden(leaf)))
        return F.softmax(scores, dim=1)  # via


leaves = DataLoader(TensorDataset(*torch.load("leaves.pt")), batch_size=32, shuffle=True)
model = LeafClassifier(species=30)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters())
for leaf, kind in leaves:
    optimizer.zero_grad()
    criterion(model(leaf), kind).backward()  # finding
    optimizer.step()
```

```python fixed
import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset


class LeafClassifier(nn.Module):
    def __init__(self, species):
        super().__init__()
        self.hidden = nn.Linear(64, 128)
        self.answer = nn.Linear(128, species)

    def forward(self, leaf):
        scores = self.answer(F.relu(self.hidden(leaf)))
        return scores


leaves = DataLoader(TensorDataset(*torch.load("leaves.pt")), batch_size=32, shuffle=True)
model = LeafClassifier(species=30)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters())
for leaf, kind in leaves:
    optimizer.zero_grad()
    criterion(model(leaf), kind).backward()
    optimizer.step()
```

A layer at the end of a network does the same, and so does a sigmoid.

```python bad
import torch
from torch import nn

network = nn.Sequential(nn.Linear(12, 5), nn.Sigmoid())  # via
orders, carriers = torch.load("orders.pt")
loss = nn.functional.cross_entropy(network(orders), carriers)  # finding
loss.backward()
```

```python fixed
import torch
from torch import nn

network = nn.Sequential(nn.Linear(12, 5), nn.Identity())
orders, carriers = torch.load("orders.pt")
loss = nn.functional.cross_entropy(network(orders), carriers)
loss.backward()
```

Probabilities are for people to read; the loss is computed from the logits.

```python good
import torch
from torch import nn

network = nn.Sequential(nn.Linear(12, 32), nn.ReLU(), nn.Linear(32, 5))
orders, carriers = torch.load("orders.pt")
logits = network(orders)
nn.functional.cross_entropy(logits, carriers).backward()
print(torch.softmax(logits, dim=1).max(dim=1).values.mean())
```

A softmax inside the network weighs what it attends to, and a teacher's probabilities are a target.

```python good
import torch
from torch import nn
from torch.nn import functional as F


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.weigh = nn.Linear(50, 1)
        self.answer = nn.Linear(50, 4)

    def forward(self, words):
        weights = torch.softmax(self.weigh(words), dim=1)
        return self.answer((weights * words).sum(dim=1))


letters, topics = torch.load("letters.pt")
student, teacher = Reader(), torch.load("teacher.pt", weights_only=False)
answers = student(letters)
with torch.no_grad():
    said = F.softmax(teacher(letters), dim=1)
(F.cross_entropy(answers, topics) + F.cross_entropy(answers, said)).backward()
```

## Better

Let `forward` give logits, and take the softmax where probabilities are shown or compared. `NLLLoss` after `LogSoftmax` is
the same loss in two steps.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fix, Rule, Trace

_SQUASHED = frozenset({"softmax", "sigmoid"})


class TorchSoftmaxBeforeCrossEntropy(Rule):
    code = "HLD521"
    level = "error"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        for criterion in trace.criteria("CrossEntropyLoss", "cross_entropy"):
            output = criterion.output
            if output is None or output.kind not in _SQUASHED:
                continue
            edits = output.without()
            given = f"`{criterion.written}`" if criterion.written else "its input"
            yield self.finding(
                criterion,
                f"`{criterion.function}` takes a softmax itself, and {given} has been through `{output.function}` already: "
                "the loss cannot come near zero, and its gradients shrink",
                [(output.place, "the scores become numbers between 0 and 1 here")],
                fix=Fix(f"Leave `{output.function}` out", "unsafe", edits) if edits else None,
            )
