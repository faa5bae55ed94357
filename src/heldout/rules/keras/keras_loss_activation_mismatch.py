"""The loss of a Keras model takes its outputs for something else than its last layer gives.

## Why it matters

A cross entropy is computed of probabilities, or of logits, the scores before softmax or sigmoid, and `from_logits` says
which. Scores that are taken for probabilities are cut off below 0 and above 1: where that happens there is no gradient,
and the loss is no likelihood of anything. Probabilities taken for logits are squashed a second time: the loss cannot get
near 0. (With TensorFlow, Keras 3 undoes that with a warning; with JAX and PyTorch it does not.)

The last layer gives scores, and the loss expects probabilities.

```python bad
from tensorflow import keras
from tensorflow.keras import layers

network = keras.Sequential([layers.Dense(32, activation="relu"), layers.Dense(1)])  # via
network.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])  # finding
```

```python fixed
from tensorflow import keras
from tensorflow.keras import layers

network = keras.Sequential([layers.Dense(32, activation="relu"), layers.Dense(1, activation="sigmoid")])
network.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
```

The last layer gives probabilities, and the loss expects scores.

```python bad
import keras
from keras import layers

pixels = keras.Input(shape=(64 * 64,))
kinds = layers.Dense(5, activation="softmax")(layers.Rescaling(1 / 255)(pixels))  # via
network = keras.Model(pixels, kinds)
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
network.compile("adam", loss=loss, metrics=["accuracy"])  # finding
```

```python fixed
import keras
from keras import layers

pixels = keras.Input(shape=(64 * 64,))
kinds = layers.Dense(5, activation="softmax")(layers.Rescaling(1 / 255)(pixels))
network = keras.Model(pixels, kinds)
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=False)
network.compile("adam", loss=loss, metrics=["accuracy"])
```

Softmax over one unit is 1, whatever the network has learned.

```python bad
from keras import Sequential, layers

churn = Sequential()
churn.add(layers.Dense(16, activation="relu"))
churn.add(layers.Dense(1, activation="softmax"))  # via
churn.compile("adam", "binary_crossentropy", metrics=["accuracy"])  # finding
```

```python fixed
from keras import Sequential, layers

churn = Sequential()
churn.add(layers.Dense(16, activation="relu"))
churn.add(layers.Dense(1, activation="sigmoid"))
churn.compile("adam", "binary_crossentropy", metrics=["accuracy"])
```

Scores with a loss that is told so, and probabilities with one that expects them.

```python good
from tensorflow import keras
from tensorflow.keras import layers

scores = keras.Sequential([layers.Dense(32, activation="relu"), layers.Dense(1)])
scores.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True), metrics=["accuracy"])
shares = keras.Sequential([layers.Dense(32, activation="relu"), layers.Dense(5), layers.Softmax()])
shares.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
price = keras.Sequential([layers.Dense(32, activation="relu"), layers.Dense(1)])
price.compile("adam", "mean_squared_error", metrics=["mae"])
```

## Better

Two classes: `Dense(1, activation="sigmoid")` with `binary_crossentropy`. One of several: `Dense(n, activation="softmax")`
with `sparse_categorical_crossentropy`. Or no activation and `from_logits=True`, which is the most exact.

## References

- https://keras.io/api/losses/probabilistic_losses/
"""

from collections.abc import Iterator
from typing import NamedTuple

from heldout.rule import Compile, Finding, Fix, Loss, Outputs, Rule, Trace, loss_of, outputs_of, with_argument

_UNBOUNDED = frozenset({"linear", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "swish", "softplus", "tanh"})
_SHARES = frozenset({"softmax", "sigmoid"})


class _Wrong(NamedTuple):  # what is wrong, how sure it is, and the activation that would be right
    text: str
    level: str = "error"
    cure: str = ""


class KerasLossActivationMismatch(Rule):
    code = "HLD601"
    level = "error"
    needs = ("keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        for compiled in trace.of(Compile):
            outputs = outputs_of(compiled.layers)
            wrong = _wrong(outputs, loss_of(compiled.call)) if outputs is not None else None
            if outputs is None or wrong is None:
                continue
            made = outputs.layer.made
            yield self.finding(
                compiled,
                f"`{compiled.written or 'the network'}` ends in {wrong.text}",
                [(made, "its outputs come out of this layer")] if made is not None else [],
                level=wrong.level,
                confidence="proved" if wrong.level == "error" else "likely",
                fix=_cure(compiled, outputs, wrong),
            )


def _wrong(outputs: Outputs, loss: Loss | None) -> _Wrong | None:
    given, units = outputs.activation, outputs.units
    if given == "softmax" and units == 1:
        return _Wrong("softmax over a single unit, which is 1 for every row", cure="sigmoid")
    if loss is None:
        return None
    if loss.kind != "binary" and units == 1:
        return _Wrong(f"a single unit, of which `{loss.name}` takes one a class: there is nothing to tell apart")
    if loss.logits and given in _SHARES:
        return _Wrong(f"{given}, and `{loss.name}` takes probabilities for logits (`from_logits=True`)", "warning")
    if not loss.logits and given in _UNBOUNDED:
        what = "no activation" if given == "linear" else given
        told = f"{what}, and `{loss.name}` takes its scores for probabilities: those below 0 and above 1 are cut off"
        return _Wrong(told, cure="sigmoid" if loss.kind == "binary" else "softmax")
    if given == "sigmoid" and loss.kind != "binary":
        return _Wrong(f"sigmoids, one class apart from the other, and `{loss.name}` takes them for shares", "warning")
    if given == "softmax" and loss.kind == "binary" and units is not None and units > 2:
        return _Wrong(f"softmax over {units} classes, and `{loss.name}` judges each class apart", "warning")
    return None


def _cure(compiled: Compile, outputs: Outputs, wrong: _Wrong) -> Fix | None:
    """Another `from_logits` where the loss is made, or else another activation in the last layer."""
    loss, made = loss_of(compiled.call), outputs.layer.made
    if loss is not None and loss.logits and loss.made is not None and not wrong.cure:
        told = loss.made.given("from_logits")
        if told is None or told.place is None:
            return None
        kept = with_argument(loss.made.place, "from_logits", "False", written=told.place, last=None)
        return Fix("Take the outputs for the probabilities that they are", "unsafe", (kept,))
    own = made.given("activation") if made is not None else None
    written = own.place if own is not None else None
    if not wrong.cure or made is None or outputs.layer.kind != "Dense" or (own is not None and written is None):
        return None
    told_so = with_argument(made.place, "activation", f'"{wrong.cure}"', written=written, last=made.last_argument)
    return Fix(f"Let the last layer give probabilities by {wrong.cure}", "unsafe", (told_so,))
