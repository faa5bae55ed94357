"""A rule's page as data: its summary, its headings, and its examples with the marks in them.

A fenced block is an example when its first line says ``python`` and ``bad``, ``good`` or ``fixed``.  In a bad one the
comment ``# finding`` (or ``# finding: remark``) marks each line that the rule flags, and ``# via`` lines that the
finding's steps touch.
"""

import re
from typing import NamedTuple

from heldout.reporting.manual import MARK

KINDS = ("bad", "good", "fixed")

FENCE = re.compile(r"^```python (?P<kind>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


class Mark(NamedTuple):
    """A comment that marks a line of an example, counted from 1; `kind` is ``finding`` or ``via``."""

    kind: str
    line: int
    remark: str


class Example(NamedTuple):
    """A block of the page: its code without marks, the marks, and the line of the page where it begins."""

    kind: str
    code: str
    marks: tuple[Mark, ...]
    page_line: int

    def lines(self, kind: str) -> list[int]:
        """The lines with a mark of this kind."""
        return sorted(mark.line for mark in self.marks if mark.kind == kind)


class Page(NamedTuple):
    """What the page of a rule holds."""

    text: str
    summary: str
    headings: tuple[str, ...]
    examples: tuple[Example, ...]

    def of(self, kind: str) -> list[Example]:
        """The examples of one of `KINDS`."""
        return [example for example in self.examples if example.kind == kind]


def read_page(text: str) -> Page:
    """The page in the docstring `text`."""
    examples = [
        Example(
            found["kind"], unmarked(found["code"]), read_marks(found["code"]), text.count("\n", 0, found.start()) + 1
        )
        for found in FENCE.finditer(text)
    ]
    prose = FENCE.sub("", text)
    headings = re.findall(r"^## +(.+?) *$", prose, re.MULTILINE)
    return Page(text, text.strip().partition("\n")[0], tuple(headings), tuple(examples))


def read_marks(code: str) -> tuple[Mark, ...]:
    """The marks in `code`."""
    return tuple(
        Mark(found["kind"], number, (found["remark"] or "").strip())
        for number, line in enumerate(code.split("\n"), 1)
        for found in MARK.finditer(line)
    )


def unmarked(code: str) -> str:
    """`code` without its marks."""
    return "\n".join(MARK.sub("", line) for line in code.split("\n"))
