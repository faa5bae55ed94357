"""A file of Python, script or notebook alike: its text, its statements, and the way back to what the user wrote."""

from __future__ import annotations

import ast
import os
import re
import stat
import sys
import warnings
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from heldout.text.decoding import UnreadableText, decode_notebook, decode_script, universal_newlines
from heldout.text.places import Cell, Location, Note
from heldout.text.positions import code_points_from_utf8

__all__ = [
    "LARGEST_NOTEBOOK",
    "LARGEST_SCRIPT",
    "Cell",
    "Location",
    "Note",
    "Source",
    "read_source",
    "source_from_bytes",
]

LARGEST_SCRIPT = 20_000_000
"""Bytes; a larger script is not read."""
LARGEST_NOTEBOOK = 200_000_000
"""Bytes; a larger notebook is not read."""

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_INDENTATION = re.compile(r"(?:[ \t]*\n)*([ \t]+)(?=\S)")


class _Parsed(NamedTuple):
    statements: list[ast.stmt]
    problem: str | None
    line: int | None
    """The line of the problem; None where the parser names none."""
    is_syntax: bool


class Source:
    """A file that was read.

    `text` is the program, lines separated by `\\n`: the cells of a notebook in the order in which they ran, with IPython
    syntax neutralised. It always has as many lines as the user wrote, with all code in its columns. `parse` may
    still change it in a script or cell that is no Python as it stands. `notes` says what could not be read;
    a file that could not be read at all has an empty `text`.
    """

    __slots__ = (
        "_lines",
        "_original",
        "_original_lines",
        "_shifts",
        "_starts",
        "cells",
        "is_notebook",
        "notes",
        "path",
        "text",
    )

    def __init__(
        self,
        path: str,
        text: str,
        *,
        cells: tuple[Cell, ...] = (),
        notes: list[Note] | None = None,
        is_notebook: bool = False,
    ) -> None:
        self.path = path
        self.cells = cells
        self.notes = notes if notes is not None else []
        self.is_notebook = is_notebook
        self._starts = [cell.first_line for cell in cells]
        self._shifts: dict[int, int] = {}
        self._original = text
        self._original_lines: list[str] | None = None
        self._lines: list[str] | None = None
        self.text = text
        if cells:
            self._neutralise_cells()

    def parse(self) -> list[ast.stmt]:
        """Give the statements of the program, with places in the joined text.

        A cell that is no Python costs one note and only itself; a script that is none gives one note and no statements.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return self._parse_cells() if self.is_notebook else self._parse_script()

    def locate(self, line: int, column_utf8: int) -> Location:
        """Turn a place of `ast`, line from 1 and column from 0 in UTF-8 bytes, into one that people can go to."""
        lines = self.lines
        index = min(max(line, 1), len(lines)) - 1
        column = code_points_from_utf8(lines[index], max(column_utf8, 0)) + self._shifts.get(index, 0)
        # A neutralised command can be longer than what it stands for.
        column = min(column, len(self.original_line(index + 1))) + 1
        if not self.cells:
            return Location(None, index + 1, column, index + 1, column)
        cell = self.cell_at(index + 1)
        line_in_cell = index + 2 - cell.first_line
        from heldout.text.json_places import place_in_cell

        raw_line, raw_column = place_in_cell(cell, line_in_cell, column)
        return Location(cell.number, line_in_cell, column, raw_line, raw_column)

    def original_line(self, joined_line: int) -> str:
        """Give a line of the joined text, from 1, as the user wrote it; "" for a line that does not exist."""
        if self._original_lines is None:
            self._original_lines = self.lines if self._original is self.text else self._original.split("\n")
        inside = 1 <= joined_line <= len(self._original_lines)
        return self._original_lines[joined_line - 1] if inside else ""

    def cell_at(self, joined_line: int) -> Cell:
        """Give the cell of a notebook in which a line of the joined text stands."""
        return self.cells[max(bisect_right(self._starts, joined_line) - 1, 0)]

    @property
    def lines(self) -> list[str]:
        """The lines of `text`, without their ends."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

    def _neutralise_cells(self) -> None:
        from heldout.text.magics import neutralise_cell

        originals = [_without_surrogates(universal_newlines(cell.original)) for cell in self.cells]
        for cell, original in zip(self.cells, originals, strict=True):
            self._set_cell_text(cell, *neutralise_cell(original))
        self._original = "\n".join(originals)
        self._join_cells()

    def _set_cell_text(self, cell: Cell, text: str, shifts: dict[int, int]) -> None:
        cell.text = text
        for line, shift in shifts.items():
            index = cell.first_line - 1 + line
            self._shifts[index] = self._shifts.get(index, 0) + shift

    def _join_cells(self) -> None:
        self.text = "\n".join(cell.text for cell in self.cells)
        self._lines = None

    def _note(self, message: str, cell: int | None, line: int | None) -> None:
        note = Note(self.path, cell, line, message)
        if note not in self.notes:
            self.notes.append(note)

    def _parse_script(self) -> list[ast.stmt]:
        first = _parse(self.text)
        if first.problem is None:
            return first.statements
        if first.is_syntax:
            for text, shifts in _rewritings(self.text):
                parsed = _parse(text)
                if parsed.problem is None:
                    self.text, self._shifts, self._lines = text, shifts, None
                    return parsed.statements
        self._note(first.problem, None, first.line)
        return []

    def _parse_cells(self) -> list[ast.stmt]:
        if not self.cells:
            return []
        joined = _parse(self.text)
        if joined.problem is None and self._each_in_one_cell(joined.statements):
            return joined.statements
        statements: list[ast.stmt] = []
        for cell in self.cells:
            statements += self._parse_cell(cell)
        self._join_cells()
        return statements

    def _each_in_one_cell(self, statements: list[ast.stmt]) -> bool:
        """Tell whether no statement begins in one cell and ends in another: such a one is broken, though it parses."""
        for statement in statements:
            cell = self.cell_at(_first_line(statement))
            if (statement.end_lineno or 0) >= cell.first_line + cell.line_count:
                return False
        return True

    def _parse_cell(self, cell: Cell) -> list[ast.stmt]:
        first = parsed = _parse(cell.text)
        if first.is_syntax:
            for text, shifts in _cell_rewritings(cell.text):
                parsed = _parse(text)
                if parsed.problem is None:
                    self._set_cell_text(cell, text, shifts)
                    break
        if parsed.problem is not None:
            self._note(first.problem or parsed.problem, cell.number, first.line)
            return []
        if cell.first_line > 1:
            for statement in parsed.statements:
                ast.increment_lineno(statement, cell.first_line - 1)
        return parsed.statements


def read_source(path: str) -> Source:
    """Read a script or a notebook; whatever is wrong with it becomes a note of the Source. Raises nothing.

    Only regular files are opened: a pipe or a device could block or never end.
    """
    limit = LARGEST_NOTEBOOK if _is_notebook(path) else LARGEST_SCRIPT
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            what = "a directory" if stat.S_ISDIR(status.st_mode) else "a pipe, a device or a socket"
            return _unreadable(path, f"is {what}, not a regular file, and was not read.")
        if not status.st_size:
            # Files that the kernel makes up, such as those in /proc, have no size, and reading one may never end.
            return source_from_bytes(path, b"")
        with open(path, "rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return _unreadable(path, f"cannot be read: {reason}.")
    return source_from_bytes(path, data)


def source_from_bytes(path: str, data: bytes) -> Source:
    """Make a Source of the bytes of a file; a notebook is known by the suffix `.ipynb` of `path`."""
    is_notebook = _is_notebook(path)
    limit = LARGEST_NOTEBOOK if is_notebook else LARGEST_SCRIPT
    if len(data) > limit:
        return _unreadable(
            path, f"is larger than {limit // 1_000_000} MB and was not read; exclude it from the review."
        )
    try:
        if not is_notebook:
            return Source(path, universal_newlines(decode_script(data).text))
        if not data.strip():
            return Source(path, "", is_notebook=True)
        document = decode_notebook(data).text
    except UnreadableText as unreadable:
        return _unreadable(path, unreadable.message, unreadable.line)
    from heldout.text.notebook import read_notebook

    notebook = read_notebook(path, document)
    return Source(path, "", cells=notebook.cells, notes=notebook.notes, is_notebook=True)


def _is_notebook(path: str) -> bool:
    return path[-6:].lower() == ".ipynb"


def _unreadable(path: str, message: str, line: int | None = None) -> Source:
    return Source(path, "", notes=[Note(path, None, line, message)], is_notebook=_is_notebook(path))


def _without_surrogates(text: str) -> str:
    """Replace half surrogate pairs, which JSON can hold and no encoding can."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.translate(_SURROGATES)
    return text


def _first_line(statement: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return decorators[0].lineno if decorators else statement.lineno


def _parse(text: str) -> _Parsed:
    try:
        return _Parsed(ast.parse(text).body, None, None, False)
    except SyntaxError as error:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        message = f"is not Python {version} ({error.msg}) and was not read; correct it or exclude it."
        line = min(error.lineno, text.count("\n") + 1) if error.lineno else None
        return _Parsed([], message, line, True)
    except ValueError as error:
        return _Parsed([], f"cannot be parsed ({error}) and was not read; correct it or exclude it.", None, False)
    except (RecursionError, MemoryError):
        return _Parsed([], "is nested too deeply for Python's parser and was not read; exclude it.", None, False)


def _cell_rewritings(text: str) -> Iterator[tuple[str, dict[int, int]]]:
    """Give what the text of a cell may mean: as `_rewritings`, and without the indentation of its first line."""
    indentation = _INDENTATION.match(text)
    shifts: dict[int, int] = {}
    if indentation is not None:
        blanks = indentation.group(1)
        lines = text.split("\n")
        # IPython takes these blanks from every line that has them, and leaves the other lines as they are.
        shifts = {number: len(blanks) for number, line in enumerate(lines) if line.startswith(blanks)}
        text = "\n".join(line.removeprefix(blanks) for line in lines)
        yield text, shifts
    for rewritten, more in _rewritings(text):
        yield rewritten, {line: shifts.get(line, 0) + more.get(line, 0) for line in shifts.keys() | more.keys()}


def _rewritings(text: str) -> list[tuple[str, dict[int, int]]]:
    """Give what `text` may mean if it is IPython or Python 2, the likelier first; nothing if it looks like neither."""
    from heldout.text.magics import Neutralised, needs_neutralising, neutralise
    from heldout.text.python2 import call_print_statements

    candidates: list[tuple[str, dict[int, int]]] = []
    last = Neutralised(text, {})
    if needs_neutralising(text):
        for bare_commands in (False, True):
            rewritten = neutralise(text, bare_commands=bare_commands)
            if rewritten.text != last.text:
                candidates.append(rewritten)
                last = rewritten
    called = call_print_statements(last.text)
    if called != last.text:
        candidates.append((called, last.shifts))
    return candidates
