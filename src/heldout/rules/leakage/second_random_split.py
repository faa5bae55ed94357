"""Rows are parted at random anew, so that rows judged now were among the training rows before.

## Why it matters

Two random splits of one table know nothing of each other. When a quarter is held out each time, three in four rows of
the second test part were in the first training part, so most of the score is earned on known rows: too good, and
almost perfect for a model that remembers its rows. Each run mixes the rows anew, so the figure also jumps.

```python bad
import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

bees = pd.read_csv("hives.csv")
X, y = bees[["weight", "humidity", "age"]], bees["swarmed"]
X_train, X_test, y_train, y_test = train_test_split(X, y)  # via
tree = DecisionTreeClassifier(random_state=0).fit(X_train, y_train)  # via

X_train, X_test, y_train, y_test = train_test_split(X, y)  # finding
print("F1", f1_score(y_test, tree.predict(X_test)))  # via
```

Two functions draw from the same table, each on its own.

```python bad
import numpy as np
import pandas as pd
from xgboost import XGBRegressor

COLUMNS = ["depth", "salinity", "oxygen"]


def train(catch):
    rows = catch.sample(frac=0.8, random_state=1)  # via
    return XGBRegressor(random_state=1).fit(rows[COLUMNS], rows["tons"])  # via


def rmse(model, catch):
    rows = catch.sample(frac=0.2, random_state=2)  # finding: four in five of them were trained on
    return np.sqrt(np.mean((model.predict(rows[COLUMNS]) - rows["tons"]) ** 2))  # via


catch = pd.read_csv("catch.csv")
print("RMSE", rmse(train(catch), catch))
```

`shuffle` of `tf.data` mixes the rows anew each time the data set is gone through, so the two ranges are of two orders.

```python bad
import numpy as np
import tensorflow as tf
from tensorflow import keras

pairs = tf.data.Dataset.from_tensor_slices((np.load("notes.npy"), np.load("pitch.npy")))
mixed = pairs.shuffle(5000, seed=1)  # finding
seen, unseen = mixed.skip(1000).batch(32), mixed.take(1000).batch(32)
network = keras.Sequential([keras.layers.Dense(1)])
network.compile("adam", "mse")
network.fit(seen)  # via
print(network.evaluate(unseen))  # via
```

Both calls draw with the same seed and sizes, so they give the same parts.

```python good
import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

bees = pd.read_csv("hives.csv")
X, y = bees[["weight", "humidity", "age"]], bees["swarmed"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
tree = DecisionTreeClassifier(random_state=0).fit(X_train, y_train)

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
print("F1", f1_score(y_test, tree.predict(X_test)))
```

The second split parts what the first one left for training.

```python good
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

spectra, mineral = np.load("spectra.npy"), np.load("mineral.npy")
rest, test, rest_mineral, test_mineral = train_test_split(spectra, mineral, random_state=0)
train, valid, train_mineral, valid_mineral = train_test_split(rest, rest_mineral, random_state=1)
machine = SVC().fit(train, train_mineral)
print(machine.score(valid, valid_mineral), machine.score(test, test_mineral))
```

Each turn splits, fits a new model and judges it on its own held-out part.

```python good
import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

crops = pd.read_csv("crops.csv")
scores = []
for seed in range(20):
    a, b, ya, yb = train_test_split(crops[["rain", "sun"]], crops["yield"], random_state=seed)
    scores.append(LinearRegression().fit(a, ya).score(b, yb))
print("R2", np.mean(scores), "+-", np.std(scores))
```

The sample that is judged is what the first sample left over.

```python good
import pandas as pd
from sklearn.linear_model import LinearRegression

catch = pd.read_csv("catch.csv")
columns = ["depth", "salinity", "oxygen"]
seen = catch.sample(frac=0.8, random_state=1)
unseen = catch.drop(seen.index)
model = LinearRegression().fit(seen[columns], seen["tons"])
print("R2", model.score(unseen[columns], unseen["tons"]))
```

## Better

Split once, keep the parts, and hand them to whatever judges. Where that is not possible, give every split the same
integer seed, or save the row numbers of the test part.

## References

- https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.train_test_split.html
- https://scikit-learn.org/stable/common_pitfalls.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace


class SecondRandomSplit(Rule):
    code = "HLD108"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for score in trace.scores:
            if score.folds:
                continue
            for fit in score.fits:
                cuts = trace.drawn_anew(fit.rows, score.rows)
                if cuts is None or cuts[1].place in told:
                    continue
                earlier, later = cuts
                told.add(later.place)
                how, steps = "the same rows are parted at random again", [(earlier, "parted the first time here")]
                if earlier is later:
                    how, steps = f"`{later.function}` mixes the rows anew at every use", []
                yield self.finding(
                    later,
                    f"{how}: the part judged here shares rows with the part that `{fit.written or fit.model}` is fitted on",
                    [
                        *steps,
                        (fit, "fitted on a part of the one here"),
                        (score, "judged on a part of the other here"),
                    ],
                    confidence="likely",
                )
