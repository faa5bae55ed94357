"""A model is fitted on rows among which are those that it is then judged on."""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Rule, Score, Trace, meets


class FitOnEvaluatedRows(Rule):
    code = "HLD107"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told: set[Fit] = set()
        for score in trace.scores:
            if score.folds or score.implied:
                continue
            for fit in score.fits:
                if fit in told or not _mixed(trace, fit, score):
                    continue
                told.add(fit)
                split = trace.split_of(score.rows)
                name = score.data.name or trace.name_of(score.rows)
                rows = f"`{name}`" if name else "rows"
                yield self.finding(
                    fit,
                    f"`{fit.written or fit.model}` is fitted on rows that include {rows}, on which it is then judged",
                    [
                        *([(split, "these rows are set aside here")] if split is not None else []),
                        (score, "and judged here"),
                    ],
                    confidence="likely" if fit.data.weak or score.data.weak else "proved",
                )


def _mixed(trace: Trace, fit: Fit, score: Score) -> bool:
    """Whether the fit saw held-out rows beside others: not a score on the training rows themselves."""
    overlap = meets(fit.rows, score.rows)
    if score.rows is fit.rows or overlap == "no" or fit.rows.within(score.rows):
        return False
    if not score.rows.within(fit.rows) and trace.cut_apart(fit.rows, score.rows):
        return overlap in ("must", "likely")
    if overlap != "must":
        return False
    return trace.held_out(score.rows) and trace.side(fit.rows) != trace.side(score.rows)
