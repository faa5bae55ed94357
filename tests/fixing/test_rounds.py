from collections.abc import Callable

from heldout.fixing.difference import difference
from heldout.fixing.rounds import apply_fixes, fix, without_overlaps
from heldout.reporting.report import Report, ReportedFinding, ReportedFix, Span
from heldout.reporting.style import Style
from heldout.text.edits import Edit
from heldout.text.source import source_from_bytes

PATH = "a.py"


def replacing(line: int, start: int, end: int, text: str, applicability: str = "safe") -> ReportedFinding:
    """Give a finding whose fix replaces a stretch of one line."""
    edit = Edit(PATH, None, line, start, line, end, text)
    return ReportedFinding(
        rule="old-name",
        code="HLD801",
        section="tools",
        level="warning",
        confidence="proved",
        bias="none",
        message="an old name",
        path=PATH,
        location=Span(None, line, start, line, end, line, start),
        excerpt=(),
        steps=(),
        fix=ReportedFix("take the new name", applicability, (edit,)),
        fingerprint=f"{line}:{start}",
        url="",
        shown=True,
    )


def renaming(old: str, new: str, applicability: str = "safe") -> Callable[[bytes], Report]:
    """A review that finds every occurrence of `old` and would replace it by `new`."""

    def review(data: bytes) -> Report:
        findings = []
        for number, line in enumerate(source_from_bytes(PATH, data).text.split("\n"), 1):
            if (at := line.find(old)) >= 0:
                findings.append(replacing(number, at + 1, at + 1 + len(old), new, applicability))
        return Report(tuple(findings), files=1)

    return review


def test_rounds_until_stable() -> None:
    """Fixes are applied again until none is left: the second of a line is found in the second round."""
    fixed = fix(PATH, b"x = old(old(1))\ny = old\n", renaming("old", "new"), unsafe=False)
    assert fixed.after == b"x = new(new(1))\ny = new\n"
    assert (fixed.applied, fixed.report.findings, fixed.notes) == (3, (), ())


def test_unsafe_fixes_wait_to_be_asked_for() -> None:
    """An unsafe fix is applied only on demand, one for display only never."""
    assert fix(PATH, b"old\n", renaming("old", "new", "unsafe"), unsafe=False).after == b"old\n"
    assert fix(PATH, b"old\n", renaming("old", "new", "unsafe"), unsafe=True).after == b"new\n"
    assert fix(PATH, b"old\n", renaming("old", "new", "display-only"), unsafe=True).after == b"old\n"


def test_result_that_does_not_parse_is_refused() -> None:
    """A fix that would leave no valid Python is not applied, and a note says so; others are."""

    def review(data: bytes) -> Report:
        found = [*renaming("bad", "((")(data).findings, *renaming("old", "new")(data).findings]
        return Report(tuple(found), files=1)

    fixed = fix(PATH, b"x = bad\ny = old\n", review, unsafe=False)
    assert fixed.after == b"x = bad\ny = new\n"
    assert [note.line for note in fixed.notes] == [1]
    assert "the fix of old-name was not applied" in fixed.notes[0].message


def test_endless_fixes_are_stopped() -> None:
    """A fix that calls for itself again comes to an end, with a note."""
    fixed = fix(PATH, b"x = old\n", renaming("old", "older"), unsafe=False)
    assert "do not come to an end" in fixed.notes[0].message


def test_overlapping_fixes_take_turns() -> None:
    """Of two fixes that touch the same stretch the first is taken, and equal edits count as one."""
    first, second, third = replacing(1, 1, 4, "a"), replacing(1, 3, 6, "b"), replacing(1, 1, 4, "a")
    assert without_overlaps([first, second, third]) == [first, third]


def test_edits_outside_the_text_are_no_fix() -> None:
    """Edits that cannot be made change nothing."""
    outside = replacing(9, 1, 2, "a").fix
    assert outside is not None
    assert apply_fixes(PATH, b"x = 1\n", [outside]) is None


def test_difference_is_unified_and_escaped() -> None:
    """A diff names the file and shows the lines, with nothing that could steer a terminal."""
    lines = list(difference(PATH, b"x = 1\ny = 2\n", b"x = '\x1b'\ny = 2\n", Style()))
    assert lines == ["--- a/a.py", "+++ b/a.py", "@@ -1,2 +1,2 @@", "-x = 1", "+x = '\\x1b'", " y = 2"]


def test_difference_of_equal_files_is_empty() -> None:
    """Nothing is printed for a file that stays as it is."""
    assert list(difference(PATH, b"x = 1\n", b"x = 1\n", Style())) == []


def test_notebooks_are_compared_by_cell() -> None:
    """In a notebook the diff is about the cell and not about the JSON around it."""
    before = (
        b'{"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": null,'
        b' "source": ["x = old"]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    )
    lines = list(difference("a.ipynb", before, before.replace(b"old", b"new"), Style()))
    assert lines[:2] == ["--- a/a.ipynb:cell 1", "+++ b/a.ipynb:cell 1"]
    assert lines[3:] == ["-x = old", "+x = new"]
