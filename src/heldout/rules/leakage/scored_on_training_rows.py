"""The only score of a model is on the rows that it was fitted on.

## Why it matters

Such a figure measures how well the model remembers, and is too good a guess for new rows. One nearest neighbour or
full-grown trees come out near 1.0 even if the labels are noise. It also ranks wrongly: the model that overfits most
wins.

```python bad
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.neighbors import KNeighborsClassifier

whales = pd.read_csv("whale_songs.csv")
X = whales.drop(columns="species")
knn = KNeighborsClassifier(n_neighbors=3).fit(X, whales["species"])  # via
print("Accuracy:", accuracy_score(whales["species"], knn.predict(X)))  # finding
```

A held-out part exists, and the helper that reports is given the other one.

```python bad
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor


def report(model, inputs, price):
    rmse = np.sqrt(np.mean((model.predict(inputs) - price) ** 2))  # finding: called with the training part
    print(f"RMSE of the model: {rmse:.2f}")


diamonds = pd.read_csv("diamonds.csv")
a, b, price_a, price_b = train_test_split(diamonds[["carat", "depth"]], diamonds["price"], random_state=5)
booster = XGBRegressor(n_estimators=300, random_state=5)
booster.fit(a, price_a)  # via
report(booster, a, price_a)
```

```python bad
import numpy as np
from tensorflow import keras

keras.utils.set_random_seed(1)
scans, grades = np.load("scans.npy"), np.load("grades.npy")
network = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(4, activation="softmax")])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
network.fit(scans, grades, epochs=20)  # via
print("loss and accuracy", network.evaluate(scans, grades))  # finding
```

The figure of the training rows stands beside one of held-out rows: the gap is what is looked at.

```python good
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

whales = pd.read_csv("whale_songs.csv")
X_train, X_test, y_train, y_test = train_test_split(whales.drop(columns="species"), whales["species"], random_state=0)
knn = KNeighborsClassifier(n_neighbors=3).fit(X_train, y_train)
print("seen", accuracy_score(y_train, knn.predict(X_train)))
print("unseen", accuracy_score(y_test, knn.predict(X_test)))
```

The program says itself that this is the error of training.

```python good
import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression

dose = pd.read_csv("dose.csv")
line = LinearRegression().fit(dose[["milligrams"]], dose["response"])
print("training error", np.mean((line.predict(dose[["milligrams"]]) - dose["response"]) ** 2))
```

Clusters have no answer to remember: how well they are apart is measured on the rows that they were made of.

```python good
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

visits = pd.read_csv("visits.csv")
groups = KMeans(n_clusters=4, random_state=0).fit(visits)
print("silhouette", silhouette_score(visits, groups.labels_))
```

Every prediction of `cross_val_predict` comes from a model that was fitted without that row.

```python good
from sklearn.datasets import load_breast_cancer
from sklearn.metrics import accuracy_score
from sklearn.model_selection import cross_val_predict
from sklearn.tree import DecisionTreeClassifier

cells, malignant = load_breast_cancer(return_X_y=True)
guessed = cross_val_predict(DecisionTreeClassifier(random_state=0), cells, malignant, cv=10)
print("Accuracy:", accuracy_score(malignant, guessed))
```

## Better

Hold rows out, or cross-validate, and quote that figure. A training figure may stand next to it, under its own name.

## References

- https://scikit-learn.org/stable/modules/cross_validation.html
- https://scikit-learn.org/stable/modules/learning_curve.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Rule, Score, Trace, meets, role


class ScoredOnTrainingRows(Rule):
    code = "HLD109"
    level = "warning"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for score in trace.scores:
            fit = score.fits[-1] if len(score.fits) == 1 else None
            if fit is None or fit in told or not _on_its_own(trace, score, fit):
                continue
            if _owned_up(score) or trace.judged_elsewhere(score):
                continue
            told.add(fit)
            rows = trace.called(score.data, "its training rows")
            yield self.finding(
                score,
                f"`{fit.written or fit.model}` is judged only on {rows}, the rows that it was fitted on",
                [(fit, "fitted on these rows here")],
                confidence="likely" if fit.data.weak or score.data.weak else "proved",
            )


def _on_its_own(trace: Trace, score: Score, fit: Fit) -> bool:
    """Whether a figure is a claim about a supervised model, on the rows of a fit that watched no others meanwhile."""
    if score.folds or score.function == "history" or score.loss or fit.partial:
        return False
    watches = fit.validation is not None and meets(fit.validation.rows, fit.rows) == "no"
    if watches or score.implied or not score.reported or _said_to_be_others(score, fit):
        return False
    apart = trace.held_out(score.rows) and trace.side(fit.rows) != trace.side(score.rows)
    if trace.side(fit.rows) == "test" or (apart and score.rows is not fit.given):
        return False
    if fit.task in ("clustering", "density") or fit.rebuilds or fit.target is None and fit.role != "predictor":
        return False
    return score.rows.within(fit.given) and meets(score.rows, fit.given) == "must"


def _said_to_be_others(score: Score, fit: Fit) -> bool:
    """Whether the names say that other rows are judged, and the rows are not the same beyond doubt."""
    if role(score.data.name) not in ("test", "validation") or role(fit.data.name) != "train":
        return False
    same = score.data.columns.implied == fit.data.columns.implied and not score.data.columns.vague
    return not same or score.data.weak or fit.data.weak


def _owned_up(score: Score) -> bool:
    """Whether the program itself calls the figure one of training."""
    words = " ".join((*score.names, *score.said)).lower()
    return "train" in words or "fit" in words.split() or "in-sample" in words
