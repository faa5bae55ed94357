"""Training is stopped, or its best state kept, by the rows on which the result is then reported.

## Why it matters

Of hundreds of states of the model, the one is kept that suits the test rows best, partly by luck, and that luck is in
the figure: too good. Small test parts, noisy curves and long patience make it more.

```python bad
import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

calls = pd.read_csv("calls.csv")
X_train, X_test, y_train, y_test = train_test_split(calls.drop(columns="left"), calls["left"], random_state=0)
booster = XGBClassifier(n_estimators=2000, early_stopping_rounds=50, random_state=0)
booster.fit(X_train, y_train, eval_set=[(X_test, y_test)])  # finding: the number of trees suits X_test
print("AUC", roc_auc_score(y_test, booster.predict_proba(X_test)[:, 1]))  # via
```

```python bad
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras
from tensorflow.keras.layers import Dense


class Experiment:
    def __init__(self, path):
        table = np.load(path)
        self.seen, self.unseen = train_test_split(table, test_size=0.2, random_state=1)
        self.network = keras.Sequential([Dense(64, activation="relu"), Dense(1)])
        self.network.compile("adam", "mse", metrics=["mae"])

    def run(self):
        stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=20, restore_best_weights=True)
        (seen, unseen), watched = (self.seen, self.unseen), (self.unseen[:, 1:], self.unseen[:, 0])
        self.network.fit(seen[:, 1:], seen[:, 0], validation_data=watched, callbacks=[stop])  # finding
        return self.network.evaluate(unseen[:, 1:], unseen[:, 0])  # via


keras.utils.set_random_seed(1)
print("loss and error", Experiment("strength.npy").run())
```

The rows that stop the training are cut from the training part, and the report is on a third part.

```python good
import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

calls = pd.read_csv("calls.csv")
X_rest, X_test, y_rest, y_test = train_test_split(calls.drop(columns="left"), calls["left"], random_state=0)
X_train, X_stop, y_train, y_stop = train_test_split(X_rest, y_rest, random_state=0)
booster = XGBClassifier(n_estimators=2000, early_stopping_rounds=50, random_state=0)
booster.fit(X_train, y_train, eval_set=[(X_stop, y_stop)])
print("AUC", roc_auc_score(y_test, booster.predict_proba(X_test)[:, 1]))
```

The test rows are watched for a plot, and nothing is chosen by them: all 300 trees are kept.

```python good
import pandas as pd
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor

homes = pd.read_csv("homes.csv")
a, b, price_a, price_b = train_test_split(homes.drop(columns="price"), homes["price"], random_state=0)
trees = XGBRegressor(n_estimators=300, random_state=0)
trees.fit(a, price_a, eval_set=[(a, price_a), (b, price_b)], verbose=False)
print("R2", trees.score(b, price_b))
```

`validation_split` takes the rows that stop the training out of the training part, as scikit-learn's own early stopping does.

```python good
import numpy as np
from tensorflow import keras

keras.utils.set_random_seed(1)
(words, topic), (new_words, new_topic) = keras.datasets.reuters.load_data(num_words=5000)
counts, new_counts = (np.array([np.bincount(text, minlength=5000) for text in part]) for part in (words, new_words))
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(46, activation="softmax")])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping(patience=3, restore_best_weights=True)
network.fit(counts, topic, epochs=50, validation_split=0.15, callbacks=[stop])
print("accuracy", network.evaluate(new_counts, new_topic)[1])
```

## Better

Cut a validation part from the training rows, stop by it, and keep the test part for one score at the end. Where rows
are scarce, stop inside cross-validation and train on all training rows for the mean number of rounds.

## References

- https://xgboost.readthedocs.io/en/stable/python/python_intro.html
"""

from collections.abc import Iterator

from heldout.rule import Data, Finding, Fit, Rule, Score, Trace, meets, role


class EarlyStoppingOnTestRows(Rule):
    code = "HLD111"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for fit in trace.of(Fit):
            watched = fit.validation
            if watched is None or not fit.watchers or fit.place in told:
                continue
            # The training rows never end a training; a validation part is there to end it.
            if trace.side(watched.rows) == "validation" or meets(watched.rows, fit.rows) == "must":
                continue
            scores = [score for score in trace.scores_of(fit) if not score.folds and not score.implied]
            if any(_independent(fit, watched, score) for score in scores):
                continue
            same = [score for score in scores if meets(score.rows, watched.rows) == "must" and _claims(trace, score)]
            finding = self._reported(trace, fit, watched, same) if scores else self._beside(trace, fit, watched)
            if finding is not None:
                told.add(fit.place)
                yield finding

    def _reported(self, trace: Trace, fit: Fit, watched: Data, same: list[Score]) -> Finding | None:
        if not same:
            return None
        return self.finding(
            fit,
            f"{_stops(trace, fit, watched)}, on which it is then reported",
            [(same[0], "reported on the same rows here")],
            level=_level(trace, same),
            confidence="likely" if watched.weak or same[0].data.weak else "proved",
        )

    def _beside(self, trace: Trace, fit: Fit, watched: Data) -> Finding | None:
        """A model of which no figure is in sight, stopped by the rows on which others are reported: none is left for it."""
        other = trace.reuse.reported_on(watched.rows) if trace.side(watched.rows) == "test" else None
        if other is None or any(one.role != "predictor" for one in (fit, *other.fits)):
            return None
        what = f"{_stops(trace, fit, watched)}, on which another model is reported"
        return self.finding(fit, what, [(other, "its figure")], level="advice", confidence="likely")


def _claims(trace: Trace, score: Score) -> bool:
    """Whether a figure is a result: it chose more than settings, and neither it nor its rows are called validation."""
    said = trace.side(score.rows) != "test" and any(role(text) == "validation" for text in score.said)
    return not (said or trace.is_validation(score.data) or trace.reuse.only_chose(score))


def _stops(trace: Trace, fit: Fit, watched: Data) -> str:
    return f"`{fit.written or fit.model}` stops or keeps its best state by {trace.called(watched, 'the rows')}"


def _level(trace: Trace, scores: list[Score]) -> str | None:
    """On folds the figure is a little too good; where it only compares settings, for all of them alike."""
    if not all(trace.reuse.is_inner(score) for score in scores):
        return None
    return "advice" if any(trace.reuse.is_compared(score) for score in scores) else "warning"


def _independent(fit: Fit, watched: Data, score: Score) -> bool:
    """Whether a score is on rows that neither trained nor stopped the model."""
    return meets(score.rows, fit.rows) == "no" and meets(score.rows, watched.rows) == "no"
