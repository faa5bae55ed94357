"""The test part of a split is also what is watched while the network is trained.

## Why it matters

The number of epochs, the size of the network and its rates are set by somebody who looks at the curves. If those are curves of
the test rows, each setting that is kept is kept because it does well on them, and the figure in the end is too good by as much.
A third part makes the two tasks separate ones: one to choose by, and one that is looked at once.

```python bad
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
X_train, X_test, y_train, y_test = train_test_split(spectra, purity, test_size=0.2, random_state=0)  # via
keras.utils.set_random_seed(0)
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
network.compile("adam", "mse")
network.fit(X_train, y_train, epochs=40, validation_data=(X_test, y_test))  # finding
print("error", network.evaluate(X_test, y_test))  # via
```

```python good
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
X_train, X_test, y_train, y_test = train_test_split(spectra, purity, test_size=0.2, random_state=0)
keras.utils.set_random_seed(0)
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
network.compile("adam", "mse")
network.fit(X_train, y_train, epochs=40, validation_split=0.2)
print("error", network.evaluate(X_test, y_test))
```

The third part is cut from the training rows before.

```python good
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
X_rest, X_test, y_rest, y_test = train_test_split(spectra, purity, test_size=0.2, random_state=0)
X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, test_size=0.2, random_state=0)
keras.utils.set_random_seed(0)
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
network.compile("adam", "mse")
network.fit(X_train, y_train, epochs=40, validation_data=(X_val, y_val))
print("error", network.evaluate(X_test, y_test))
```

## Better

Cut a validation part from the training rows, or let `fit` do it by `validation_split`, and keep the test rows for the end.

## References

- https://scikit-learn.org/stable/modules/cross_validation.html
- https://keras.io/api/models/model_training_apis/#fit-method
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace

_LONG = 10


class NoValidationRows(Rule):
    code = "HLD233"
    level = "advice"
    confidence = "likely"
    bias = "optimistic"
    needs = ("keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program:
            return
        for training in trace.trainings.all:
            fit, watched = training.fit, training.fit.validation
            # Where the watched rows choose, another rule says so.
            if training.call is None or watched is None or fit.watchers or not training.lasts(_LONG):
                continue
            split = trace.split_of(watched.rows)
            if split is None or split.folds or trace.side(watched.rows) != "test":
                continue
            for score in trace.scores:
                if (
                    score.rows is watched.rows
                    and fit in score.fits
                    and score.function != "history"
                    and not score.implied
                ):
                    yield self.finding(
                        training.place,
                        f"{trace.called(watched, 'the test part')} is watched while `{training.written}` is trained, "
                        "and judges it in the end: there are no rows to choose by",
                        [(split, "the rows are parted here"), (score, "it is judged here")],
                    )
                    return
