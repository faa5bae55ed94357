"""`BCEWithLogitsLoss` is given probabilities, and takes the sigmoid of them again.

## Why it matters

This loss wants logits and takes their sigmoid itself. A sigmoid of numbers between 0 and 1 lies between 0.5 and 0.73: the
network cannot say "no" any more, and the loss of a row without the label never goes under 0.69. The network still learns an
order of the rows, so that a curve that falls a little hides the mistake.

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class Churn(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Dropout(0.2))
        self.head = nn.Linear(64, 1)

    def forward(self, customer):
        return torch.sigmoid(self.head(self.body(customer)))  # via


customers = DataLoader(TensorDataset(*torch.load("customers.pt")), batch_size=64, shuffle=True)
model = Churn()
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.AdamW(model.parameters())
for customer, left in customers:
    optimizer.zero_grad()
    loss = criterion(model(customer), left)  # finding
    loss.backward()
    optimizer.step()
```

```python fixed
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class Churn(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Dropout(0.2))
        self.head = nn.Linear(64, 1)

    def forward(self, customer):
        return self.head(self.body(customer))


customers = DataLoader(TensorDataset(*torch.load("customers.pt")), batch_size=64, shuffle=True)
model = Churn()
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.AdamW(model.parameters())
for customer, left in customers:
    optimizer.zero_grad()
    loss = criterion(model(customer), left)
    loss.backward()
    optimizer.step()
```

```python bad
import torch
from torch import nn

tagger = nn.Sequential(nn.Linear(300, 40), nn.Sigmoid())  # via
songs, tags = torch.load("songs.pt")
loss = nn.functional.binary_cross_entropy_with_logits(tagger(songs), tags)  # finding
loss.backward()
```

```python fixed
import torch
from torch import nn

tagger = nn.Sequential(nn.Linear(300, 40), nn.Identity())
songs, tags = torch.load("songs.pt")
loss = nn.functional.binary_cross_entropy_with_logits(tagger(songs), tags)
loss.backward()
```

The loss sees the logits, and only the decision sees the sigmoid.

```python good
import torch
from torch import nn

tagger = nn.Linear(300, 40)
songs, tags = torch.load("songs.pt")
logits = tagger(songs)
nn.functional.binary_cross_entropy_with_logits(logits, tags).backward()
chosen = logits.sigmoid() > 0.5
```

A network that gives probabilities, and the loss for probabilities.

```python good
import torch
from torch import nn

tagger = nn.Sequential(nn.Linear(300, 40), nn.Sigmoid())
songs, tags = torch.load("songs.pt")
nn.BCELoss()(tagger(songs), tags).backward()
```

## Better

Let the network give logits and take the sigmoid where probabilities are needed. A logit above 0 is a probability above 0.5.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html
- https://docs.pytorch.org/vision/stable/generated/torchvision.ops.sigmoid_focal_loss.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fix, Rule, Trace

_LOSSES = ("BCEWithLogitsLoss", "binary_cross_entropy_with_logits", "sigmoid_focal_loss")
_SQUASHED = frozenset({"softmax", "sigmoid"})


class TorchSigmoidBeforeBceWithLogits(Rule):
    code = "HLD522"
    level = "error"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        for criterion in trace.criteria(*_LOSSES):
            output = criterion.output
            if output is None or output.kind not in _SQUASHED:
                continue
            edits = output.without()
            given = f"`{criterion.written}`" if criterion.written else "its input"
            yield self.finding(
                criterion,
                f"`{criterion.function}` takes a sigmoid itself, and {given} has been through `{output.function}` already: "
                "no probability can go under one half",
                [(output.place, "the logits become numbers between 0 and 1 here")],
                fix=Fix(f"Leave `{output.function}` out", "unsafe", edits) if edits else None,
            )
