"""The statement that a finding stands in: what comments cover, and what a fingerprint is taken of."""

import ast
import copy
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Surroundings(NamedTuple):
    """The innermost statement around a place, and the dotted name of the functions and classes around that."""

    statement: ast.stmt
    scope: str


def surroundings(statements: Sequence[ast.stmt], line: int, column: int) -> Surroundings | None:
    """The statement at `line` and `column` (as `ast` counts), or None between statements."""
    found: Surroundings | None = None
    names: list[str] = []
    inside: Sequence[ast.stmt] = statements
    while True:
        statement = _around(inside, line, column)
        if statement is None:
            return found
        found = Surroundings(statement, ".".join(names))
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.append(statement.name)
        inside = blocks(statement)


def _around(statements: Sequence[ast.stmt], line: int, column: int) -> ast.stmt | None:
    """Of some statements in the order of the source the one at a place, by halving: a file may have many findings."""
    found: ast.stmt | None = None
    position = bisect_right(statements, line, key=first_line) - 1
    begins = first_line(statements[position]) if position >= 0 else 0
    # Several may stand in one line.
    while position >= 0 and first_line(statements[position]) == begins:
        if _covers(statements[position], line, column):
            found = statements[position]
        position -= 1
    return found


def blocks(statement: ast.stmt) -> list[ast.stmt]:
    """The statements directly inside `statement`, in the order of the source."""
    inside: list[ast.stmt] = []
    for field in ("body", "handlers", "orelse", "finalbody", "cases"):
        for child in getattr(statement, field, ()):
            if isinstance(child, (ast.ExceptHandler, ast.match_case)):
                inside += child.body
            else:
                inside.append(child)
    return inside


def header_lines(statement: ast.stmt) -> tuple[int, int]:
    """First and last line of the statement, without the body of a compound one."""
    inside = blocks(statement)
    last = statement.end_lineno or statement.lineno
    if inside:
        last = max(statement.lineno, min(last, first_line(inside[0]) - 1))
    return statement.lineno, last


def first_line(statement: ast.stmt) -> int:
    """The line where the statement begins, its decorators included."""
    decorators = getattr(statement, "decorator_list", ())
    lines: list[int] = [decorator.lineno for decorator in decorators]
    return min([statement.lineno, *lines])


def normalised(statement: ast.stmt) -> str:
    """The statement reprinted from its tree, so that spacing and comments vanish; compound ones without their bodies."""
    inside = blocks(statement)
    if not inside:
        return ast.unparse(statement)
    bare = copy.copy(statement)
    for field in ("body", "handlers", "orelse", "finalbody", "cases"):
        if hasattr(bare, field):
            setattr(bare, field, [])
    return ast.unparse(ast.fix_missing_locations(ast.copy_location(bare, statement)))


def _covers(statement: ast.stmt, line: int, column: int) -> bool:
    end_line = statement.end_lineno or statement.lineno
    end_column = statement.end_col_offset or 0
    start = (statement.lineno, statement.col_offset)
    decorators = getattr(statement, "decorator_list", ())
    if decorators:
        start = min(start, *((decorator.lineno, 0) for decorator in decorators))
    return start <= (line, column) <= (end_line, end_column)
