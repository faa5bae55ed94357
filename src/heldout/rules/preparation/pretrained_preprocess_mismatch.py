"""A pretrained network is given images in another scale than it was trained with.

## Why it matters

The weights of a pretrained network know one kind of numbers. EfficientNet, ConvNeXt and MobileNetV3 divide by 255
themselves: images that are divided before are nearly black to them. MobileNet and Inception want -1 to 1, VGG and ResNet
the colours in the order of BGR, less their means. In another scale the features are poor, and nothing fails: training on
top hides it in part, and a frozen network stays as poor as it is.

```python bad
from tensorflow import keras
from tensorflow.keras import layers

base = keras.applications.EfficientNetB0(include_top=False, pooling="avg")  # via
network = keras.Sequential([layers.Rescaling(1 / 255), base, layers.Dense(5, activation="softmax")])  # via
network.compile("adam", "sparse_categorical_crossentropy")  # finding
network.fit(keras.utils.image_dataset_from_directory("birds/train", seed=1), epochs=5)
```

The images are prepared for a network of another family.

```python bad
from tensorflow import keras
from tensorflow.keras import layers

pixels = keras.Input(shape=(224, 224, 3))
scaled = keras.applications.resnet50.preprocess_input(pixels)  # via
base = keras.applications.MobileNetV2(include_top=False, pooling="avg")  # via
network = keras.Model(pixels, layers.Dense(1, activation="sigmoid")(base(scaled)))
network.compile("adam", "binary_crossentropy")  # finding
```

A frozen VGG16 is given values from 0 to 1.

```python bad
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.preprocessing.image import ImageDataGenerator

base = keras.applications.VGG16(include_top=False, pooling="avg")  # via
base.trainable = False
network = keras.Sequential([base, layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy")  # finding
scaled = ImageDataGenerator(rescale=1 / 255)  # via
network.fit(scaled.flow_from_directory("scans/train", class_mode="binary"), epochs=5)
```

Each gets what it knows.

```python good
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.applications.vgg16 import preprocess_input
from tensorflow.keras.preprocessing.image import ImageDataGenerator

base = keras.applications.VGG16(include_top=False, pooling="avg")
base.trainable = False
network = keras.Sequential([base, layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy")
prepared = ImageDataGenerator(preprocessing_function=preprocess_input)
network.fit(prepared.flow_from_directory("scans/train", class_mode="binary"), epochs=5)
```

Values from -1 to 1 suit MobileNetV2, whoever makes them; weights of one's own suit any scale.

```python good
from tensorflow import keras
from tensorflow.keras import layers

base = keras.applications.MobileNetV2(include_top=False, pooling="avg")
network = keras.Sequential([layers.Rescaling(1 / 127.5, offset=-1), base, layers.Dense(5, activation="softmax")])
network.compile("adam", "sparse_categorical_crossentropy")
fresh = keras.applications.EfficientNetB0(include_top=False, weights=None, pooling="avg")
own = keras.Sequential([layers.Rescaling(1 / 255), fresh, layers.Dense(5, activation="softmax")])
own.compile("adam", "sparse_categorical_crossentropy")
```

## Better

Use the `preprocess_input` of the network's own module, as a part of the model, so that it is there in use as well.

## References

- https://keras.io/api/applications/
"""

from collections.abc import Hashable, Iterator

from heldout.rule import Call, Compile, Finding, Fit, Reached, Rule, Switch, Trace, reached, wanted

_SAID = {
    "raw": "values from 0 to 255",
    "unit": "values from 0 to 1",
    "tf": "values from -1 to 1",
    "caffe": "colours in the order of BGR, less their means",
    "torch": "values from 0 to 1, less the means of ImageNet and divided by their deviations",
    "half": "values from 0 to 2",
    "shifted": "values from -127.5 to 127.5",
    "twice": "images that are prepared twice",
}
#: What is close enough for a network that goes on learning.
_NEAR = frozenset({("tf", "unit"), ("torch", "unit"), ("torch", "tf"), ("tf", "torch"), ("caffe", "raw")})


class PretrainedPreprocessMismatch(Rule):
    code = "HLD242"
    level = "warning"
    confidence = "likely"
    bias = "pessimistic"
    needs = ("keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        frozen = {switch.holder for switch in trace.of(Switch) if switch.setting == "trainable" and not switch.value}
        fitted: dict[Hashable, Fit] = {}
        for fit in trace.of(Fit):
            if fit.data.pixels is not None:
                fitted.setdefault(fit.learner, fit)
        told = set()
        for compiled in trace.of(Compile):
            fit_ = fitted.get(compiled.learner)
            found = reached(fit_.data.pixels if fit_ is not None else None, compiled.layers)
            scale = wanted(found.layer) if found is not None else ""
            if found is None or not scale or found.scale == scale or found.layer.thing in told:
                continue
            told.add(found.layer.thing)
            yield self._told(compiled, found, scale, is_frozen=found.layer.thing in frozen)

    def _told(self, compiled: Compile, found: Reached, scale: str, *, is_frozen: bool) -> Finding:
        near = (scale, found.scale) in _NEAR or (scale == "caffe" and found.scale == "unit")
        steps: list[tuple[Call, str]] = []
        if found.layer.made is not None:
            steps.append((found.layer.made, "this network was trained with another scale"))
        if found.made is not None:
            steps.append((found.made, "the scale is made here"))
        steps.sort(key=lambda step: step[0].index)
        return self.finding(
            compiled,
            f"`{found.layer.kind}` gets {_SAID[found.scale]}, and its weights were trained with {_SAID[scale]}",
            steps,
            level="advice" if near and not is_frozen else None,
        )
