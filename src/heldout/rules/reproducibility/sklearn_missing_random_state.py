"""A random step of scikit-learn is run without a random_state, and NumPy is not seeded either.

## Why it matters

Every run splits other rows, grows other trees, starts from other centres. With 200 held-out rows and an accuracy of
0.85 the split alone spreads the figure by 2.5 points (one standard deviation), in both directions: nobody can repeat
the number, and two versions of a program cannot be told apart by less.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

wells = pd.read_csv("wells.csv")
X_train, X_test, y_train, y_test = train_test_split(wells[["depth", "age"]], wells["works"])  # finding
forest = RandomForestClassifier()  # via
forest.fit(X_train, y_train)
print("accuracy", forest.score(X_test, y_test))
```

```python fixed
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

wells = pd.read_csv("wells.csv")
X_train, X_test, y_train, y_test = train_test_split(wells[["depth", "age"]], wells["works"], random_state=0)
forest = RandomForestClassifier(random_state=0)
forest.fit(X_train, y_train)
print("accuracy", forest.score(X_test, y_test))
```

```python bad
import numpy as np
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import KFold, cross_val_score


def estimate(signals, gesture):
    folds = KFold(n_splits=5, shuffle=True)  # finding
    return cross_val_score(SGDClassifier(random_state=3), signals, gesture, cv=folds)


print(estimate(np.load("signals.npy"), np.load("gesture.npy")).mean())
```

```python fixed
import numpy as np
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import KFold, cross_val_score


def estimate(signals, gesture):
    folds = KFold(n_splits=5, shuffle=True, random_state=0)
    return cross_val_score(SGDClassifier(random_state=3), signals, gesture, cv=folds)


print(estimate(np.load("signals.npy"), np.load("gesture.npy")).mean())
```

Steps without a `random_state` draw from NumPy's global generator, which is seeded here.

```python good
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

np.random.seed(7)
wells = pd.read_csv("wells.csv")
X_train, X_test, y_train, y_test = train_test_split(wells[["depth", "age"]], wells["works"])
forest = RandomForestClassifier().fit(X_train, y_train)
print("accuracy", forest.score(X_test, y_test))
```

Nothing is drawn: the folds are not shuffled, and the default solver of `LogisticRegression` is deterministic.

```python good
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_score

signals, gesture = np.load("signals.npy"), np.load("gesture.npy")
print(cross_val_score(LogisticRegression(), signals, gesture, cv=KFold(n_splits=5)).mean())
```

With `shuffle=False` the last rows are held out, without chance.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

load = pd.read_csv("grid_load.csv")
past, future = train_test_split(load, test_size=0.1, shuffle=False)
model = Ridge().fit(past[["hour", "degrees"]], past["megawatts"])
print("R2", model.score(future[["hour", "degrees"]], future["megawatts"]))
```

The seed comes with a dictionary of settings.

```python good
import numpy as np
from sklearn.cluster import KMeans

settings = {"n_clusters": 6, "n_init": 10, "random_state": 42}
np.save("centres.npy", KMeans(**settings).fit(np.load("visits.npy")).cluster_centers_)
```

## Better

Give `random_state` an integer in every step that draws, or seed NumPy once at the top. To know how far the figure is
to be trusted, repeat the whole over several seeds and report the spread.

## References

- https://scikit-learn.org/stable/common_pitfalls.html#controlling-randomness
- https://scikit-learn.org/stable/glossary.html#term-random_state
"""

from collections.abc import Iterator

from heldout.rule import Draw, Finding, Fix, Place, Replacement, Rule, Seed, Trace, with_argument

_ROOTS = ("sklearn", "imblearn")


class SklearnMissingRandomState(Rule):
    code = "HLD702"
    level = "warning"
    bias = "unstable"

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program:
            return
        seeds = [seed.index for seed in trace.of(Seed) if "numpy" in seed.generators]
        places: dict[Place, Draw] = {}
        for draw in trace.of(Draw):
            counts = (
                draw.argument == "random_state" and draw.function.startswith(_ROOTS) and not draw.rows_from_elsewhere
            )
            if counts and not any(index < draw.index for index in seeds):
                places.setdefault(draw.place, draw)
        draws = list(places.values())
        if not draws:
            return
        first, *others = draws
        short = first.function.rpartition(".")[2]
        more = f", and so do {len(others)} more" if len(others) > 1 else ", and so does one more" if others else ""
        yield self.finding(
            first,
            f"`{short}` draws at random without a `random_state`{more}: the result differs from run to run",
            [(draw, f"`{draw.function.rpartition('.')[2]}` has none either") for draw in others],
            fix=Fix("Give it a fixed random_state", "unsafe", tuple(_seeded(draw) for draw in draws)),
        )


def _seeded(draw: Draw) -> Replacement:
    return with_argument(draw.place, "random_state", "0", written=draw.given_none, last=draw.last_argument)
