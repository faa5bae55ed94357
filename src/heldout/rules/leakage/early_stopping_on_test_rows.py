"""Training is stopped, or its best state kept, by the rows on which the result is then reported."""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Rule, Score, Trace, meets


class EarlyStoppingOnTestRows(Rule):
    code = "HLD111"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for fit in trace.of(Fit):
            watched = fit.validation
            if watched is None or not fit.watchers or fit.place in told or trace.side(watched.rows) == "validation":
                continue
            scores = [score for score in trace.scores_of(fit) if not score.folds]
            same = [score for score in scores if meets(score.rows, watched.rows) == "must"]
            if not same or any(_independent(trace, fit, score) for score in scores):
                continue
            told.add(fit.place)
            name = watched.name or trace.name_of(watched.rows)
            rows = f"`{name}`" if name else "the rows"
            yield self.finding(
                fit,
                f"`{fit.written or fit.model}` stops or keeps its best state by {rows}, on which it is then reported",
                [(same[0], "reported on the same rows here")],
                confidence="likely" if watched.weak or same[0].data.weak else "proved",
            )


def _independent(trace: Trace, fit: Fit, score: Score) -> bool:
    """Whether a score is on rows that neither trained nor stopped the model."""
    assert fit.validation is not None
    return meets(score.rows, fit.rows) == "no" and meets(score.rows, fit.validation.rows) == "no"
