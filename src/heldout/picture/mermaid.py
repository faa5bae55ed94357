"""The picture as a Mermaid flowchart, for a README or a pull request that draws such text."""

from collections.abc import Iterator

from heldout.picture import wording
from heldout.picture.journey import Journey, Picture, Station
from heldout.reporting.style import escape

SHAPES = {"load": ("([", "])"), "choose": ("{{", "}}"), "split": ("[/", "/]")}
SPECIAL = str.maketrans({each: f"#{ord(each)};" for each in '#"<>&;`[]{}()|\\'})


def render_mermaid(picture: Picture) -> str:
    """The text of the flowchart."""
    lines = ["flowchart LR"]
    for number, journey in enumerate(picture.journeys):
        lines += _journey(journey, picture, f"j{number}")
    if not picture.journeys:
        lines.append('  nothing["Nothing that loads, splits, fits or scores was found."]')
    lines.append("  classDef leak stroke:#cf222e,stroke-width:2px")
    return "\n".join(lines) + "\n"


def _journey(journey: Journey, picture: Picture, prefix: str) -> Iterator[str]:
    names = {key: f"{prefix}n{number}" for number, key in enumerate(journey.stations)}
    inside = {key for keys in journey.lanes().values() for key in keys}
    for key, station in journey.stations.items():
        if key not in inside:
            yield f"  {names[key]}{_text(station, picture)}"
    for lane, keys in journey.lanes().items():
        yield f"  subgraph {prefix}{lane}[{lane}]"
        for key in keys:
            yield f"    {names[key]}{_text(journey.stations[key], picture)}"
        yield "  end"
    for ends, way in journey.ways.items():
        arrow = "==>" if way.letters else "-.->" if way.carries != "rows" else "-->"
        yield f"  {names[ends[0]]} {arrow} {names[ends[1]]}"
    leaking = [names[key] for key, station in journey.stations.items() if any(mark.leak for mark in station.marks)]
    if leaking:
        yield f"  class {','.join(leaking)} leak"


def _text(station: Station, picture: Picture) -> str:
    opening, closing = SHAPES.get(station.kind, ("[", "]"))
    place = picture.places(station)
    lines = [f"{station.kind} ({place})" if place else station.kind]
    lines += [*wording.titles(station), *filter(None, [wording.fact(station)])]
    lines += dict.fromkeys(f"{mark.label}: {mark.text}" for mark in station.marks[:3])
    return f'{opening}"{"<br>".join(quoted(line) for line in lines)}"{closing}'


def quoted(text: str) -> str:
    """`text` with every character that Mermaid or HTML reads as its own written as its number."""
    return escape(text).translate(SPECIAL)
