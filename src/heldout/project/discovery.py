"""Which files are reviewed: those named, and the scripts and notebooks in the directories named."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from heldout.text.places import Note

DEFAULT_EXCLUDES: tuple[str, ...] = (
    ".bzr",
    ".direnv",
    ".dvc",
    ".eggs",
    ".git",
    ".git-rewrite",
    ".hg",
    ".ipynb_checkpoints",
    ".mypy_cache",
    ".nox",
    ".pants.d",
    ".pyenv",
    ".pytest_cache",
    ".pytype",
    ".ruff_cache",
    ".svn",
    ".tox",
    ".venv",
    ".vscode",
    "__pypackages__",
    "_build",
    "buck-out",
    "build",
    "dist",
    "lightning_logs",
    "mlruns",
    "node_modules",
    "outputs",
    "site-packages",
    "venv",
    "wandb",
)
"""What is left out of directories unless the configuration says otherwise."""

SUFFIXES = (".py", ".ipynb")
"""The files that are taken from a directory."""

# The walker names its path and the system's words in one sentence, and has no fields for them.
_WALK_ERROR = re.compile(r"IO error for operation on (?P<path>.*): (?P<reason>.*?)(?: \(os error \d+\))?$", re.DOTALL)

_SPECIAL_IN_GLOBS = frozenset("[]{}\\!")


class Discovery(NamedTuple):
    """What was found: `files` in order and without doubles, `notes` on directories that could not be walked, and
    `missing`, the named paths that do not exist (each has a note too)."""

    files: list[str]
    notes: list[Note]
    missing: list[str]


def discover(
    paths: Sequence[str], *, exclude: Sequence[str] = DEFAULT_EXCLUDES, respect_gitignore: bool = True
) -> Discovery:
    """Find the files to review.

    A file that is named is taken whatever its suffix. A directory that is named is walked for `SUFFIXES`, without what
    `exclude` or, in a walk with `respect_gitignore`, the project's ignore files leave out; links to directories are
    not followed. Names stay relative to what the user named. Raises nothing for paths that cannot be read.
    """
    files: list[str] = []
    notes: list[Note] = []
    missing: list[str] = []
    for named in paths:
        path = _tidy(named)
        if os.path.isdir(path):
            files += _walk(path, _Excludes(exclude), respect_gitignore, notes)
        elif os.path.exists(path):
            files.append(path)
        else:
            missing.append(named)
            notes.append(Note(named, None, None, "does not exist; correct the path."))
    return Discovery(_without_doubles(files), notes, missing)


def is_excluded(path: str, exclude: Sequence[str] = DEFAULT_EXCLUDES) -> bool:
    """Tell whether a path, or a directory on the way to it, matches a pattern of `exclude`."""
    return _Excludes(exclude).covers(_tidy(path))


class _Excludes:
    """Patterns without a slash, which are for the names of files and directories, and with one, for their paths."""

    __slots__ = ("_directories", "_name", "_route", "names")

    def __init__(self, exclude: Sequence[str]) -> None:
        import fnmatch

        patterns = [pattern.removeprefix("./").removeprefix("**/").rstrip("/") for pattern in exclude]
        self.names = [pattern for pattern in patterns if pattern and "/" not in pattern]
        routes = [pattern for pattern in patterns if "/" in pattern]
        self._name = re.compile("|".join(map(fnmatch.translate, self.names))) if self.names else None
        self._route = re.compile("|".join(map(fnmatch.translate, routes))) if routes else None
        self._directories: dict[str, bool] = {"": False, os.sep: False}

    def covers(self, path: str, root: str = "") -> bool:
        """Tell whether `path`, or a directory between it and `root`, is excluded; `root` itself is what was asked for."""
        if path == root:
            return False
        head, name = os.path.split(path)
        if head not in self._directories:
            self._directories[head] = self.covers(head, root)
        return self._directories[head] or self._matches(path, name)

    def _matches(self, path: str, name: str) -> bool:
        if self._name is not None and self._name.match(name):
            return True
        return self._route is not None and bool(self._route.match(path) or self._route.match(os.path.abspath(path)))


def _tidy(path: str) -> str:
    """Drop `./` and doubled slashes; `..` stays, since it may follow a link."""
    parts = path.split(os.sep)
    kept = [part for index, part in enumerate(parts) if part not in ("", ".") or index == 0 and part == ""]
    return os.sep.join(kept) if kept not in ([], [""]) else (os.sep if path.startswith(os.sep) else ".")


def _walk(root: str, excludes: _Excludes, respect_gitignore: bool, notes: list[Note]) -> list[str]:
    """Give the scripts and notebooks under `root` in the order of the walk."""
    # Only a walk needs these two, and the walker fails unless pathlib is there before it yields.
    import pathlib

    import rignore

    in_repository = _in_repository(root)
    walker = rignore.walk(
        pathlib.Path(root),
        ignore_hidden=False,
        read_ignore_files=respect_gitignore,
        read_git_ignore=respect_gitignore,
        read_global_git_ignore=respect_gitignore,
        read_git_exclude=respect_gitignore,
        # Outside of a repository, the ignore files above the walked directory are about something else.
        read_parents_ignores=respect_gitignore and in_repository,
        require_git=in_repository,
        follow_links=False,
        # Names are left out by the walker, which then need not enter them; what is not a plain name is judged below.
        overrides=[f"!{name}" for name in excludes.names if not _SPECIAL_IN_GLOBS.intersection(name)] or None,
    )
    files: list[str] = []
    while True:
        try:
            entry = next(walker)
        except StopIteration:
            return files
        except (OSError, ValueError) as error:
            notes.append(_walk_note(root, error))
            continue
        path = _tidy(os.fspath(entry)) if entry is not None else root
        if path.lower().endswith(SUFFIXES) and _is_file(path) and not excludes.covers(path, root):
            files.append(path)


def _is_file(path: str) -> bool:
    """Tell whether there is something other than a directory; links that lead nowhere are editors' locks, mostly."""
    return os.path.exists(path) and not os.path.isdir(path)


def _walk_note(root: str, error: OSError | ValueError) -> Note:
    if isinstance(error, ValueError):
        return Note(root, None, None, "has a file whose name is not UTF-8, which was skipped; rename it.")
    match = _WALK_ERROR.search(str(error))
    if match is None:
        return Note(root, None, None, f"could not be walked wholly: {error}.")
    return Note(_tidy(match["path"]), None, None, f"could not be walked: {match['reason']}.")


def _in_repository(path: str) -> bool:
    directory = os.path.abspath(path)
    while not os.path.exists(os.path.join(directory, ".git")):
        parent = os.path.dirname(directory)
        if parent == directory:
            return False
        directory = parent
    return True


def _without_doubles(paths: Iterable[str]) -> list[str]:
    """Sort, and keep one name of each file: the plainest, a link only if its target is not among them."""
    directories: dict[str, str] = {}
    chosen: dict[str, tuple[bool, int, str]] = {}
    for path in paths:
        head, tail = os.path.split(path)
        if head not in directories:
            directories[head] = os.path.realpath(head or ".")
        is_link = os.path.islink(path)
        file = os.path.realpath(path) if is_link else os.path.join(directories[head], tail)
        candidate = (is_link, len(path), path)
        if file not in chosen or candidate < chosen[file]:
            chosen[file] = candidate
    return sorted(path for *_, path in chosen.values())
