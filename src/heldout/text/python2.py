"""Print statements of Python 2 as calls, so that code that is otherwise alike can be read."""

from __future__ import annotations

import re
from bisect import bisect_right

from heldout.text.logical import LogicalLine, indent_end, logical_line, replace_ranges

_PRINT = re.compile(r"print[ \t]+(?![ \t(=>.,:;)\]}+*/%<|&^@#\n]|(?:in|is|and|or|if|else|not in)\b|\Z)")
_SUSPECT = re.compile(r"\bprint[ \t]+[^\s(=]")


def call_print_statements(text: str) -> str:
    """Turn `print x, y` into `print(x, y)`; every line and every column of code stays where it is."""
    if _SUSPECT.search(text) is None:
        return text
    ranges: list[tuple[int, int, str]] = []
    position = 0
    while position < len(text):
        start = indent_end(text, position)
        line = logical_line(text, start)
        _rewrite_line(text, start, line, ranges)
        position = line.end + 1
    return replace_ranges(text, ranges)


def _rewrite_line(text: str, start: int, line: LogicalLine, ranges: list[tuple[int, int, str]]) -> None:
    starts = [start] + [indent_end(text, offset + 1) for mark, offset in line.marks if mark in ":;"]
    stops = [offset for mark, offset in line.marks if mark in ";#"]
    for statement in starts:
        if _PRINT.match(text, statement) is None:
            continue
        following = bisect_right(stops, statement)
        end = stops[following] if following < len(stops) else line.end
        code_end = statement + len(text[statement:end].rstrip())
        ranges.append((statement + 5, statement + 6, "("))
        # The blank after `;` makes room for the parenthesis, so that what follows keeps its column.
        if text[code_end : code_end + 2] == "; ":
            ranges.append((code_end, code_end + 2, ");"))
        else:
            ranges.append((code_end, code_end, ")"))
