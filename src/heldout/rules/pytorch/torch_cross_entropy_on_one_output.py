"""`cross_entropy` is given one score a row: a softmax over one class is 1 whatever the score.

## Why it matters

Cross entropy compares the scores of several classes. With a last layer of one output there is nothing to compare: the
probability of the only class is 1, the loss of every row is 0, and so is its gradient. The program runs, the curve is flat,
and the network stays as it was initialised.

```python bad
import torch
from torch import nn
from torch.nn import functional as F

network = nn.Sequential(nn.Linear(16, 8), nn.ReLU(), nn.Linear(8, 1))  # via
optimizer = torch.optim.SGD(network.parameters(), lr=0.01)
patients, recovered = torch.load("patients.pt")
for epoch in range(20):
    optimizer.zero_grad()
    loss = F.cross_entropy(network(patients), recovered)  # finding
    loss.backward()
    optimizer.step()
```

One score says yes or no, or how much; there are losses for both.

```python good
import torch
from torch import nn
from torch.nn import functional as F

network = nn.Sequential(nn.Linear(16, 8), nn.ReLU(), nn.Linear(8, 1))
optimizer = torch.optim.SGD(network.parameters(), lr=0.01)
patients, recovered = torch.load("patients.pt")
for epoch in range(20):
    optimizer.zero_grad()
    loss = F.binary_cross_entropy_with_logits(network(patients), recovered)
    loss.backward()
    optimizer.step()
```

Each of several candidates has one score, and the candidates are the classes.

```python good
import torch
from torch import nn

scorer = nn.Linear(16, 1)
candidates, chosen = torch.load("queries.pt")
scores = scorer(candidates).squeeze(-1)
nn.CrossEntropyLoss()(scores, chosen).backward()
```

## Better

`BCEWithLogitsLoss` for one score and two classes, `MSELoss` or another loss for an amount, or one output for each class.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.cross_entropy.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace


class TorchCrossEntropyOnOneOutput(Rule):
    code = "HLD525"
    level = "error"
    confidence = "likely"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        for criterion in trace.criteria("CrossEntropyLoss", "cross_entropy"):
            output = criterion.output
            if output is not None and output.kind == "logits" and output.width == 1:
                yield self.finding(
                    criterion,
                    f"`{criterion.function}` is given one score a row, and the softmax of one score is 1: "
                    "no gradient flows, and nothing is learned",
                    [(output.place, "the last layer has one output")],
                )
