"""A model is cross-validated on the rows that were set aside to judge it.

## Why it matters

`cross_val_score` judges no model that is there: it fits new ones, each on a part of the rows it is given. Handed the
test part, it says what models trained on a few test rows are worth, not what the trained one is. With fewer rows to
learn from they are mostly worse, and whatever was prepared or chosen on the training part is not put to the test.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score, train_test_split

bees = pd.read_csv("bees.csv")
X_train, X_test, y_train, y_test = train_test_split(bees[["mites", "honey"]], bees["survived"], random_state=0)  # via
forest = RandomForestClassifier(random_state=0).fit(X_train, y_train)  # via
print("accuracy", cross_val_score(forest, X_test, y_test, cv=5).mean())  # finding
```

```python bad
import numpy as np
from sklearn.model_selection import cross_validate
from sklearn.svm import SVR


def evaluate(model, X_test, y_test):
    found = cross_validate(model, X_test, y_test, cv=3, scoring="r2")  # finding
    return found["test_score"].mean()


tides, level = np.load("tides.npy"), np.load("level.npy")
machine = SVR().fit(tides[:900], level[:900])  # via
print("R2", evaluate(machine, tides[900:], level[900:]))
```

A search on the test part trains and judges by test rows alone.

```python bad
import pandas as pd
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.tree import DecisionTreeClassifier

bees = pd.read_csv("bees.csv")
X_train, X_test, y_train, y_test = train_test_split(bees[["mites", "honey"]], bees["survived"], random_state=0)  # via
tree = DecisionTreeClassifier(max_depth=4, random_state=0).fit(X_train, y_train)  # via
search = GridSearchCV(tree, {"max_depth": [2, 4, 8]}).fit(X_test, y_test)
print("accuracy", search.best_score_)  # finding
```

A function is handed a trained model and the rows to judge it by.

```python bad
from sklearn.metrics import accuracy_score
from sklearn.model_selection import cross_val_score


def report(model, x_test, y_test):
    print("accuracy", accuracy_score(y_test, model.predict(x_test)))  # via
    print("in folds", cross_val_score(model, x_test, y_test).mean())  # finding
```

Folds of the training rows show how far the score spreads, the test part is scored once.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score, train_test_split

bees = pd.read_csv("bees.csv")
X_train, X_test, y_train, y_test = train_test_split(bees[["mites", "honey"]], bees["survived"], random_state=0)
forest = RandomForestClassifier(random_state=0)
print("accuracy in folds", cross_val_score(forest, X_train, y_train, cv=5).mean())
print("accuracy", forest.fit(X_train, y_train).score(X_test, y_test))
```

No model is trained on other rows: the file by that name is all there is.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

X_test = pd.read_csv("laboratory_test.csv")
strength = X_test.pop("strength")
print("R2", cross_val_score(Ridge(), X_test, strength, cv=5).mean())
```

## Better

Score the trained model on the test part: `model.score(X_test, y_test)`. Cross-validate on the training part, or on all
rows in place of a split.

## References

- https://scikit-learn.org/stable/modules/cross_validation.html
"""

from collections.abc import Iterator

from heldout.rule import Event, Finding, Fit, Predict, Rows, Rule, Score, Trace, meets, role


class CrossValidatedOnTestRows(Rule):
    code = "HLD124"
    level = "advice"
    bias = "pessimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        seen: set[Rows] = set()
        for score in trace.scores:
            rows = score.rows.parent if score.folds else None
            if rows is None or rows in seen or not _set_aside(trace, score, rows):
                continue
            seen.add(rows)
            trained = _trained_apart(trace, score, rows) or _asked(trace, score, rows)
            if trained is not None:
                yield self._told(trace, score, rows, trained)

    def _told(self, trace: Trace, score: Score, rows: Rows, trained: Fit | Predict) -> Finding:
        did = "is fitted on other rows" if isinstance(trained, Fit) else "is asked for predictions of them"
        via: list[tuple[Event, str]] = [(trained, f"`{trained.written or trained.model}` {did} here")]
        split = trace.split_of(rows)
        if split is not None and split.place != score.place:
            via.append((split, "these rows are set aside here"))
        via.sort(key=lambda step: step[0].index)
        return self.finding(
            score,
            f"`{score.function}` fits new models on {trace.called(score.data, 'the rows set aside')}: "
            "the one that was trained is not what it judges",
            via,
            confidence="proved" if isinstance(trained, Fit) and not score.data.weak else "likely",
        )


def _set_aside(trace: Trace, score: Score, rows: Rows) -> bool:
    return trace.held_out(rows) or role(score.data.name) == "test"


def _trained_apart(trace: Trace, score: Score, rows: Rows) -> Fit | None:
    """A model that is fitted on rows that the cut of these left."""
    for fit, _ in trace.supervised():
        if fit not in score.fits and meets(fit.rows, rows) == "no" and fit.rows.bases() & rows.bases():
            return fit
    return None


def _asked(trace: Trace, score: Score, rows: Rows) -> Predict | None:
    """Predictions that the same model, trained already, is asked for on these rows, as a function is handed both."""
    for asked in trace.of(Predict):
        if asked.learner is score.learner and asked.data.rows is rows:
            return asked
    return None
