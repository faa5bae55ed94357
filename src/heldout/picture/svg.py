"""The picture as SVG: complete in itself, in light and dark, readable by machines that read aloud."""

from collections.abc import Iterator
from html import escape as _entities

from heldout.picture.boxes import FOOT, HEAD, LINE, NOTE_LINE, PADDING, Note
from heldout.picture.journey import Journey, Key, Lettered, Picture, Station
from heldout.picture.layout import Area, Placed, Plan, Route, plan
from heldout.reporting.style import escape as _printable

BETWEEN = 34.0
MARGIN = 20.0
LEGEND = 40.0

STYLE = """\
.heldout{--paper:#fff;--ink:#1f2328;--soft:#59636e;--line:#8c959f;--card:#fff;--edge:#d0d7de;--lane:#f6f8fa;--pill:#e1e6eb;\
--learned:#0969da;--leak:#cf222e;--leak-card:#fff5f5;--chance:#9a6700;font-family:system-ui,-apple-system,"Segoe UI",Roboto,\
"Helvetica Neue",Arial,sans-serif;font-size:11.5px}
@media (prefers-color-scheme:dark){.heldout{--paper:#0d1117;--ink:#e6edf3;--soft:#9198a1;--line:#6e7681;--card:#161b22;\
--edge:#3d444d;--lane:#12171e;--pill:#2a313c;--learned:#58a6ff;--leak:#ff7b72;--leak-card:#2b1517;--chance:#d29922}}
@media print{.heldout{--paper:#fff;--ink:#000;--soft:#444;--line:#777;--card:#fff;--edge:#aaa;--lane:#f6f6f6;--pill:#e4e4e4;--learned:#0550ae;\
--leak:#b00020;--leak-card:#fff;--chance:#6b4700}}
.heldout .paper{fill:var(--paper)}
.heldout .lane{fill:var(--lane);stroke:var(--edge);stroke-width:1}
.heldout .lane-name{fill:var(--soft);font-weight:600;font-size:12px}
.heldout .rows-name{fill:var(--ink);font-family:var(--mono);font-size:12.5px}
.heldout .pill{fill:var(--pill)}.heldout .point{fill:var(--line)}
.heldout{--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.heldout .card{fill:var(--card);stroke:var(--edge);stroke-width:1.2}
.heldout .kind,.heldout .place{fill:var(--soft);font-size:10.5px}
.heldout .name{fill:var(--ink);font-family:var(--mono);font-size:13px;font-weight:600}
.heldout .fact{fill:var(--soft)}
.heldout .way{fill:none;stroke:var(--line);stroke-width:1.4}
.heldout .learned{stroke:var(--learned);stroke-dasharray:5 3}
.heldout .watched{stroke-dasharray:9 3}
.heldout .figure{stroke:var(--line);stroke-dasharray:1.5 3;stroke-linecap:round}
.heldout .head{fill:var(--line)}.heldout .head-learned{fill:var(--learned)}.heldout .head-leak{fill:var(--leak)}
.heldout .way.leak{stroke:var(--leak);stroke-width:2.4}
.heldout .leaking .card{stroke:var(--leak);fill:var(--leak-card);stroke-width:1.8}
.heldout .note{fill:var(--leak)}
.heldout .badge{fill:var(--leak)}
.heldout .badge-text{fill:var(--paper);font-weight:700;font-size:10px}
.heldout .chance .note{fill:var(--chance)}
.heldout .chance .badge{fill:var(--chance)}
.heldout .legend{fill:var(--soft)}"""


def render_svg(picture: Picture) -> str:
    """The picture as one SVG document."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + svg_element(picture) + "\n"


def svg_element(picture: Picture, name: str = "") -> str:
    """The picture as an ``svg`` element; `name` is its title."""
    plans = [plan(journey, picture) for journey in picture.journeys]
    lines: list[str] = []
    top = MARGIN
    for number, (journey, laid) in enumerate(zip(picture.journeys, plans, strict=True)):
        lines.append(f'<g transform="translate({MARGIN:g} {top:g})">')
        lines += _journey(journey, laid, picture, f"{number}")
        lines.append("</g>")
        top += laid.height + BETWEEN
    texts = _remarks(picture)
    width = max([laid.width for laid in plans] + [len(text) * 6.6 for text in texts] + [520.0]) + 2 * MARGIN
    if plans:
        lines += ['<g class="legend-row">', *_legend(top - BETWEEN / 2, picture), "</g>"]
        top += LEGEND - BETWEEN / 2
    for text in texts:
        lines.append(f'<text class="fact" x="{MARGIN:g}" y="{top + 8:g}">{entities(text)}</text>')
        top += 20
    height = top + MARGIN
    title = name or f"The journey of the rows in {picture.path}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="heldout" role="img" aria-labelledby="heldout-title heldout-desc" '
        f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}">'
    )
    top_lines = [
        head,
        f'<title id="heldout-title">{entities(title)}</title>',
        f'<desc id="heldout-desc">{entities(describe(picture))}</desc>',
        f"<style>{STYLE}</style>",
        _markers(),
        f'<rect class="paper" width="{width:.0f}" height="{height:.0f}"/>',
    ]
    return "\n".join([*top_lines, *lines, "</svg>"])


def natural_width(drawing: str) -> float:
    """The width that an ``svg`` element of this module says it has."""
    return float(drawing.partition(' width="')[2].partition('"')[0])


def identifiers(picture: Picture) -> dict[tuple[str, int], str]:
    """The box of each finding (step 0) and of each of its steps, as the identifier of its element."""
    found: dict[tuple[str, int], str] = {}
    for number, journey in enumerate(picture.journeys):
        for index, station in enumerate(journey.stations.values()):
            for mark in station.marks:
                found.setdefault((mark.letter, mark.number), f"s{number}-{index}")
    return found


def entities(text: str) -> str:
    """`text` as the content of an element or an attribute in quotes, without characters that XML forbids."""
    return _entities(_printable(text), quote=True)


def describe(picture: Picture) -> str:
    """The picture in words: its findings with their steps."""
    if not picture.journeys:
        return EMPTY
    told = [_sentence(lettered) for lettered in picture.findings]
    return " ".join(told) or "Rows go from where they are loaded to the scores, and no finding marks their way."


EMPTY = "Nothing that loads, splits, fits or scores was found."


def _sentence(lettered: Lettered) -> str:
    finding = lettered.finding
    steps = "".join(f"; step {number}: {step.message}" for number, step in enumerate(finding.steps, 1))
    return f"{lettered.letter}: {finding.message}{steps}."


def _remarks(picture: Picture) -> list[str]:
    remarks = [] if picture.journeys else [EMPTY]
    if picture.left_out:
        ways = "journey" if picture.left_out == 1 else "journeys"
        remarks.append(f"{picture.left_out} more {ways} without findings not drawn; --all draws everything.")
    unplaced = [lettered for lettered in picture.findings if not lettered.placed]
    remarks += [f"{each.letter}  {each.finding.message}" for each in unplaced]
    return remarks + list(picture.notes)


def _markers() -> str:
    heads = ("head", "head-learned", "head-leak")
    markers = [
        f'<marker id="{head}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto" '
        f'markerUnits="userSpaceOnUse"><path class="{head}" d="M0 0.6 8 4 0 7.4z"/></marker>'
        for head in heads
    ]
    return f"<defs>{''.join(markers)}</defs>"


def _journey(journey: Journey, laid: Plan, picture: Picture, number: str) -> Iterator[str]:
    for area in laid.areas:
        yield from _area(area)
    for route in sorted(laid.routes, key=lambda route: bool(journey.ways[route.ends].letters)):
        yield _way(route, journey)
    letters = _letters(journey)
    for index, placed in enumerate(laid.boxes):
        station = journey.stations[placed.key]
        if station.kind == "part":
            yield _point(placed, station, letters[placed.key])
        else:
            yield from _box(placed, station, picture, f"s{number}-{index}", letters[placed.key])


def _letters(journey: Journey) -> dict[Key, str]:
    """For each station, an attribute with the findings that mark it or lead through it."""
    found = {key: {mark.letter: None for mark in station.marks} for key, station in journey.stations.items()}
    for (source, target), way in journey.ways.items():
        found[source] |= way.letters
        found[target] |= way.letters
    return {key: f' data-findings="{" ".join(letters)}"' if letters else "" for key, letters in found.items()}


def _area(area: Area) -> Iterator[str]:
    yield (
        f'<rect class="lane" x="{area.left:g}" y="{area.top:g}" width="{area.width:g}" height="{area.height:g}" rx="10"/>'
    )
    yield f'<text class="lane-name" x="{area.name_at[0]:g}" y="{area.name_at[1]:g}">{area.lane}</text>'


def _way(route: Route, journey: Journey) -> str:
    way = journey.ways[route.ends]
    first, *rest = route.points
    curves = " ".join(f"{x:g} {y:g}" for x, y in rest)
    path = f"M{first[0]:g} {first[1]:g} C{curves} L{route.tip[0]:g} {route.tip[1]:g}"
    head = "head-leak" if way.letters else "head-learned" if way.carries == "learned" else "head"
    target = journey.stations[way.target]
    marker = f' marker-end="url(#{head})"' if target.kind != "part" or target.names else ""
    style = f"way {way.carries}" + (" leak" if way.letters else "")
    letters = f' data-findings="{" ".join(way.letters)}"' if way.letters else ""
    return f'<path class="{style}"{letters} d="{path}"{marker}/>'


def _point(placed: Placed, station: Station, letters: str) -> str:
    """Where rows enter a lane."""
    box, name = placed.box, placed.box.titles[0]
    pill = (
        f'<rect class="{"pill" if name else "point"}" x="{placed.left:g}" y="{placed.top:g}" width="{box.width:g}" height="{box.height:g}" '
        f'rx="{box.height / 2:g}"/>'
    )
    x, y = placed.left + box.width / 2, placed.top + 16.2
    text = f'<text class="rows-name" x="{x:g}" y="{y:g}" text-anchor="middle">{entities(name)}</text>' if name else ""
    title = f"<title>{entities(name)}: {station.lane} rows</title>" if name else ""
    return f'<g class="station"{letters}>{title}{pill}{text}</g>'


def _box(placed: Placed, station: Station, picture: Picture, identifier: str, letters: str) -> Iterator[str]:
    box, x, y = placed.box, placed.left, placed.top
    leak = any(mark.leak for mark in station.marks)
    style = "station" + (" leaking" if leak else " chance" if station.marks else "")
    yield f'<g class="{style}" id="{identifier}"{letters}>'
    yield f"<title>{entities(_tooltip(station, picture))}</title>"
    size = f'width="{box.width:g}" height="{box.height:g}" rx="{_radius(station)}"'
    for shift in (6, 3) if box.stacked else ():
        yield f'<rect class="card" x="{x + shift:g}" y="{y + shift:g}" {size}/>'
    yield f'<rect class="card" x="{x:g}" y="{y:g}" {size}/>'
    left, right = x + PADDING, x + box.width - PADDING
    yield f'<text class="kind" x="{left:g}" y="{y + 16:g}">{entities(box.kind)}</text>'
    yield f'<text class="place" x="{right:g}" y="{y + 16:g}" text-anchor="end">{entities(box.place)}</text>'
    line = y + HEAD + 12
    for title in box.titles:
        yield f'<text class="name" x="{left:g}" y="{line:g}">{entities(title)}</text>'
        line += LINE
    if box.fact:
        yield f'<text class="fact" x="{left:g}" y="{line - LINE + FOOT + 1:g}">{entities(box.fact)}</text>'
    yield from _notes(box.notes, x, y + box.height + (6 if box.stacked else 0))
    yield "</g>"


def _radius(station: Station) -> str:
    return {"load": "18", "split": "4", "choose": "18"}.get(station.kind, "8")


def _notes(notes: tuple[Note, ...], x: float, top: float) -> Iterator[str]:
    line = top + 6
    for note in notes:
        yield f'<g class="{"said" if note.leak else "chance"}" data-findings="{" ".join(note.letters)}">'
        indent = 0.0
        for label in note.labels:
            width = len(label) * 6.4 + 9
            yield f'<rect class="badge" x="{x + indent:g}" y="{line:g}" width="{width:g}" height="14" rx="7"/>'
            middle = x + indent + width / 2
            yield f'<text class="badge-text" x="{middle:g}" y="{line + 10.6:g}" text-anchor="middle">{label}</text>'
            indent += width + 4
        for number, text in enumerate(note.lines):
            at = x + indent + 1 if number == 0 else x
            yield f'<text class="note" x="{at:g}" y="{line + 11 + number * NOTE_LINE:g}">{entities(text)}</text>'
        line += len(note.lines) * NOTE_LINE + 6
        yield "</g>"


def _tooltip(station: Station, picture: Picture) -> str:
    named = ", ".join([*station.titles, *(each for each in station.classes if each not in station.titles)])
    places = "; ".join(dict.fromkeys(picture.where[place] for place in sorted(station.places)))
    return f"{station.kind}: {named}" + (f" ({places})" if places else "")


def _legend(top: float, picture: Picture) -> Iterator[str]:
    """What the kinds of ways mean, those that the picture has."""
    has = {way.carries for journey in picture.journeys for way in journey.ways.values()}
    leaks = any(way.letters for journey in picture.journeys for way in journey.ways.values())
    x = MARGIN
    for style, head, text, shown in (
        ("rows", "head", "rows", "rows" in has),
        ("learned", "head-learned", "what was learned", "learned" in has),
        ("watched", "head", "rows that are only watched", "watched" in has),
        ("figure", "head", "a score that decides", "figure" in has),
        ("rows leak", "head-leak", "the way of a leak", leaks),
    ):
        if shown:
            y = top + 8
            yield f'<path class="way {style}" d="M{x:g} {y:g} h26" marker-end="url(#{head})"/>'
            yield f'<text class="legend" x="{x + 34:g}" y="{y + 4:g}">{text}</text>'
            x += 34 + len(text) * 6.4 + 22
