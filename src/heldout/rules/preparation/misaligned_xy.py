"""Rows of the features alone are moved or dropped after the target was taken from the same table.

## Why it matters

An estimator pairs rows by position, whatever their index says. Once the features are in another order than the target,
each row learns a neighbour's answer: nothing fails, and the score is that of guessing. Where rows were dropped, the fit
stops with an exception on the day when there is something to drop, or, if both are cut to one length, pairs strangers.

```python bad
import pandas as pd
from sklearn.linear_model import Ridge

wells = pd.read_csv("wells.csv")
X, depth = wells[["rain", "clay"]], wells["depth"]
X = X.sort_values("rain")  # finding
ridge = Ridge().fit(X[:300], depth[:300])  # via
print("R2", ridge.score(X[300:], depth[300:]))
```

The gaps of the features are dropped, and the target keeps its rows.

```python bad
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

beans = pd.read_csv("beans.csv")
kind = beans.pop("kind")
beans = beans.dropna()  # finding
a, b, kind_a, kind_b = train_test_split(beans, kind, random_state=0)  # via
tree = DecisionTreeClassifier(random_state=0).fit(a, kind_a)
print("accuracy", tree.score(b, kind_b))
```

The target is taken by the labels of the rows that are left, in their order.

```python good
import pandas as pd
from sklearn.linear_model import Ridge

wells = pd.read_csv("wells.csv")
X, depth = wells[["rain", "clay"]], wells["depth"]
X = X.dropna().sort_values("rain")
depth = depth.loc[X.index]
ridge = Ridge().fit(X[:300], depth[:300])
print("R2", ridge.score(X[300:], depth[300:]))
```

The whole table is sorted and cleaned before anything is taken from it.

```python good
import pandas as pd
from sklearn.linear_model import Ridge

wells = pd.read_csv("wells.csv").dropna().sort_values("rain")
X, depth = wells[["rain", "clay"]], wells["depth"]
print("R2", Ridge().fit(X[:300], depth[:300]).score(X[300:], depth[300:]))
```

Both pass the same condition.

```python good
import pandas as pd
from sklearn.linear_model import Ridge

wells = pd.read_csv("wells.csv")
X, depth = wells[["rain", "clay"]], wells["depth"]
wet = X["rain"] > 20
X, depth = X[wet], depth[wet]
print("R2", Ridge().fit(X[:300], depth[:300]).score(X[300:], depth[300:]))
```

The target alone is drawn anew: a check of what chance would give.

```python good
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

wells = pd.read_csv("wells.csv")
X, depth = wells[["rain", "clay"]], wells["depth"]
print("R2 by chance", cross_val_score(Ridge(), X, depth.sample(frac=1, random_state=0)).mean())
```

## Better

Sort and clean the whole table, then take features and target from it. Afterwards, take one by the index of the other.

## References

- https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.reindex.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Moved, Omission, Rule, Score, Trace


class MisalignedXy(Rule):
    code = "HLD203"
    level = "error"
    bias = "pessimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for moved in trace.alignment.moved():
            if moved.by.place not in told:
                told.add(moved.by.place)
                yield self._told(trace, moved)

    def _told(self, trace: Trace, found: Moved) -> Finding:
        done = "drops rows of" if isinstance(found.by, Omission) else "moves the rows of"
        taken = "judged against each other" if isinstance(found.taken, Score) else "taken for one another's"
        whole, other = (trace.called(data, "the other part") for data in (found.by.whole, found.other))
        return self.finding(
            found.by,
            f"`{found.by.function}` {done} {whole} and leaves those of {other} alone: "
            "row by row the two no longer belong together",
            [(found.taken, f"the rows of both are {taken} here")],
            confidence="likely" if isinstance(found.by, Omission) else "proved",
        )
