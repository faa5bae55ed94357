"""Which rows a value holds, symbolically, and whether two values hold rows in common.

Rows are a tree: a base (what one call loaded) and the ways in which it was cut.  Two parts of one split share nothing,
a part and what it was cut from share rows, and two random cuts of the same rows probably do.  Nodes are interned by
their `RowSpace`, so that the same cut of the same rows is the same object.
"""

from collections.abc import Hashable, Iterator
from typing import Final

MUST: Final = "must"
LIKELY: Final = "likely"
UNKNOWN: Final = "unknown"
NO: Final = "no"
_ORDER = (NO, UNKNOWN, LIKELY, MUST)

#: Cuts that take rows at random, so that every large enough subset of the parent is hit.
_RANDOM = frozenset({"part", "fold", "sample", "copies", "rest"})
_NEGATION = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">", "in": "not in", "not in": "in"}
_LONGEST_UNION = 8


class Rows:
    """A set of rows.  Compare with `is`; make with `RowSpace`.

    kind: ``base``, ``part`` (of a split), ``fold``, ``slice``, ``filter``, ``sample``, ``rest`` (what a sample left),
    ``copies`` (the parent's rows, some of them several times), ``union``.
    origin: what made the cut (hashable); slot: which of its results this is.
    """

    __slots__ = ("depth", "kind", "label", "members", "origin", "parent", "slot", "vague")

    def __init__(
        self,
        kind: str,
        parent: "Rows | None",
        origin: Hashable,
        slot: Hashable,
        label: str,
        members: "tuple[Rows, ...]" = (),
        vague: bool = False,
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.origin = origin
        self.slot = slot
        self.label = label
        self.members = members
        self.vague = vague
        self.depth: int = parent.depth + 1 if parent else 0

    def __str__(self) -> str:
        if self.parent is not None:
            return f"{self.parent} / {self.label}"
        if self.members:
            return "(" + " + ".join(str(member) for member in self.members) + ")"
        return self.label

    def ancestry(self) -> "Iterator[Rows]":
        """This node, its parent, and so on to the root."""
        node: Rows | None = self
        while node is not None:
            yield node
            node = node.parent

    @property
    def root(self) -> "Rows":
        """The node without a parent that this one was cut from."""
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    def within(self, other: "Rows") -> bool:
        """Whether all rows of this set are certainly rows of `other`."""
        for node in self.ancestry():
            if node is other:
                return True
            if node.members and all(member.within(other) for member in node.members):
                return True
        return any(self.within(member) for member in other.members)

    def made_by(self, origin: Hashable) -> bool:
        """Whether the cut `origin` lies on the way to these rows, in any member of a union."""
        return any(
            node.origin == origin or any(member.made_by(origin) for member in node.members) for node in self.ancestry()
        )

    def origins(self) -> "Iterator[Hashable]":
        """The origins of all cuts on the way to these rows, in every member of a union."""
        for node in self.ancestry():
            yield node.origin
            for member in node.members:
                yield from member.origins()

    def bases(self) -> "frozenset[Rows]":
        """Where these rows came into being, in every member of a union."""
        root = self.root
        return frozenset((root,)).union(*(member.bases() for member in root.members))

    def cuts(self) -> "Iterator[Rows]":
        """The nodes on the way that part rows for evaluation (``part`` and ``fold``), nearest first."""
        return (node for node in self.ancestry() if node.kind in ("part", "fold"))


class RowSpace:
    """Makes rows, and gives the same object for the same cut of the same rows."""

    __slots__ = ("_nodes",)

    def __init__(self) -> None:
        self._nodes: dict[Hashable, Rows] = {}

    def base(self, origin: Hashable, label: str, *, vague: bool = False) -> Rows:
        """Rows that come into being; `vague`: nothing is known of how they relate to others."""
        return self._intern("base", None, origin, "", label, vague=vague)

    def cut(self, kind: str, parent: Rows, origin: Hashable, slot: Hashable, label: str) -> Rows:
        """The rows that a cut takes from `parent`."""
        return self._intern(kind, parent, origin, slot, label)

    def shipped(self, whole: Rows, part: Hashable, label: str) -> Rows:
        """One of the parts in which a data set comes, the same wherever a program asks for it."""
        return self.cut("part", whole, ("parts", id(whole)), part, label)

    def union(self, members: "tuple[Rows, ...]") -> Rows:
        """The rows of several sets together; beyond eight members nothing is known of the result."""
        flat: dict[int, Rows] = {}
        for member in members:
            for node in member.members if member.kind == "union" and member.parent is None else (member,):
                flat[id(node)] = node
        distinct = tuple(flat.values())
        if len(distinct) == 1:
            return distinct[0]
        if len(distinct) > _LONGEST_UNION:
            return self.base(("many", tuple(flat)), "many tables", vague=True)
        return self._intern("union", None, tuple(flat), "", "union", members=distinct)

    def _intern(
        self,
        kind: str,
        parent: Rows | None,
        origin: Hashable,
        slot: Hashable,
        label: str,
        members: tuple[Rows, ...] = (),
        vague: bool = False,
    ) -> Rows:
        key = (kind, id(parent), origin, slot)
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = Rows(kind, parent, origin, slot, label, members, vague)
        return node


def meets(one: Rows, other: Rows) -> str:
    """Whether two sets share rows: ``must``, ``likely``, ``unknown`` or ``no``."""
    if one is other:
        return UNKNOWN if one.vague else MUST
    below_one: Rows | None = None
    below_other: Rows | None = None
    left, right = one, other
    while left.depth > right.depth and left.parent is not None:
        below_one, left = left, left.parent
    while right.depth > left.depth and right.parent is not None:
        below_other, right = right, right.parent
    while left is not right and left.parent is not None and right.parent is not None:
        below_one, left = left, left.parent
        below_other, right = right, right.parent
    if left is right:
        if below_one is None or below_other is None:
            return MUST
        return _siblings(below_one, below_other, one, other)
    if left.members:
        return _through_union(left, below_one, other)
    if right.members:
        return _through_union(right, below_other, one)
    return UNKNOWN if left.vague or right.vague else NO


def _through_union(union: Rows, below: Rows | None, other: Rows) -> str:
    """How rows under a union meet others: through the member that meets them best."""
    best = max((meets(member, other) for member in union.members), key=_ORDER.index)
    if below is None or best in (NO, UNKNOWN):
        return best
    if below.kind not in _RANDOM:
        return UNKNOWN
    whole_member = any(member is other or member.within(other) for member in union.members)
    return MUST if whole_member or (_is_uncut(other) and other.within(union)) else LIKELY


def _is_uncut(rows: Rows) -> bool:
    """Whether rows are all that was loaded, in every member of a union."""
    return rows.depth == 0 and all(_is_uncut(member) for member in rows.members)


def _siblings(one: Rows, other: Rows, below_one: Rows, below_other: Rows) -> str:
    """Whether two cuts of the same rows share some."""
    for node, far in ((one, below_other), (other, below_one)):
        if node.kind == "rest" and isinstance(node.slot, Rows) and far.within(node.slot):
            return NO
    if "copies" in (one.kind, other.kind):
        return MUST
    if one.kind == other.kind == "slice":
        return _slices(one, other)
    if one.kind == other.kind == "filter":
        return _filters(one.slot, other.slot)
    if one.origin == other.origin:
        return NO
    if one.kind in _RANDOM or other.kind in _RANDOM:
        return LIKELY
    return UNKNOWN


def _slices(one: Rows, other: Rows) -> str:
    if not isinstance(one.slot, tuple) or not isinstance(other.slot, tuple):
        return UNKNOWN
    if one.origin != other.origin:
        return LIKELY
    if isinstance(one.origin, tuple) and isinstance(one.origin[-1], tuple) and one.origin[-1][0] == "reshuffled":
        return LIKELY
    low, high = one.slot
    other_low, other_high = other.slot
    if (high is not None and high == other_low) or (other_high is not None and other_high == low):
        return NO
    if low is None and other_low is None and (high is None or other_high is None or type(high) is type(other_high)):
        return MUST
    if _before(high, other_low) or _before(other_high, low):
        return NO
    if _begins_before(other_low, high) and _begins_before(low, other_high):
        return MUST
    return UNKNOWN


def _begins_before(start: Hashable, end: Hashable) -> bool:
    """Whether the bound `start` certainly lies before the bound `end`; None is the very start or end."""
    if start is None or end is None:
        return True
    return isinstance(start, int) and isinstance(end, int) and (start < 0) == (end < 0) and start < end


def _before(end: Hashable, start: Hashable) -> bool:
    """Whether the bound `end` does not lie after the bound `start`: numbers of one sign, or a bound and some rows more."""
    if isinstance(start, tuple) and len(start) == 3 and start[0] == "Add":
        return end is not None and (end in start[1:] or any(_before(end, part) for part in start[1:]))
    if not isinstance(end, int) or not isinstance(start, int) or (end < 0) != (start < 0):
        return False
    return end <= start


def negated(predicate: Hashable) -> Hashable:
    """The opposite of a predicate ``(operator, subject, value)``."""
    if isinstance(predicate, tuple) and len(predicate) == 3 and predicate[0] in _NEGATION:
        return (_NEGATION[predicate[0]], predicate[1], predicate[2])
    if isinstance(predicate, tuple) and len(predicate) == 2 and predicate[0] == "not":
        opposite: Hashable = predicate[1]
        return opposite
    return ("not", predicate)


def _filters(one: Hashable, other: Hashable) -> str:
    """Whether rows can satisfy two predicates on the same table."""
    if one == negated(other):
        return NO
    if not (isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other) == 3):
        return UNKNOWN
    if one[1] != other[1]:
        return UNKNOWN
    if one[0] == other[0] == "==" and one[2] != other[2]:
        return NO
    return _intervals(one, other)


def _intervals(one: tuple[Hashable, ...], other: tuple[Hashable, ...]) -> str:
    low, high = (one, other) if one[0] in (">", ">=") else (other, one)
    if low[0] not in (">", ">=") or high[0] not in ("<", "<="):
        return LIKELY if {one[0], other[0]} <= {"<", "<="} or {one[0], other[0]} <= {">", ">="} else UNKNOWN
    for kind in ((int, float), (str,)):
        if isinstance(low[2], kind) and isinstance(high[2], kind):
            if low[2] > high[2]:  # type: ignore[operator]
                return NO
            return NO if low[2] == high[2] and (low[0], high[0]) != (">=", "<=") else LIKELY
    return UNKNOWN
