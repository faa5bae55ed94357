"""Changed copies of every row are made before the split, so that held-out rows have twins in training."""

from collections.abc import Iterator

from heldout.rule import Finding, Resample, Rule, Trace


class AugmentBeforeSplit(Rule):
    code = "HLD105"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for leak in trace.leaks:
            learn = leak.learn
            if not isinstance(learn, Resample) or learn.purpose != "augment" or learn.place.line in told:
                continue
            told.add(learn.place.line)
            name = f" of `{learn.data.name}`" if learn.data.name else ""
            yield self.finding(
                learn,
                f"changed copies{name} are joined to the originals before rows are {leak.later}",
                leak.steps(),
                confidence="proved" if leak.sure else "likely",
            )
