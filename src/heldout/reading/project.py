"""The project's own modules: read when the program imports them, each once, into a scope of its own."""

import ast
import os

from heldout.reading.reader import Reader, Running
from heldout.reading.scopes import Scope, starred
from heldout.reading.values import Constant, Library, Listing, Value
from heldout.text.modules import Finder, ModuleFile, statements_of

_MOST_MODULES = 200
_DEEPEST_IMPORT = 25
_STATEMENTS_PER_LINE = 2


class Module(Value):
    """A module of the project, with the scope that its code has filled."""

    __slots__ = ("file", "scope")

    def __init__(self, file: ModuleFile, scope: "Scope") -> None:
        self.file = file
        self.scope = scope


class Project:
    """The modules that one program has imported so far, by where they are."""

    __slots__ = ("_depth", "_modules", "finder")

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self._depth = 0
        self._modules: dict[str, Module] = {}

    def named(self, reader: Reader, name: str, level: int = 0) -> Module | None:
        """The module that an import statement names, read if it is not yet; None if it is not the project's."""
        parts = name.split(".") if name else []
        file = self._first(reader, parts, level)
        module = self._read(reader, file) if file is not None else None
        for part in parts:
            module = self.submodule(reader, module, part) if module is not None else None
        return module

    def submodule(self, reader: Reader, package: Module, name: str) -> Module | None:
        """The module `name` inside a package."""
        file = self.finder.inside(package.file, name)
        return self._read(reader, file) if file is not None else None

    def late(self, reader: Reader, scope: Scope, name: str, *, stars: bool = True) -> Value | None:
        """What a package hands on under a name from modules that are read now; None if it hands on no such name."""
        if name in scope.late:
            module, level, there = scope.late.pop(name)
            own = self._from(reader, scope, module, level)
            found = member(reader, own, there) if own is not None else None
            scope.names[name] = found = found or unread(module, there)
            return found
        while stars and scope.late_stars and name not in scope.names:
            # Of two modules that have a name the later one is heard.
            own = self._from(reader, scope, *scope.late_stars.pop())
            if own is not None:
                scope.stars += [origin for origin in own.scope.stars if origin not in scope.stars]
                for handed_on, value in public(reader, own).items():
                    scope.names.setdefault(handed_on, value)
        return scope.names.get(name)

    def _from(self, reader: Reader, scope: Scope, module: str, level: int) -> Module | None:
        outer, reader.scope = reader.scope, scope
        found = self.named(reader, module, level)
        reader.scope = outer
        return found

    def _first(self, reader: Reader, parts: list[str], level: int) -> ModuleFile | None:
        if level:
            return self.finder.package(reader.path, level)
        return self.finder.top(parts.pop(0), reader.path) if parts else None

    def _read(self, reader: Reader, file: ModuleFile) -> Module | None:
        """The module in a file; one that is being read, as modules that import one another are, has what it has so far."""
        key = file.path or file.folder or ""
        known = self._modules.get(key)
        if known is not None:
            return known
        if reader.exhausted or len(self._modules) >= _MOST_MODULES or self._depth >= _DEEPEST_IMPORT:
            return None
        module = self._modules[key] = Module(file, Scope(None, path=file.path or "", name=file.name))
        statements = statements_of(file.path) if file.path is not None else ()
        if statements:
            reader.budget += _STATEMENTS_PER_LINE * (statements[-1].end_lineno or 1)
            self._depth += 1
            _run(reader, module, statements)
            self._depth -= 1
        return module


def _run(reader: Reader, module: Module, statements: "tuple[ast.stmt, ...]") -> None:
    """Run a module as Python does at its first import: apart from the loop, branch and call that the import stands in."""
    outer = reader.scope, reader.loops, reader.turns, reader.varying
    events = len(reader.trace.events)
    already = reader.from_imports
    journals = reader.store.pause()
    reader.scope, reader.loops, reader.turns, reader.varying = module.scope, 0, 0, []
    reader.running.append(Running(reader))
    reader.run(statements)
    reader.running.pop()
    reader.scope, reader.loops, reader.turns, reader.varying = outer
    reader.store.resume(journals)
    reader.from_imports = already + reader.happened(events)
    reader.trace.at_import.update(event.place for event in reader.trace.events[events:])


def member(reader: Reader, module: Module, name: str) -> Value | None:
    """``module.name``: what the module binds, or a module inside it; None if it has no such name."""
    scope, project = module.scope, reader.project
    found = scope.names.get(name) or starred(scope, name)
    if found is not None or project is None:
        return found
    return (
        project.late(reader, scope, name, stars=False)
        or project.submodule(reader, module, name)
        or project.late(reader, scope, name)
    )


def put_off(reader: Reader, node: ast.ImportFrom) -> bool:
    """Note what a package hands on from its modules, to be read when it is asked for; whether that was done.

    Of such a package a program most often needs one name, and its modules only define.
    """
    scope = reader.scope
    package = os.path.basename(scope.path) == "__init__.py" and scope is scope.module and scope is not reader.module
    if not package or not node.level or reader.project is None:
        return False
    for alias in node.names:
        if alias.name == "*":
            scope.late_stars.append((node.module or "", node.level))
        else:
            scope.late[alias.asname or alias.name] = (node.module or "", node.level, alias.name)
    return True


def public(reader: Reader, module: Module) -> dict[str, Value]:
    """What ``from module import *`` brings."""
    project = reader.project
    if project is not None:
        for name in list(module.scope.late):
            project.late(reader, module.scope, name)
        project.late(reader, module.scope, "")
    names = module.scope.names
    listed = names.get("__all__")
    if isinstance(listed, Listing) and not listed.open:
        chosen = [item.value for item in listed.items if isinstance(item, Constant)]
        return {name: names[name] for name in chosen if name in names}
    return {name: value for name, value in names.items() if not name.startswith("_")}


def unread(module: str, name: str) -> Library:
    """A name of a module that could not be read."""
    return Library(f".{module}.{name}")
