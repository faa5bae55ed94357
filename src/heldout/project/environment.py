"""What a project says of the libraries it needs: requirements with or without exact versions, and lock files."""

import os
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

LOCKS = frozenset(
    """uv.lock poetry.lock pdm.lock Pipfile.lock conda-lock.yml conda-lock.yaml pixi.lock pylock.toml""".split()
)
_CONDA = frozenset({"environment.yml", "environment.yaml", "conda.yml", "conda.yaml"})
_REQUIREMENTS = re.compile(r"requirements.*\.(txt|in)|.*[-_]requirements\.txt", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EXACT = re.compile(r"={2,3}\s*[0-9A-Za-z][^*,;\s]*\s*(;|$)|@\s*\S+")
_CONDA_EXACT = re.compile(r"={1,2}\s*[0-9][^*,\s]*$")
_COMMENT = re.compile(r"(^|\s)#.*")
_LARGEST = 1_000_000


class Requirement(NamedTuple):
    """A library that a project says it needs; exact: in one version only.  line: None where the file is not read by lines."""

    name: str
    exact: bool
    path: str
    line: int | None


class Environment(NamedTuple):
    """The lock files of a project, and the libraries that its other files ask for."""

    locks: tuple[str, ...]
    requirements: tuple[Requirement, ...]


def environment(folders: Iterable[str]) -> Environment:
    """What the files in these folders say; what cannot be read or parsed says nothing."""
    locks: list[str] = []
    found: list[Requirement] = []
    for folder in folders:
        for name in sorted(_names(folder)):
            path = os.path.normpath(os.path.join(folder, name))
            if name in LOCKS or (name.startswith("pylock.") and name.endswith(".toml")):
                locks.append(path)
            elif _REQUIREMENTS.fullmatch(name):
                found += _of_lines(path, _text(path))
            elif name in _CONDA:
                found += _of_conda(path, _text(path))
            elif name == "pyproject.toml":
                found += _of_pyproject(path, _text(path))
            elif name == "setup.cfg":
                found += _of_setup(path, _text(path))
    return Environment(tuple(locks), tuple(one for one in found if one.name != "python"))


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(_LARGEST)
    except OSError:
        return ""


def _of_lines(path: str, text: str) -> Iterator[Requirement]:
    """``requirements.txt``: one library a line, options and what is commented out aside."""
    for number, line in enumerate(text.splitlines(), 1):
        written = _COMMENT.sub("", line).strip()
        if written and not written.startswith(("-", "--")):
            yield from _requirement(written.rstrip("\\").split(" --hash")[0].strip(), path, number)


def _requirement(written: str, path: str, line: int | None) -> Iterator[Requirement]:
    name = _NAME.match(written)
    if name is not None:
        yield Requirement(name[0].lower(), bool(_EXACT.search(written)), path, line)


def _of_conda(path: str, text: str) -> Iterator[Requirement]:
    """``environment.yml``: the items of its lists, those of ``pip`` included; ``name=1.2`` is exact there."""
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        written = _COMMENT.sub("", line).strip()
        if line[:1].isalpha():
            section = written.partition(":")[0]
        elif section == "dependencies" and written.startswith("- ") and not written.endswith(":"):
            item = written[2:].strip().strip("\"'")
            name = _NAME.match(item.rpartition("::")[2])
            if name is not None:
                yield Requirement(name[0].lower(), bool(_CONDA_EXACT.search(item)), path, number)


def _of_pyproject(path: str, text: str) -> Iterator[Requirement]:
    """The dependencies of a project as the standard table and Poetry's write them."""
    import tomllib

    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    project = document.get("project", {})
    written = [*_texts(project.get("dependencies"))] if isinstance(project, dict) else []
    for one in written:
        yield from _requirement(one, path, None)
    poetry = document.get("tool", {}).get("poetry", {}).get("dependencies", {})
    for name, version in poetry.items() if isinstance(poetry, dict) else ():
        text_of = version.get("version", "") if isinstance(version, dict) else version
        exact = str(text_of)[:1].isdigit() or str(text_of)[:2] == "=="
        yield Requirement(str(name).lower(), exact, path, None)


def _texts(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _of_setup(path: str, text: str) -> Iterator[Requirement]:
    """``install_requires`` of ``setup.cfg``."""
    import configparser

    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(text)
    except configparser.Error:
        return
    for line in parser.get("options", "install_requires", fallback="").splitlines():
        yield from _requirement(line.strip(), path, None)
