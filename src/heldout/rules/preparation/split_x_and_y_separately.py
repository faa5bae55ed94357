"""Features and target are split or shuffled by separate random calls.

## Why it matters

Each call draws anew, so row 7 of the features stands beside the target of another row. Nothing fails: the lengths agree,
the model is fitted on noise, and its score is that of guessing. What looks like hopeless data is one missing argument.

```python bad
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

scans, lesion = np.load("scans.npy"), np.load("lesion.npy")
train, test = train_test_split(scans, test_size=0.25)  # via
train_lesion, test_lesion = train_test_split(lesion, test_size=0.25)  # finding: other rows
machine = SVC().fit(train, train_lesion)  # via
print("accuracy", machine.score(test, test_lesion))
```

Photographs and masks are shuffled in place, one after the other.

```python bad
import numpy as np
from keras import layers, models

photographs, masks = np.load("photographs.npy"), np.load("masks.npy")
np.random.seed(4)
np.random.shuffle(photographs)  # via
np.random.shuffle(masks)  # finding: the generator has gone on
network = models.Sequential([layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
network.compile("adam", "binary_crossentropy")
network.fit(photographs, masks, epochs=5)  # via
```

One call splits both.

```python good
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

scans, lesion = np.load("scans.npy"), np.load("lesion.npy")
train, test, train_lesion, test_lesion = train_test_split(scans, lesion, random_state=4)
print("accuracy", SVC().fit(train, train_lesion).score(test, test_lesion))
```

The same seed and the same share draw the same rows, if there are as many of each.

```python good
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

scans, lesion = np.load("scans.npy"), np.load("lesion.npy")
train, test = train_test_split(scans, test_size=0.25, random_state=4)
train_lesion, test_lesion = train_test_split(lesion, test_size=0.25, random_state=4)
print("accuracy", SVC().fit(train, train_lesion).score(test, test_lesion))
```

The generator is taken back to where it was.

```python good
import numpy as np
from keras import layers, models

photographs, masks = np.load("photographs.npy"), np.load("masks.npy")
state = np.random.get_state()
np.random.shuffle(photographs)
np.random.set_state(state)
np.random.shuffle(masks)
network = models.Sequential([layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
network.compile("adam", "binary_crossentropy")
network.fit(photographs, masks, epochs=5)
```

Two tables are split, each with its own target.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

hives, fields = pd.read_csv("hives.csv"), pd.read_csv("fields.csv")
seen, unseen = train_test_split(hives, random_state=1)
seen_fields, unseen_fields = train_test_split(fields, random_state=2)
bees = Ridge().fit(seen[["weight", "age"]], seen["honey"])
rape = Ridge().fit(seen_fields[["rain", "sun"]], seen_fields["yield"])
print(bees.score(unseen[["weight", "age"]], unseen["honey"]))
print(rape.score(unseen_fields[["rain", "sun"]], unseen_fields["yield"]))
```

## Better

Hand everything that belongs together to one call, or shuffle one array of row numbers and take rows of both by it.

## References

- https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.train_test_split.html
"""

from collections.abc import Iterator

from heldout.rule import Apart, Finding, Rule, Score, Trace


class SplitXAndYSeparately(Rule):
    code = "HLD202"
    level = "error"
    bias = "pessimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for apart in trace.alignment.drawn_apart():
            if apart.second.place not in told:
                told.add(apart.second.place)
                yield self._told(trace, apart)

    def _told(self, trace: Trace, apart: Apart) -> Finding:
        first, second = apart.first, apart.second
        taken = "judged against each other" if isinstance(apart.taken, Score) else "taken for one another's"
        before, anew = (trace.called(maker.whole, "the rows") for maker in (first, second))
        return self.finding(
            second,
            f"`{second.function}` draws {anew} anew: row by row it no longer belongs to {before}",
            [(first, f"{before} is drawn here"), (apart.taken, f"the rows of both are {taken} here")],
        )
