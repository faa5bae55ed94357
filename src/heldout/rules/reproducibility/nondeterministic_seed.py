"""The seed comes from the clock, the process or the system, and the run does not write it down.

## Why it matters

A seed is there to bring a run back. One that is read off the clock does so only if it is kept: without that the split,
the first weights and the figure are gone when the program ends, and the call that seeds is no better than none.

```python bad
import time

import numpy as np
from sklearn.linear_model import Ridge

np.random.seed(int(time.time()))  # finding
masses, spans = np.load("masses.npy"), np.load("spans.npy")
order = np.random.permutation(len(masses))
model = Ridge().fit(masses[order[:700]], spans[order[:700]])
print("R2", model.score(masses[order[700:]], spans[order[700:]]))
```

```python bad
import os

import torch
from torch import nn

seed = os.getpid() % 1000
torch.manual_seed(seed)  # finding
network = nn.Linear(20, 3)
optimizer = torch.optim.SGD(network.parameters(), 0.1)
loss = nn.functional.cross_entropy(network(torch.load("tones.pt")), torch.load("keys.pt"))
loss.backward()
optimizer.step()
torch.save(network.state_dict(), "network.pt")
```

The number is shown, so that the run can be had again.

```python good
import time

import numpy as np
from sklearn.linear_model import Ridge

seed = int(time.time())
print("seed", seed)
np.random.seed(seed)
masses, spans = np.load("masses.npy"), np.load("spans.npy")
order = np.random.permutation(len(masses))
model = Ridge().fit(masses[order[:700]], spans[order[:700]])
print("R2", model.score(masses[order[700:]], spans[order[700:]]))
```

The clock only measures how long it takes.

```python good
import time

import numpy as np
from sklearn.linear_model import Ridge

began = time.time()
np.random.seed(3)
masses, spans = np.load("masses.npy"), np.load("spans.npy")
order = np.random.permutation(len(masses))
model = Ridge().fit(masses[order[:700]], spans[order[:700]])
print("R2", model.score(masses[order[700:]], spans[order[700:]]), "in", time.time() - began)
```

## Better

Write the seed into the program or take it as an option with a default. Where every run is to differ, draw the seed
once, print or log it, and let the option bring it back.

## References

- https://numpy.org/doc/stable/reference/random/index.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Place, Rule, Seed, Trace


class NondeterministicSeed(Rule):
    code = "HLD705"
    level = "warning"
    bias = "unstable"

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program or not trace.handles_rows:
            return
        told: set[Place] = set()
        for seed in trace.of(Seed):
            if seed.source in ("", "system") or seed.written_down or seed.place in told:
                continue
            told.add(seed.place)
            yield self.finding(
                seed,
                f"`{seed.function}` gets its seed from `{seed.source}`, another one in each run, and no run writes it down",
            )
