"""`NLLLoss` is given probabilities or logits instead of log-probabilities.

## Why it matters

The loss picks the number of the right class and turns its sign: it computes no logarithm. Of probabilities that is no
likelihood: the loss lies between -1 and 0, and a confident mistake costs hardly more than a doubtful one. Of logits it has
no lower end: training lets the logits of all classes grow for ever, and the loss goes to minus infinity.

```python bad
import torch
from torch import nn
from torch.nn import functional as F


class Digits(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(784, 100)
        self.second = nn.Linear(100, 10)

    def forward(self, picture):
        hidden = torch.tanh(self.first(picture.flatten(1)))
        return F.softmax(self.second(hidden), dim=1)  # via


pictures, digits = torch.load("digits.pt")
model = Digits()
F.nll_loss(model(pictures), digits).backward()  # finding
```

```python fixed
import torch
from torch import nn
from torch.nn import functional as F


class Digits(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(784, 100)
        self.second = nn.Linear(100, 10)

    def forward(self, picture):
        hidden = torch.tanh(self.first(picture.flatten(1)))
        return F.log_softmax(self.second(hidden), dim=1)


pictures, digits = torch.load("digits.pt")
model = Digits()
F.nll_loss(model(pictures), digits).backward()
```

Nothing is applied to the last layer at all.

```python bad
import torch
from torch import nn

model = nn.Sequential(
    nn.Linear(30, 60),
    nn.ReLU(),
    nn.Linear(60, 3),  # via
)
criterion = nn.NLLLoss()
samples, grades = torch.load("wine.pt")
criterion(model(samples), grades).backward()  # finding
```

Log-probabilities are what the loss is for.

```python good
import torch
from torch import nn

model = nn.Sequential(nn.Linear(30, 60), nn.ReLU(), nn.Linear(60, 3), nn.LogSoftmax(dim=1))
criterion = nn.NLLLoss()
samples, grades = torch.load("wine.pt")
criterion(model(samples), grades).backward()
```

skorch takes the logarithm of the probabilities itself before it asks `NLLLoss`.

```python good
import torch
from skorch import NeuralNetClassifier
from torch import nn

model = nn.Sequential(nn.Linear(30, 3), nn.Softmax(dim=-1))
samples, grades = torch.load("wine.pt")
NeuralNetClassifier(model, criterion=nn.NLLLoss, max_epochs=20).fit(samples, grades)
```

## Better

Give logits to `CrossEntropyLoss`: it is `log_softmax` and `NLLLoss` in one, and exact where a probability is tiny.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html
- https://skorch.readthedocs.io/en/stable/classifier.html
"""

from collections.abc import Iterator

from heldout.rule import Activation, Finding, Fix, Rule, Trace

_MEANT = {"logits": "logits", "softmax": "probabilities", "sigmoid": "probabilities"}
_EFFECTS = {
    "logits": "the loss has no lower end, and falls for ever",
    "probabilities": "the loss is no likelihood, and a confident mistake costs hardly more than a doubtful one",
}


class TorchSoftmaxBeforeNll(Rule):
    code = "HLD523"
    level = "error"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        for criterion in trace.criteria("NLLLoss", "nll_loss"):
            output = criterion.output
            meant = _MEANT.get(output.kind) if output is not None else None
            if output is None or meant is None:
                continue
            given = f"`{criterion.written}`" if criterion.written else "its input"
            yield self.finding(
                criterion,
                f"`{criterion.function}` wants log-probabilities, and {given} holds {meant}, as `{output.function}` "
                f"gives them: {_EFFECTS[meant]}",
                [(output.place, f"the {meant} come from here")],
                fix=_logarithm(output),
            )


def _logarithm(output: Activation) -> Fix | None:
    edits = output.instead("LogSoftmax" if output.is_layer else "log_softmax")
    return Fix("Take the logarithm of the softmax", "unsafe", edits) if output.kind == "softmax" and edits else None
