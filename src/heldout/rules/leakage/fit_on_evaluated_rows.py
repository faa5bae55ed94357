"""A model is fitted on rows among which are those that it is then judged on.

## Why it matters

The model may remember the answers it is asked for, so its score on those rows is too good. How much depends on how
well it remembers: a forest of full-grown trees repeats labels that are pure noise with an accuracy near 1.0, where
0.5 is the truth; a linear model with few columns gains a point or two. The figure says nothing about new rows.

The split is there, but the fit takes the table from before the split.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

loans = pd.read_csv("loans.csv")
features, defaulted = loans.drop(columns="defaulted"), loans["defaulted"]
X_train, X_test, y_train, y_test = train_test_split(features, defaulted, random_state=0)  # via
forest = RandomForestClassifier(random_state=0)
forest.fit(features, defaulted)  # finding: X_test is among these rows
print("AUC", roc_auc_score(y_test, forest.predict_proba(X_test)[:, 1]))  # via
```

The two slices share a thousand rows.

```python bad
import numpy as np
from sklearn.linear_model import Ridge


class Forecast:
    def __init__(self):
        self.model = Ridge()

    def learn(self, hours, demand):
        self.model.fit(hours, demand)  # finding: rows 7000 to 7999 are judged below

    def error(self, hours, demand):
        return np.abs(self.model.predict(hours) - demand).mean()  # via


table = np.load("demand.npy")
forecast = Forecast()
forecast.learn(table[:8000, :-1], table[:8000, -1])
print("mean error", forecast.error(table[7000:, :-1], table[7000:, -1]))
```

The held-out part is put back for a last fit, and the score is taken after it.

```python bad
import pandas as pd
from lightgbm import LGBMRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

flats = pd.read_csv("flats.csv")
known, fresh = train_test_split(flats, test_size=0.2, random_state=7)  # via
columns = ["area", "floor", "built"]
both = pd.concat([known, fresh])
model = LGBMRegressor(random_state=7).fit(both[columns], both["rent"])  # finding
print(mean_absolute_error(fresh["rent"], model.predict(fresh[columns])))  # via
```

The last fit is on all rows, but it comes after the last score: that model is for use, not for judging.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

loans = pd.read_csv("loans.csv")
features, defaulted = loans.drop(columns="defaulted"), loans["defaulted"]
X_train, X_test, y_train, y_test = train_test_split(features, defaulted, random_state=0)
forest = RandomForestClassifier(random_state=0).fit(X_train, y_train)
print("accuracy", forest.score(X_test, y_test))
forest.fit(features, defaulted)
```

The slices touch and share nothing.

```python good
import numpy as np
from sklearn.linear_model import Ridge

table = np.load("demand.npy")
model = Ridge().fit(table[:8000, :-1], table[:8000, -1])
print("mean error", np.abs(model.predict(table[8000:, :-1]) - table[8000:, -1]).mean())
```

The validation part is put back among the training rows, and the score is on a third part.

```python good
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor

flats = pd.read_csv("flats.csv")
rest, fresh = train_test_split(flats, test_size=0.2, random_state=7)
train, valid = train_test_split(rest, test_size=0.2, random_state=7)
columns = ["area", "floor", "built"]
both = pd.concat([train, valid])
model = KNeighborsRegressor().fit(both[columns], both["rent"])
print("R2", model.score(fresh[columns], fresh["rent"]))
```

## Better

Fit on the training part alone. If all rows should shape the model that is shipped, fit it after the last score, and
quote the score of the model that had not seen them.

## References

- https://scikit-learn.org/stable/modules/cross_validation.html
- Kapoor and Narayanan, Leakage and the reproducibility crisis in machine-learning-based science, Patterns, 2023.
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Rule, Score, Trace, meets, role


class FitOnEvaluatedRows(Rule):
    code = "HLD107"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told: set[Fit] = set()
        for score in trace.scores:
            if score.folds or score.implied:
                continue
            for fit in score.fits:
                if fit in told or not _mixed(trace, fit, score):
                    continue
                told.add(fit)
                split = trace.split_of(score.rows)
                name = score.data.name or trace.name_of(score.rows)
                rows = f"`{name}`" if name and name != fit.data.name else f"some rows of `{name}`" if name else "rows"
                yield self.finding(
                    fit,
                    f"`{fit.written or fit.model}` is fitted on rows that include {rows}, on which it is then judged",
                    [
                        *([(split, "these rows are set aside here")] if split is not None else []),
                        (score, "and judged here"),
                    ],
                    confidence="likely" if fit.data.weak or score.data.weak else "proved",
                )


def _mixed(trace: Trace, fit: Fit, score: Score) -> bool:
    """Whether the fit saw held-out rows beside others: not a score on the training rows themselves."""
    if role(score.data.name) == "train":
        return False
    overlap = meets(fit.rows, score.rows)
    if score.rows is fit.rows or overlap == "no" or fit.rows.within(score.rows):
        return False
    if not score.rows.within(fit.rows) and trace.cut_apart(fit.rows, score.rows):
        return overlap in ("must", "likely") and trace.drawn_anew(fit.rows, score.rows) is None
    if overlap != "must":
        return False
    return trace.held_out(score.rows) and trace.side(fit.rows) != trace.side(score.rows)
