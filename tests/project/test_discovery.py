"""Which files a review takes."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from heldout.project.discovery import DEFAULT_EXCLUDES, discover, is_excluded


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory outside of any repository, untouched by the user's own git settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "no-settings"))
    monkeypatch.setenv("HOME", str(tmp_path / "no-home"))
    return tmp_path


def write(*paths: str, content: str = "") -> None:
    """Make files, and the directories that they need."""
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(content)


def found(*paths: str, exclude: Iterable[str] = DEFAULT_EXCLUDES, respect_gitignore: bool = True) -> list[str]:
    """The files of a discovery that has nothing to say."""
    discovery = discover(paths, exclude=tuple(exclude), respect_gitignore=respect_gitignore)
    assert (discovery.notes, discovery.missing) == ([], [])
    return discovery.files


@pytest.mark.usefixtures("tree")
def test_scripts_and_notebooks_of_a_directory() -> None:
    """A directory gives its scripts and notebooks in order, hidden ones too, named from where the user stands."""
    write(
        "b.py",
        "a/z.ipynb",
        "a/data.csv",
        ".hidden/c.py",
        "a/README",
        "a/.ipynb_checkpoints/z-checkpoint.ipynb",
        "a/D.PY",
    )
    assert found(".") == [".hidden/c.py", "a/D.PY", "a/z.ipynb", "b.py"]
    assert found("a") == found("./a/") == ["a/D.PY", "a/z.ipynb"]


def test_names_follow_the_user(tree: Path) -> None:
    """Absolute names stay absolute, and `..` stays."""
    write("a/x.py", "b/y.py")
    assert found(str(tree / "a")) == [str(tree / "a" / "x.py")]
    os.chdir("b")
    assert found("../a") == ["../a/x.py"]


@pytest.mark.usefixtures("tree")
def test_named_files_are_always_taken() -> None:
    """A file that is named is taken whatever its suffix and though a directory walk would leave it out."""
    write("script.txt", "build/gen.py", "ignored.py", "a.py")
    write(".gitignore", content="ignored.py\n")
    assert found("script.txt", "build/gen.py", "ignored.py") == ["build/gen.py", "ignored.py", "script.txt"]
    assert found("build") == ["build/gen.py"]
    assert found(".") == ["a.py"]


@pytest.mark.usefixtures("tree")
def test_doubles() -> None:
    """A file counts once, however often and in whatever way it is named."""
    write("a/x.py")
    assert found(".", "a", "./a/x.py", "a/../a/x.py") == ["a/x.py"]


@pytest.mark.usefixtures("tree")
def test_ignore_files_of_a_repository() -> None:
    """Ignore files hold from the root of the repository down, nested ones and negations included."""
    write("deep/down/keep.py", "deep/down/drop.py", "deep/other.py", "local.py", "secret/a.py", "x.py")
    Path(".git/info").mkdir(parents=True)
    write(".gitignore", content="drop*\nother.py\n")
    write("deep/.gitignore", content="!other.py\n")
    write(".git/info/exclude", content="local.py\n/secret\n")
    assert found(".") == ["deep/down/keep.py", "deep/other.py", "x.py"]
    assert found("deep/down") == ["deep/down/keep.py"]
    os.chdir("deep")
    assert found(".") == ["down/keep.py", "other.py"]
    os.chdir("..")
    assert len(found(".", respect_gitignore=False)) == 6


@pytest.mark.usefixtures("tree")
def test_ignore_files_outside_of_a_repository() -> None:
    """Without a repository the ignore files of the walked directory hold, and not those above it."""
    write("project/a.py", "project/b.py")
    write(".gitignore", content="*\n")
    write("project/.gitignore", content="b.py\n")
    assert found("project") == ["project/a.py"]


@pytest.mark.usefixtures("tree")
def test_default_excludes() -> None:
    """Environments, builds, caches and the folders of trackers are left out at any depth."""
    write(*(f"{name}/a.py" for name in DEFAULT_EXCLUDES), "src/venv/lib/a.py", "src/a.py", "builder.py")
    assert found(".") == ["builder.py", "src/a.py"]


@pytest.mark.usefixtures("tree")
def test_own_excludes() -> None:
    """A pattern without a slash is for names at any depth, one with a slash for paths."""
    write("a/x_test.py", "a/b/y.py", "a/c/y.py", "b/z.py", "[q]/w.py")
    assert found(".", exclude=["*_test.py", "a/b", "**/c/", "[[]q]", ""]) == ["b/z.py"]
    assert found("b", exclude=["b"]) == ["b/z.py"]


def test_is_excluded() -> None:
    """The same patterns tell it of one path."""
    assert is_excluded("src/venv/lib/a.py")
    assert is_excluded("./a/b/c.py", ["a/b"])
    assert not is_excluded("src/builder.py")


@pytest.mark.usefixtures("tree")
def test_links() -> None:
    """A link to a directory is not followed, one to a file is; a broken one and a loop are passed over."""
    write("real/x.py", "far.txt")
    Path("loop").symlink_to(".")
    Path("real/up").symlink_to("..")
    Path("linked.py").symlink_to("far.txt")
    Path("twin.py").symlink_to("real/x.py")
    Path(".#lock.py").symlink_to("nobody@nowhere")
    assert found(".") == ["linked.py", "real/x.py"]
    assert found("twin.py") == ["twin.py"]
    assert found("loop/real") == ["loop/real/x.py"]


@pytest.mark.usefixtures("tree")
def test_missing_paths() -> None:
    """A path that does not exist is told apart, with a note, and the others are found."""
    write("a.py")
    discovery = discover(["nowhere", "a.py", "no/where.py"])
    assert discovery.files == ["a.py"]
    assert discovery.missing == ["nowhere", "no/where.py"]
    assert [(note.path, "does not exist" in note.message) for note in discovery.notes] == [
        ("nowhere", True),
        ("no/where.py", True),
    ]


@pytest.mark.usefixtures("tree")
def test_a_directory_named_like_a_script() -> None:
    """A directory whose name ends in `.py` is walked and is no file."""
    write("pack.py/a.py")
    assert found(".") == ["pack.py/a.py"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.usefixtures("tree")
def test_name_that_is_not_utf8() -> None:
    """A file whose name cannot be told is passed over with a note."""
    write("a.py")
    with open(b"\xff.py", "wb"):
        pass
    discovery = discover(["."])
    assert discovery.files == ["a.py"]
    assert ["not UTF-8" in note.message for note in discovery.notes] == [True]


def test_directory_without_permission(tree: Path) -> None:
    """A directory that may not be read costs one note, and the others are walked."""
    write("open/a.py", "closed/b.py", "z.py")
    closed = Path("closed")
    closed.chmod(0)
    # Root may read everything, so a process of root's first becomes nobody, after its imports.
    code = (
        "import os, sys, fnmatch, pathlib, rignore; from heldout.project.discovery import discover\n"
        "os.chdir(sys.argv[1])\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "found = discover(['.'])\n"
        "print(found.files, [tuple(note) for note in found.notes], found.missing)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    for directory in (tree, *tree.parents):
        if directory.stat().st_uid == os.geteuid() and directory.name.startswith(("pytest-", "test_")):
            directory.chmod(0o755)
    try:
        output = subprocess.run(
            [sys.executable, "-c", code, str(tree)], env=environment, capture_output=True, text=True, check=True
        )
    finally:
        closed.chmod(0o755)
    assert output.stdout == (
        "['open/a.py', 'z.py'] [('closed', None, None, 'could not be walked: Permission denied.')] []\n"
    )


def test_walker_is_loaded_only_for_a_walk(tree: Path) -> None:
    """Naming files costs no third party."""
    write("a.py")
    code = (
        "import sys; from heldout.project.discovery import discover; print(discover(['a.py']).files, "
        "[name for name in ('rignore', 'pathlib', 'dataclasses') if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    output = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=tree, env=environment, capture_output=True, text=True, check=True
    )
    assert output.stdout == "['a.py'] []\n"
