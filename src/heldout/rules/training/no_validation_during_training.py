"""A network is trained for many epochs, and nothing but the training rows is watched meanwhile.

## Why it matters

The loss on the training rows goes down for as long as the training lasts, whether the network still learns something or only
learns the rows by heart. Without other rows beside it nobody sees when the one turns into the other: the number of epochs, the
learning rate and the size of the network are then chosen blindly, or by the test rows.

```python bad
import numpy as np
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
network.compile("adam", "mse")
network.fit(spectra[:9000], purity[:9000], epochs=80)  # finding
print(network.evaluate(spectra[9000:], purity[9000:]))
network.save("purity.keras")
```

```python good
import numpy as np
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
network.compile("adam", "mse")
stop = keras.callbacks.EarlyStopping(patience=8, restore_best_weights=True)
network.fit(spectra[:9000], purity[:9000], epochs=80, validation_split=0.1, callbacks=[stop])
print(network.evaluate(spectra[9000:], purity[9000:]))
network.save("purity.keras")
```

The number of epochs was found with rows that were watched; the last fit takes all rows.

```python good
import numpy as np
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")


def built():
    network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
    network.compile("adam", "mse")
    return network


stop = keras.callbacks.EarlyStopping(patience=8)
curves = built().fit(spectra, purity, epochs=300, validation_split=0.2, callbacks=[stop])
final = built()
final.fit(spectra, purity, epochs=70)
final.save("purity.keras")
```

## Better

Give `fit` `validation_split` or `validation_data`; judge a part of the training rows at the end of each turn of a loop.

## References

- https://keras.io/api/models/model_training_apis/#fit-method
- https://docs.pytorch.org/tutorials/beginner/introyt/trainingyt.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace

_LONG = 10


class NoValidationDuringTraining(Rule):
    code = "HLD303"
    level = "advice"
    confidence = "likely"
    bias = "none"
    needs = ("torch", "keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        trainings = trace.trainings
        if not trace.is_program or any(trainings.watches(training) for training in trainings.all):
            return
        for training in trainings.all:
            if training.lasts(_LONG) and trainings.by_labels(training) and not trainings.on_made_rows(training):
                yield self.finding(
                    training.place,
                    f"`{training.written}` is trained for {training.epochs} epochs, "
                    "and only the loss on its training rows tells how it goes",
                )
                return
