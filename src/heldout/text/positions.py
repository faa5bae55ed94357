"""Columns of one line in the three units in use: code points (people), UTF-8 bytes (`ast`), UTF-16 units (LSP).

All columns here count from 0. A column past the end of the line means its end; one inside a character means its start.
"""

from __future__ import annotations

_CONTINUATION_BYTES = bytes(range(0x80, 0xC0))


def code_points_from_utf8(line: str, column: int) -> int:
    """Turn a column in UTF-8 bytes into one in code points."""
    if line.isascii():
        return min(column, len(line))
    encoded = line.encode("utf-8", "surrogatepass")
    inside_character = column < len(encoded) and 0x80 <= encoded[column] < 0xC0
    return len(encoded[:column].translate(None, _CONTINUATION_BYTES)) - inside_character


def utf8_from_code_points(line: str, column: int) -> int:
    """Turn a column in code points into one in UTF-8 bytes."""
    if line.isascii():
        return min(column, len(line))
    return len(line[:column].encode("utf-8", "surrogatepass"))


def utf16_from_code_points(line: str, column: int) -> int:
    """Turn a column in code points into one in UTF-16 code units."""
    if line.isascii():
        return min(column, len(line))
    return len(line[:column].encode("utf-16-le", "surrogatepass")) // 2


def code_points_from_utf16(line: str, column: int) -> int:
    """Turn a column in UTF-16 code units into one in code points."""
    if line.isascii():
        return min(column, len(line))
    units = 0
    for index, character in enumerate(line):
        units += 2 if character > "\uffff" else 1
        if units > column:
            return index
    return len(line)
