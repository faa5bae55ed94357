"""A generator of random numbers is made without a seed, so that the system makes one up.

## Why it matters

`default_rng()` takes fresh entropy from the operating system at each start, and keeps it to itself. The rows that are
held out, the noise that is added, the order of the batches: all are others in the next run, and nobody can bring this
run back. The figure is neither too good nor too bad; it is only not to be had again.

```python bad
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge

rng = np.random.default_rng()  # finding
rents = pd.read_csv("rents.csv")
order = rng.permutation(len(rents))
train, test = rents.iloc[order[:3000]], rents.iloc[order[3000:]]
model = Ridge().fit(train[["rooms", "floor"]], train["rent"])
print("R2", model.score(test[["rooms", "floor"]], test["rent"]))
```

```python fixed
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge

rng = np.random.default_rng(0)
rents = pd.read_csv("rents.csv")
order = rng.permutation(len(rents))
train, test = rents.iloc[order[:3000]], rents.iloc[order[3000:]]
model = Ridge().fit(train[["rooms", "floor"]], train["rent"])
print("R2", model.score(test[["rooms", "floor"]], test["rent"]))
```

A seeding call that is given nothing does the opposite of what it seems to do.

```python bad
import numpy as np
from sklearn.linear_model import LogisticRegression

np.random.seed()  # finding
scans, ill = np.load("scans.npy"), np.load("ill.npy")
chosen = np.random.choice(len(scans), 500, replace=False)
print(LogisticRegression().fit(scans[chosen], ill[chosen]).coef_)
```

```python fixed
import numpy as np
from sklearn.linear_model import LogisticRegression

np.random.seed(0)
scans, ill = np.load("scans.npy"), np.load("ill.npy")
chosen = np.random.choice(len(scans), 500, replace=False)
print(LogisticRegression().fit(scans[chosen], ill[chosen]).coef_)
```

The seed is an option of the program.

```python good
import argparse

import numpy as np
from sklearn.linear_model import LogisticRegression

parser = argparse.ArgumentParser()
parser.add_argument("--seed", type=int, default=0)
rng = np.random.default_rng(parser.parse_args().seed)
scans, ill = np.load("scans.npy"), np.load("ill.npy")
chosen = rng.choice(len(scans), 500, replace=False)
print(LogisticRegression().fit(scans[chosen], ill[chosen]).coef_)
```

A function for others, which makes a generator only for callers who bring none.

```python good
import numpy as np


def with_noise(table, scale, rng=None):
    if rng is None:
        rng = np.random.default_rng()
    return table + rng.normal(0, scale, table.shape)
```

## Better

Make the seed an option with a default, and hand the one generator that it gives to everything that draws.

## References

- https://numpy.org/doc/stable/reference/random/generator.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fix, Place, Rule, Seed, Trace, with_argument


class NumpyUnseededGenerator(Rule):
    code = "HLD703"
    level = "warning"
    bias = "unstable"

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program or not trace.handles_rows:
            return
        told: set[Place] = set()
        for seed in trace.of(Seed):
            if seed.source != "system" or seed.place in told:
                continue
            told.add(seed.place)
            edit = with_argument(seed.place, "seed", "0", written=seed.given_none, last=seed.last_argument)
            if seed.given_none is None:
                edit = edit._replace(text="0")
            verb = "seeds from" if seed.generators else "is given no seed and takes one from"
            yield self.finding(
                seed,
                f"`{seed.function}` {verb} the system's entropy, another one in each run",
                fix=Fix("Give it a fixed seed", "unsafe", (edit,)),
            )
