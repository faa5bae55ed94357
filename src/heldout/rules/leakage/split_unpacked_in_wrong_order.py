"""The results of a split are unpacked in another order than it gives them.

## Why it matters

`train_test_split(X, y)` gives the training part of `X`, the test part of `X`, then the two parts of `y`. In another
order, test features pass for training targets. That mostly ends in an exception, but some models first train on it in
silence. Train and test exchanged raise nothing: the small part trains, the large one judges, and the score is too low
by what the missing rows would have taught.

The halves are equally long, and the regression takes two features for two targets: only the score fails.

```python bad
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

reefs = pd.read_csv("reefs.csv")
X, y = reefs[["depth", "warmth"]], reefs["corals"]
X_train, y_train, X_test, y_test = train_test_split(X, y, test_size=0.5, random_state=0)  # finding
model = LinearRegression().fit(X_train, y_train)
print("R2", model.score(X_test, y_test))
```

```python fixed
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

reefs = pd.read_csv("reefs.csv")
X, y = reefs[["depth", "warmth"]], reefs["corals"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.5, random_state=0)
model = LinearRegression().fit(X_train, y_train)
print("R2", model.score(X_test, y_test))
```

Nothing stops here: the fifth that was to judge is what the model is fitted on.

```python bad
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC


def parts(path):
    arrays = np.load(path)
    x_test, x_train, y_test, y_train = train_test_split(  # finding
        arrays["signals"], arrays["states"], test_size=0.2, random_state=8
    )
    return x_train, y_train, x_test, y_test


signals, states, new_signals, new_states = parts("engine.npz")
print("accuracy", SVC().fit(signals, states).score(new_signals, new_states))
```

```python fixed
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC


def parts(path):
    arrays = np.load(path)
    x_train, x_test, y_train, y_test = train_test_split(
        arrays["signals"], arrays["states"], test_size=0.2, random_state=8
    )
    return x_train, y_train, x_test, y_test


signals, states, new_signals, new_states = parts("engine.npz")
print("accuracy", SVC().fit(signals, states).score(new_signals, new_states))
```

The targets are handed in first, so their parts come out first.

```python good
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

reefs = pd.read_csv("reefs.csv")
y_train, y_test, X_train, X_test = train_test_split(reefs["corals"], reefs[["depth", "warmth"]], random_state=0)
print("R2", LinearRegression().fit(X_train, y_train).score(X_test, y_test))
```

A function of one's own may give its parts in any order.

```python good
import pandas as pd
from sklearn.linear_model import LinearRegression


def cut(table, at):
    first, second = table[:at], table[at:]
    return first[["depth", "warmth"]], first["corals"], second[["depth", "warmth"]], second["corals"]


X_train, y_train, X_test, y_test = cut(pd.read_csv("reefs.csv"), 400)
print("R2", LinearRegression().fit(X_train, y_train).score(X_test, y_test))
```

One table gives two parts, from which features and targets are taken in whatever order.

```python good
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

train, test = train_test_split(pd.read_csv("reefs.csv"), random_state=0)
X_train, y_train, X_test, y_test = train[["depth"]], train["corals"], test[["depth"]], test["corals"]
print("R2", LinearRegression().fit(X_train, y_train).score(X_test, y_test))
```

## Better

Unpack train and test of each array in turn: `X_train, X_test, y_train, y_test = train_test_split(X, y)`.

## References

- https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.train_test_split.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Fix, Replacement, Rule, Split, Trace, unpacked_order


class SplitUnpackedInWrongOrder(Rule):
    code = "HLD115"
    level = "error"
    bias = "none"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for split in trace.of(Split):
            names = tuple(name for name, _ in split.targets)
            order = unpacked_order(names) if len(names) == 2 * len(split.wholes) else None
            if order is None or split.place in told:
                continue
            told.add(split.place)
            right = [names[order.index(position)] for position in range(len(names))]
            yield self.finding(
                split,
                f"`{split.function}` gives train and test of each array in turn: "
                f"`{', '.join(names)}` takes them in another order",
                fix=Fix(
                    f"Unpack as {', '.join(right)}",
                    "unsafe",
                    tuple(Replacement(place, name) for (_, place), name in zip(split.targets, right, strict=True)),
                ),
            )
