"""The only figures of a model's quality come from its own training, and no rows are held out.

## Why it matters

The history of a fit tells how well the network does on the rows that it is shown in every epoch. A network with more
weights than rows can drive that accuracy to 1.0 on random labels. The figure is too good, by anything from nothing to
the whole distance from chance.

```python bad
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(0)
pixels, letter = np.load("pixels.npy") / 255, np.load("letter.npy")
network = keras.Sequential([layers.Dense(256, activation="relu"), layers.Dense(26, activation="softmax")])
network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = network.fit(pixels, letter, epochs=40, batch_size=64)  # via
print("accuracy:", history.history["accuracy"][-1])  # finding
```

```python bad
import keras
import pandas as pd


def build(width):
    model = keras.models.Sequential()
    model.add(keras.layers.Dense(width, activation="tanh"))
    model.add(keras.layers.Dense(1))
    model.compile(loss="mse", optimizer=keras.optimizers.RMSprop(0.01), metrics=["mae"])
    return model


def train(table):
    model = build(48)
    fitted = model.fit(table[["wind", "hour"]], table["power"], epochs=100, verbose=0)  # via
    best = min(fitted.history["mae"])  # finding
    print(f"mean absolute error {best:.3f}")
    return model


keras.utils.set_random_seed(3)
train(pd.read_csv("turbine.csv"))
```

A tenth of the rows is held out by the fit, and their accuracy is the one that is told.

```python good
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(0)
pixels, letter = np.load("pixels.npy") / 255, np.load("letter.npy")
network = keras.Sequential([layers.Dense(256, activation="relu"), layers.Dense(26, activation="softmax")])
network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = network.fit(pixels, letter, epochs=40, batch_size=64, validation_split=0.1)
print("accuracy:", history.history["accuracy"][-1], history.history["val_accuracy"][-1])
```

The figure of training is followed by one on rows that the network has not seen.

```python good
from tensorflow import keras

keras.utils.set_random_seed(2)
(images, kinds), (new_images, new_kinds) = keras.datasets.fashion_mnist.load_data()
clothes = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")])
clothes.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
history = clothes.fit(images, kinds, epochs=5)
print("while training", history.history["accuracy"][-1])
print("on new images", clothes.evaluate(new_images, new_kinds)[1])
```

Nothing is said of how good the network is: it is trained, saved, and judged elsewhere.

```python good
import keras
import pandas as pd

keras.utils.set_random_seed(3)
table = pd.read_csv("turbine.csv")
model = keras.Sequential([keras.layers.Dense(48, activation="tanh"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer="rmsprop")
model.fit(table[["wind", "hour"]], table["power"], epochs=100, verbose=0)
model.save("power.keras")
```

## Better

Hold rows out before the fit and call `evaluate` on them, or give `validation_split` and quote the figures with `val_`
in their names. `validation_split` takes the last rows as they lie, so shuffle a sorted table first.

## References

- https://keras.io/api/models/model_training_apis/
- Zhang et al., Understanding deep learning requires rethinking generalization, ICLR, 2017.
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace


class NoHeldOutRows(Rule):
    code = "HLD110"
    level = "warning"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for score in trace.scores:
            if score.function != "history" or not score.reported or score.learner in told:
                continue
            fit = score.fits[-1]
            if fit.validation is not None or fit.validation_split or trace.judged_elsewhere(score):
                continue
            told.add(score.learner)
            yield self.finding(
                score,
                f"the only figure of `{fit.written or fit.model}` is the one of its training: no rows are held out",
                [(fit, "fitted on all rows, with none to be judged on, here")],
            )
