"""A program draws from a library's global random generator and never seeds it.

## Why it matters

The result cannot be had again. Which rows are held out alone moves an accuracy of 0.85 on 200 rows by 2.5 points up
or down from run to run, and networks add to that by their first weights: a difference smaller than this between two
versions of a program may be nothing but the draw. Neither direction is favoured, unless one runs until the figure
pleases.

```python bad
import numpy as np
from sklearn.linear_model import LogisticRegression

rows, failed = np.load("bearings.npy"), np.load("failed.npy")
order = np.random.permutation(len(rows))  # finding
train, test = order[:4000], order[4000:]
model = LogisticRegression().fit(rows[train], failed[train])
print("accuracy", model.score(rows[test], failed[test]))
```

Each library has a generator of its own; seeding one leaves the others as they are.

```python bad
import random

import numpy as np
import torch


def noisy(batch, scale):
    return batch + scale * torch.randn(batch.shape)  # finding: PyTorch's generator is not seeded


random.seed(11)
np.random.seed(11)
waves = torch.from_numpy(np.load("waves.npy"))
torch.save(noisy(waves, 0.1), "noisy.pt")
```

```python bad
import random

import pandas as pd

sentences = pd.read_csv("sentences.csv")
chosen = random.sample(range(20000), 9000)  # finding
sentences.iloc[chosen].to_csv("train.csv")
```

The same draw, after a seed.

```python good
import numpy as np
from sklearn.linear_model import LogisticRegression

np.random.seed(0)
rows, failed = np.load("bearings.npy"), np.load("failed.npy")
order = np.random.permutation(len(rows))
train, test = order[:4000], order[4000:]
model = LogisticRegression().fit(rows[train], failed[train])
print("accuracy", model.score(rows[test], failed[test]))
```

The draw is from a generator of the program's own, which has its seed.

```python good
import numpy as np

generator = np.random.default_rng(2024)
rows = np.load("bearings.npy")
order = generator.permutation(len(rows))
np.save("train.npy", rows[order[:4000]])
```

A helper seeds all the libraries.

```python good
import random

import numpy as np
import torch


def make_repeatable(seed):
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


make_repeatable(11)
waves = torch.from_numpy(np.load("waves.npy"))
torch.save(waves + 0.1 * torch.randn(waves.shape), "noisy.pt")
```

A module of functions leaves the seed to the program that calls it.

```python good
import numpy as np


def drop_some(table, share):
    keep = np.random.random(len(table)) >= share
    return table[keep]
```

## Better

Seed every library that the program draws from, once, before the first draw, or hand a seeded generator to whatever
draws. Report the spread over several seeds rather than the figure of one.

## References

- https://numpy.org/doc/stable/reference/random/index.html
- https://docs.pytorch.org/docs/stable/notes/randomness.html
- https://keras.io/api/utils/python_utils/
"""

from collections.abc import Iterator

from heldout.rule import Draw, Finding, Fit, Load, Rule, Seed, Split, Trace

_WORDS = {"python": "`random`", "numpy": "NumPy", "torch": "PyTorch", "tensorflow": "TensorFlow"}
_CURES = {
    "python": "random.seed",
    "numpy": "numpy.random.seed",
    "torch": "torch.manual_seed",
    "tensorflow": "tensorflow.random.set_seed",
}


#: Libraries whose draws have a rule of their own.
_OWN_RULE = ("sklearn", "imblearn")


class MissingSeed(Rule):
    code = "HLD701"
    level = "warning"
    bias = "unstable"

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program or not any(True for _ in trace.of(Fit, Split, Load)):
            return
        seeded = {generator for seed in trace.of(Seed) for generator in seed.generators}
        told: set[str] = set()
        for draw in trace.of(Draw):
            generator = draw.generator
            if draw.function.startswith(_OWN_RULE) or generator in seeded | told or generator not in _WORDS:
                continue
            told.add(generator)
            others = sorted(_WORDS[other] for other in seeded & _WORDS.keys())
            verb = "is" if len(others) == 1 else "are"
            partly = f"; only {' and '.join(others)} {verb} seeded" if others else ""
            yield self.finding(
                draw,
                f"`{draw.function}` draws from {_WORDS[generator]}'s global generator, which is never seeded "
                f"(`{_CURES[generator]}`){partly}",
            )
