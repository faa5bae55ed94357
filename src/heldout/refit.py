"""Where a step of preparation is learned anew from rows that a model is then asked about."""

from collections.abc import Iterable
from typing import NamedTuple

from heldout.events import Event, Fit, Learning, Predict, Score, Statistic
from heldout.rows import MUST, NO, meets


class Refit(NamedTuple):
    """Rows that are to be judged were prepared by what they taught, not by what the training rows taught.

    again: the learning from just those rows; before: the same step on the training rows; fit: the model's; asked: what it
    is then asked.
    """

    again: Learning
    before: Learning
    fit: Fit
    asked: Score | Predict


def refits(events: Iterable[Event]) -> list[Refit]:
    """Every step of preparation that was learned anew from rows that a model is then asked about."""
    found: dict[Learning, Refit] = {}
    for asked in events:
        if not isinstance(asked, Score | Predict) or (isinstance(asked, Score) and asked.folds):
            continue
        for fit in asked.fits:
            for again in asked.data.learned - found.keys():
                before = _taught_before(fit, again, asked) if isinstance(again, Learning) else None
                if before is not None and isinstance(again, Learning):
                    found[again] = Refit(again, before, fit, asked)
    return sorted(found.values(), key=lambda refit: refit.again.index)


def _taught_before(fit: Fit, again: Learning, asked: Score | Predict) -> Learning | None:
    """The event that prepared the training rows as `again` prepared the rows to be judged, and only those."""
    if meets(again.rows, asked.data.rows) != MUST or meets(again.rows, fit.rows) != NO:
        return None
    if not asked.data.rows.within(again.rows):
        return None
    same = (first for first in fit.data.learned if isinstance(first, Learning) and _is_same_step(first, again))
    return min(same, key=lambda first: first.index, default=None)


def _is_same_step(first: Learning, again: Learning) -> bool:
    """Whether two learn events are the same step of preparation, the first one earlier."""
    if first.index >= again.index:
        return False
    if isinstance(first, Fit) and isinstance(again, Fit):
        same = first.learner is again.learner or first.model == again.model
        return same and again.role == "transformer" and again.learns in ("value", "label")
    both = isinstance(first, Statistic) and isinstance(again, Statistic)
    return both and first.function == again.function and again.learns == "value"
