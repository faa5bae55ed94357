"""Show what the review understood of a file: the events it read, in the order in which they happen."""

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from heldout.cli.printing import COLOURS, style_for, write
from heldout.project.usage import UsageError
from heldout.reporting.locating import Locator, open_program
from heldout.reporting.style import Style, escape
from heldout.reporting.terminal import place
from heldout.text.source import Note

if TYPE_CHECKING:
    from heldout.events import Event

USAGE = "[OPTIONS] FILE"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything that ``heldout trace`` takes."""
    parser.add_argument("file", metavar="FILE", help="a script or notebook")
    parser.add_argument(
        "--output-format", choices=("text", "json"), default="text", help="the form of the trace (text)"
    )
    parser.add_argument("--calls", action="store_true", help="show the calls of libraries, too, with their arguments")
    parser.add_argument("--color", choices=COLOURS, default="auto", help="colour the places (auto)")


def run(arguments: argparse.Namespace) -> int:
    """Print the events, then what could not be read."""
    import os

    from heldout.events.calls import Call, Switch
    from heldout.libraries import ROOTS
    from heldout.project.configuration import configure
    from heldout.reading import read
    from heldout.text.modules import Finder

    if not os.path.isfile(arguments.file):
        raise UsageError(f"there is no file '{arguments.file}'")
    program = open_program(arguments.file)
    source = program.source
    trace = read(source, program.statements, Finder(source.path, ROOTS), configure(arguments.file).roles)
    events = (
        trace.events if arguments.calls else [event for event in trace.events if not isinstance(event, Call | Switch)]
    )
    locator = Locator(open_program, "")
    locator.add(source.path, program)
    notes = [*source.notes, *(Note(source.path, None, None, message) for message in trace.notes)]
    if arguments.output_format == "json":
        write(_as_json(events, locator, notes))
    else:
        write(_as_text(events, locator, notes, style_for(arguments.color)))
    return 0


def _as_text(told: "Sequence[Event]", locator: Locator, notes: list[Note], style: Style) -> Iterator[str]:
    for event in told:
        span = locator.span(event.place)
        where = place(event.place.path, span.cell, span.line, span.column)
        yield f"{style.paint(where, 'strong')}: {escape(event.describe())}"
    for note in notes:
        yield f"note: {place(note.path, note.cell, note.line)}: {escape(note.message)}"
    if not told:
        yield "Nothing that loads, splits, fits or scores was found."


def _as_json(told: "Sequence[Event]", locator: Locator, notes: list[Note]) -> list[str]:
    import json

    events = []
    for event in told:
        span = locator.span(event.place)
        where = {"path": event.place.path, "cell": span.cell, "line": span.line, "column": span.column}
        events.append({"event": event.name, **where, "text": event.describe()})
    document = {"schema": "heldout-trace/1", "events": events, "notes": [note._asdict() for note in notes]}
    return [json.dumps(document, indent=2)]
