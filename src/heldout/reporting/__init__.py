"""Output formats, one module each: ``render(report, style)`` yields the lines of the report without line ends."""

import importlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heldout.reporting.report import Report
    from heldout.reporting.style import Style

FORMATS = {
    "full": "heldout.reporting.terminal",
    "concise": "heldout.reporting.concise",
    "json": "heldout.reporting.json",
}
"""The formats by the name given to ``--output-format``, and the modules that render them."""


def render(output_format: str, report: "Report", style: "Style") -> Iterator[str]:
    """The lines of `report` in one of `FORMATS`."""
    lines: Iterator[str] = importlib.import_module(FORMATS[output_format]).render(report, style)
    return lines
