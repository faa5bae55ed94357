"""A statistic or a transformer learns from rows that are later held out."""

from collections.abc import Iterator

from heldout.rule import Finding, Fit, Learning, Rule, Trace


class PreprocessBeforeSplit(Rule):
    code = "HLD101"
    level = "warning"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        for leak in trace.leaks:
            if leak.kind != "value":
                continue
            yield self.finding(
                leak.learn,
                f"{_who(leak.learn)} learns from rows that are {leak.later}",
                leak.steps(),
                confidence="proved" if leak.sure else "likely",
            )


def _who(learn: Learning) -> str:
    if isinstance(learn, Fit):
        return f"`{learn.written or learn.model}.{learn.method}`"
    name = f" of `{learn.data.name}`" if learn.data.name else ""
    return f"`{learn.function}`{name}"
