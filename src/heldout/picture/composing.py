"""From a trace and its findings to a picture: survey, mark, gather, trace the paths of the leaks."""

from heldout.finding import Place
from heldout.picture.gathering import bundle, gather, left_out, parts, prune, settle, worth_showing
from heldout.picture.journey import Journey, Picture
from heldout.picture.marking import Marking, trace_paths
from heldout.picture.survey import Survey
from heldout.reporting.locating import Locator
from heldout.reporting.report import ReportedFinding
from heldout.trace import Trace


def compose(
    trace: Trace,
    findings: list[ReportedFinding],
    locator: Locator,
    *,
    everything: bool = False,
    notes: tuple[str, ...] = (),
) -> Picture:
    """The picture of a program.

    findings: those to mark, in reading order.  everything: also what leads to no figure, and each station for itself.
    """
    survey = Survey(trace)
    for event in survey.seeds(everything):
        survey.draw(event)
    lettered = Marking(survey, locator).mark(findings)
    survey.journey.straighten()
    if not everything:
        prune(survey.journey)
        gather(survey.journey)
    settle(survey.journey)
    bundle(survey.journey)
    all_parts = parts(survey.journey)
    journeys = all_parts if everything else worth_showing(all_parts)
    for journey in journeys:
        trace_paths(journey)
    where = _places(journeys, locator, trace.path)
    return Picture(trace.path, tuple(journeys), lettered, left_out(all_parts, journeys), notes, where)


def _places(journeys: list[Journey], locator: Locator, path: str) -> dict[Place, str]:
    """Each place of a station as people name it."""
    found = {}
    for journey in journeys:
        for station in journey.stations.values():
            for place in station.places:
                span = locator.span(place)
                if place.path != path:
                    found[place] = f"{place.path.replace(chr(92), '/').rpartition('/')[2]}:{span.line}"
                else:
                    found[place] = f"line {span.line}" if span.cell is None else f"cell {span.cell}:{span.line}"
    return found
