"""IPython's syntax turned into Python that has the same number of lines and leaves all code in its columns.

Only logical lines are judged: a `%`, `!` or `?` in a string or in a continued line is an operator, text, or an error
of the author. What IPython would run elsewhere (`%matplotlib inline`, `!ls`, `%%bash`) becomes a statement without
effect; what it would run as Python (`%time fit()`, `%%capture`) stays code.
"""

from __future__ import annotations

import ast
import re
import warnings
from typing import NamedTuple

from heldout.text.logical import command_end, indent_end, logical_line, replace_ranges

UNKNOWN_VALUE = "get_ipython()"

_SUSPECT = re.compile(r"^[ \t\f]*[%!?,;/]|\?[ \t;]*$|=[ \t]*(?:%|!(?!=))", re.MULTILINE)
# Commands that IPython also takes without `%`; only text that is no Python is searched for them.
_BARE_COMMAND = re.compile(
    r"(?:pip3?|uv|conda|mamba|cd|ls|cat|mkdir|rmdir|rm|cp|mv)(?:[ \t]+[\w./~$*'\"-]|[ \t]*$)", re.MULTILINE
)
_COMMAND_NAME = re.compile(r"%{1,2}[ \t]*([^\W\d][\w.]*|!)?")
_COMPOUND = re.compile(r"(?:for|while|if|with|def|class|try|async|match)\b|@")
_LEADING_CELL_MAGIC = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*%%([\w!][\w.]*)")
_LEADING_LINE_MAGIC = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*%([\w]+)")
_NEXT_CELL = re.compile(r"^#[ \t]*(?:%%|In[ ]?\[|<codecell>|<markdowncell>)", re.MULTILINE)
_OPTION = re.compile(r"[ \t]*-{1,2}(\w)([\w-]*)(=\S+)?(?=[ \t]|$)")
_OPTION_VALUE = re.compile(r"[ \t]+[^\s-]\S*")

# Magics whose argument is a Python statement, with the letters of the options that take a value.
STATEMENT_MAGICS = {"time": "", "timeit": "nrp", "prun": "lsTD", "memit": "rti", "lprun": "fmTDuz", "mprun": "fT"}
PYTHON_CELL_MAGICS = frozenset(STATEMENT_MAGICS) | {"capture", "px", "autopx", "debug"}
_LANGUAGES = frozenset(
    "! ada bash bigquery cmd configure cu cuda cython dot file fortran fs gnuplot graphql haskell html ijs java "
    "javascript js julia kotlin latex markdown matlab md mermaid node octave perl perl6 powershell psql pypy pyspy "
    "python python2 python3 r ruby rust scala script scheme sh shell sparksql spark_sql sql sqlite stata svg sx system "
    "typescript writefile writetemplate yaml".split()
)


class Neutralised(NamedTuple):
    """Python text with as many lines as it was made from.

    `shifts` maps a line (from 0) whose code had to move to the left to the number of code points it moved.
    """

    text: str
    shifts: dict[int, int]


def parses(text: str) -> bool:
    """Tell whether `text` is Python for the running interpreter."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def neutralise_cell(text: str) -> Neutralised:
    """Turn the text of a notebook cell into Python; a cell that is Python already comes back as it is."""
    if _SUSPECT.search(text) is None or parses(text):
        return Neutralised(text, {})
    rewritten = neutralise(text)
    leading = _LEADING_CELL_MAGIC.match(text)
    if leading is not None:
        doubtful = leading.group(1).lower() not in PYTHON_CELL_MAGICS
    else:
        line_magic = _LEADING_LINE_MAGIC.match(text)
        doubtful = line_magic is not None and line_magic.group(1).lower() in _LANGUAGES
    if doubtful and not parses(rewritten.text):
        return Neutralised("\n" * text.count("\n"), {})
    return rewritten


def neutralise(text: str, *, bare_commands: bool = False) -> Neutralised:
    """Rewrite every IPython command in `text`; with `bare_commands` also the likes of `pip install x`."""
    ranges: list[tuple[int, int, str]] = []
    moved: list[tuple[int, int]] = []
    position = 0
    while position < len(text):
        start = indent_end(text, position)
        character = text[start : start + 1]
        if character == "%":
            position = _rewrite_magic(text, position, start, ranges, moved)
        elif character and character in "!?,;/" or bare_commands and _BARE_COMMAND.match(text, start):
            position = _rewrite_command(text, start, ranges)
        else:
            position = _rewrite_code(text, start, ranges)
    return Neutralised(replace_ranges(text, ranges), _by_line(text, moved))


def needs_neutralising(text: str) -> bool:
    """Tell whether anything in `text` looks like an IPython command, at the cost of one search."""
    return _SUSPECT.search(text) is not None or _BARE_COMMAND.search(text) is not None


def _rewrite_command(text: str, start: int, ranges: list[tuple[int, int, str]]) -> int:
    """Put `pass` in the place of the command at `start` and give the offset after its newline."""
    end = command_end(text, start)
    ranges.append((start, end, "pass" + "\n" * text.count("\n", start, end)))
    return end + 1


def _rewrite_magic(
    text: str, position: int, start: int, ranges: list[tuple[int, int, str]], moved: list[tuple[int, int]]
) -> int:
    """Rewrite the `%` or `%%` command at `start`, whose line begins at `position`."""
    match = _COMMAND_NAME.match(text, start)
    name = (match.group(1) or "").lower() if match is not None else ""
    is_cell_magic = text.startswith("%%", start)
    if is_cell_magic and name in _LANGUAGES:
        following = _NEXT_CELL.search(text, start)
        end = following.start() - 1 if following is not None else len(text)
        ranges.append((start, end, "\n" * text.count("\n", start, end)))
        return end + 1
    if name == "run" and match is not None and not is_cell_magic:
        end = command_end(text, start)
        arguments = text[match.end() : end]
        if "\n" not in arguments:
            ranges.append((start, end, f"get_ipython().run_line_magic('run', {arguments.strip()!r})"))
            return end + 1
    statement = _statement_start(text, start, match.end() if match is not None else start, name)
    if statement is not None:
        return _keep_statement(text, start, statement, ranges, moved)
    if is_cell_magic and start == position:
        end = command_end(text, start)
        ranges.append((start, end, "\n" * text.count("\n", start, end)))
        return end + 1
    return _rewrite_command(text, start, ranges)


def _statement_start(text: str, start: int, name_end: int, name: str) -> int | None:
    """Give the offset of the statement that a magic such as `%timeit -n 3 fit()` runs, None if it runs none."""
    takes_value = STATEMENT_MAGICS.get(name)
    if takes_value is None or name == "time" and text.startswith("%%", start):
        return None
    position = name_end
    while option := _OPTION.match(text, position):
        position = option.end()
        if option.group(1) in takes_value and not option.group(2) and not option.group(3):
            value = _OPTION_VALUE.match(text, position)
            position = value.end() if value is not None else position
    statement = indent_end(text, position)
    first = text[statement : statement + 1]
    nothing = first in ("", "\n", "#", "%", "!", "?", "\\") or statement == name_end
    is_help = text[statement : command_end(text, statement)].rstrip().endswith("?")
    return None if nothing or is_help else statement


def _keep_statement(
    text: str, start: int, statement: int, ranges: list[tuple[int, int, str]], moved: list[tuple[int, int]]
) -> int:
    if _COMPOUND.match(text, statement):
        ranges.append((start, statement, ""))
        moved.append((start, statement - start))
    else:
        ranges.append((start, statement, "if 1:".ljust(statement - start)))
    return logical_line(text, statement).end + 1


def _rewrite_code(text: str, start: int, ranges: list[tuple[int, int, str]]) -> int:
    """Rewrite the help request or the assigned command that the logical line at `start` may hold."""
    line = logical_line(text, start)
    last_code = start + len(text[start : line.end].rstrip(" \t;")) - 1
    for mark, offset in line.marks:
        if mark == "=":
            ranges.append((offset, line.end, _assigned(text, offset, line.end)))
        elif mark == "?" and offset == last_code:
            ranges.append((start, line.end, "pass" + "\n" * text.count("\n", start, line.end)))
    return line.end + 1


def _assigned(text: str, start: int, end: int) -> str:
    command = text[start:end]
    match = _COMMAND_NAME.match(command)
    if match is not None and match.group(1) == "time" and parses(f"({command[match.end() :].strip()})"):
        # `y = %time f(x)` gives y the value of f(x).
        return " " * match.end() + command[match.end() :]
    return UNKNOWN_VALUE + "\n" * command.count("\n")


def _by_line(text: str, moved: list[tuple[int, int]]) -> dict[int, int]:
    """Turn offsets of moved code, which are in order, into lines from 0."""
    shifts: dict[int, int] = {}
    line = position = 0
    for offset, shift in moved:
        line += text.count("\n", position, offset)
        position = offset
        shifts[line] = shift
    return shifts
