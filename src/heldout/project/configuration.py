"""Settings: their defaults, the files that say otherwise, and the command line, which has the last word.

The nearest of ``heldout.toml``, ``.heldout.toml`` and ``pyproject.toml`` with a ``[tool.heldout]`` table counts, looked
for from the reviewed path upwards; files are not merged.
"""

import os
from collections.abc import Callable, Mapping
from typing import NamedTuple

from heldout.finding import LEVELS
from heldout.libraries.roles import NO_ROLES, ROLES, Roles
from heldout.project.selection import ALL, Selection, demand_known
from heldout.project.usage import UsageError, suggestion

OWN_FILES = ("heldout.toml", ".heldout.toml")
SHARED_FILE = "pyproject.toml"
THRESHOLDS = (*LEVELS, "never")


class Settings(NamedTuple):
    """How to review.

    root: the folder that the globs are relative to.  source: the file that said it, or None.  roles: what the project's
    own functions and columns mean.
    """

    select: tuple[str, ...] = (ALL,)
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    fail_on: str = "warning"
    advice: bool = False
    force_exclude: bool = False
    root: str = ""
    source: str | None = None
    roles: Roles = NO_ROLES

    def selection(self, path: str | None = None) -> Selection:
        """The rules to run, on `path` if one is given."""
        ignored = list(self.ignore)
        for glob, selectors in self.per_file_ignores:
            if path is not None and matches(path, glob, self.root):
                ignored += selectors
        advice = self.advice or self.fail_on == "advice"
        return Selection(self.select, ignored, self.extend_select, dict(self.levels), advice)

    def excludes(self, path: str) -> bool:
        """Whether `path` is left out when it is found, and not named."""
        return any(matches(path, glob, self.root) for glob in self.exclude)


def matches(path: str, glob: str, root: str) -> bool:
    """Whether `glob` names the file, a folder above it (both below `root`), or a last part of either."""
    from fnmatch import fnmatchcase

    parts = os.path.relpath(path, root or ".").split(os.sep)
    wanted = glob.rstrip("/").removeprefix("./")
    above = ["/".join(parts[: count + 1]) for count in range(len(parts))]
    return any(fnmatchcase(each, wanted) for each in (*above, *parts))


def configure(start: str, config: str | None = None, isolated: bool = False) -> Settings:
    """The settings for `start`, a file or folder: defaults if `isolated`, else what a file says.

    config: the file to read instead of the nearest one, or TOML such as ``fail-on = "error"``.
    Raises `UsageError` for a file that cannot be read or says something unknown.
    """
    if config is not None and not os.path.isfile(config):
        if "=" not in config:
            raise UsageError(f"--config: there is no file '{config}'")
        return _settings(_parse(config.encode(), "--config"), "--config", os.getcwd())
    if config is not None:
        return _read(config) or Settings(root=os.path.dirname(os.path.abspath(config)), source=config)
    return (None if isolated else _nearest(start)) or Settings(root=os.getcwd())


def _nearest(start: str) -> Settings | None:
    folder = os.path.abspath(start)
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    while True:
        for name in (*OWN_FILES, SHARED_FILE):
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (found := _read(path)) is not None:
                return found
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _read(path: str) -> Settings | None:
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise UsageError(f"{path}: the configuration cannot be read: {error.strerror}") from error
    shared = os.path.basename(path) == SHARED_FILE
    if shared and b"heldout" not in data:
        return None
    table = _parse(data, path)
    if shared:
        tools = table.get("tool")
        if not isinstance(tools, dict) or not isinstance(tools.get("heldout"), dict):
            return None
        table = tools["heldout"]
    return _settings(table, path, os.path.dirname(os.path.abspath(path)))


def _parse(data: bytes, said_by: str) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{said_by}: this is no valid TOML: {error}") from error


def _settings(table: Mapping[str, object], said_by: str, root: str) -> Settings:
    values: dict[str, object] = {}
    for key, value in table.items():
        if key not in READERS:
            raise UsageError(f"{said_by}: unknown setting '{key}'{suggestion(key, READERS)}")
        values[key.replace("-", "_")] = READERS[key](value, f"{said_by}: {key}")
    return Settings(root=root, source=said_by)._replace(**values)  # type: ignore[arg-type]


def _strings(value: object, said_by: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise UsageError(f"{said_by}: a list of strings is expected")
    return tuple(value)


def _selectors(value: object, said_by: str) -> tuple[str, ...]:
    selectors = _strings(value, said_by)
    demand_known(selectors, said_by)
    return selectors


def _truth(value: object, said_by: str) -> bool:
    if not isinstance(value, bool):
        raise UsageError(f"{said_by}: true or false is expected")
    return value


def _one_of(words: tuple[str, ...], value: object, said_by: str) -> str:
    if not isinstance(value, str) or value not in words:
        raise UsageError(f"{said_by}: one of {', '.join(words)} is expected")
    return value


def _threshold(value: object, said_by: str) -> str:
    return _one_of(THRESHOLDS, value, said_by)


def _table(value: object, said_by: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise UsageError(f"{said_by}: a table is expected")
    return value


def _levels(value: object, said_by: str) -> tuple[tuple[str, str], ...]:
    table = _table(value, said_by)
    demand_known(table, said_by)
    return tuple((selector, _one_of(LEVELS, level, f"{said_by}.{selector}")) for selector, level in table.items())


def _roles(value: object, said_by: str) -> Roles:
    table = _table(value, said_by)
    for role in table:
        if role not in ROLES:
            raise UsageError(f"{said_by}: unknown role '{role}'{suggestion(role, ROLES)}")
    return Roles({role: _strings(patterns, f"{said_by}.{role}") for role, patterns in table.items()})


def _ignores(value: object, said_by: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = _table(value, said_by)
    return tuple((glob, _selectors(selectors, f"{said_by}.'{glob}'")) for glob, selectors in table.items())


READERS: dict[str, Callable[[object, str], object]] = {
    "select": _selectors,
    "ignore": _selectors,
    "extend-select": _selectors,
    "exclude": _strings,
    "levels": _levels,
    "per-file-ignores": _ignores,
    "fail-on": _threshold,
    "advice": _truth,
    "force-exclude": _truth,
    "roles": _roles,
}
"""What each setting takes."""
