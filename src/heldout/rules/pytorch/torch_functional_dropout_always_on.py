"""Functional dropout goes on dropping when the module is evaluated.

## Why it matters

`nn.Dropout` follows `train()` and `eval()`; the function `F.dropout` knows nothing of the module that calls it, and its
argument `training` is `True` unless it is given. Each prediction then loses a random part of the activations: validation
and test figures are worse than the model is, and change from one evaluation to the next.

```python bad
import torch.nn.functional as F
from torch import nn


class Classifier(nn.Module):
    def __init__(self, genes, kinds):
        super().__init__()
        self.first = nn.Linear(genes, 256)
        self.last = nn.Linear(256, kinds)

    def forward(self, expression):
        hidden = F.dropout(F.relu(self.first(expression)), p=0.4)  # finding
        return self.last(hidden)
```

```python fixed
import torch.nn.functional as F
from torch import nn


class Classifier(nn.Module):
    def __init__(self, genes, kinds):
        super().__init__()
        self.first = nn.Linear(genes, 256)
        self.last = nn.Linear(256, kinds)

    def forward(self, expression):
        hidden = F.dropout(F.relu(self.first(expression)), p=0.4, training=self.training)
        return self.last(hidden)
```

The mode of the module is handed on, by name or by position.

```python good
import torch.nn.functional as F
from torch import nn


class Classifier(nn.Module):
    def __init__(self, genes, kinds, rate=0.4):
        super().__init__()
        self.first = nn.Linear(genes, 256)
        self.last = nn.Linear(256, kinds)
        self.rate = rate

    def forward(self, expression):
        expression = F.dropout(expression, 0.1, self.training)
        hidden = F.dropout(F.relu(self.first(expression)), p=self.rate, training=self.training)
        if self.training:
            hidden = F.dropout(hidden, p=0.1)
        return self.last(hidden)
```

Dropping in evaluation that is asked for is a way to measure how sure a network is.

```python good
import torch.nn.functional as F
from torch import nn


class Sampled(nn.Module):
    def __init__(self, genes, kinds):
        super().__init__()
        self.layer = nn.Linear(genes, kinds)

    def forward(self, expression):
        return self.layer(F.dropout(expression, p=0.2, training=True))
```

## Better

Make an `nn.Dropout` in `__init__` and call it, or give `training=self.training`. If predictions are to be sampled, write
`training=True`, so that readers know it is meant. `F.alpha_dropout` and `F.feature_alpha_dropout` are the other way round:
without the argument they never drop anything.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.dropout.html
"""

from collections.abc import Iterator

from heldout.rule import UNKNOWN, Call, Finding, Fix, Module, Rule, Trace, with_argument, words

_DROPS = frozenset({"dropout", "dropout1d", "dropout2d", "dropout3d"})
#: Words in the name of a class whose forward pass is meant to be random.
_SAMPLED = frozenset({"mc", "bayes", "bayesian", "montecarlo"})


class TorchFunctionalDropoutAlwaysOn(Rule):
    code = "HLD542"
    level = "error"
    bias = "pessimistic"
    needs = ("torch", "lightning", "pytorch_lightning", "transformers")

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for module in trace.of(Module):
            if not _SAMPLED.isdisjoint(words(module.kind)):
                continue
            for call in module.evaluated:
                if _always_drops(call) and call.place not in told:
                    told.add(call.place)
                    yield self._told(module, call)

    def _told(self, module: Module, call: Call) -> Finding:
        sure = call.value("p", default=0.5) is not UNKNOWN
        given = with_argument(call.place, "training", "self.training", written=None, last=call.last_argument)
        return self.finding(
            call,
            f"`{call.short}` drops activations of `{module.kind}` in evaluation too: it is not told `training`, which is "
            "`True` unless it is given",
            level="error" if sure else "warning",
            confidence="proved" if sure else "likely",
            fix=Fix("Drop only in training", "unsafe", (given,)) if call.scope == "forward" else None,
        )


def _always_drops(call: Call) -> bool:
    """Whether a call of functional dropout leaves the mode to its default, and drops something."""
    functional = call.short in _DROPS and call.owner == "functional"
    return functional and call.complete and call.given("training") is None and call.value("p", default=0.5) != 0
