"""The scale of images: what arithmetic, generators and `preprocess_input` make of it."""

import ast

from heldout.events import calls
from heldout.events.images import UNSEEN, Pixels, Seen
from heldout.libraries.pixels import MODES
from heldout.reading.call import Call, is_given, is_on
from heldout.reading.values import Constant, Table, Thing, Value

RAW = Pixels("raw")
_PICTURES = frozenset({"mnist", "fashion_mnist", "cifar10", "cifar100"})
#: What a division, a product or a difference makes of a scale.
_DIVIDED = {("raw", 255): "unit", ("raw", 127): "half", ("shifted", 127): "tf"}
_LESS = {("raw", 127): "shifted", ("half", 1): "tf"}
#: Functions that leave the values of images as they are.
_KEEPS = frozenset({"resize", "smart_resize", "img_to_array", "cast", "convert_to_tensor", "constant"})
_UNSCALED = ("featurewise_center", "featurewise_std_normalization", "samplewise_center", "samplewise_std_normalization")


def mark(table: Table, pixels: Pixels | None) -> Table:
    """Say of a table what the values of its images are."""
    table.images = Seen(table.columns, pixels) if pixels is not None else UNSEEN
    return table


def of(table: Table) -> Pixels | None:
    """What the values of the images of a table are, None if that is not known."""
    return table.images.of(table.columns)


def shipped(call: Call, table: Table) -> Table:
    """The images of a data set that ships with Keras."""
    return mark(table, RAW if not _PICTURES.isdisjoint(call.name.split(".")) else None)


def computed(found: Value, left: Value, op: ast.operator, right: Value) -> None:
    """``x / 255``: note the scale that arithmetic with a number leaves."""
    known = of(left) if isinstance(left, Table) else None
    if known is None or not isinstance(found, Table) or not isinstance(right, Constant):
        return
    mark(found, None)
    number = right.value
    if not isinstance(number, int | float) or not number:
        return
    scale = None
    if isinstance(op, ast.Div):
        scale = _DIVIDED.get((known.scale, _rounded(number)))
    elif isinstance(op, ast.Mult):
        doubled = known.scale == "unit" and number == 2
        scale = "half" if doubled else _DIVIDED.get((known.scale, _rounded(1 / number)))
    elif isinstance(op, ast.Sub):
        scale = _LESS.get((known.scale, _rounded(number)))
    if scale is not None:
        mark(found, Pixels(scale))


def _rounded(number: float) -> int:
    """255 and 256 alike, 127.5 and 128 alike, and 1."""
    return next((known for known in (255, 127, 1) if abs(number - known) <= known / 100), 0)


def after(call: Call, table: Table, found: Table, *, kept: bool) -> None:
    """A function that is given images: note what it leaves of their scale; kept: it changes none of their values."""
    known = of(table)
    if known is None or kept:
        return
    if call.short == "preprocess_input":
        mode = MODES.get(call.name.split(".")[-2], "") if call.name.count(".") > 1 else ""
        mark(found, Pixels(mode, call.told) if known.scale == "raw" and mode else None)
    else:
        mark(found, known if call.short in _KEEPS else None)


def generated(generator: Thing, table: Table, source: Pixels | None, made: calls.Call | None) -> Table:
    """``ImageDataGenerator(rescale=1 / 255).flow(x)``: the scale of what it gives."""
    given = generator.arguments
    scaled, function = given.get("rescale"), given.get("preprocessing_function")
    if source is None or any(is_on(given.get(name)) for name in _UNSCALED) or is_given(function) and is_given(scaled):
        return mark(table, None)
    if is_given(function):
        return mark(table, _by_function(function, source, made))
    if not is_given(scaled):
        return mark(table, source)
    if isinstance(scaled, Constant) and isinstance(scaled.value, int | float) and scaled.value:
        scale = _DIVIDED.get((source.scale, _rounded(1 / scaled.value)))
        return mark(table, Pixels(scale, made) if scale is not None else None)
    return mark(table, None)


def _by_function(function: Value | None, source: Pixels, made: calls.Call | None) -> Pixels | None:
    qualified = getattr(function, "qualified", "")
    parts = qualified.split(".") if isinstance(qualified, str) else []
    if source.scale != "raw" or parts[-1:] != ["preprocess_input"]:
        return None
    mode = MODES.get(parts[-2], "")
    return Pixels(mode, made) if mode else None
