"""One line a finding, for editors and for searching."""

from collections.abc import Iterator

from heldout.reporting.report import Report
from heldout.reporting.style import Style, escape
from heldout.reporting.terminal import header, place, summary


def render(report: Report, style: Style) -> Iterator[str]:
    """Findings, notes and the closing summary."""
    for finding in report.shown():
        yield header(finding, style)
    for note in report.notes:
        yield f"{place(note.path, note.cell, note.line)}: note: {escape(note.message)}"
    yield from summary(report, style)
