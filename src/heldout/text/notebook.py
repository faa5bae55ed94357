"""Notebooks: the code cells of an .ipynb file in the order in which they ran, with their places in its JSON.

The file is walked once. Python steps only over the structure down to the keys of a cell; every value is read by the
JSON scanner of the standard library in C, which tells where the value ends, so outputs of any size cost little.
"""

from __future__ import annotations

from typing import NamedTuple

from heldout.text.decoding import universal_newlines
from heldout.text.json_places import JsonCursor, joined_source, why_not_json
from heldout.text.places import Cell, Note

_CELL_KEYS_READ = frozenset({"cell_type", "execution_count", "id", "language", "metadata", "prompt_number"})
_PYTHON_LANGUAGES = ("python", "ipython", "pyspark", "sage")


class Notebook(NamedTuple):
    """The code cells of a notebook in program order, and what is to be said about it."""

    cells: tuple[Cell, ...]
    notes: list[Note]


class _Reader:
    __slots__ = ("cells", "counted", "cursor", "has_cells", "metadata", "notes", "path", "starts")

    def __init__(self, path: str, document: str) -> None:
        self.path = path
        self.cursor = JsonCursor(document)
        self.cells: list[Cell] = []
        self.starts: list[int] = []
        self.notes: list[Note] = []
        self.metadata: object = None
        self.has_cells = False
        self.counted = 0

    def note(self, message: str, cell: int | None = None, line: int | None = None) -> None:
        self.notes.append(Note(self.path, cell, line, message))

    def read(self) -> None:
        cursor = self.cursor
        if cursor.peek() != "{":
            cursor.value()
            cursor.end()
            self.note("is JSON but not a notebook; export it from Jupyter or exclude it from the review.")
            return
        for key in cursor.members():
            if key == "cells":
                self._forget_cells()
                self._read_cells()
            elif key == "worksheets":
                self._read_worksheets()
            elif key == "metadata":
                self.metadata = cursor.value()
            else:
                cursor.value()
        cursor.end()
        if self.has_cells and not self.cells and not self.notes:
            self.note("has no code cells: there is nothing to review.")
        if not self.has_cells and not self.notes:
            self.note('is JSON but not a notebook: it has no "cells"; export it from Jupyter or exclude it.')

    def _forget_cells(self) -> None:
        if self.has_cells:
            self.note("has more than one list of cells; the last one is read.")
        self.cells.clear()
        self.starts.clear()
        self.counted = 0

    def _read_worksheets(self) -> None:
        cursor = self.cursor
        self._forget_cells()
        self.has_cells = True
        if cursor.peek() != "[":
            cursor.value()
            self.note('has "worksheets" that are not a list; open it in Jupyter to repair it.')
            return
        for _ in cursor.items():
            if cursor.peek() != "{":
                cursor.value()
                self.note("has a worksheet that is not an object; open it in Jupyter to repair it.")
                continue
            for key in cursor.members():
                if key == "cells":
                    self._read_cells()
                else:
                    cursor.value()

    def _read_cells(self) -> None:
        cursor = self.cursor
        self.has_cells = True
        if cursor.peek() != "[":
            cursor.value()
            self.note('has "cells" that are not a list; open it in Jupyter to repair it.')
            return
        for _ in cursor.items():
            self.counted += 1
            if cursor.peek() == "{":
                self._read_cell()
            else:
                cursor.value()
                self.note("is not an object and was skipped.", self.counted)

    def _read_cell(self) -> None:
        cursor = self.cursor
        fields: dict[str, object] = {}
        start = end = -1
        source: object = None
        for key in cursor.members():
            if key in ("source", "input"):
                if start >= 0:
                    self.note(f'has the key "{key}" twice; the last one counts, as in Jupyter.', self.counted)
                cursor.peek()
                start = cursor.position
                source = cursor.value()
                end = cursor.position
            elif key in _CELL_KEYS_READ:
                fields[key] = cursor.value()
            else:
                cursor.value()
        if fields.get("cell_type") == "code":
            self._add_code_cell(fields, source, start, end)

    def _add_code_cell(self, fields: dict[str, object], source: object, start: int, end: int) -> None:
        text = joined_source(source)
        if text is None:
            problem = "has no source" if start < 0 else "has a source that is not text"
            self.note(f"{problem} and was skipped.", self.counted)
            return
        if not _is_python(_cell_language(fields)):
            return
        raw_line, raw_column = self.cursor.line_and_column(start)
        metadata = fields.get("metadata")
        tags = metadata.get("tags") if isinstance(metadata, dict) else None
        identifier = fields.get("id")
        self.starts.append(start)
        self.cells.append(
            Cell(
                self.counted,
                text,
                execution_count=_count(fields),
                identifier=identifier if isinstance(identifier, str) else None,
                tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
                raw=self.cursor.document[start:end],
                raw_line=raw_line,
                raw_column=raw_column,
            )
        )


def read_notebook(path: str, document: str) -> Notebook:
    """Read the decoded JSON of a notebook of format 3 or 4. What cannot be read becomes a note."""
    reader = _Reader(path, document)
    try:
        reader.read()
    except RecursionError:
        return Notebook((), [Note(path, None, None, "is JSON nested too deeply to be a notebook.")])
    except ValueError:
        message, line = why_not_json(document)
        return Notebook((), [Note(path, None, line, f"is not a notebook: {message}.")])
    language = _language(reader.metadata)
    if not _is_python(language):
        return Notebook(
            (), [Note(path, None, None, f"is a notebook in {language}, not in Python, and was left alone.")]
        )
    return Notebook(_program(reader), reader.notes)


def read_code_cells(path: str, document: str) -> dict[int, tuple[Cell, int]]:
    """Give every code cell by its number, with the offset of its source in `document`. Raises ValueError."""
    reader = _Reader(path, document)
    reader.read()
    return {cell.number: (cell, start) for cell, start in zip(reader.cells, reader.starts, strict=True)}


def _program(reader: _Reader) -> tuple[Cell, ...]:
    cells = _in_execution_order(reader)
    line = 1
    for cell in cells:
        cell.first_line = line
        cell.line_count = universal_newlines(cell.original).count("\n") + 1
        line += cell.line_count
    return tuple(cells)


def _in_execution_order(reader: _Reader) -> list[Cell]:
    """Order the cells by their execution counts where these are complete and distinct and tell another order."""
    written = [cell for cell in reader.cells if cell.original.strip()]
    counts = [cell.execution_count for cell in written if cell.execution_count is not None]
    if len(counts) < len(written) or len(set(counts)) < len(counts) or counts == sorted(counts):
        return reader.cells
    reader.note("was run in another order than its cells stand in; it is read in the order of its execution counts.")
    keys: list[int] = []
    for cell in reader.cells:
        blank = not cell.original.strip() or cell.execution_count is None
        keys.append((keys[-1] if keys else 0) if blank else cell.execution_count or 0)
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return [reader.cells[index] for index in order]


def _count(fields: dict[str, object]) -> int | None:
    count = fields.get("execution_count", fields.get("prompt_number"))
    return count if isinstance(count, int) and not isinstance(count, bool) else None


def _cell_language(fields: dict[str, object]) -> str | None:
    metadata = fields.get("metadata")
    editor = metadata.get("vscode") if isinstance(metadata, dict) else None
    language = editor.get("languageId") if isinstance(editor, dict) else fields.get("language")
    return language if isinstance(language, str) else None


def _language(metadata: object) -> str | None:
    if not isinstance(metadata, dict):
        return None
    for section, key in (("language_info", "name"), ("kernelspec", "language")):
        described = metadata.get(section)
        language = described.get(key) if isinstance(described, dict) else None
        if isinstance(language, str) and language:
            return language
    return None


def _is_python(language: str | None) -> bool:
    return language is None or language.lower().startswith(_PYTHON_LANGUAGES)
