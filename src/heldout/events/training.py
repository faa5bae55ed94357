"""The vocabulary of training steps: what a loop written by hand does to a network, one class an act.

An event carries the state at its moment: the mode of the network, whether gradients are computed, what the gradients
were before.  Where the program does not show it, the state is unknown and said so: ``unknown`` or None.
"""

from collections.abc import Hashable

from heldout.events import Data, Event, Fit, Predict, Score
from heldout.finding import Place


class Forward(Predict):
    """A network is called with rows.

    mode: ``train``, ``eval`` or ``unknown``; gradients: ``on``, ``off`` or ``unknown``; two_modes: whether it holds
    layers that behave differently in training, None if its parts are not seen.
    trained: a loss of this pass is propagated back; teaches: its output takes part in the loss of another pass; scores:
    the figures that were computed from it.
    """

    __slots__ = ("gradients", "mode", "scores", "teaches", "trained", "two_modes")

    def __init__(
        self,
        learner: Hashable,
        model: str,
        written: str,
        fits: tuple[Fit, ...],
        data: Data,
        *,
        mode: str = "unknown",
        gradients: str = "unknown",
        two_modes: bool | None = None,
    ) -> None:
        super().__init__(learner, model, written, fits, data)
        self.mode = mode
        self.gradients = gradients
        self.two_modes = two_modes
        self.trained = False
        self.teaches = False
        self.scores: list[Score] = []

    def detail(self) -> str:
        return f"{self.written or self.model} applied to {self.data} ({self.mode} mode, gradients {self.gradients})"


class Training(Event):
    """An act on the gradients or weights of networks; learners: which, empty if that is not known; written: on what it
    is called in the program's words.

    every: for one that happens only where the count of turns has no remainder, the divisor in the program's words, else
    empty.
    """

    __slots__ = ("every", "learners", "written")
    every: str
    learners: tuple[Hashable, ...]
    written: str


class Backward(Training):
    """A loss is propagated back.

    passes: the calls of networks that the loss was computed from.  stale: the gradients still held what an earlier step
    had used up; adding to gradients that no step has used is accumulation, and not stale.  retains: where it is told to
    keep the graph for another time, None if it is not.  mean: it is the mean of its batch as the criterion gave it, neither
    divided nor weighted since.
    """

    __slots__ = ("mean", "passes", "retains", "stale")

    def __init__(
        self, written: str, learners: tuple[Hashable, ...], passes: tuple[Forward, ...], stale: bool | None
    ) -> None:
        self.every = ""
        self.mean = False
        self.retains: Place | None = None
        self.written = written
        self.learners = learners
        self.passes = passes
        self.stale = stale

    def detail(self) -> str:
        return f"{self.written or 'loss'}" + (" on top of used gradients" if self.stale else "")


class Accumulate(Event):
    """A loss is added to a sum that already holds those of earlier turns, each with its graph.

    total, written: the sum and what is added in the program's words; earlier, added: the passes whose graphs each of
    them keeps; value: where stands what is added.
    """

    __slots__ = ("added", "earlier", "total", "value", "written")

    def __init__(
        self, total: str, written: str, earlier: tuple[Forward, ...], added: tuple[Forward, ...], value: Place
    ) -> None:
        self.total = total
        self.written = written
        self.earlier = earlier
        self.added = added
        self.value = value

    def detail(self) -> str:
        return f"{self.written or 'a loss'} added to {self.total or 'a sum'}"


class Averaged(Event):
    """A sum of the mean losses of batches is divided by the number of rows; written: the sum in the program's words."""

    __slots__ = ("written",)

    def __init__(self, written: str) -> None:
        self.written = written

    def detail(self) -> str:
        return f"{self.written or 'means of batches'} by the number of rows"


class ClipGrad(Training):
    """Gradients are bounded; fresh: they were propagated back since the last step, None if that is not known; scaled:
    they are still multiplied by the scale of mixed precision."""

    __slots__ = ("fresh", "function", "scaled")

    def __init__(
        self,
        function: str,
        written: str,
        learners: tuple[Hashable, ...],
        fresh: bool | None,
        *,
        scaled: bool = False,
    ) -> None:
        self.every = ""
        self.scaled = scaled
        self.function = function
        self.written = written
        self.learners = learners
        self.fresh = fresh

    def detail(self) -> str:
        return self.function


class Step(Training):
    """An optimizer changes the weights.

    optimizer: identity of the optimizer; model: its class name; how: ``optimizer``, ``scaler`` (mixed precision) or
    ``closure``.  fresh: gradients were propagated back since the last step; stale: those of losses that an earlier step
    has used are still among them, None if that is not known; clipped: they were bounded since the last step;
    scaled: they are still multiplied by the scale of mixed precision.
    """

    __slots__ = ("clipped", "fresh", "how", "model", "optimizer", "scaled", "stale")

    def __init__(
        self,
        optimizer: Hashable,
        model: str,
        written: str,
        learners: tuple[Hashable, ...],
        *,
        how: str = "optimizer",
        fresh: bool | None = None,
        stale: bool | None = None,
        clipped: bool | None = None,
        scaled: bool = False,
    ) -> None:
        self.every = ""
        self.scaled = scaled
        self.optimizer = optimizer
        self.model = model
        self.written = written
        self.learners = learners
        self.how = how
        self.fresh = fresh
        self.stale = stale
        self.clipped = clipped

    def detail(self) -> str:
        how = "" if self.how == "optimizer" else f" by {self.how}"
        return f"{self.written or self.model}{how}" + (", used gradients among others" if self.stale else "")


class ZeroGrad(Training):
    """Gradients are cleared."""

    __slots__ = ()

    def __init__(self, written: str, learners: tuple[Hashable, ...]) -> None:
        self.every = ""
        self.written = written
        self.learners = learners

    def detail(self) -> str:
        return self.written


class Schedule(Event):
    """A learning-rate schedule is made, or turned by one.

    scheduler: its identity; model: its class name; optimizer: that of its optimizer, None if not known; made: it comes
    into being here.  stepped: the optimizer had made a step before; None where that is not known.
    """

    __slots__ = ("made", "model", "optimizer", "scheduler", "stepped", "written")

    def __init__(
        self, scheduler: Hashable, model: str, written: str, optimizer: Hashable, *, made: bool, stepped: bool | None
    ) -> None:
        self.scheduler = scheduler
        self.model = model
        self.written = written
        self.optimizer = optimizer
        self.made = made
        self.stepped = stepped

    def detail(self) -> str:
        return f"{self.model} made" if self.made else f"{self.written or self.model} turned"


class Mode(Event):
    """A network is set to training or evaluation; value: ``train``, ``eval`` or ``unknown``."""

    __slots__ = ("learner", "value", "written")

    def __init__(self, learner: Hashable, written: str, value: str) -> None:
        self.learner = learner
        self.written = written
        self.value = value

    def detail(self) -> str:
        return f"{self.written or 'network'} to {self.value}"


class GradMode(Event):
    """The computation of gradients is switched: ``on``, ``off`` or ``unknown``; function: by what."""

    __slots__ = ("function", "value")

    def __init__(self, function: str, value: str) -> None:
        self.function = function
        self.value = value

    def detail(self) -> str:
        return f"{self.value} by {self.function}"


class Loop(Event):
    """A loop of training or judging has ended; it stands at the loop's place.

    kind: ``batches`` (over a loader) or ``epochs``.  first: the index of the first event inside; all from there to this
    one are of the loop.  number: how many turns it makes, None if not known.  data: the rows that its turns go through.
    left: whether a turn may end it before its time.
    """

    __slots__ = ("data", "first", "kind", "left", "number")

    def __init__(self, kind: str, first: int, number: int | None = None, data: Data | None = None) -> None:
        self.kind = kind
        self.first = first
        self.number = number
        self.data = data
        self.left = False

    def detail(self) -> str:
        return self.kind + (f" of {self.data}" if self.data else "") + (f", {self.number} turns" if self.number else "")


class Save(Event):
    """Something that learned leaves the process: a model, the weights of a network, a step of preparation.

    learners: all that leave, members of pipelines and fields of objects included; path: where to, None if not known; fits:
    what they had learned from at that moment.  automatic: a checkpoint of a training, which the program does not call
    itself.  alias: as of `Restore`.  best: only where a figure is better than the best one so far, which it replaces.
    inside: nothing leaves, a copy is kept.
    """

    __slots__ = ("alias", "automatic", "best", "fits", "function", "inside", "learners", "path")

    def __init__(
        self, function: str, learners: tuple[Hashable, ...], path: Hashable, fits: tuple[Fit, ...] = ()
    ) -> None:
        self.function = function
        self.learners = learners
        self.path = path
        self.fits = fits
        self.automatic = False
        self.alias: Event | None = None
        self.best = False
        self.inside = False

    def detail(self) -> str:
        return f"{self.function}" + (f" to {self.path}" if isinstance(self.path, str) else "")


class Restore(Event):
    """A network gets weights that were saved; saved: the program itself had put them there.

    alias: the call of ``state_dict`` that gave them, if they are the very tensors of a network and no copy.
    """

    __slots__ = ("alias", "learner", "saved", "written")

    def __init__(self, learner: Hashable, written: str, *, saved: bool) -> None:
        self.alias: Event | None = None
        self.learner = learner
        self.written = written
        self.saved = saved

    def detail(self) -> str:
        return f"{self.written or 'network'} from " + ("what the program saved" if self.saved else "elsewhere")


__all__ = [
    "Accumulate",
    "Averaged",
    "Backward",
    "ClipGrad",
    "Forward",
    "GradMode",
    "Loop",
    "Mode",
    "Restore",
    "Save",
    "Schedule",
    "Step",
    "Training",
    "ZeroGrad",
]
