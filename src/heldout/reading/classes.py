"""The program's own classes: defined, and made into objects."""

import ast
from collections.abc import Callable, Sequence

from heldout.reading.callbacks import applied
from heldout.reading.decorators import decorated
from heldout.reading.functions import call_function, call_method, define
from heldout.reading.objects import field_names
from heldout.reading.reader import Reader
from heldout.reading.scopes import Scope
from heldout.reading.settings import Setting
from heldout.reading.values import Class, Function, Instance, Thing, Value


def define_class(reader: Reader, node: ast.ClassDef, run: Callable[[Reader, Sequence[ast.stmt]], int]) -> Value:
    """What a ``class`` statement makes; its body is run in a scope of its own."""
    bases = tuple(reader.evaluate(base) for base in node.bases)
    made = Class(node, reader.scope, bases)
    outer = reader.scope
    reader.scope = Scope(outer, node.name)
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            function = define(reader, statement, made)
            function.scope = outer
            reader.scope.names[statement.name] = decorated(reader, function, statement.decorator_list)
        else:
            run(reader, (statement,))
    made.fields = reader.scope.names
    reader.scope = outer
    return decorated(reader, made, node.decorator_list)


def instantiate(
    reader: Reader,
    kind: Class,
    positional: tuple[Value, ...],
    keywords: dict[str, Value],
    node: ast.expr,
    *,
    open_ended: bool = False,
) -> Value:
    """``Class(...)``."""
    made = Instance(kind)
    start = kind.lookup("__init__")
    if isinstance(start, Function):
        call_function(reader, start, (made, *positional), keywords, node, open_ended=open_ended)
        return made
    _fill(reader, made, positional, keywords, node, open_ended=open_ended)
    call_method(reader, made, "__post_init__", (), node)
    return made


def _fill(
    reader: Reader,
    made: Instance,
    positional: tuple[Value, ...],
    keywords: dict[str, Value],
    node: ast.expr,
    *,
    open_ended: bool,
) -> None:
    """The fields of an object without ``__init__`` of its own: its annotated names in order, the keywords, and defaults."""
    names = field_names(made.kind)
    made.fields.update(zip(names, positional, strict=False))
    made.fields.update(keywords)
    for name in names:
        if name in made.fields:
            continue
        default = made.kind.lookup(name)
        if open_ended:
            made.fields[name] = Setting(("setting", "field", made.serial, name))
        elif isinstance(default, Thing):
            made.fields[name] = _by_field(reader, default, name, node)


def _by_field(reader: Reader, field: Thing, name: str, node: ast.expr) -> Value:
    """``field(default_factory=list)``, ``Field(3)``: the default of one object's field."""
    factory = field.arguments.get("default_factory") or field.arguments.get("factory")
    if factory is not None:
        return applied(reader, factory, (), node)
    default = field.arguments.get("default") or field.arguments.get("0")
    return default if default is not None else Setting(("setting", "field", field.serial, name))
