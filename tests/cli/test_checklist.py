"""`heldout checklist` prints the checklist in each of its forms, and its exit code follows --fail-under."""

import json
from pathlib import Path

import pytest

from heldout.cli.main import main

PROGRAM = """\
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

table = pd.read_csv("table.csv")
train, test = train_test_split(table, random_state=0)
model = Ridge().fit(train[["a"]], train["b"])
print(model.score(test[["a"]], test["b"]))
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one program, where the command runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "train.py").write_text(PROGRAM, encoding="utf-8")
    return tmp_path


def test_text_shows_verdicts_and_places(capsys: pytest.CaptureFixture[str]) -> None:
    """The text has a box for each item, what proves it, and what it comes to."""
    assert main(["checklist"]) == 0
    shown = capsys.readouterr().out
    assert "[x] The split of the rows is written down and repeatable" in shown
    assert "+ train.py:6: `train_test_split` into `train`, `test`, with a fixed seed" in shown
    assert "33 % of what applies, over 1 program that trains in 1 file." in shown
    assert all(len(line) <= 100 for line in shown.splitlines())


def test_markdown_has_boxes(capsys: pytest.CaptureFixture[str]) -> None:
    """Only met items are ticked; the others say what they are."""
    assert main(["checklist", "--output-format", "markdown"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "# Reproducibility checklist"
    assert sum(line.startswith("- [x]") for line in lines) == 2
    assert sum(line.startswith("- [ ]") for line in lines) == 6


def test_json_has_everything(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON names its schema and has every item with its evidence."""
    assert main(["checklist", ".", "--output-format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "heldout-checklist/1"
    assert document["summary"]["met"] == 2
    assert [item["name"] for item in document["items"]] == [
        "seeds",
        "determinism",
        "versions",
        "preprocessing",
        "splits",
        "model",
        "tracking",
        "data",
    ]
    assert document["items"][0]["evidence"][0]["line"] == 6


@pytest.mark.parametrize(("least", "code"), [("33", 0), ("34", 1), ("0", 0), ("100", 1)])
def test_exit_code_follows_fail_under(least: str, code: int) -> None:
    """The exit code is 1 if a smaller share of what applies is met."""
    assert main(["checklist", "--fail-under", least]) == code


@pytest.mark.parametrize(
    "words", [["gone"], [".", "--fail-under", "101"], [".", "--jobs", "0"], [".", "--output-format", "pdf"]]
)
def test_wrong_use(words: list[str]) -> None:
    """Wrong use ends with 2."""
    assert main(["checklist", *words]) == 2


def test_file_and_processes(project: Path) -> None:
    """The checklist goes to a file, the same from one process and from two."""
    (project / "other.py").write_text(PROGRAM, encoding="utf-8")
    assert main(["checklist", "--jobs", "2", "--output-format", "markdown", "--output-file", "two.md"]) == 0
    assert main(["checklist", "--jobs", "1", "--output-format", "markdown", "--output-file", "one.md"]) == 0
    assert (project / "two.md").read_text(encoding="utf-8") == (project / "one.md").read_text(encoding="utf-8")
