from pathlib import Path

import pytest

from heldout.text.modules import Finder, leads_to, project_folder, statements_of

LIBRARIES = {"sklearn", "datasets"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give the folder of a project with a package under ``src``, scripts and a folder without ``__init__.py``."""
    for name in (
        "pyproject.toml",
        "src/shop/__init__.py",
        "src/shop/data.py",
        "src/shop/models/__init__.py",
        "src/shop/models/net.py",
        "scripts/train.py",
        "scripts/common.py",
        "tools/cut.py",
        "notebooks/look.ipynb",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    return tmp_path


def found(project: Path, importer: str, name: str, level: int = 0) -> tuple[str, str] | None:
    """Give the dotted name and the file, from the project's folder, of the module that `importer` imports."""
    path = str(project / importer)
    module = Finder(path, LIBRARIES).named(name, level, path)
    return (
        None
        if module is None
        else (module.name, str(Path(module.path or ".").relative_to(project)) if module.path else "")
    )


@pytest.mark.parametrize(
    ("importer", "name", "level", "expected"),
    [
        ("scripts/train.py", "common", 0, ("scripts.common", "scripts/common.py")),
        ("scripts/train.py", "shop.data", 0, ("src.shop.data", "src/shop/data.py")),
        ("scripts/train.py", "shop", 0, ("src.shop", "src/shop/__init__.py")),
        ("scripts/train.py", "src.shop.data", 0, ("src.shop.data", "src/shop/data.py")),
        ("scripts/train.py", "tools.cut", 0, ("tools.cut", "tools/cut.py")),
        ("notebooks/look.ipynb", "scripts.common", 0, ("scripts.common", "scripts/common.py")),
        ("src/shop/models/net.py", "data", 2, ("src.shop.data", "src/shop/data.py")),
        ("src/shop/models/net.py", "", 1, ("src.shop.models", "src/shop/models/__init__.py")),
        ("src/shop/models/net.py", "shop.data", 0, ("src.shop.data", "src/shop/data.py")),
        ("scripts/train.py", "shop.missing", 0, None),
        ("scripts/train.py", "missing", 0, None),
        ("scripts/train.py", "sklearn", 0, None),
        ("scripts/train.py", "json", 0, None),
        ("scripts/train.py", "x", 5, None),
    ],
)
def test_module_is_found_where_python_would_find_it(
    project: Path, importer: str, name: str, level: int, expected: tuple[str, str] | None
) -> None:
    """Scripts, packages, ``src`` folders, folders without ``__init__.py`` and relative imports lead to their files."""
    assert found(project, importer, name, level) == expected


def test_file_beside_the_script_hides_a_library(project: Path) -> None:
    """A module beside the script hides a library of its name, and one elsewhere in the project does not."""
    (project / "scripts/datasets.py").write_text("")
    (project / "sklearn.py").write_text("")
    assert found(project, "scripts/train.py", "datasets") == ("scripts.datasets", "scripts/datasets.py")
    assert found(project, "scripts/train.py", "sklearn") is None


def test_module_beside_a_package_member_hides_no_library(project: Path) -> None:
    """A file inside a package is no script, so that its neighbours hide no library."""
    (project / "src/shop/datasets.py").write_text("")
    assert found(project, "src/shop/data.py", "datasets") is None


def test_paths_stay_as_the_user_named_them(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Modules of a program that was named relatively have relative paths, so that a file has one name in a report."""
    monkeypatch.chdir(project)
    module = Finder("scripts/train.py").named("common", 0, "scripts/train.py")
    assert module is not None
    assert module.path == str(Path("scripts/common.py"))


def test_nothing_outside_the_project_is_looked_into(project: Path) -> None:
    """Relative imports and added folders that lead out of the project lead nowhere."""
    finder = Finder(str(project / "scripts/train.py"))
    finder.add_folder("../../../..")
    assert finder.extra == []
    finder.add_folder("../tools")
    assert finder.extra == [str(project / "tools")]
    cut = finder.named("cut", 0, str(project / "scripts/train.py"))
    assert cut is not None
    assert cut.name == "tools.cut"


def test_repository_is_the_highest_folder(tmp_path: Path) -> None:
    """The project's folder is that of the repository, above any folder that looks like a project of its own."""
    inside = tmp_path / "one" / "two"
    (tmp_path / ".git").mkdir()
    inside.mkdir(parents=True)
    (tmp_path / "one" / "requirements.txt").write_text("")
    assert project_folder(str(inside)) == str(tmp_path)


def test_package_alone_is_imported_from_the_folder_above_it(tmp_path: Path) -> None:
    """Without any mark of a project, a package's files are looked for from the folder that holds the package."""
    package = tmp_path / "plain" / "shop"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    assert project_folder(str(package)) == str(tmp_path / "plain")


def test_libraries_are_seen_through_the_projects_modules(project: Path) -> None:
    """A file leads to what the modules that it imports, directly or not, hold; circles end."""
    (project / "src/shop/data.py").write_text("from shop.models import net\n")
    (project / "src/shop/models/net.py").write_text("import shop.data\nimport sklearn\n")
    path = str(project / "scripts/train.py")
    assert leads_to(Finder(path), path, b"from shop import (data, other)", lambda data: b"sklearn" in data)
    assert not leads_to(Finder(path), path, b"from shop import (data, other)", lambda data: b"torch" in data)
    assert not leads_to(Finder(path), path, b"import common", lambda data: b"sklearn" in data)
    assert leads_to(Finder(path), path, rb'"import shop.data as data\n",', lambda data: b"sklearn" in data)


def test_broken_module_has_no_statements(project: Path) -> None:
    """A module that is no Python, or is gone, has no statements; one that was changed is parsed anew."""
    path = project / "scripts/common.py"
    path.write_text("def broken(:\n")
    assert statements_of(str(path)) == ()
    path.write_text("a = 1\nb = 2\n")
    assert len(statements_of(str(path))) == 2
    assert statements_of(str(project / "gone.py")) == ()


def test_size_of_a_data_file(tmp_path: Path) -> None:
    """A data file is looked for beside the program, then in the project's folder, and never opened."""
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "src").mkdir()
    (tmp_path / "whole.csv").write_bytes(b"a" * 7)
    (tmp_path / "src" / "near.csv").write_bytes(b"a" * 3)
    finder = Finder(str(tmp_path / "src" / "train.py"))
    assert [finder.size_of(name) for name in ("near.csv", "whole.csv", "none.csv", "bad\0name")] == [3, 7, None, None]
