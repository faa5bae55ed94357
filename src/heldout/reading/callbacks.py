"""Functions that are handed on: called by whoever was given them."""

import ast
from collections.abc import Mapping as MappingType

from heldout.reading.call import Call
from heldout.reading.objects import Alternatives
from heldout.reading.reader import Reader
from heldout.reading.values import Class, Function, Instance, Method, Partial, Value


def is_own(value: Value | None) -> bool:
    """Whether a value can be called and leads to code of the program."""
    if isinstance(value, Partial):
        return is_own(value.function)
    if isinstance(value, Instance):
        return value.kind.lookup("__call__") is not None
    return isinstance(value, Function | Method | Class | Alternatives)


def applied(
    reader: Reader,
    function: Value,
    positional: tuple[Value, ...],
    node: ast.expr,
    keywords: MappingType[str, Value] | None = None,
    *,
    open_ended: bool = False,
) -> Value:
    """What a callable gives for some arguments."""
    from heldout.reading.calls import dispatch

    written = node if isinstance(node, ast.Call) else ast.copy_location(ast.Call(node, [], []), node)
    inner = Call(reader, written)
    inner.positional = positional
    inner.nodes = (written.func,) * len(positional)
    inner.keywords = dict(keywords or {})
    inner.open_ended = open_ended
    return dispatch(function, inner)
