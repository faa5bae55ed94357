"""The only figures of a model's quality come from its own training, and no rows are held out."""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace


class NoHeldOutRows(Rule):
    code = "HLD110"
    level = "warning"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for score in trace.scores:
            if score.function != "history" or not score.reported or score.learner in told:
                continue
            fit = score.fits[-1]
            if fit.validation is not None or fit.validation_split or trace.judged_elsewhere(score):
                continue
            told.add(score.learner)
            yield self.finding(
                score,
                f"the only figure of `{fit.written or fit.model}` is the one of its training: no rows are held out",
                [(fit, "fitted on all rows, with none to be judged on, here")],
            )
