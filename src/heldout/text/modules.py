"""The files behind import statements: a project's own modules, found on disk and parsed once.

Nothing is imported or run.  A module is looked for where Python would find it when the program is started in its own
folder or from a folder above it up to the project's, each with its ``src`` folder, so that no path has to be configured.
"""

import ast
import os
import re
import sys
from collections.abc import Callable, Container
from functools import lru_cache
from typing import NamedTuple

from heldout.text.source import LARGEST_SCRIPT, read_source

_MARKERS = (
    ".git",
    ".hg",
    "pyproject.toml",
    "setup.py",
    "setup.cfg",
    "requirements.txt",
    "environment.yml",
    "heldout.toml",
    ".heldout.toml",
    "README.md",
    "README.rst",
)
_HIGHEST = 8
_MOST_LOOKED_INTO = 50
_SOURCES = "src"
_INITIAL = "__init__.py"
#: Notebooks are imported by ``%run`` and by hooks that some projects install.
_SUFFIXES = (".py", ".ipynb")
#: A line that imports something; in a notebook it stands in a string of JSON.
_IMPORT = re.compile(
    rb'^[ \t"]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+\(?([\w, \t]*)|import[ \t]+([\w.]+))', re.MULTILINE
)


class ModuleFile(NamedTuple):
    """Where a module of the project is.

    name: dotted, from the project's folder (``src.shop.data``).  path: its file, None for a folder without
    ``__init__.py``.  folder: where its submodules are, None if it is no package.
    """

    name: str
    path: str | None
    folder: str | None


class Finder:
    """Finds the modules that the program at `path` imports.

    libraries: names that mean installed libraries, unless a file of that name stands beside the program.
    root: the highest folder that is looked into.
    """

    __slots__ = ("_absolute", "_found", "_libraries", "_script_folder", "extra", "root")

    def __init__(self, path: str, libraries: Container[str] = (), root: str | None = None) -> None:
        self._libraries = libraries
        full = os.path.abspath(path)
        self._absolute = os.path.isabs(path)
        self._script_folder = os.path.dirname(full)
        self._found: dict[tuple[str, str], ModuleFile | None] = {}
        self.extra: list[str] = []
        self.root = root if root is not None else project_folder(self._script_folder)

    def name_of(self, path: str) -> str:
        """The dotted name of the file at `path`, from the project's folder."""
        inside = os.path.relpath(os.path.abspath(path), self.root)
        name = os.path.splitext(inside)[0].replace(os.sep, ".")
        return name.removesuffix(".__init__").lstrip(".")

    def size_of(self, path: str) -> int | None:
        """The size in bytes of a data file as the program names it, beside itself or in the project's folder, if it is there.

        The file is not opened.
        """
        for folder in (self._script_folder, self.root):
            try:
                return os.stat(os.path.join(folder, path)).st_size
            except (OSError, ValueError):
                continue
        return None

    def top(self, name: str, importer: str) -> ModuleFile | None:
        """The module `name`, without dots, as the file `importer` sees it."""
        key = (name, os.path.dirname(os.path.abspath(importer)))
        if key not in self._found:
            self._found[key] = self._top(name, key[1])
        return self._found[key]

    def inside(self, package: ModuleFile, name: str) -> ModuleFile | None:
        """The module `name` of a package."""
        if package.folder is None:
            return None
        return self._in_folder(package.folder, name) or self._namespace(package.folder, name)

    def package(self, importer: str, level: int) -> ModuleFile | None:
        """The package that ``from .`` (level 1), ``from ..`` (level 2) mean in the file `importer`."""
        folder = os.path.dirname(os.path.abspath(importer))
        for _ in range(level - 1):
            folder = os.path.dirname(folder)
        if not _is_within(folder, self.root):
            return None
        initial = os.path.join(folder, _INITIAL)
        return self._made(folder, initial if os.path.isfile(initial) else None, folder)

    def add_folder(self, folder: str) -> None:
        """Look into one more folder, given as the program writes it: relative to its own or absolute."""
        full = os.path.normpath(os.path.join(self._script_folder, folder))
        if _is_within(full, self.root) and full not in self.extra:
            self.extra.append(full)
            self._found.clear()

    def mentioned(self, data: bytes, importer: str) -> "list[ModuleFile]":
        """The modules of the project that a file with these bytes seems to import, without parsing it."""
        found: list[ModuleFile] = []
        for origin, members, plain in _IMPORT.findall(data):
            dotted = (origin or plain).decode()
            module = self.named(dotted.lstrip("."), len(dotted) - len(dotted.lstrip(".")), importer)
            if module is None:
                continue
            parts = (self.inside(module, part.split()[0]) for part in members.decode().split(",") if part.split())
            found += [module, *(part for part in parts if part is not None)]
        return found

    def named(self, name: str, level: int, importer: str) -> ModuleFile | None:
        """The module that ``from <dots><name> import`` means in the file `importer`."""
        parts = name.split(".") if name else []
        module = self.package(importer, level) if level else self.top(parts.pop(0), importer) if parts else None
        for part in parts:
            module = self.inside(module, part) if module is not None else None
        return module

    def _top(self, name: str, importing: str) -> ModuleFile | None:
        if name in sys.stdlib_module_names or name in self._libraries:
            # Only beside the script that is started does a file hide a library of its name.
            is_script = not os.path.isfile(os.path.join(self._script_folder, _INITIAL))
            return self._in_folder(self._script_folder, name) if is_script else None
        folders = self._folders(importing)
        found = (self._in_folder(folder, name) for folder in folders)
        plain = next((module for module in found if module is not None), None)
        if plain is not None:
            return plain
        spread = (self._namespace(folder, name) for folder in folders)
        return next((module for module in spread if module is not None), None)

    def _folders(self, importing: str) -> list[str]:
        """Where a module may be, the nearest folder first."""
        folders = [self._script_folder, *self.extra]
        folder = importing
        while _is_within(folder, self.root):
            folders += [folder, os.path.join(folder, _SOURCES)]
            if folder == self.root:
                break
            folder = os.path.dirname(folder)
        return list(dict.fromkeys(folders))

    def _in_folder(self, folder: str, name: str) -> ModuleFile | None:
        package = os.path.join(folder, name)
        initial = os.path.join(package, _INITIAL)
        if os.path.isfile(initial):
            return self._made(package, initial, package)
        for suffix in _SUFFIXES:
            if os.path.isfile(package + suffix):
                return self._made(package, package + suffix, None)
        return None

    def _namespace(self, folder: str, name: str) -> ModuleFile | None:
        package = os.path.join(folder, name)
        return self._made(package, None, package) if os.path.isdir(package) else None

    def _made(self, full: str, path: str | None, folder: str | None) -> ModuleFile:
        if path is not None and not self._absolute:
            path = os.path.relpath(path)
        return ModuleFile(self.name_of(full), path, folder)


@lru_cache(maxsize=1024)
def project_folder(own: str) -> str:
    """The highest folder of the project that the files of the folder `own`, given in full, belong to.

    It is the nearest repository around it, else the highest folder that looks like the top of a project, else the
    folder itself, or that of the package that it is in.
    """
    folder = own
    while os.path.isfile(os.path.join(own, _INITIAL)):
        own = os.path.dirname(own)
    found = own
    for _ in range(_HIGHEST):
        above = os.path.dirname(folder)
        if above == folder or folder == os.path.expanduser("~"):
            break
        marks = [marker for marker in _MARKERS if os.path.exists(os.path.join(folder, marker))]
        if marks and len(folder) < len(found):
            found = folder
        if ".git" in marks or ".hg" in marks:
            break
        folder = above
    return found


def leads_to(finder: Finder, path: str, data: bytes, wanted: Callable[[bytes], bool]) -> bool:
    """Whether a file with these bytes imports, perhaps by way of others, a module of the project that is `wanted`."""
    waiting = finder.mentioned(data, path)
    seen: set[str] = set()
    while waiting and len(seen) < _MOST_LOOKED_INTO:
        module = waiting.pop().path
        if module is None or module in seen:
            continue
        seen.add(module)
        with open(module, "rb") as file:
            inside = file.read(LARGEST_SCRIPT)
        if wanted(inside):
            return True
        waiting += finder.mentioned(inside, module)
    return False


def statements_of(path: str) -> "tuple[ast.stmt, ...]":
    """The statements of the module at `path`, none if it is no file of Python; parsed anew only when it has changed."""
    try:
        status = os.stat(path)
    except OSError:
        return ()
    if status.st_size > LARGEST_SCRIPT:
        return ()
    return _parsed(os.path.abspath(path), status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=256)
def _parsed(path: str, changed: int, size: int) -> "tuple[ast.stmt, ...]":
    return tuple(read_source(path).parse())


def _is_within(folder: str, root: str) -> bool:
    return folder == root or folder.startswith(root.rstrip(os.sep) + os.sep)
