"""The one place that prints: lines to the terminal, a file or a pipe that may close at any time."""

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from heldout.project.usage import UsageError
from heldout.reporting.style import Style, escape

COLOURS = ("auto", "always", "never")


def write(lines: Iterable[str], stream: TextIO | None = None) -> None:
    """Print `lines`.  A reader that went away is no error; characters the stream has no code for are written out."""
    target = sys.stdout if stream is None else stream
    if hasattr(target, "reconfigure"):
        target.reconfigure(errors="backslashreplace")
    try:
        for line in lines:
            target.write(line + "\n")
        target.flush()
    except BrokenPipeError:
        # Python flushes once more at exit, which would complain; nobody reads what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), target.fileno())


def write_file(path: str, lines: Iterable[str]) -> None:
    """Write `lines` to the file `path`.  Raises `UsageError` if that cannot be done."""
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(line + "\n" for line in lines)
    except OSError as error:
        raise UsageError(f"--output-file: '{path}' cannot be written: {error.strerror}") from error


def complain(message: str) -> None:
    """One line about a mistake of the user, on the standard error stream."""
    write([f"heldout: error: {escape(message)}"], sys.stderr)


def style_for(choice: str, stream: TextIO | None = None) -> Style:
    """Colour if `choice` (one of `COLOURS`) says so, or with ``auto`` if the environment and the stream do."""
    if choice != "auto":
        return Style(choice == "always")
    if os.environ.get("NO_COLOR"):
        return Style(False)
    if os.environ.get("FORCE_COLOR"):
        return Style(True)
    target = sys.stdout if stream is None else stream
    return Style(target.isatty() and os.environ.get("TERM") != "dumb")
