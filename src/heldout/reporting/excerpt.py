"""One line of source with a stretch of it underlined, whatever tabs, wide characters or control codes it holds."""

from typing import NamedTuple

from heldout.reporting.style import escape_character

TAB = "    "
WIDTH = 160
CONTEXT = 40


class Underlined(NamedTuple):
    """What to print: the text, and how many terminal cells lie before and under the stretch."""

    text: str
    indent: int
    length: int


def underline(text: str, column: int, end_column: int) -> Underlined:
    """`text` printable, with the stretch from `column` up to `end_column` (code points, from 1) measured.

    A line longer than `WIDTH` is cut around the stretch; the cut ends are marked with ``...``.
    """
    start = min(max(column - 1, 0), len(text))
    end = min(max(end_column - 1, start + 1), max(len(text), start + 1))
    first, last = _window(text, start, end)
    head = "..." if first else ""
    tail = "..." if last < len(text) else ""
    before = head + _printable(text[first:start])
    stretch = _printable(text[start : min(end, last)])
    return Underlined(
        before + stretch + _printable(text[min(end, last) : last]) + tail,
        _cells(before),
        max(_cells(stretch), 1),
    )


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    if len(text) <= WIDTH:
        return 0, len(text)
    first = max(start - CONTEXT, 0)
    return first, min(max(first + WIDTH, min(end, start + WIDTH)), len(text))


def _printable(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(TAB if character == "\t" else escape_character(character) for character in text)


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
