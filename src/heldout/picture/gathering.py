"""Makes a survey small enough to be read: what is alike becomes one station, what nobody asks about is left out."""

from collections.abc import Hashable, Iterable

from heldout.picture.journey import Journey, Key, Station, Way

SHORTEST_RUN = 3
"""So many steps of preparation in a row become one station."""

MANY_STATIONS = 40
"""From this number on, any steps of preparation in a row become one station, and so do any that are used alike."""

MOST_APPLIED = 12
"""How many ways from where something was learned to where it is applied are drawn."""

MOST_JOURNEYS = 8
"""How many journeys are drawn, besides those that a finding marks."""


def gather(journey: Journey) -> None:
    """Merge what is alike, and steps in a row; leave out ways that a longer one tells as well."""
    _reduce(journey)
    _merge_alike(journey)
    journey.straighten()
    _reduce(journey)
    thin(journey)
    _merge_runs(journey, SHORTEST_RUN if len(journey.stations) < MANY_STATIONS else 2)
    journey.straighten()


def prune(journey: Journey) -> None:
    """Leave out what leads to no figure, or to no model where there are no figures, unless a finding marks it."""
    kinds = {station.kind for station in journey.stations.values()}
    ends = {"score", "choose"} if "score" in kinds else {"fit"}
    if not ends & kinds:
        return
    onward = {source for source, _ in journey.ways}
    while True:
        dead = {
            key
            for key, station in journey.stations.items()
            if station.kind not in ends and not station.marks and key not in onward
        }
        if not dead:
            return
        journey.stations = {key: station for key, station in journey.stations.items() if key not in dead}
        journey.ways = {ends: way for ends, way in journey.ways.items() if ends[1] not in dead}
        onward = {source for source, _ in journey.ways}


def thin(journey: Journey) -> None:
    """Where much that was learned is applied in many places, let the boxes tell it that apply it, without ways."""
    applied = [
        ends
        for ends, way in journey.ways.items()
        if way.carries == "learned" and journey.stations[way.target].kind == "apply"
    ]
    if len(applied) > MOST_APPLIED:
        for source, target in applied:
            if not journey.stations[source].marks:
                del journey.ways[source, target]
        prune(journey)


def settle(journey: Journey) -> None:
    """Put what is loaded for one lane only into that lane."""
    onward = journey.out_of()
    for key, station in journey.stations.items():
        lanes = {journey.stations[way.target].lane for way in onward[key]}
        if station.kind == "load" and not station.lane and len(lanes) == 1:
            station.lane = lanes.pop()


def bundle(journey: Journey) -> None:
    """Let rows that several ways lead from one station into a lane enter it at one point, and part there."""
    entries: dict[tuple[Key, str], list[Way]] = {}
    for way in journey.ways.values():
        source, target = journey.stations[way.source], journey.stations[way.target]
        if way.carries == "rows" and target.lane not in ("", source.lane) and target.kind != "part":
            entries.setdefault((way.source, target.lane), []).append(way)
    for (start, lane), ways in entries.items():
        if len(ways) < 2:
            continue
        key: Key = ("part", start, lane)
        journey.stations[key] = Station("part", journey.stations[start].first + 0.25, lane)
        for way in ways:
            del journey.ways[way.source, way.target]
            journey.connect(key, way.target, "rows")
        journey.connect(start, key, "rows")


def parts(journey: Journey) -> list[Journey]:
    """The sets of stations that ways connect, in the order of the program."""
    near: dict[Key, set[Key]] = {key: set() for key in journey.stations}
    for source, target in journey.ways:
        near[source].add(target)
        near[target].add(source)
    found = []
    seen: set[Key] = set()
    for start in in_order(journey, journey.stations):
        if start in seen:
            continue
        together = {start}
        waiting = [start]
        while waiting:
            for key in near[waiting.pop()] - together:
                together.add(key)
                waiting.append(key)
        seen |= together
        found.append(journey.only(together))
    return found


def worth_showing(journeys: list[Journey]) -> list[Journey]:
    """Those that a finding marks, and of the others the first ones; a single box without a mark says nothing."""
    marked = [journey for journey in journeys if journey.letters()]
    others = [journey for journey in journeys if not journey.letters() and len(journey.stations) > 1]
    if not marked and not others:
        others = journeys
    shown = {id(journey) for journey in [*marked, *others[:MOST_JOURNEYS]]}
    return [journey for journey in journeys if id(journey) in shown]


def left_out(journeys: list[Journey], shown: list[Journey]) -> int:
    """How many journeys are not shown; a single box is none."""
    return sum(len(journey.stations) > 1 for journey in journeys) - sum(len(journey.stations) > 1 for journey in shown)


def in_order(journey: Journey, keys: Iterable[Key]) -> list[Key]:
    """Stations in the order of events."""
    return sorted(keys, key=lambda key: journey.stations[key].first)


def _reduce(journey: Journey) -> None:
    """Leave out a way of rows between two stations where rows also go from one to the other through a third."""
    behind: dict[Key, set[Key]] = {}
    into = journey.into()
    for key in in_order(journey, journey.stations):
        sources = in_order(journey, [way.source for way in into[key] if way.carries == "rows"])
        reached: set[Key] = set()
        for source in reversed(sources):
            if source in reached:
                del journey.ways[source, key]
            reached |= {source} | behind[source]
        behind[key] = reached


def _merge_alike(journey: Journey) -> None:
    """Merge stations of one kind that the same ways reach, and from which ways of the same shape lead on."""
    shapes = _shapes(journey)
    into = journey.into()
    kept: dict[Key, Key] = {}
    groups: dict[Hashable, list[Key]] = {}
    for key in in_order(journey, journey.stations):
        sources = frozenset((kept[way.source], way.carries) for way in into[key])
        likeness = (shapes[key], sources) if sources else (shapes[key], key)
        group = groups.setdefault(likeness, [])
        group.append(key)
        kept[key] = group[0]
    for group in groups.values():
        _merge(journey, group)


def _shapes(journey: Journey) -> dict[Key, int]:
    """A number for each station, the same for those that are alike with all that follows from them."""
    numbers: dict[Hashable, int] = {}
    shapes: dict[Key, int] = {}
    out_of = journey.out_of()
    for key in reversed(in_order(journey, journey.stations)):
        station = journey.stations[key]
        found_here = any(mark.leak and not mark.number for mark in station.marks)
        told_apart = station.kind == "split" or station.kind == "learn" and station.classes
        names = tuple(station.titles) if told_apart and len(journey.stations) < MANY_STATIONS else ()
        onward = frozenset((shapes[way.target], way.carries) for way in out_of[key])
        shape = (station.kind, station.lane, names, found_here, onward)
        shapes[key] = numbers.setdefault(shape, len(numbers))
    return shapes


def _merge(journey: Journey, keys: list[Key]) -> None:
    if len(keys) < 2:
        return
    kept = journey.stations[keys[0]]
    alike = sum(journey.stations[key].alike for key in keys)
    journey.merge(keys)
    kept.alike = alike


def _merge_runs(journey: Journey, shortest: int) -> None:
    """Merge steps of preparation that follow one another with nothing between them."""
    into, out_of = journey.into(), journey.out_of()

    def follower(key: Key) -> Key | None:
        onward = [way.target for way in out_of[key] if way.carries == "rows"]
        if len(onward) != 1:
            return None
        here, there = journey.stations[key], journey.stations[onward[0]]
        alone = sum(way.carries == "rows" for way in into[onward[0]]) == 1
        return onward[0] if alone and _run_together(here, there) else None

    seen: set[Key] = set()
    for start in in_order(journey, journey.stations):
        run = [start]
        while run[-1] not in seen and (key := follower(run[-1])) is not None:
            run.append(key)
        if start not in seen and len(run) >= shortest:
            seen.update(run)
            _merge(journey, run)


def _run_together(here: Station, there: Station) -> bool:
    both_learn = here.kind == there.kind == "learn"
    return both_learn and here.lane == there.lane and bool(here.marks) == bool(there.marks)
