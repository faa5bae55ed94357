"""A program trains a network, and ends without using or keeping it.

## Why it matters

All that the training leaves behind is what it printed. Whoever wants a prediction, or another figure of the same network, has to
train it again, and gets another network.

```python bad
import numpy as np
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
network.compile("adam", "mse")
stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
network.fit(spectra, purity, epochs=40, validation_split=0.2, callbacks=[stop])  # finding
```

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

The program is about the predictions, and writes those.

```python good
import numpy as np
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
network.compile("adam", "mse")
stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
network.fit(spectra, purity, epochs=40, validation_split=0.2, callbacks=[stop])
np.save("guess.npy", network.predict(np.load("new.npy")))
```

The curves of the training are what it is for.

```python good
import matplotlib.pyplot as plt
import numpy as np
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
network.compile("adam", "mse")
stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
curves = network.fit(spectra, purity, epochs=40, validation_split=0.2, callbacks=[stop])
plt.plot(curves.history["val_loss"])
plt.savefig("curves.png")
```

## Better

Save the network at the end, or its best state while it is trained, together with what prepares its rows.

## References

- https://github.com/paperswithcode/releasing-research-code
- https://keras.io/guides/serialization_and_saving/
- https://docs.pytorch.org/tutorials/beginner/saving_loading_models.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Score, Trace

_LONG = 10


class ModelNotSaved(Rule):
    code = "HLD307"
    level = "advice"
    confidence = "likely"
    bias = "none"
    needs = ("torch", "keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        trainings = trace.trainings
        # Of several networks the others may be made of the parts of one.
        if not trace.is_program or len(trainings.all) != 1:
            return
        training = trainings.all[0]
        if (
            not training.lasts(_LONG)
            or training.open
            or trainings.may_be_saved(training)
            or trainings.on_made_rows(training)
        ):
            return
        shown = any(score.index > training.last for score in trace.of(Score))
        if not shown and trainings.by_labels(training) and not trainings.used_after(training):
            yield self.finding(
                training.place, f"`{training.written}` is trained, and the program ends without using or keeping it"
            )
