"""Categories are encoded by the target of rows that are later held out.

## Why it matters

The mean of the target within a category contains the very answers that the model will be asked for. With many rows in a
category that is little; with few, the encoded column spells out the held-out targets, and the code of a category that
occurs once *is* its target. Scores come out too good, and most so for identifiers, postcodes and other columns of many
values.

```python bad
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import train_test_split

flats = pd.read_csv("flats.csv")
flats["street_price"] = flats.groupby("street")["price"].transform("mean")  # finding
X = flats[["street_price", "area", "floor"]]
X_train, X_test, y_train, y_test = train_test_split(X, flats["price"], random_state=0)  # via
model = GradientBoostingRegressor(random_state=0).fit(X_train, y_train)  # via
print("R2", model.score(X_test, y_test))  # via
```

An encoder is fitted on all rows before they are cross-validated.

```python bad
import pandas as pd
from category_encoders import TargetEncoder
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

loans = pd.read_csv("loans.csv")
defaulted = loans["defaulted"]
codes = TargetEncoder(cols=["employer", "branch"]).fit_transform(loans[["employer", "branch"]], defaulted)  # finding
print("AUC", cross_val_score(LogisticRegression(), codes, defaulted, scoring="roc_auc").mean())  # via
```

```python bad
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier


def add_rate(orders, key):
    rate = orders.groupby(key)["returned"].mean()  # finding
    return orders.assign(rate=orders[key].map(rate))


orders = add_rate(pd.read_csv("orders.csv"), "customer")
seen, unseen = train_test_split(orders, test_size=0.25, random_state=3)  # via
tree = DecisionTreeClassifier(random_state=3).fit(seen[["rate", "amount"]], seen["returned"])  # via
print("accuracy", tree.score(unseen[["rate", "amount"]], unseen["returned"]))  # via
```

The rates of the training part are looked up for both parts.

```python good
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

orders = pd.read_csv("orders.csv")
seen, unseen = train_test_split(orders, test_size=0.25, random_state=3)
rate = seen.groupby("customer")["returned"].mean()
seen = seen.assign(rate=seen["customer"].map(rate))
unseen = unseen.assign(rate=unseen["customer"].map(rate).fillna(seen["returned"].mean()))
tree = DecisionTreeClassifier(random_state=3).fit(seen[["rate", "amount"]], seen["returned"])
print("accuracy", tree.score(unseen[["rate", "amount"]], unseen["returned"]))
```

In the pipeline, the encoder is fitted on the training rows of each fold, and encodes them out of fold.

```python good
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import TargetEncoder

loans = pd.read_csv("loans.csv")
model = make_pipeline(TargetEncoder(random_state=0), LogisticRegression())
print(cross_val_score(model, loans[["employer", "branch"]], loans["defaulted"], scoring="roc_auc").mean())
```

Each fold makes its own table of means from the rows that it trains on.

```python good
import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import KFold

flats = pd.read_csv("flats.csv")
scores = []
for inner, outer in KFold(5, shuffle=True, random_state=0).split(flats):
    means = flats.iloc[inner].groupby("street")["price"].mean()
    street = flats["street"].map(means).fillna(means.mean()).to_frame()
    line = LinearRegression().fit(street.iloc[inner], flats["price"].iloc[inner])
    scores.append(line.score(street.iloc[outer], flats["price"].iloc[outer]))
print("R2", np.mean(scores))
```

## Better

Split first and learn the encoding from the training part. `sklearn.preprocessing.TargetEncoder` in a pipeline does so,
and also keeps a training row's own target out of its code.

## References

- https://scikit-learn.org/stable/modules/preprocessing.html
- https://contrib.scikit-learn.org/category_encoders/
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace


class EncodeTargetBeforeSplit(Rule):
    code = "HLD103"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        for leak in trace.leaks:
            if leak.kind != "encode":
                continue
            yield self.finding(
                leak.learn,
                f"{leak.who} encodes categories by the target of rows that are {leak.later}",
                leak.steps(),
                confidence=leak.confidence,
            )
