"""Reading: from source code to a trace, without running or importing what is read."""

import ast
from collections.abc import Sequence

from heldout.reading import interpret
from heldout.reading.expressions import evaluate
from heldout.reading.reader import Reader
from heldout.text.source import Source
from heldout.trace import Trace


def read(source: Source, statements: Sequence[ast.stmt]) -> Trace:
    """The events of a program: its module from top to bottom, then what it defines and nobody calls."""
    reader = Reader(source.path, _length(statements), evaluate, interpret.run)
    interpret.run(reader, statements)
    reader.trace.runs_at_import = bool(reader.trace.events)
    interpret.call_uncalled(reader)
    reader.trace.fragment = not reader.trace.imports
    if reader.trace.exhausted_at is not None:
        reader.trace.notes.append(
            f"the program runs longer than the reading budget: from line {reader.trace.exhausted_at} on, calls of its own "
            "functions are not followed"
        )
    return reader.trace


def _length(statements: Sequence[ast.stmt]) -> int:
    return (statements[-1].end_lineno or 1) if statements else 1
