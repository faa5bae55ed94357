"""A metric is handed predictions where it takes the truth, and the truth where it takes predictions.

## Why it matters

The metrics of scikit-learn take the truth first. Many do not care: accuracy, a squared error and the F1 score of one class
come out the same. The others change without a word: precision and recall trade places, a report counts the support of
classes by what was predicted, and R² measures the spread of the predictions and not that of the truth, so that a
cautious model looks far worse than it is.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

houses = pd.read_csv("houses.csv")
X_train, X_test, y_train, y_test = train_test_split(houses[["area", "rooms"]], houses["price"], random_state=0)
model = RandomForestRegressor(random_state=0).fit(X_train, y_train)
estimated = model.predict(X_test)
print(r2_score(estimated, y_test))  # finding
```

```python fixed
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

houses = pd.read_csv("houses.csv")
X_train, X_test, y_train, y_test = train_test_split(houses[["area", "rooms"]], houses["price"], random_state=0)
model = RandomForestRegressor(random_state=0).fit(X_train, y_train)
estimated = model.predict(X_test)
print(r2_score(y_test, estimated))
```

The report gives the precision of each class as its recall.

```python bad
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split

loans = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(loans[["income", "debt"]], loans["default"], random_state=0)
model = LogisticRegression().fit(X_train, y_train)
print(classification_report(model.predict(X_test), y_test))  # finding
```

```python fixed
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split

loans = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(loans[["income", "debt"]], loans["default"], random_state=0)
model = LogisticRegression().fit(X_train, y_train)
print(classification_report(y_test, model.predict(X_test)))
```

Named arguments may come in any order.

```python good
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split

loans = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(loans[["income", "debt"]], loans["default"], random_state=0)
model = LogisticRegression().fit(X_train, y_train)
print(recall_score(y_pred=model.predict(X_test), y_true=y_test))
```

The order does not count for an error that is symmetric, nor for what `average="micro"` makes of precision.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, f1_score, precision_score
from sklearn.model_selection import train_test_split

seeds = pd.read_csv("seeds.csv")
X_train, X_test, y_train, y_test = train_test_split(seeds[["length", "groove"]], seeds["kind"], random_state=0)
told = RandomForestClassifier(random_state=0).fit(X_train, y_train).predict(X_test)
print(accuracy_score(told, y_test), f1_score(told, y_test, average="macro"))
print(precision_score(told, y_test, average="micro"))
```

## Better

Write the truth first, or name the arguments: `precision_score(y_true=labels, y_pred=answers)`.

## References

- https://scikit-learn.org/stable/modules/model_evaluation.html
"""

from collections.abc import Iterator

from heldout.rule import UNKNOWN, Finding, Fix, Pairing, Replacement, Rule, Trace

#: Metrics that give another number if truth and prediction trade places.
_ASYMMETRIC = frozenset(
    """precision_score recall_score fbeta_score precision_recall_fscore_support classification_report confusion_matrix
    multilabel_confusion_matrix balanced_accuracy_score class_likelihood_ratios r2_score explained_variance_score
    d2_absolute_error_score d2_pinball_score d2_tweedie_score mean_absolute_percentage_error mean_gamma_deviance
    mean_poisson_deviance classification_report_imbalanced sensitivity_score specificity_score""".split()
)
#: Those that do so of classes; with probabilities for the truth they end the program.
_RANKING = frozenset("roc_auc_score roc_curve average_precision_score precision_recall_curve det_curve".split())
_DRAWN = frozenset({"confusion_matrix", "multilabel_confusion_matrix"})


class MetricArgsSwapped(Rule):
    code = "HLD411"
    level = "error"
    needs = ("imblearn", "sklearn")

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for score in trace.scores:
            pair = score.pairing
            if pair is None or not pair.swapped or score.place in told or not _counts(pair):
                continue
            told.add(score.place)
            sure = pair.together and score.function not in _DRAWN
            yield self.finding(
                score,
                f"`{score.function}` is handed the predictions as the truth and the truth as predictions: {_harm(pair)}",
                level="error" if sure else "warning",
                confidence="proved" if pair.together else "likely",
                fix=_swapped(pair),
            )


def _counts(pair: Pairing) -> bool:
    """Whether the metric gives another number for the other order."""
    short, average = pair.function.rpartition(".")[2], pair.options.get("average")
    if not pair.function.startswith(("sklearn.", "imblearn.")):
        return False
    if short in ("f1_score", "jaccard_score"):
        return average == "weighted"
    if short in _RANKING:
        return pair.labels is not None
    # Recall that is weighted by class is the accuracy, and F with a beta of 1 is symmetric.
    if short == "fbeta_score" and pair.options.get("beta") in (None, 1, UNKNOWN):
        return False
    if short == "recall_score" and average == "weighted":
        return False
    return short in _ASYMMETRIC and (average is None or average in ("binary", "macro", "weighted", "samples"))


def _swapped(pair: Pairing) -> Fix:
    edits = (Replacement(pair.answer, pair.written[0]), Replacement(pair.truth, pair.written[1]))
    return Fix("Hand over the truth first", "unsafe", edits)


def _harm(pair: Pairing) -> str:
    short = pair.function.rpartition(".")[2]
    if short in _DRAWN:
        return "rows and columns of the matrix trade places"
    if short in ("precision_score", "recall_score") and pair.options.get("average") != "weighted":
        return f"it gives the {'recall' if short == 'precision_score' else 'precision'}"
    if short.startswith(("classification_report", "precision_recall_fscore")):
        return "precision and recall trade places"
    return "the number is another one than in the right order"
