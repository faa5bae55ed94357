"""A metric that judges probabilities or rankings is handed the classes that a classifier decided for.

## Why it matters

ROC curves, average precision, log loss and the Brier score judge how a model orders rows or how sure it is. `predict`
gives classes, cut at one threshold: the curve has a single corner, and the area under it is the balanced accuracy at that
threshold under another name. A log loss of classes counts each mistake as one that the model was certain of. Such figures
cannot be compared with those of others, and choosing a model by them chooses another one.

```python bad
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

calls = pd.read_csv("calls.csv")
X_train, X_test, y_train, y_test = train_test_split(calls[["age", "length"]], calls["sold"], random_state=0)
model = GradientBoostingClassifier(random_state=0).fit(X_train, y_train)
print(roc_auc_score(y_test, model.predict(X_test)))  # finding
```

```python fixed
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

calls = pd.read_csv("calls.csv")
X_train, X_test, y_train, y_test = train_test_split(calls[["age", "length"]], calls["sold"], random_state=0)
model = GradientBoostingClassifier(random_state=0).fit(X_train, y_train)
print(roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))
```

The classes are kept under a name first.

```python bad
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, log_loss
from sklearn.model_selection import train_test_split

scans = pd.read_csv("scans.csv")
X_train, X_test, y_train, y_test = train_test_split(scans[["area", "texture"]], scans["malignant"], random_state=1)
answers = LogisticRegression().fit(X_train, y_train).predict(X_test)  # via
print(accuracy_score(y_test, answers), log_loss(y_test, answers))  # finding
```

`make_scorer` hands over what `predict` gives, if nothing else is asked for.

```python bad
from sklearn.metrics import log_loss, make_scorer

sureness = make_scorer(log_loss, greater_is_better=False)  # finding
```

```python fixed
from sklearn.metrics import log_loss, make_scorer

sureness = make_scorer(log_loss, greater_is_better=False, response_method="predict_proba")
```

Probabilities and distances to the boundary rank the rows.

```python good
import pandas as pd
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

scans = pd.read_csv("scans.csv")
X_train, X_test, y_train, y_test = train_test_split(scans[["area", "texture"]], scans["malignant"], random_state=1)
model = SVC(probability=True, random_state=1).fit(X_train, y_train)
print(roc_auc_score(y_test, model.decision_function(X_test)))
print(average_precision_score(y_test, model.predict_proba(X_test)[:, 1]))
```

What a regressor predicts is as fine as any score.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

scans = pd.read_csv("scans.csv")
X_train, X_test, y_train, y_test = train_test_split(scans[["area", "texture"]], scans["malignant"], random_state=1)
print(roc_auc_score(y_test, Ridge().fit(X_train, y_train).predict(X_test)))
```

## Better

`predict_proba(X)[:, 1]` or `decision_function(X)`; of more classes all columns. `balanced_accuracy_score` judges decisions.

## References

- https://scikit-learn.org/stable/modules/generated/sklearn.metrics.roc_auc_score.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fix, Pairing, Replacement, Rule, Trace, with_argument

_RANKING = frozenset("roc_auc_score roc_curve average_precision_score precision_recall_curve det_curve".split())
_SURENESS = frozenset("log_loss brier_score_loss calibration_curve".split())
#: What the metrics are handed.
_HOW = {
    "predict": "the classes that {} predicts",
    "cut": "what a threshold leaves of the answers of {}",
    "argmax": "the class to which {} gives most",
    "round": "rounded answers of {}",
}
#: Those that take scores of two classes only, unless they are told how to join more.
_OF_TWO = frozenset({"roc_auc_score", "roc_curve", "precision_recall_curve"})


class HardLabelsToRankingMetric(Rule):
    code = "HLD412"
    level = "warning"
    needs = ("sklearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        yield from self._scorers(trace)
        told = set()
        for score in trace.scores:
            pair = score.pairing
            if pair is None or pair.labels is None or pair.swapped or score.place in told:
                continue
            short = pair.function.rpartition(".")[2]
            if short not in _RANKING | _SURENESS or not pair.function.startswith("sklearn."):
                continue
            told.add(score.place)
            judged = "how rows are ranked" if short in _RANKING else "probabilities"
            inline = pair.labels.place.line == pair.answer.line
            made = _HOW[pair.labels.how].format(f"`{score.written or score.model}`")
            yield self.finding(
                score,
                f"`{short}` judges {judged}, and it is handed {made}: "
                + ("all but one threshold is lost" if short in _RANKING else "each answer counts as certain"),
                [] if inline else [(pair.labels.place, "classes are made here")],
                fix=_finer(pair) if short in _OF_TWO and "multi_class" not in pair.options else None,
            )

    def _scorers(self, trace: Trace) -> Iterator[Finding]:
        """Scorers made of such a metric that are not told to ask for anything but classes."""
        for call in trace.calls("make_scorer"):
            metric = call.given("score_func")
            short = str(metric.thing).rpartition(".")[2] if metric is not None else ""
            asked = any(name.isdigit() or name.startswith(("needs_", "response_")) for name in call.arguments)
            if short not in _RANKING | _SURENESS or asked or not call.complete or trace.is_test:
                continue
            answers = '"predict_proba"' if short in _SURENESS else '("decision_function", "predict_proba")'
            edit = with_argument(call.place, "response_method", answers, written=None, last=call.last_argument)
            yield self.finding(
                call,
                f"`make_scorer` hands `{short}` the classes that `predict` gives, for it is not told to ask for more",
                confidence="likely",
                fix=Fix("Ask for finer answers", "unsafe", (edit,)),
            )


def _finer(pair: Pairing) -> Fix | None:
    """The probability of the second class in place of the class, where it is asked for in the argument itself."""
    if pair.method is None or pair.labels is None or pair.labels.how != "predict":
        return None
    edits = (Replacement(pair.method, "predict_proba"), Replacement(pair.answer.end, "[:, 1]"))
    return Fix("Hand over probabilities of the second class", "unsafe", edits)
