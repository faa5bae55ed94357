"""What a project says of the libraries it needs is read from the files that people and tools write."""

from pathlib import Path

import pytest

from heldout.project.environment import environment


def exact(folder: Path) -> dict[str, bool]:
    """The libraries that the files of a folder ask for, and whether each is in one version."""
    return {one.name: one.exact for one in environment([str(folder)]).requirements}


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        (
            "requirements.txt",
            '# needed\nnumpy==1.26.4\nTorch>=2\nscipy\npandas==2.*\n-r more.txt\nrich==13.7 ; python_version > "3.8"\n',
            {"numpy": True, "torch": False, "scipy": False, "pandas": False, "rich": True},
        ),
        ("requirements-dev.txt", "six==1.16.0 --hash=sha256:00\n", {"six": True}),
        ("requirements.txt", "kit @ git+https://example.org/kit@v1\n", {"kit": True}),
        (
            "environment.yml",
            "name: a\ndependencies:\n  - python=3.11\n  - numpy=1.26\n  - pip:\n    - torch==2.1.0\n    - rich\n",
            {"numpy": True, "torch": True, "rich": False},
        ),
        ("pyproject.toml", '[project]\ndependencies = ["numpy==1.26", "rich>=13"]\n', {"numpy": True, "rich": False}),
        (
            "pyproject.toml",
            '[tool.poetry.dependencies]\npython = "^3.11"\nnumpy = "1.26.4"\nrich = "^13"\n',
            {"numpy": True, "rich": False},
        ),
        ("setup.cfg", "[options]\ninstall_requires =\n    numpy==1.26\n    rich\n", {"numpy": True, "rich": False}),
        ("pyproject.toml", "not toml at all [", {}),
        ("setup.cfg", "no section\n", {}),
    ],
)
def test_requirements_are_read(tmp_path: Path, name: str, text: str, found: dict[str, bool]) -> None:
    """Each form of requirements tells which libraries are in one version; Python itself is none."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert exact(tmp_path) == found


@pytest.mark.parametrize("name", ["uv.lock", "poetry.lock", "Pipfile.lock", "conda-lock.yml", "pylock.gpu.toml"])
def test_lock_files_are_seen(tmp_path: Path, name: str) -> None:
    """The lock files of the usual tools are known by their names."""
    (tmp_path / name).write_text("", encoding="utf-8")
    assert environment([str(tmp_path)]).locks == (str(tmp_path / name),)


def test_folder_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    """What cannot be read is no error."""
    assert environment([str(tmp_path / "gone")]) == ((), ())
