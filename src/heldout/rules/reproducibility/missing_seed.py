"""A program draws from a library's global random generator and never seeds it.

## Why it matters

The result cannot be had again. Which rows are held out alone moves an accuracy of 0.85 on 200 rows by 2.5 points up
or down from run to run, and networks add to that by their first weights: a difference smaller than this between two
versions of a program may be nothing but the draw.

```python bad
import numpy as np
from sklearn.linear_model import LogisticRegression

rows, failed = np.load("bearings.npy"), np.load("failed.npy")
order = np.random.permutation(len(rows))  # finding
model = LogisticRegression().fit(rows[order[:4000]], failed[order[:4000]])
print("accuracy", model.score(rows[order[4000:]], failed[order[4000:]]))
```

```python fixed
import numpy as np
from sklearn.linear_model import LogisticRegression

np.random.seed(0)

rows, failed = np.load("bearings.npy"), np.load("failed.npy")
order = np.random.permutation(len(rows))
model = LogisticRegression().fit(rows[order[:4000]], failed[order[:4000]])
print("accuracy", model.score(rows[order[4000:]], failed[order[4000:]]))
```

Each library has a generator of its own; seeding one leaves the others as they are.

```python bad
import random

import numpy as np
from tensorflow import keras

random.seed(3)
np.random.seed(3)
spectra, ripe = np.load("spectra.npy"), np.load("ripe.npy")
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])  # finding: first weights
model.compile("adam", "mse")
model.fit(spectra, ripe)
```

```python fixed
import random

import numpy as np
from tensorflow import keras

keras.utils.set_random_seed(0)

random.seed(3)
np.random.seed(3)
spectra, ripe = np.load("spectra.npy"), np.load("ripe.npy")
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(spectra, ripe)
```

A helper seeds all libraries.

```python good
import random

import numpy as np
import torch


def make_repeatable(seed):
    random.seed(seed)
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
draws. For Keras that is `keras.utils.set_random_seed`: first weights come from `random` in Keras 3 and from TensorFlow
before it. Report the spread over several seeds rather than the figure of one. A network of which nothing is seeded
but whose first weights are all that is drawn gets advice only. Rows that `hash(name) % 10` sends to one side go to
another in the next process, whatever is seeded: take `hashlib.md5` of the name instead.

## References

- https://numpy.org/doc/stable/reference/random/index.html
- https://docs.pytorch.org/docs/stable/notes/randomness.html
"""

from collections.abc import Iterator

from heldout.rule import Draw, Finding, Fit, Restore, Rule, Seed, Trace, seed_planted

#: Each generator in words, and the call that seeds it.
_WORDS = {
    "python": ("`random`", "random.seed"),
    "numpy": ("NumPy", "numpy.random.seed"),
    "torch": ("PyTorch", "torch.manual_seed"),
    "tensorflow": ("TensorFlow", "tensorflow.random.set_seed"),
}
#: Libraries whose draws have a rule of their own.
_OWN_RULE = ("sklearn", "imblearn")


class MissingSeed(Rule):
    code = "HLD701"
    level = "warning"
    bias = "unstable"

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program or not trace.handles_rows:
            return
        seeded = {generator for seed in trace.of(Seed) for generator in seed.generators}
        told: dict[str, Draw] = {}
        for draw in trace.of(Draw):
            generator = draw.generator
            if draw.function.startswith(_OWN_RULE) or generator in seeded or generator not in _WORDS:
                continue
            if generator not in told or told[generator].weights and not draw.weights:
                told[generator] = draw
        # A state that is brought back is no sign that somebody meant to seed.
        meant = {one for seed in trace.of(Seed) if not seed.function.endswith("state") for one in seed.generators}
        others = sorted(_WORDS[other][0] for other in meant & _WORDS.keys())
        salted = next((draw for draw in trace.of(Draw) if draw.generator == "hash"), None)
        if salted is not None:
            yield self.finding(
                salted,
                "`hash` of texts and bytes is salted anew in each process, whatever is seeded, and something is decided by it",
            )
        for draw in told.values():
            if not draw.weights or _is_trained(trace):
                yield self._told(trace, draw, others)

    def _told(self, trace: Trace, draw: Draw, others: list[str]) -> Finding:
        generator, keras = draw.generator, draw.weights and draw.generator == "tensorflow"
        partly = f"; only {' and '.join(others)} {'is' if len(others) == 1 else 'are'} seeded" if others else ""
        what = " its first weights" if draw.weights else ""
        whence = " from {}'s global generator, which is never seeded (`{}`)".format(*_WORDS[generator])
        if keras:  # From `random` in Keras 3, from TensorFlow before.
            whence = ", and Keras as a whole is never seeded (`keras.utils.set_random_seed`)"
        return self.finding(
            draw,
            f"`{draw.function}` draws{what}{whence}{partly}",
            level="advice" if draw.weights and not others else None,
            fix=seed_planted(trace, "keras" if keras else generator),
        )


def _is_trained(trace: Trace) -> bool:
    """Whether a model is fitted, and from the weights that were drawn."""
    fitted = any(fit.role != "transformer" for fit in trace.of(Fit))
    return fitted and not any(True for _ in trace.of(Restore))
