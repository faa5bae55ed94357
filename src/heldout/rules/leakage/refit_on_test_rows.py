"""A transformer is fitted again on the rows that are to be judged.

## Why it matters

The model learned what 1 means on one scale and is asked on another. A true difference between the parts, such as a
warmer summer, is scaled away, and a small part is scaled by chance: the score may come out better or worse. In use,
where rows come one by one, it cannot be had: a single row, scaled by itself, is all zeros.

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

from heldout.rule import Finding, Fit, Fix, Learning, Refit, Replacement, Rule, Statistic, Trace


class RefitOnTestRows(Rule):
    code = "HLD106"
    level = "warning"
    bias = "none"

    def check(self, trace: Trace) -> Iterator[Finding]:
        together: dict[object, list[Refit]] = {}
        for refit in trace.refits:
            # One statistic a column is one thing to say; transformers are told one by one.
            key = refit.asked if isinstance(refit.again, Statistic) else refit.again
            together.setdefault(key, []).append(refit)
        for first, *others in together.values():
            yield self._told(trace, first, [other.again for other in others])

    def _told(self, trace: Trace, refit: Refit, others: list[Learning]) -> Finding:
        again, fit = refit.again, refit.fit
        rows = trace.called(again.data, "the rows to be judged")
        who = f"`{again.written or again.model}`" if isinstance(again, Fit) else f"the {again.function}"
        more = f" (and {len(others)} more of their statistics)" if others else ""
        return self.finding(
            again,
            f"{who} is learned again from {rows}{more}: the model was fitted on rows prepared in another way",
            [
                (refit.before, "learned from the training rows here"),
                (fit, f"`{fit.written or fit.model}` is fitted on rows prepared that way here"),
                *((other, f"the {other.function} is learned again too") for other in others),
                (refit.asked, "and is given rows prepared in the other way here"),
            ],
            confidence="likely" if again.data.weak or fit.data.weak else "proved",
            fix=_transform_instead(again, refit.before),
        )


def _transform_instead(again: Learning, before: Learning) -> Fix | None:
    """``fit_transform`` becomes ``transform`` where the same object was fitted on the training rows."""
    if not isinstance(again, Fit) or not isinstance(before, Fit) or again.method != "fit_transform":
        return None
    if again.learner is not before.learner or again.method_place is None:
        return None
    return Fix(
        "Transform with what the training rows taught", "unsafe", (Replacement(again.method_place, "transform"),)
    )
