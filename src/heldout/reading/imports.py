"""Imports: what names mean libraries."""

import ast

from heldout.reading.reader import Reader
from heldout.reading.values import Library


def plain(reader: Reader, node: ast.Import) -> None:
    """``import a.b as c``."""
    for alias in node.names:
        root = alias.name.partition(".")[0]
        reader.trace.imports.add(root)
        target = alias.asname or root
        reader.store.bind(reader.scope.holder(target).names, target, Library(alias.name if alias.asname else root))


def members(reader: Reader, node: ast.ImportFrom) -> None:
    """``from a import b as c``; names of the program's own modules stay unknown."""
    module = node.module or ""
    if not node.level:
        reader.trace.imports.add(module.partition(".")[0])
    for alias in node.names:
        if alias.name == "*":
            if not node.level:
                reader.scope.module.stars.append(module)
            continue
        target = alias.asname or alias.name
        names = reader.scope.holder(target).names
        if node.level or not module:
            reader.store.bind(names, target, Library("." + module + "." + alias.name))
        else:
            reader.store.bind(names, target, Library(f"{module}.{alias.name}"))
