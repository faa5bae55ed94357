"""Values that say where something stands: notes, locations and cells."""

from __future__ import annotations

from typing import NamedTuple


class Note(NamedTuple):
    """One sentence about what could not be read, with its place.

    `cell` counts all cells of a notebook from 1, `line` counts from 1 in the cell or the file; both are None where
    the sentence is about the whole file.
    """

    path: str
    cell: int | None
    line: int | None
    message: str


class Location(NamedTuple):
    """A place as people name it; everything counts from 1, columns in code points.

    `line` and `column` are in the cell of a notebook or in the script, `raw_line` and `raw_column` in the file on disk.
    """

    cell: int | None
    line: int
    column: int
    raw_line: int
    raw_column: int


class Cell:
    """A code cell of a notebook.

    `number` counts all cells from 1, Markdown included. `text` is what is parsed: IPython syntax neutralised, newlines
    "\\n"; `original` is what the user wrote, newlines untouched. `first_line` is the line of the joined program where
    the cell begins, and `line_count` how many lines it has there. `raw` is the JSON of the cell's source exactly as in
    the file, beginning at `raw_line`, `raw_column`.
    """

    __slots__ = (
        "execution_count",
        "first_line",
        "identifier",
        "line_count",
        "number",
        "original",
        "raw",
        "raw_column",
        "raw_line",
        "tags",
        "text",
    )

    def __init__(
        self,
        number: int,
        original: str,
        *,
        execution_count: int | None = None,
        identifier: str | None = None,
        tags: tuple[str, ...] = (),
        raw: str = "",
        raw_line: int = 1,
        raw_column: int = 1,
    ) -> None:
        self.number = number
        self.original = original
        self.text = original
        self.first_line = 1
        self.line_count = 1
        self.execution_count = execution_count
        self.identifier = identifier
        self.tags = tags
        self.raw = raw
        self.raw_line = raw_line
        self.raw_column = raw_column

    def __repr__(self) -> str:
        return f"Cell(number={self.number}, first_line={self.first_line}, line_count={self.line_count})"
