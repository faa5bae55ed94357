"""A program knows that its rows have gaps and fits a model that takes none.

## Why it matters

Most estimators of scikit-learn end with an error at the first missing value, and a network learns nothing but NaN from it.
Where a value is missing is often news by itself: who left the field empty is not a random row. So what becomes of gaps is a
decision, and one that belongs into the model, where new rows meet it too.

The program says which words of the file stand for a gap, and goes on as if there were none.

```python bad
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

stays = pd.read_csv("stays.csv", na_values=["?", "unknown"])  # via
X_train, X_test, y_train, y_test = train_test_split(stays[["age", "pulse"]], stays["days"], random_state=2)
model = Ridge().fit(X_train, y_train)  # finding
print("R2", model.score(X_test, y_test))
```

What cannot be read as a number becomes a gap.

```python bad
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

flats = pd.read_csv("flats.csv")
flats["rent"] = pd.to_numeric(flats["rent"], errors="coerce")  # via
X_train, X_test, y_train, y_test = train_test_split(flats[["rent", "area"]], flats["years"], random_state=2)
model = make_pipeline(StandardScaler(), KNeighborsRegressor()).fit(X_train, y_train)  # finding
print("R2", model.score(X_test, y_test))
```

The median of the training rows takes their place, and a column says where.

```python good
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline

stays = pd.read_csv("stays.csv", na_values=["?", "unknown"])
X_train, X_test, y_train, y_test = train_test_split(stays[["age", "pulse"]], stays["days"], random_state=2)
model = make_pipeline(SimpleImputer(strategy="median", add_indicator=True), Ridge()).fit(X_train, y_train)
print("R2", model.score(X_test, y_test))
```

Rows with gaps are left out, and a model that takes gaps as they are.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

stays = pd.read_csv("stays.csv", na_values="?").dropna()
X_train, X_test, y_train, y_test = train_test_split(stays[["age", "pulse"]], stays["days"], random_state=2)
print("R2", Ridge().fit(X_train, y_train).score(X_test, y_test))
```

```python good
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.model_selection import train_test_split

stays = pd.read_csv("stays.csv", na_values="?")
X_train, X_test, y_train, y_test = train_test_split(stays[["age", "pulse"]], stays["days"], random_state=2)
model = HistGradientBoostingRegressor(random_state=0).fit(X_train, y_train)
print("R2", model.score(X_test, y_test))
```

## Better

An imputer as the first step of a pipeline, with `add_indicator=True` where a gap may tell something; `dropna` where few rows
have gaps for no reason; or an estimator that splits by them, such as `HistGradientBoostingClassifier`.

## References

- https://scikit-learn.org/stable/modules/impute.html
"""

from collections.abc import Iterator

from heldout.rule import Call, Finding, Fit, Load, Rule, Trace

_HANDLED = ("fillna", "dropna", "interpolate", "ffill", "bfill", "pad", "notna", "notnull", "replace", "nan_to_num")


class MissingValuesUnhandled(Rule):
    code = "HLD219"
    level = "advice"
    confidence = "likely"
    needs = ("sklearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        gap = _gap(trace) if trace.is_program else None
        if gap is None or any(trace.calls(*_HANDLED)) or any("filled" in fit.gives for fit in trace.of(Fit)):
            return
        loaded = {load.data.rows.root for load in trace.of(Load) if not load.made}
        for fit in trace.of(Fit):
            if "complete" in fit.needs and fit.rows.root in loaded and fit.index > gap.index:
                yield self.finding(
                    fit,
                    f"`{fit.written or fit.model}` takes no missing values, and nothing is done about those that the program "
                    "itself makes of its file",
                    [(gap, "values become gaps here")],
                )
                return


def _gap(trace: Trace) -> Call | None:
    """The first call by which the program itself makes gaps of what it reads."""
    for call in trace.calls("read_csv", "read_table", "read_excel", "read_fwf", "to_numeric"):
        if call.root == "pandas" and (call.given("na_values") or call.value("errors") == "coerce"):
            return call
    return None
