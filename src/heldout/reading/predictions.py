"""Predictions: who made them, in which state, for which rows."""

from typing import TYPE_CHECKING, NamedTuple

from heldout.events import Data, Fit
from heldout.events.figures import Decision
from heldout.finding import Place
from heldout.rows import Rows

if TYPE_CHECKING:
    from heldout.events.training import Forward
    from heldout.reading.values import Learner


class Prediction(NamedTuple):
    """Where predictions come from: the learner, its state at that moment, and the data it was given.

    cut: by a threshold.  labels: where they became classes, None if they may be finer.  forward: the pass of a torch
    network that made them; detached: they no longer hang on its weights; scaled: multiplied by the scale of mixed
    precision.
    """

    learner: "Learner"
    fits: tuple[Fit, ...]
    data: Data
    out_of_fold: bool = False
    cut: bool = False
    forward: "Forward | None" = None
    detached: bool = False
    labels: Decision | None = None
    scaled: bool = False

    def decided(self, how: str, place: Place) -> "Prediction":
        """The classes that are made of the answers; classes stay what they were."""
        return self if self.labels is not None else self._replace(labels=Decision(how, place))

    def of(self, whole: Rows, some: Rows) -> "Prediction":
        """Those for some of the rows: predictions for others are none of theirs."""
        return self._replace(data=self.data.of(some)) if self.data.rows is whole else self
