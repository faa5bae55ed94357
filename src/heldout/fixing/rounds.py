"""Fixes applied in rounds: one fix may make another possible, or move it, so the file is reviewed anew after each."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from heldout.finding import APPLICABILITIES
from heldout.reporting.report import Report, ReportedFinding, ReportedFix
from heldout.text.edits import Edit, apply_edits
from heldout.text.source import Note, source_from_bytes

MOST_ROUNDS = 50
"""A rule whose fix does not silence it must not keep the review going for ever."""


class Fixed(NamedTuple):
    """What became of a file: its bytes before and after, how many fixes were applied, the review of what is left,
    and notes on fixes that were refused."""

    before: bytes
    after: bytes
    applied: int
    report: Report
    notes: tuple[Note, ...]


def fix(path: str, data: bytes, review: Callable[[bytes], Report], unsafe: bool) -> Fixed:
    """Apply the fixes of the findings in `data`, the bytes of the file `path`, until none is left.

    review: finds the mistakes in bytes.  unsafe: also fixes that change what the program computes.
    """
    before = data
    applied = 0
    refused: dict[tuple[str, str], Note] = {}
    report = review(data)
    for _ in range(MOST_ROUNDS):
        candidates = [each for each in applicable(report.shown(), path, unsafe) if _key(each) not in refused]
        if not candidates:
            return Fixed(before, data, applied, report, tuple(refused.values()))
        chosen = without_overlaps(candidates)
        new = apply(path, data, chosen)
        if new is None:
            chosen = candidates[:1]
            new = apply(path, data, chosen)
        if new is None or new == data:
            refused[_key(chosen[0])] = _refusal(chosen[0])
            continue
        data = new
        applied += len(chosen)
        report = review(data)
    message = f"the fixes do not come to an end; {MOST_ROUNDS} rounds were made"
    return Fixed(before, data, applied, report, (*refused.values(), Note(path, None, None, message)))


def applicable(findings: Iterable[ReportedFinding], path: str, unsafe: bool) -> list[ReportedFinding]:
    """The findings whose fix may be applied and touches only the file `path`."""
    grades = APPLICABILITIES[APPLICABILITIES.index("unsafe" if unsafe else "safe") :]
    return [
        finding
        for finding in findings
        if finding.fix is not None
        and finding.fix.applicability in grades
        and all(edit.path == path for edit in finding.fix.edits)
    ]


def without_overlaps(findings: Sequence[ReportedFinding]) -> list[ReportedFinding]:
    """The findings, in order, whose edits do not touch the stretch of an earlier one; equal edits do not count."""
    chosen: list[ReportedFinding] = []
    taken: set[Edit] = set()
    for finding in findings:
        edits = _edits(finding.fix)
        if all(edit in taken or not any(_touch(edit, other) for other in taken) for edit in edits):
            chosen.append(finding)
            taken.update(edits)
    return chosen


def apply(path: str, data: bytes, findings: Sequence[ReportedFinding]) -> bytes | None:
    """The bytes after the fixes of `findings`, or None if they cannot be made or the result is no Python any more."""
    return apply_fixes(path, data, [finding.fix for finding in findings if finding.fix is not None])


def apply_fixes(path: str, data: bytes, fixes: Sequence[ReportedFix]) -> bytes | None:
    """As `apply`, for bare fixes."""
    edits = list(dict.fromkeys(edit for each in fixes for edit in each.edits))
    try:
        new = apply_edits(data, path, edits)
    except ValueError:
        # The edits overlap or lie outside of the text; the caller reports the fix as refused.
        return None
    return new if _problems(path, new) <= _problems(path, data) else None


def _problems(path: str, data: bytes) -> set[tuple[int | None, str]]:
    source = source_from_bytes(path, data)
    source.parse()
    return {(note.cell, note.message) for note in source.notes}


def _edits(fix: ReportedFix | None) -> tuple[Edit, ...]:
    return () if fix is None else fix.edits


def _touch(one: Edit, other: Edit) -> bool:
    if one.cell != other.cell:
        return False
    return (one.start_line, one.start_column) <= (other.end_line, other.end_column) and (
        other.start_line,
        other.start_column,
    ) <= (one.end_line, one.end_column)


def _key(finding: ReportedFinding) -> tuple[str, str]:
    return finding.rule, finding.fingerprint


def _refusal(finding: ReportedFinding) -> Note:
    where = finding.location
    message = f"the fix of {finding.rule} was not applied: it would leave code that is not valid or not changed"
    return Note(finding.path, where.cell, where.line, message)
