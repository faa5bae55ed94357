"""Several settings of a network are tried, and what comes of each is only printed.

## Why it matters

What is on the screen is gone with the next run. Which learning rate went with which figure, and on which state of the code, is
then a matter of memory: results cannot be compared later, and a setting that has been tried is tried again.

```python bad
import numpy as np
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
for rate in (0.01, 0.003, 0.001):
    network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
    network.compile(keras.optimizers.Adam(rate), "mse")
    stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
    curves = network.fit(spectra, purity, epochs=40, validation_split=0.2, callbacks=[stop])  # finding
    print(rate, min(curves.history["val_loss"]))
```

```python good
import json

import numpy as np
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
tried = []
for rate in (0.01, 0.003, 0.001):
    network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
    network.compile(keras.optimizers.Adam(rate), "mse")
    stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
    curves = network.fit(spectra, purity, epochs=40, validation_split=0.2, callbacks=[stop])
    tried.append({"rate": rate, "loss": min(curves.history["val_loss"])})
with open("tried.json", "w") as file:
    json.dump(tried, file)
```

A logger among the callbacks keeps the figures of each run.

```python good
import numpy as np
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
for units in (16, 64):
    network = keras.Sequential([keras.layers.Dense(units, activation="relu"), keras.layers.Dense(1)])
    network.compile("adam", "mse")
    stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
    log = keras.callbacks.CSVLogger(f"units-{units}.csv")
    network.fit(spectra, purity, epochs=40, validation_split=0.2, callbacks=[stop, log])
```

One network is trained once.

```python good
import numpy as np
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
network.compile("adam", "mse")
stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
network.fit(spectra, purity, epochs=40, validation_split=0.2, callbacks=[stop])
network.save("purity.keras")
```

## Better

Write a line for each run to a file, with its settings and figures, or use a tracker: MLflow, Weights & Biases, TensorBoard and
others keep both, and the version of the code besides.

## References

- https://ml-ops.org/content/mlops-principles
- https://mlflow.org/docs/latest/ml/tracking/
- https://www.tensorflow.org/tensorboard/hyperparameter_tuning_with_hparams
"""

from collections.abc import Iterator

from heldout.rule import Call, Finding, Fit, Log, Place, Rule, Split, Trace


class NoExperimentTracking(Rule):
    code = "HLD306"
    level = "advice"
    confidence = "likely"
    bias = "none"
    needs = ("torch", "keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program or any(True for _ in trace.of(Log)) or any(split.folds for split in trace.of(Split)):
            return
        makers = {id(call.gives): call for call in trace.of(Call)}
        places = {training.fit.place for training in trace.trainings.all}
        first: dict[Place, Fit] = {}
        for fit in trace.of(Fit):
            if fit.place not in places or fit.partial:
                continue
            known = first.setdefault(fit.place, fit)
            if known.learner is fit.learner or known.rows is not fit.rows:
                continue  # A second turn of one training, or other rows.
            one, other = makers.get(id(known.learner)), makers.get(id(fit.learner))
            # A loop makes both networks at one place, beside the one where it trains them.
            if one is not None and other is not None and one.place == other.place and one.scope == fit.scope:
                yield self.finding(
                    fit,
                    f"`{fit.written or fit.model}` is trained several times over, "
                    "and what comes of each time is written nowhere",
                )
                return
