from collections.abc import Callable

from heldout.reporting import render
from heldout.reporting.report import Report, ReportedFinding, Span
from heldout.reporting.style import Style
from heldout.text.source import Note

Make = Callable[..., ReportedFinding]


def full(*findings: ReportedFinding, notes: tuple[Note, ...] = (), colour: bool = False) -> str:
    """Give the full form of a report of these findings."""
    return "\n".join(render("full", Report(findings, notes, files=1), Style(colour)))


def test_whole_form(make: Make) -> None:
    """A finding is told with its source, its carets, its steps with their source, its bias and its fix."""
    assert full(make()).split("\n") == [
        "train.py:6:5: error[preprocess-before-split] `StandardScaler` learns from rows that are held out later",
        "  6 | X = StandardScaler().fit_transform(X)",
        "    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "  1. line 8: these rows are set aside here",
        "  8 | X_train, X_test = train_test_split(X)",
        "    |                   -------------------",
        "   = the score comes out better than the model is",
        "   = fix (unsafe): drop the line",
        "",
        "1 error in 1 file.",
        "1 finding can be fixed with --fix --unsafe-fixes.",
    ]


def test_cells_are_named(make: Make) -> None:
    """A place in a notebook is path, cell, line and column."""
    text = full(make(path="nb.ipynb", location=Span(3, 4, 5, 4, 9, 40, 7)))
    assert text.startswith("nb.ipynb:cell 3:4:5: error[")


def test_confidence_is_told_when_it_is_not_proof(make: Make) -> None:
    """Only a finding that is not proved says how sure it is."""
    assert "proved" not in full(make())
    assert "likely, not proved" in full(make(confidence="likely"))


def test_advice_is_counted_when_it_is_not_shown(make: Make) -> None:
    """Advice that is not shown is not printed, and the summary says how to see it."""
    text = full(make(level="advice", shown=False), make(level="advice", shown=False))
    assert text == "No mistakes found in 1 file.\n2 pieces of advice are not shown; --advice shows them."


def test_notes_are_printed_with_their_place() -> None:
    """What could not be reviewed is said, with file, cell and line."""
    assert "note: nb.ipynb:cell 2:3: is broken" in full(notes=(Note("nb.ipynb", 2, 3, "is broken"),))


def test_colours_only_when_asked(make: Make) -> None:
    """Plain output holds no escape sequence, coloured output does, and both hold the same words."""
    plain, coloured = full(make()), full(make(), colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31m" in coloured


def test_long_findings_are_cut(make: Make) -> None:
    """A finding over many lines is shown by its first ones."""
    lines = tuple((number, f"call({number}") for number in range(1, 6))
    text = full(make(location=Span(None, 1, 1, 5, 4, 1, 1), excerpt=lines[:4], steps=(), fix=None))
    assert "call(3" in text
    assert "call(4" not in text
    assert "| ..." in text


def test_reviewed_text_cannot_steer_the_terminal(make: Make) -> None:
    """Control characters in source, messages, paths and steps are written out."""
    evil = "x = '\x1b]0;owned\x07' # \u202e"
    text = full(make(message=evil, path="a\x1b[2J.py", excerpt=((6, evil),)))
    assert not any(character in text for character in "\x1b\x07\u202e")
    assert "\\x1b]0;owned\\x07" in text


def test_step_at_the_finding_shows_its_line_once(make: Make) -> None:
    """A step where the finding itself stands does not repeat the source."""
    base = make()
    text = full(base._replace(steps=(base.steps[0]._replace(path=base.path, location=base.location),)))
    assert text.count("fit_transform") == 1
