"""Files of a project that speak for items of the checklist: versioned data, and settings that are kept apart from code."""

import os
import re
from collections.abc import Iterable, Iterator

from heldout.checklist.evidence import Evidence

_SETTINGS = frozenset("params.yaml params.yml MLproject config.yaml config.yml hparams.yaml".split())
_SETTING_FOLDERS = ("conf", "config", "configs")
_RECORDS = {"mlruns": "runs of MLflow", "lightning_logs": "logs of Lightning"}
_LARGEST_INDEX = 50_000_000


def folders_of(root: str, paths: Iterable[str]) -> list[str]:
    """The folders of some files and those on the way to them from the root, the root first."""
    found = {root: None}
    for path in paths:
        folder = os.path.dirname(path) or "."
        chain: list[str] = []
        while folder not in found and folder not in ("", ".", os.sep) and len(chain) < 32:
            chain.append(folder)
            folder = os.path.dirname(folder)
        found.update(dict.fromkeys(reversed(chain)))
    return list(found)


def versioned_data(folders: Iterable[str]) -> Iterator[Evidence]:
    """What keeps versions of data: DVC, Git LFS."""
    for folder in folders:
        for name in _names(folder):
            path = os.path.normpath(os.path.join(folder, name))
            if name in ("dvc.yaml", "dvc.lock") or (name.endswith(".dvc") and os.path.isfile(path)):
                yield Evidence(path, None, None, "DVC keeps the versions of data", True)
            elif name == ".gitattributes":
                yield from _large_files(path)


def _large_files(path: str) -> Iterator[Evidence]:
    for number, line in enumerate(_text(path).splitlines(), 1):
        if "filter=lfs" in line:
            yield Evidence(path, None, number, f"Git LFS keeps the versions of `{line.split()[0]}`", True)


def settings(folders: Iterable[str]) -> Iterator[Evidence]:
    """Files in which settings stand apart from code, so that versions of the code keep them."""
    for folder in folders:
        for name in _names(folder):
            path = os.path.normpath(os.path.join(folder, name))
            if name in _SETTINGS:
                yield Evidence(path, None, None, "settings stand in a file", True)
            elif name in _SETTING_FOLDERS and any(one.endswith((".yaml", ".yml")) for one in _names(path)):
                yield Evidence(path, None, None, "settings stand in a folder of files", True)


def records(folders: Iterable[str]) -> Iterator[Evidence]:
    """Folders that a tracker has left."""
    for folder in folders:
        names = _names(folder)
        for name, what in _RECORDS.items():
            if name in names:
                yield Evidence(os.path.normpath(os.path.join(folder, name)), None, None, f"{what} are here", True)
        if "wandb" in names and any(one.startswith(("run-", "offline-run-")) for one in _names(f"{folder}/wandb")):
            yield Evidence(
                os.path.normpath(os.path.join(folder, "wandb")), None, None, "runs of Weights & Biases are here", True
            )


def standing(source: str, program: str, root: str) -> str | None:
    """The path of a data file of the project that a program names, None if there is none."""
    if not source or "://" in source or os.path.isabs(source):
        return None
    for folder in (os.path.dirname(program) or ".", root):
        path = os.path.normpath(os.path.join(folder, source))
        if os.path.exists(path):
            return path
    return None


class Repository:
    """Which files Git keeps, as its index says; of a folder without Git none."""

    __slots__ = ("_index", "_root")

    def __init__(self, start: str) -> None:
        folder = os.path.abspath(start)
        while not os.path.exists(os.path.join(folder, ".git")) and os.path.dirname(folder) != folder:
            folder = os.path.dirname(folder)
        self._root = folder
        self._index = b""
        path = os.path.join(folder, ".git", "index")
        if os.path.isfile(path) and os.path.getsize(path) <= _LARGEST_INDEX:
            with open(path, "rb") as file:
                self._index = file.read()

    def keeps(self, path: str) -> bool:
        """Whether a file, or one in a folder, is under version control."""
        name = os.path.relpath(os.path.abspath(path), self._root).replace(os.sep, "/").encode()
        end = b"/" if os.path.isdir(path) else b"\0"
        return bool(self._index) and bool(re.search(re.escape(name + end), self._index))


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(100_000)
    except OSError:
        return ""
