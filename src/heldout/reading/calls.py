"""Calls: who is called, with what, and which handler carries it out."""

import ast

from heldout import libraries
from heldout.reading import builtin, effects, estimators, functions, learners, methods, roles, standard
from heldout.reading.arithmetic import key_of
from heldout.reading.call import Call, carried, unknown
from heldout.reading.facts import mark_reported
from heldout.reading.reader import Reader
from heldout.reading.tables import as_value
from heldout.reading.values import (
    Bound,
    Class,
    Function,
    Instance,
    Learner,
    Library,
    Listing,
    Mapping,
    Method,
    Partial,
    Scalar,
    Table,
    Thing,
    Value,
)

#: Modules of the standard library whose functions give no rows.
_ROWLESS = frozenset(
    "os sys re json math time datetime glob pathlib logging string argparse warnings collections itertools shutil".split()
)


#: Libraries that draw: a figure in the legend of a picture is no claim by itself.
_PICTURES = frozenset({"matplotlib", "seaborn", "plotly", "pylab"})


def call(reader: Reader, node: ast.Call) -> Value:
    """The value of a call."""
    callee = reader.evaluate(node.func)
    made = Call(reader, node)
    _arguments(reader, node, made)
    return dispatch(callee, made)


def _arguments(reader: Reader, node: ast.Call, made: Call) -> None:
    positional: list[Value] = []
    nodes: list[ast.expr] = []
    for argument in node.args:
        if isinstance(argument, ast.Starred):
            value = reader.evaluate(argument.value)
            if isinstance(value, Listing) and not value.open:
                positional += value.items
                nodes += [argument.value] * len(value.items)
            else:
                positional.append(value)
                nodes.append(argument.value)
                made.open_ended = True
            continue
        positional.append(reader.evaluate(argument) if _callable(argument) else as_value(reader.evaluate(argument)))
        nodes.append(argument)
    for keyword in node.keywords:
        value = reader.evaluate(keyword.value)
        if keyword.arg is None:
            if isinstance(value, Mapping) and value.rest is None:
                made.keywords.update({name: item for name, item in value.items.items() if isinstance(name, str)})
            else:
                made.open_ended = True
                made.keywords.setdefault("**", value)
        else:
            made.keywords[keyword.arg] = value
    made.positional = tuple(positional)
    made.nodes = tuple(nodes)


def _callable(node: ast.expr) -> bool:
    """Whether an argument is most likely a function handed on (``df.apply(np.log)``): keep it as it is."""
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in ("np", "numpy", "pd", "self")
    )


def dispatch(callee: Value, made: Call) -> Value:
    """Carry out a call to a value; what the project's configuration says of it comes first."""
    if made.reader.roles:
        name = roles.name_of(callee)
        role = made.reader.roles.role(name) if name else ""
        if role:
            return roles.carry_out(made, callee, role, name, lambda: _dispatch(callee, made))
    return _dispatch(callee, made)


def _dispatch(callee: Value, made: Call) -> Value:
    reader = made.reader
    if isinstance(callee, Library):
        return library(reader, callee.qualified, made)
    if isinstance(callee, Bound):
        return bound(reader, callee, made)
    if isinstance(callee, Function):
        return _function(reader, callee, made.positional, made)
    if isinstance(callee, Method):
        return _function(reader, callee.function, (callee.receiver, *made.positional), made)
    if isinstance(callee, Class):
        return _class(reader, callee, made)
    if isinstance(callee, Partial):
        made.positional = callee.positional + made.positional
        made.nodes = (made.node.func,) * len(callee.positional) + made.nodes
        made.keywords = {**callee.keywords, **made.keywords}
        return dispatch(callee.function, made)
    if isinstance(callee, Learner):
        return learners.called(made, callee)
    if isinstance(callee, Instance):
        return _instance(reader, callee, made)
    if isinstance(callee, Table) and callee.learner is not None:
        return learners.called(made, callee.learner)
    if isinstance(callee, Thing) and callee.entry is not None and callee.entry.effect in ("layer", "network", "module"):
        return unknown(reader, made.values, made.node)
    return unknown(reader, made.values, made.node)


def _function(reader: Reader, function: Function, positional: tuple[Value, ...], made: Call) -> Value:
    return functions.call_function(reader, function, positional, made.keywords, made.node, open_ended=made.open_ended)


def _class(reader: Reader, kind: Class, made: Call) -> Value:
    return functions.instantiate(reader, kind, made.positional, made.keywords, made.node)


def _instance(reader: Reader, instance: Instance, made: Call) -> Value:
    for name in ("__call__",):
        found = functions.call_method(reader, instance, name, made.positional, made.node)
        if found is not None:
            return found
    learner = estimators.of_instance(reader, instance)
    if learner is not None:
        return learners.called(made, learner)
    return unknown(reader, made.values, made.node)


def library(reader: Reader, qualified: str, made: Call) -> Value:
    """A call to a class or function of a library."""
    root, _, rest = qualified.partition(".")
    made.name = qualified
    if root == "builtins":
        return builtin.call(made, rest)
    if rest.endswith(".from_pretrained"):
        return estimators.pretrained(made)
    entry = libraries.entry(qualified)
    if entry is None:
        return _unlisted(reader, made)
    made.entry = entry
    handler = effects.HANDLERS.get(entry.effect)
    return handler(made) if handler is not None else unknown(reader, made.values, made.node)


def _unlisted(reader: Reader, made: Call) -> Value:
    """A library call that no table lists: perhaps a class's method, else unknown."""
    special = standard.SPECIAL.get(made.name)
    if special is not None:
        return special(made)
    if made.name.startswith("."):
        made.name = made.name.lstrip(".")
    root = made.name.partition(".")[0]
    if "seed" in made.short.lower():
        reader.generators.reseed((made.name, *(key_of(value) for value in made.values)))
    for value in made.values if root not in _PICTURES else ():
        mark_reported(value)
    if root in _PICTURES:
        return Scalar()
    if root in _ROWLESS:
        return carried(made.values)
    return unknown(reader, made.values, made.node)


def bound(reader: Reader, callee: Bound, made: Call) -> Value:
    """A method call on a value."""
    receiver = callee.receiver
    made.receiver = receiver
    made.name = callee.name
    if isinstance(receiver, Bound):
        receiver = made.receiver = as_value(receiver)
    if isinstance(receiver, Instance):
        if callee.name in ("fit_transform", "fit_predict"):
            functions.call_method(reader, receiver, "fit", made.positional, made.node)
            rest = made.positional[:1]
            found = functions.call_method(reader, receiver, callee.name.removeprefix("fit_"), rest, made.node)
            if found is not None:
                return found
        learner = estimators.of_instance(reader, receiver)
        if learner is not None:
            return learners.method(made, learner, callee.name)
        return unknown(reader, (*made.values,), made.node)
    return methods.call(made, receiver, callee.name)
