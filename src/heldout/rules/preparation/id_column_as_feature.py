"""The number of a row is among the features of a model.

## Why it matters

An identifier says in which order rows were written down, and nothing of what they hold. A tree that is given one finds
the ranges of numbers in which, in this file, one answer is more frequent, and learns the file by heart; a distance or a
weight is spoiled by the largest column of all. Rows of tomorrow have numbers that no row of today has.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

patients = pd.read_csv("patients.csv")
columns = ["id", "age", "pressure"]
X_train, X_test, y_train, y_test = train_test_split(patients[columns], patients["ill"], random_state=0)
forest = RandomForestClassifier(random_state=0).fit(X_train, y_train)  # finding
print("accuracy", forest.score(X_test, y_test))
```

All columns of the table but the target, and the table has a number of the row, as an earlier line tells.

```python bad
import pandas as pd
from sklearn.ensemble import RandomForestRegressor

homes = pd.read_csv("homes.csv")
unknown = pd.read_csv("unknown_homes.csv")
print(homes["Id"].nunique(), "homes")
forest = RandomForestRegressor(random_state=0).fit(homes.drop(columns="price"), homes["price"])  # finding
answer = pd.DataFrame({"Id": unknown["Id"], "price": forest.predict(unknown)})
answer.to_csv("answer.csv", index=False)
```

```python good
import pandas as pd
from sklearn.ensemble import RandomForestRegressor

homes = pd.read_csv("homes.csv")
unknown = pd.read_csv("unknown_homes.csv")
forest = RandomForestRegressor(random_state=0).fit(homes.drop(columns=["Id", "price"]), homes["price"])
answer = pd.DataFrame({"Id": unknown["Id"], "price": forest.predict(unknown.drop(columns="Id"))})
answer.to_csv("answer.csv", index=False)
```

A number that names what several rows belong to is a category, and may tell something.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

sales = pd.read_csv("sales.csv")
X_train, X_test, y_train, y_test = train_test_split(sales[["store_id", "weekday"]], sales["sold"], random_state=0)
print("R2", RandomForestRegressor(random_state=0).fit(X_train, y_train).score(X_test, y_test))
```

## Better

Make it the index as the file is read (`read_csv(..., index_col="id")`), or drop it with the target.

## References

- https://pandas.pydata.org/docs/reference/api/pandas.read_csv.html
"""

from collections.abc import Hashable, Iterable, Iterator

from heldout.rule import Finding, Fit, Load, Place, Rule, Trace, words

#: Names that number rows, word by word; what has more words names things that rows belong to.
_NUMBERS = (["id"], ["row", "id"], ["uuid"], ["guid"], ["passenger", "id"], ["unnamed", "0"])


class IdColumnAsFeature(Rule):
    code = "HLD215"
    level = "advice"
    confidence = "likely"
    needs = ("sklearn", "xgboost", "lightgbm", "catboost")

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program:
            return
        indexed = {call.place for call in trace.calls("read_csv", "read_excel") if call.given("index_col") is not None}
        loads = [load for load in trace.of(Load) if not load.made and load.place not in indexed]
        tables = {load.data.columns.implied for load in loads}
        told: set[Place] = set()
        for fit, _ in trace.supervised():
            name = _number_among(fit, trace.mentioned.get(fit.data.columns.implied, ()), tables)
            if name is not None and not told:
                told.add(fit.place)
                model = f"`{fit.written or fit.model}`"
                yield self.finding(
                    fit, f"{model} learns from `{name}`, which numbers the rows and says nothing of them"
                )


def _number_among(fit: Fit, asked: Iterable[Hashable], tables: set[Hashable]) -> Hashable:
    """The column among the features of a fit that numbers the rows of a loaded table, None if it is not known of any."""
    columns = fit.data.columns
    if columns.vague or fit.data.weak or fit.role != "predictor":
        return None
    for name in (*columns.known, *asked):
        column = columns.column(name) if _numbers_rows(name) else None
        origin = column.origin if column is not None else None
        if isinstance(origin, tuple) and len(origin) == 2 and origin[0] in tables:
            return name
    return None


def _numbers_rows(name: Hashable) -> bool:
    return isinstance(name, str) and words(name.replace(" ", "_").replace(":", "")) in _NUMBERS
