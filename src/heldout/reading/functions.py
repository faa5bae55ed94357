"""The program's own functions and classes: defined, and run where they are called with the caller's values."""

import ast
from collections.abc import Callable, Sequence
from collections.abc import Mapping as MappingType

from heldout.reading.call import unknown
from heldout.reading.joins import joined
from heldout.reading.reader import Reader
from heldout.reading.scopes import Scope
from heldout.reading.values import (
    NONE,
    Class,
    Function,
    Instance,
    Listing,
    Mapping,
    Scalar,
    Table,
    Value,
)

_MOST_CALLS = 40


def define(reader: Reader, node: ast.FunctionDef | ast.AsyncFunctionDef, owner: Class | None = None) -> Function:
    """The function that a ``def`` makes."""
    function = Function(node, reader.scope, defaults_of(reader, node.args), owner)
    if reader.scope.module is reader.module:
        reader.functions.append(function)
    return function


def defaults_of(reader: Reader, arguments: ast.arguments) -> dict[str, Value]:
    """The values of the parameters that have defaults."""
    positional = [*arguments.posonlyargs, *arguments.args]
    found: dict[str, Value] = {}
    for parameter, default in zip(
        positional[len(positional) - len(arguments.defaults) :], arguments.defaults, strict=True
    ):
        found[parameter.arg] = reader.evaluate(default)
    for parameter, keyword_default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if keyword_default is not None:
            found[parameter.arg] = reader.evaluate(keyword_default)
    return found


def define_class(reader: Reader, node: ast.ClassDef, run: Callable[[Reader, Sequence[ast.stmt]], int]) -> Class:
    """The class that a ``class`` statement makes; its body is run in a scope of its own."""
    bases = tuple(reader.evaluate(base) for base in node.bases)
    made = Class(node, reader.scope, bases)
    outer = reader.scope
    reader.scope = Scope(outer, node.name)
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            function = define(reader, statement, made)
            function.scope = outer
            reader.scope.names[statement.name] = function
        else:
            run(reader, (statement,))
    made.fields = reader.scope.names
    reader.scope = outer
    return made


def instantiate(
    reader: Reader, kind: Class, positional: tuple[Value, ...], keywords: dict[str, Value], node: ast.expr
) -> Value:
    """``Class(...)``."""
    made = Instance(kind)
    start = kind.lookup("__init__")
    if isinstance(start, Function):
        call_function(reader, start, (made, *positional), keywords, node)
    else:
        _dataclass_fields(kind, made, positional, keywords)
    return made


def _dataclass_fields(kind: Class, made: Instance, positional: tuple[Value, ...], keywords: dict[str, Value]) -> None:
    """The fields of a class without ``__init__`` of its own: its annotated names in order, or the keywords."""
    names = [
        part.target.id
        for part in kind.node.body
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
    ]
    for name, value in zip(names, positional, strict=False):
        made.fields[name] = value
    made.fields.update(keywords)


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
    if not reader.may_call or function.calls > _MOST_CALLS or reader.calls.count(function) > 1:
        return unknown(reader, (*positional, *keywords.values()), node)
    outer = reader.scope
    scope = Scope(function.scope, function.name)
    _bind(reader, function, scope, positional, keywords, open_ended)
    reader.scope = scope
    reader.calls.append(function)
    reader.results.append([])
    try:
        if isinstance(function.node, ast.Lambda):
            return reader.evaluate(function.node.body)
        reader.run(function.node.body)
        return _result(reader, reader.results[-1])
    finally:
        reader.results.pop()
        reader.calls.pop()
        reader.scope = outer


def _result(reader: Reader, results: list[Value]) -> Value:
    found: Value | None = None
    for value in results:
        found = value if found is None else joined(reader, found, value)
    return found if found is not None else NONE


def _bind(
    reader: Reader,
    function: Function,
    scope: Scope,
    positional: tuple[Value, ...],
    keywords: MappingType[str, Value],
    open_ended: bool,
) -> None:
    arguments = function.node.args
    names = scope.names
    given = dict(keywords)
    parameters = [*arguments.posonlyargs, *arguments.args]
    for parameter, value in zip(parameters, positional, strict=False):
        names[parameter.arg] = value
    for parameter in [*parameters[len(positional) :], *arguments.kwonlyargs]:
        name = parameter.arg
        if name in given:
            names[name] = given.pop(name)
        elif open_ended:
            names[name] = stranger(reader, name, function)
        else:
            names[name] = function.defaults.get(name) or stranger(reader, name, function)
    if arguments.vararg is not None:
        extra = positional[len(parameters) :]
        names[arguments.vararg.arg] = Listing(tuple(extra), "tuple", open=open_ended)
    if arguments.kwarg is not None:
        left = {name: value for name, value in given.items() if name not in names}
        names[arguments.kwarg.arg] = Mapping(dict(left), Scalar() if open_ended else None)


def stranger(reader: Reader, name: str, function: Function) -> Table:
    """An argument of which nothing is known: rows of its own."""
    origin = ("parameter", name, id(function.node))
    base = reader.space.base(origin, name)
    return Table(base, reader.own_columns(origin), word=name)
