"""The full form for people: each finding with its source, then the way that led there."""

from collections.abc import Iterator

from heldout.reporting.excerpt import underline
from heldout.reporting.report import Report, ReportedFinding, ReportedStep, Span
from heldout.reporting.style import Style, escape

LINES_SHOWN = 3
"""A finding that spans more lines is shown by its first ones."""

BIASES = {
    "optimistic": "the score comes out better than the model is",
    "pessimistic": "the score comes out worse than the model is",
    "unstable": "the score changes from run to run",
}


def render(report: Report, style: Style) -> Iterator[str]:
    """Findings in order, then notes, then what they amount to."""
    for finding in report.shown():
        yield from _finding(finding, style)
        yield ""
    for note in report.notes:
        yield style.paint("note", "strong") + f": {place(note.path, note.cell, note.line)}: {escape(note.message)}"
    if report.notes:
        yield ""
    yield from summary(report, style)


def place(path: str, cell: int | None, line: int | None = None, column: int | None = None) -> str:
    """``nb.ipynb:cell 3:4:5``, as far as it is known."""
    parts = [escape(path)]
    if cell is not None:
        parts.append(f"cell {cell}")
    parts += [str(number) for number in (line, column) if number is not None]
    return ":".join(parts)


def header(finding: ReportedFinding, style: Style) -> str:
    """``path:line:column: level[rule] message``."""
    where = place(finding.path, finding.location.cell, finding.location.line, finding.location.column)
    label = style.paint(f"{finding.level}[{finding.rule}]", finding.level)
    return f"{style.paint(where, 'strong')}: {label} {escape(finding.message)}"


def summary(report: Report, style: Style) -> Iterator[str]:
    """How many findings of each level, what is not shown and what was not reviewed."""
    shown = report.shown()
    counts = [
        style.paint(_number(count, word, plural), level)
        for level, word, plural in (
            ("error", "error", "errors"),
            ("warning", "warning", "warnings"),
            ("advice", "piece of advice", "pieces of advice"),
        )
        if (count := sum(finding.level == level for finding in shown))
    ]
    files = _number(report.files, "file", "files")
    doubt = f", but see the {'note' if len(report.notes) == 1 else 'notes'} above" if report.notes else ""
    yield f"{', '.join(counts)} in {files}." if counts else f"No mistakes found in {files}{doubt}."
    hidden = len(report.findings) - len(shown)
    if hidden:
        verb, them = ("is", "it") if hidden == 1 else ("are", "them")
        yield f"{_number(hidden, 'piece', 'pieces')} of advice {verb} not shown; --advice shows {them}."
    if report.suppressed:
        yield f"{_number(report.suppressed, 'finding', 'findings')} suppressed."
    fixable = sum(finding.fix is not None and finding.fix.applicability != "display-only" for finding in shown)
    safe = sum(finding.fix is not None and finding.fix.applicability == "safe" for finding in shown)
    if fixable:
        option = "--fix" if safe == fixable else "--fix --unsafe-fixes"
        yield f"{_number(fixable, 'finding', 'findings')} can be fixed with {option}."


def _number(count: int, word: str, plural: str) -> str:
    return f"{count} {word if count == 1 else plural}"


def _finding(finding: ReportedFinding, style: Style) -> Iterator[str]:
    numbers = [line for line, _ in finding.excerpt]
    numbers += [line for step in finding.steps for line, _ in step.excerpt]
    margin = len(str(max(numbers, default=1)))
    yield header(finding, style)
    yield from _excerpt(finding.excerpt, finding.location, margin, "^", finding.level, style)
    for number, step in enumerate(finding.steps, 1):
        yield _step(number, step, finding.path, style)
        if (step.path, step.location) != (finding.path, finding.location):
            yield from _excerpt(step.excerpt[:1], step.location, margin, "-", "step", style)
    gutter = " " * (margin + 2) + style.paint("=", "faint")
    if remark := _remark(finding):
        yield f"{gutter} {remark}"
    if finding.fix is not None:
        yield f"{gutter} fix ({finding.fix.applicability}): {escape(finding.fix.title)}"


def _step(number: int, step: ReportedStep, path: str, style: Style) -> str:
    where = place(step.path, step.location.cell, step.location.line, step.location.column)
    if step.path == path:
        cell = f"cell {step.location.cell}, " if step.location.cell is not None else ""
        where = f"{cell}line {step.location.line}"
    return f"  {style.paint(f'{number}.', 'step')} {style.paint(where, 'strong')}: {escape(step.message)}"


def _remark(finding: ReportedFinding) -> str:
    sure = "" if finding.confidence == "proved" else f"{finding.confidence}, not proved"
    bias = BIASES.get(finding.bias, "")
    return "; ".join(part for part in (sure, bias) if part)


def _excerpt(
    lines: tuple[tuple[int, str], ...], span: Span, margin: int, mark: str, role: str, style: Style
) -> Iterator[str]:
    bar = style.paint("|", "faint")
    for line, text in lines[:LINES_SHOWN]:
        start = span.column if line == span.line else len(text) - len(text.lstrip()) + 1
        end = span.end_column if line == span.end_line else len(text.rstrip()) + 1
        shown = underline(text, start, end)
        yield f"  {style.paint(str(line).rjust(margin), 'faint')} {bar} {shown.text}".rstrip()
        yield f"  {' ' * margin} {bar} {' ' * shown.indent}{style.paint(mark * shown.length, role)}"
    if len(lines) > LINES_SHOWN:
        yield f"  {' ' * margin} {bar} ..."
