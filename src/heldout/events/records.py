"""The vocabulary of what is kept of a run: figures, parameters and files that leave it for a tracker or a file."""

from collections.abc import Hashable

from heldout.events import Event, Score


class Log(Event):
    """Something about a run is written to a tracker, or to a file.

    function: the call, as `Call.function`; tracker: the library that keeps it, ``file`` for a file that the program
    writes itself, ``trainer`` for the default of a trainer, empty where that is not seen.  what: of what kind it is: ``run`` (one is begun), ``metrics``, ``parameters``, ``models``,
    ``artifacts``, ``figures``, ``versions``; empty where the program does not show it.  names: under which it is kept, as
    far as the program spells them out.  scores: the figures in it; learners: the models in it.  automatic: a library does
    it by itself while it trains, because it was asked to or because that is its default.
    """

    __slots__ = ("automatic", "function", "learners", "names", "scores", "tracker", "what")

    def __init__(
        self,
        function: str,
        tracker: str,
        what: tuple[str, ...],
        *,
        names: tuple[str, ...] = (),
        scores: tuple[Score, ...] = (),
        learners: tuple[Hashable, ...] = (),
        automatic: bool = False,
    ) -> None:
        self.function = function
        self.tracker = tracker
        self.what = what
        self.names = names
        self.scores = scores
        self.learners = learners
        self.automatic = automatic

    def detail(self) -> str:
        told = ", ".join(self.what) or "something"
        return f"{told} to {self.tracker} by {self.function}" + (" by itself" if self.automatic else "")


__all__ = ["Log"]
