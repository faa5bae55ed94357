"""Draw the journey of the rows in a file: where they come from, what is learned from them, which are scored.

A leak is drawn in red, with its steps. By default only what leads to scores and findings is drawn, and what is alike is one
box. The exit code is 0 even if there are findings; 2 for wrong use or a file that cannot be read.
"""

import argparse
import os
from typing import TYPE_CHECKING

from heldout.cli.printing import write
from heldout.project.configuration import configure
from heldout.project.usage import UsageError
from heldout.reporting.locating import Locator, Program, open_program
from heldout.reporting.style import escape
from heldout.review import review_file
from heldout.text.source import Note

if TYPE_CHECKING:
    from heldout.picture.journey import Picture
USAGE = "[OPTIONS] FILE"
STANDARD_OUTPUT = "-"
FORMATS = ("html", "svg", "mermaid", "json")
TEXTS = ("mermaid", "json")
SUFFIXES = {".html": "html", ".htm": "html", ".svg": "svg", ".mmd": "mermaid", ".mermaid": "mermaid", ".json": "json"}
REMEDY = 'the drawing needs Graphviz as a Python package; install it with: pip install "heldout[graph]"'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything that ``heldout graph`` takes."""
    parser.add_argument("file", metavar="FILE", help="a script or notebook")
    parser.add_argument(
        "--output",
        "-o",
        metavar="FILE",
        help="where to; the ending decides the format; - is the standard output (NAME.heldout.html in this folder; "
        "mermaid and json go to the standard output)",
    )
    parser.add_argument("--format", choices=FORMATS, help="the form of the drawing (html, or what --output ends in)")
    parser.add_argument("--all", action="store_true", help="also what leads to no score, and every box for itself")
    parser.add_argument("--open", action="store_true", help="show the drawing in the browser")
    parser.add_argument("--advice", action="store_true", help="mark advice as well")
    parser.add_argument("--config", metavar="FILE", help="the configuration file, or TOML such as 'advice = true'")
    parser.add_argument("--isolated", action="store_true", help="read no configuration file")


def run(arguments: argparse.Namespace) -> int:
    """Draw, write, and say where."""
    form, output = _target(arguments)
    picture = _picture(arguments)
    text = _render(picture, form)
    if output == STANDARD_OUTPUT:
        write(text.splitlines())
        return 0
    _save(output, text)
    write([f"Wrote {escape(output)}{_count(picture)}"])
    if arguments.open:
        import webbrowser

        webbrowser.open("file://" + os.path.abspath(output))
    return 0


def _target(arguments: argparse.Namespace) -> tuple[str, str]:
    """The format and the file to write."""
    output: str | None = arguments.output
    suffix = os.path.splitext(output)[1].lower() if output else ""
    form = arguments.format or SUFFIXES.get(suffix)
    if form is None and suffix:
        raise UsageError(f"--output: the ending '{suffix}' is not known; use .html or .svg, or say --format")
    form = form or "html"
    if output is None:
        stem = os.path.splitext(os.path.basename(arguments.file))[0]
        output = STANDARD_OUTPUT if form in TEXTS and not arguments.open else f"{stem}.heldout.{form}"
    if arguments.open and output == STANDARD_OUTPUT:
        raise UsageError("--open needs a file; name one with --output")
    return form, output


def _picture(arguments: argparse.Namespace) -> "Picture":
    from heldout.libraries import ROOTS
    from heldout.picture.composing import compose
    from heldout.reading import read
    from heldout.text.modules import Finder

    program = _program(arguments.file)
    source = program.source
    settings = configure(arguments.file, arguments.config, arguments.isolated)
    if arguments.advice:
        settings = settings._replace(advice=True)
    report = review_file(source.path, settings)
    locator = Locator(open_program, settings.root)
    locator.add(source.path, program)
    notes = tuple(_told(note) for note in report.notes)
    trace = read(source, program.statements, Finder(source.path, ROOTS), settings.roles)
    return compose(trace, report.shown(), locator, everything=arguments.all, notes=notes)


def _program(path: str) -> Program:
    """The file to draw.  Raises `UsageError` if nothing of it can be read."""
    if not os.path.isfile(path):
        raise UsageError(f"there is no file '{path}'")
    try:
        program = open_program(path)
    except OSError as error:
        raise UsageError(f"'{path}' cannot be read: {error.strerror}") from error
    if program.source.notes and not program.statements:
        raise UsageError(f"'{path}' cannot be read: {_told(program.source.notes[0])}")
    return program


def _told(note: Note) -> str:
    cell = f"cell {note.cell}: " if note.cell is not None else f"line {note.line}: " if note.line is not None else ""
    return f"{cell}{note.message}"


def _render(picture: "Picture", form: str) -> str:
    if form == "json":
        from heldout.picture.data import render_json

        return render_json(picture)
    if form == "mermaid":
        from heldout.picture.mermaid import render_mermaid

        return render_mermaid(picture)
    from heldout.picture.layout import MissingLayout

    try:
        return _drawn(picture, form)
    except MissingLayout as error:
        raise UsageError(REMEDY) from error


def _drawn(picture: "Picture", form: str) -> str:
    if form == "svg":
        from heldout.picture.svg import render_svg

        return render_svg(picture)
    from heldout.picture.html import render_html

    return render_html(picture)


def _save(path: str, text: str) -> None:
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"--output: '{path}' cannot be written: {error.strerror}") from error


def _count(picture: "Picture") -> str:
    leaks = sum(lettered.leak for lettered in picture.findings)
    return f": {leaks} {'leak' if leaks == 1 else 'leaks'} in red" if leaks else ""
