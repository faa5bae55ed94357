"""The scale of images where they reach the weights of a network."""

import pytest
from tests.reading.conftest import trace_of

from heldout.events.images import Pixels
from heldout.events.networks import Compile
from heldout.pixel_scales import reached, wanted

BEGIN = "from tensorflow import keras\nfrom tensorflow.keras import layers\nA = keras.applications\n"


@pytest.mark.parametrize(
    ("first", "given", "scale"),
    [
        ("layers.Conv2D(8, 3)", "raw", "raw"),
        ("layers.Rescaling(1 / 255), layers.Conv2D(8, 3)", "raw", "unit"),
        ("layers.Rescaling(1 / 127.5, offset=-1), A.MobileNetV2()", None, "tf"),
        ("layers.RandomFlip(), layers.Rescaling(1 / 255), A.VGG16()", None, "unit"),
        ("A.VGG16()", None, None),
        ("layers.Normalization(), layers.Dense(8)", "raw", None),
        ("strange(), layers.Dense(8)", "raw", None),
        ("layers.Rescaling(factor), layers.Dense(8)", "raw", None),
    ],
)
def test_scale_at_the_first_weights(first: str, given: str | None, scale: str | None) -> None:
    """Layers that scale change what is given; without them or with unknown ones only what is known counts."""
    (event,) = trace_of(f"{BEGIN}m = keras.Sequential([{first}])\nm.compile()").of(Compile)
    found = reached(Pixels(given) if given else None, event.layers)
    assert (found and found.scale) == scale


@pytest.mark.parametrize(
    ("network", "scale"),
    [
        ("A.VGG16()", "caffe"),
        ("A.ResNet50V2()", "tf"),
        ("A.ResNet50()", "caffe"),
        ("A.DenseNet121()", "torch"),
        ("A.EfficientNetV2S()", "raw"),
        ("A.MobileNetV3Small(include_preprocessing=False)", ""),
        ("A.VGG16(weights=None)", ""),
        ("A.VGG16(weights=path)", ""),
        ("layers.Dense(3)", ""),
    ],
)
def test_scale_that_a_pretrained_network_wants(network: str, scale: str) -> None:
    """A network with the weights of ImageNet wants the scale of its family; others want none."""
    (event,) = trace_of(f"{BEGIN}m = keras.Sequential([{network}])\nm.compile()").of(Compile)
    assert wanted(event.layers[0]) == scale
