from pathlib import Path

import pytest

from heldout.project.configuration import Settings, configure, matches
from heldout.project.usage import UsageError


def test_defaults_without_a_file(tmp_path: Path) -> None:
    """Without a configuration file everything is selected and warnings fail."""
    settings = configure(str(tmp_path))
    assert (settings.select, settings.fail_on, settings.advice) == (("ALL",), "warning", False)


def test_pyproject_table(tmp_path: Path) -> None:
    """The table of pyproject.toml is read with all of its settings, and its folder is the root."""
    (tmp_path / "pyproject.toml").write_text(
        "[tool.heldout]\n"
        'select = ["leakage"]\nignore = ["HLD1"]\nextend-select = ["warning"]\nexclude = ["old/*"]\n'
        'fail-on = "error"\nadvice = true\nforce-exclude = true\n'
        '[tool.heldout.levels]\nleakage = "warning"\n'
        '[tool.heldout.per-file-ignores]\n"tests/*" = ["leakage"]\n'
    )
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert configure(str(inner)) == Settings(
        select=("leakage",),
        ignore=("HLD1",),
        extend_select=("warning",),
        exclude=("old/*",),
        levels=(("leakage", "warning"),),
        per_file_ignores=(("tests/*", ("leakage",)),),
        fail_on="error",
        advice=True,
        force_exclude=True,
        root=str(tmp_path),
        source=str(tmp_path / "pyproject.toml"),
    )


def test_nearest_file_wins(tmp_path: Path) -> None:
    """The nearest file counts alone; a pyproject.toml without the table is passed over."""
    (tmp_path / "heldout.toml").write_text('fail-on = "error"\n')
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\nname = 'heldout-example'\n")
    assert configure(str(inner)).fail_on == "error"
    (inner / ".heldout.toml").write_text("advice = true\n")
    assert configure(str(inner / "x.py")).fail_on == "warning"


def test_isolated_reads_no_file(tmp_path: Path) -> None:
    """An isolated run takes the defaults."""
    (tmp_path / "heldout.toml").write_text("advice = true\n")
    assert not configure(str(tmp_path), isolated=True).advice


def test_config_option(tmp_path: Path) -> None:
    """A file can be named, or settings given in its stead."""
    file = tmp_path / "other.toml"
    file.write_text("advice = true\n")
    assert configure(".", str(file)).advice
    assert configure(".", "fail-on = 'never'").fail_on == "never"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct = []", "unknown setting 'selct'; did you mean 'select'?"),
        ("select = 'ALL'", "select: a list of strings is expected"),
        ("select = ['nothing-like-it']", "unknown rule, section or level 'nothing-like-it'"),
        ("fail-on = 'fatal'", "fail-on: one of advice, warning, error, never is expected"),
        ("advice = 1", "advice: true or false is expected"),
        ("levels = []", "levels: a table is expected"),
        ("levels = {leakage = 'fatal'}", "levels.leakage: one of"),
        ("select = [", "this is no valid TOML"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, message: str) -> None:
    """A mistake in a configuration file is one sentence with the file and the remedy."""
    file = tmp_path / "heldout.toml"
    file.write_text(text + "\n")
    with pytest.raises(UsageError) as caught:
        configure(str(tmp_path))
    assert str(caught.value).startswith(str(file))
    assert message in str(caught.value)


def test_missing_config_is_refused() -> None:
    """A configuration file that does not exist is a mistake of the user."""
    with pytest.raises(UsageError, match=r"there is no file 'nowhere\.toml'"):
        configure(".", "nowhere.toml")


@pytest.mark.parametrize(
    ("path", "glob", "expected"),
    [
        ("tests/a.py", "tests", True),
        ("tests/a.py", "tests/*", True),
        ("tests/a.py", "./tests/", True),
        ("deep/tests/a.py", "tests", True),
        ("src/a.py", "tests", False),
        ("src/a.py", "*.py", True),
        ("src/a.py", "src/b*", False),
    ],
)
def test_globs(tmp_path: Path, path: str, glob: str, expected: bool) -> None:
    """A glob names a file, a folder above it, or a last part of either, below the root."""
    assert matches(str(tmp_path / path), glob, str(tmp_path)) is expected


def test_per_file_ignores_leave_rules_out(tmp_path: Path) -> None:
    """Rules that are ignored in some files run in the others."""
    settings = Settings(per_file_ignores=(("tests/*", ("ALL",)),), root=str(tmp_path))
    assert settings.selection(str(tmp_path / "tests" / "a.py")).entries == ()
    assert settings.selection(str(tmp_path / "a.py")).entries == settings.selection().entries


def test_roles_of_the_projects_functions(tmp_path: Path) -> None:
    """Patterns say by role what functions of the project mean, and a role that does not exist is named."""
    path = tmp_path / "heldout.toml"
    path.write_text('[roles]\nloaders = ["shop.data.read_*"]\nfits = ["learn"]\ntarget = ["late"]\n')
    roles = configure(str(tmp_path)).roles
    assert [roles.role(name) for name in ("src.shop.data.read_orders", "shop.features.learn", "shop.data.write")] == [
        "loaders",
        "fits",
        "",
    ]
    assert (roles.is_target("late"), roles.is_target("later"), roles.is_target(3)) == (True, False, False)
    path.write_text('[roles]\nloader = ["a"]\n')
    with pytest.raises(UsageError, match="unknown role 'loader'; did you mean 'loaders'"):
        configure(str(tmp_path))
