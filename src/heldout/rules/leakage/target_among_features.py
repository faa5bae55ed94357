"""The target column stays among the features."""

from collections.abc import Hashable, Iterator

from heldout.rule import Finding, Fit, Rule, Trace


class TargetAmongFeatures(Rule):
    code = "HLD113"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for fit in trace.of(Fit):
            if fit.role not in ("predictor", "search", "unknown") or fit.target is None or fit.place in told:
                continue
            name, column = fit.target.columns.single()
            if column is None or not _is_told_apart(name, fit) or not fit.data.columns.holds(column.origin) or not trace.aligned(fit):
                continue
            told.add(fit.place)
            shown = f"`{name}`" if isinstance(name, str) else "the target"
            features = f"`{fit.data.name}`" if fit.data.name else "the features"
            yield self.finding(
                fit,
                f"{shown} is the target and is still among the columns of {features}",
                confidence="likely" if fit.data.weak or fit.target.weak else "proved",
            )


def _is_told_apart(name: Hashable, fit: Fit) -> bool:
    """Whether the target is a column by name, or by its position in a table that was not cut into windows."""
    return isinstance(name, str) or not any(node.kind in ("slice", "filter") for node in fit.data.rows.ancestry())
