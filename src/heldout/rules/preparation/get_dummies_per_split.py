"""`get_dummies` makes the columns of test rows from their own categories, not the training rows'.

## Why it matters

`get_dummies` makes one column a category that it meets. A category that the test rows lack, or have alone, shifts every
column after it or changes how many there are. Arrays are then read in the wrong columns without a word; frames stop with
an exception, on the day when a file with other categories comes in.

```python bad
import pandas as pd
from sklearn.linear_model import Ridge

seen, asked = pd.read_csv("sold.csv"), pd.read_csv("offered.csv")
price = seen.pop("price")
seen = pd.get_dummies(seen)  # via
asked = pd.get_dummies(asked)  # finding
ridge = Ridge().fit(seen, price)  # via
asked["price"] = ridge.predict(asked)  # via
```

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

train, test = train_test_split(pd.read_csv("bikes.csv"), random_state=2)
columns = ["colour", "maker", "gears"]
forest = RandomForestClassifier(random_state=2)
forest.fit(pd.get_dummies(train[columns]), train["stolen"])  # via
print(forest.score(pd.get_dummies(test[columns]), test["stolen"]))  # finding
```

The columns of the test rows are brought into line with those of training.

```python good
import pandas as pd
from sklearn.linear_model import Ridge

seen, asked = pd.read_csv("sold.csv"), pd.read_csv("offered.csv")
price = seen.pop("price")
seen = pd.get_dummies(seen)
asked = pd.get_dummies(asked).reindex(columns=seen.columns, fill_value=0)
asked["price"] = Ridge().fit(seen, price).predict(asked)
```

```python good
import pandas as pd
from sklearn.linear_model import Ridge

seen, asked = pd.read_csv("sold.csv"), pd.read_csv("offered.csv")
price = seen.pop("price")
seen, asked = pd.get_dummies(seen).align(pd.get_dummies(asked), join="left", axis=1, fill_value=0)
asked["price"] = Ridge().fit(seen, price).predict(asked)
```

Both files are encoded as one table.

```python good
import pandas as pd
from sklearn.linear_model import Ridge

seen, asked = pd.read_csv("sold.csv"), pd.read_csv("offered.csv")
price = seen.pop("price")
both = pd.get_dummies(pd.concat([seen, asked]))
ridge = Ridge().fit(both[: len(seen)], price)
print(ridge.predict(both[len(seen) :]))
```

The target is encoded, and only counted.

```python good
import pandas as pd
from sklearn.model_selection import train_test_split

train, test = train_test_split(pd.read_csv("bikes.csv"), random_state=2)
print(pd.get_dummies(train["colour"]).mean(), pd.get_dummies(test["colour"]).mean())
```

## Better

`OneHotEncoder(handle_unknown="ignore")` in a `Pipeline` keeps the categories of the training rows. With `get_dummies`,
end by `test.reindex(columns=train.columns, fill_value=0)`.

## References

- https://scikit-learn.org/stable/modules/preprocessing.html#encoding-categorical-features
- https://pandas.pydata.org/docs/reference/api/pandas.get_dummies.html
"""

from collections.abc import Iterator

from heldout.rule import Data, Finding, Fit, Predict, Rule, Score, Statistic, Trace, meets


class GetDummiesPerSplit(Rule):
    code = "HLD204"
    level = "advice"
    confidence = "likely"
    needs = ("pandas",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for asked in trace.events:
            if not isinstance(asked, Predict | Score):
                continue
            for fit in asked.fits:
                pair = _made_apart(fit.data, asked.data)
                if pair is not None and pair[1].place not in told:
                    told.add(pair[1].place)
                    yield self._told(trace, *pair, fit, asked)

    def _told(self, trace: Trace, before: Statistic, again: Statistic, fit: Fit, asked: Predict | Score) -> Finding:
        model = f"`{fit.written or fit.model}`"
        rows = trace.called(again.data, "these rows")
        return self.finding(
            again,
            f"`get_dummies` makes the columns of {rows} from their own categories: "
            f"they need not be the columns that {model} is fitted on",
            [
                (before, "the columns of the training rows are made here"),
                (fit, f"{model} is fitted on them here"),
                *([(asked, "and is asked about the others here")] if asked.place != again.place else []),
            ],
        )


def _made_apart(fitted: Data, asked: Data) -> tuple[Statistic, Statistic] | None:
    """The calls that made the columns of a fit and of what the model is asked, if each made its own."""
    settled = (fitted.columns.traits | asked.columns.traits) & {"named", "categorical"}
    if settled or fitted.columns.vague or asked.columns.vague:
        return None
    ours, theirs = _dummies(fitted), _dummies(asked)
    if not ours or not theirs or ours & theirs:
        return None
    first, second = (min(made, key=lambda event: event.index) for made in (ours, theirs))
    return (first, second) if meets(first.rows, second.rows) in ("no", "unknown") else None


def _dummies(data: Data) -> frozenset[Statistic]:
    return frozenset(
        event for event in data.learned if isinstance(event, Statistic) and event.function == "get_dummies"
    )
