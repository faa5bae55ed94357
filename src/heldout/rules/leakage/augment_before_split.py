"""Changed copies of rows are made before the split, so that held-out rows have twins in training.

## Why it matters

A mirrored or noisy picture is still that picture. When the copies are shuffled and split with the originals, most
held-out rows have a twin in training, and the score measures how well the model knows its twins: too good, in the
manner of duplicated rows, and best for the networks that memorise most. The real error shows up in use.

```python bad
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

leaves, kind = np.load("leaves.npy"), np.load("kind.npy")
mirrored = leaves[:, :, ::-1]
leaves = np.concatenate([leaves, mirrored]).reshape(-1, 64 * 64)  # finding
kind = np.concatenate([kind, kind])
a, b, kind_a, kind_b = train_test_split(leaves, kind, test_size=0.2, random_state=0)  # via
print("accuracy", KNeighborsClassifier().fit(a, kind_a).score(b, kind_b))  # via
```

```python bad
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import cross_val_score


def with_noise(table, scale):
    generator = np.random.default_rng(0)
    noisy = table + generator.normal(0, scale, table.shape)
    return pd.concat([table, noisy], ignore_index=True)  # finding


alloys = with_noise(pd.read_csv("alloys.csv"), 0.01)
forest = RandomForestRegressor(random_state=0)
print(cross_val_score(forest, alloys.drop(columns="strength"), alloys["strength"], cv=5).mean())  # via
```

Only the training pictures are mirrored.

```python good
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

leaves, kind = np.load("leaves.npy").reshape(-1, 64, 64), np.load("kind.npy")
a, b, kind_a, kind_b = train_test_split(leaves, kind, test_size=0.2, random_state=0)
a = np.concatenate([a, a[:, :, ::-1]]).reshape(-1, 64 * 64)
kind_a = np.concatenate([kind_a, kind_a])
print("accuracy", KNeighborsClassifier().fit(a, kind_a).score(b.reshape(-1, 64 * 64), kind_b))
```

Two years are joined: these are other rows, not the same ones changed.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import cross_val_score

alloys = pd.concat([pd.read_csv("alloys_2023.csv"), pd.read_csv("alloys_2024.csv")], ignore_index=True)
forest = RandomForestRegressor(random_state=0)
print(cross_val_score(forest, alloys.drop(columns="strength"), alloys["strength"], cv=5).mean())
```

The changed values stand beside the old ones as columns; there are as many rows as before.

```python good
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

waves, fault = np.load("waves.npy"), np.load("fault.npy")
both = np.concatenate([waves, np.abs(waves)], axis=1)
train, test, fault_train, fault_test = train_test_split(both, fault, random_state=4)
print("accuracy", SVC().fit(train, fault_train).score(test, fault_test))
```

Layers that change pictures at random do so while training, to the training pictures.

```python good
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras

keras.utils.set_random_seed(3)
leaves, kind = np.load("leaves.npy"), np.load("kind.npy")
a, b, kind_a, kind_b = train_test_split(leaves, kind, test_size=0.2, random_state=3)
network = keras.Sequential([keras.layers.RandomFlip("horizontal"), keras.layers.Flatten(), keras.layers.Dense(5)])
network.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
network.fit(a, kind_a, epochs=5)
print(network.evaluate(b, kind_b))
```

## Better

Split the originals, then augment the training part, best while it is read: in the dataset's transform or in layers.
Where copies come ready made, give each the number of its original and split by group.

## References

- https://www.tensorflow.org/tutorials/images/data_augmentation
- https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.GroupShuffleSplit.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Resample, Rule, Trace


class AugmentBeforeSplit(Rule):
    code = "HLD105"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for leak in trace.leaks:
            learn = leak.learn
            if not isinstance(learn, Resample) or learn.purpose != "augment" or learn.place.line in told:
                continue
            told.add(learn.place.line)
            name = f" of `{learn.data.name}`" if learn.data.name else ""
            yield self.finding(
                learn,
                f"changed copies{name} are joined to the originals before rows are {leak.later}",
                leak.steps(),
                confidence=leak.confidence,
            )
