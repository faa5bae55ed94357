"""Columns are chosen or projected by labels of rows that are later held out.

## Why it matters

Among many columns, some agree with the labels by chance; picked on all rows, they agree with the held-out labels too.
The score is too good, the more so the more columns there are for each row: nothing much for ten columns and many rows,
about 0.02 of AUC where columns rival rows, and far above chance for thousands of columns of pure noise.

```python bad
import pandas as pd
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

genes = pd.read_csv("expression.csv", index_col="patient")
relapse = genes.pop("relapse")
best = SelectKBest(f_classif, k=50).fit_transform(genes, relapse)  # finding
print("accuracy", cross_val_score(LogisticRegression(), best, relapse, cv=10).mean())  # via
```

Correlation with the target chooses as well as a selector does.

```python bad
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

homes = pd.read_csv("homes.csv")
strength = homes.corr()["rent"].abs()  # finding
chosen = [column for column in strength[strength > 0.3].index if column != "rent"]
known, new = train_test_split(homes, test_size=0.2, random_state=7)  # via
ridge = Ridge().fit(known[chosen], known["rent"])  # via
print("MAE", mean_absolute_error(new["rent"], ridge.predict(new[chosen])))  # via
```

```python bad
from sklearn.datasets import load_breast_cancer
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split


class Study:
    def __init__(self):
        self.cells, self.malignant = load_breast_cancer(return_X_y=True)

    def keep_important(self, count):
        forest = RandomForestClassifier(random_state=0).fit(self.cells, self.malignant)  # finding
        self.cells = self.cells[:, forest.feature_importances_.argsort()[-count:]]

    def run(self):
        a, b, ya, yb = train_test_split(self.cells, self.malignant, random_state=0)  # via
        return RandomForestClassifier(random_state=0).fit(a, ya).score(b, yb)  # via


study = Study()
study.keep_important(8)
print("accuracy", study.run())
```

In the pipeline, each fold chooses its own columns by its training rows.

```python good
import pandas as pd
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import Pipeline

genes = pd.read_csv("expression.csv", index_col="patient")
relapse = genes.pop("relapse")
model = Pipeline([("best", SelectKBest(f_classif, k=50)), ("classify", LogisticRegression())])
print("accuracy", cross_val_score(model, genes, relapse, cv=10).mean())
```

The correlations are those of the training part; the held-out part only follows.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

homes = pd.read_csv("homes.csv")
known, new = train_test_split(homes, test_size=0.2, random_state=7)
strength = known.corr()["rent"].abs()
chosen = [column for column in strength[strength > 0.3].index if column != "rent"]
ridge = Ridge().fit(known[chosen], known["rent"])
print("MAE", mean_absolute_error(new["rent"], ridge.predict(new[chosen])))
```

What all rows say about the columns is printed, and the model takes other columns, named by hand.

```python good
import pandas as pd
from sklearn.feature_selection import mutual_info_regression
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

homes = pd.read_csv("homes.csv")
print(mutual_info_regression(homes.drop(columns="rent"), homes["rent"], random_state=0))
columns = ["area", "rooms", "floor"]
known, new, rent, new_rent = train_test_split(homes[columns], homes["rent"], random_state=7)
print("R2", Ridge().fit(known, rent).score(new, new_rent))
```

## Better

Choose by the training part alone, or put the selector into the pipeline that is cross-validated, so that choosing is
judged together with fitting.

## References

- https://scikit-learn.org/stable/common_pitfalls.html
- https://scikit-learn.org/stable/modules/feature_selection.html
- Ambroise and McLachlan (2002), Selection bias in gene extraction, https://doi.org/10.1073/pnas.102102699
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace


class SelectBeforeSplit(Rule):
    code = "HLD102"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        for leak in trace.leaks:
            if leak.kind != "select":
                continue
            yield self.finding(
                leak.learn,
                f"{leak.who} chooses features by the labels of rows that are {leak.later}",
                leak.steps(),
                confidence=leak.confidence,
            )
