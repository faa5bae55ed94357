"""Decorators: what they make of a function or class."""

import ast
from collections.abc import Sequence

from heldout.events.records import Log
from heldout.libraries.decorators import MEANINGS, METHODS
from heldout.reading.callbacks import applied, is_own
from heldout.reading.objects import Property
from heldout.reading.reader import Reader
from heldout.reading.values import Bound, Class, Function, Library, Value

#: Writes the settings of each run into its folder.
_HYDRA = "hydra.main"


def decorated(reader: Reader, made: Function | Class, nodes: Sequence[ast.expr]) -> Value:
    """What a ``def`` or ``class`` binds: the function or class after its decorators, the lowest first.

    Decorators of the program are called; those of libraries leave a function as it is, or change how it is found.
    """
    value: Value = made
    for node in reversed(nodes):
        value = _after(reader, value, node, made)
    return value


def _after(reader: Reader, value: Value, node: ast.expr, made: Function | Class) -> Value:
    callee = reader.evaluate(node.func) if isinstance(node, ast.Call) else reader.evaluate(node)
    if isinstance(callee, Library):
        if callee.qualified == _HYDRA:
            reader.emit(Log(_HYDRA, "file", ("parameters",), automatic=True), node)
        return _by_library(value, MEANINGS.get(callee.qualified, ""))
    if isinstance(callee, Bound):
        if isinstance(callee.receiver, Property):
            changed = callee.receiver
            return Property(changed.getter, value, kept=changed.kept) if callee.name == "setter" else changed
        return _by_library(value, METHODS.get(callee.name, ""))
    decorator = reader.evaluate(node) if isinstance(node, ast.Call) else callee
    return _by_program(reader, value, decorator, node, made) if is_own(decorator) else value


def _by_library(value: Value, meaning: str) -> Value:
    if meaning in ("property", "kept"):
        return Property(value, kept=meaning == "kept")
    if meaning and isinstance(value, Function):
        value.traits |= {meaning}
    return value


def _by_program(reader: Reader, value: Value, decorator: Value, node: ast.expr, made: Function | Class) -> Value:
    """What a decorator of the program gives, if it can be called as well."""
    found = applied(reader, decorator, (value,), node)
    if not is_own(found) or found is value:
        return value
    if isinstance(value, Function) and isinstance(made, Function):
        value.traits |= {"wrapped"}
        if isinstance(found, Function) and found.owner is None and found.scope is not found.scope.module:
            found.owner = made.owner
            found.traits |= value.traits - {"wrapped"}
    return found
