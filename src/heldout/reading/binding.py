"""Parameters: what each is bound to when a function of the program is called."""

import ast
from collections.abc import Mapping as MappingType

from heldout.naming import is_configuration
from heldout.reading.facts import last_word
from heldout.reading.reader import Reader
from heldout.reading.scopes import Scope
from heldout.reading.settings import Setting
from heldout.reading.values import Constant, Function, Listing, Mapping, Scalar, Splitter, Table, Value

#: Annotations of what never is a table of rows.
_PLAIN = frozenset(
    """int float str bool bytes Path PurePath PathLike Namespace DictConfig ListConfig ConfigDict Optional Union Literal
    None Sequence""".split()
)


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


def bind(
    reader: Reader,
    function: Function,
    scope: Scope,
    positional: tuple[Value, ...],
    keywords: MappingType[str, Value],
    open_ended: bool,
) -> None:
    """Bind the parameters of a function in the scope of its call; open_ended: there may be more arguments than given."""
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
        elif open_ended or "configured" in function.traits:
            names[name] = stranger(reader, parameter, function)
        else:
            names[name] = function.defaults.get(name) or stranger(reader, parameter, function)
    if arguments.vararg is not None:
        extra = positional[len(parameters) :]
        names[arguments.vararg.arg] = Listing(tuple(extra), "arguments" if open_ended else "tuple", open=open_ended)
    if arguments.kwarg is not None:
        left = {name: value for name, value in given.items() if name != "**"}
        names[arguments.kwarg.arg] = Mapping(left, Scalar() if open_ended else None)


def stranger(reader: Reader, parameter: ast.arg, function: Function) -> Value:
    """An argument of which nothing is known: a setting if it looks like one, else rows of its own."""
    name = parameter.arg
    origin = ("parameter", name, id(function.node))
    default = function.defaults.get(name)
    if isinstance(default, Splitter):  # whatever is given in its place parts rows too
        return default
    given = isinstance(default, Constant) and default.value is not None
    if "configured" in function.traits or is_configuration(name) or given or _is_plain(parameter.annotation):
        return Setting(("setting", *origin))
    base = reader.space.base(origin, name)
    return Table(base, reader.own_columns(origin), word=name)


def _is_plain(annotation: ast.expr | None) -> bool:
    """Whether an annotation names only what holds no rows: ``int``, ``str | None``, ``Optional[Path]``."""
    if isinstance(annotation, ast.Constant):
        return annotation.value is None or (isinstance(annotation.value, str) and annotation.value in _PLAIN)
    if isinstance(annotation, ast.Name | ast.Attribute):
        return last_word(annotation) in _PLAIN
    if isinstance(annotation, ast.BinOp):
        return _is_plain(annotation.left) and _is_plain(annotation.right)
    if isinstance(annotation, ast.Subscript):
        inner = annotation.slice
        parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
        literal = last_word(annotation.value) == "Literal"
        return literal or (_is_plain(annotation.value) and all(_is_plain(part) for part in parts))
    return False
