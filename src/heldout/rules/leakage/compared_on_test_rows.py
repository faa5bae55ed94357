"""Several models are compared on the test rows, and no other rows judge them.

## Why it matters

Every score on a test part is the truth plus luck, and the best of many has most of the luck. Who takes the winner of
the table along with its figure tells too good a one, the more so the more models stand in it and the fewer rows judge.
As a report of what was tried the table is in order; as a way to pick a model it uses up the test part.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

bees = pd.read_csv("bees.csv")
X_train, X_test, y_train, y_test = train_test_split(bees[["mites", "honey"]], bees["survived"], random_state=0)  # via
print("logistic", LogisticRegression().fit(X_train, y_train).score(X_test, y_test))  # via
print("forest", RandomForestClassifier(random_state=0).fit(X_train, y_train).score(X_test, y_test))  # via
print("machine", SVC().fit(X_train, y_train).score(X_test, y_test))  # finding
```

The same model with other settings is another candidate.

```python bad
import numpy as np
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score

tides, level = np.load("tides.npy"), np.load("level.npy")
train, test = tides[:900], tides[900:]
table = {}
for alpha in [0.1, 1, 10, 100]:
    model = Ridge(alpha=alpha).fit(train, level[:900])
    table[alpha] = r2_score(level[900:], model.predict(test))  # finding
print(table)
```

The folds of the training rows compare, and the test part is scored in the end.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.svm import SVC

bees = pd.read_csv("bees.csv")
X_train, X_test, y_train, y_test = train_test_split(bees[["mites", "honey"]], bees["survived"], random_state=0)
for model in (LogisticRegression(), RandomForestClassifier(random_state=0), SVC()):
    print("in folds", cross_val_score(model, X_train, y_train, cv=5).mean())
    print("accuracy", model.fit(X_train, y_train).score(X_test, y_test))
```

One model by three metrics, beside a baseline that looks at no feature.

```python good
import pandas as pd
from sklearn.dummy import DummyRegressor
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error, r2_score
from sklearn.model_selection import train_test_split

soil = pd.read_csv("soil.csv")
a, b, carbon_a, carbon_b = train_test_split(soil[["clay", "sand"]], soil["carbon"], random_state=1)
told = RandomForestRegressor(random_state=1).fit(a, carbon_a).predict(b)
print("R2", r2_score(carbon_b, told), "error", mean_absolute_error(carbon_b, told))
for guess in ("mean", "median"):
    print("baseline", DummyRegressor(strategy=guess).fit(a, carbon_a).score(b, carbon_b))
```

Each model answers another question.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

soil = pd.read_csv("soil.csv")
known, new = train_test_split(soil, random_state=1)
for mineral in ("iron", "zinc", "lime", "salt"):
    model = Ridge(alpha=2.0).fit(known[["clay", "sand"]], known[mineral])
    print(mineral, "R2", model.score(new[["clay", "sand"]], new[mineral]))
```

## Better

Compare by cross-validation on the training part, or on a validation part, and score the winner once on the test part.

## References

- https://scikit-learn.org/stable/modules/cross_validation.html
"""

from collections.abc import Hashable, Iterator

from heldout.rule import Choose, Finding, Fit, Rows, Rule, Score, Split, Trace, meets

_SEVERAL = 3
_MOST_STEPS = 6


class ComparedOnTestRows(Rule):
    code = "HLD123"
    level = "advice"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        candidates: dict[Rows, dict[Hashable, dict[str, Score]]] = {}
        for score in trace.scores:
            if _is_honest(trace, score):
                models = candidates.setdefault(score.rows, {}).setdefault(_question(score), {})
                models.setdefault(trace.recipes[score], score)
        most = {rows: max(questions.values(), key=len) for rows, questions in candidates.items()}
        several = {rows: list(models.values()) for rows, models in most.items() if len(models) >= _SEVERAL}
        if not several or _judges_otherwise(trace):
            return
        judges = [judge.rows for choice in trace.of(Choose) for judge in choice.judges]
        for rows, scores in several.items():
            if not any(meets(judge, rows) == "must" for judge in judges):
                yield self._told(trace, rows, scores)

    def _told(self, trace: Trace, rows: Rows, scores: list[Score]) -> Finding:
        last = scores[-1]
        split = trace.split_of(rows)
        via = [] if split is None or split.place == last.place else [(split, "these rows are set aside here")]
        others = {score.place: score for score in scores if score.place != last.place}.values()
        return self.finding(
            last,
            f"{len(scores)} models are compared on {trace.called(last.data, 'the test rows')}, "
            "and no other rows judge them: the best score of several is too good by luck",
            [*via, *((score, f"judges `{score.written or score.model}`") for score in list(others)[:_MOST_STEPS])],
            confidence="likely" if last.data.weak else "proved",
        )


def _is_honest(trace: Trace, score: Score) -> bool:
    """Whether a trained model, and no baseline, is judged on test rows that it was not fitted on."""
    if score.folds or score not in trace.recipes or not score.fits or score.model.startswith("Dummy"):
        return False
    return trace.side(score.rows) == "test" and all(meets(fit.rows, score.rows) == "no" for fit in score.fits)


def _question(score: Score) -> Hashable:
    """What is asked of the model: the column that it is compared with."""
    return score.truth.columns.everything().lineage() if score.truth is not None else None


def _judges_otherwise(trace: Trace) -> bool:
    """Whether the program also judges by folds or by a validation part."""
    if any(split.folds for split in trace.of(Split)):
        return True
    if any(score.folds or trace.side(score.rows) == "validation" for score in trace.scores):
        return True
    return any(
        fit.role == "search"
        or fit.validation_split
        or (fit.validation is not None and trace.side(fit.validation.rows) != "test")
        for fit in trace.of(Fit)
    )
