"""The column that the target is computed from stays among the features.

## Why it matters

When the target is a threshold, a band or a logarithm of a column, that column answers every question: a tree finds the
threshold with one split and its score is 1; a linear model comes close, so that its score is merely much too good. In
use, the column is what is to be foretold: either it is not there, or no model is needed.

```python bad
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

pupils = pd.read_csv("pupils.csv")
pupils["passed"] = (pupils["grade"] >= 10).astype(int)
X, y = pupils.drop(columns="passed"), pupils["passed"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
tree = DecisionTreeClassifier(random_state=0).fit(X_train, y_train)  # finding: `grade` is a feature
print("accuracy", tree.score(X_test, y_test))
```

```python bad
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score


def features_and_target(path):
    films = pd.read_csv(path)
    target = np.log1p(films["revenue"])
    return films[["budget", "revenue", "screens"]], target


inputs, target = features_and_target("films.csv")
print("R2", cross_val_score(Ridge(), inputs, target, cv=5).mean())  # finding
```

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestClassifier

air = pd.read_csv("air.csv")
air["level"] = pd.cut(air["dust"], bins=[0, 20, 50, 1000], labels=["low", "raised", "high"])
earlier, later = air[air["year"] < 2022], air[air["year"] >= 2022]
columns = [name for name in air.columns if name not in ("level", "station")]
forest = RandomForestClassifier(random_state=0)
forest.fit(earlier[columns], earlier["level"])  # finding
print("accuracy", forest.score(later[columns], later["level"]))
```

The column is dropped together with what was made of it.

```python good
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

pupils = pd.read_csv("pupils.csv")
pupils["passed"] = (pupils["grade"] >= 10).astype(int)
X, y = pupils.drop(columns=["passed", "grade"]), pupils["passed"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
tree = DecisionTreeClassifier(random_state=0).fit(X_train, y_train)
print("accuracy", tree.score(X_test, y_test))
```

The target is tomorrow's value, and today's is known by then.

```python good
import pandas as pd
from sklearn.linear_model import Ridge

days = pd.read_csv("river.csv")
days["tomorrow"] = days["gauge"].shift(-1)
days = days.dropna()
past, coming = days.iloc[:3000], days.iloc[3000:]
ridge = Ridge().fit(past[["gauge", "rain"]], past["tomorrow"])
print("R2", ridge.score(coming[["gauge", "rain"]], coming["tomorrow"]))
```

One of the two columns of the target does not give it away without the other.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

trips = pd.read_csv("trips.csv")
minutes = trips["arrived"] - trips["left"]
print("R2", cross_val_score(Ridge(), trips[["left", "distance"]], minutes, cv=5).mean())
```

## Better

Compute the target into a variable of its own and drop its source in the same place, or list the features by name:
those known at the moment of the question.

## References

- https://scikit-learn.org/stable/common_pitfalls.html
- https://pandas.pydata.org/docs/reference/api/pandas.cut.html
"""

from collections.abc import Hashable, Iterator

from heldout.rule import Column, Finding, Fit, Rule, Trace


class TargetSourceAmongFeatures(Rule):
    code = "HLD114"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for fit, target in trace.supervised():
            _, column = target.columns.single()
            if fit.place in told:
                continue
            if column is None or len(column.parents) != 1 or column.traits & {"aggregate", "past", "moved"}:
                continue
            (source,) = column.parents
            if not _is_loaded(source) or _was_moved(column, source, fit):
                continue
            if not trace.aligned(fit) or fit.data.columns.holds(column.origin) or not fit.data.columns.holds(source):
                continue
            told.add(fit.place)
            named = _name_of(source)
            shown = f"`{named}`" if isinstance(named, str) and named else "the column behind it"
            yield self.finding(
                fit,
                f"the target is computed from {shown} alone, and {shown} is still among the features",
                confidence="likely" if fit.data.weak or target.weak else "proved",
            )


def _was_moved(column: Column, source: Hashable, fit: Fit) -> bool:
    """Whether the target holds values of later rows, and the feature behind it those of its own row."""
    kept = (known for known in fit.data.columns.known.values() if known.origin == source)
    return "future" in column.traits and not any("future" in known.traits for known in kept)


def _is_loaded(source: Hashable) -> bool:
    """Whether a column is a named one of data that was loaded, not numbers made up for a demonstration."""
    return isinstance(source, tuple) and len(source) >= 2 and source[0] != "computed" and not _is_made(source[0])


def _name_of(source: Hashable) -> Hashable:
    """What the program calls a column: one that it wrote, or one that was loaded."""
    if not isinstance(source, tuple):
        return ""
    name: Hashable = source[2] if source[0] == "written" and len(source) > 2 else source[-1]
    return name


def _is_made(table: Hashable) -> bool:
    return (
        isinstance(table, tuple)
        and bool(table)
        and table[0] in ("make", "computed", "rand", "randn", "normal", "uniform")
    )
