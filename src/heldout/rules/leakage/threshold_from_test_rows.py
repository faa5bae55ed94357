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

A cut-off that was fixed beforehand owes the test rows nothing.

```python good
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split

scans = pd.read_csv("scans.csv")
a, b, ya, yb = train_test_split(scans[["size"]], scans["malignant"], random_state=0)
chance = LogisticRegression().fit(a, ya).predict_proba(b)[:, 1]
print("recall", recall_score(yb, chance >= 0.3))
```

## Better

Choose the cut-off on a validation part or by `TunedThresholdClassifierCV` on the training part.

## References

- https://scikit-learn.org/stable/modules/classification_threshold.html
"""

from collections.abc import Iterator

from heldout.rule import Choose, Finding, Rule, Trace


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
            if found is None:
                continue
            judge, reported = found
            told |= {choice.place, choice.scores}
            decides = reported in choice.scores
            yield self.finding(
                choice,
                f"the threshold is chosen by {trace.called(judge, 'the test rows')}, on which its effect is then reported",
                [
                    (
                        reported,
                        "the score that decides is the one that is told"
                        if decides
                        else "reported on the same rows here",
                    )
                ],
                confidence="likely" if judge.weak else "proved",
            )
