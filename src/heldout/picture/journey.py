"""What a picture is made of: stations, the ways between them, and the findings that mark them."""

from typing import NamedTuple

from heldout.finding import Place
from heldout.reporting.report import ReportedFinding

Key = tuple[object, ...]

LANES = ("train", "validation", "test")
"""The parts that get a lane of their own, from top to bottom."""


class Mark(NamedTuple):
    """What a finding says at a station: ``A`` itself where `number` is 0, its step number `number` elsewhere."""

    letter: str
    number: int
    text: str
    leak: bool

    @property
    def label(self) -> str:
        """``A``, or ``A2`` for its second step."""
        return f"{self.letter}{self.number or ''}"


class Station:
    """Something that happens to rows, as one box of the drawing.

    kind: ``load``, ``learn``, ``split``, ``apply``, ``fit``, ``score``, ``choose``, or ``part``
    where rows enter a lane.  names: what the program calls it;
    classes: what that is; fact: the rest, in a few words.  lane: one of `LANES`, or empty.  rows: what the program calls
    the rows.  first: number of its first event.  places: where it stands, in the order of the program.
    alike: how many stations of the program it stands for.
    """

    __slots__ = ("alike", "classes", "fact", "first", "kind", "lane", "marks", "names", "places", "rows")

    def __init__(
        self,
        kind: str,
        first: float,
        lane: str = "",
        *,
        names: tuple[str, ...] = (),
        classes: tuple[str, ...] = (),
        fact: str = "",
        rows: tuple[str, ...] = (),
    ) -> None:
        self.kind = kind
        self.first = first
        self.lane = lane
        self.names = dict.fromkeys(name for name in names if name)
        self.classes = dict.fromkeys(name for name in classes if name)
        self.fact = fact
        self.rows = dict.fromkeys(name for name in rows if name)
        self.places: dict[Place, None] = {}
        self.marks: list[Mark] = []
        self.alike = 1

    def take(self, other: "Station") -> None:
        """Stand for `other` as well, with all that is said of it."""
        self.names |= other.names
        self.classes |= other.classes
        self.rows |= other.rows
        self.places |= other.places
        self.marks += (mark for mark in other.marks if mark not in self.marks)
        self.first = min(self.first, other.first)

    @property
    def titles(self) -> list[str]:
        """What the box is called: the program's own names, or the classes where one name stands for several."""
        if self.kind == "fit" and len(self.classes) > len(self.names):
            return list(self.classes)
        return list(self.names or self.classes)


class Way:
    """From one station to another go ``rows``, rows that are only ``watched``, something ``learned``, or a ``figure``.

    letters: the leaks that go this way.
    """

    __slots__ = ("carries", "letters", "source", "target")

    def __init__(self, source: Key, target: Key, carries: str) -> None:
        self.source = source
        self.target = target
        self.carries = carries
        self.letters: dict[str, None] = {}


class Journey:
    """Stations and ways, as a graph without cycles; stations are found by their key."""

    __slots__ = ("stations", "ways")

    def __init__(self) -> None:
        self.stations: dict[Key, Station] = {}
        self.ways: dict[tuple[Key, Key], Way] = {}

    def connect(self, source: Key, target: Key, carries: str) -> None:
        """Draw a way."""
        if source != target:
            self.ways.setdefault((source, target), Way(source, target, carries))

    def straighten(self) -> None:
        """Leave out the ways against the order of events, as between the turns of a loop: what is left has no cycle."""
        order = {key: station.first for key, station in self.stations.items()}
        self.ways = {ends: way for ends, way in self.ways.items() if order[ends[0]] < order[ends[1]]}

    def into(self) -> dict[Key, list[Way]]:
        """The ways that lead to each station."""
        found: dict[Key, list[Way]] = {key: [] for key in self.stations}
        for way in self.ways.values():
            found[way.target].append(way)
        return found

    def out_of(self) -> dict[Key, list[Way]]:
        """The ways that lead on from each station."""
        found: dict[Key, list[Way]] = {key: [] for key in self.stations}
        for way in self.ways.values():
            found[way.source].append(way)
        return found

    def merge(self, keys: list[Key]) -> None:
        """Let the first of `keys` stand for all of them."""
        kept, *others = keys
        gone = set(others)
        for key in others:
            self.stations[kept].take(self.stations.pop(key))
        ways, self.ways = self.ways, {}
        for way in ways.values():
            source, target = (kept if end in gone else end for end in (way.source, way.target))
            if source != target:
                self.ways.setdefault((source, target), Way(source, target, way.carries))

    def only(self, keys: set[Key]) -> "Journey":
        """The part of it that these stations are, in the order of events."""
        part = Journey()
        ordered = sorted(self.stations.items(), key=lambda item: item[1].first)
        part.stations = {key: station for key, station in ordered if key in keys}
        part.ways = {ends: way for ends, way in self.ways.items() if ends[0] in keys and ends[1] in keys}
        return part

    def lanes(self) -> dict[str, list[Key]]:
        """The stations of each lane that has some, in the order of `LANES`."""
        found = {lane: [key for key, station in self.stations.items() if station.lane == lane] for lane in LANES}
        return {lane: keys for lane, keys in found.items() if keys}

    def letters(self) -> set[str]:
        """The findings that mark a station."""
        return {mark.letter for station in self.stations.values() for mark in station.marks}


class Lettered(NamedTuple):
    """A finding with the letter that stands for it in the drawing.

    placed: whether a station is marked with it.  leak: whether it is one, and not about the fixing of chance.
    """

    letter: str
    finding: ReportedFinding
    placed: bool
    leak: bool


class Picture(NamedTuple):
    """All there is to draw of one file.

    journeys: one for each set of stations that nothing connects with the others.  left_out: how many more there are,
    which no finding marks.  notes: what could not be read.
    """

    path: str
    journeys: tuple[Journey, ...]
    findings: tuple[Lettered, ...]
    left_out: int
    notes: tuple[str, ...]
    where: "dict[Place, str]"

    def places(self, station: Station) -> str:
        """Where a station stands, in a few characters: ``line 12``, ``cell 3:2``, ``lines 12-80``."""
        told = list(dict.fromkeys(self.where[place] for place in sorted(station.places)))
        if len(told) <= 1:
            return told[0] if told else ""
        first, last = told[0], told[-1]
        for word in ("line", "cell"):
            if first.startswith(word + " ") and last.startswith(word + " "):
                between = ", " if len(told) == 2 else "–"
                return f"{word}s {first[5:]}{between}{last[5:]}"
        return f"{first} …"
