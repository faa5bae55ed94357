"""A sigmoid and `BCELoss` do in two steps what `BCEWithLogitsLoss` does in one, and more exactly.

## Why it matters

The pair is right. But where the sigmoid of a large logit rounds to 1 or 0, its logarithm has no gradient and the row
teaches nothing: `BCELoss` only clamps the loss at 100. Computed from the logit, loss and gradient stay exact. Under mixed
precision on a GPU the pair does not run at all: `binary_cross_entropy` refuses to be autocast.

```python bad
import torch
from torch import nn

scorer = nn.Sequential(nn.Linear(40, 20), nn.ReLU(), nn.Linear(20, 1), nn.Sigmoid())  # via
letters, spam = torch.load("letters.pt")
loss = nn.BCELoss()(scorer(letters), spam)  # finding
loss.backward()
```

```python good
import torch
from torch import nn

scorer = nn.Sequential(nn.Linear(40, 20), nn.ReLU(), nn.Linear(20, 1))
letters, spam = torch.load("letters.pt")
loss = nn.BCEWithLogitsLoss()(scorer(letters), spam)
loss.backward()
```

Probabilities that no sigmoid made have no logits.

```python good
import torch
from torch import nn

letters, spam = torch.load("letters.pt")
votes = torch.stack([torch.load(f"judge-{number}.pt") for number in range(5)]).mean(dim=0)
print(nn.functional.binary_cross_entropy(votes, spam))
```

## Better

Let the network end with its linear layer, use `BCEWithLogitsLoss`, and take the sigmoid where a probability is wanted.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html
- https://docs.pytorch.org/docs/stable/amp.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace


class TorchSigmoidBeforeBce(Rule):
    code = "HLD524"
    level = "advice"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        for criterion in trace.criteria("BCELoss", "binary_cross_entropy") if trace.is_program else ():
            output = criterion.output
            if output is not None and output.kind == "sigmoid":
                yield self.finding(
                    criterion,
                    f"`{criterion.function}` is computed from a sigmoid, not from the logits: where that rounds to 0 or 1, "
                    "the row has no gradient",
                    [(output.place, "the logits become probabilities here")],
                )
