"""The target column stays among the features.

## Why it matters

The model reads the answer from its inputs: a regression comes out with an R2 of 1, a tree splits once and is always
right. That is the mild case, as one notices. Among many columns or under strong regularisation the answer is used only
in part and the score is merely too good; in use, where the answer is not known, nothing of it remains.

```python bad
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

cars = pd.read_csv("cars.csv")
y = cars["price"]
cars.drop("price", axis=1)
X_train, X_test, y_train, y_test = train_test_split(cars, y, random_state=0)
model = LinearRegression().fit(X_train, y_train)  # finding: `drop` gives a new table, which nobody keeps
print("R2", model.score(X_test, y_test))
```

The list of what to leave out forgets one name.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score

NOT_FEATURES = ["customer", "signed_up"]


def load(path):
    customers = pd.read_csv(path)
    columns = [name for name in customers.columns if name not in NOT_FEATURES]
    return customers[columns], customers["left"]


inputs, left = load("customers.csv")
forest = RandomForestClassifier(random_state=0)
print("accuracy", cross_val_score(forest, inputs, left, cv=5).mean())  # finding
```

```python bad
import pandas as pd
from sklearn.neighbors import KNeighborsRegressor


class Experiment:
    def __init__(self, path):
        table = pd.read_csv(path)
        self.known, self.new = table.iloc[:5000], table.iloc[5000:]

    def run(self):
        nearest = KNeighborsRegressor()
        nearest.fit(self.known.drop(columns=["day"]), self.known["demand"])  # finding
        return nearest.score(self.new.drop(columns=["day"]), self.new["demand"])


print("R2", Experiment("demand.csv").run())
```

`drop` works on the table itself when it is told so.

```python good
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

cars = pd.read_csv("cars.csv")
y = cars["price"]
cars.drop("price", axis=1, inplace=True)
X_train, X_test, y_train, y_test = train_test_split(cars, y, random_state=0)
print("R2", LinearRegression().fit(X_train, y_train).score(X_test, y_test))
```

Yesterday's demand is known when today's is forecast; only the column of today is the target.

```python good
import pandas as pd
from sklearn.linear_model import LinearRegression

days = pd.read_csv("demand.csv")
days["yesterday"] = days["demand"].shift(1)
days = days.dropna()
past, coming = days.iloc[:5000], days.iloc[5000:]
line = LinearRegression().fit(past[["yesterday", "holiday"]], past["demand"])
print("R2", line.score(coming[["yesterday", "holiday"]], coming["demand"]))
```

Windows of a series end before the value that they forecast.

```python good
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge

flow = pd.read_csv("gauge.csv")["flow"][:5000]
windows, following = [], []
for end in range(24, len(flow)):
    windows.append(flow[end - 24 : end])
    following.append(flow[end])
print("weights", Ridge().fit(np.array(windows), np.array(following)).coef_)
```

The names to leave out include the target.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score

customers = pd.read_csv("customers.csv")
left = customers["left"]
inputs = customers[customers.columns.difference(["customer", "left"])]
print("accuracy", cross_val_score(RandomForestClassifier(random_state=0), inputs, left, cv=5).mean())
```

## Better

Take the target out where it is read, by `pop` or by `X = table.drop(columns="price")`, and name features rather than
exceptions where there are few.

## References

- https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.drop.html
- https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.pop.html
"""

from collections.abc import Hashable, Iterator

from heldout.rule import Finding, Fit, Rule, Trace


class TargetAmongFeatures(Rule):
    code = "HLD113"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for fit, target in trace.supervised():
            named = next((name for name in fit.data.columns.known if trace.is_target(name)), None)
            if named is not None and fit.place not in told:
                told.add(fit.place)
                yield self.finding(fit, f"`{named}`, which the project calls a target, is among the features")
                continue
            name, column = target.columns.single()
            if column is None or fit.place in told or not _is_told_apart(name, fit):
                continue
            if not fit.data.columns.holds(column.origin) or not trace.aligned(fit):
                continue
            told.add(fit.place)
            shown = f"`{name}` is the target and" if isinstance(name, str | tuple) else "the target"
            features = f"`{fit.data.name}`" if fit.data.name else "the features"
            yield self.finding(
                fit,
                f"{shown} is still among the columns of {features}",
                confidence="likely" if fit.data.weak or target.weak else "proved",
            )


def _is_told_apart(name: Hashable, fit: Fit) -> bool:
    """Whether the target is a column by name, or by position in a table that was not cut into windows."""
    if isinstance(name, str) or (isinstance(name, tuple) and name[0] == "setting"):
        return True
    return isinstance(name, int) and not any(node.kind in ("slice", "filter") for node in fit.data.rows.ancestry())
