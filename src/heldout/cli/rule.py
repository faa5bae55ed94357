"""Explain a rule: what it finds, why that matters, what is better."""

import argparse
import importlib
from collections.abc import Iterator

from heldout.cli.printing import COLOURS, style_for, write
from heldout.project.usage import UsageError, suggestion
from heldout.reporting.manual import page_lines
from heldout.reporting.style import Style
from heldout.rules import ENTRIES, Entry, find, load

USAGE = "[OPTIONS] NAME|CODE"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything that ``heldout rule`` takes."""
    parser.add_argument("rule", nargs="?", metavar="NAME|CODE", help="the rule to explain")
    parser.add_argument("--all", action="store_true", help="list all rules")
    parser.add_argument(
        "--output-format", choices=("text", "json"), default="text", help="the form of the answer (text)"
    )
    parser.add_argument("--color", choices=COLOURS, default="auto", help="colour the page (auto)")


def run(arguments: argparse.Namespace) -> int:
    """Print the page of one rule, or the list of all."""
    if arguments.all == (arguments.rule is not None):
        raise UsageError("name a rule, or ask for --all of them")
    style = style_for(arguments.color)
    if arguments.all:
        write(_as_json([_facts(entry) for entry in ENTRIES]) if arguments.output_format == "json" else _list(style))
        return 0
    entry = find(arguments.rule)
    if entry is None:
        known = [*(each.name for each in ENTRIES), *(each.code for each in ENTRIES)]
        raise UsageError(f"there is no rule '{arguments.rule}'{suggestion(arguments.rule, known)}")
    write(_as_json(_facts(entry)) if arguments.output_format == "json" else _page(entry, style))
    return 0


def _page_text(entry: Entry) -> str:
    return importlib.import_module(entry.module).__doc__ or ""


def _page(entry: Entry, style: Style) -> Iterator[str]:
    rule = load(entry)
    label = style.paint(f"{entry.level}[{entry.name}]", entry.level)
    yield f"{label} {style.paint(entry.summary, 'strong')}"
    bias = "" if rule.bias == "none" else f", score {rule.bias}"
    yield style.paint(f"{entry.code}, section {entry.section}, {rule.confidence}{bias}, since {rule.since}", "faint")
    yield style.paint(entry.url, "faint")
    yield ""
    lines = list(page_lines(_page_text(entry).partition("\n")[2].strip("\n"), style))
    while lines and not lines[-1]:
        lines.pop()
    yield from lines


def _list(style: Style) -> Iterator[str]:
    width = max((len(entry.name) for entry in ENTRIES), default=0)
    for entry in ENTRIES:
        level = style.paint(entry.level.ljust(7), entry.level)
        yield f"{entry.code}  {level}  {entry.name.ljust(width)}  {entry.summary}"


def _facts(entry: Entry) -> dict[str, object]:
    rule = load(entry)
    return {
        "name": entry.name,
        "code": entry.code,
        "section": entry.section,
        "level": entry.level,
        "confidence": rule.confidence,
        "bias": rule.bias,
        "needs": list(entry.needs),
        "since": rule.since,
        "summary": entry.summary,
        "url": entry.url,
        "page": _page_text(entry),
    }


def _as_json(value: object) -> list[str]:
    import json

    return [json.dumps(value, indent=2)]
