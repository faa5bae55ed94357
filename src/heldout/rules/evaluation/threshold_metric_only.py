"""Classifiers are compared by what they decide at one threshold, and never by how they rank.

## Why it matters

Precision, recall and F1 of `predict` judge the classifier and its threshold together, and the threshold is 0.5 or 0 because
nobody chose it. Of two models that order the rows equally well, the one whose probabilities are shifted looks worse; a
threshold moved by a little can turn the comparison around. Measures of ranking compare the models themselves, and the
threshold is then chosen for the purpose.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

mails = pd.read_csv("mails.csv")
X_train, X_test, y_train, y_test = train_test_split(mails[["links", "words"]], mails["spam"], random_state=0)
linear = LogisticRegression().fit(X_train, y_train)
forest = RandomForestClassifier(random_state=0).fit(X_train, y_train)
print("linear", f1_score(y_test, linear.predict(X_test)))  # via
print("forest", f1_score(y_test, forest.predict(X_test)))  # finding
```

A measure of the ranking stands beside it.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score
from sklearn.model_selection import train_test_split

mails = pd.read_csv("mails.csv")
X_train, X_test, y_train, y_test = train_test_split(mails[["links", "words"]], mails["spam"], random_state=0)
for model in (LogisticRegression(), RandomForestClassifier(random_state=0)):
    model.fit(X_train, y_train)
    print(f1_score(y_test, model.predict(X_test)))
    print(average_precision_score(y_test, model.predict_proba(X_test)[:, 1]))
```

One model is judged as it is used, and compared with no other.

```python good
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score, recall_score
from sklearn.model_selection import train_test_split

mails = pd.read_csv("mails.csv")
X_train, X_test, y_train, y_test = train_test_split(mails[["links", "words"]], mails["spam"], random_state=0)
answers = LogisticRegression().fit(X_train, y_train).predict(X_test)
print(precision_score(y_test, answers), recall_score(y_test, answers))
```

## Better

Compare by `average_precision_score` or `roc_auc_score` of `predict_proba(X)[:, 1]` or `decision_function(X)`. Then choose
the threshold on rows that are not those of the test.

## References

- https://scikit-learn.org/stable/modules/classification_threshold.html
- https://scikit-learn.org/stable/modules/model_evaluation.html
"""

from collections.abc import Iterator

from heldout.rule import Call, Finding, Pairing, Rule, Score, Trace

_AT_THRESHOLD = frozenset({"f1_score", "precision_score", "recall_score", "fbeta_score"})
#: Calls of programs that look at more than decisions.
_FINER = tuple(
    """predict_proba predict_log_proba decision_function roc_auc_score roc_curve average_precision_score
    precision_recall_curve det_curve log_loss brier_score_loss auc from_estimator from_predictions plot_roc_curve
    plot_precision_recall_curve TunedThresholdClassifierCV FixedThresholdClassifier""".split()
)


class ThresholdMetricOnly(Rule):
    code = "HLD415"
    level = "advice"
    needs = ("sklearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program:
            return
        first: Score | None = None
        for score in trace.scores:
            if score.pairing is None or not _is_cut(score.pairing):
                continue
            if first is None:
                first = score
            elif score.learner != first.learner and score.rows is first.rows:
                if not _looks_finer(trace):
                    yield self._told(score, first)
                return

    def _told(self, score: Score, first: Score) -> Finding:
        one, other = first.written or first.model, score.written or score.model
        if one == other:
            one, other = first.model, score.model
        told = f"`{one}` and `{other}` are" if one != other else f"several `{one}` are"
        return self.finding(
            score,
            f"{told} compared by `{score.function}` of what they decide at one threshold that nobody chose: "
            "how well they rank the rows is not looked at",
            [(first, "the first model is judged here")] if first.place != score.place else [],
        )


def _is_cut(pair: Pairing) -> bool:
    """Whether a metric of two classes judges what a classifier decided."""
    short = pair.function.rpartition(".")[2]
    decided = pair.labels is not None and pair.labels.how == "predict"
    return decided and short in _AT_THRESHOLD and pair.options.get("average") in (None, "binary")


def _looks_finer(trace: Trace) -> bool:
    """Whether the program asks for probabilities or ranks anywhere."""
    if next(trace.calls(*_FINER), None) is not None:
        return True
    return any(
        "scoring" in call.arguments and call.value("scoring") not in ("accuracy", "f1", None) for call in trace.of(Call)
    )
