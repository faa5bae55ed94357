"""What the layers of torch, containers of them and modules of the program's own give, of what they are called on."""

from heldout.events import calls
from heldout.events.losses import UNCERTAIN, Activation, Aliased, Criterion, Discarded, Unguarded
from heldout.finding import Place
from heldout.libraries import activations as known
from heldout.reading.call import Call
from heldout.reading.functions import followed
from heldout.reading.objects import Arguments
from heldout.reading.reader import Reader
from heldout.reading.told import literal
from heldout.reading.values import Constant, Function, Instance, Learner, Listing, Mapping, Scalar, Value

_MOST_LAYERS = 256
#: Libraries of networks that end with the part that is replaced to train them for other classes.
_REPLACEABLE = frozenset({"torchvision", "timm"})
#: What a pass through a module of the program's own leaves in the trace, beside the calls of libraries.
_TOLD = Unguarded | Criterion | Discarded | Aliased


def through(made: Call, layer: Value, before: Activation | None, place: Place) -> Activation | None:
    """What a layer makes of a value; place: where it is called, or where it was made if it is part of another."""
    reader = made.reader
    if reader.activations.get(layer.serial) is UNCERTAIN:
        return None
    if isinstance(layer, Instance):
        return _of_own(reader, layer, made)
    if not isinstance(layer, Learner) or layer.weights is None:
        return None
    if layer.weights.head is not None:
        return _with_head(made, layer, layer.weights.head, place)
    name = layer.name.rpartition(".")[2]
    if name == "Sequential":
        return _in_a_row(made, layer, before, place)
    if name in known.SAME_LAYERS:
        return before
    if name in known.LAYERS:
        found = _by_layer(layer, name, before, place)
        maker = reader.makers.get(layer.serial)
        return found._replace(attribute=maker.attribute) if maker is not None and maker.place == place else found
    if name == "Flatten" and not layer.arguments:
        kept = before if before is not None else Activation("values", name, place)
        return kept._replace(width=kept.width if kept.dimensions == 2 else None, dimensions=2)
    return before._replace(kind="values", function=name) if before is not None and name in known.SAME_SHAPE else None


def _with_head(made: Call, network: Learner, head: Value, place: Place) -> Activation | None:
    """What a library's network gives whose last part the program has replaced."""
    makers = made.reader.makers
    maker, made_head = makers.get(network.serial), makers.get(head.serial)
    if maker is None or maker.root not in _REPLACEABLE:
        return None
    return through(made, head, None, made_head.place if made_head is not None else place)


def _by_layer(layer: Learner, name: str, before: Activation | None, place: Place) -> Activation:
    kind = known.LAYERS[name]
    dimensions = before.dimensions if before is not None else None
    if kind != "logits":
        width = before.width if before is not None else None
        return Activation(kind, name, place, width=width, dimensions=dimensions)
    if "Linear" not in name and name != "Bilinear":
        return Activation(kind, name, place)
    given = layer.arguments.get("out_features")
    width = given.value if isinstance(given, Constant) and isinstance(given.value, int) else None
    return Activation(kind, name, place, width=width, dimensions=dimensions)


def _in_a_row(made: Call, learner: Learner, before: Activation | None, place: Place) -> Activation | None:
    layers = _layers(learner)
    if layers is None or len(layers) > _MOST_LAYERS:
        return None
    found = before
    for layer in layers:
        maker = made.reader.makers.get(layer.serial)
        found = through(made, layer, found, maker.place if maker is not None else place)
    return found


def _layers(learner: Learner) -> "list[Value] | None":
    """The layers of a container in their order, None if they are not all seen."""
    given = list(learner.arguments.values())
    if len(given) == 1 and isinstance(given[0], Mapping):
        return list(given[0].items.values()) if given[0].rest is None else None
    if len(given) == 1 and isinstance(given[0], Listing):
        return None if given[0].open else _named_layers(given[0])
    shown = all(isinstance(value, Learner | Instance) for value in given)
    return given if given and shown else None


def _named_layers(listing: Listing) -> "list[Value] | None":
    """``OrderedDict([("head", nn.Linear(...)), ...])``."""
    pairs = [item.items[1] if isinstance(item, Listing) and len(item.items) == 2 else item for item in listing.items]
    return pairs if pairs and all(isinstance(value, Learner | Instance) for value in pairs) else None


def _of_own(reader: Reader, instance: Instance, made: Call) -> Activation | None:
    """What a module of the program's own gives: its ``forward`` is run for that once, and leaves nothing."""
    forward = instance.kind.lookup("forward")
    if not isinstance(forward, Function) or forward in reader.calls or not reader.may_call:
        return None
    options: dict[str, Value] = {}
    options.update({name: value for name, value in made.keywords.items() if isinstance(value, Constant)})
    parts = tuple(value.serial for value in instance.fields.values() if isinstance(value, Learner | Instance))
    key = (instance.serial, parts, tuple(sorted((name, repr(literal(value))) for name, value in options.items())))
    if key not in reader.forwards:
        reader.forwards[key] = None
        reader.forwards[key] = _run(reader, instance, forward, len(made.positional), options)
    return reader.forwards[key]


def _run(
    reader: Reader, instance: Instance, forward: Function, count: int, options: dict[str, Value]
) -> Activation | None:
    begun, gradients, loops = len(reader.trace.events), reader.gradients, reader.loops
    positional = (instance, *(Scalar() for _ in range(max(1, count))))
    reader.store.begin()
    try:
        found = followed(reader, forward, Arguments(positional, options))
    finally:
        reader.store.undo()
        reader.gradients, reader.loops = gradients, loops
    told = [event for event in reader.trace.events[begun:] if isinstance(event, calls.Call | _TOLD)]
    del reader.trace.events[begun:]
    for event in told:
        event.index = len(reader.trace.events)
        reader.trace.events.append(event)
    return reader.activations.get(found.serial)
