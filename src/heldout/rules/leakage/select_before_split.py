"""Columns are chosen or projected by labels of rows that are later held out."""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Learning, Rule, Trace


class SelectBeforeSplit(Rule):
    code = "HLD102"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        for leak in trace.leaks:
            if leak.kind != "select":
                continue
            yield self.finding(
                leak.learn,
                f"{_who(leak.learn)} chooses features by the labels of rows that are {leak.later}",
                leak.steps(),
                confidence="proved" if leak.sure else "likely",
            )


def _who(learn: Learning) -> str:
    if isinstance(learn, Fit):
        return f"`{learn.written or learn.model}`"
    return f"`{learn.function}`"
