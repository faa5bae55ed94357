"""Imports: what names mean libraries, and what means the project's own modules."""

import ast

from heldout.reading import project
from heldout.reading.reader import Reader
from heldout.reading.values import Library, Value
from heldout.trace import Import


def plain(reader: Reader, node: ast.Import) -> None:
    """``import a.b as c``."""
    for alias in node.names:
        root = alias.name.partition(".")[0]
        reader.trace.imports.add(root)
        _note(reader, node, alias.name if alias.asname else root, alias.asname or root)
        _bind(reader, alias.asname or root, _plain(reader, alias, root))


def _note(reader: Reader, node: ast.Import | ast.ImportFrom, module: str, name: str, *, member: bool = False) -> None:
    """Note an import at the top level of the program, where a statement may follow it."""
    if reader.scope is reader.module and node.col_offset == 0:
        reader.trace.imported.append(Import(reader.place(node), module, name, member))


def _plain(reader: Reader, alias: ast.alias, root: str) -> Value:
    if reader.project is not None:
        whole = reader.project.named(reader, alias.name)
        found = whole if alias.asname or whole is None else reader.project.named(reader, root)
        if found is not None:
            return found
    return Library(alias.name if alias.asname else root)


def members(reader: Reader, node: ast.ImportFrom) -> None:
    """``from a import b as c``; names of modules that are not there to be read stay unknown."""
    if project.put_off(reader, node):
        return
    module = node.module or ""
    if not node.level:
        reader.trace.imports.add(module.partition(".")[0])
    own = reader.project.named(reader, module, node.level) if reader.project is not None else None
    for alias in node.names:
        if not node.level:
            _note(reader, node, f"{module}.{alias.name}", alias.asname or alias.name, member=True)
        if alias.name == "*":
            _all_of(reader, own, module, node.level)
            continue
        found = project.member(reader, own, alias.name) if own is not None else None
        if found is None:
            unread = node.level or not module
            alone = (reader.place(node), ast.unparse(alias)) if len(node.names) == 1 else None
            found = project.unread(module, alias.name) if unread else Library(f"{module}.{alias.name}", alone)
        _bind(reader, alias.asname or alias.name, found)


def _all_of(reader: Reader, own: project.Module | None, module: str, level: int) -> None:
    stars = reader.scope.module.stars
    if own is None:
        if not level:
            stars.append(module)
        return
    stars += [origin for origin in own.scope.stars if origin not in stars]
    for name, value in project.public(reader, own).items():
        _bind(reader, name, value)


def _bind(reader: Reader, name: str, value: Value) -> None:
    reader.store.bind(reader.scope.holder(name).names, name, value)
