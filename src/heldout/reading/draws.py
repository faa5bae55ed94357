"""Which random draw is which: draws of one kind from generators in the same state give the same numbers."""

import ast
from collections.abc import Hashable
from typing import TYPE_CHECKING

from heldout.events.generators import Draw
from heldout.libraries.initial_weights import GIVEN, WEIGHTED
from heldout.libraries.seeding import GENERATORS
from heldout.reading.arithmetic import key_of
from heldout.reading.values import Constant, Thing, Value

if TYPE_CHECKING:
    from heldout.reading.call import Call


def identity(call: "Call", seed: Value | None, written: ast.expr | None) -> Hashable:
    """The identity of the draw that a call makes with this seed; `written` is the seed in the program's words."""
    generators = call.reader.generators
    if seed is None or (isinstance(seed, Constant) and seed.value is None):
        if call.open_ended:
            return ("open", generators.next(None))
        return generators.next(GENERATORS.get(call.name.partition(".")[0], "numpy"))
    return of_generator(call, seed) if isinstance(seed, Thing) else option(seed, written)


def option(value: Value, written: ast.expr | None) -> Hashable:
    """What two options have in common that are the same: the number, or the expression that gives it."""
    if isinstance(value, Constant) or written is None or isinstance(written, ast.Name):
        return key_of(value)
    return ("written", ast.unparse(written))


def of_generator(call: "Call", generator: Thing) -> Hashable:
    """The identity of the next draw from a generator object."""
    state = _state(generator, tuple(generator.arguments.values()))
    return call.reader.generators.next(("object", generator.serial), state)


def note_weights(call: "Call") -> None:
    """Tell that a layer draws its first weights, unless it may be given them."""
    root = call.name.partition(".")[0]
    if call.short not in WEIGHTED.get(root, ()) or call.open_ended or _may_be_given(call):
        return
    draw = Draw(call.name, GENERATORS[root], "", call.last_argument)
    draw.weights = True
    call.reader.emit(draw, call.node)


def _may_be_given(call: "Call") -> bool:
    """Whether an argument may bring weights, or an initializer that has a seed; its mere name brings neither."""
    given = (value for name, value in call.keywords.items() if name in GIVEN)
    return any(not (isinstance(value, Constant) and value.value not in ("zeros", "ones")) for value in given)


def begun(call: "Call", generator: Thing) -> None:
    """``generator.seed(n)``: a generator object begins anew."""
    call.reader.generators.seed(("object", generator.serial), _state(generator, call.values))


def _state(generator: Thing, seeds: tuple[Value, ...]) -> Hashable:
    """The state that a kind of generator is in after these seeds; None without any."""
    given = tuple(key_of(value) for value in seeds if not (isinstance(value, Constant) and value.value is None))
    return (generator.name, *given) if given else None
