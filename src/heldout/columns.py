"""Which columns a value holds, and what has been learned into each of them.

A set of columns is "all columns of that table but these, and these more", or exactly a few.  A column knows where its
numbers come from, so that a target that stays among the features is seen under any name.
"""

import functools
from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from heldout.events import Event

NOTHING: "frozenset[Event]" = frozenset()
NO_NAMES: frozenset[Hashable] = frozenset()
_MOST_COLUMNS = 512


class Column(NamedTuple):
    """One column.

    origin: identity of the numbers in it; None for the result of an expression that has no name yet.
    learned: the learn events whose result it carries.
    parents: origins of the columns it was computed from row by row.
    traits: ``past`` (lags, windows of the past), ``future`` (values of later rows), ``sorted``, ``date``, ``aggregate``,
    ``named`` (after something was learned, picked by name, so that what was learned no longer says which columns there are),
    ``categorical`` (perhaps of a type that names its categories), ``changed`` (other numbers than those of its origin),
    ``coded`` (whole numbers in place of categories), ``filled`` (perhaps without gaps).
    """

    origin: Hashable = None
    learned: "frozenset[Event]" = NOTHING
    parents: frozenset[Hashable] = NO_NAMES
    traits: frozenset[str] = frozenset()

    def mixed(self, other: "Column") -> "Column":
        """The column that an expression over both makes."""
        return Column(None, self.learned | other.learned, self.lineage() | other.lineage(), self.traits | other.traits)

    def lineage(self) -> frozenset[Hashable]:
        """What a column computed from this one counts as its parents."""
        return frozenset((self.origin,)) if self.origin is not None else self.parents

    def carrying(self, learned: "frozenset[Event]") -> "Column":
        """This column with more learned into it."""
        return self if learned <= self.learned else self._replace(learned=self.learned | learned)


PLAIN = Column()


class Columns:
    """The columns of a table; never changed in place.

    implied: identity of the table whose own columns are all here (less `dropped`), or None if only `known` are.
    rest: what is common to the implied columns (learned, traits).
    vague: the columns are not known; nothing is provably here or absent.
    """

    __slots__ = ("dropped", "implied", "known", "rest", "vague")

    def __init__(
        self,
        implied: Hashable = None,
        dropped: frozenset[Hashable] = NO_NAMES,
        known: dict[Hashable, Column] | None = None,
        rest: Column = PLAIN,
        vague: bool = False,
    ) -> None:
        self.implied = implied
        self.dropped = dropped
        self.known: dict[Hashable, Column] = known or {}
        self.rest = rest
        self.vague = vague

    def column(self, name: Hashable) -> Column | None:
        """The column called `name`; None when it is not provably here."""
        found = self.known.get(name)
        if found is not None:
            return found
        if self.implied is None or name in self.dropped:
            return None
        return self.rest._replace(origin=(self.implied, name))

    def everything(self) -> Column:
        """All columns taken together, as one expression over them."""
        if not self.known:
            return self.rest
        learned = self.rest.learned.union(*(column.learned for column in self.known.values()))
        traits = self.rest.traits.union(*(column.traits for column in self.known.values()))
        lineage = self.rest.parents.union(*(column.lineage() for column in self.known.values()))
        if self.implied is None and len(self.known) == 1:
            return next(iter(self.known.values()))
        return Column(None, learned, lineage, traits)

    @property
    def learned(self) -> "frozenset[Event]":
        """Every learn event whose result is in some column."""
        if not self.known:
            return self.rest.learned
        return self.rest.learned.union(*(column.learned for column in self.known.values()))

    def holds(self, origin: Hashable) -> bool:
        """Whether the numbers `origin` are provably among these columns."""
        if origin is None or self.vague:
            return False
        if any(column.origin == origin for column in self.known.values()):
            return True
        if self.implied is None or not isinstance(origin, tuple) or len(origin) != 2:
            return False
        if any(not _told_apart(name, origin[1]) for name in self.dropped):
            return False
        return bool(origin[0] == self.implied and origin[1] not in self.dropped and origin[1] not in self.known)

    def single(self) -> tuple[Hashable, Column | None]:
        """The one column that these are, with its name; ``(None, None)`` if they are more or not known."""
        if self.implied is None and not self.vague and len(self.known) == 1:
            return next(iter(self.known.items()))
        return None, None

    def only(self, names: Iterable[Hashable]) -> "Columns":
        """Exactly the columns of these names."""
        known = {name: self.column(name) or self._stranger(name) for name in names}
        return Columns(None, NO_NAMES, known, Column(learned=self.rest.learned) if self.vague else PLAIN, self.vague)

    def _stranger(self, name: Hashable) -> Column:
        return self.rest._replace(origin=None)

    def named(self) -> "Columns":
        """These columns after they were asked for by name."""
        return self.with_trait("named") if self.learned else self

    def with_trait(self, trait: str) -> "Columns":
        """These columns, each with one more trait."""
        return self.with_traits((trait,))

    def with_traits(self, traits: Iterable[str]) -> "Columns":
        """These columns, each with these traits as well."""
        return self.mapped(lambda column: column._replace(traits=column.traits.union(traits)))

    def without_trait(self, trait: str) -> "Columns":
        """These columns, none with that trait."""
        return self.mapped(lambda column: column._replace(traits=column.traits - {trait}))

    @property
    def traits(self) -> frozenset[str]:
        """The traits that any of the columns has."""
        return self.rest.traits.union(*(column.traits for column in self.known.values()))

    def some(self) -> "Columns":
        """Some of these columns, not known which."""
        return Columns(self.implied, self.dropped, self.known, self.rest, True)

    def without(self, names: Iterable[Hashable]) -> "Columns":
        """All columns but these."""
        gone = frozenset(names)
        known = {name: column for name, column in self.known.items() if name not in gone}
        return Columns(self.implied, self.dropped | gone, known, self.rest, self.vague)

    def having(self, name: Hashable, column: Column) -> "Columns":
        """These columns with one more, or one replaced."""
        if len(self.known) >= _MOST_COLUMNS and name not in self.known:
            return self.carrying(column.learned)
        return Columns(self.implied, self.dropped - {name}, {**self.known, name: column}, self.rest, self.vague)

    def computed(self, origin: Hashable) -> "Columns":
        """These columns after arithmetic over the whole table: other numbers under the same names."""
        known = {name: column._replace(origin=(origin, name)) for name, column in self.known.items()}
        implied = origin if self.implied is not None else None
        return Columns(implied, self.dropped, known, self.rest, self.vague)

    def renamed(self, names: dict[Hashable, Hashable]) -> "Columns":
        """These columns under other names."""
        known = {names.get(name, name): column for name, column in self.known.items()}
        for old, new in names.items():
            column = self.column(old)
            if column is not None:
                known[new] = column
        return Columns(self.implied, self.dropped | frozenset(names), known, self.rest, self.vague)

    def beside(self, *others: "Columns") -> "Columns":
        """The columns of several tables side by side."""
        return functools.reduce(Columns._beside, others, self)

    def _beside(self, other: "Columns") -> "Columns":
        known = {**self.known, **other.known}
        rest = Column(
            None,
            self.rest.learned | other.rest.learned,
            self.rest.parents | other.rest.parents,
            self.rest.traits | other.rest.traits,
        )
        vague = self.vague or other.vague
        if self.implied is None or other.implied is None or self.implied == other.implied:
            implied = self.implied if self.implied is not None else other.implied
            dropped = self.dropped & other.dropped if self.implied == other.implied else self.dropped | other.dropped
            return Columns(implied, dropped - frozenset(known), known, rest, vague)
        return Columns(self.implied, self.dropped, known, rest, vague)

    def mapped(self, change: Callable[[Column], Column]) -> "Columns":
        """These columns after the same change to each."""
        return Columns(
            self.implied,
            self.dropped,
            {name: change(column) for name, column in self.known.items()},
            change(self.rest),
            self.vague,
        )

    def carrying(self, learned: "frozenset[Event]") -> "Columns":
        """These columns with more learned into every one."""
        if not learned:
            return self
        return self.mapped(lambda column: column.carrying(learned))

    def joined(self, other: "Columns") -> "Columns":
        """What is known of the columns after either of two ways."""
        if self is other:
            return self
        rest = self.rest if self.rest == other.rest else _either(self.rest, other.rest)
        known = {}
        for name in {**self.known, **other.known}:
            one, two = self.column(name), other.column(name)
            if one is not None and two is not None:
                known[name] = one if one == two else _either(one, two)
        same_table = self.implied == other.implied
        return Columns(
            self.implied if same_table else None,
            self.dropped | other.dropped,
            known,
            rest,
            self.vague or other.vague or not same_table,
        )

    def __str__(self) -> str:
        names = ", ".join(str(name) for name in self.known)
        if self.vague:
            return "some columns" + (f" ({names})" if names else "")
        if self.implied is None:
            return names or "no columns"
        text = "all columns"
        if self.dropped:
            text += " but " + ", ".join(sorted(str(name) for name in self.dropped))
        return text + (f", and {names}" if names else "")


def _told_apart(dropped: Hashable, name: Hashable) -> bool:
    """Whether a column that was dropped is certainly another one than `name`, if they are not equal.

    The last column stays when the first ones are dropped, and the first when the last ones are.
    """
    ways = {_way_of_counting(dropped), _way_of_counting(name)}
    return len(ways) == 1 or (ways == {"left", "right"} and name in (("position", -1), ("position", 0)))


def _way_of_counting(name: Hashable) -> str:
    """How a column is told from others: by name, by a setting that names it, or by its position from the left or the right."""
    if isinstance(name, tuple) and name[0] == "setting":
        return "setting"
    if isinstance(name, tuple) and len(name) == 2 and name[0] == "position":
        return "right" if isinstance(name[1], int) and name[1] < 0 else "left"
    return "name"


def _either(one: Column, two: Column) -> Column:
    return Column(
        one.origin if one.origin == two.origin else None,
        one.learned | two.learned,
        one.parents | two.parents,
        one.traits | two.traits,
    )


#: Columns of which nothing is known.
SOME = Columns(vague=True)
