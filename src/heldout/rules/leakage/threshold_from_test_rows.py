"""A threshold is chosen by the test rows on which its effect is then reported.

## Why it matters

The best cut-off of a curve is the best for the rows of that curve. Reported on the same rows, its score counts the luck of
the choice as skill; on new rows the same cut-off does worse.

```python bad
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score, roc_curve
from sklearn.model_selection import train_test_split

scans = pd.read_csv("scans.csv")
inputs = scans[["size", "density"]]
a, b, ya, yb = train_test_split(inputs, scans["malignant"], random_state=0)
chance = LogisticRegression().fit(a, ya).predict_proba(b)[:, 1]
fpr, tpr, cuts = roc_curve(yb, chance)
cut = cuts[np.argmax(tpr - fpr)]  # finding
print("recall", recall_score(yb, chance >= cut))  # via
```

```python bad
from sklearn.datasets import load_breast_cancer
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score, precision_recall_curve
from sklearn.model_selection import train_test_split

cells, benign = load_breast_cancer(return_X_y=True)
seen, new, seen_benign, new_benign = train_test_split(cells, benign, random_state=0)
forest = RandomForestClassifier(random_state=0).fit(seen, seen_benign)
chance = forest.predict_proba(new)[:, 1]
precision, recall, cuts = precision_recall_curve(new_benign, chance)
balance = 2 * precision * recall / (precision + recall)
best = cuts[balance.argmax()]  # finding
print("F1", f1_score(new_benign, chance > best))  # via
```

So it is with the weights of an ensemble, or a calibration, that the test labels teach.

```python bad
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

scans = pd.read_csv("scans.csv")
a, b, ya, yb = train_test_split(scans[["size", "density"]], scans["malignant"], random_state=0)
trees, line = RandomForestClassifier(random_state=0).fit(a, ya), LogisticRegression().fit(a, ya)
answers = np.column_stack([trees.predict_proba(b)[:, 1], line.predict_proba(b)[:, 1]])
both = LogisticRegression().fit(answers, yb)  # finding
print("accuracy", both.score(answers, yb))  # via
```

A validation part chooses, and the test part judges once.

```python good
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score, roc_curve
from sklearn.model_selection import train_test_split

scans = pd.read_csv("scans.csv")
X, X_test, y, y_test = train_test_split(scans[["size", "density"]], scans["malignant"], random_state=0)
X_train, X_val, y_train, y_val = train_test_split(X, y, random_state=0)
model = LogisticRegression().fit(X_train, y_train)
fpr, tpr, cuts = roc_curve(y_val, model.predict_proba(X_val)[:, 1])
cut = cuts[np.argmax(tpr - fpr)]
print("recall", recall_score(y_test, model.predict_proba(X_test)[:, 1] >= cut))
```

The curve is only drawn.

```python good
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_curve
from sklearn.model_selection import train_test_split

scans = pd.read_csv("scans.csv")
a, b, ya, yb = train_test_split(scans[["size"]], scans["malignant"], random_state=0)
fpr, tpr, _ = roc_curve(yb, LogisticRegression().fit(a, ya).predict_proba(b)[:, 1])
plt.plot(fpr, tpr)
```

Recall at a precision that was asked for beforehand is a figure of the curve.

```python good
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve, recall_score
from sklearn.model_selection import train_test_split

scans = pd.read_csv("scans.csv")
a, b, ya, yb = train_test_split(scans[["size"]], scans["malignant"], random_state=0)
chance = LogisticRegression().fit(a, ya).predict_proba(b)[:, 1]
precision, recall, cuts = precision_recall_curve(yb, chance)
print("recall", recall_score(yb, chance >= cuts[np.argmax(precision >= 0.9)]))
```

## Better

Choose the cut-off on a validation part or by `TunedThresholdClassifierCV` on the training part.

## References

- https://scikit-learn.org/stable/modules/classification_threshold.html
"""

from collections.abc import Iterator

from heldout.rule import Choose, Data, Finding, Fit, Rule, Score, Trace, meets


class ThresholdFromTestRows(Rule):
    code = "HLD119"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told: set[object] = set()
        for choice in trace.of(Choose):
            if choice.what != "threshold" or trace.reuse.is_range(choice) or told & {choice.place, choice.scores}:
                continue
            found = trace.reuse.told_again(choice)
            if found is not None:
                told |= {choice.place, choice.scores}
                rows = trace.called(found[0], "the test rows")
                yield self._told(
                    choice, f"the threshold is chosen by {rows}, on which its effect is then reported", *found
                )
        for fit in trace.of(Fit):
            score = None if fit.place in told else _judged_on_its_labels(trace, fit)
            if score is not None:
                told.add(fit.place)
                rows = trace.called(score.data, "the test rows")
                what = (
                    f"`{fit.written or fit.model}` learns from the labels of {rows} what to make of a model's answers"
                )
                yield self._told(fit, f"{what}, and is then judged by them", fit.data, score)

    def _told(self, at: Choose | Fit, message: str, judge: Data, reported: Score) -> Finding:
        decides = isinstance(at, Choose) and reported in at.scores
        how = "the score that decides is the one that is told" if decides else "reported on the same rows here"
        return self.finding(at, message, [(reported, how)], confidence="likely" if judge.weak else "proved")


def _judged_on_its_labels(trace: Trace, fit: Fit) -> Score | None:
    """A figure on the test rows by which ready models were calibrated, cut or weighed; None if other rows judge."""
    if not fit.upon or trace.side(fit.rows) != "test" or any(meets(one.rows, fit.rows) != "no" for one in fit.upon):
        return None
    scores = [score for score in trace.scores_of(fit) if not score.implied and not trace.reuse.is_inner(score)]
    if trace.judged_apart(scores, fit.data):
        return None
    return next((score for score in scores if meets(score.rows, fit.rows) == "must"), None)
