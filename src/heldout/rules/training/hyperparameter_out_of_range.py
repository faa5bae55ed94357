"""A hyperparameter has a value with which nothing sensible can be learned.

## Why it matters

A learning rate of 1 for Adam, a momentum above 1 or a dropout of 0.95 is a slip of the decimal point or of the meaning: a
share where the rest was meant. Most libraries take such a value without a word. The network diverges, or learns next to
nothing, and the comparison with another model is lost for a reason that is in none of the figures.

```python bad
import torch
from torch import nn

network = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Dropout(p=0.95), nn.Linear(64, 3))  # finding
optimizer = torch.optim.SGD(network.parameters(), lr=0.01, momentum=9)  # finding
schedule = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=1.05)  # finding
```

Early stopping waits for longer than the training lasts.

```python bad
import numpy as np
from tensorflow import keras

tides, levels = np.load("tides.npy"), np.load("levels.npy")
network = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
network.compile(keras.optimizers.Adam(learning_rate=1.0), "mse")  # finding
stop = keras.callbacks.EarlyStopping(patience=50)  # finding
network.fit(tides, levels, epochs=40, validation_split=0.2, callbacks=[stop])  # via
network.save("tides.keras")
```

```python good
import numpy as np
from tensorflow import keras

tides, levels = np.load("tides.npy"), np.load("levels.npy")
network = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
network.compile(keras.optimizers.Adam(learning_rate=0.001), "mse")
stop = keras.callbacks.EarlyStopping(patience=10, restore_best_weights=True)
network.fit(tides, levels, epochs=200, validation_split=0.2, callbacks=[stop])
network.save("tides.keras")
```

A rate of 0 that a schedule raises, and the strong dropout of a sparse input, both below the bounds.

```python good
import torch
from torch import nn

network = nn.Sequential(nn.Dropout(p=0.8), nn.Linear(5000, 64), nn.ReLU(), nn.Linear(64, 3))
optimizer = torch.optim.Adam(network.parameters(), lr=0, betas=(0.9, 0.98))
schedule = torch.optim.lr_scheduler.StepLR(optimizer, step_size=10, gamma=0.5)
torch.nn.utils.clip_grad_norm_(network.parameters(), max_norm=1.0)
```

Plain gradient descent takes other rates than Adam does.

```python good
import torch
from torch import nn

network = nn.Linear(20, 3)
optimizer = torch.optim.SGD(network.parameters(), lr=0.5, momentum=0.9, weight_decay=1e-4)
```

## Better

Begin with the default of the library: 0.001 for Adam, 0.9 for momentum, 0.1 to 0.5 for dropout. Search around it on a scale
of powers. An early stopping needs an upper bound of epochs well beyond its patience.

## References

- https://docs.pytorch.org/docs/stable/optim.html
- https://keras.io/api/layers/regularization_layers/dropout/
"""

from collections.abc import Iterator

from heldout.rule import CALLABLES, KERAS_FIT, LIMITS, Call, Finding, Limits, Rule, Trace, TrainingRun

#: So few epochs are a trial, and what does not matter in it may matter later.
_TRIAL = 9


class HyperparameterOutOfRange(Rule):
    code = "HLD302"
    level = "warning"
    confidence = "likely"
    bias = "none"
    needs = ("torch", "keras", "tensorflow", "tf_keras", "sklearn", "xgboost", "lightgbm", "catboost")

    def check(self, trace: Trace) -> Iterator[Finding]:
        if trace.is_test:
            return
        told = set()
        for call in trace.calls(*CALLABLES):
            for parameter, argument in call.arguments.items():
                found = _outside(LIMITS.get((call.short, parameter), ()), argument.value)
                if found is not None and (call.place, parameter) not in told:
                    told.add((call.place, parameter))
                    yield self._told(call, parameter, argument.value, found)
        for training in trace.trainings.all:
            yield from self._fitted(training)

    def _told(self, call: Call, parameter: str, value: float, found: Limits) -> Finding:
        story = found.story(value)
        return self.finding(call, f"`{call.short}` gets `{parameter}={value!r}`, {story}", level=found.level)

    def _fitted(self, training: TrainingRun) -> Iterator[Finding]:
        """What is asked of the fit of a Keras network."""
        call = training.call
        if call is None or training.kind != "keras":
            return
        for parameter, limits in KERAS_FIT.items():
            argument = call.given(parameter)
            found = _outside(limits, argument.value) if argument is not None else None
            if found is not None and argument is not None:
                yield self._told(call, parameter, argument.value, found)
        stop = training.callback("EarlyStopping")
        patience = stop.value("patience", default=0) if stop is not None else 0
        if stop is None or not _is_number(patience) or stop.value("restore_best_weights", default=False) is not False:
            return
        if training.ends_within(int(patience)) and not training.ends_within(_TRIAL):
            yield self.finding(
                stop,
                f"`EarlyStopping` waits {patience} epochs for a better one, "
                f"and the training ends after {training.epochs}: it can never stop it",
                [(call, "it is trained here")],
            )


def _outside(several: tuple[Limits, ...], value: object) -> Limits | None:
    """The first limits, the widest, that a value is beyond."""
    if not _is_number(value):
        return None
    assert isinstance(value, int | float)
    return next((limits for limits in several if limits.story(value)), None)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
