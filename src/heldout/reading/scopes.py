"""Scopes: where a name is looked up, and what an unbound one means."""

import builtins
from typing import TYPE_CHECKING

from heldout import libraries
from heldout.reading.values import FALSE, NONE, TRUE, Constant, Library, Scalar, Table, Value

if TYPE_CHECKING:
    from heldout.reading.reader import Reader

MAIN = "__main__"
_BUILTINS = frozenset(dir(builtins))


class Scope:
    """The names of a module, class or call.

    path, name: of a module, its file and its dotted name; the program that is read is ``__main__``.
    late, late_stars: what a package hands on from its modules, by the name that it gives it: module, level and name there;
    and the modules of which it hands everything on.  They are read when a name is asked for.
    """

    __slots__ = ("declared", "enclosing", "late", "late_stars", "module", "name", "names", "path", "stars", "title")

    def __init__(self, enclosing: "Scope | None", title: str = "", *, path: str = "", name: str = MAIN) -> None:
        self.path = path
        self.name = name
        self.enclosing = enclosing
        self.names: dict[str, Value] = {}
        self.declared: dict[str, Scope] = {}
        self.title = title
        self.module: Scope = enclosing.module if enclosing is not None else self
        self.stars: list[str] = []
        self.late: dict[str, tuple[str, int, str]] = {}
        self.late_stars: list[tuple[str, int]] = []

    def holder(self, name: str) -> "Scope":
        """The scope that an assignment to `name` in this one changes."""
        return self.declared.get(name, self)


def lookup(reader: "Reader", scope: Scope, name: str) -> Value:
    """What `name` means here; a name that nothing binds is given rows of its own, once."""
    holder: Scope | None = scope.holder(name)
    while holder is not None:
        found = holder.names.get(name)
        if found is not None:
            return found
        holder = holder.enclosing
    if name == "__name__":
        return Constant(scope.module.name)
    if name.startswith("__") and name.endswith("__") and name not in _BUILTINS:
        return Scalar(text=True)
    if name in scope.module.late or (scope.module.late_stars and name not in _BUILTINS):
        handed_on = reader.project.late(reader, scope.module, name) if reader.project is not None else None
        if handed_on is not None:
            return handed_on
    if name in _BUILTINS:
        return {"True": TRUE, "False": FALSE, "None": NONE}.get(name) or Library("builtins." + name)
    return _unbound(reader, scope.module, name)


def starred(module: Scope, name: str) -> Library | None:
    """What a ``from library import *`` of the module binds `name` to."""
    for origin in module.stars:
        qualified = libraries.star_import(origin, name)
        if qualified is not None:
            return Library(qualified)
    return None


def _unbound(reader: "Reader", module: Scope, name: str) -> Value:
    found = starred(module, name)
    if found is not None:
        return found
    qualified = _CONVENTIONS.get(name) or libraries.known_name(name)
    if qualified is not None:
        return Library(qualified)
    origin = ("name", name) if module is reader.module else ("name", name, module.name)
    made = Table(reader.space.base(origin, name), reader.own_columns(origin), word=name)
    reader.store.bind(module.names, name, made)
    return made


#: Module names that mean the same everywhere, for pieces of programs that show no import.
_CONVENTIONS = {"np": "numpy", "pd": "pandas", "plt": "matplotlib.pyplot", "torch": "torch", "tf": "tensorflow"}
