"""The scale of images where they reach the first weights of a network, and the one that a pretrained network wants."""

from typing import NamedTuple

from heldout.events.calls import Call
from heldout.events.images import Pixels
from heldout.events.networks import Layer
from heldout.libraries.pixels import MODES, family_of

#: Layers that leave the values of images as they are, or nearly.
_NEUTRAL = frozenset(
    """Resizing CenterCrop Flatten Reshape Permute ZeroPadding2D Cropping2D RandomFlip RandomRotation RandomZoom
    RandomTranslation RandomCrop RandomContrast RandomHeight RandomWidth RandomShear RandomErasing""".split()
)
WEIGHTED = frozenset("Dense Conv1D Conv2D Conv3D Convolution2D SeparableConv2D DepthwiseConv2D LSTM GRU".split())
#: (scale before, factor and offset of Rescaling): scale after.
_RESCALED = {("raw", 255, 0): "unit", ("raw", 127, -1): "tf", ("unit", 0, -1): "tf"}


class Reached(NamedTuple):
    """Images as they reach a network: their scale, what made it so, and the layer or pretrained network that they reach.

    number: which of the layers it is.
    """

    scale: str
    made: Call | None
    layer: Layer
    number: int


def reached(pixels: Pixels | None, layers: tuple[Layer, ...]) -> Reached | None:
    """What scale images have at the first weights; None if that is not known.

    Layers that scale say what they are given, if nothing else does: values from 0 to 255.
    """
    scale, made = (pixels.scale, pixels.made) if pixels is not None else ("", None)
    for number, layer in enumerate(layers):
        if layer.kind in _NEUTRAL:
            continue
        if layer.kind in WEIGHTED or family_of(layer.kind):
            return Reached(scale, made, layer, number) if scale else None
        after = _after(scale or "raw", layer)
        if after is None:
            return None
        scale, made = after, layer.made
    return None


def _after(scale: str, layer: Layer) -> str | None:
    """The scale after a layer that changes it, ``twice`` if it was changed before; None if that is not known."""
    if layer.made is None:
        return None
    if layer.kind == "preprocess_input":
        mode = MODES.get(layer.made.owner)
        return None if mode is None else mode if scale == "raw" else scale if mode == "raw" else "twice"
    if layer.kind != "Rescaling":
        return None
    factor, offset = layer.made.value("scale"), layer.made.value("offset", default=0)
    if not isinstance(factor, int | float) or not isinstance(offset, int | float) or not factor:
        return None
    size = next((known for known in (255, 127) if abs(1 / factor - known) <= 1.5), 0 if factor == 2 else None)
    return _RESCALED.get((scale, size, round(offset))) if size is not None else None


def wanted(layer: Layer) -> str:
    """The scale that a pretrained network wants, empty if it is not known or has no weights yet."""
    family = family_of(layer.kind)
    made = layer.made
    if not family or made is None or made.value("weights", default="imagenet") != "imagenet":
        return ""
    return MODES[family] if made.value("include_preprocessing", default=True) is True else ""
