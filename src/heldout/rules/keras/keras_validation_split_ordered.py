"""Keras sets the last rows aside for validation, and the rows are sorted by class.

## Why it matters

`validation_split` takes the last share of the arrays as they are, before anything is shuffled. Where one class comes
after the other, those rows are all of the last class, and the training sees few of it or none: the validation figures
tell of one class alone, and early stopping follows them.

```python bad
import numpy as np
from keras import Sequential, layers

calm, seizure = np.load("calm.npy"), np.load("seizure.npy")
signals = np.concatenate([calm, seizure])
labels = np.concatenate([np.zeros(len(calm)), np.ones(len(seizure))])  # via
network = Sequential([layers.Dense(32, activation="relu"), layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
network.fit(signals, labels, epochs=10, validation_split=0.2)  # finding
```

The table is sorted by the column that is the target.

```python bad
import pandas as pd
from keras import Sequential, layers

tickets = pd.read_csv("tickets.csv").sort_values("urgent")
features, urgent = tickets[["length", "hour"]], tickets["urgent"]
network = Sequential([layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
network.fit(features, urgent, epochs=10, validation_split=0.2)  # finding
```

The rows are mixed before.

```python good
import numpy as np
from keras import Sequential, layers

calm, seizure = np.load("calm.npy"), np.load("seizure.npy")
signals = np.concatenate([calm, seizure])
labels = np.concatenate([np.zeros(len(calm)), np.ones(len(seizure))])
mixed = np.random.default_rng(0).permutation(len(signals))
network = Sequential([layers.Dense(32, activation="relu"), layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
network.fit(signals[mixed], labels[mixed], epochs=10, validation_split=0.2)
```

```python good
import pandas as pd
from keras import Sequential, layers

tickets = pd.read_csv("tickets.csv").sort_values("urgent").sample(frac=1, random_state=0)
features, urgent = tickets[["length", "hour"]], tickets["urgent"]
network = Sequential([layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
network.fit(features, urgent, epochs=10, validation_split=0.2)
```

Parts of a shuffled split, and rows in the order of time, end where they should.

```python good
import pandas as pd
from keras import Sequential, layers

demand = pd.read_csv("demand.csv").sort_values("day")
network = Sequential([layers.Dense(8, activation="relu"), layers.Dense(1)])
network.compile("adam", "mean_absolute_error")
network.fit(demand[["lag", "hour"]], demand["load"], epochs=10, validation_split=0.2)
```

## Better

Split with `train_test_split(..., stratify=labels)` and hand the second part to `validation_data`. `shuffle=True` in `fit`
does not help: it mixes what is left after the cut.

## References

- https://keras.io/api/models/model_training_apis/
"""

from collections.abc import Iterator

from heldout.rule import Call, Compile, Finding, Fit, Rule, Trace

_JOINED = frozenset({"concatenate", "hstack", "append", "r_", "concat"})
_CONSTANTS = frozenset({"zeros", "ones", "full", "zeros_like", "ones_like", "full_like", "repeat"})


class KerasValidationSplitOrdered(Rule):
    code = "HLD611"
    level = "warning"
    bias = "unstable"
    needs = ("keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        networks = {event.learner for event in trace.of(Compile)}
        cut = {fit.place: fit for fit in trace.calls("fit") if fit.receiver in networks and _cuts(fit)}
        told = set()
        for fit in trace.of(Fit):
            call = cut.get(fit.place)
            if call is None or fit.place in told:
                continue
            labels = _block_by_block(call)
            if labels is None and not _is_sorted(fit):
                continue
            told.add(fit.place)
            yield self.finding(
                fit,
                f"`validation_split` takes the last rows of {trace.called(fit.data, 'the rows')}, which come class by "
                "class: those that judge are of the last classes alone",
                [(labels, "the labels of one class come after those of the other")] if labels is not None else [],
            )


def _cuts(fit: Call) -> bool:
    share = fit.value("validation_split", default=0)
    return isinstance(share, float) and share > 0 and fit.given("validation_data") is None


def _block_by_block(fit: Call) -> Call | None:
    """What puts the labels together, if each of its parts is one constant."""
    target = fit.given("y")
    made = target.made[0] if target is not None and len(target.made) == 1 else None
    if made is None or made.short not in _JOINED:
        return None
    parts = [part for argument in made.arguments.values() for part in argument.made]
    return made if len(parts) > 1 and all(part.short in _CONSTANTS for part in parts) else None


def _is_sorted(fit: Fit) -> bool:
    """Whether the rows are sorted by the column that is the target."""
    if fit.target is None or not fit.data.sorted_by or fit.target.sorted_by != fit.data.sorted_by:
        return False
    return fit.data.sorted_by in fit.target.columns.known
