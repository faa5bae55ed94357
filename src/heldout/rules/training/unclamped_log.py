"""The logarithm is taken of probabilities that round to 0.

## Why it matters

A softmax or sigmoid of large scores is 0 or 1 exactly, in 32 bits where scores are about a hundred apart, and `1 -
sigmoid(x)` is 0 from 17 on. The logarithm of 0 is minus infinity and the gradient NaN, after which every weight is NaN.
It strikes late, when the network has become sure.

```python bad
import torch
from torch.nn import functional as F

scores, chosen, rewards = torch.load("episode.pt")
chances = F.softmax(scores, dim=-1)  # via
said = torch.log(chances).gather(1, chosen)  # finding
loss = -(said * rewards).mean()
```

```python bad
import torch
from torch import nn

critic = nn.Sequential(nn.Linear(128, 64), nn.LeakyReLU(0.2), nn.Linear(64, 1), nn.Sigmoid())  # via
faces, forged = torch.load("faces.pt")
real = -torch.log(critic(faces)).mean()  # finding
fake = -torch.log(1 - critic(forged)).mean()  # finding
```

```python bad
import torch

scores = torch.load("scores.pt")
surprise = -torch.log(torch.softmax(scores, dim=1)).mean()  # finding
```

```python fixed
import torch

scores = torch.load("scores.pt")
surprise = -torch.log_softmax(scores, dim=1).mean()
```

Both steps in one are exact.

```python good
import torch
from torch.nn import functional as F

scores, chosen, rewards = torch.load("episode.pt")
said = F.log_softmax(scores, dim=-1).gather(1, chosen)
loss = -(said * rewards).mean()
```

Something keeps the probabilities away from 0.

```python good
import torch

scores = torch.load("scores.pt")
chances = torch.softmax(scores, dim=1)
surprise = -(chances * torch.log(chances.clamp(min=1e-8))).sum(dim=1)
doubt = -(chances * torch.log(chances + 1e-8)).sum(dim=1)
```

## Better

`log_softmax` for the logarithm of a softmax, `logsigmoid` for that of a sigmoid (`logsigmoid(-x)` for one minus it),
`BCEWithLogitsLoss` and `CrossEntropyLoss` for whole losses, `torch.distributions.Categorical(logits=...)` for entropies. Else
clamp.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.log_softmax.html
- https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.logsigmoid.html
- https://www.tensorflow.org/api_docs/python/tf/nn/log_softmax
"""

from collections.abc import Iterator

from heldout.rule import Event, Finding, Fix, Place, Replacement, Rule, Trace, Unguarded

_ROUNDED = frozenset({"softmax", "sigmoid", "complement"})


class UnclampedLog(Rule):
    code = "HLD361"
    level = "warning"
    confidence = "likely"
    needs = ("jax", "keras", "tensorflow", "torch")

    def check(self, trace: Trace) -> Iterator[Finding]:
        for event in trace.once(Unguarded):
            made = event.of
            if event.operation != "logarithm" or made.kind not in _ROUNDED:
                continue
            what = f"one minus `{made.function}`" if made.kind == "complement" else f"`{made.function}`"
            inside = event.operand is not None and made.place == event.operand
            steps: list[tuple[Event | Place, str]] = [(made.place, "the probabilities come from here")]
            yield self.finding(
                event,
                f"`{event.function}` is taken of {what}, which rounds to 0 once the network is sure: "
                "the loss becomes infinite, and the gradient NaN",
                [] if inside else steps,
                fix=_together(event) if inside else None,
            )


def _together(event: Unguarded) -> Fix | None:
    """The logarithm of the softmax in one function, where one is written around the other."""
    outer, inner = event.place, event.operand
    edits = event.of.instead("log_softmax")
    if event.function != "log" or event.of.function != "softmax" or not edits or inner is None:
        return None
    before = Replacement(outer._replace(end_line=inner.line, end_column=inner.column), "")
    behind = Replacement(outer._replace(line=inner.end_line, column=inner.end_column), "")
    return Fix("Take both in one", "unsafe", (before, *edits, behind))
