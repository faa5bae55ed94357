"""Edits applied to the bytes of a script or a notebook, with every other byte left as it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from heldout.text.decoding import Decoded, UnreadableText, decode_notebook, decode_script

if TYPE_CHECKING:
    from heldout.text.json_places import Piece

_NEWLINE = re.compile(r"\r\n|\r|\n")


class Edit(NamedTuple):
    """Replace the text from start to end, the end not included, by `replacement`.

    Lines and columns count from 1, columns in code points, in the cell (`cell` counts all cells of the notebook from
    1) or in the script, where `cell` is None. Lines of `replacement` end in "\\n".
    """

    path: str
    cell: int | None
    start_line: int
    start_column: int
    end_line: int
    end_column: int
    replacement: str


class _Range(NamedTuple):
    start: int
    end: int
    replacement: str


def apply_edits(data: bytes, path: str, edits: list[Edit]) -> bytes:
    """Apply edits to the bytes of the file `path`; a notebook is known by its suffix `.ipynb`.

    Encoding, byte-order mark and newlines stay, and in a notebook every byte outside the edited strings. Equal edits
    count once; insertions at one place are made in the given order. Raises ValueError if edits overlap, if one lies
    outside the text, or if the file cannot be read or cannot hold the replacement.
    """
    wanted = [edit for edit in dict.fromkeys(edits) if edit.path == path]
    if len(wanted) < len(set(edits)):
        raise ValueError(f"{path}: the edits are for more than this file; apply those of each file on their own.")
    if not wanted:
        return data
    try:
        if path[-6:].lower() == ".ipynb":
            decoded = decode_notebook(data)
            text = _edit_notebook(decoded.text, path, wanted)
        else:
            decoded = decode_script(data)
            text = _edit_script(decoded.text, path, wanted)
    except UnreadableText as unreadable:
        raise ValueError(f"{path} {unreadable.message}") from None
    return _encode(data, path, decoded, text)


def _edit_script(text: str, path: str, edits: list[Edit]) -> str:
    for edit in edits:
        if edit.cell is not None:
            raise ValueError(f"{path} is a script and has no cell {edit.cell}; its edits name no cell.")
    return _splice(text, _ranges(text, path, edits))


def _edit_notebook(document: str, path: str, edits: list[Edit]) -> str:
    from heldout.text.notebook import read_code_cells

    by_cell: dict[int | None, list[Edit]] = {}
    for edit in edits:
        by_cell.setdefault(edit.cell, []).append(edit)
    try:
        cells = read_code_cells(path, document)
    except (ValueError, RecursionError):
        raise ValueError(f"{path} is not a notebook that can be edited: its JSON is broken.") from None
    ranges: list[_Range] = []
    for number, cell_edits in by_cell.items():
        if number not in cells:
            raise ValueError(f"{path} has no code cell {number} to edit.")
        cell, start = cells[number]
        ranges += _raw_ranges(document, start, _ranges(cell.original, f"{path}, cell {number}", cell_edits))
    ranges.sort(key=lambda edit: edit.start)
    return _splice(document, ranges)


def _ranges(text: str, place: str, edits: list[Edit]) -> list[_Range]:
    """Turn edits into ranges of offsets in order, replacements in the newlines of the text."""
    starts = [0]
    ends: list[int] = []
    newlines: list[str] = []
    for match in _NEWLINE.finditer(text):
        ends.append(match.start())
        starts.append(match.end())
        newlines.append(match.group())
    ends.append(len(text))
    newlines.append(newlines[0] if newlines else "\n")
    ranges: list[_Range] = []
    for edit in edits:
        start = _offset(starts, ends, place, edit.start_line, edit.start_column)
        end = _offset(starts, ends, place, edit.end_line, edit.end_column)
        if end < start:
            raise ValueError(f"{place}: the edit at line {edit.start_line} ends before it starts.")
        ranges.append(_Range(start, end, edit.replacement.replace("\n", newlines[edit.start_line - 1])))
    ranges.sort(key=lambda edit: (edit.start, edit.end))
    for earlier, later in pairwise(ranges):
        if later.start < earlier.end:
            raise ValueError(
                f"{place}: two edits overlap at line {bisect_right(starts, later.start)}; apply one of them."
            )
    return ranges


def _offset(starts: list[int], ends: list[int], place: str, line: int, column: int) -> int:
    if not 1 <= line <= len(starts) or not 1 <= column <= ends[line - 1] - starts[line - 1] + 1:
        raise ValueError(f"{place}: there is no line {line}, column {column} to edit.")
    return starts[line - 1] + column - 1


def _raw_ranges(document: str, start: int, ranges: list[_Range]) -> list[_Range]:
    """Turn ranges in the text of a cell into ranges in the JSON, replacements escaped.

    A source that is a list keeps one line an element, as Jupyter writes it.
    """
    import json

    from heldout.text.json_places import raw_offset, string_pieces

    pieces = string_pieces(document, start)
    escapes_all = document.isascii() and "\\u" in document
    if not pieces:
        text = "".join(edit.replacement for edit in ranges)
        return [_Range(start + 1, start + 1, json.dumps(text, ensure_ascii=escapes_all))]
    between = _between_elements(document, start, pieces)
    length = sum(len(piece.text) for piece in pieces)
    raw: list[_Range] = []
    for edit in ranges:
        lines = [edit.replacement] if between is None else _split_lines(edit.replacement, keep_rest=edit.end < length)
        escaped = [json.dumps(line, ensure_ascii=escapes_all)[1:-1] for line in lines]
        if between is not None and edit.start == length and pieces[-1].text.endswith(("\n", "\r")):
            escaped.insert(0, "")
        replacement = (between or "").join(escaped)
        raw.append(
            _Range(raw_offset(document, pieces, edit.start), raw_offset(document, pieces, edit.end), replacement)
        )
    return raw


def _between_elements(document: str, start: int, pieces: list[Piece]) -> str | None:
    """Give what stands between two lines of a source that is a list, quotes included; None if it is one string."""
    if document[start] != "[":
        return None
    if len(pieces) > 1:
        return document[pieces[0].end : pieces[1].start]
    return f'",{document[start + 1 : pieces[0].start]}'


def _split_lines(text: str, *, keep_rest: bool) -> list[str]:
    """Split after each newline; with `keep_rest` what follows the last one is kept even if it is empty."""
    lines: list[str] = []
    position = 0
    for match in _NEWLINE.finditer(text):
        lines.append(text[position : match.end()])
        position = match.end()
    if position < len(text) or keep_rest or not lines:
        lines.append(text[position:])
    return lines


def _splice(text: str, ranges: list[_Range]) -> str:
    parts: list[str] = []
    position = 0
    for start, end, replacement in ranges:
        parts.append(text[position:start])
        parts.append(replacement)
        position = end
    parts.append(text[position:])
    return "".join(parts)


def _encode(data: bytes, path: str, decoded: Decoded, text: str) -> bytes:
    if decoded.encoding != "utf-8" and decoded.text.encode(decoded.encoding) != data:
        raise ValueError(f"{path} cannot be edited: its bytes have more than one form in {decoded.encoding}.")
    try:
        return decoded.mark + text.encode(decoded.encoding)
    except UnicodeEncodeError as error:
        character = error.object[error.start]
        raise ValueError(
            f"{path} is in {decoded.encoding}, which has no {character!r}; save it as UTF-8 first."
        ) from None
