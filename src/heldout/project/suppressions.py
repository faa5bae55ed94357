"""Comments that silence findings.

``# heldout: ignore[name] reason`` behind a line or alone above it, ``# heldout: file-ignore[name]`` anywhere on a line
of its own, and ``# noqa: HLD101`` behind a line.  Without names all rules are meant.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from heldout.finding import Place
from heldout.project.selection import ALL, NOT_MATCHED, known, specificity, suggest
from heldout.project.statements import header_lines
from heldout.rules import Entry
from heldout.text.places import Cell, Note

if TYPE_CHECKING:
    from heldout.reporting.locating import Locator

OWN = "heldout:"
FOREIGN = ("noqa", "NOQA")

# Compiled when a text holds one of the words above, which most do not.
DIRECTIVE = r"#\s*heldout:\s*(?P<scope>file-ignore|ignore)\b\s*(?:\[(?P<names>[^\]]*)\])?"
CODE = r"[A-Z]+[0-9]+"
NOQA = rf"#\s*noqa\b(?P<codes>\s*:\s*{CODE}(?:[\s,]+{CODE})*)?(?P<other>\s*:)?"


class Comment(NamedTuple):
    """A comment in the text: line from 1, and whether nothing but space stands before it."""

    line: int
    alone: bool
    text: str


class Suppressions:
    """What the comments of one program silence: selectors by line, and for the whole file.

    unknown: (line, message) of every name in them that is no rule.
    """

    __slots__ = ("_everywhere", "_lines", "unknown")

    def __init__(self) -> None:
        self._everywhere: list[str] = []
        self._lines: dict[int, list[str]] = {}
        self.unknown: list[tuple[int, str]] = []

    def cover(self, entry: Entry, lines: Iterable[int]) -> bool:
        """Whether a finding of the rule that touches `lines` is silenced."""
        selectors = list(self._everywhere)
        for line in lines:
            selectors += self._lines.get(line, ())
        return any(specificity(selector, entry) != NOT_MATCHED for selector in selectors)

    def add(self, comment: Comment, next_line: int) -> None:
        """Take in one comment; `next_line` is where the statement after it begins."""
        directive = re.search(DIRECTIVE, comment.text)
        if directive is not None:
            selectors = self._selectors(directive["names"], comment.line)
            if directive["scope"] == "file-ignore":
                self._everywhere += selectors if comment.alone else ()
                return
            self._lines.setdefault(next_line if comment.alone else comment.line, []).extend(selectors)
        noqa = re.search(NOQA, comment.text, re.IGNORECASE)
        if noqa is None or comment.alone:
            return
        if noqa["codes"] is not None:
            codes = re.findall(CODE, noqa["codes"].upper())
            self._lines.setdefault(comment.line, []).extend(codes)
        elif noqa["other"] is None:
            self._lines.setdefault(comment.line, []).append(ALL)

    def _selectors(self, names: str | None, line: int) -> list[str]:
        if names is None:
            return [ALL]
        selectors = [name.strip() for name in names.split(",") if name.strip()]
        for selector in selectors:
            if not known(selector):
                self.unknown.append((line, f"the comment ignores '{selector}', which is no rule{suggest(selector)}"))
        return selectors


def suppressions(text: str, cells: Iterable[Cell] = ()) -> Suppressions:
    """What the comments in a program silence; its lines are counted from 1.

    A notebook is looked through cell by cell, so that one cell that Python cannot read hides no comments but its own.
    """
    found = Suppressions()
    if OWN not in text and not any(word in text for word in FOREIGN):
        return found
    for part, offset in [(cell.text, cell.first_line - 1) for cell in cells] or [(text, 0)]:
        waiting: list[Comment] = []
        for comment in comments(part):
            if isinstance(comment, int):
                _settle(found, waiting, comment + offset)
                continue
            moved = comment._replace(line=comment.line + offset)
            if moved.alone:
                waiting.append(moved)
            else:
                found.add(moved, moved.line)
        _settle(found, waiting, 0)
    return found


class Silence:
    """Decides which findings comments silence, in every file that findings stand in.

    A comment counts on the first or last line of the flagged statement, or on the flagged lines.
    """

    __slots__ = ("_by_path", "_programs")

    def __init__(self, programs: "Locator") -> None:
        self._programs = programs
        self._by_path: dict[str, Suppressions] = {}

    def covers(self, entry: Entry, place: Place) -> bool:
        """Whether a finding of the rule at `place` is silenced."""
        lines = {place.line, place.end_line}
        around = self._programs.program(place.path).around(place)
        if around is not None:
            lines.update(header_lines(around.statement))
        return self._of(place.path).cover(entry, lines)

    def remarks(self, path: str) -> list[Note]:
        """What is wrong with the comments in `path`."""
        source = self._programs.program(path).source
        notes = []
        for line, message in self._of(path).unknown:
            where = source.locate(line, 0)
            notes.append(Note(path, where.cell, where.line, message))
        return notes

    def _of(self, path: str) -> Suppressions:
        if path not in self._by_path:
            source = self._programs.program(path).source
            self._by_path[path] = suppressions(source.text, source.cells)
        return self._by_path[path]


def _settle(found: Suppressions, waiting: list[Comment], next_line: int) -> None:
    for comment in waiting:
        found.add(comment, next_line)
    waiting.clear()


def comments(text: str) -> Iterator[Comment | int]:
    """The comments of `text`, and between them the number of every line on which a statement begins.

    Text that Python cannot split into tokens ends the iteration: what is broken is not reviewed either.
    """
    import io
    import tokenize

    silent = (tokenize.NL, tokenize.INDENT, tokenize.DEDENT)
    fresh = True
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                yield Comment(token.start[0], not token.line[: token.start[1]].strip(), token.string)
            elif token.type == tokenize.NEWLINE:
                fresh = True
            elif fresh and token.type not in silent:
                fresh = False
                yield token.start[0]
    except (tokenize.TokenError, SyntaxError):
        return
