"""What the last operation made of a value: logits, probabilities, their logarithms; and of which width and dimensions.

Kept beside the values, by their serial numbers, and only while it is certain: whatever makes another value says nothing
of it, and what ways that meet leave is another value.
"""

import ast
from collections.abc import Callable

from heldout.events.losses import PROBABILITIES, UNCERTAIN, Activation, Aliased, Criterion, Discarded, Unguarded
from heldout.libraries import activations as known
from heldout.reading import layered, shapes
from heldout.reading.call import Call
from heldout.reading.facts import word_of
from heldout.reading.reader import Reader
from heldout.reading.values import (
    Bound,
    Constant,
    Instance,
    Learner,
    Library,
    Listing,
    Scalar,
    Table,
    Thing,
    Value,
)

_NUMBERS = Table | Scalar
#: What is asked of a value that is no tensor by itself: the part of a batch, an attribute that is not known.
_ASKED = Table | Scalar | Bound
#: Expressions that stay what they are whatever is written around them.
_ATOMS = ast.Name | ast.Attribute | ast.Call | ast.Subscript
#: Methods that give a container of layers another one.
_REBUILDS = frozenset({"append", "extend", "insert", "add_module", "pop", "register_module", "__setitem__"})
#: Kinds of tables that are no tensors.
_NO_TENSORS = frozenset({"frame", "series", "array", "labels", "dataset", "loader", "stream", "row", "index", "bunch"})


def noted(callee: Value, made: Call, found: Value) -> Value:
    """Note what a call made of what it was given; the result is the call's, or a value of its own in its place."""
    handler = _CALLED.get(type(callee))
    activation = handler(callee, made) if handler is not None else None
    if not isinstance(found, _NUMBERS):
        _parted(callee, made, found)
        return found
    reader = made.reader
    if isinstance(callee, Library) and callee.qualified.endswith(".TensorDataset") and isinstance(found, Table):
        found.fields = tuple(of(reader, tensor) for tensor in made.positional)
    before = reader.activations.get(found.serial)
    if before is activation:
        return found
    if any(found is given for given in (*made.values, getattr(callee, "receiver", None))) or before is not None:
        found = _another(found)
    if activation is not None:
        reader.activations[found.serial] = activation
    return found


def _parted(callee: Value, made: Call, found: Value) -> None:
    """``train_test_split(X, y)``: each part has the form of what it is a part of; ``X, y = make_regression()``."""
    if not isinstance(callee, Library) or not callee.qualified.startswith("sklearn."):
        return
    short = callee.qualified.rpartition(".")[2]
    if short in known.ONE_TARGET and isinstance(found, Listing) and len(found.items) == 2:
        shapes.flat(made.reader, found.items[1], made.reader.place(made.node), several="n_targets" in made.keywords)
    if short == "train_test_split" and isinstance(found, Listing) and len(found.items) == 2 * len(made.positional):
        for number, part in enumerate(found.items):
            before = of(made.reader, made.positional[number // 2])
            if before is not None and isinstance(part, Table):
                made.reader.activations[part.serial] = before


def of(reader: Reader, value: Value | None) -> Activation | None:
    """What the last operation made of a value, None if that is not certain."""
    return reader.activations.get(value.serial) if value is not None else None


def forget(reader: Reader, value: Value) -> None:
    """A value is changed in place."""
    reader.activations.pop(value.serial, None)


def carried_over(reader: Reader, value: Value, found: Value) -> None:
    """Some of the elements of a value are picked: what was made of all was made of them."""
    before = of(reader, value)
    if before is not None and isinstance(found, _NUMBERS) and found is not value:
        reader.activations[found.serial] = before._replace(width=None, dimensions=None, operand=None)


def from_one(reader: Reader, left: Value, right: Value, found: Value) -> None:
    """``1 - p``: the complement of a probability."""
    before = of(reader, right)
    one = isinstance(left, Constant) and left.value == 1
    if one and before is not None and before.kind in PROBABILITIES and isinstance(found, _NUMBERS):
        reader.activations[found.serial] = before._replace(kind="complement", operand=None)


def divided(reader: Reader, right: Value, node: ast.BinOp) -> None:
    """``x / x.std()``: tell of a divisor that is 0 where all values are equal."""
    before = of(reader, right)
    if before is not None and before.kind == "spread":
        place = reader.place(node.right)
        reader.emit(Unguarded("quotient", "", before, word_of(node.right), place), node)


def discarded(reader: Reader, node: ast.Call, receiver: Value, before: Activation | None) -> None:
    """Tell that a statement calls a method of a tensor and does nothing with what it gives."""
    if not isinstance(node.func, ast.Attribute):  # a method that was put into a variable first
        return
    name, written = node.func.attr, node.func.value
    named = isinstance(written, ast.Name | ast.Attribute)
    if named and name in known.OUT_OF_PLACE and id(node) not in reader.shown and _is_tensor(receiver, before):
        reader.emit(Discarded(name, ast.unparse(written), sure=before is not None), node)


def aliased(reader: Reader, node: ast.Call, receiver: Value, before: Activation | None, target: ast.expr) -> None:
    """Tell that what a method gives that changes a tensor in place gets a name of its own."""
    if not isinstance(node.func, ast.Attribute):  # a method that was put into a variable first
        return
    name, written = node.func.attr, node.func.value
    named = isinstance(written, ast.Name) and isinstance(target, ast.Name) and written.id != target.id
    if named and name in known.IN_PLACE and _is_tensor(receiver, before):
        reader.emit(Aliased(name, ast.unparse(written), ast.unparse(target)), node)


def _is_tensor(value: Value, before: Activation | None) -> bool:
    """Whether a value is a tensor: made by an operation of which something is known, or a part of a batch."""
    if before is None or not isinstance(value, Table):
        return before is not None or (isinstance(value, Table) and value.kind == "tensor")
    return value.kind not in _NO_TENSORS or before.function in known.TENSORS | known.FROM_DATA


def _another(value: Table | Scalar) -> Table | Scalar:
    """The same value, of which nothing is noted yet."""
    if isinstance(value, Table):
        made = value.like()
        made.learner = value.learner
        return made
    if type(value) is not Scalar:
        return value
    copied = Scalar(value.key)
    for attribute in Scalar.__slots__:
        setattr(copied, attribute, getattr(value, attribute))
    return copied


def _of_function(callee: Library, made: Call) -> Activation | None:
    root, short = callee.qualified.partition(".")[0], callee.qualified.rpartition(".")[2]
    first = made.argument("input", 0)
    first = first if first is not None else made.first
    written = made.nodes[0] if made.nodes else None
    if short in known.LOSSES and root in known.LOSS_ROOTS:
        return _compared(made, short)
    if short in known.LOGARITHMS and root in known.LOGARITHM_ROOTS:
        return _logarithm(made, short, first, written)
    if short in known.FUNCTIONS and root in known.ROOTS:
        return _made_by(made, known.FUNCTIONS[short], short, first, written)
    if root == "sklearn" and short in known.ONE_TARGET:
        return Activation("bunch", short, made.reader.place(made.node))
    if root == "torch" and short in known.TENSORS:
        numbers = shapes.numbers(made.positional) if short in known.OF_SHAPE else None
        last = numbers[-1] if numbers else None
        return Activation(
            "values", short, made.reader.place(made.node), None, None, last, len(numbers) if numbers else None
        )
    found = (_of_numbers if root == "torch" else _formed)(made, short, first, written, made.values[1:])
    if found is None and short in known.FROM_DATA and root == "torch":
        return Activation("values", short, made.reader.place(made.node))
    return found


def _of_method(callee: Bound, made: Call) -> Activation | None:
    receiver, name = callee.receiver, callee.name
    if isinstance(receiver, Learner):
        if name in _REBUILDS:
            made.reader.activations[receiver.serial] = UNCERTAIN
        elif name in ("predict_proba", "forward"):
            return _asked_of(receiver, made, name)
        return None
    if not isinstance(receiver, _ASKED):
        return _asked_of(receiver, made, name) if isinstance(receiver, Instance) and name == "forward" else None
    written = made.node.func.value if isinstance(made.node.func, ast.Attribute) else None
    made.reader.asked = (made.node, receiver, of(made.reader, receiver))
    if name in known.LOGARITHMS:
        return _logarithm(made, name, receiver, written)
    if name in ("softmax", "log_softmax", "sigmoid"):
        return _made_by(made, known.FUNCTIONS[name], name, receiver, written)
    if name.endswith("_") and not name.endswith("__") and name not in known.SAME:
        forget(made.reader, receiver)
        return None
    return _of_numbers(made, name, receiver, written, made.values)


def _asked_of(receiver: Value, made: Call, name: str) -> Activation | None:
    if name == "forward":
        return _of_module(receiver, made)
    return Activation("probability", name, made.reader.place(made.node))


def _made_by(made: Call, kind: str, function: str, value: Value | None, written: ast.expr | None) -> Activation:
    """An activation that is applied element by element, or along a dimension: the shape stays."""
    before = of(made.reader, value)
    operand = made.reader.place(written) if isinstance(written, _ATOMS) else None
    found = Activation(kind, function, made.reader.place(made.node), operand, made.attribute_place)
    return found._replace(width=before.width, dimensions=before.dimensions) if before is not None else found


def _logarithm(made: Call, function: str, value: Value | None, written: ast.expr | None) -> Activation | None:
    before = of(made.reader, value)
    if before is None or before.kind not in PROBABILITIES:
        return None
    _unguarded(made, "logarithm", function, before, written)
    return Activation("log", function, made.reader.place(made.node))


def _unguarded(made: Call, operation: str, function: str, of_what: Activation, written: ast.expr | None) -> None:
    operand = made.reader.place(written) if written is not None else None
    made.reader.emit(Unguarded(operation, function, of_what, word_of(written), operand), made.node)


def _of_numbers(
    made: Call, name: str, value: Value | None, written: ast.expr | None, arguments: tuple[Value, ...]
) -> Activation | None:
    """What a function makes of a tensor, or the method of that name."""
    reader, before = made.reader, of(made.reader, value)
    if name == "sqrt" and before is not None and before.kind == "loss" and "off" not in reader.gradients:
        _unguarded(made, "root", name, before, written)
        return None
    if name in known.SPREADS and not (isinstance(value, Table) and value.kind in _NO_TENSORS):
        return Activation("spread", name, reader.place(made.node))
    return _formed(made, name, value, written, arguments)


def _formed(
    made: Call, name: str, value: Value | None, written: ast.expr | None, arguments: tuple[Value, ...]
) -> Activation | None:
    """The same numbers in another form."""
    if name not in known.SAME and name not in known.RESHAPES:
        return None
    before = of(made.reader, value)
    if before is None and isinstance(value, Table) and value.kind == "series" and name in known.SAME:
        before = Activation("values", name, made.reader.place(made.node), dimensions=1)
    if name in known.SAME:
        return before
    dimensions, width = shapes.changed(name, before, arguments)
    if before is not None:
        return before._replace(width=width, dimensions=dimensions)
    if dimensions is None:
        return None
    return Activation("values", name, made.reader.place(made.node), width=width, dimensions=dimensions)


def _compared(made: Call, function: str) -> Activation | None:
    """A loss is computed: tell what is known of both of its sides."""
    reader = made.reader
    names = ("inputs", "targets") if function == "sigmoid_focal_loss" else ("input", "target")
    output, target = (made.argument(name, number) for number, name in enumerate(names))
    if output is None or target is None:
        return None
    written = [made.written(name, number) for number, name in enumerate(names)]
    event = Criterion(function, of(reader, output), of(reader, target), word_of(written[0]), word_of(written[1]))
    event.target_place = reader.place(written[1]) if isinstance(written[1], _ATOMS) else None
    reader.emit(event, made.node)
    return Activation("loss", function, reader.place(made.node)) if function in known.ERRORS else None


def _of_loss(callee: Thing, made: Call) -> Activation | None:
    is_loss = callee.entry is not None and callee.entry.effect == "loss"
    return _compared(made, callee.name.rpartition(".")[2]) if is_loss else None


def _of_module(callee: Value, made: Call) -> Activation | None:
    """A layer or network is called."""
    return layered.through(made, callee, of(made.reader, made.first), made.reader.place(made.node))


_CALLED: dict[type, Callable[..., Activation | None]] = {
    Library: _of_function,
    Bound: _of_method,
    Learner: _of_module,
    Instance: _of_module,
    Thing: _of_loss,
}
