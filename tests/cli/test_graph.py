import json
import sys
from pathlib import Path

import pytest

from heldout.cli.main import main

Capture = pytest.CaptureFixture[str]

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
LEAKING = str(EXAMPLES / "leaking_pipeline.py")
NOTEBOOK = str(EXAMPLES / "leaking_notebook.ipynb")


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_page_is_written_beside_where_it_is_asked_for(inside: Path, capsys: Capture) -> None:
    """Without an output, the page is NAME.heldout.html in the current folder; findings do not make it fail."""
    pytest.importorskip("pygraphviz", reason="drawing needs the extra heldout[graph]")
    assert main(["graph", LEAKING]) == 0
    assert capsys.readouterr().out == "Wrote leaking_pipeline.heldout.html: 4 leaks in red\n"
    assert (inside / "leaking_pipeline.heldout.html").read_text().startswith("<!DOCTYPE html>")


def test_ending_of_the_output_decides_the_format(inside: Path) -> None:
    """What is written to an .svg is SVG, to a .json JSON; an unknown ending is refused."""
    pytest.importorskip("pygraphviz", reason="drawing needs the extra heldout[graph]")
    assert main(["graph", LEAKING, "--output", "out.svg"]) == 0
    assert "<svg " in (inside / "out.svg").read_text()
    assert main(["graph", LEAKING, "--output", "out.json"]) == 0
    assert json.loads((inside / "out.json").read_text())["schema"] == "heldout-graph/1"
    assert main(["graph", LEAKING, "--output", "out.png"]) == 2


def test_texts_go_to_the_standard_output(inside: Path, capsys: Capture) -> None:
    """Mermaid is printed, so that it can be piped; no file is left."""
    assert main(["graph", LEAKING, "--format", "mermaid"]) == 0
    assert capsys.readouterr().out.startswith("flowchart LR\n")
    assert list(inside.iterdir()) == []


def test_notebook_is_told_by_cells(inside: Path, capsys: Capture) -> None:
    """Places in a notebook are those that its reader sees."""
    assert main(["graph", NOTEBOOK, "--format", "json"]) == 0
    (journey,) = json.loads(capsys.readouterr().out)["journeys"]
    places = {" ".join(station["names"]): station["places"] for station in journey["stations"]}
    assert places["load_diabetes"] == ["cell 3:1"]


def test_missing_extra_is_one_sentence(inside: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Graphviz the command names the remedy and exits with 2; formats that need none go on."""
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    assert main(["graph", LEAKING]) == 2
    assert capsys.readouterr().err.endswith('install it with: pip install "heldout[graph]"\n')
    assert main(["graph", LEAKING, "--format", "json"]) == 0


def test_what_cannot_be_read_is_one_sentence(inside: Path, capsys: Capture) -> None:
    """A file that is absent, no notebook or not Python at all exits with 2."""
    (inside / "broken.ipynb").write_text("{")
    (inside / "broken.py").write_text("def (:\n")
    for name in ("absent.py", "broken.ipynb", "broken.py"):
        assert main(["graph", name]) == 2
        assert name in capsys.readouterr().err
    assert not list(inside.glob("*.html"))


def test_program_without_rows_gives_a_sentence(inside: Path, capsys: Capture) -> None:
    """A file that does nothing with rows is drawn as a sentence, and nothing is wrong."""
    (inside / "hello.py").write_text("print('hello')\n")
    assert main(["graph", "hello.py", "--format", "mermaid"]) == 0
    assert "Nothing that loads" in capsys.readouterr().out


def test_output_that_cannot_be_written_is_one_sentence(inside: Path, capsys: Capture) -> None:
    """A folder that does not exist is named."""
    assert main(["graph", LEAKING, "--format", "json", "--output", "absent/out.json"]) == 2
    assert "absent/out.json" in capsys.readouterr().err
