"""Rows of a time series, with lags as features or later values as targets, are split at random.

## Why it matters

The rows around a test row are in the training part: the day before it and the day after it. Lags and targets overlap
between them, so the model has seen most of the answer, while in use there is no day after. On genuine series the score
comes out better, by a little or by a lot.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

power = pd.read_csv("power.csv", parse_dates=["day"]).sort_values("day")
power["yesterday"] = power["load"].shift(1)
power["week"] = power["load"].rolling(7).mean()
power = power.dropna()
columns = ["yesterday", "week"]
a, b, ya, yb = train_test_split(power[columns], power["load"], test_size=0.2, random_state=0)  # finding
print(RandomForestRegressor(random_state=0).fit(a, ya).score(b, yb))
```

```python bad
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold, cross_val_score

tides = pd.read_csv("tides.csv").sort_values("time")
tides["next"] = tides["height"].shift(-1)
tides = tides.dropna()
folds = KFold(5, shuffle=True, random_state=0)
print(cross_val_score(Ridge(), tides[["height", "wind"]], tides["next"], cv=folds))  # finding
```

The last rows are held out: nothing is shuffled.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

power = pd.read_csv("power.csv").sort_values("day")
power["yesterday"] = power["load"].shift(1)
power = power.dropna()
a, b, ya, yb = train_test_split(power[["yesterday"]], power["load"], test_size=0.2, shuffle=False)
print(Ridge().fit(a, ya).score(b, yb))
```

Dates alone make no series: they are parsed for an age, and rows stand for themselves.

```python good
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

people = pd.read_csv("people.csv", parse_dates=["birth_date"])
people["age"] = 2025 - people["birth_date"].dt.year
a, b, ya, yb = train_test_split(people[["age", "income"]], people["bought"], random_state=0)
print(LogisticRegression().fit(a, ya).score(b, yb))
```

A gap filled from the row before looks along no series.

```python good
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

people = pd.read_csv("people.csv", parse_dates=["visit_date"]).ffill()
a, b, ya, yb = train_test_split(people[["age", "income"]], people["bought"], random_state=0)
print(LogisticRegression().fit(a, ya).score(b, yb))
```

Folds that go forward in time keep the order.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import TimeSeriesSplit, cross_val_score

tides = pd.read_csv("tides.csv").sort_values("time")
tides["before"] = tides["height"].shift(1)
tides = tides.dropna()
print(cross_val_score(Ridge(), tides[["before"]], tides["height"], cv=TimeSeriesSplit(5)))
```

## Better

Hold the last rows out, or use `TimeSeriesSplit`.

## References

- https://scikit-learn.org/stable/modules/cross_validation.html#time-series-split
"""

from collections.abc import Iterator

from heldout.rule import Data, Finding, Rule, Split, Trace


class TimeOrderShuffled(Rule):
    code = "HLD117"
    level = "warning"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for split in trace.of(Split):
            if not split.shuffled or len(split.parts) < 2 or split.place in told:
                continue
            if trace.cut_of(split.whole.rows) is not None:
                # What is parted here was shuffled before.
                continue
            if not any(whole.in_time for whole in split.wholes) or not any(
                _looks_along(whole) for whole in split.wholes
            ):
                continue
            told.add(split.place)
            name = f"`{split.whole.name}`" if split.whole.name else "these rows"
            yield self.finding(
                split,
                f"{name} are in the order of time and look at earlier or later rows, and `{split.function}` shuffles them",
                confidence="likely",
            )


def _looks_along(whole: Data) -> bool:
    """Whether some column is made of values of earlier or later rows."""
    columns = whole.columns
    traits = columns.rest.traits.union(*(column.traits for column in columns.known.values()))
    return bool(traits & {"past", "future"})
