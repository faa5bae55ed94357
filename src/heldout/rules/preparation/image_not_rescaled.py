"""Images reach the first weights of a network with values from 0 to 255.

## Why it matters

Layers begin with weights that suit inputs around 0 with a spread of about 1. Inputs a hundred times as large give
activations and gradients a hundred times as large: the loss jumps or stands still, units die, and the learning rate that
works for everybody else does not work here.

```python bad
from tensorflow import keras
from tensorflow.keras import layers

(pictures, kinds), (test_pictures, test_kinds) = keras.datasets.fashion_mnist.load_data()
network = keras.Sequential([layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10, activation="softmax")])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])  # via
network.fit(pictures, kinds, epochs=5)  # finding
print(network.evaluate(test_pictures, test_kinds))
```

A generator without `rescale` gives the files as they are.

```python bad
from keras import Sequential, layers
from tensorflow.keras.preprocessing.image import ImageDataGenerator

scans = ImageDataGenerator().flow_from_directory("scans/train", target_size=(96, 96), class_mode="binary")
network = Sequential([layers.Conv2D(16, 3, activation="relu"), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy", metrics=["accuracy"])  # via
network.fit(scans, epochs=5)  # finding
```

Divided before, by the generator, or by the first layer.

```python good
from tensorflow import keras
from tensorflow.keras import layers

(pictures, kinds), (test_pictures, test_kinds) = keras.datasets.fashion_mnist.load_data()
pictures, test_pictures = pictures / 255.0, test_pictures / 255.0
network = keras.Sequential([layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10, activation="softmax")])
network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
network.fit(pictures, kinds, epochs=5)
print(network.evaluate(test_pictures, test_kinds))
```

```python good
from tensorflow import keras
from tensorflow.keras import layers

birds = keras.utils.image_dataset_from_directory("birds/train", image_size=(128, 128), seed=1)
network = keras.Sequential([layers.Rescaling(1 / 255), layers.Conv2D(16, 3), layers.Flatten(), layers.Dense(5)])
network.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
network.fit(birds, epochs=5)
```

Batch normalization behind the first layer scales what comes out of it; EfficientNet scales inside.

```python good
from tensorflow import keras
from tensorflow.keras import layers

birds = keras.utils.image_dataset_from_directory("birds/train", image_size=(224, 224), seed=1)
plain = [layers.Conv2D(16, 3), layers.BatchNormalization(), layers.ReLU(), layers.Flatten(), layers.Dense(5)]
network = keras.Sequential(plain)
network.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
network.fit(birds, epochs=5)
tuned = keras.Sequential([keras.applications.EfficientNetB0(include_top=False, pooling="avg"), layers.Dense(5)])
tuned.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
tuned.fit(birds, epochs=5)
```

## Better

Put `layers.Rescaling(1 / 255)` first: it goes with the model wherever it is used. Or divide the arrays, those of the
test and of later use as well.

## References

- https://keras.io/api/layers/preprocessing_layers/image_preprocessing/rescaling/
"""

from collections.abc import Hashable, Iterator

from heldout.rule import WEIGHTED, Compile, Finding, Fit, Layer, Rule, Trace, reached


class ImageNotRescaled(Rule):
    code = "HLD241"
    level = "warning"
    confidence = "likely"
    needs = ("keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        ready: dict[Hashable, Compile] = {}
        told = set()
        for event in trace.of(Compile, Fit):
            if isinstance(event, Compile):
                ready[event.learner] = event
            elif isinstance(event, Fit) and event.data.pixels is not None:
                compiled = ready.get(event.learner)
                found = reached(event.data.pixels, compiled.layers) if compiled is not None else None
                if compiled is None or found is None or found.scale != "raw" or found.layer.kind not in WEIGHTED:
                    continue
                if compiled.place in told or _normalized(compiled.layers[found.number + 1 :]):
                    continue
                told.add(compiled.place)
                yield self.finding(
                    event,
                    f"{trace.called(event.data, 'the images')} has values from 0 to 255 where it reaches "
                    f"`{found.layer.kind}`, the first layer of `{compiled.written or 'the network'}` with weights",
                    [(compiled, "nothing in the network scales it")],
                )


def _normalized(layers: tuple[Layer, ...]) -> bool:
    """Whether what comes out of the first layer is normalized before it reaches a second one, or there is none."""
    for layer in layers:
        if layer.kind in WEIGHTED:
            return False
        if layer.kind.endswith("Normalization") or not layer.kind:
            return True
    return True
