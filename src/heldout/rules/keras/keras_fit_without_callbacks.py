"""A Keras model is trained for many epochs, and nothing watches over the training.

## Why it matters

After some tens of epochs most networks have begun to learn the noise of their training rows, and the last state is not
the best one. Without callbacks nobody stops there, nobody keeps the best state, and when the process ends at epoch 90 of
100, nothing is left of it.

```python bad
import pandas as pd
from keras import Sequential, layers
from sklearn.model_selection import train_test_split

wells = pd.read_csv("wells.csv")
known, held_out = train_test_split(wells, random_state=0)
network = Sequential([layers.Normalization(), layers.Dense(64, activation="relu"), layers.Dense(1)])
network.compile("adam", "mean_squared_error", metrics=["mae"])
network.fit(known.drop(columns="yield"), known["yield"], epochs=100, validation_split=0.2)  # finding
print(network.evaluate(held_out.drop(columns="yield"), held_out["yield"]))
```

Early stopping on a part of the training rows, which gives the best state back.

```python good
import pandas as pd
from keras import Sequential, callbacks, layers
from sklearn.model_selection import train_test_split

wells = pd.read_csv("wells.csv")
known, held_out = train_test_split(wells, random_state=0)
network = Sequential([layers.Normalization(), layers.Dense(64, activation="relu"), layers.Dense(1)])
network.compile("adam", "mean_squared_error", metrics=["mae"])
stop = callbacks.EarlyStopping(patience=10, restore_best_weights=True)
network.fit(known.drop(columns="yield"), known["yield"], epochs=100, validation_split=0.2, callbacks=[stop])
print(network.evaluate(held_out.drop(columns="yield"), held_out["yield"]))
```

A few epochs need nobody to watch them.

```python good
import pandas as pd
from keras import Sequential, layers

wells = pd.read_csv("wells.csv")
network = Sequential([layers.Normalization(), layers.Dense(64, activation="relu"), layers.Dense(1)])
network.compile("adam", "mean_squared_error", metrics=["mae"])
network.fit(wells.drop(columns="yield"), wells["yield"], epochs=5, validation_split=0.2)
```

## Better

`EarlyStopping(patience=10, restore_best_weights=True)` where there are validation rows, `ModelCheckpoint` or
`BackupAndRestore` where a run takes hours.

## References

- https://keras.io/api/callbacks/
"""

from collections.abc import Iterator

from heldout.rule import Call, Compile, Finding, Rule, Trace

_LONG = 20


class KerasFitWithoutCallbacks(Rule):
    code = "HLD609"
    level = "advice"
    needs = ("keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program:
            return
        compiled = {event.learner: event for event in trace.of(Compile)}
        for fit in trace.calls("fit", "fit_generator"):
            if fit.receiver in compiled and _is_long(fit) and not fit.value("callbacks"):
                yield self.finding(
                    fit,
                    f"`{fit.written or 'the network'}` is trained for {fit.value('epochs')} epochs without callbacks: "
                    "nothing stops it in time, and nothing keeps its best state",
                )
                return


def _is_long(fit: Call) -> bool:
    epochs = fit.value("epochs", default=1)
    return isinstance(epochs, int) and epochs >= _LONG
