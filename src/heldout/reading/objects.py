"""Values that stand between an object of the program and what is found on it: properties, parents, managed blocks."""

import ast
from typing import NamedTuple

from heldout.reading.values import Class, Function, Instance, Value

_TUPLES = frozenset({"typing.NamedTuple", "typing_extensions.NamedTuple"})


class Property(Value):
    """An attribute that is computed; kept: only once for each object."""

    __slots__ = ("getter", "kept", "setter")

    def __init__(self, getter: Value, setter: Value | None = None, *, kept: bool = False) -> None:
        self.getter = getter
        self.setter = setter
        self.kept = kept


class Parent(Value):
    """``super()``: an object or class, seen through the classes that come after one of its own."""

    __slots__ = ("after", "receiver")

    def __init__(self, receiver: Instance | Class, after: Class | None) -> None:
        self.receiver = receiver
        self.after = after

    def lookup(self, name: str) -> Value | None:
        """An attribute of the first of those classes that has it."""
        kind = self.receiver.kind if isinstance(self.receiver, Instance) else self.receiver
        lineage = kind.lineage
        start = lineage.index(self.after) + 1 if self.after in lineage else 1
        return next((later.fields[name] for later in lineage[start:] if name in later.fields), None)


class Arguments(NamedTuple):
    """What a function of the program is called with; open_ended: ``*args`` or ``**kwargs`` may hold more."""

    positional: tuple[Value, ...]
    keywords: dict[str, Value]
    open_ended: bool = False


class Managed(Value):
    """The call of a function that manages a context: it runs when a block is entered, around the block."""

    __slots__ = ("arguments", "function")

    def __init__(self, function: Function, arguments: Arguments) -> None:
        self.function = function
        self.arguments = arguments


class Alternatives(Value):
    """One of several callables, not known which: what a dictionary of functions gives for an unknown key."""

    __slots__ = ("options",)

    def __init__(self, options: tuple[Value, ...]) -> None:
        self.options = options


def field_names(kind: Class) -> list[str]:
    """The annotated names of a class and of those that it descends from, in the order of their parameters."""
    found: dict[str, None] = {}
    for part in reversed(kind.lineage):
        for statement in part.node.body:
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                found[statement.target.id] = None
    return list(found)


def items_of(value: Instance) -> list[Value] | None:
    """The fields of a named tuple in their order, None of any other object."""
    if _TUPLES.isdisjoint(value.kind.library_bases()):
        return None
    names = field_names(value.kind)
    found = [value.fields.get(name) or value.kind.lookup(name) for name in names]
    return [part for part in found if part is not None] if None not in found else None


def item_name(key: object) -> str:
    """Under which of its fields an object that descends from a mapping keeps the item of a key."""
    return f"[{key!r}]"
