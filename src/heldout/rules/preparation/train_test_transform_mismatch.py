"""A model is asked about rows that did not go through the transformer of its training rows.

## Why it matters

The model learned what 1 means on one scale and is asked on another, where each weight, threshold and distance is a
different one. Nothing fails, since the columns are the same. The score comes out far too low, or stays where it is by
luck, and a model that is saved in this state answers so in use.

The scaled test rows are made, and the others are handed to the model.

```python bad
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

loans = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(loans[["income", "age"]], loans["repaid"], random_state=0)
scaler = StandardScaler()
X_train_scaled = scaler.fit_transform(X_train)  # via
X_test_scaled = scaler.transform(X_test)
model = LogisticRegression().fit(X_train_scaled, y_train)  # via
print("accuracy", model.score(X_test, y_test))  # finding
```

The other way round: a name that is written twice in two ways leaves the training rows as they were.

```python bad
import pandas as pd
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import MinMaxScaler

loans = pd.read_csv("loans.csv")
target = loans.pop("repaid")
past, recent = loans[:4000], loans[4000:]
scaler = MinMaxScaler().fit(past)  # via
scaled_past = scaler.transform(past)
recent = scaler.transform(recent)
neighbours = KNeighborsClassifier().fit(past, target[:4000])  # via
guess = neighbours.predict(recent)  # finding
print("accuracy", (guess == target[4000:]).mean())
```

Each part goes through a transformer of its own kind.

```python bad
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import QuantileTransformer, StandardScaler

homes = pd.read_csv("homes.csv")
train, test = train_test_split(homes, random_state=1)
columns = ["area", "rooms"]
standard, ranks = StandardScaler().fit(train[columns]), QuantileTransformer().fit(train[columns])  # via: twice
ridge = Ridge().fit(standard.transform(train[columns]), train["price"])  # via
print("R2", ridge.score(ranks.transform(test[columns]), test["price"]))  # finding
```

```python good
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

loans = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(loans[["income", "age"]], loans["repaid"], random_state=0)
scaler = StandardScaler()
X_train_scaled = scaler.fit_transform(X_train)
X_test_scaled = scaler.transform(X_test)
for train, test in ((X_train, X_test), (X_train_scaled, X_test_scaled)):
    print("accuracy", LogisticRegression().fit(train, y_train).score(test, y_test))
```

The pipeline scales what it is asked about by itself.

```python good
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

loans = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(loans[["income", "age"]], loans["repaid"], random_state=0)
model = make_pipeline(StandardScaler(), LogisticRegression()).fit(X_train, y_train)
print("accuracy", model.score(X_test, y_test))
```

The column that was scaled among the training rows is not one of the features.

```python good
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

train, test = train_test_split(pd.read_csv("loans.csv"), random_state=0)
train["age"] = StandardScaler().fit_transform(train[["age"]])
tree = DecisionTreeClassifier(random_state=0).fit(train[["income"]], train["repaid"])
print("accuracy", tree.score(test[["income"]], test["repaid"]))
```

## Better

Put the transformer and the model into one `Pipeline`: then neither can be asked without the other, and one object is
saved. Without it, keep one name a part, and overwrite it.

## References

- https://scikit-learn.org/stable/common_pitfalls.html#inconsistent-preprocessing
"""

from collections.abc import Iterator

from heldout.rule import Event, Finding, Rule, Skew, Trace


class TrainTestTransformMismatch(Rule):
    code = "HLD201"
    level = "warning"
    confidence = "likely"
    bias = "pessimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for skew in trace.skews:
            # A function that asks one model after the other is one place to go to.
            if skew.asked.place not in told:
                told.add(skew.asked.place)
                yield self._told(trace, skew)

    def _told(self, trace: Trace, skew: Skew) -> Finding:
        step, instead, fit = skew.step, skew.instead, skew.fit
        model, who = f"`{fit.written or fit.model}`", f"`{step.written or step.model}`"
        steps: list[tuple[Event, str]] = [
            (step, f"{who} is fitted here"),
            (fit, f"{model} is fitted here, on rows that went through it"),
        ]
        how = f"did not go through {who} as the rows of its fit did"
        if instead is not None:
            other = f"`{instead.written or instead.model}`"
            how = f"went through {other}, and the rows of its fit through {'another ' if other == who else ''}{who}"
            steps.append((instead, f"{other} is fitted here"))
        elif not skew.on_fit:
            how = f"went through {who} as the rows of its fit did not"
            steps[1] = (fit, f"{model} is fitted here, on rows that did not go through it")
        steps.sort(key=lambda station: station[0].index)
        return self.finding(
            skew.asked,
            f"{model} is asked about {trace.called(skew.asked.data, 'rows')}, which {how}",
            steps,
        )
