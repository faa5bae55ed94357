"""The start of `heldout check` is short because it imports little; this list holds that."""

import os
import subprocess
import sys
from pathlib import Path

import heldout

LEAK = """\
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X = StandardScaler().fit_transform(X)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
"""

FORBIDDEN = {
    "concurrent",
    "dataclasses",
    "difflib",
    "hypothesis",
    "importlib.metadata",
    "inspect",
    "json",
    "logging",
    "multiprocessing",
    "numpy",
    "pandas",
    "pathlib",
    "pygraphviz",
    "random",
    "rich",
    "rignore",
    "shutil",
    "sklearn",
    "sqlite3",
    "subprocess",
    "tokenize",
    "tomllib",
    "unittest",
    "urllib",
}
"""Modules that cost more than they give on the way to one file."""

ALLOWED = {
    "argparse",
    "ast",
    "bisect",
    "collections",
    "contextlib",
    "fnmatch",
    "functools",
    "gettext",
    "hashlib",
    "importlib",
    "keyword",
    "locale",
    "math",
    "operator",
    "posixpath",
    "re",
    "reprlib",
    "copyreg",
    "enum",
    "types",
    "typing",
    "warnings",
    "weakref",
    "copy",
}
"""Standard modules that the start may import, beyond those of the bare interpreter and those written in C."""


def modules(*words: str, folder: Path) -> set[str]:
    """The modules loaded after `heldout` ran with `words`, without those of the bare interpreter."""
    code = f"import sys\nfrom heldout.cli.main import main\nmain({list(words)!r})\nprint('MODULES', *sys.modules)"
    return _listed(code, folder) - _listed("import sys\nprint('MODULES', *sys.modules)", folder)


def _listed(code: str, folder: Path) -> set[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(heldout.__file__).parent.parent)}
    outcome = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder, env=environment
    )
    return set(outcome.stdout.splitlines()[-1].removeprefix("MODULES").split())


def test_review_of_one_file_imports_only_what_is_listed(tmp_path: Path) -> None:
    """A review that finds something imports heldout, and of the standard library only the listed modules."""
    (tmp_path / "leak.py").write_text(LEAK)
    loaded = modules("check", "leak.py", folder=tmp_path)
    roots = {name.partition(".")[0] for name in loaded if not _in_c(name)}
    assert roots - ALLOWED - {"heldout"} == set()
    assert loaded & FORBIDDEN == set()


def test_review_imports_nothing_of_the_picture(tmp_path: Path) -> None:
    """A review that finds a leak does not load what could draw it."""
    (tmp_path / "leak.py").write_text(LEAK)
    assert not {name for name in modules("check", "leak.py", folder=tmp_path) if name.startswith("heldout.picture")}


def test_dismissed_file_needs_no_reading(tmp_path: Path) -> None:
    """A file without a watched library costs neither the interpreter of programs nor any rule."""
    (tmp_path / "other.py").write_text("print('hello')\n")
    loaded = modules("check", "other.py", folder=tmp_path)
    rules = {name for name in loaded if name.startswith("heldout.rules.")}
    assert rules == {"heldout.rules._index"}
    assert "heldout.reading" not in loaded
    assert loaded & FORBIDDEN == set()


def test_help_and_version_import_almost_nothing(tmp_path: Path) -> None:
    """Asking for the version loads no command and no parser of arguments."""
    loaded = modules("version", folder=tmp_path)
    assert "argparse" not in loaded
    assert "heldout.review" not in loaded


def test_package_is_cheap_to_import(tmp_path: Path) -> None:
    """`import heldout` loads two small modules, since it also happens inside training runs."""
    loaded = _listed("import sys, heldout\nprint('MODULES', *sys.modules)", tmp_path)
    assert {name for name in loaded if name.startswith("heldout")} == {"heldout", "heldout._version"}


def _in_c(name: str) -> bool:
    return name.startswith("_") or name in sys.builtin_module_names
