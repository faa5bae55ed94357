import json
from pathlib import Path

import pytest

from heldout.project.configuration import Settings, configure
from heldout.review import Report, fix_file, merge, review, review_file

LEAK = """\
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("patients.csv")
X, y = df.drop(columns="ill"), df["ill"]
X = StandardScaler().fit_transform(X)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
"""
RULE = "preprocess-before-split"
ONLY = Settings(select=(RULE,))


@pytest.fixture
def leak(tmp_path: Path) -> Path:
    """Give a file that leaks in its line 8."""
    path = tmp_path / "train.py"
    path.write_text(LEAK)
    return path


def test_leak_is_found_with_its_place_and_source(leak: Path) -> None:
    """A leak is reported once, at the line that learns too early, with its source and the steps."""
    report = review_file(str(leak), ONLY)
    (finding,) = report.findings
    assert (finding.rule, finding.code, finding.path) == (RULE, "HLD101", str(leak))
    assert (finding.location.line, finding.location.cell) == (8, None)
    assert finding.excerpt == ((8, "X = StandardScaler().fit_transform(X)"),)
    assert 9 in [step.location.line for step in finding.steps]
    assert finding.url == f"https://heldout.dev/rules/{RULE}/"
    assert (report.files, report.notes, report.internal_errors) == (1, (), 0)


def test_leak_is_found_in_a_notebook(tmp_path: Path) -> None:
    """The same leak over cells is reported in its cell, with the line in the file on disk."""
    cells = [
        {"cell_type": "markdown", "id": "m", "metadata": {}, "source": ["# Title"]},
        *(
            {
                "cell_type": "code",
                "id": f"c{number}",
                "metadata": {},
                "outputs": [],
                "execution_count": None,
                "source": [line],
            }
            for number, line in enumerate(LEAK.splitlines())
            if line
        ),
    ]
    path = tmp_path / "train.ipynb"
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1))
    (finding,) = review_file(str(path), ONLY).findings
    raw = path.read_text().splitlines()[finding.location.raw_line - 1]
    assert (finding.location.cell, finding.location.line) == (8, 1)
    assert "StandardScaler().fit_transform" in raw
    assert raw[finding.location.raw_column - 1 :].startswith("StandardScaler")


def test_fingerprint_outlives_edits_elsewhere(leak: Path) -> None:
    """Moving and reformatting the code keeps the fingerprint, a second equal mistake gets another."""
    settings = ONLY._replace(root=str(leak.parent))
    (before,) = review_file(str(leak), settings).findings
    leak.write_text(
        "# moved\n\n" + LEAK.replace("StandardScaler().fit_transform(X)", "StandardScaler( ).fit_transform( X )")
    )
    (after,) = review_file(str(leak), settings).findings
    assert before.location.line != after.location.line
    assert before.fingerprint == after.fingerprint


@pytest.mark.parametrize("comment", [f"# heldout: ignore[{RULE}] known", "# noqa: HLD101"])
def test_comment_silences_the_finding(leak: Path, comment: str) -> None:
    """A silenced finding is counted and not reported."""
    leak.write_text(LEAK.replace("fit_transform(X)", f"fit_transform(X)  {comment}"))
    report = review_file(str(leak), ONLY)
    assert (report.findings, report.suppressed) == ((), 1)


def test_comment_on_the_last_line_of_the_statement(leak: Path) -> None:
    """A comment on the last line of a statement over several lines counts."""
    leak.write_text(LEAK.replace("fit_transform(X)", "fit_transform(\n    X\n)  # heldout: ignore"))
    assert review_file(str(leak), ONLY).suppressed == 1


def test_levels_of_the_project_are_applied(leak: Path) -> None:
    """A finding has the level that the project gives to its rule."""
    (finding,) = review_file(str(leak), ONLY._replace(levels=(("leakage", "advice"),))).findings
    assert finding.level == "advice"


def test_files_without_watched_libraries_are_dismissed(tmp_path: Path) -> None:
    """A file that names no watched library is not even parsed, so that its syntax does not matter."""
    path = tmp_path / "other.py"
    path.write_text("this is no Python at all (\n")
    assert review_file(str(path)) == Report(files=1)


def test_broken_files_cost_only_themselves(leak: Path) -> None:
    """Broken syntax, undecodable bytes and deep nesting give one note each, and the other files are reviewed."""
    folder = leak.parent
    (folder / "broken.py").write_text("import sklearn\nx = (\n")
    (folder / "bytes.py").write_bytes(b"import sklearn\nx = '\xff'\n")
    (folder / "deep.py").write_text("import sklearn\nx = " + "-" * 100_000 + "1\n")
    (folder / "list.py").write_text("import sklearn\nx = " + "[" * 5_000 + "]" * 5_000 + "\n")
    (folder / "sum.py").write_text("import sklearn\nx = " + "+".join("a" * 1 for _ in range(20_000)) + "\n")
    report = review([str(path) for path in folder.glob("*.py")], ONLY)
    assert [finding.path for finding in report.findings] == [str(leak)]
    noted = {Path(note.path).name for note in report.notes}
    assert {"broken.py", "bytes.py", "deep.py", "list.py"} <= noted
    assert report.internal_errors == 0


def test_missing_file_is_a_note(tmp_path: Path) -> None:
    """A file that vanished before it was read is a note."""
    report = review_file(str(tmp_path / "gone.py"))
    assert (len(report.notes), report.internal_errors) == (1, 0)


def test_fault_of_the_review_is_a_note_with_its_place(leak: Path) -> None:
    """An exception inside the review is told with its type and place, and counted as an internal error."""
    report = review_file(str(leak), None)  # type: ignore[arg-type]
    assert report.internal_errors == 1
    assert "internal error, not reviewed: AttributeError at heldout.review:" in report.notes[0].message


def test_processes_change_nothing(leak: Path) -> None:
    """The report over many files is the same with one process and with several, in the order of the paths."""
    paths = [str(leak)]
    for number in range(5):
        copy = leak.with_name(f"copy{number}.py")
        copy.write_text(LEAK)
        paths.append(str(copy))
    alone, shared = review(paths, ONLY, jobs=1), review(list(reversed(paths)), ONLY, jobs=2)
    assert alone == shared
    assert [finding.path for finding in alone.findings] == sorted(paths)


def test_merging_tells_a_finding_once(leak: Path) -> None:
    """A finding that two files lead to is reported once, and counts add up."""
    one = review_file(str(leak), ONLY)
    both = merge([one, one])
    assert both.findings == one.findings
    assert both.files == 2


def test_fixing_without_findings_changes_nothing(leak: Path) -> None:
    """A file in which nothing is found stays as it is, byte for byte."""
    leak.write_bytes(b"\xef\xbb\xbfimport sklearn\r\nx = 1")
    fixed = fix_file(str(leak), ONLY, unsafe=True)
    assert fixed.before == fixed.after == leak.read_bytes()
    assert (fixed.applied, fixed.report.findings) == (0, ())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project whose loader, in a module of its own, scales all rows before the program splits them."""
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "data.py").write_text(
        "import pandas as pd\n"
        "from sklearn.preprocessing import StandardScaler\n\n\n"
        "def load_data():\n"
        '    df = pd.read_csv("patients.csv")\n'
        '    return StandardScaler().fit_transform(df.drop(columns="ill")), df["ill"]\n'
    )
    (tmp_path / "train.py").write_text(
        "from sklearn.linear_model import LogisticRegression\n"
        "from sklearn.model_selection import train_test_split\n"
        "from data import load_data\n\n"
        "X, y = load_data()\n"
        "X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)\n"
        "model = LogisticRegression().fit(X_train, y_train)\n"
        "print(model.score(X_test, y_test))\n"
    )
    return tmp_path


def test_leak_across_modules_has_steps_in_both(project: Path) -> None:
    """A loader that learns too early is found in its module, with the split and the score of the program as steps."""
    (finding,) = review_file(str(project / "train.py"), ONLY).findings
    assert (Path(finding.path).name, finding.location.line) == ("data.py", 7)
    assert [(Path(step.path).name, step.location.line) for step in finding.steps] == [
        ("train.py", 6),
        ("train.py", 7),
        ("train.py", 8),
    ]


def test_leak_across_modules_is_told_once(project: Path) -> None:
    """A project reviewed whole, in one process or several, tells such a leak once, however many programs show it."""
    (project / "again.py").write_text((project / "train.py").read_text())
    files = [str(path) for path in project.glob("*.py")]
    for jobs in (1, 2):
        assert len(review(files, ONLY, jobs).findings) == 1


def test_program_without_a_library_is_read_for_its_modules(project: Path) -> None:
    """A program that names no library itself is reviewed where the modules that it imports do."""
    (project / "parts.py").write_text(
        "from sklearn.linear_model import LogisticRegression\n"
        "from sklearn.model_selection import train_test_split\n\n\n"
        "def parts(X, y):\n    return train_test_split(X, y, random_state=0)\n\n\n"
        "def judge(a, b, c, d):\n    return LogisticRegression().fit(a, c).score(b, d)\n"
    )
    main = project / "main.py"
    main.write_text("import data, parts\n\nprint(parts.judge(*parts.parts(*data.load_data())))\n")
    (finding,) = review_file(str(main), ONLY).findings
    assert Path(finding.path).name == "data.py"
    assert [Path(step.path).name for step in finding.steps] == ["parts.py", "parts.py", "parts.py"]


def test_what_happens_at_import_is_told_by_the_module_alone(project: Path) -> None:
    """A script that is imported by another file is not blamed on that file."""
    other = project / "other.py"
    other.write_text("import sklearn, train\n")
    (project / "train.py").write_text(LEAK)
    assert review_file(str(other), ONLY).findings == ()
    assert len(review_file(str(project / "train.py"), ONLY).findings) == 1


def test_comment_in_a_module_silences_findings_of_its_users(project: Path) -> None:
    """A comment where the finding stands counts for every program that leads to it."""
    data = project / "data.py"
    data.write_text(data.read_text().replace('df["ill"]\n', 'df["ill"]  # heldout: ignore\n'))
    report = review_file(str(project / "train.py"), ONLY)
    assert (report.findings, report.suppressed) == ((), 1)


def test_columns_that_the_project_calls_targets_are_no_features(tmp_path: Path) -> None:
    """A column by a configured target's name among the features is told, wherever the labels come from."""
    (tmp_path / "pyproject.toml").write_text('[tool.heldout.roles]\ntarget = ["outcome_*"]\n')
    path = tmp_path / "train.py"
    path.write_text(
        "import pandas as pd\nfrom sklearn.linear_model import Ridge\n"
        'df = pd.read_csv("a.csv")\n'
        'model = Ridge().fit(df[["age", "outcome_30d"]], df["outcome_90d"])\n'
    )
    settings = configure(str(path))._replace(select=("target-among-features",))
    (finding,) = review_file(str(path), settings).findings
    assert finding.message == "`outcome_30d`, which the project calls a target, is among the features"


@pytest.mark.parametrize(
    "settings",
    [
        ONLY._replace(exclude=("data.py",)),
        ONLY._replace(per_file_ignores=(("data.py", (RULE,)),)),
    ],
)
def test_settings_for_a_module_count_for_its_users(project: Path, settings: Settings) -> None:
    """A finding in a module that is excluded, or whose rule is ignored there, is not told with a program that uses it."""
    settings = settings._replace(root=str(project))
    assert review_file(str(project / "train.py"), settings).findings == ()
