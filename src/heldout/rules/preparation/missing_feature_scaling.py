"""A model that weighs columns by the size of their numbers is fitted on columns in different units.

## Why it matters

A distance, an inner product or a gradient adds up all columns. With incomes in thousands beside ages in tens, a
neighbour is whoever earns the same, a cluster is a range of incomes, and a network moves one weight a thousand times as
fast as the other. Nothing fails, and the score tells how good the model is with the small columns all but switched off.
Trees and plain least squares do not care.

```python bad
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

loans = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(loans[["income", "age"]], loans["repaid"], random_state=0)
neighbours = KNeighborsClassifier(n_neighbors=15)
neighbours.fit(X_train, y_train)  # finding
print("accuracy", neighbours.score(X_test, y_test))
```

Codes of categories are small, and a weight in grams is not.

```python bad
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OrdinalEncoder
from sklearn.svm import SVC

parcels = pd.read_csv("parcels.csv")
print(parcels["weight"].describe())
parcels[["size"]] = OrdinalEncoder().fit_transform(parcels[["size"]])  # via
late = parcels.pop("late")
train, test, late_train, late_test = train_test_split(parcels, late, random_state=0)
machine = SVC(C=10).fit(train, late_train)  # finding
print("accuracy", machine.score(test, late_test))
```

```python good
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

loans = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(loans[["income", "age"]], loans["repaid"], random_state=0)
neighbours = make_pipeline(StandardScaler(), KNeighborsClassifier(n_neighbors=15)).fit(X_train, y_train)
print("accuracy", neighbours.score(X_test, y_test))
```

Each threshold of a tree is on one column, and a weight of least squares takes the unit of its column.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

homes = pd.read_csv("homes.csv")
X_train, X_test, y_train, y_test = train_test_split(homes[["area", "rooms"]], homes["price"], random_state=0)
for model in (RandomForestRegressor(random_state=0), LinearRegression()):
    print("R2", model.fit(X_train, y_train).score(X_test, y_test))
```

All columns are in one unit.

```python good
import pandas as pd
from sklearn.cluster import KMeans

leaves = pd.read_csv("leaves.csv")
kinds = KMeans(n_clusters=3, n_init=10, random_state=0).fit(leaves[["petal_length", "petal_width"]])
print(kinds.cluster_centers_)
```

Numbers that were brought to one range by hand.

```python good
import pandas as pd
from sklearn.svm import SVR

flats = pd.read_csv("flats.csv")
features = flats[["area", "floors"]] / [250, 30]
machine = SVR().fit(features[:800], flats["rent"][:800])
print("R2", machine.score(features[800:], flats["rent"][800:]))
```

## Better

Put a `StandardScaler` (or `RobustScaler`, where a few values are huge) before the model in one `Pipeline`.

## References

- https://scikit-learn.org/stable/auto_examples/preprocessing/plot_scaling_importance.html
- https://scikit-learn.org/stable/modules/preprocessing.html
"""

from collections.abc import Iterator

from heldout.rule import Event, Finding, Fit, Rule, Trace, Unscaled, unscaled

_HOW = {
    "distances": "compares rows over all columns at once",
    "gradients": "moves the weights of all columns by steps of one size",
    "penalty": "holds the weights of all columns equally small",
}


class MissingFeatureScaling(Rule):
    code = "HLD211"
    level = "warning"
    confidence = "likely"
    needs = ("sklearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program:
            return
        everything = list(unscaled(trace))
        sure = [one for one in everything if one.fit.needs & {"distances", "gradients"}]
        for found, level in ((sure, "warning"), ([one for one in everything if one not in sure], "advice")):
            # One preparation serves all models of the same rows.
            told: dict[object, list[Unscaled]] = {}
            for one in found:
                told.setdefault(one.load.data.rows, []).append(one)
            for group in told.values():
                yield self._told(group, level)

    def _told(self, group: list[Unscaled], level: str) -> Finding:
        first = group[0]
        model = f"`{first.fit.written or first.fit.model}`"
        steps: list[tuple[Event, str]] = []
        if len(first.apart) > 1:
            what = f"`{first.apart[0]}` and `{first.apart[1]}` are measured in different units"
        else:
            what = f"`{first.apart[0]}` stands beside whole numbers for categories"
        if first.coded is not None:
            steps.append((first.coded, "categories become small whole numbers here"))
        others = {one.fit.place: one.fit for one in group[1:] if one.fit.place != first.fit.place}
        steps += [(fit, f"{_name(fit)} is fitted on such columns here, too") for fit in others.values()]
        how = next(_HOW[kind] for kind in _HOW if kind in first.fit.needs)
        return self.finding(first.fit, f"{model} {how}, and no scaler comes before it: {what}", steps, level=level)


def _name(fit: Fit) -> str:
    return f"`{fit.written or fit.model}`"
