"""The picture as JSON, for those who want to draw it themselves: versioned, and only ever added to."""

import json

from heldout._version import VERSION
from heldout.picture import wording
from heldout.picture.journey import Journey, Key, Lettered, Picture, Station, Way

SCHEMA = "heldout-graph/1"

Object = dict[str, object]


def render_json(picture: Picture) -> str:
    """One JSON document; ASCII only."""
    document: Object = {
        "schema": SCHEMA,
        "version": VERSION,
        "path": picture.path,
        "journeys": [_journey(journey, picture) for journey in picture.journeys],
        "findings": [_finding(lettered) for lettered in picture.findings],
        "left_out": picture.left_out,
        "notes": list(picture.notes),
    }
    return json.dumps(document, indent=2) + "\n"


def _journey(journey: Journey, picture: Picture) -> Object:
    numbers = {key: number for number, key in enumerate(journey.stations)}
    return {
        "stations": [_station(numbers[key], station, picture) for key, station in journey.stations.items()],
        "ways": [_way(way, numbers) for way in journey.ways.values()],
    }


def _station(number: int, station: Station, picture: Picture) -> Object:
    return {
        "number": number,
        "kind": station.kind,
        "lane": station.lane or None,
        "names": station.titles,
        "classes": list(station.classes),
        "fact": wording.fact(station),
        "rows": list(station.rows),
        "places": [picture.where[place] for place in sorted(station.places)],
        "marks": [{"finding": mark.letter, "step": mark.number, "message": mark.text} for mark in station.marks],
    }


def _way(way: Way, numbers: dict[Key, int]) -> Object:
    return {
        "from": numbers[way.source],
        "to": numbers[way.target],
        "carries": way.carries,
        "findings": list(way.letters),
    }


def _finding(lettered: Lettered) -> Object:
    finding = lettered.finding
    where = finding.location
    return {
        "letter": lettered.letter,
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "path": finding.path,
        "cell": where.cell,
        "line": where.line,
        "placed": lettered.placed,
    }
