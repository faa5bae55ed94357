"""Collections of quality figures, one for each thing that was tried: arrays, series and frames of results."""

from heldout.events import Choose, Score
from heldout.reading.values import NO_CHOICES, NO_SCORES, Value


class Figures(Value):
    """Several figures side by side, with what they are figures of; no rows of data.

    scores: the figures; named: those of single columns, where the program spells the columns out; ranked: in the order of
    the figures, so that the first or last is the best; choices: what shaped all of them.
    """

    __slots__ = ("choices", "named", "ranked", "scores")

    def __init__(
        self,
        scores: frozenset[Score] = NO_SCORES,
        named: dict[str, frozenset[Score]] | None = None,
        *,
        choices: frozenset[Choose] = NO_CHOICES,
        ranked: bool = False,
    ) -> None:
        self.scores = scores
        self.named = named or {}
        self.choices = choices
        self.ranked = ranked

    def column(self, name: object) -> "Figures":
        """One column; of a name that the program does not spell out, anything."""
        return Figures(self.named.get(str(name), self.scores), choices=self.choices, ranked=self.ranked)

    def with_more(self, scores: frozenset[Score], named: dict[str, frozenset[Score]]) -> "Figures":
        """The same with more rows."""
        names = self.named.keys() | named.keys()
        together = {name: self.named.get(name, NO_SCORES) | named.get(name, NO_SCORES) for name in names}
        return Figures(self.scores | scores, together, choices=self.choices)
