"""Finds the stations of a finding, and the ways between them: its path through the picture."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence

from heldout.events import Event, Load, Predict, Score, Transform
from heldout.events.generators import Draw, Seed
from heldout.picture.journey import Journey, Key, Lettered, Mark, Way
from heldout.picture.survey import Survey
from heldout.reporting.locating import Locator
from heldout.reporting.report import ReportedFinding, Span

Spot = tuple[str, int | None, int]

CHANCE = "reproducibility"
"""The section of rules that are not about leaks."""


def letter(number: int) -> str:
    """A, B, ... Z, AA, AB, ... for 0, 1, ..."""
    text = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        text = chr(ord("A") + digit) + text
    return text


class Marking:
    """Puts findings on the stations of a survey."""

    __slots__ = ("_by_line", "_exact", "_survey", "_whole")

    def __init__(self, survey: Survey, locator: Locator) -> None:
        self._survey = survey
        self._whole: dict[tuple[str, Span], list[Event]] = {}
        self._exact: dict[tuple[Spot, int], list[Event]] = {}
        self._by_line: dict[Spot, list[Event]] = {}
        for event in survey.trace.events:
            if isinstance(event, Seed):
                continue
            span = locator.span(event.place)
            spot = (event.place.path, span.cell, span.line)
            self._whole.setdefault((event.place.path, span), []).append(event)
            self._exact.setdefault((spot, span.column), []).append(event)
            for line in range(span.line, min(span.end_line, span.line + 40) + 1):
                self._by_line.setdefault((event.place.path, span.cell, line), []).append(event)

    def mark(self, findings: Sequence[ReportedFinding]) -> tuple[Lettered, ...]:
        """Give each finding a letter, and mark the stations where it and its steps stand."""
        told = [
            [(finding.message, self._stations(finding.path, finding.location))]
            + [(step.message, self._stations(step.path, step.location)) for step in finding.steps]
            for finding in findings
        ]
        self._survey.journey.straighten()
        lettered = []
        for number, (finding, stops) in enumerate(zip(findings, told, strict=True)):
            name, leak = letter(number), finding.section != CHANCE
            chosen = self._chosen([keys for _, keys in stops])
            for index, ((message, _), key) in enumerate(zip(stops, chosen, strict=True)):
                if key is not None:
                    self._survey.journey.stations[key].marks.append(Mark(name, index, message, leak))
            lettered.append(Lettered(name, finding, any(chosen), leak))
        return tuple(lettered)

    def _stations(self, path: str, span: Span) -> list[Key]:
        """The stations that may be meant by a place: those of the events there, or else on its line, best ones first."""
        spot = (path, span.cell, span.line)
        whole = self._whole.get((path, span), ())
        for events in (whole, self._exact.get((spot, span.column), ()), self._by_line.get(spot, ())):
            told = [event for event in events if not isinstance(event, Draw)]
            keys = [key for event in sorted(told, key=_worth) if (key := self._survey.draw(event))]
            if keys:
                return list(dict.fromkeys(keys))
        return []

    def _chosen(self, stops: list[list[Key]]) -> list[Key | None]:
        """Of the stations that each stop may mean (a function runs as often as it is called), those on one way."""
        if all(len(keys) <= 1 for keys in stops):
            return [keys[0] if keys else None for keys in stops]
        journey = self._survey.journey
        onward, back = journey.out_of(), journey.into()
        near = [
            _reached(keys[0], lambda key: [way.target for way in onward[key]])
            | _reached(keys[0], lambda key: [way.source for way in back[key]])
            for keys in stops
            if len(keys) == 1
        ]
        return [max(keys, key=lambda key: sum(key in each for each in near)) if keys else None for keys in stops]


def _reached(start: Key, beyond: Callable[[Key], list[Key]]) -> set[Key]:
    """The stations that can be reached from one."""
    seen = {start}
    waiting = [start]
    while waiting:
        for key in beyond(waiting.pop()):
            if key not in seen:
                seen.add(key)
                waiting.append(key)
    return seen


def _worth(event: Event) -> int:
    """Of several events at one place, the one that a box is about comes first."""
    if isinstance(event, Score):
        return 1 if event.implied else 0
    return 3 if isinstance(event, Transform | Predict | Load) else 2


def trace_paths(journey: Journey) -> None:
    """Letter the ways on the shortest path from each station of a leak to the next one, in the order of events."""
    stops: dict[str, list[Key]] = {}
    for key, station in sorted(journey.stations.items(), key=lambda item: item[1].first):
        for mark in station.marks:
            if mark.leak and key not in stops.setdefault(mark.letter, []):
                stops[mark.letter].append(key)
    onward = journey.out_of()
    for way in journey.ways.values():
        if way.carries == "watched":  # the rows that a fit watches are what a finding on it is about
            found = (mark for mark in journey.stations[way.target].marks if mark.leak and not mark.number)
            way.letters |= dict.fromkeys(mark.letter for mark in found)
    for name, keys in stops.items():
        for index, start in enumerate(keys[:-1]):
            for end in _path(onward, start, keys[index + 1 :]):
                journey.ways[end].letters[name] = None


def _path(onward: dict[Key, list[Way]], start: Key, wanted: Iterable[Key]) -> list[tuple[Key, Key]]:
    """The ways from `start` to the first of `wanted` that can be reached; none if none can."""
    goals = list(wanted)
    came: dict[Key, tuple[Key, Key] | None] = {start: None}
    waiting = deque([start])
    while waiting:
        key = waiting.popleft()
        for way in onward[key]:
            if way.target not in came:
                came[way.target] = (key, way.target)
                waiting.append(way.target)
    goal = next((each for each in goals if each in came), None)
    path = []
    while goal is not None and (step := came[goal]) is not None:
        path.append(step)
        goal = step[0]
    return path
