"""What a network of Keras is made of: layers in a list, added one by one, or called on the symbols of inputs."""

from heldout.events.networks import Compile, Layer
from heldout.reading import keras_networks
from heldout.reading.call import Call, unknown
from heldout.reading.reader import Reader
from heldout.reading.told import identity
from heldout.reading.values import Learner, Listing, Scalar, Thing, Value

#: How many layers are followed back from the outputs; every one takes two calls of Python.
_DEEPEST = 150
_INPUTS = frozenset({"Input", "InputLayer"})
_OUTPUT_OF = frozenset({"output", "outputs"})
_INPUT_OF = frozenset({"input", "inputs"})


class Stack(Value):
    """Layers one after the other; whole: none is missing before them."""

    __slots__ = ("items", "whole")

    def __init__(self, items: tuple[Value, ...] = (), *, whole: bool = True) -> None:
        self.items = items
        self.whole = whole


def started(call: Call, learner: Learner) -> None:
    """``Sequential([...])``: the layers that it begins with."""
    if call.short != "Sequential":
        return
    given = call.argument("layers", 0)
    if given is None:
        learner.layers = Stack(whole=not call.open_ended)
    elif isinstance(given, Listing):
        learner.layers = Stack((*given.items, Scalar()) if given.open else given.items)


def added(call: Call, learner: Learner) -> None:
    """``network.add(layer)``."""
    known = learner.layers
    layer = call.first or Scalar()
    stack = (
        Stack((*known.items, layer), whole=known.whole) if isinstance(known, Stack) else Stack((layer,), whole=False)
    )
    call.reader.store.set(learner, "layers", stack)


def taken_off(call: Call, learner: Learner) -> None:
    """``network.pop()``."""
    known = learner.layers
    if isinstance(known, Stack):
        call.reader.store.set(learner, "layers", Stack(known.items[:-1], whole=known.whole))


def noted(call: Call, callee: Value, found: Value) -> Value:
    """What a layer or network gives for what it is called on; how it came about is remembered."""
    if found is not call.first and not isinstance(found, Listing):
        call.reader.wired[found.serial] = (callee, call.positional[:1] or call.values)
    return found


def called(call: Call, layer: Thing) -> Value:
    """``Dense(10)(x)``."""
    return noted(call, layer, unknown(call.reader, call.values, call.node))


def end_of(reader: Reader, learner: Learner, name: str) -> Scalar | None:
    """``network.input``, ``network.output``: the symbols that it is between; None for any other attribute."""
    if name not in _INPUT_OF | _OUTPUT_OF or learner.entry.effect != "network" or learner.weights is not None:
        return None
    found = Scalar(learned=keras_networks.own_learning_within(learner))
    reader.wired[found.serial] = (learner if name in _OUTPUT_OF else Thing("Input", None, {}), ())
    return found


def compiled(call: Call, learner: Learner) -> None:
    """``network.compile(...)``: tell what it is made of."""
    if call.told is None or learner.weights is not None:
        return
    walk = _Walk(call.reader)
    whole = walk.network(learner)
    event = Compile(
        call.told, identity(learner), call.receiver_word, tuple(walk.found), frozenset(walk.inner), whole=whole
    )
    call.reader.emit(event, call.node)


def behind(reader: Reader, value: Value) -> tuple[Layer, ...]:
    """The parts that a value came out of, the last one at the end; empty if none is seen."""
    walk = _Walk(reader)
    walk.value(value)
    return tuple(walk.found)


class _Walk:
    """From outputs back to inputs: the parts on the way, those next to the inputs first."""

    __slots__ = ("found", "inner", "reader", "seen")

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.found: list[Layer] = []
        self.inner: set[object] = set()
        self.seen: set[int] = set()

    def network(self, learner: Learner, depth: int = 0) -> bool:
        """Add the parts of a network; whether all are seen."""
        if isinstance(learner.layers, Stack):
            return all([self.part(item, depth + 1) for item in learner.layers.items]) and learner.layers.whole
        outputs = learner.arguments.get("outputs") or learner.arguments.get("output")
        return self.value(outputs, depth + 1) if outputs is not None else self._unseen()

    def part(self, value: Value, depth: int = 0) -> bool:
        """Add one part, a network inside by its own parts; whether it is known."""
        kind = value.name.rpartition(".")[2] if isinstance(value, Thing | Learner) else ""
        if kind in _INPUTS:
            return True
        if isinstance(value, Learner):
            self.inner.add(identity(value))
            if depth < _DEEPEST and (value.layers is not None or not value.arguments.keys().isdisjoint(_OUTPUT_OF)):
                return self.network(value, depth)
        self.found.append(Layer(kind, self.reader.makers.get(value.serial), identity(value)))
        return bool(kind)

    def value(self, value: Value | None, depth: int = 0) -> bool:
        """Add what lies between the inputs and a value of the program; whether all of it is seen."""
        if isinstance(value, Listing) and not value.open:
            return all([self.value(item, depth) for item in value.items])
        if value is None or depth > _DEEPEST or isinstance(value, Listing):
            return self._unseen()
        if value.serial in self.seen or isinstance(value, Thing) and value.name.rpartition(".")[2] in _INPUTS:
            return True
        self.seen.add(value.serial)
        step = self.reader.wired.get(value.serial)
        if step is not None:
            callee, given = step
            whole = all([self.value(part, depth + 1) for part in given])
            return self.part(callee, depth + 1) and whole
        made = self.reader.makers.get(value.serial)
        things = [part.thing for part in made.arguments.values() if isinstance(part.thing, Value)] if made else []
        if made is None or not things or not isinstance(value, Scalar):
            return self._unseen()
        whole = all([self.value(thing, depth + 1) for thing in things])
        self.found.append(Layer(made.short, made, value))
        return whole

    def _unseen(self) -> bool:
        self.found.append(Layer("", None, None))
        return False
