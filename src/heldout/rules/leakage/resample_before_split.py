"""Rows are copied or synthesised before the split, so that copies of held-out rows are trained on."""

from collections.abc import Iterator

from heldout.rule import Finding, Resample, Rule, Trace


class ResampleBeforeSplit(Rule):
    code = "HLD104"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        for leak in trace.leaks:
            learn = leak.learn
            if not isinstance(learn, Resample) or learn.learns != "copy" or learn.purpose != "resample":
                continue
            yield self.finding(
                learn,
                f"`{learn.function}` copies rows that are {leak.later}: copies of held-out rows are trained on",
                leak.steps(),
                confidence="proved" if leak.sure else "likely",
            )
