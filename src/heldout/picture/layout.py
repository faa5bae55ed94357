"""Where boxes stand and ways run: Graphviz lays the journey out, from left to right, a cluster for each lane."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from heldout.picture.boxes import Box, measure
from heldout.picture.journey import Journey, Key, Picture

if TYPE_CHECKING:
    from pygraphviz import AGraph

Point = tuple[float, float]

LANE_MARGIN = 26.0
SPARE = 4.0
"""The room under the boxes of a lane that is not drawn: its margin is as wide as its name needs."""
ALIGNED = 120.0
"""Lanes whose beginnings differ by less are drawn from one line on."""

EDGE = 4.0
SAMPLES = 12
MANY_CLASHES = 1_000_000
MOST_EXACT = 50
"""Larger graphs are laid out with less patience."""


class MissingLayout(Exception):
    """The extra that lays out is not installed."""


class Placed(NamedTuple):
    """A box with its left upper corner."""

    key: Key
    box: Box
    left: float
    top: float


class Route(NamedTuple):
    """A way as a chain of cubic curves: the start, and three points for each; then the point of the arrow."""

    ends: tuple[Key, Key]
    points: tuple[Point, ...]
    tip: Point


class Area(NamedTuple):
    """The rectangle of a lane, and where its name stands, from the left."""

    lane: str
    left: float
    top: float
    width: float
    height: float
    name_at: Point = (0.0, 0.0)


class Plan(NamedTuple):
    """A journey laid out."""

    boxes: tuple[Placed, ...]
    routes: tuple[Route, ...]
    areas: tuple[Area, ...]
    width: float
    height: float


def plan(journey: Journey, picture: Picture) -> Plan:
    """Lay a journey out.  Raises `MissingLayout` without Graphviz.

    Lanes that begin at the same place are easier to read; where that would lead a way under a box, they do not.
    """
    boxes = {key: measure(station, picture) for key, station in journey.stations.items()}
    names = {key: f"n{number}" for number, key in enumerate(journey.stations)}
    backwards = dict(reversed(names.items()))
    free = _lay(journey, boxes, names, None, upside_down=False)
    in_lanes = [placed for placed in free.boxes if journey.stations[placed.key].lane]
    first = min(in_lanes, key=lambda placed: placed.left).key if len(free.areas) > 1 else None
    best = free
    order, start, fewest = names, None, MANY_CLASHES
    for names_in_order, beside in ((names, first), (backwards, first), (names, None), (backwards, None)):
        laid = _lay(journey, boxes, names_in_order, beside, upside_down=False)
        clashes = count_clashes(laid)
        if clashes < fewest:
            best, order, start, fewest = laid, names_in_order, beside, clashes
        if not clashes:
            break
    top = {area.lane: area.top for area in best.areas}
    below = next((lane for lane in ("test", "validation") if lane in top), None)
    if len(top) > 1 and below and top[below] == min(top.values()):
        return _lay(journey, boxes, order, start, upside_down=True)
    return best


def count_clashes(laid: Plan) -> int:
    """How often a way runs under a box that it has nothing to do with."""
    return sum(
        placed.key not in route.ends and any(_covers(placed, point) for point in points)
        for route in laid.routes
        for points in (list(_along(route)),)
        for placed in laid.boxes
    )


def _covers(placed: Placed, point: Point) -> bool:
    x, y = point[0] - placed.left, point[1] - placed.top
    return EDGE < x < placed.box.width - EDGE and EDGE < y < placed.box.height + placed.box.notes_height - EDGE


def _along(route: Route) -> Iterator[Point]:
    """Points on a way, close to one another."""
    for start in range(0, len(route.points) - 3, 3):
        one, two, three, four = route.points[start : start + 4]
        for step in range(SAMPLES + 1):
            t = step / SAMPLES
            u = 1 - t
            weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            yield (
                sum(weight * point[0] for weight, point in zip(weights, (one, two, three, four), strict=True)),
                sum(weight * point[1] for weight, point in zip(weights, (one, two, three, four), strict=True)),
            )


def _lay(journey: Journey, boxes: dict[Key, Box], names: dict[Key, str], first: Key | None, upside_down: bool) -> Plan:
    """What Graphviz makes of it, with the origin in the left upper corner.

    Which lane comes first is Graphviz's choice, by the crossings of ways; `upside_down` mirrors the outcome.
    """
    graph = _graph(journey, boxes, names, first, upside_down)
    graph.layout(prog="dot")
    left, bottom, right, top = _numbers(graph.graph_attr["bb"])

    def at(x: float, y: float) -> Point:
        return round(x - left, 1), round(y - bottom if upside_down else top - y, 1)

    placed = []
    for key, name in names.items():
        box = boxes[key]
        x, y = at(*_numbers(graph.get_node(name).attr["pos"]))
        placed.append(Placed(key, box, x - box.width / 2, y - (box.height + box.notes_height) / 2))
    routes = tuple(
        _route(ends, graph.get_edge(names[ends[0]], names[ends[1]]).attr["pos"], at) for ends in journey.ways
    )
    areas = []
    for lane in journey.lanes():
        x0, y0, x1, y1 = _numbers(graph.get_subgraph(f"cluster_{lane}").graph_attr["bb"])
        x, y = at(x0, y0 if upside_down else y1)
        areas.append(Area(lane, x, y, round(x1 - x0, 1), round(y1 - y0 - SPARE, 1)))
    lanes = tuple(_named(area, placed, routes) for area in _aligned(areas))
    return Plan(tuple(placed), routes, lanes, round(right - left, 1), round(top - bottom, 1))


def _aligned(areas: list[Area]) -> tuple[Area, ...]:
    """Lanes that begin at about the same place, made to begin at the very same."""
    first = min((area.left for area in areas), default=0.0)
    return tuple(
        area._replace(left=first, width=area.width + area.left - first) if area.left - first < ALIGNED else area
        for area in areas
    )


def _named(area: Area, boxes: list[Placed], routes: tuple[Route, ...]) -> Area:
    """A lane with a place for its name that no way crosses, if there is one."""
    width, height = 8.0 * len(area.lane), 14.0
    left, right = area.left + 12, area.left + area.width - width - 12
    upper, lower = area.top + 17, area.top + area.height - 8
    corners = ((left, upper), (left, lower), (right, lower), (right, upper))
    points = [point for route in routes for point in _along(route)]

    def crossed(corner: Point) -> int:
        x, y = corner
        ways = sum(x - 5 < at[0] < x + width + 5 and y - height - 4 < at[1] < y + 6 for at in points)
        return ways + sum(
            each.left < x + width
            and x < each.left + each.box.width
            and each.top < y
            and y - height < each.top + each.box.height + each.box.notes_height
            for each in boxes
        )

    return area._replace(name_at=min(corners, key=crossed))


def _graph(
    journey: Journey, boxes: dict[Key, Box], names: dict[Key, str], first: Key | None, upside_down: bool
) -> "AGraph":
    """The journey for Graphviz.

    first: the leftmost station of a lane; each lane then gets an invisible point beside it, so that all begin there.
    """
    graph = _empty(len(names))
    lanes = journey.lanes()
    inside = {key for keys in lanes.values() for key in keys}
    for key, name in names.items():
        if key not in inside:
            graph.add_node(name, label=_label(boxes[key], upside_down))
    for lane, keys in lanes.items():
        cluster = graph.add_subgraph(name=f"cluster_{lane}", margin=str(LANE_MARGIN))
        for key in keys:
            cluster.add_node(names[key], label=_label(boxes[key], upside_down))
        if first is not None:
            cluster.add_node(f"lane_{lane}", shape="point", label="", style="invis", width="0.01", height="0.01")
    if first is not None:
        graph.add_subgraph([names[first], *(f"lane_{lane}" for lane in lanes)], rank="same")
    for source, target in journey.ways:
        weight = "4" if journey.ways[source, target].letters else "1"
        graph.add_edge(names[source], names[target], weight=weight)
    return graph


def _empty(stations: int) -> "AGraph":
    try:
        import pygraphviz
    except ImportError as error:
        raise MissingLayout from error
    graph = pygraphviz.AGraph(directed=True, strict=True)
    patience = "4" if stations < MOST_EXACT else "0.5"
    graph.graph_attr.update(rankdir="LR", newrank="true", nodesep="0.22", ranksep="0.42", mclimit=patience, nslimit="5")
    graph.node_attr.update(shape="plain", margin="0")
    graph.edge_attr.update(tailport="card:e", headport="card:w", arrowsize="0.7")
    return graph


def _label(box: Box, upside_down: bool) -> str:
    """A table without text, whose upper cell is the card, where ways begin and end, and the lower one the notes."""
    width = box.width
    card = f'<TR><TD PORT="card" FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{box.height:.0f}"></TD></TR>'
    notes = ""
    if box.notes_height:
        notes = f'<TR><TD FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{box.notes_height:.0f}"></TD></TR>'
    rows = notes + card if upside_down else card + notes
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{rows}</TABLE>>'


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]


def _route(ends: tuple[Key, Key], text: str, at: Callable[[float, float], Point]) -> Route:
    """A way from what Graphviz says: ``e,x,y x,y x,y ...``, first the arrow's point."""
    tip: Point | None = None
    points: list[Point] = []
    for word in text.replace("\\\n", "").split():
        if word.startswith("e,"):
            tip = at(*_numbers(word[2:]))
        else:
            points.append(at(*_numbers(word)))
    return Route(ends, tuple(points), tip or points[-1])
