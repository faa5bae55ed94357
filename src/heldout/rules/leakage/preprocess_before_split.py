"""A statistic or a transformer learns from rows that are later held out.

## Why it matters

A mean, a component or a fill value that held-out rows helped to make tells training something about them, so the score
tends to be too good. Mostly by little: across two thousand tables, the AUC moved by no more than 0.005. It can be more
where rows are few and columns many, and the figure is no longer one for rows that come after the model was made.

```python bad
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

wine = pd.read_csv("wine.csv")
X, y = wine.drop(columns="cultivar"), wine["cultivar"]
X_scaled = StandardScaler().fit_transform(X)  # finding
X_train, X_test, y_train, y_test = train_test_split(X_scaled, y, random_state=0)  # via
model = LogisticRegression().fit(X_train, y_train)  # via
print("accuracy", model.score(X_test, y_test))  # via
```

A helper fills gaps with what it finds in all rows; there is no library call to see.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split


def without_gaps(table):
    return table.fillna(table.median())  # finding


soil = pd.read_csv("soil.csv")
inputs = without_gaps(soil[["clay", "sand", "acidity"]])
a, b, carbon_a, carbon_b = train_test_split(inputs, soil["carbon"], test_size=0.3, random_state=1)
forest = RandomForestRegressor(random_state=1).fit(a, carbon_a)
print("R2", forest.score(b, carbon_b))
```

Every fold of a cross-validation is held out once, and the components have seen them all.

```python bad
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import cross_val_score
from sklearn.neighbors import KNeighborsClassifier

pixels, digit = load_digits(return_X_y=True)
reduced = PCA(n_components=20, random_state=0).fit_transform(pixels)  # finding
print(cross_val_score(KNeighborsClassifier(), reduced, digit, cv=5).mean())  # via
```

Inside a pipeline, the steps are fitted anew on the training rows of each fold.

```python good
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline

pixels, digit = load_digits(return_X_y=True)
steps = make_pipeline(PCA(n_components=20, random_state=0), KNeighborsClassifier())
print(cross_val_score(steps, pixels, digit, cv=5).mean())
```

The mean and spread that both parts are given come from the training part.

```python good
import numpy as np
from sklearn.svm import SVC

signals, state = np.load("signals.npy"), np.load("state.npy")
train, test = signals[:800], signals[800:]
center, spread = train.mean(axis=0), train.std(axis=0)
machine = SVC().fit((train - center) / spread, state[:800])
print("accuracy", machine.score((test - center) / spread, state[800:]))
```

Constants, logarithms and means along a row learn nothing from other rows.

```python good
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

soil = pd.read_csv("soil.csv").fillna(0)
soil["depth"] = np.log1p(soil["depth"])
soil["texture"] = soil[["clay", "sand"]].mean(axis=1)
a, b, carbon_a, carbon_b = train_test_split(soil[["depth", "texture"]], soil["carbon"], random_state=1)
forest = RandomForestRegressor(random_state=1).fit(a, carbon_a)
print("R2", forest.score(b, carbon_b))
```

The scaled table is looked at and goes into no model.

```python good
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler

wine = pd.read_csv("wine.csv")
X, y = wine.drop(columns="cultivar"), wine["cultivar"]
pd.DataFrame(MinMaxScaler().fit_transform(X)).plot.box()
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print("accuracy", LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
```

## Better

Split first, fit on the training part, transform both. A `Pipeline` does that by itself, also under cross-validation
and search.

## References

- https://scikit-learn.org/stable/common_pitfalls.html
- https://scikit-learn.org/stable/modules/compose.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Leak, Learning, Rule, Statistic, Trace


class PreprocessBeforeSplit(Rule):
    code = "HLD101"
    level = "warning"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        together: dict[object, list[Leak]] = {}
        for leak in trace.leaks:
            if leak.kind == "value" and not leak.is_inner(trace):
                # A column after the other is filled in the same way: that is one thing to say, not ten.
                key = (leak.fit, leak.score) if isinstance(leak.learn, Statistic) else leak
                together.setdefault(key, []).append(leak)
        for first, *others in together.values():
            more = (
                f", and {len(others)} more statistics do"
                if len(others) > 1
                else ", and one more does"
                if others
                else ""
            )
            yield self.finding(
                first.learn,
                f"{_who(first.learn)} learns from rows that are {first.later}{more}",
                [*((other.learn, f"{_who(other.learn)} does too") for other in others), *first.steps()],
                confidence=first.confidence,
            )


def _who(learn: Learning) -> str:
    if isinstance(learn, Fit):
        return f"`{learn.written or learn.model}.{learn.method}`"
    name = f" of `{learn.data.name}`" if learn.data.name else ""
    return f"`{learn.function}`{name}"
