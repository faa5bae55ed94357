"""How often each rule spoke, the most talkative first."""

from collections.abc import Iterator

from heldout.reporting.report import Report
from heldout.reporting.style import Style
from heldout.reporting.terminal import summary


def render(report: Report, style: Style) -> Iterator[str]:
    """A line a rule, with the number of findings, the number of files they are in, and the level."""
    counts: dict[tuple[str, str, str], list[str]] = {}
    for finding in report.shown():
        counts.setdefault((finding.code, finding.rule, finding.level), []).append(finding.path)
    for (code, rule, level), paths in sorted(counts.items(), key=lambda item: (-len(item[1]), item[0])):
        files = f"{len(set(paths))} {'file' if len(set(paths)) == 1 else 'files'}"
        yield f"{len(paths):>5}  {code}  {style.paint(level.ljust(7), level)}  {rule} (in {files})"
    yield from summary(report, style)
