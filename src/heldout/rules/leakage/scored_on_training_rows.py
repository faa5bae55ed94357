"""The only score of a model is on the rows that it was fitted on."""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Rule, Score, Trace, meets, role


class ScoredOnTrainingRows(Rule):
    code = "HLD109"
    level = "warning"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for score in trace.scores:
            fit = score.fits[-1] if len(score.fits) == 1 else None
            if fit is None or not _on_its_own(trace, score, fit) or _owned_up(score):
                continue
            if (score.learner, score.place.line) in told or trace.judged_elsewhere(score):
                continue
            told.add((score.learner, score.place.line))
            name = score.data.name or trace.name_of(score.rows)
            rows = f"`{name}`" if name else "its training rows"
            yield self.finding(
                score,
                f"`{fit.written or fit.model}` is judged only on {rows}, the rows that it was fitted on",
                [(fit, "fitted on these rows here")],
                confidence="likely" if fit.data.weak or score.data.weak else "proved",
            )


def _on_its_own(trace: Trace, score: Score, fit: Fit) -> bool:
    """Whether a figure counts as a claim about a supervised model and stands on the fit's own rows."""
    if score.folds or score.function == "history" or fit.method == "backward" or fit.partial:
        return False
    if not (role(score.data.name) == "test" if score.implied else score.reported):
        return False
    if score.rows is not fit.rows and trace.held_out(score.rows) and trace.side(fit.rows) != trace.side(score.rows):
        return False
    if fit.task in ("clustering", "density") or fit.target is None and fit.role != "predictor":
        return False
    return score.rows.within(fit.rows) and meets(score.rows, fit.rows) == "must"


def _owned_up(score: Score) -> bool:
    """Whether the program itself calls the figure one of training."""
    words = " ".join((*score.names, *score.said)).lower()
    return "train" in words or "fit" in words.split() or "in-sample" in words
