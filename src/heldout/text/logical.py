"""Logical lines of Python-like text, found without parsing it: brackets, strings, comments and continuations only.

Text that no parser accepts (IPython commands, statements of Python 2) can so be rewritten where it stands, and nothing
inside a string or a continued line is mistaken for it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_INDENT = re.compile(r"[ \t\f]*")
_INTERESTING = re.compile(r"[#\"'()\[\]{}\\\n=?:;]")
_COMMAND_ASSIGNED = re.compile(r"=[ \t]*(?=%|!(?!=))")
_STRINGS = {
    '"""': re.compile(r'"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*(?:"""|\\?\Z)', re.DOTALL),
    "'''": re.compile(r"'''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*(?:'''|\\?\Z)", re.DOTALL),
    '"': re.compile(r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"?', re.DOTALL),
    "'": re.compile(r"'[^'\\\n]*(?:\\.[^'\\\n]*)*'?", re.DOTALL),
}
_BEFORE_COMPARISON = frozenset("=!<>+-*/%&|^@:")


class LogicalLine(NamedTuple):
    """A statement line: `end` is the offset of its newline (or of the text's end).

    `marks` are the characters outside brackets, strings and comments that rewriting asks about, with their offsets:
    `:` `;` `?`, `#` where a comment begins, and `=` at the command of an assignment such as `x = !ls`, at the offset
    of the command; such a command ends the line.
    """

    end: int
    marks: list[tuple[str, int]]


def indent_end(text: str, position: int) -> int:
    """Give the offset of the first character after the blanks at `position`."""
    match = _INDENT.match(text, position)
    return match.end() if match is not None else position


def command_end(text: str, position: int) -> int:
    """Give the end of a command line: its newline, unless a backslash stands before it."""
    while True:
        end = text.find("\n", position)
        if end < 0:
            return len(text)
        if not text[position:end].rstrip(" \t").endswith("\\"):
            return end
        position = end + 1


def logical_line(text: str, position: int) -> LogicalLine:
    """Scan the logical line that begins at `position`."""
    marks: list[tuple[str, int]] = []
    depth = 0
    while match := _INTERESTING.search(text, position):
        start, character = match.start(), match.group()
        if character in "([{":
            depth += 1
        elif character in ")]}":
            depth = max(0, depth - 1)
        elif depth == 0 and character == "\n":
            return LogicalLine(start, marks)
        elif depth == 0 and character == "=":
            command = _assigned_command(text, start)
            if command is not None:
                marks.append(("=", command))
                return LogicalLine(command_end(text, start), marks)
        elif depth == 0 and character in ":;?#":
            marks.append((character, start))
        position = _token_end(text, start)
    return LogicalLine(len(text), marks)


def _token_end(text: str, start: int) -> int:
    """Give the end of the string, the comment, the continuation or the single character at `start`."""
    character = text[start]
    if character in "\"'":
        return _string_end(text, start)
    if character == "#":
        end = text.find("\n", start)
        return len(text) if end < 0 else end
    if character == "\\" and text.startswith("\n", start + 1):
        return start + 2
    return start + 1


def _assigned_command(text: str, start: int) -> int | None:
    """Give the offset of the `%` or `!` command that the `=` at `start` assigns, None if it assigns something else."""
    command = _COMMAND_ASSIGNED.match(text, start)
    return None if command is None or text[start - 1 : start] in _BEFORE_COMPARISON else command.end()


def _string_end(text: str, start: int) -> int:
    opening = text[start : start + 3]
    pattern = _STRINGS.get(opening) or _STRINGS[text[start]]
    match = pattern.match(text, start)
    return match.end() if match is not None else start + 1


def replace_ranges(text: str, ranges: list[tuple[int, int, str]]) -> str:
    """Replace the given (start, end, replacement) ranges, which are in order and apart."""
    parts: list[str] = []
    position = 0
    for start, end, replacement in ranges:
        parts.append(text[position:start])
        parts.append(replacement)
        position = end
    parts.append(text[position:])
    return "".join(parts)
