"""Rows are parted at random a second time, and judged on a part that shares rows with the earlier training part."""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Rule, Score, Trace, meets


class SecondRandomSplit(Rule):
    code = "HLD108"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for score in trace.scores:
            if score.folds:
                continue
            for fit in score.fits:
                first, second = trace.cut_of(fit.rows), trace.cut_of(score.rows)
                if first is None or second is None or second.place in told or not _drawn_apart(fit, score):
                    continue
                if first is second and first.parts:
                    continue
                told.add(second.place)
                later, earlier = (second, first) if second.index > first.index else (first, second)
                yield self.finding(
                    later,
                    "the same rows are parted at random again: "
                    f"the part judged here shares rows with the part that `{fit.written or fit.model}` is fitted on",
                    [
                        (earlier, "parted the first time here"),
                        (fit, "fitted on a part of the one split here"),
                        (score, "judged on a part of the other here"),
                    ],
                    confidence="likely",
                )


def _drawn_apart(fit: Fit, score: Score) -> bool:
    return meets(fit.rows, score.rows) == "likely"
