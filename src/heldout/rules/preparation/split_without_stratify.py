"""Rows are parted at random for a classifier, and the shares of the classes are left to chance.

## Why it matters

Where one class is rare, a random test part may hold twice as many of its rows as another one, or half as many. Recall
and precision of that class then hang on a handful of rows, and the same model looks better or worse with every seed.
With `stratify=` each part has the shares of the whole, at no cost.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split

claims = pd.read_csv("claims.csv")
fraud = claims.pop("fraud")
X_train, X_test, y_train, y_test = train_test_split(claims, fraud, test_size=0.2, random_state=7)  # finding
forest = RandomForestClassifier(random_state=7).fit(X_train, y_train)  # via
print("recall", recall_score(y_test, forest.predict(X_test)))
```

```python fixed
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split

claims = pd.read_csv("claims.csv")
fraud = claims.pop("fraud")
X_train, X_test, y_train, y_test = train_test_split(claims, fraud, test_size=0.2, random_state=7, stratify=fraud)
forest = RandomForestClassifier(random_state=7).fit(X_train, y_train)
print("recall", recall_score(y_test, forest.predict(X_test)))
```

A target that is a number has no classes.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

homes = pd.read_csv("homes.csv")
price = homes.pop("price")
X_train, X_test, y_train, y_test = train_test_split(homes, price, random_state=7)
print("R2", RandomForestRegressor(random_state=7).fit(X_train, y_train).score(X_test, y_test))
```

Three kinds of fifty flowers each.

```python good
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

X, y = load_iris(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=7)
print("accuracy", DecisionTreeClassifier(random_state=7).fit(X_train, y_train).score(X_test, y_test))
```

The last rows of a series in time are held out as they come.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

alarms = pd.read_csv("alarms.csv")
broken = alarms.pop("broken")
X_train, X_test, y_train, y_test = train_test_split(alarms, broken, shuffle=False)
print("accuracy", RandomForestClassifier(random_state=7).fit(X_train, y_train).score(X_test, y_test))
```

## Better

`train_test_split(X, y, stratify=y)`; for folds, `StratifiedKFold`, which is what an integer `cv` means for a classifier.

## References

- https://scikit-learn.org/stable/modules/cross_validation.html#stratification
"""

from collections.abc import Iterator

from heldout.rule import Call, Data, Finding, Fit, Fix, Load, Place, Rule, Split, Trace, with_argument

_SHIPPED = ("load_", "fetch_")


class SplitWithoutStratify(Rule):
    code = "HLD213"
    level = "advice"
    confidence = "likely"
    bias = "unstable"
    needs = ("sklearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program:
            return
        # Data that ship with a library, or are made up, have classes of known and mostly even shares.
        shown = frozenset(load.data.rows for load in trace.of(Load) if load.made or load.function.startswith(_SHIPPED))
        splits = {
            split.origin: split
            for split in trace.of(Split)
            if shown.isdisjoint(split.whole.rows.bases())
            and split.function == "train_test_split"
            and split.shuffled
            and split.stratified is False
        }
        calls = {call.place: call for call in trace.calls("train_test_split")}
        told: set[Place] = set()
        for fit in trace.of(Fit):
            if fit.task != "classification" or fit.target is None:
                continue
            for origin in fit.rows.origins():
                split = splits.get(origin)
                target = _target_of(split, fit.target) if split is not None else None
                if split is not None and target is not None and split.place not in told:
                    told.add(split.place)
                    yield self._told(split, fit, target.name, calls.get(split.place))

    def _told(self, split: Split, fit: Fit, target: str, call: Call | None) -> Finding:
        fix = None
        if target.isidentifier() and call is not None and call.complete and call.given("stratify") is None:
            edit = with_argument(call.place, "stratify", target, written=None, last=call.last_argument)
            fix = Fix("Keep the shares of the classes", "unsafe", (edit,))
        model = f"`{fit.written or fit.model}`"
        return self.finding(
            split,
            f"the shares of the classes in each part are left to chance, and {model} is a classifier",
            [(fit, f"{model} is fitted on one part here")],
            fix=fix,
        )


def _target_of(split: Split, target: Data) -> Data | None:
    """The target as it was parted, if it is one column of labels and not of several a row, which cannot all keep shares."""
    _, wanted = target.columns.single()
    if wanted is None or any(
        isinstance(event, Fit) and event.model == "MultiLabelBinarizer" for event in target.learned
    ):
        return None
    for whole in split.wholes[1:]:
        _, column = whole.columns.single()
        if column is not None and column.origin == wanted.origin is not None:
            return whole
    return None
