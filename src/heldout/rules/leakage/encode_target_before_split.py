"""Categories are encoded by the target of rows that are later held out."""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Learning, Rule, Trace


class EncodeTargetBeforeSplit(Rule):
    code = "HLD103"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        for leak in trace.leaks:
            if leak.kind != "encode":
                continue
            yield self.finding(
                leak.learn,
                f"{_who(leak.learn)} encodes categories by the target of rows that are {leak.later}",
                leak.steps(),
                confidence="proved" if leak.sure else "likely",
            )


def _who(learn: Learning) -> str:
    if isinstance(learn, Fit):
        return f"`{learn.written or learn.model}`"
    return f"`{learn.function}`"
