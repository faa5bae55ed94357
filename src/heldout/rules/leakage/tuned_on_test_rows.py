"""A model or a setting is chosen by its score on the rows on which the result is then reported."""

from collections.abc import Iterator

from heldout.rule import Choose, Data, Finding, Rule, Score, Trace, meets


class TunedOnTestRows(Rule):
    code = "HLD112"
    level = "error"
    bias = "optimistic"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for choice in trace.of(Choose):
            if choice.place in told or choice.what == "threshold" or choice.by_seed or _part_of_a_range(trace, choice):
                continue
            for judge in choice.judges:
                reported = _reported(trace, choice, judge)
                if reported is None:
                    continue
                told.add(choice.place)
                yield self._told(trace, choice, judge, reported)
                break

    def _told(self, trace: Trace, choice: Choose, judge: Data, reported: Score) -> Finding:
        name = judge.name or trace.name_of(judge.rows)
        rows = f"`{name}`" if name else "the rows"
        what = f"`{choice.names[0]}`" if choice.names else "the best of several"
        return self.finding(
            choice,
            f"{what} is chosen by the score on {rows}, on which the result is then reported",
            [
                *[(score, "compared by this score") for score in choice.scores[:1] if score is not reported],
                (reported, "and reported on the same rows here"),
            ],
            confidence="likely" if judge.weak or reported.data.weak else "proved",
        )


def _reported(trace: Trace, choice: Choose, judge: Data) -> Score | None:
    """The figure that is told of what was chosen, on rows that chose it."""
    later = [score for score in trace.scores if choice in score.choices and not score.folds]
    if any(meets(score.rows, judge.rows) == "no" and trace.held_out(score.rows) for score in later):
        return None
    if choice.scores:
        if not _test_scores(trace, choice):
            return None
        if choice.winner_told:
            return choice.scores[0]
    for score in later:
        if score.index < choice.index or meets(score.rows, judge.rows) != "must":
            continue
        if trace.side(score.rows) == "test" and all(meets(fit.rows, score.rows) == "no" for fit in score.fits):
            return score
    return None


def _part_of_a_range(trace: Trace, choice: Choose) -> bool:
    """Whether the best figure is told beside the worst: a summary, not a choice."""
    return choice.what == "best-of" and any(
        other is not choice and other.scores == choice.scores and other.place.line == choice.place.line
        for other in trace.of(Choose)
    )


def _test_scores(trace: Trace, choice: Choose) -> bool:
    """Whether what was compared are honest scores on a part that is not called validation."""
    return all(
        not score.folds and trace.side(score.rows) == "test" and any(meets(f.rows, score.rows) != "must" for f in score.fits)
        for score in choice.scores
    )
