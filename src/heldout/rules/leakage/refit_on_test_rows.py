"""A transformer is fitted again on the rows that are to be judged.

## Why it matters

The model learned what 1 means on one scale and is asked on another. A true difference between the parts, such as a
warmer summer, is scaled away, and a small part is scaled by chance: the score may come out better or worse. In use, where
rows come one by one, it cannot be had: a single row, scaled by itself, is all zeros.

```python bad
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.preprocessing import StandardScaler

bikes = pd.read_csv("bikes.csv")
train, test = bikes[:9000], bikes[9000:]
scaler = StandardScaler()
X_train = scaler.fit_transform(train[["heat", "wind"]])  # via
X_test = scaler.fit_transform(test[["heat", "wind"]])  # finding
print("R2", Ridge().fit(X_train, train["hires"]).score(X_test, test["hires"]))  # via
```

```python fixed
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.preprocessing import StandardScaler

bikes = pd.read_csv("bikes.csv")
train, test = bikes[:9000], bikes[9000:]
scaler = StandardScaler()
X_train = scaler.fit_transform(train[["heat", "wind"]])
X_test = scaler.transform(test[["heat", "wind"]])
print("R2", Ridge().fit(X_train, train["hires"]).score(X_test, test["hires"]))
```

```python bad
import pandas as pd
from sklearn.tree import DecisionTreeClassifier


def filled(homes):
    return homes[["age"]].fillna(homes["age"].median())  # finding: once by each file


known, asked = pd.read_csv("sold.csv"), pd.read_csv("offered.csv")
tree = DecisionTreeClassifier(random_state=0).fit(filled(known), known["dear"])  # via
print("accuracy", tree.score(filled(asked), asked["dear"]))  # via
```

What `fit` keeps of the training rows serves both parts, in every turn anew.

```python good
import numpy as np
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

tones, vowel, scaler = np.load("tones.npy"), np.load("vowel.npy"), StandardScaler()
for a, b in KFold(5).split(tones):
    machine = SVC().fit(scaler.fit_transform(tones[a]), vowel[a])
    print("accuracy", machine.score(scaler.transform(tones[b]), vowel[b]))
```

`normalize` brings each row to length one, whatever the other rows are.

```python good
import numpy as np
from sklearn.preprocessing import normalize
from sklearn.svm import SVC

tones, vowel = np.load("tones.npy"), np.load("vowel.npy")
machine = SVC().fit(normalize(tones[:900]), vowel[:900])
print("accuracy", machine.score(normalize(tones[900:]), vowel[900:]))
```

The mean of the test rows is printed and prepares nothing.

```python good
import numpy as np
from sklearn.svm import SVC

tones, vowel = np.load("tones.npy"), np.load("vowel.npy")
center = tones[:900].mean(axis=0)
print("moved by", tones[900:].mean(axis=0) - center)
print("accuracy", SVC().fit(tones[:900] - center, vowel[:900]).score(tones[900:] - center, vowel[900:]))
```

## Better

Fit on the training part and call `transform` on everything else, or let a `Pipeline` hold both steps.

## References

- https://scikit-learn.org/stable/common_pitfalls.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Fix, Learning, Predict, Replacement, Rule, Score, Statistic, Trace, meets


class RefitOnTestRows(Rule):
    code = "HLD106"
    level = "warning"
    bias = "none"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told: set[Learning] = set()
        for asked in trace.events:
            if not isinstance(asked, Score | Predict) or (isinstance(asked, Score) and asked.folds):
                continue
            for fit in asked.fits:
                for again in asked.data.learned - told:
                    first = _same_step(fit, again) if isinstance(again, Learning) else None
                    if first is None or not isinstance(again, Learning):
                        continue
                    if meets(again.rows, asked.data.rows) != "must" or meets(again.rows, fit.rows) != "no":
                        continue
                    if not asked.data.rows.within(again.rows):
                        continue
                    told.add(again)
                    yield self._told(trace, again, first, fit, asked)

    def _told(self, trace: Trace, again: Learning, first: Learning, fit: Fit, asked: Score | Predict) -> Finding:
        name = again.data.name or trace.name_of(again.rows)
        rows = f"`{name}`" if name else "the rows to be judged"
        who = f"`{again.written or again.model}`" if isinstance(again, Fit) else f"the {again.function}"
        return self.finding(
            again,
            f"{who} is learned again from {rows}: the model was fitted on rows prepared in another way",
            [
                (first, "learned from the training rows here"),
                (fit, f"`{fit.written or fit.model}` is fitted on rows prepared that way here"),
                (asked, "and is given rows prepared in the other way here"),
            ],
            confidence="likely" if again.data.weak or fit.data.weak else "proved",
            fix=_transform_instead(again, first),
        )


def _same_step(fit: Fit, again: object) -> Learning | None:
    """The event that prepared the training rows as `again` prepares the rows to be judged."""
    for first in fit.data.learned:
        if first is again or meets_kind(first, again) is False:
            continue
        if isinstance(first, Learning):
            return first
    return None


def meets_kind(first: object, again: object) -> bool:
    """Whether two learn events are the same step of preparation on different rows."""
    if isinstance(first, Fit) and isinstance(again, Fit):
        same = first.learner is again.learner or first.model == again.model
        return same and again.role == "transformer" and again.learns in ("value", "label") and first.index < again.index
    if isinstance(first, Statistic) and isinstance(again, Statistic):
        return first.function == again.function and again.learns == "value" and first.index < again.index
    return False


def _transform_instead(again: Learning, first: Learning) -> Fix | None:
    """``fit_transform`` becomes ``transform`` where the same object was fitted on the training rows."""
    if not isinstance(again, Fit) or not isinstance(first, Fit) or again.method != "fit_transform":
        return None
    if again.learner is not first.learner or again.method_place is None:
        return None
    return Fix("Transform with what the training rows taught", "unsafe", (Replacement(again.method_place, "transform"),))
