"""What the checklist is made of: evidence at a place, marks that programs give, and items with a verdict."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

MET, PARTLY, NOT_MET, NOT_APPLICABLE = "met", "partly", "not met", "not applicable"
VERDICTS = (MET, PARTLY, NOT_MET, NOT_APPLICABLE)


class Evidence(NamedTuple):
    """A line or a file that speaks for an item, against it (supports is False), or half for it (None)."""

    path: str
    cell: int | None
    line: int | None
    text: str
    supports: bool | None


class Mark(NamedTuple):
    """What one program shows of one item."""

    item: str
    evidence: Evidence


class Program(NamedTuple):
    """What the checklist knows of one file: whether it is a program that trains, what it shows, and what went wrong."""

    path: str
    trains: bool
    libraries: frozenset[str]
    marks: tuple[Mark, ...]
    problem: str = ""


class Item(NamedTuple):
    """One line of the checklist: what is asked, the answer, why, and what proves it."""

    name: str
    title: str
    verdict: str
    reason: str
    evidence: tuple[Evidence, ...]


class Checklist(NamedTuple):
    """The items in order; programs: how many that train were seen among so many files; notes: files that were not read."""

    project: str
    files: int
    programs: int
    items: tuple[Item, ...]
    notes: tuple[tuple[str, str], ...]

    def count(self, verdict: str) -> int:
        """How many items have this verdict."""
        return sum(item.verdict == verdict for item in self.items)

    @property
    def share(self) -> float:
        """How much of what applies is met, in percent; an item that is partly met counts half."""
        applicable = len(self.items) - self.count(NOT_APPLICABLE)
        return 100 * (self.count(MET) + self.count(PARTLY) / 2) / applicable if applicable else 100.0


def verdict_of(evidence: "Sequence[Evidence]") -> str:
    """Met if all of it supports, partly if some does or half does, not applicable if there is none."""
    if not evidence:
        return NOT_APPLICABLE
    supports = [one.supports for one in evidence]
    if all(supports):
        return MET
    return NOT_MET if all(one is False for one in supports) else PARTLY


def distinct(evidence: "Iterable[Evidence]") -> tuple[Evidence, ...]:
    """The evidence without doubles, in the order in which it came."""
    return tuple(dict.fromkeys(evidence))
