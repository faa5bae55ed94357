"""Keras models are built and trained in a loop, and what earlier ones leave behind is not cleared.

## Why it matters

Keras keeps a state of its own: names of layers, graphs, training steps. Every model that is built adds to it, and it goes
on to hold memory when the model is gone. In a search over many settings each turn is a little slower than the one
before, and the longest runs end for want of memory.

```python bad
import numpy as np
from keras import Sequential, layers
from sklearn.model_selection import KFold

signals, labels = np.load("signals.npy"), np.load("labels.npy")
for known, held_out in KFold(10, shuffle=True, random_state=0).split(signals):
    network = Sequential([layers.Dense(64, activation="relu"), layers.Dense(1, activation="sigmoid")])  # finding
    network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    network.fit(signals[known], labels[known], epochs=10)  # via
    print(network.evaluate(signals[held_out], labels[held_out]))
```

The state is cleared before each turn.

```python good
import keras
import numpy as np
from keras import Sequential, layers
from sklearn.model_selection import KFold

signals, labels = np.load("signals.npy"), np.load("labels.npy")
for known, held_out in KFold(10, shuffle=True, random_state=0).split(signals):
    keras.utils.clear_session()
    network = Sequential([layers.Dense(64, activation="relu"), layers.Dense(1, activation="sigmoid")])
    network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    network.fit(signals[known], labels[known], epochs=10)
    print(network.evaluate(signals[held_out], labels[held_out]))
```

One model is trained piece by piece.

```python good
import numpy as np
from keras import Sequential, layers

network = Sequential([layers.Dense(64, activation="relu"), layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
for year in range(2000, 2020):
    network.fit(np.load(f"signals-{year}.npy"), np.load(f"labels-{year}.npy"), epochs=1)
```

## Better

Call `keras.utils.clear_session()` at the beginning of each turn (`keras.backend.clear_session()` in older versions), or
run each setting in a process of its own.

## References

- https://keras.io/api/utils/config_utils/#clear_session-function
"""

from collections.abc import Iterator

from heldout.rule import Call, Compile, Finding, Rule, Trace

_BUILDERS = ("Sequential", "Model", "Functional")


class KerasModelInLoop(Rule):
    code = "HLD610"
    level = "advice"
    needs = ("keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program or any(True for _ in trace.calls("clear_session")):
            return
        compiled = {event.learner for event in trace.of(Compile) if event.loops}
        fitted: dict[object, Call] = {}
        for fit in trace.calls("fit", "fit_generator"):
            if fit.loops and fit.receiver in compiled:
                fitted.setdefault(fit.receiver, fit)
        for made in trace.calls(*_BUILDERS):
            fit_ = fitted.get(made.gives)
            if fit_ is not None and made.loops:
                yield self.finding(
                    made,
                    f"`{made.short}` builds a network in every turn of a loop, and what Keras keeps of the earlier ones "
                    "is never cleared",
                    [(fit_, "it is trained in the same turn")],
                )
                return
