"""What a review says: findings with the steps that lead to them, and the fixes that go with them."""

from typing import NamedTuple

LEVELS = ("advice", "warning", "error")
"""Weakest first.  error: a reported number or a trained model is wrong; warning: probably, or it cannot be
reproduced; advice: a better practice is at hand."""

CONFIDENCES = ("possible", "likely", "proved")
BIASES = ("optimistic", "pessimistic", "unstable", "none")
APPLICABILITIES = ("display-only", "unsafe", "safe")


class Place(NamedTuple):
    """Where something stands, in the coordinates of `ast`.

    line, end_line: from 1, over the whole program (the cells of a notebook joined in program order).
    column, end_column: from 0, in UTF-8 bytes.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def start(self) -> "Place":
        """The empty place right before."""
        return Place(self.path, self.line, self.column, self.line, self.column)

    @property
    def end(self) -> "Place":
        """The empty place right behind."""
        return Place(self.path, self.end_line, self.end_column, self.end_line, self.end_column)


class Step(NamedTuple):
    """One station on the way to a finding."""

    message: str
    place: Place


class Replacement(NamedTuple):
    """Text that takes the place of what stands at `place`."""

    place: Place
    text: str


class Fix(NamedTuple):
    """A change that mends a finding; `applicability` is one of `APPLICABILITIES`."""

    title: str
    applicability: str
    replacements: tuple[Replacement, ...]


class Finding(NamedTuple):
    """One thing that a rule says, before it is mapped to files and cells."""

    rule: str
    code: str
    section: str
    level: str
    confidence: str
    bias: str
    message: str
    place: Place
    steps: tuple[Step, ...] = ()
    fix: Fix | None = None
