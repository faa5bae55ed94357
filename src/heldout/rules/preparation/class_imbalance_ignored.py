"""A program looks at the shares of its classes, and then trains and chooses as if they were equal.

## Why it matters

Where one class makes up a thirtieth of the rows, a model that never names it is right 97 times in a hundred. Fitting minimises
mistakes and choosing maximises accuracy, and both are content with that. The rare class is the one that such a model is
usually made for.

```python bad
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

claims = pd.read_csv("claims.csv")
print(claims["fraud"].value_counts(normalize=True))  # via
X_train, X_test, y_train, y_test = train_test_split(claims[["amount", "age"]], claims["fraud"], random_state=5)
model = make_pipeline(StandardScaler(), LogisticRegression()).fit(X_train, y_train)  # finding
print("accuracy", model.score(X_test, y_test))
```

A search that chooses by accuracy, though the report is by class.

```python bad
import pandas as pd
from sklearn.metrics import classification_report
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.tree import DecisionTreeClassifier

claims = pd.read_csv("claims.csv")
print(claims["fraud"].value_counts())  # via
X_train, X_test, y_train, y_test = train_test_split(claims[["amount", "age"]], claims["fraud"], random_state=5)
tree = DecisionTreeClassifier(random_state=5)
search = GridSearchCV(tree, {"max_depth": [3, 6, 9]}, scoring="accuracy")  # finding
search.fit(X_train, y_train)
print(classification_report(y_test, search.predict(X_test)))
```

The classes weigh the same, and the figure tells of each.

```python good
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

claims = pd.read_csv("claims.csv")
print(claims["fraud"].value_counts(normalize=True))
X, y = claims[["amount", "age"]], claims["fraud"]
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=5)
model = make_pipeline(StandardScaler(), LogisticRegression(class_weight="balanced")).fit(X_train, y_train)
print(classification_report(y_test, model.predict(X_test)))
```

What is counted is a feature, and nothing is known of the classes.

```python good
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

claims = pd.read_csv("claims.csv")
print(claims["age"].value_counts())
X_train, X_test, y_train, y_test = train_test_split(claims[["amount", "age"]], claims["fraud"], random_state=5)
tree = DecisionTreeClassifier(random_state=5).fit(X_train, y_train)
print("accuracy", tree.score(X_test, y_test))
```

## Better

`class_weight="balanced"` or weights of the rows, or resampling of the training rows; a split with `stratify=`; average precision
or F1 of the rare class, in searches too; and a threshold that is chosen on validation rows by what a mistake costs.

## References

- https://imbalanced-learn.org/stable/introduction.html
- https://scikit-learn.org/stable/modules/model_evaluation.html
"""

from collections.abc import Iterator

from heldout.rule import Call, Finding, Fit, Resample, Rule, Split, Statistic, Trace

_WEIGHTS = (
    "class_weight",
    "sample_weight",
    "scale_pos_weight",
    "is_unbalance",
    "auto_class_weights",
    "class_weights",
)
_OVERALL = ("accuracy_score", "zero_one_loss", "score")


class ClassImbalanceIgnored(Rule):
    code = "HLD217"
    level = "advice"
    confidence = "possible"
    needs = ("sklearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program or any(trace.of(Resample)) or any(call.given(*_WEIGHTS) for call in trace.of(Call)):
            return
        counts = [one for one in trace.of(Statistic) if one.function == "value_counts"]
        for fit, target in trace.supervised():
            name, _ = target.columns.single()
            count = next(
                (one for one in counts if one.data.columns.single()[0] == name and one.rows.root is target.rows.root),
                None,
            )
            if name is None or count is None or not (fit.role == "search" or fit.task == "classification"):
                continue
            found = self._told(trace, fit, count)
            if found is not None:
                yield found
                return

    def _told(self, trace: Trace, fit: Fit, count: Statistic) -> Finding | None:
        steps = [(count, "how many rows each class has is looked at here")]
        search = next((call for call in trace.of(Call) if call.gives is fit.learner), None)
        if search is not None and search.value("scoring") == "accuracy":
            text = f"`{search.short}` chooses by accuracy, to which a rare class is hardly worth a row"
            return self.finding(search, text, steps)
        by_class = any(score.function.rpartition(".")[2] not in _OVERALL for score in trace.scores)
        if fit.task != "classification" or by_class or any(split.stratified for split in trace.of(Split)):
            return None
        text = f"`{fit.written or fit.model}` is fitted and judged as if its classes were equally frequent"
        return self.finding(fit, text, steps)
