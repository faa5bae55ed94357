"""A transformer is fitted again on the rows that are to be judged."""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Fix, Learning, Predict, Replacement, Rule, Score, Statistic, Trace, meets


class RefitOnTestRows(Rule):
    code = "HLD106"
    level = "warning"
    bias = "unstable"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told: set[Learning] = set()
        for asked in trace.of(Score, Predict):
            if isinstance(asked, Score) and asked.folds:
                continue
            for fit in asked.fits:
                for again in asked.data.learned - told:
                    first = _same_step(fit, again) if isinstance(again, Learning) else None
                    if first is None or not isinstance(again, Learning):
                        continue
                    if meets(again.rows, asked.data.rows) != "must" or meets(again.rows, fit.rows) != "no":
                        continue
                    if not asked.data.rows.within(again.rows):
                        continue
                    told.add(again)
                    yield self._told(trace, again, first, fit, asked)

    def _told(self, trace: Trace, again: Learning, first: Learning, fit: Fit, asked: Score | Predict) -> Finding:
        name = again.data.name or trace.name_of(again.rows)
        rows = f"`{name}`" if name else "the rows to be judged"
        who = f"`{again.written or again.model}`" if isinstance(again, Fit) else f"the {again.function}"
        return self.finding(
            again,
            f"{who} is learned again from {rows}: the model was fitted on rows prepared in another way",
            [
                (first, "learned from the training rows here"),
                (fit, f"`{fit.written or fit.model}` is fitted on rows prepared that way here"),
                (asked, "and is given rows prepared in the other way here"),
            ],
            confidence="likely" if again.data.weak or fit.data.weak else "proved",
            fix=_transform_instead(again, first),
        )


def _same_step(fit: Fit, again: object) -> Learning | None:
    """The event that prepared the training rows as `again` prepares the rows to be judged."""
    for first in fit.data.learned:
        if first is again or meets_kind(first, again) is False:
            continue
        if isinstance(first, Learning):
            return first
    return None


def meets_kind(first: object, again: object) -> bool:
    """Whether two learn events are the same step of preparation on different rows."""
    if isinstance(first, Fit) and isinstance(again, Fit):
        same = first.learner is again.learner or first.model == again.model
        return same and again.role == "transformer" and again.learns in ("value", "label") and first.index < again.index
    if isinstance(first, Statistic) and isinstance(again, Statistic):
        return first.function == again.function and again.learns == "value" and first.index < again.index
    return False


def _transform_instead(again: Learning, first: Learning) -> Fix | None:
    """``fit_transform`` becomes ``transform`` where the same object was fitted on the training rows."""
    if not isinstance(again, Fit) or not isinstance(first, Fit) or again.method != "fit_transform":
        return None
    if again.learner is not first.learner or again.method_place is None:
        return None
    return Fix("Transform with what the training rows taught", "unsafe", (Replacement(again.method_place, "transform"),))
