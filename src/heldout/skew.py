"""Where a model is fitted on rows that were prepared in one way and asked about rows that were prepared in another."""

from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from heldout.events import MODEL_ROLES, Data, Event, Fit, Load, Predict, Score
from heldout.rows import Rows

if TYPE_CHECKING:
    from heldout.trace import Trace


class Skew(NamedTuple):
    """A fitted transformer that changed the rows of one side only.

    step: its fit; instead: the fit of the transformer that changed the other side, None if nothing did; fit: the model's;
    asked: what the model is then asked; on_fit: the rows of the model's fit went through `step`, those asked about did
    not; else the other way round.
    """

    step: Fit
    instead: Fit | None
    fit: Fit
    asked: Score | Predict
    on_fit: bool


def skews(trace: "Trace") -> Iterator[Skew]:
    """Every model that is asked about rows prepared in another way, whichever of its fits it comes from.

    Rows that are asked about are told once a model.  What `Trace.refits` tells is left to it.
    """
    loaded = frozenset(load.data.rows for load in trace.of(Load))
    refitted: frozenset[Event] = frozenset(refit.again for refit in trace.refits)
    told: set[tuple[Fit, Rows]] = set()
    for asked in trace.events:
        if not isinstance(asked, Score | Predict) or not asked.fits:
            continue
        if isinstance(asked, Score) and (asked.folds or asked.progress):
            continue
        found = [_between(fit, asked, loaded, refitted) for fit in dict.fromkeys(asked.fits)]
        skew = found[-1]
        if skew is not None and all(found) and (skew.fit, asked.data.rows) not in told:
            told.add((skew.fit, asked.data.rows))
            yield skew


def _between(fit: Fit, asked: Score | Predict, loaded: frozenset[Rows], refitted: frozenset[Event]) -> Skew | None:
    """The first step of preparation that the rows of a fit and the rows asked about do not share."""
    ours, theirs = fit.data, asked.data
    if fit.role not in MODEL_ROLES or not _is_plain(ours) or not _is_plain(theirs):
        return None
    # Rows of two origins may have been prepared elsewhere, unless both were loaded here.
    bases = ours.rows.bases() | theirs.rows.bases()
    if ours.rows.bases() != theirs.rows.bases() and not bases <= loaded:
        return None
    before, after = _steps(ours), _steps(theirs)
    lost = [step for learner, step in before.items() if learner not in after and _reaches(step, ours, theirs)]
    added = [step for learner, step in after.items() if learner not in before and _reaches(step, theirs, ours)]
    if not refitted.isdisjoint((*lost, *added)):
        return None
    if lost:
        return Skew(lost[0], added[0] if added else None, fit, asked, True)
    return Skew(added[0], None, fit, asked, False) if added else None


def _is_plain(data: Data) -> bool:
    """Whether rows and columns are known, and the way to them."""
    return not (data.weak or data.columns.vague or data.rows.root.vague)


def _steps(data: Data) -> dict[Hashable, Fit]:
    """The fits of transformers that changed the numbers, by the object that was fitted, in order."""
    found = (event for event in data.learned if isinstance(event, Fit) and _changes_numbers(event))
    return {step.learner: step for step in sorted(found, key=lambda step: step.index)}


def _changes_numbers(fit: Fit) -> bool:
    """Whether a fit is of a scaler, an imputer, a projection: what only names categories would stop a program that
    forgot it."""
    return fit.role == "transformer" and fit.learns in ("value", "label") and fit.purpose != "select"


def _reaches(step: Fit, through: Data, past: Data) -> bool:
    """Whether a column that went through a step on one side is on the other side, too."""
    columns, others = through.columns, past.columns
    carriers = [name for name, column in columns.known.items() if step in column.learned]
    if any(others.column(name) is not None for name in carriers):
        return True
    return step in columns.rest.learned and columns.implied is not None and others.implied is not None
