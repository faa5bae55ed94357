"""What a program defines and nobody calls: run with unknown arguments."""

import ast

from heldout.reading import estimators
from heldout.reading.functions import call_function, followed
from heldout.reading.objects import Managed
from heldout.reading.reader import Reader
from heldout.reading.values import (
    Function,
    Instance,
    Value,
)
from heldout.reading.weights import EVAL, TRAIN


def call_uncalled(reader: Reader) -> None:
    """Run what the program defines and nobody calls, with unknown arguments.

    First what no other function speaks of, so that the rest is run with what its callers hand it; what decorators keep
    comes last.  Of a function that is defined again and again inside another one, one is enough.
    """
    read = {id(function.node) for function in reader.functions if function.calls}
    spoken_of = _spoken_of(reader.functions)
    for turn in range(3):
        for function in reader.functions:  # it grows while functions that are run define others
            due = 2 if "wrapped" in function.traits else int(not spoken_of.isdisjoint(_names_of(function)))
            if function.calls or due > turn or id(function.node) in read:
                continue
            read.add(id(function.node))
            _expose(reader, function)


def _spoken_of(functions: list[Function]) -> set[str]:
    """The names of functions and methods that functions of another name mention."""
    mentioned: set[str] = set()
    for function in functions:
        found = {node.id if isinstance(node, ast.Name) else node.attr for node in _mentions(function.node)}
        mentioned.update(found - _names_of(function))
    return mentioned


def _names_of(function: Function) -> set[str]:
    """The names under which others speak of a function: its own, and that of its class."""
    return {function.name} if function.owner is None else {function.name, function.owner.node.name}


def _mentions(node: ast.AST) -> list[ast.Name | ast.Attribute]:
    return [
        part for part in ast.walk(node) if isinstance(part, ast.Name | ast.Attribute) and isinstance(part.ctx, ast.Load)
    ]


def _expose(reader: Reader, function: Function) -> None:
    """Run a function that nobody calls, with unknown arguments; a method gets an object of its class."""
    positional: tuple[Value, ...] = ()
    if function.owner is not None and "static" not in function.traits:
        instance = _object_of(reader, function)
        positional = (instance.kind if "class" in function.traits else instance,)
    # Who calls it may compute no gradients; a main function is called as it stands.
    before = reader.gradients
    reader.gradients = before if _begins(function) else frozenset({"on", "off"})
    found = call_function(reader, function, positional, {}, function.node, open_ended=True)
    if isinstance(found, Managed):
        followed(reader, found.function, found.arguments)
    reader.gradients = before


def _begins(function: Function) -> bool:
    """Whether a function looks like the one that a program begins with."""
    return function.owner is None and (function.name == "main" or not function.node.args.args)


def _object_of(reader: Reader, function: Function) -> Instance:
    owner = function.owner
    assert owner is not None
    instance = reader.objects.get(id(owner))
    if instance is None:
        instance = reader.objects[id(owner)] = Instance(owner)
        start = owner.lookup("__init__")
        if isinstance(start, Function) and start is not function:
            call_function(reader, start, (instance,), {}, start.node, open_ended=True)
        learner = estimators.of_instance(reader, instance)
        if learner is not None and learner.weights is not None:
            learner.weights.mode = TRAIN | EVAL
    return instance
