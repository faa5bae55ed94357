"""A model or a setting is chosen by its score on the rows on which the result is then reported.

## Why it matters

The best of many scores has the most luck, and on the same rows that luck is told again: the figure is too good. Of
twenty models that guess, the best reaches about 0.59 accuracy on a hundred rows. Over some two thousand public
tables, choosing on the test rows lifted AUC by about 0.04 (Roth, 2026, arXiv 2604.04199).

```python bad
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

honey = pd.read_csv("honey.csv")
X_train, X_test, y_train, y_test = train_test_split(honey.drop(columns="grade"), honey["grade"], random_state=0)
best_alpha, best_r2 = None, -1.0
for alpha in [0.01, 0.1, 1, 10, 100]:
    r2 = Ridge(alpha=alpha).fit(X_train, y_train).score(X_test, y_test)
    if r2 > best_r2:  # finding: the largest of five
        best_alpha, best_r2 = alpha, r2
print("R2", Ridge(alpha=best_alpha).fit(X_train, y_train).score(X_test, y_test))  # via
```

```python bad
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier


def accuracy(k, seen, unseen, rhythm_seen, rhythm_unseen):
    return np.mean(KNeighborsClassifier(k).fit(seen, rhythm_seen).predict(unseen) == rhythm_unseen)  # via


parts = train_test_split(np.load("beats.npy"), np.load("rhythm.npy"), random_state=4)
results = {k: accuracy(k, *parts) for k in range(1, 30, 2)}
best = max(results, key=results.get)  # finding
print("neighbours", best, "accuracy", results[best])
```

The setting is chosen by a validation part, and the test part is scored once.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

honey = pd.read_csv("honey.csv")
X_rest, X_test, y_rest, y_test = train_test_split(honey.drop(columns="grade"), honey["grade"], random_state=0)
X_train, X_valid, y_train, y_valid = train_test_split(X_rest, y_rest, random_state=0)
results = {alpha: Ridge(alpha=alpha).fit(X_train, y_train).score(X_valid, y_valid) for alpha in [0.1, 1, 10]}
best_alpha = max(results, key=results.get)
print("R2", Ridge(alpha=best_alpha).fit(X_rest, y_rest).score(X_test, y_test))
```

The search judges by folds of the training rows alone.

```python good
from sklearn.datasets import load_digits
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.svm import SVC

known, new, known_digit, new_digit = train_test_split(*load_digits(return_X_y=True), random_state=0)
search = GridSearchCV(SVC(), {"C": [1, 10], "gamma": [0.001, 0.01]}, cv=5).fit(known, known_digit)
print("chosen", search.best_params_, "accuracy", search.score(new, new_digit))
```

All the scores are told and none is picked: the reader sees how many were tried.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

tides = pd.read_csv("tides.csv")
a, b, level_a, level_b = train_test_split(tides[["moon", "wind"]], tides["level"], random_state=0)
for alpha in [0.1, 1, 10]:
    print(alpha, "R2", Ridge(alpha=alpha).fit(a, level_a).score(b, level_b))
```

## Better

Choose by cross-validation on the training part, or by a validation part, and score the test part once. If every row
is needed, nest the search inside `cross_val_score`.

## References

- https://scikit-learn.org/stable/auto_examples/model_selection/plot_nested_cross_validation_iris.html
- Cawley and Talbot, On over-fitting in model selection and subsequent selection bias, JMLR, 2010.
"""

from collections.abc import Iterator

from heldout.rule import Choose, Data, Finding, Rule, Score, Trace


class TunedOnTestRows(Rule):
    code = "HLD112"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told: set[object] = set()
        for choice in trace.of(Choose):
            if (
                choice.what == "threshold"
                or choice.by_seed
                or trace.reuse.is_range(choice)
                or told & {choice.place, choice.scores}
            ):
                continue
            found = trace.reuse.told_again(choice)
            if found is not None:
                told |= {choice.place, choice.scores or choice.place}
                yield self._told(trace, choice, *found)

    def _told(self, trace: Trace, choice: Choose, judge: Data, reported: Score) -> Finding:
        rows = trace.called(judge, "the rows")
        what = f"`{choice.names[0]}`" if choice.names else "the best of several"
        return self.finding(
            choice,
            f"{what} is chosen by the score on {rows}, on which the result is then reported",
            [
                *[(score, "compared by this score") for score in choice.scores[:1] if score is not reported],
                (
                    reported,
                    "the score that decides is the one that is told" if reported in choice.scores else "reported here",
                ),
            ],
            confidence="likely" if judge.weak or reported.data.weak else "proved",
        )
