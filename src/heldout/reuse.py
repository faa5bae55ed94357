"""What was chosen by which rows, and whether those rows then judge it."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from heldout.events import Choose, Data, Score
from heldout.rows import MUST, NO, Rows, meets

if TYPE_CHECKING:
    from heldout.trace import Trace


class Reuse:
    """The questions that rules ask about the choices of a trace."""

    def __init__(self, trace: "Trace") -> None:
        self._trace = trace

    def is_range(self, choice: Choose) -> bool:
        """Whether the best figure is told beside the worst: a summary, not a choice."""
        told = self._extremes.get((choice.place.line, choice.scores), ())
        return bool(choice.extreme) and any(extreme != choice.extreme for extreme in told)

    @cached_property
    def _extremes(self) -> dict[tuple[int, tuple[Score, ...]], set[str]]:
        """Which ends of some figures are looked at in one line."""
        found: dict[tuple[int, tuple[Score, ...]], set[str]] = {}
        for choice in self._trace.of(Choose):
            if choice.extreme:
                found.setdefault((choice.place.line, choice.scores), set()).add(choice.extreme)
        return found

    def shaped_by(self, choice: Choose) -> Iterator[Score]:
        """The figures of what a choice shaped."""
        return iter(self._scores_by_choice.get(choice, ()))

    @cached_property
    def _scores_by_choice(self) -> dict[Choose, list[Score]]:
        found: dict[Choose, list[Score]] = {}
        for score in self._trace.scores:
            for choice in score.choices:
                found.setdefault(choice, []).append(score)
        return found

    def told_again(self, choice: Choose) -> tuple[Data, Score] | None:
        """Rows that decided a choice, and the figure on them that is told of what was chosen; None if there is none.

        None, too, if the program calls the rows its validation part, if only folds were compared, or if other held-out
        rows judge what was chosen.
        """
        inner = [score for score in choice.scores if self.is_inner(score)]
        if inner and len(inner) < len(choice.scores) or not all(map(_is_honest, choice.scores)):
            return None
        later = [score for score in self.shaped_by(choice) if not self.is_inner(score)]
        for judge in choice.judges:
            rows = _whole_of_folds(judge.rows) if inner else judge.rows
            if any(meets(score.rows, rows) == NO and self._trace.held_out(score.rows) for score in later):
                continue
            if choice.winner_told and choice.scores and not inner and self._trace.side(rows) == "test":
                return judge, choice.scores[0]
            for score in sorted(later, key=lambda score: score.implied):
                again = score.index > choice.index and meets(score.rows, rows) == MUST
                if again and self._trace.side(score.rows) == "test" and _is_honest(score):
                    return judge, score
        return None

    def reported_on(self, rows: Rows) -> Score | None:
        """The first figure that the program shows for exactly these rows."""
        return self._reported.get(rows)

    @cached_property
    def _reported(self) -> dict[Rows, Score]:
        found: dict[Rows, Score] = {}
        for score in self._trace.scores:
            if score.reported and not score.implied and not self.is_inner(score):
                found.setdefault(score.rows, score)
        return found

    def is_compared(self, score: Score) -> bool:
        """Whether a choice compared this figure with others."""
        return score in self._choices_by_score

    def only_chose(self, score: Score) -> bool:
        """Whether a figure was compared to choose, and what was chosen is judged by other held-out rows."""
        return any(
            meets(later.rows, score.rows) == NO and self._trace.held_out(later.rows)
            for choice in self._choices_by_score.get(score, ())
            for later in self.shaped_by(choice)
        )

    @cached_property
    def _choices_by_score(self) -> dict[Score, list[Choose]]:
        found: dict[Score, list[Choose]] = {}
        for choice in self._trace.of(Choose):
            for score in choice.scores:
                found.setdefault(score, []).append(choice)
        return found

    def is_inner(self, score: Score) -> bool:
        """Whether a figure is one of several on folds, or of all folds together: it judges a way of training, no one model."""
        cut = next(score.rows.cuts(), None)
        split = self._trace.splits.get(cut.origin) if cut is not None and cut.kind == "fold" else None
        return score.folds or split is not None and split.folds and not split.single


def _is_honest(score: Score) -> bool:
    """Whether a figure is on rows that did not train the model."""
    return score.folds or any(meets(fit.rows, score.rows) != MUST for fit in score.fits)


def _whole_of_folds(rows: Rows) -> Rows:
    """What folds were cut from."""
    cut = next((node for node in rows.cuts() if node.kind == "fold"), None)
    return cut.parent if cut is not None and cut.parent is not None else rows
