"""What a review says, mapped to files and cells: the one value that every output format reads."""

from typing import TYPE_CHECKING, NamedTuple

from heldout.finding import LEVELS

if TYPE_CHECKING:
    from heldout.text.edits import Edit
    from heldout.text.source import Note


class Span(NamedTuple):
    """A stretch of source as people and tools address it; all numbers from 1, columns in code points.

    cell: counts every cell of a notebook, None in a script.  line to end_column: in the cell or file, the end column
    is the first one after the stretch.  raw_line, raw_column: the start in the file on disk.
    """

    cell: int | None
    line: int
    column: int
    end_line: int
    end_column: int
    raw_line: int
    raw_column: int


class ReportedStep(NamedTuple):
    """One station on the way to a finding; `excerpt` holds (line, text) pairs."""

    message: str
    path: str
    location: Span
    excerpt: tuple[tuple[int, str], ...]


class ReportedFix(NamedTuple):
    """A change that mends a finding."""

    title: str
    applicability: str
    edits: "tuple[Edit, ...]"


class ReportedFinding(NamedTuple):
    """A finding with everything that a format may show; `shown` is False for advice that nobody asked for."""

    rule: str
    code: str
    section: str
    level: str
    confidence: str
    bias: str
    message: str
    path: str
    location: Span
    excerpt: tuple[tuple[int, str], ...]
    steps: tuple[ReportedStep, ...]
    fix: ReportedFix | None
    fingerprint: str
    url: str
    shown: bool


class Report(NamedTuple):
    """The outcome of a review.

    files: how many were looked at.  suppressed: findings that a comment or a setting silences.
    internal_errors: how many files the review itself failed on; each has a note.
    """

    findings: tuple[ReportedFinding, ...] = ()
    notes: "tuple[Note, ...]" = ()
    files: int = 0
    suppressed: int = 0
    internal_errors: int = 0

    def shown(self) -> list[ReportedFinding]:
        """The findings to print."""
        return [finding for finding in self.findings if finding.shown]

    def count(self, level: str) -> int:
        """How many findings have `level`, shown or not."""
        return sum(finding.level == level for finding in self.findings)

    def fails(self, threshold: str) -> bool:
        """Whether a finding has level `threshold` or a graver one; never when the threshold is ``never``."""
        if threshold == "never":
            return False
        return any(LEVELS.index(finding.level) >= LEVELS.index(threshold) for finding in self.findings)
