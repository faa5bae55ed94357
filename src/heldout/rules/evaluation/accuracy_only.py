"""Accuracy is the only figure that is told of a classifier.

## Why it matters

Where nine rows in ten are of one class, a model that always answers with it is right nine times in ten. Accuracy alone does
not tell it from one that finds the rare class, and does not say which classes are mistaken for which. A second figure
that looks at the classes one by one does.

```python bad
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

loans = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(loans[["income", "debt"]], loans["default"], random_state=0)
model = GradientBoostingClassifier(random_state=0).fit(X_train, y_train)
print("accuracy", accuracy_score(y_test, model.predict(X_test)))  # finding
```

A report tells of each class.

```python good
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import accuracy_score, classification_report
from sklearn.model_selection import train_test_split

loans = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(loans[["income", "debt"]], loans["default"], random_state=0)
answers = GradientBoostingClassifier(random_state=0).fit(X_train, y_train).predict(X_test)
print(accuracy_score(y_test, answers))
print(classification_report(y_test, answers))
```

The classes of some data sets are known to be equally frequent.

```python good
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

pixels, digit = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(pixels, digit, random_state=0)
print(SVC().fit(X_train, y_train).score(X_test, y_test))
```

## Better

`classification_report` or `confusion_matrix` beside the accuracy, and `balanced_accuracy_score` or
`average_precision_score` where one number is wanted.

## References

- https://scikit-learn.org/stable/modules/model_evaluation.html
- https://scikit-learn.org/stable/modules/generated/sklearn.metrics.balanced_accuracy_score.html
"""

from collections.abc import Iterator

from heldout.rule import Call, Finding, Load, Rule, Score, Trace, words

#: Names in `sklearn.metrics` that say of classes no more than accuracy does.
_OVERALL = frozenset({"accuracy_score", "zero_one_loss", "make_scorer"})
#: Data sets whose classes are equally frequent, or nearly so, as files of them are called.
_BALANCED = frozenset({"iris", "mnist", "digits", "cifar", "cifar10", "cifar100", "imdb"})
#: What else shows how classes fare.
_ELSEWHERE = ("crosstab", "from_estimator", "from_predictions", "plot_confusion_matrix", "cohen_kappa_score")


class AccuracyOnly(Rule):
    code = "HLD416"
    level = "advice"
    needs = ("sklearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        figures = [score for score in trace.scores if not score.implied]
        shown = [score for score in figures if score.reported]
        if not trace.is_program or not shown or not all(map(_is_accuracy, figures)) or _sees_classes(trace):
            return
        if any(load.made or _is_benchmark(load) for load in trace.of(Load)):
            return
        told = next((score for score in shown if trace.held_out(score.rows)), shown[-1])
        yield self.finding(
            told,
            f"accuracy is the only figure that is told of `{told.written or told.model}`: "
            "where a class is rare it stays high without a single row of it being found",
        )


def _is_accuracy(score: Score) -> bool:
    """Whether a figure is the accuracy of a classifier of scikit-learn or its like."""
    if score.function == "accuracy_score":
        return True
    fitted = score.fits[-1] if score.fits else None
    return score.function.endswith(".score") and fitted is not None and fitted.task == "classification"


def _is_benchmark(load: Load) -> bool:
    """Whether rows come from a data set that others have made, whose classes are known."""
    short = load.function.rpartition(".")[2]
    known = short.startswith(("load_", "fetch_", "make_")) or "datasets" in load.function
    return known or any(word in _BALANCED for word in words((load.source or "").rpartition("/")[2]))


def _sees_classes(trace: Trace) -> bool:
    """Whether the program looks at anything but accuracy."""
    if next(trace.calls(*_ELSEWHERE), None) is not None:
        return True
    return any(
        call.function.startswith(("sklearn.metrics.", "imblearn.metrics.", "torchmetrics."))
        and call.short not in _OVERALL
        or "scoring" in call.arguments
        and call.value("scoring") not in (None, "accuracy")
        for call in trace.of(Call)
    )
