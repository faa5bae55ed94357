"""Layers of a Keras model are frozen or unfrozen after a fit, and it is not compiled again.

## Why it matters

The first `fit` builds the training step for the weights that are trainable then, and later ones use the same step. A
layer that is unfrozen afterwards stays as it was, and one that is frozen goes on learning, until the model is compiled
again. Nothing fails: fine-tuning runs for its epochs, and only the head has been tuned.

```python bad
import keras
from keras import layers

base = keras.applications.EfficientNetB0(include_top=False, pooling="avg")
base.trainable = False
network = keras.Sequential([base, layers.Dense(5, activation="softmax")])
network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")  # via
birds = keras.utils.image_dataset_from_directory("birds/train")
network.fit(birds, epochs=5)  # via
base.trainable = True  # finding
network.fit(birds, epochs=10)  # via
```

The last layers of the base are unfrozen one by one.

```python bad
import keras
from keras import layers

pixels = keras.Input(shape=(224, 224, 3))
base = keras.applications.MobileNetV2(include_top=False, pooling="avg")
for layer in base.layers:
    layer.trainable = False
scaled = keras.applications.mobilenet_v2.preprocess_input(pixels)
network = keras.Model(pixels, layers.Dense(1, activation="sigmoid")(base(scaled)))
network.compile(optimizer=keras.optimizers.Adam(1e-3), loss="binary_crossentropy")  # via
scans = keras.utils.image_dataset_from_directory("scans/train")
network.fit(scans, epochs=5)  # via
for layer in base.layers[-20:]:
    layer.trainable = True  # finding
network.fit(scans, epochs=5)  # via
```

It is compiled once more, with a smaller step, and the change counts.

```python good
import keras
from keras import layers

base = keras.applications.EfficientNetB0(include_top=False, pooling="avg")
base.trainable = False
network = keras.Sequential([base, layers.Dense(5, activation="softmax")])
network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
birds = keras.utils.image_dataset_from_directory("birds/train")
network.fit(birds, epochs=5)
base.trainable = True
network.compile(optimizer=keras.optimizers.Adam(1e-5), loss="sparse_categorical_crossentropy")
network.fit(birds, epochs=10)
```

Before the first fit no step has been built, and the order of the two does not matter.

```python good
import keras
from keras import layers

base = keras.applications.EfficientNetB0(include_top=False, pooling="avg")
network = keras.Sequential([base, layers.Dense(5, activation="softmax")])
network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
base.trainable = False
network.fit(keras.utils.image_dataset_from_directory("birds/train"), epochs=5)
```

## Better

Call `compile` after every change of `trainable`, with a new optimizer: the old one knows nothing of the new weights. A
base with batch normalization is best called with `training=False`, so that fine-tuning does not change its statistics.

## References

- https://keras.io/guides/transfer_learning/
"""

from collections.abc import Hashable, Iterator

from heldout.rule import Call, Compile, Finding, Rule, Switch, Trace

_FITS = ("fit", "fit_generator")


class KerasTrainableAfterCompile(Rule):
    code = "HLD603"
    level = "error"
    bias = "pessimistic"
    needs = ("keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        ready: dict[Hashable, Compile] = {}
        fitted: dict[Hashable, Call] = {}
        changed: dict[Hashable, Switch] = {}
        frozen: set[Hashable] = set()
        for event in trace.of(Compile, Call, Switch):
            if isinstance(event, Compile):
                ready[event.learner] = event
                fitted.pop(event.learner, None)
                changed.pop(event.learner, None)
            elif isinstance(event, Switch):
                if event.setting != "trainable":
                    continue
                holder = _owner(event.holder)
                if event.value is not True:
                    frozen.add(holder)
                elif holder not in frozen:
                    continue  # It was never anything else.
                for learner in fitted:
                    if _is_of(holder, ready[learner]):
                        changed.setdefault(learner, event)
            elif isinstance(event, Call) and event.short in _FITS and event.receiver in ready:
                switch = changed.pop(event.receiver, None)
                if switch is not None:
                    yield self._told(ready[event.receiver], fitted[event.receiver], switch, event)
                fitted.setdefault(event.receiver, event)

    def _told(self, compiled: Compile, first: Call, switch: Switch, later: Call) -> Finding:
        name = compiled.written or "the network"
        return self.finding(
            switch,
            f"`{switch.written}.trainable` changes after `{name}` was compiled and fitted: it goes on learning with the "
            "weights that were trainable before",
            [
                (compiled, "it is compiled here"),
                (first, "this fit builds the training step"),
                (later, "this one uses the same step"),
            ],
        )


def _owner(holder: Hashable) -> Hashable:
    """The network that any of its layers stands for; any other thing as it is."""
    return holder[1] if isinstance(holder, tuple) and len(holder) == 2 else holder


def _is_of(holder: Hashable, compiled: Compile) -> bool:
    """Whether something is the network, a network inside it, or a layer of one of them."""
    inside = holder == compiled.learner or holder in compiled.inner
    return holder is not None and (inside or any(holder == layer.thing for layer in compiled.layers))
