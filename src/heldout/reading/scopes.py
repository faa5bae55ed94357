"""Scopes: where a name is looked up, and what an unbound one means."""

import builtins
from typing import TYPE_CHECKING

from heldout import libraries
from heldout.reading.values import FALSE, NONE, TRUE, Constant, Library, Scalar, Table, Value

if TYPE_CHECKING:
    from heldout.reading.reader import Reader

_BUILTINS = frozenset(dir(builtins))


class Scope:
    """The names of a module, class or call."""

    __slots__ = ("declared", "enclosing", "module", "names", "stars", "title")

    def __init__(self, enclosing: "Scope | None", title: str = "") -> None:
        self.enclosing = enclosing
        self.names: dict[str, Value] = {}
        self.declared: dict[str, Scope] = {}
        self.title = title
        self.module: Scope = enclosing.module if enclosing is not None else self
        self.stars: list[str] = []

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
        return Constant("__main__")
    if name.startswith("__") and name.endswith("__") and name not in _BUILTINS:
        return Scalar(text=True)
    if name in _BUILTINS:
        return {"True": TRUE, "False": FALSE, "None": NONE}.get(name) or Library("builtins." + name)
    return _unbound(reader, scope.module, name)


def _unbound(reader: "Reader", module: Scope, name: str) -> Value:
    for starred in module.stars:
        qualified = libraries.star_import(starred, name)
        if qualified is not None:
            return Library(qualified)
    qualified = _CONVENTIONS.get(name) or libraries.known_name(name)
    if qualified is not None:
        return Library(qualified)
    made = Table(reader.space.base(("name", name), name), reader.own_columns(("name", name)), word=name)
    reader.store.bind(module.names, name, made)
    return made


#: Module names that mean the same everywhere, for pieces of programs that show no import.
_CONVENTIONS = {"np": "numpy", "pd": "pandas", "plt": "matplotlib.pyplot", "torch": "torch", "tf": "tensorflow"}
