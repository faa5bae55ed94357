"""A softmax is taken without `dim`, so that PyTorch guesses along which dimension.

## Why it matters

Without `dim` it is the first dimension for tensors of one or three dimensions, and the second for all others. Of a batch of
sequences the shares then add up to one over the batch: each row's output depends on which rows came along, and the
network still trains. PyTorch warns once, and calls the guess deprecated.

```python bad
import torch
from torch import nn
from torch.nn import functional as F


class Attention(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.key = nn.Linear(width, width)

    def forward(self, tokens):
        scores = tokens @ self.key(tokens).transpose(1, 2)
        return F.softmax(scores) @ tokens  # finding
```

```python fixed
import torch
from torch import nn
from torch.nn import functional as F


class Attention(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.key = nn.Linear(width, width)

    def forward(self, tokens):
        scores = tokens @ self.key(tokens).transpose(1, 2)
        return F.softmax(scores, dim=-1) @ tokens
```

```python bad
from torch import nn

network = nn.Sequential(nn.Linear(20, 3), nn.LogSoftmax())  # finding
```

```python fixed
from torch import nn

network = nn.Sequential(nn.Linear(20, 3), nn.LogSoftmax(dim=-1))
```

The dimension is said, by name or by position.

```python good
import torch
from torch import nn
from torch.nn import functional as F

network = nn.Sequential(nn.Linear(20, 3), nn.LogSoftmax(dim=1))
scores = torch.load("scores.pt")
shares = F.softmax(scores, -1)
pixels = nn.Softmax2d()(torch.load("maps.pt"))
```

## Better

`dim=-1` where the last dimension holds the classes or the keys of an attention, `dim=1` for images of classes
(batch, class, height, width).

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.softmax.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fix, Rule, Trace, with_argument

_LAYERS = ("Softmax", "LogSoftmax")
_FUNCTIONS = ("softmax", "log_softmax", "softmin")


class TorchSoftmaxWithoutDim(Rule):
    code = "HLD526"
    level = "advice"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for call in trace.calls(*_LAYERS, *_FUNCTIONS):
            layer = call.short in _LAYERS
            named = call.function.startswith("torch.nn.") and (layer or call.owner == "functional")
            if not named or not call.complete or call.receiver is not None or call.place in told:
                continue
            if len(call.arguments) > (not layer) or call.given("dim") is not None:
                continue
            told.add(call.place)
            said = with_argument(call.place, "dim", "-1", written=None, last=call.last_argument)
            yield self.finding(
                call,
                f"`{call.short}` is not told its dimension and guesses: the first of a tensor with one or three "
                "dimensions, else the second",
                fix=Fix("Take the last dimension", "unsafe", (said,)),
            )
