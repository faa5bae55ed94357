"""Labels are numbered in the order of a set, which is another one in each process.

## Why it matters

Python salts the hashes of texts anew at each start, and a set gives its elements in the order of their hashes. A map
from class to number that is made so has other numbers tomorrow: a network saved today is then read with a wrong map,
and takes every cat for a dog without any error. Within one run all looks well.

```python bad
import pandas as pd
from sklearn.linear_model import SGDClassifier

calls = pd.read_csv("bird_calls.csv")
numbers = {bird: number for number, bird in enumerate(set(calls["bird"]))}  # finding
model = SGDClassifier(random_state=0).fit(calls[["pitch", "length"]], calls["bird"].map(numbers))
```

```python fixed
import pandas as pd
from sklearn.linear_model import SGDClassifier

calls = pd.read_csv("bird_calls.csv")
numbers = {bird: number for number, bird in enumerate(sorted(set(calls["bird"])))}
model = SGDClassifier(random_state=0).fit(calls[["pitch", "length"]], calls["bird"].map(numbers))
```

```python bad
import numpy as np

with open("sonnets.txt") as file:
    text = file.read()
signs = list(set(text))
index = dict(zip(signs, range(len(signs))))  # finding
np.save("coded.npy", np.array([index[sign] for sign in text]))
```

```python fixed
import numpy as np

with open("sonnets.txt") as file:
    text = file.read()
signs = list(sorted(set(text)))
index = dict(zip(signs, range(len(signs))))
np.save("coded.npy", np.array([index[sign] for sign in text]))
```

Sorted, the order is the same everywhere.

```python good
import numpy as np

with open("sonnets.txt") as file:
    text = file.read()
index = {sign: number for number, sign in enumerate(sorted(set(text)))}
np.save("coded.npy", np.array([index[sign] for sign in text]))
```

`unique` of pandas keeps the order of the rows.

```python good
import pandas as pd

calls = pd.read_csv("bird_calls.csv")
numbers = {bird: number for number, bird in enumerate(calls["bird"].unique())}
calls["number"] = calls["bird"].map(numbers)
```

## Better

Sort before numbering, or let `LabelEncoder` do both, and save the map beside the model.

## References

- https://docs.python.org/3/reference/datamodel.html#object.__hash__
"""

from collections.abc import Iterator

from heldout.rule import Accident, Finding, Fix, Place, Rule, Trace, put_around


class LabelMapFromSet(Rule):
    code = "HLD706"
    level = "warning"
    confidence = "likely"
    bias = "unstable"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told: set[Place] = set()
        for event in trace.of(Accident):
            if event.source != "set" or event.decides != "numbers" or event.place in told or trace.is_test:
                continue
            told.add(event.place)
            apart = event.made.line < event.place.line or event.made.line > event.place.end_line
            yield self.finding(
                event,
                "the numbers follow the order of a set, and for texts that is another one in each process",
                [(event.made, "the set is made here")] if apart else (),
                fix=Fix("Sort the set first", "unsafe", put_around(event.made, "sorted(", ")")),
            )
