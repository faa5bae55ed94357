"""A generator is seeded only after the program has drawn from it.

## Why it matters

A seed fixes what is drawn after it. A network that was made before it starts from other weights in each run, a split
that was drawn before it holds out other rows: the program looks repeatable and is not, and a difference between two
versions of it may be nothing but the draw.

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

model = nn.Sequential(nn.Linear(12, 32), nn.ReLU(), nn.Linear(32, 1))  # finding: the weights are drawn here
torch.manual_seed(7)  # via
loader = DataLoader(TensorDataset(torch.load("tides.pt"), torch.load("heights.pt")), 64, shuffle=True)
optimizer = torch.optim.Adam(model.parameters())
for tide, height in loader:
    optimizer.zero_grad()
    nn.functional.mse_loss(model(tide), height).backward()
    optimizer.step()
```

```python bad
import numpy as np
from sklearn.linear_model import Ridge

soil, yields = np.load("soil.npy"), np.load("yields.npy")
order = np.random.permutation(len(soil))  # finding
np.random.seed(5)  # via
model = Ridge().fit(soil[order[:800]], yields[order[:800]])
print("R2", model.score(soil[order[800:]], yields[order[800:]]))
```

The seed comes first.

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(7)
model = nn.Sequential(nn.Linear(12, 32), nn.ReLU(), nn.Linear(32, 1))
loader = DataLoader(TensorDataset(torch.load("tides.pt"), torch.load("heights.pt")), 64, shuffle=True)
optimizer = torch.optim.Adam(model.parameters())
for tide, height in loader:
    optimizer.zero_grad()
    nn.functional.mse_loss(model(tide), height).backward()
    optimizer.step()
```

A function that draws may stand above the seed, as long as it is called below it.

```python good
import numpy as np
from sklearn.linear_model import Ridge


def mixed(rows):
    return np.random.permutation(rows)


np.random.seed(5)
soil, yields = np.load("soil.npy"), np.load("yields.npy")
order = mixed(len(soil))
model = Ridge().fit(soil[order[:800]], yields[order[:800]])
print("R2", model.score(soil[order[800:]], yields[order[800:]]))
```

A few rows drawn for a look decide nothing.

```python good
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge

soil = pd.read_csv("soil.csv")
print(soil.sample(5))
np.random.seed(5)
order = np.random.permutation(len(soil))
train, test = soil.iloc[order[:800]], soil.iloc[order[800:]]
model = Ridge().fit(train[["lime", "clay"]], train["yield"])
print("R2", model.score(test[["lime", "clay"]], test["yield"]))
```

## Better

Seed right behind the imports, before anything is loaded, split or built. What is drawn once more after the seed, as
where a notebook shows a step and then repeats it, is not told; numbers other than first weights get advice.

## References

- https://docs.pytorch.org/docs/stable/notes/randomness.html
"""

from collections.abc import Iterator

from heldout.rule import Draw, Finding, Fit, Restore, Rule, Seed, Trace

_WORDS = {"python": "`random`", "numpy": "NumPy", "torch": "PyTorch", "tensorflow": "TensorFlow"}
#: These draw only when they are gone through.
_LAZY = ("DataLoader", "Sampler", "DataPipe")
#: These have a rule of their own, or are mostly asked for a look at some rows.
_LEFT_OUT = ("sklearn", "imblearn", "pandas", "polars", "random.choice", "random.sample", "random.randint")


class SeedAfterUse(Rule):
    code = "HLD704"
    level = "warning"
    bias = "unstable"

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program or not any(True for _ in trace.of(Fit)):
            return
        first: dict[str, Seed] = {}
        for seed in trace.of(Seed):
            for generator in seed.generators:
                first.setdefault(generator, seed)
        later = {draw.function for draw in trace.of(Draw) if _follows(draw, first)}
        weights = any(draw.weights and _follows(draw, first) for draw in trace.of(Draw))
        told: set[str] = set()
        for draw in trace.of(Draw):
            known = first.get(draw.generator)
            if known is None or draw.index > known.index or draw.generator in told or draw.generator not in _WORDS:
                continue
            if draw.function.startswith(_LEFT_OUT) or draw.function.endswith(_LAZY):
                continue
            if weights if draw.weights else draw.function in later:
                continue
            if draw.weights and any(True for _ in trace.of(Restore)):
                continue
            told.add(draw.generator)
            what = "draws its first weights" if draw.weights else "draws"
            yield self.finding(
                draw,
                f"`{draw.function}` {what} from {_WORDS[draw.generator]}'s global generator before `{known.function}` "
                "seeds it",
                [(known, "the generator is seeded only here")],
                level=None if draw.weights else "advice",
            )


def _follows(draw: Draw, first: dict[str, Seed]) -> bool:
    """Whether a draw is one that a seed fixes."""
    return draw.generator in first and first[draw.generator].index < draw.index
