"""From the coordinates of `ast` to those of people: findings as a rule makes them become findings as formats show them."""

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING

from heldout.finding import Finding, Fix, Place, Step
from heldout.project.fingerprint import Fingerprints
from heldout.project.statements import Surroundings, normalised, surroundings
from heldout.reporting.report import ReportedFinding, ReportedFix, ReportedStep, Span
from heldout.rules import page_url

if TYPE_CHECKING:
    from heldout.text.edits import Edit
    from heldout.text.source import Source

LINES_KEPT = 4
"""How many lines of source go with a finding; more are never shown."""


class Program:
    """A source with its tree."""

    __slots__ = ("source", "statements")

    def __init__(self, source: "Source", statements: list[ast.stmt]) -> None:
        self.source = source
        self.statements = statements

    def around(self, place: Place) -> Surroundings | None:
        """The statement at `place`."""
        return surroundings(self.statements, place.line, place.column)


def open_program(path: str) -> Program:
    """The program at `path`."""
    from heldout.text.source import read_source

    source = read_source(path)
    return Program(source, source.parse())


class Locator:
    """Maps places to files and cells; a file is read once, when the first place in it is asked for.

    open_program: reads the file of that path.  root: what fingerprints are relative to.
    """

    __slots__ = ("_fingerprints", "_open", "_programs", "_root")

    def __init__(self, open_program: Callable[[str], Program], root: str) -> None:
        self._open = open_program
        self._root = root
        self._programs: dict[str, Program] = {}
        self._fingerprints: dict[str, Fingerprints] = {}

    def add(self, path: str, program: Program) -> None:
        """Make a program known that is open already."""
        self._programs[path] = program

    def program(self, path: str) -> Program:
        """The program at `path`."""
        if path not in self._programs:
            self._programs[path] = self._open(path)
        return self._programs[path]

    def report(self, finding: Finding, level: str, shown: bool) -> ReportedFinding:
        """The finding with its places mapped, at `level`; to be called in reading order, for the fingerprints."""
        place = finding.place
        return ReportedFinding(
            rule=finding.rule,
            code=finding.code,
            section=finding.section,
            level=level,
            confidence=finding.confidence,
            bias=finding.bias,
            message=finding.message,
            path=place.path,
            location=self.span(place),
            excerpt=self.excerpt(place),
            steps=tuple(self._step(step) for step in finding.steps),
            fix=None if finding.fix is None else self._fix(finding.fix),
            fingerprint=self._fingerprint(finding),
            url=page_url(finding.rule),
            shown=shown,
        )

    def span(self, place: Place) -> Span:
        """Where `place` is in its file or cell."""
        source = self.program(place.path).source
        start = source.locate(place.line, place.column)
        end = source.locate(place.end_line, place.end_column)
        if end.cell != start.cell:
            end = start
        return Span(start.cell, start.line, start.column, end.line, end.column, start.raw_line, start.raw_column)

    def excerpt(self, place: Place) -> tuple[tuple[int, str], ...]:
        """The lines of `place` as the user wrote them, numbered as in the cell or file."""
        source = self.program(place.path).source
        first = source.locate(place.line, 0).line
        last = min(place.end_line, place.line + LINES_KEPT - 1)
        return tuple(
            (first + offset, source.original_line(place.line + offset)) for offset in range(last - place.line + 1)
        )

    def edit(self, place: Place, text: str) -> "Edit":
        """The replacement of what stands at `place`."""
        from heldout.text.edits import Edit

        span = self.span(place)
        return Edit(place.path, span.cell, span.line, span.column, span.end_line, span.end_column, text)

    def _step(self, step: Step) -> ReportedStep:
        return ReportedStep(step.message, step.place.path, self.span(step.place), self.excerpt(step.place))

    def _fix(self, fix: Fix) -> ReportedFix:
        edits = tuple(self.edit(replacement.place, replacement.text) for replacement in fix.replacements)
        return ReportedFix(fix.title, fix.applicability, edits)

    def _fingerprint(self, finding: Finding) -> str:
        path = finding.place.path
        if path not in self._fingerprints:
            self._fingerprints[path] = Fingerprints(path, self._root)
        program = self.program(path)
        around = program.around(finding.place)
        scope = around.scope if around else ""
        if program.source.cells and not scope:
            scope = self._cell_name(program.source, finding.place.line)
        statement = normalised(around.statement) if around else ""
        return self._fingerprints[path].of(finding.rule, scope, statement)

    def _cell_name(self, source: "Source", line: int) -> str:
        """The identifier of the cell at `line`, which stays when cells are moved, or else its number."""
        cell = source.cell_at(line)
        return f"cell {cell.identifier or cell.number}"
