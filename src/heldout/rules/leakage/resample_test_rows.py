"""Rows that were set aside are resampled, and a model is then scored on the result.

## Why it matters

The test part stands for what comes in use. Balance its classes and one fraud in a thousand becomes one in two: half of
what the model alarms about is then right by the mix alone, and precision, F1 and accuracy tell of a world that does not
exist. Rows that a sampler made up are no evidence at all: they lie between rows of the rare class, where it is easy.

```python bad
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

cards = pd.read_csv("cards.csv")
X, y = cards.drop(columns="fraud"), cards["fraud"]
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=0)  # via
sampler = SMOTE(random_state=0)
X_train, y_train = sampler.fit_resample(X_train, y_train)
X_test, y_test = sampler.fit_resample(X_test, y_test)  # finding
forest = RandomForestClassifier(random_state=0).fit(X_train, y_train)
print("F1", f1_score(y_test, forest.predict(X_test)))  # via
```

Leaving out is no better than adding.

```python bad
import pandas as pd
from imblearn.under_sampling import RandomUnderSampler
from sklearn.tree import DecisionTreeClassifier


def balanced(part):
    return RandomUnderSampler(random_state=0).fit_resample(part[["age", "pulse"]], part["ill"])  # finding


visits = pd.read_csv("visits.csv")
train, test = visits[:8000], visits[8000:]
tree = DecisionTreeClassifier(random_state=0).fit(*balanced(train))
rows, ill = balanced(test)
print("accuracy", tree.score(rows, ill))  # via
```

```python bad
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.utils import resample

calls = pd.read_csv("calls.csv")
known, new = train_test_split(calls, random_state=3)  # via
rare, common = new[new.sold == 1], new[new.sold == 0]
new = pd.concat([common, resample(rare, n_samples=len(common), random_state=3)])  # finding
model = LogisticRegression().fit(known[["length", "hour"]], known["sold"])
print("accuracy", model.score(new[["length", "hour"]], new["sold"]))  # via
```

Only the training part is balanced.

```python good
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

known, new = train_test_split(pd.read_csv("cards.csv"), random_state=0)
tree = DecisionTreeClassifier(random_state=0)
tree.fit(*SMOTE(random_state=0).fit_resample(known[["sum", "hour"]], known["fraud"]))
print("accuracy", tree.score(new[["sum", "hour"]], new["fraud"]))
```

Test rows are drawn again and again to see how far the score spreads.

```python good
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.utils import resample

X, y = np.load("calls.npy"), np.load("sold.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
model = LogisticRegression().fit(X_train, y_train)
scores = [model.score(*resample(X_test, y_test, random_state=turn)) for turn in range(500)]
print("accuracy between", np.percentile(scores, [2.5, 97.5]))
```

A few test rows at random are as good a sample as all of them.

```python good
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.utils import resample

cards = pd.read_csv("cards.csv")
known, new = train_test_split(cards, random_state=0)
few = resample(new, replace=False, n_samples=1000, random_state=0)
nearest = KNeighborsClassifier().fit(known[["sum", "hour"]], known["fraud"])
print("accuracy", nearest.score(few[["sum", "hour"]], few["fraud"]))
```

## Better

Resample the training part alone, best in an `imblearn.pipeline.Pipeline`, which leaves rows to be judged as they are.
Where classes shall count alike, take a metric that does so: `balanced_accuracy_score`, `average="macro"`, a ROC curve.

## References

- https://imbalanced-learn.org/stable/common_pitfalls.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Resample, Rule, Score, Trace, meets, words


class ResampleTestRows(Rule):
    code = "HLD122"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for event in trace.of(Resample):
            if event.place in told or not trace.held_out(event.rows) or not _changes_shares(event):
                continue
            score = _judged(trace, event)
            if score is None:
                continue
            told.add(event.place)
            rows = trace.called(event.data, "") if event.rows.kind != "fold" else ""
            model = f"`{score.written or score.model}`"
            does = "adds rows to" if event.learns == "copy" else "drops rows of"
            split = trace.split_of(event.rows)
            aside = [] if split is None else [(split, "these rows are set aside here")]
            yield self.finding(
                event,
                f"`{event.function}` {does} {rows or 'rows set aside'}, on which {model} is scored: classes no longer have their real shares",
                [*aside, (score, f"{model} is scored on the result here")],
                confidence="likely" if event.data.weak or score.data.weak else "proved",
            )


def _changes_shares(event: Resample) -> bool:
    """Whether some classes get more or fewer rows than others: by a sampler, or by hand from rows of one class."""
    one_class = (
        event.rows.kind == "filter" and isinstance(event.rows.slot, tuple) and event.rows.slot[0] in ("==", "!=")
    )
    # What a loop draws again and again is a bootstrap.
    return event.by_label or (one_class and not event.loops)


def _judged(trace: Trace, event: Resample) -> Score | None:
    """A score on the resampled rows, of a model that was fitted on others and is not also judged on the real ones."""
    for score in trace.scores:
        if score.folds or not score.fits or not score.rows.made_by(event.made.origin) or _is_trial(score):
            continue
        if any(meets(fit.rows, score.rows) != "no" for fit in score.fits):
            continue
        others = (other for fit in score.fits for other in trace.scores_of(fit))
        if not any(not other.rows.made_by(event.made.origin) and trace.held_out(other.rows) for other in others):
            return score
    return None


def _is_trial(score: Score) -> bool:
    """Whether the program calls it a test of what a model bears."""
    return any(word in ("stress", "robustness") for name in (score.data.name, *score.names) for word in words(name))
