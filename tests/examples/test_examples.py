"""The examples run, and heldout finds what the leaking ones do wrong."""

import contextlib
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import numpy as np
import pytest

from heldout.review import review_file

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
LEAKING = ["leaking_notebook.ipynb", "leaking_pipeline.py"]
REPAIRED = ["repaired_notebook.ipynb", "repaired_pipeline.py"]
SCORE = re.compile(r": ([01]\.\d{3})$", re.MULTILINE)

Where = tuple[str, int | None, int]
"""A rule, the cell from 1 over all cells (None in a script), and the line from 1 in that cell or script."""

MISTAKES: dict[str, list[Where]] = {
    "leaking_notebook.ipynb": [
        ("preprocess-before-split", 8, 2),
        ("preprocess-before-split", 8, 3),
        ("refit-on-test-rows", 10, 3),
        ("select-before-split", 6, 2),
        ("sklearn-missing-random-state", 9, 1),
    ],
    "leaking_pipeline.py": [
        ("preprocess-before-split", None, 45),
        ("refit-on-test-rows", None, 50),
        ("select-before-split", None, 40),
        ("sklearn-missing-random-state", None, 46),
        ("tuned-on-test-rows", None, 30),
    ],
}
"""What each leaking example does wrong, and where."""


def blocks(name: str) -> Iterator[tuple[int | None, str]]:
    """The code of an example: its cells with their numbers, or the one script with None."""
    path = EXAMPLES / name
    if path.suffix == ".py":
        yield None, path.read_text(encoding="utf-8")
        return
    for number, cell in enumerate(nbformat.read(path, as_version=4).cells, start=1):
        if cell.cell_type == "code":
            yield number, cell.source


def loud_findings(name: str) -> list[Where]:
    """The errors and warnings that heldout reports of an example, all of which it could read."""
    report = review_file(str(EXAMPLES / name))
    assert not report.notes
    return sorted(
        (finding.rule, finding.location.cell, finding.location.line)
        for finding in report.findings
        if finding.level != "advice"
    )


@pytest.mark.parametrize("name", LEAKING + REPAIRED)
def test_example_runs_and_prints_scores(name: str) -> None:
    """Every example is a program that works and ends in scores between 0 and 1."""
    # The leaking ones draw without a seed, and this test has to be the same each time.
    np.random.seed(5)
    printed = io.StringIO()
    namespace: dict[str, object] = {"__name__": "__main__"}
    with contextlib.redirect_stdout(printed):
        for cell, code in blocks(name):
            exec(compile(code, f"{name}, cell {cell}" if cell else name, "exec"), namespace)
    assert len(SCORE.findall(printed.getvalue())) >= 2


@pytest.mark.parametrize("name", LEAKING)
def test_leaking_example_is_found_out(name: str) -> None:
    """heldout reports exactly the mistakes that a leaking example makes, each on its line."""
    assert loud_findings(name) == MISTAKES[name]


@pytest.mark.parametrize("name", REPAIRED)
def test_repaired_example_is_silent(name: str) -> None:
    """heldout has neither error nor warning for a repaired example."""
    assert loud_findings(name) == []


def test_readme_shows_what_heldout_prints() -> None:
    """The report on the first screen of the README is the real one; a line of three dots stands for what it leaves out."""
    readme = (EXAMPLES.parent / "README.md").read_text(encoding="utf-8")
    block = re.search(r"<!-- output: heldout (.+?) -->\n```text\n(.+?)\n```\n", readme, re.DOTALL)
    assert block is not None
    command = [sys.executable, "-m", "heldout", *block[1].split()]
    printed = subprocess.run(command, cwd=EXAMPLES.parent, capture_output=True, encoding="utf-8", check=False)
    assert printed.returncode == 1
    for excerpt in block[2].split("\n...\n"):
        assert excerpt.strip("\n") in printed.stdout
