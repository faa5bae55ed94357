"""The column that the target is computed from stays among the features."""

from collections.abc import Hashable, Iterator

from heldout.rule import Finding, Fit, Rule, Trace


class TargetSourceAmongFeatures(Rule):
    code = "HLD114"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for fit in trace.of(Fit):
            if fit.role not in ("predictor", "search", "unknown") or fit.target is None or fit.place in told:
                continue
            _, column = fit.target.columns.single()
            if column is None or len(column.parents) != 1 or column.traits & {"aggregate", "past", "moved"}:
                continue
            (source,) = column.parents
            if not _is_loaded(source):
                continue
            if not trace.aligned(fit) or fit.data.columns.holds(column.origin) or not fit.data.columns.holds(source):
                continue
            told.add(fit.place)
            named = source[-1] if isinstance(source, tuple) else ""
            shown = f"`{named}`" if isinstance(named, str) and named else "the column behind it"
            yield self.finding(
                fit,
                f"the target is computed from {shown} alone, and {shown} is still among the features",
                confidence="likely" if fit.data.weak or fit.target.weak else "proved",
            )


def _is_loaded(source: Hashable) -> bool:
    """Whether a column is a named one of data that was loaded, not numbers made up for a demonstration."""
    return isinstance(source, tuple) and len(source) >= 2 and source[0] != "computed" and not _is_made(source[0])


def _is_made(table: Hashable) -> bool:
    return isinstance(table, tuple) and bool(table) and table[0] in ("make", "computed", "rand", "randn", "normal", "uniform")
