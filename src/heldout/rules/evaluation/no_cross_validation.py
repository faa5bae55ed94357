"""Models are compared by one split of a few rows.

## Why it matters

A test part of forty rows moves by more than two points with each row that is right or wrong, and another seed of the split
puts other rows there. What one split shows of two models is mostly its luck. Folds use each row once for judging, and
their spread tells how much a difference is worth.

```python bad
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

features, grape = load_wine(return_X_y=True)  # via
X_train, X_test, y_train, y_test = train_test_split(features, grape, random_state=0)  # via
bayes = GaussianNB().fit(X_train, y_train)
forest = RandomForestClassifier(random_state=0).fit(X_train, y_train)
print(bayes.score(X_test, y_test))
print(forest.score(X_test, y_test))  # finding
```

Each row judges once.

```python good
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score
from sklearn.naive_bayes import GaussianNB

features, grape = load_wine(return_X_y=True)
for model in (GaussianNB(), RandomForestClassifier(random_state=0)):
    scores = cross_val_score(model, features, grape, cv=10)
    print(type(model).__name__, scores.mean(), scores.std())
```

A table of unknown length may be long enough for one split.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

wines = pd.read_csv("wines.csv")
X_train, X_test, y_train, y_test = train_test_split(wines[["acid", "alcohol"]], wines["grape"], random_state=0)
print(GaussianNB().fit(X_train, y_train).score(X_test, y_test))
print(RandomForestClassifier(random_state=0).fit(X_train, y_train).score(X_test, y_test))
```

## Better

`cross_val_score(model, X, y, cv=10)`, with the same folds for all models, and `RepeatedStratifiedKFold` where rows are
very few. Rows for a last test may still be set aside before.

## References

- https://scikit-learn.org/stable/modules/cross_validation.html
- https://scikit-learn.org/stable/datasets/toy_dataset.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Load, Rule, Score, Split, Trace

#: The data sets that come with scikit-learn and have fewer than 600 rows, with how many they have.
_ROWS = {"load_iris": 150, "load_wine": 178, "load_breast_cancer": 569, "load_diabetes": 442, "load_linnerud": 20}


class NoCrossValidation(Rule):
    code = "HLD417"
    level = "advice"
    needs = ("sklearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        loads = [load for load in trace.of(Load) if load.function.rpartition(".")[2] in _ROWS]
        if not trace.is_program or not loads or _has_folds(trace):
            return
        first: Score | None = None
        for score in trace.scores:
            split = trace.split_of(score.rows)
            load = next((load for load in loads if score.rows.within(load.data.rows)), None)
            # A class of the program beside one of a library is held against it to see whether it is right.
            if next(trace.calls(score.model), None) is None:
                continue
            if score.implied or split is None or load is None or trace.side(score.rows) != "test":
                continue
            if first is None:
                first = score
            elif score.learner != first.learner and score.model != first.model and score.rows is first.rows:
                yield self._told(score, first, load, split)
                return

    def _told(self, score: Score, first: Score, load: Load, split: Split) -> Finding:
        rows = _ROWS[load.function.rpartition(".")[2]]
        return self.finding(
            score,
            f"`{first.model}` and `{score.model}` are compared on one part of {rows} rows: "
            "which of them is ahead hangs on which rows the split happened to set aside",
            [(load, f"{rows} rows are all there are"), (split, "one split decides here")],
        )


def _has_folds(trace: Trace) -> bool:
    """Whether models are judged on several splits, or networks trained, which nobody does many times."""
    if any(split.folds for split in trace.of(Split)) or any(score.folds for score in trace.scores):
        return True
    return bool(trace.imports & {"torch", "tensorflow", "keras"}) or any(split.loops > 0 for split in trace.of(Split))
