"""The program's own functions: defined, and run where they are called with the caller's values."""

import ast
from collections.abc import Callable
from collections.abc import Mapping as MappingType

from heldout.reading.binding import bind, defaults_of
from heldout.reading.call import unknown
from heldout.reading.estimators import copied
from heldout.reading.joins import joined
from heldout.reading.objects import Arguments, Managed
from heldout.reading.reader import Reader, Running
from heldout.reading.scopes import Scope
from heldout.reading.values import NONE, Class, Constant, Function, Instance, Learner, Library, Listing, Value

_MOST_CALLS = 40


def define(reader: Reader, node: ast.FunctionDef | ast.AsyncFunctionDef, owner: Class | None = None) -> Function:
    """The function that a ``def`` makes, before its decorators."""
    function = Function(node, reader.scope, defaults_of(reader, node.args), owner)
    if reader.scope.module is reader.module:
        reader.functions.append(function)
    return function


def call_method(
    reader: Reader, instance: Instance, name: str, positional: tuple[Value, ...], node: ast.expr
) -> Value | None:
    """Call a method of the program by name, None if the class has none of that name."""
    function = instance.kind.lookup(name)
    if not isinstance(function, Function):
        return None
    return call_function(reader, function, (instance, *positional), {}, node)


def call_function(
    reader: Reader,
    function: Function,
    positional: tuple[Value, ...],
    keywords: MappingType[str, Value],
    node: ast.expr | ast.stmt,
    *,
    open_ended: bool = False,
) -> Value:
    """Run a function of the program with the caller's values; past the limits its result is unknown."""
    function.calls += 1
    if not reader.may_call or reader.calls.count(function) > 1:
        return unknown(reader, (*positional, *keywords.values()), node)
    if function.calls > _MOST_CALLS and reader.budget < reader.reserve:
        return _as_before(reader, function, (*positional, *keywords.values()), node)
    arguments = Arguments(positional, dict(keywords), open_ended)
    if "manages" in function.traits:
        return Managed(function, arguments)
    function.last = followed(reader, function, arguments)
    return function.last


def followed(
    reader: Reader, function: Function, arguments: Arguments, around: Callable[[Value], object] | None = None
) -> Value:
    """What a function gives that is run now; around: runs the block that a context manager surrounds, at its yield."""
    outer = reader.scope
    scope = Scope(function.scope, function.name)
    bind(reader, function, scope, *arguments)
    reader.scope = scope
    reader.calls.append(function)
    reader.running.append(Running(reader, around))
    try:
        if isinstance(function.node, ast.Lambda):
            return reader.evaluate(function.node.body)
        reader.run(function.node.body)
        return _result(reader, reader.running[-1])
    finally:
        reader.running.pop()
        reader.calls.pop()
        reader.scope = outer


def _result(reader: Reader, running: Running) -> Value:
    """What a call gives: what it yields, one after the other, or else any of what it may return."""
    if running.yields:
        return Listing(tuple(running.yields), "generator", open=not running.exact)
    found: Value | None = None
    for value in running.returns:
        found = value if found is None else joined(reader, found, value)
    return found if found is not None else NONE


def _as_before(reader: Reader, function: Function, arguments: tuple[Value, ...], node: ast.expr | ast.stmt) -> Value:
    """What a function gives that was followed often enough: another of what it made last, or unknown."""
    last = function.last
    if isinstance(last, Learner):
        return copied(last)
    if isinstance(last, Constant | Function | Class | Library):
        return last
    return unknown(reader, arguments, node)


def inside(reader: Reader, manager: Managed, block: Callable[[Value], object]) -> None:
    """Run a block inside a context manager that the program wrote as a function: what comes before, the block, the rest."""
    scope = reader.scope
    entered = False

    def around(value: Value) -> None:
        nonlocal entered
        if entered:
            return
        entered = True
        call, running, own = reader.calls.pop(), reader.running.pop(), reader.scope
        reader.scope = scope
        try:
            block(value)
        finally:
            reader.calls.append(call)
            reader.running.append(running)
            reader.scope = own

    followed(reader, manager.function, manager.arguments, around)
    if not entered:
        block(NONE)
