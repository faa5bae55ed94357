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

shop = pd.read_csv("shop.csv")
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

A later value that is made and dropped again harms nobody.

```python good
import pandas as pd
from sklearn.linear_model import Ridge

tides = pd.read_csv("tides.csv").sort_values("time")
tides["next"] = tides["height"].shift(-1)
print(tides["next"].describe())
inputs = tides.drop(columns=["next", "height"])
early, late = inputs[:300], inputs[300:]
print(Ridge().fit(early, tides["height"][:300]).score(late, tides["height"][300:]))
```

## Better

Shift forward, let windows end at the row itself, and keep later values for the target.

## References

- https://scikit-learn.org/stable/common_pitfalls.html#data-leakage
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Rule, Statistic, Trace


class FutureValueAsFeature(Rule):
    code = "HLD118"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for fit in trace.of(Fit):
            if fit.role not in ("predictor", "search") or fit.target is None or fit.data.columns.vague:
                continue
            aims = fit.target.columns.everything()
            for name, column in fit.data.columns.known.items():
                if "future" not in column.traits or column.origin in aims.lineage() | aims.parents:
                    continue
                for made in column.learned:
                    if not isinstance(made, Statistic) or made.purpose != "future" or made in told:
                        continue
                    if made.function.startswith("groupby") and not fit.data.in_time:
                        # Each group may be a sequence that is known as a whole when its rows are labelled.
                        continue
                    told.add(made)
                    shown = f"`{name}`" if isinstance(name, str) else "a feature"
                    yield self.finding(
                        made,
                        f"{shown} holds values of later rows, which are not known when a prediction is made",
                        [(fit, "the model is fitted on it here")],
                        confidence="likely" if fit.data.weak else "proved",
                    )
