"""The best score of a search is all that is told of the model that it found.

## Why it matters

`best_score_` is the mean over the folds by which the candidates were compared, and the largest of many such means. Part of
its lead is luck on just these folds, more so the more candidates there are and the fewer rows. It serves to choose; how
good the chosen model is can only be seen on rows that had no part in it.

```python bad
import pandas as pd
from sklearn.model_selection import GridSearchCV
from sklearn.svm import SVC

cells = pd.read_csv("cells.csv")
search = GridSearchCV(SVC(), {"C": [0.01, 0.1, 1, 10, 100], "gamma": [0.001, 0.01, 0.1, 1]}, cv=5)
search.fit(cells[["area", "smoothness"]], cells["malignant"])
print("accuracy", search.best_score_)  # finding
```

Rows that were set aside judge the result.

```python good
import pandas as pd
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.svm import SVC

cells = pd.read_csv("cells.csv")
X_train, X_test, y_train, y_test = train_test_split(cells[["area", "smoothness"]], cells["malignant"], random_state=0)
search = GridSearchCV(SVC(), {"C": [0.01, 0.1, 1, 10, 100], "gamma": [0.001, 0.01, 0.1, 1]}, cv=5)
search.fit(X_train, y_train)
print("inner accuracy", search.best_score_, "accuracy", search.score(X_test, y_test))
```

Outer folds judge the whole search.

```python good
import pandas as pd
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.svm import SVC

cells = pd.read_csv("cells.csv")
X, y = cells[["area", "smoothness"]], cells["malignant"]
search = GridSearchCV(SVC(), {"C": [0.01, 0.1, 1, 10, 100], "gamma": [0.001, 0.01, 0.1, 1]}, cv=5)
print(cross_val_score(search, X, y, cv=5).mean())
print(search.fit(X, y).best_score_)
```

## Better

Set rows aside before the search and score the search on them once, or hand the search itself to `cross_val_score`.

## References

- https://scikit-learn.org/stable/auto_examples/model_selection/plot_nested_cross_validation_iris.html
- https://scikit-learn.org/stable/modules/grid_search.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Predict, Rule, Score, Trace


class BestScoreAsTestScore(Rule):
    code = "HLD414"
    level = "advice"
    needs = ("sklearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program:
            return
        told = [score for score in trace.scores if score.reported and score.function.endswith(".best_score_")]
        if not told or not _is_last_word(trace, told):
            return
        search = told[0].fits[-1]
        yield self.finding(
            told[0],
            f"`{search.written or search.model}.best_score_` is all that is told of the model that was found: "
            "it is the largest of the scores that chose it, and no other rows judge the result",
            [] if search.place == told[0].place else [(search, "the candidates are compared here")],
        )


def _is_last_word(trace: Trace, told: list[Score]) -> bool:
    """Whether the rows of the searches are all that is ever asked of a model."""
    searches: list[Fit] = [fit for score in told for fit in score.fits if fit.role == "search"]
    if not searches:
        return False
    if any(
        score.folds and not score.function.endswith(".best_score_") and any(fit.role == "search" for fit in score.fits)
        for score in trace.scores
    ):
        return False
    asked = [score.rows for score in trace.scores if not score.folds] + [found.data.rows for found in trace.of(Predict)]
    return all(any(rows.within(search.rows) for search in searches) for rows in asked)
