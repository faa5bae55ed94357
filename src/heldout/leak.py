"""Ways on which something that was learned from rows reaches a model that is judged on such rows."""

from typing import TYPE_CHECKING, NamedTuple

from heldout.events import Data, Event, Fit, Learning, Score, Split, Statistic
from heldout.rows import NO, meets

if TYPE_CHECKING:
    from heldout.trace import Trace


class Leak(NamedTuple):
    """Something learned from rows reached a model that was then judged on such rows.

    learn: where it was learned; split: what set the judged rows aside, if known; fit: the model's; score: the judging,
    None if the program only splits; sure: every step is certain.
    """

    learn: Learning
    split: Split | None
    fit: Fit | None
    score: Score | None
    sure: bool

    @property
    def weight(self) -> tuple[bool, bool]:
        """How well a way shows the leak: a sure one before others, a figure before mere predictions."""
        return self.sure, self.score is not None and not self.score.implied

    def is_inner(self, trace: "Trace") -> bool:
        """Whether only an inner judging is touched, by folds or a validation part, and rows set aside before stay clean."""
        if self.score is None:
            return False
        if self.score.folds and trace.side(self.learn.rows) == "train":
            return True
        if not self.score.folds and not trace.is_validation(self.score.data):
            return False
        return any(
            meets(other.rows, self.learn.rows) == NO
            for other in trace.scores
            if not other.implied and not other.folds and other.model == self.score.model
        )

    @property
    def kind(self) -> str:
        """What was learned: ``value``, ``vocabulary``, ``copy``, ``select`` (columns by labels) or ``encode`` (labels)."""
        learn = self.learn
        target = self.fit.target if self.fit is not None else None
        if learn.learns == "label":
            if isinstance(learn, Statistic) and learn.purpose == "select" and not _saw_target(learn, target):
                return "value"
            return "encode" if learn.purpose == "encode" else "select"
        if learn.learns == "value" and learn.purpose == "encode" and self._carries_target():
            return "encode"
        return learn.learns

    def _carries_target(self) -> bool:
        """Whether what the statistic left in the features was computed from the target."""
        if self.fit is None or self.fit.target is None:
            return False
        origins = self.fit.target.columns.everything().lineage()
        if isinstance(self.learn, Statistic) and self.learn.data.columns.single()[1] is not None:
            return _saw_target(self.learn, self.fit.target)
        carriers = [column for column in self.fit.data.columns.known.values() if self.learn in column.learned]
        if carriers:
            return any(origins & column.parents for column in carriers)
        return _saw_target(self.learn, self.fit.target)

    @property
    def who(self) -> str:
        """What learned, in the words of the program."""
        learn = self.learn
        return f"`{(learn.written or learn.model) if isinstance(learn, Fit) else learn.function}`"

    @property
    def confidence(self) -> str:
        """``proved`` if every step is certain, else ``likely``."""
        return "proved" if self.sure else "likely"

    @property
    def later(self) -> str:
        """What becomes of the rows that were learned from."""
        if self.score is not None and self.score.folds:
            return "later held out in turn"
        if self.split is not None and not self.split.folds:
            return f"later held out by `{self.split.function}`"
        return "later held out"

    def steps(self) -> list[tuple[Event, str]]:
        """The stations from the learning to the judging, in the order in which they happen."""
        told: list[tuple[Event, str]] = []
        last = self.score.place if self.score is not None else None
        if self.split is not None and self.split.place != last:
            told.append(
                (self.split, "rows are parted into folds here" if self.split.folds else "rows are set aside here")
            )
        if self.fit is not None and self.fit.place != last:
            told.append((self.fit, f"`{self.fit.written or self.fit.model}` is fitted on the result here"))
        if self.score is not None:
            told.append((self.score, _judging(self.score)))
        return sorted(told, key=lambda step: step[0].index)


def _judging(score: Score) -> str:
    if score.folds:
        return "judged here on folds of the same rows"
    return "predictions for rows it had seen are asked for here" if score.implied else "judged here on rows it had seen"


def _saw_target(learn: Learning, target: Data | None) -> bool:
    """Whether the target of the later fit is among the columns that were learned from."""
    if isinstance(learn, Statistic) and learn.target is not None:
        return True
    if target is None:
        return False
    column = target.columns.everything()
    return any(learn.data.columns.holds(origin) for origin in column.lineage())
