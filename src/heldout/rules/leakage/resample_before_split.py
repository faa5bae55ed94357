"""Rows are copied or synthesised before the split, so that copies of held-out rows are trained on.

## Why it matters

Of many a row, the split puts one twin into training and the other into the test part: the model is asked what it was
told. Scores come out too good, the more so the better a model remembers; trees and nearest neighbours reach nearly
perfect figures for the rare class, and one duplicate in ten rows already shows. The test part also loses the real
shares of the classes, on which precision depends.

```python bad
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

cards = pd.read_csv("cards.csv")
X, y = SMOTE(random_state=0).fit_resample(cards.drop(columns="fraud"), cards["fraud"])  # finding
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=0)  # via
forest = RandomForestClassifier(random_state=0).fit(X_train, y_train)  # via
print("F1", f1_score(y_test, forest.predict(X_test)))  # via
```

Drawing rows of the rare class with replacement is the same without a library for it.

```python bad
import pandas as pd
from sklearn.model_selection import cross_val_score
from sklearn.tree import DecisionTreeClassifier


def balanced(visits):
    rare, common = visits[visits["ill"] == 1], visits[visits["ill"] == 0]
    more = rare.sample(len(common), replace=True, random_state=0)  # finding
    return pd.concat([common, more])


visits = balanced(pd.read_csv("visits.csv"))
tree = DecisionTreeClassifier(random_state=0)
print(cross_val_score(tree, visits[["age", "pulse"]], visits["ill"], cv=5, scoring="recall").mean())  # via
```

The sampler gets only the training part.

```python good
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

cards = pd.read_csv("cards.csv")
X, y = cards.drop(columns="fraud"), cards["fraud"]
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=0)
X_more, y_more = SMOTE(random_state=0).fit_resample(X_train, y_train)
forest = RandomForestClassifier(random_state=0).fit(X_more, y_more)
print("F1", f1_score(y_test, forest.predict(X_test)))
```

A pipeline of imbalanced-learn samples while it is fitted, and never when it predicts.

```python good
import pandas as pd
from imblearn.over_sampling import RandomOverSampler
from imblearn.pipeline import make_pipeline
from sklearn.model_selection import cross_val_score
from sklearn.tree import DecisionTreeClassifier

visits = pd.read_csv("visits.csv")
model = make_pipeline(RandomOverSampler(random_state=0), DecisionTreeClassifier(random_state=0))
print(cross_val_score(model, visits[["age", "pulse"]], visits["ill"], cv=5, scoring="recall").mean())
```

Inside the loop, the training rows of the fold are all there is to copy.

```python good
import numpy as np
from imblearn.over_sampling import ADASYN
from sklearn.metrics import recall_score
from sklearn.model_selection import StratifiedKFold
from sklearn.neighbors import KNeighborsClassifier

beats, irregular = np.load("beats.npy"), np.load("irregular.npy")
recalls = []
for fit_on, judge_on in StratifiedKFold(5, shuffle=True, random_state=2).split(beats, irregular):
    more, labels = ADASYN(random_state=2).fit_resample(beats[fit_on], irregular[fit_on])
    nearest = KNeighborsClassifier(3).fit(more, labels)
    recalls.append(recall_score(irregular[judge_on], nearest.predict(beats[judge_on])))
print("recall", np.mean(recalls))
```

Drawing without replacement before the split makes no copy.

```python good
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

visits = pd.read_csv("visits.csv").sample(frac=0.5, random_state=0)
a, b, ill_a, ill_b = train_test_split(visits[["age", "pulse"]], visits["ill"], random_state=0)
model = LogisticRegression(class_weight="balanced").fit(a, ill_a)
print("accuracy", model.score(b, ill_b))
```

## Better

Split first and resample the training part, or put the sampler into an `imblearn.pipeline.Pipeline`. Class weights often
reach much the same without any new row.

## References

- https://imbalanced-learn.org/stable/common_pitfalls.html
- https://imbalanced-learn.org/stable/references/generated/imblearn.pipeline.Pipeline.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Resample, Rule, Trace


class ResampleBeforeSplit(Rule):
    code = "HLD104"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        for leak in trace.leaks:
            learn = leak.learn
            if not isinstance(learn, Resample) or learn.learns != "copy" or learn.purpose != "resample":
                continue
            yield self.finding(
                learn,
                f"`{learn.function}` copies rows that are {leak.later}: copies of held-out rows are trained on",
                leak.steps(),
                confidence=leak.confidence,
            )
