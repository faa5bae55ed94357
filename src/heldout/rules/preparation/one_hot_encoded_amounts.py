"""A one-hot encoder is given a whole table, so that amounts become categories as well.

## Why it matters

`OneHotEncoder` makes one column of each distinct value, and does so for every column that it is given. Of an amount in
dollars it makes a column for each sum that occurs: the order and the distance of the sums are gone, the model learns the
training rows by heart, and a sum that it has not met is a row of zeros or an error. Older versions were told by
`categorical_features=` which columns to encode; without it, all are.

The branch is numbered first, which says that the other columns are numbers already.

```python bad
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder, OneHotEncoder

shops = pd.read_csv("shops.csv")
sales = shops.pop("sales")
shops["branch"] = LabelEncoder().fit_transform(shops["branch"])  # via
features = OneHotEncoder(handle_unknown="ignore").fit_transform(shops)  # finding
X_train, X_test, y_train, y_test = train_test_split(features, sales, random_state=0)
print("R2", Ridge().fit(X_train, y_train).score(X_test, y_test))
```

```python good
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

shops = pd.read_csv("shops.csv")
sales = shops.pop("sales")
X_train, X_test, y_train, y_test = train_test_split(shops, sales, random_state=0)
columns = make_column_transformer((OneHotEncoder(handle_unknown="ignore"), ["branch"]), remainder=StandardScaler())
print("R2", make_pipeline(columns, Ridge()).fit(X_train, y_train).score(X_test, y_test))
```

Only the column of categories is handed over.

```python good
import pandas as pd
from sklearn.preprocessing import LabelEncoder, OneHotEncoder

shops = pd.read_csv("shops.csv")
shops["branch"] = LabelEncoder().fit_transform(shops["branch"])
branches = OneHotEncoder(handle_unknown="ignore").fit_transform(shops[["branch"]])
print(branches.shape)
```

## Better

Name the columns: a `ColumnTransformer` that gives the categories to `OneHotEncoder` and the numbers to a scaler. No
`LabelEncoder` is needed before it.

## References

- https://scikit-learn.org/stable/modules/preprocessing.html#encoding-categorical-features
- https://scikit-learn.org/stable/modules/generated/sklearn.compose.ColumnTransformer.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Load, Place, Rule, Trace


class OneHotEncodedAmounts(Rule):
    code = "HLD214"
    level = "warning"
    confidence = "likely"
    bias = "pessimistic"
    needs = ("sklearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program:
            return
        picky = {call.gives for call in trace.calls("OneHotEncoder") if call.given("categorical_features") is not None}
        tables = {load.data.columns.implied for load in trace.of(Load)}
        told: set[Place] = set()
        for fit in trace.of(Fit):
            if fit.model != "OneHotEncoder" or fit.learner in picky or fit.data.columns.implied not in tables:
                continue
            encoder = _numbered_one(fit)
            if encoder is not None and fit.place not in told:
                told.add(fit.place)
                yield self.finding(
                    fit,
                    f"`{fit.written or fit.model}` makes categories of all columns of {trace.called(fit.data, 'the table')}, "
                    "amounts included: only some of them were categories",
                    [(encoder, "categories become whole numbers here, as the other columns need not")],
                )


def _numbered_one(fit: Fit) -> Fit | None:
    """The encoder that numbered the categories of some columns and not of the rest of their table; None if none did."""
    columns = fit.data.columns
    # Of some columns that are not known, those that are counted by position came as a slice of all.
    by_position = any(isinstance(name, tuple) and name[0] == "position" for name in columns.known)
    if columns.vague and not by_position:
        return None
    found = [
        event
        for column in columns.known.values()
        for event in column.learned - columns.rest.learned
        if isinstance(event, Fit) and "codes" in event.gives and "changed" not in column.traits
    ]
    return min(found, key=lambda event: event.index, default=None)
