import io
import json
import sys
from pathlib import Path

import pytest

from heldout.cli.main import main

Capture = pytest.CaptureFixture[str]

LEAK = """\
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X = StandardScaler().fit_transform(X)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
"""
CLEAN = LEAK.replace("X = StandardScaler().fit_transform(X)\n", "")
RULE = "preprocess-before-split"
ONLY = ["--select", RULE]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one file that leaks and one that does not, as the current one."""
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    (tmp_path / "leak.py").write_text(LEAK)
    (tmp_path / "clean.py").write_text(CLEAN)
    return tmp_path


def documented(capsys: Capture, *words: str) -> dict[str, object]:
    """Give the machine report of a review."""
    main(["check", *words, "--output-format", "json"])
    document: dict[str, object] = json.loads(capsys.readouterr().out)
    return document


def test_exit_codes(capsys: Capture) -> None:
    """0 when nothing is found, 1 when something is, 2 for wrong use."""
    assert main(["check", "clean.py", *ONLY]) == 0
    assert main(["check", *ONLY]) == 1
    assert main(["check", "nowhere.py"]) == 2
    assert "there is no file or folder 'nowhere.py'" in capsys.readouterr().err
    assert main(["check", "--select", "nothing-like-it"]) == 2


def test_fail_on_and_exit_zero() -> None:
    """The threshold decides about the exit code, and --exit-zero overrules it."""
    assert main(["check", "leak.py", *ONLY, "--fail-on", "never"]) == 0
    assert main(["check", "leak.py", *ONLY, "--exit-zero"]) == 0
    assert main(["check", "leak.py", *ONLY, "--fail-on", "advice"]) == 1


def test_full_report(capsys: Capture) -> None:
    """The default report names the place and shows the line with carets."""
    main(["check", *ONLY])
    text = capsys.readouterr().out
    assert text.startswith(f"leak.py:5:5: warning[{RULE}] ")
    assert "5 | X = StandardScaler().fit_transform(X)" in text
    assert "^^^^" in text
    assert "1 warning in 2 files." in text


def test_json_report(capsys: Capture) -> None:
    """The machine report is one document with the finding in it."""
    document = documented(capsys, *ONLY)
    assert document["schema"] == "heldout/1"
    assert document["summary"] == {"files": 2, "error": 0, "warning": 1, "advice": 0}


def test_paths_between_options(capsys: Capture) -> None:
    """Paths may stand before, between and after the options."""
    assert documented(capsys, "clean.py", *ONLY, "leak.py")["summary"] == {
        "files": 2,
        "error": 0,
        "warning": 1,
        "advice": 0,
    }


def test_ignore_takes_a_rule_out(capsys: Capture) -> None:
    """A rule that is ignored does not run, whoever selected it."""
    assert main(["check", "leak.py", *ONLY, "--ignore", RULE]) == 0
    assert "No mistakes found in 1 file." in capsys.readouterr().out


def test_configuration_is_read_unless_isolated(project: Path) -> None:
    """A configuration file counts, the command line overrules it, and --isolated passes it over."""
    (project / "heldout.toml").write_text('ignore = ["ALL"]\n')
    assert main(["check", "leak.py"]) == 0
    assert main(["check", "leak.py", *ONLY]) == 1
    assert main(["check", "leak.py", "--isolated"]) == 1
    assert main(["check", "leak.py", "--isolated", "--config", "ignore = ['ALL']"]) == 0


def test_excluded_files_are_left_out_unless_named(capsys: Capture) -> None:
    """A glob leaves out what is found, not what is named, unless that is forced."""
    assert main(["check", ".", *ONLY, "--exclude", "leak.py"]) == 0
    assert main(["check", "leak.py", *ONLY, "--exclude", "leak.py"]) == 1
    assert main(["check", "leak.py", *ONLY, "--exclude", "leak.py", "--force-exclude"]) == 0
    assert "0 files" in capsys.readouterr().out


def test_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program on the standard input is reviewed under the name it is given."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LEAK.encode())))
    assert main(["check", "-", "--stdin-filename", "src/given.py", *ONLY]) == 1
    assert capsys.readouterr().out.startswith("src/given.py:5:5: ")


def test_output_file(project: Path, capsys: Capture) -> None:
    """The report goes to the file, and nothing to the terminal."""
    assert main(["check", *ONLY, "--output-format", "json", "--output-file", "report.json"]) == 1
    assert capsys.readouterr().out == ""
    assert json.loads((project / "report.json").read_text())["summary"]["warning"] == 1
    assert main(["check", *ONLY, "--output-file", "no/such/folder/report"]) == 2


def test_quiet_prints_findings_only(capsys: Capture) -> None:
    """Quiet is one line a finding, and silence without findings."""
    main(["check", *ONLY, "--quiet"])
    assert len(capsys.readouterr().out.splitlines()) == 1
    main(["check", "clean.py", *ONLY, "--quiet"])
    assert capsys.readouterr().out == ""


def test_statistics(capsys: Capture) -> None:
    """The statistics count by rule."""
    main(["check", *ONLY, "--statistics"])
    assert capsys.readouterr().out.splitlines()[0].split()[:2] == ["1", "HLD101"]


def test_show_settings(capsys: Capture) -> None:
    """The settings are shown as they came out, with the rules that would run."""
    assert main(["check", "--show-settings", *ONLY, "--fail-on", "error"]) == 0
    text = capsys.readouterr().out
    assert f"select = ['{RULE}']" in text
    assert "fail-on = 'error'" in text
    assert text.rstrip().endswith(f"HLD101 warning  {RULE}")


@pytest.mark.parametrize(
    ("words", "environment", "coloured"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour(
    words: list[str], environment: dict[str, str], coloured: bool, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The option decides about colour, then NO_COLOR, then FORCE_COLOR, then the terminal."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    main(["check", *ONLY, *words])
    assert ("\x1b[" in capsys.readouterr().out) is coloured


def test_broken_file_is_noted(project: Path, capsys: Capture) -> None:
    """A file that cannot be read is named and costs the others nothing."""
    (project / "broken.py").write_text("import sklearn\nx = (\n")
    assert main(["check", *ONLY]) == 1
    text = capsys.readouterr().out
    assert "note: broken.py:2: " in text
    assert "leak.py:5:5" in text


def test_wrong_numbers_of_jobs_are_refused(capsys: Capture) -> None:
    """A review needs a process."""
    assert main(["check", "--jobs", "0"]) == 2
    assert "--jobs" in capsys.readouterr().err


def test_nothing_is_written_without_being_asked(project: Path) -> None:
    """Neither a review nor a diff writes to the reviewed files."""
    main(["check"])
    main(["check", "--diff", "--unsafe-fixes"])
    assert (project / "leak.py").read_text() == LEAK
    assert sorted(path.name for path in project.iterdir()) == ["clean.py", "leak.py"]


def test_seed_fix_is_shown_and_written(project: Path, capsys: Capture) -> None:
    """The diff shows the fix that --fix --unsafe-fixes then writes, after which the rule is silent."""
    only = ["--select", "sklearn-missing-random-state", "--advice"]
    path = project / "seed.py"
    path.write_text(CLEAN.replace(", random_state=0", ""))
    before = path.read_bytes()
    assert main(["check", "seed.py", *only]) == 1
    assert main(["check", "seed.py", *only, "--diff", "--unsafe-fixes"]) == 1
    shown = capsys.readouterr().out
    assert "+X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=" in shown
    assert path.read_bytes() == before
    assert main(["check", "seed.py", *only, "--fix", "--unsafe-fixes"]) == 0
    assert "random_state=" in path.read_text()
    assert main(["check", "seed.py", *only]) == 0


def test_standard_input_cannot_be_fixed(capsys: Capture) -> None:
    """There is nothing to write a fix to."""
    assert main(["check", "-", "--fix"]) == 2
    assert "--diff" in capsys.readouterr().err


def test_trace_tells_what_was_read(capsys: Capture) -> None:
    """The trace lists the events with their places, in order, for people and for machines."""
    assert main(["trace", "leak.py"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("leak.py:6:") and "Split" in line for line in lines)
    assert main(["trace", "leak.py", "--output-format", "json"]) == 0
    events = json.loads(capsys.readouterr().out)["events"]
    names = [event["event"] for event in events]
    assert names.index("Split") < names.index("Score")
    assert {"event", "path", "cell", "line", "column", "text"} == set(events[0])
    assert main(["trace", "nowhere.py"]) == 2
