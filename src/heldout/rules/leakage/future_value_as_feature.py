"""A column made of later rows is among the features.

## Why it matters

`shift(-1)`, a centred window or a decomposition of the whole series puts values of tomorrow into the row of today. In the
data at hand they are there; when the model is used, they are not. The score is that of a model which knows the future.

```python bad
import pandas as pd
from sklearn.linear_model import Ridge

air = pd.read_csv("air.csv").sort_values("day")
air["smooth"] = air["ozone"].rolling(7, center=True).mean()  # finding
air["limit"] = air["ozone"].shift(1)
air = air.dropna()
early, late = air[:300], air[300:]
ridge = Ridge().fit(early[["smooth", "limit"]], early["ozone"])  # via
print(ridge.score(late[["smooth", "limit"]], late["ozone"]))
```

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

shop = pd.read_csv("shop.csv", parse_dates=["day"], index_col="day")
shop["after"] = shop["visitors"].shift(-1)  # finding
inputs = shop[["visitors", "after", "rain"]].fillna(0)
a, b, ya, yb = train_test_split(inputs, shop["sale"], shuffle=False)
forest = RandomForestClassifier(random_state=0).fit(a, ya)  # via
print(forest.score(b, yb))
```

As the target, a later value is what is to be predicted.

```python good
import pandas as pd
from sklearn.linear_model import Ridge

tides = pd.read_csv("tides.csv").sort_values("time")
tides["next"] = tides["height"].shift(-1)
tides = tides.dropna()
early, late = tides[:300], tides[300:]
print(Ridge().fit(early[["height"]], early["next"]).score(late[["height"]], late["next"]))
```

Lags and windows of the past are known in time.

```python good
import pandas as pd
from sklearn.linear_model import Ridge

tides = pd.read_csv("tides.csv").sort_values("time")
tides["before"] = tides["height"].shift(1)
tides["mean"] = tides["height"].shift(1).rolling(6).mean()
tides = tides.dropna()
early, late = tides[:300], tides[300:]
print(Ridge().fit(early[["before", "mean"]], early["height"]).score(late[["before", "mean"]], late["height"]))
```

A text is there from its first word to its last when its words are labelled.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

words = pd.read_csv("words.csv")
words["following"] = words["length"].shift(-1)
words = words.dropna()
a, b, ya, yb = train_test_split(words[["length", "following"]], words["tag"], shuffle=False)
print(RandomForestClassifier(random_state=0).fit(a, ya).score(b, yb))
```

A later value that is made and dropped again harms nobody.

```python good
import pandas as pd
from sklearn.linear_model import Ridge

tides = pd.read_csv("tides.csv").sort_values("time")
tides["next"] = tides["height"].shift(-1)
inputs = tides.drop(columns=["next", "height"])
early, late = inputs[:300], inputs[300:]
print(Ridge().fit(early, tides["height"][:300]).score(late, tides["height"][300:]))
```

The newest row comes first, so the row below is the day before.

```python good
import pandas as pd
from sklearn.linear_model import Ridge

gold = pd.read_csv("gold.csv").sort_values("date", ascending=False)
gold["before"] = gold["price"].shift(-1)
late, early = gold[:300], gold[300:]
print(Ridge().fit(early[["before"]], early["price"]).score(late[["before"]], late["price"]))
```

## Better

Shift forward, let windows end at the row itself, and keep later values for the target.

## References

- https://scikit-learn.org/stable/common_pitfalls.html#data-leakage
"""

from collections.abc import Iterator

from heldout.rule import Column, Data, Finding, Fit, Rule, Statistic, Trace, words

#: What a calendar says of tomorrow is known today.
_CALENDAR = frozenset("holiday holidays weekend weekday workday dow calendar date schedule planned promo".split())
#: In a table whose newest row comes first, the row below is the earlier one, and the column is called by that.
_EARLIER = frozenset("prev previous prior lag lagged last yesterday before past".split())


class FutureValueAsFeature(Rule):
    code = "HLD118"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for fit in trace.of(Fit):
            if fit.role not in ("predictor", "search") or fit.target is None or _is_unsure(fit.data):
                continue
            aims = fit.target.columns.everything()
            for name, column in fit.data.columns.known.items():
                if "future" not in column.traits or _is_aim(column, aims) or _is_known(name):
                    continue
                for made in column.learned:
                    if not isinstance(made, Statistic) or made in told or not _foretells(made, fit, aims):
                        continue
                    told.add(made)
                    shown = f"`{name}`" if isinstance(name, str) else "a feature"
                    yield self.finding(
                        made,
                        f"{shown} holds values of later rows, which are not known when a prediction is made",
                        [(fit, "the model is fitted on it here")],
                        confidence="likely" if fit.data.weak else "proved",
                    )


def _is_aim(column: Column, aims: Column) -> bool:
    """Whether a column is the target, or all that the target is made of, which other rules tell."""
    return column.origin in (aims.origin, None) or aims.parents == {column.origin}


def _foretells(made: Statistic, fit: Fit, aims: Column) -> bool:
    """Whether later rows are a later time: they are in its order, or what is looked ahead at is the target itself.

    The rows of a text, or of a signal that is on record as a whole, are all there when one of them is labelled.
    """
    source = made.data.columns.everything()
    ordered = fit.data.in_time or made.data.in_time
    return made.purpose == "future" and (ordered or not source.lineage().isdisjoint(aims.lineage()))


def _is_unsure(data: Data) -> bool:
    """Whether it is not known which columns are there: some were taken away by their position alone."""
    return data.columns.vague or any(isinstance(name, tuple) for name in data.columns.dropped)


def _is_known(name: object) -> bool:
    """Whether the name of a column says that it is known beforehand, or that its values are earlier ones."""
    found = set(words(name)) if isinstance(name, str) else set()
    return bool(found & (_CALENDAR | _EARLIER)) or {"day", "type"} <= found
