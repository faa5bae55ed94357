"""A module keeps layers before its base class is initialised.

## Why it matters

`nn.Module.__init__` makes the tables in which a module registers its layers and parameters. Without them the first layer
that is assigned raises an `AttributeError`, so the class cannot be used at all.

```python bad
from torch import nn


class Tagger(nn.Module):
    def __init__(self, words, tags):
        self.embedding = nn.Embedding(words, 64)  # finding
        self.output = nn.Linear(64, tags)

    def forward(self, sentence):
        return self.output(self.embedding(sentence))
```

```python fixed
from torch import nn


class Tagger(nn.Module):
    def __init__(self, words, tags):
        super().__init__()
        self.embedding = nn.Embedding(words, 64)
        self.output = nn.Linear(64, tags)

    def forward(self, sentence):
        return self.output(self.embedding(sentence))
```

Plain values may come before it, and it may be called by the name of the class.

```python good
from torch import nn


class Tagger(nn.Module):
    def __init__(self, words, tags):
        self.tags = tags
        nn.Module.__init__(self)
        self.embedding = nn.Embedding(words, 64)
        self.output = nn.Linear(64, tags)

    def forward(self, sentence):
        return self.output(self.embedding(sentence))
```

A class between it and torch does it.

```python good
from torch import nn


class Layer(nn.Module):
    def __init__(self, width):
        super(Layer, self).__init__()
        self.width = width


class Tagger(Layer):
    def __init__(self, words, tags):
        Layer.__init__(self, 64)
        self.embedding = nn.Embedding(words, self.width)
        self.output = nn.Linear(self.width, tags)

    def forward(self, sentence):
        return self.output(self.embedding(sentence))
```

## Better

Call `super().__init__()` in the first line of `__init__`.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fix, Module, Rule, Trace, put_before


class TorchModuleNoSuperInit(Rule):
    code = "HLD543"
    level = "error"
    needs = ("torch", "lightning", "pytorch_lightning")

    def check(self, trace: Trace) -> Iterator[Finding]:
        for module in trace.of(Module):
            if not module.early:
                continue
            name, place = module.early[0]
            never = module.initialised is False and module.start is not None
            fix = None
            if never and module.start is not None:
                edit = put_before(module.start, "super().__init__()")
                fix = Fix("Initialise the base class first", "unsafe", (edit,))
            yield self.finding(
                place,
                f"`{module.kind}` keeps `{name}` before `nn.Module.__init__` has run: torch cannot register it and raises "
                "an `AttributeError`",
                fix=fix,
            )
