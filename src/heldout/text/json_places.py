"""Where the characters of JSON strings stand in the file.

An offset in the text of a cell is turned into an offset in the JSON that holds it, also where escapes such as `\\n`,
`\\"` or a surrogate pair make the JSON wider than the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from heldout.text.places import Cell

_BLANKS = re.compile(r"[ \t\n\r]*")
_PLAIN_KEY = re.compile(r'"([^"\\\x00-\x1f]*)"[ \t\n\r]*:[ \t\n\r]*')
_SEPARATOR = re.compile(r"[ \t\n\r]*([,\]}])[ \t\n\r]*")
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")
_NEWLINE = re.compile(r"\r\n|\r|\n")
_decode_value = json.JSONDecoder().raw_decode


class JsonCursor:
    """A walk over a JSON document that keeps its place; every step raises ValueError where the document is not JSON."""

    __slots__ = ("_counted_to", "_line", "_line_start", "_newline", "document", "position")

    def __init__(self, document: str, position: int = 0) -> None:
        self.document = document
        self.position = position
        self._newline = "\n" if "\n" in document else "\r"
        self._counted_to = 0
        self._line = 1
        self._line_start = 0

    def peek(self) -> str:
        """Step over blanks and give the next character, "" at the end."""
        character = self.document[self.position : self.position + 1]
        if not character or character not in " \t\n\r":
            return character
        match = _BLANKS.match(self.document, self.position)
        if match is not None:
            self.position = match.end()
        return self.document[self.position : self.position + 1]

    def value(self) -> object:
        """Read the value that begins here."""
        self.peek()
        value, self.position = _decode_value(self.document, self.position)
        return value

    def members(self) -> Iterator[str]:
        """Walk an object: each key is given with the cursor at its value, which the caller reads before the next."""
        for _ in self._elements("{", "}"):
            match = _PLAIN_KEY.match(self.document, self.position)
            if match is not None:
                self.position = match.end()
                yield match.group(1)
            else:
                yield self._key_with_escapes()

    def items(self) -> Iterator[None]:
        """Walk a list: the cursor stands at each item, which the caller reads before the next."""
        return self._elements("[", "]")

    def end(self) -> None:
        """Require that nothing follows."""
        if self.peek():
            raise ValueError("more follows after the end")

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Give the line and column of an offset, both from 1; offsets must be asked for in rising order."""
        newlines = self.document.count(self._newline, self._counted_to, offset)
        if newlines:
            self._line += newlines
            self._line_start = self.document.rfind(self._newline, self._counted_to, offset) + 1
        self._counted_to = offset
        return self._line, offset - self._line_start + 1

    def _elements(self, opening: str, closing: str) -> Iterator[None]:
        self._expect(opening)
        if self.peek() == closing:
            self.position += 1
            return
        while True:
            yield None
            match = _SEPARATOR.match(self.document, self.position)
            if match is None:
                raise ValueError("expected a comma")
            self.position = match.end()
            if match.group(1) == ",":
                continue
            if match.group(1) != closing:
                raise ValueError(f"expected {closing}")
            return

    def _key_with_escapes(self) -> str:
        key = self.value()
        if not isinstance(key, str):
            raise ValueError("a key is not a string")
        self._expect(":")
        self.peek()
        return key

    def _expect(self, character: str) -> None:
        if self.peek() != character:
            raise ValueError(f"expected {character}")
        self.position += 1


class Piece(NamedTuple):
    """A JSON string: its decoded text, and the offsets of its first character and of its closing quote."""

    text: str
    start: int
    end: int


def line_starts(text: str) -> list[int]:
    """Give the offsets at which the lines of `text` begin; `\\r\\n`, `\\r` and `\\n` end a line."""
    return [0] + [match.end() for match in _NEWLINE.finditer(text)]


def joined_source(source: object) -> str | None:
    """Join the source of a cell, a string or a list of strings; None if it is anything else."""
    if isinstance(source, str):
        return source
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        return "".join(source)
    return None


def string_pieces(document: str, start: int) -> list[Piece]:
    """Give the strings of the source that begins at `start`: one string, or a list of strings."""
    cursor = JsonCursor(document, start)
    if cursor.peek() != "[":
        return [_piece(cursor)]
    return [_piece(cursor) for _ in cursor.items()]


def _piece(cursor: JsonCursor) -> Piece:
    cursor.peek()
    start = cursor.position + 1
    text = cursor.value()
    if not isinstance(text, str):
        raise ValueError("a part of the source is not a string")
    return Piece(text, start, cursor.position - 1)


def raw_offset(document: str, pieces: list[Piece], offset: int) -> int:
    """Give the offset in `document` of the character at `offset` in the joined text of `pieces`.

    Between two pieces the answer is the beginning of the second.
    """
    for piece in pieces[:-1]:
        if offset < len(piece.text):
            return _raw_offset_in_piece(document, piece, offset)
        offset -= len(piece.text)
    return _raw_offset_in_piece(document, pieces[-1], offset)


def _raw_offset_in_piece(document: str, piece: Piece, offset: int) -> int:
    raw = piece.start
    for escape in _ESCAPE.finditer(document, piece.start, piece.end):
        plain = escape.start() - raw
        if offset <= plain:
            break
        offset -= plain + 1
        raw = escape.end()
    return raw + offset


def why_not_json(document: str) -> tuple[str, int | None]:
    """Say what keeps `document` from being JSON, and on which line."""
    try:
        json.loads(document)
    except json.JSONDecodeError as error:
        return f"the JSON is broken ({error.msg[:1].lower()}{error.msg[1:]})", line_of(document, error.pos)
    except ValueError:
        return "the JSON has a number too long to read", None
    return "the JSON has parts of the wrong kind", None


def line_of(document: str, offset: int) -> int:
    """Give the line, from 1, on which an offset stands."""
    return len(_NEWLINE.findall(document, 0, offset)) + 1


def place_in_cell(cell: Cell, line: int, column: int) -> tuple[int, int]:
    """Give the line and column in the file, from 1, of a place in a cell; only the JSON of the cell is looked at."""
    starts = line_starts(cell.original)
    offset = min(starts[min(line, len(starts)) - 1] + column - 1, len(cell.original))
    pieces = string_pieces(cell.raw, 0)
    raw = raw_offset(cell.raw, pieces, offset) if pieces else 1
    first = line_starts(cell.raw[:raw])
    before = cell.raw_column if len(first) == 1 else 1
    return cell.raw_line + len(first) - 1, raw - first[-1] + before
