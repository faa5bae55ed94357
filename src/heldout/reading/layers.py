"""What a network of Keras is made of: layers in a list, added one by one, or called on the symbols of inputs."""

from collections.abc import Sequence

from heldout.events.networks import Compile, Judge, Layer
from heldout.reading import keras_networks
from heldout.reading.call import Call, unknown
from heldout.reading.facts import word_of
from heldout.reading.reader import Reader
from heldout.reading.told import PART_OF, identity
from heldout.reading.values import Learner, Listing, Scalar, Table, Thing, Value

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


def some_of(learner: Learner) -> Listing | None:
    """``network.layers``: some of its layers, each of them any; None of what is no network of Keras."""
    if learner.entry.effect != "network" or learner.weights is not None:
        return None
    return Listing((one_of(learner),), open=True)


def one_of(learner: Learner) -> Thing:
    """``network.get_layer(name)``: one of its layers."""
    return Thing("keras.layers.Layer", None, {PART_OF: learner})


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


def judged(call: Call, loss: Thing | None = None) -> Value:
    """``loss(y, outputs)``, of a cross entropy: tell what parts the outputs came out of.

    loss: the object that is called, None of a function.
    """
    reader = call.reader
    made = call.told if loss is None else reader.makers.get(loss.serial)
    outputs = call.argument("logits", 1) if loss is None else call.argument("y_pred", 1)
    if made is not None and outputs is not None:
        walk = _Walk(reader)
        walk.value(outputs)
        word = word_of(call.written("logits" if loss is None else "y_pred", 1))
        reader.emit(Judge(made, word, tuple(walk.found), by_object=loss is not None), call.node)
    return unknown(reader, call.values, call.node)


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
            seen = [self.part(item, depth + 1) for item in learner.layers.items]
            return all(seen) and learner.layers.whole
        outputs = learner.arguments.get("outputs") or learner.arguments.get("output")
        if outputs is None:
            return self._unseen()
        whole = self.value(outputs, depth + 1)
        if isinstance(outputs, Listing) and len(outputs.items) != 1:
            self._unseen()  # Of several outputs none is the last one.
        return whole

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
            return self._all(value.items, depth)
        if value is None or depth > _DEEPEST or isinstance(value, Listing):
            return self._unseen()
        if value.serial in self.seen or isinstance(value, Thing) and value.name.rpartition(".")[2] in _INPUTS:
            return True
        self.seen.add(value.serial)
        step = self.reader.wired.get(value.serial)
        if step is not None:
            callee, given = step
            whole = self._all(given, depth + 1)
            return self.part(callee, depth + 1) and whole
        made = self.reader.makers.get(value.serial)
        things = [part.thing for part in made.arguments.values() if isinstance(part.thing, Value)] if made else []
        if made is None or not things or not isinstance(value, Scalar | Table):
            return self._unseen()
        whole = self._all(things, depth + 1)
        self.found.append(Layer(made.short, made, value))
        return whole

    def _all(self, values: Sequence[Value], depth: int) -> bool:
        seen = [self.value(value, depth) for value in values]
        return all(seen)

    def _unseen(self) -> bool:
        self.found.append(Layer("", None, None))
        return False
