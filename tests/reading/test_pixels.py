"""The scale of images, from where they are read to where a network is given them."""

from collections.abc import Callable

import pytest

from heldout.events import Fit
from heldout.trace import Trace

Read = Callable[[str], Trace]
BEGIN = """
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.applications.vgg16 import preprocess_input
from tensorflow.keras.preprocessing.image import ImageDataGenerator
(x, y), (a, b) = keras.datasets.cifar10.load_data()
d = keras.utils.image_dataset_from_directory("x/train")
m = keras.Sequential()
"""


@pytest.mark.parametrize(
    ("images", "scale"),
    [
        ("x", "raw"),
        ("x[:100].astype('float32')", "raw"),
        ("x / 255.0", "unit"),
        ("x * (1 / 255)", "unit"),
        ("x / 127.5 - 1", "tf"),
        ("(x - 127.5) / 127.5", "tf"),
        ("preprocess_input(x)", "caffe"),
        ("x - x.mean()", None),
        ("x ** 2", None),
        ("d.cache().shuffle(9).prefetch(2)", "raw"),
        ("d.map(lambda x, y: (x / 255, y)).prefetch(2)", "unit"),
        ("d.map(lambda x, y: (strange(x), y))", None),
        ("tf.data.Dataset.from_tensor_slices((x, y)).batch(2)", "raw"),
        ("ImageDataGenerator().flow_from_directory('x')", "raw"),
        ("ImageDataGenerator(rescale=1 / 255).flow(x, y)", "unit"),
        ("ImageDataGenerator(preprocessing_function=preprocess_input).flow_from_directory('x')", "caffe"),
        ("ImageDataGenerator(samplewise_center=True).flow_from_directory('x')", None),
        ("y", None),
    ],
)
def test_scale_follows_the_images(read: Read, images: str, scale: str | None) -> None:
    """Sources say that images are raw; arithmetic with known numbers changes that, and all else makes it unknown."""
    (fit,) = read(f"{BEGIN}m.fit({images})").of(Fit)
    assert (fit.data.pixels and fit.data.pixels.scale) == scale


@pytest.mark.parametrize("change", ["x /= 255", "x[0] = x[0] / 255", "x = x if y else x / 255"])
def test_scale_in_place(read: Read, change: str) -> None:
    """What is written into an array, or may be of two scales, is raw no longer."""
    (fit,) = read(f"{BEGIN}{change}\nm.fit(x)").of(Fit)
    assert fit.data.pixels is None or fit.data.pixels.scale != "raw"
