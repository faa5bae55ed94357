"""The vocabulary: what a program that trains a model does, one class an act.

Both recorders, reading and watching, produce these; rules judge them.  An event carries the state at its moment, so
that rules ask and do not simulate.
"""

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING

from heldout.events.data import Data as Data
from heldout.finding import Place
from heldout.rows import Rows

if TYPE_CHECKING:
    from heldout.events.figures import Pairing


class Event:
    """Something that the program does, at a place.

    index: its number in the trace.  loops: how many loops with an unknown number of turns it stands in.
    scope: the function that it stands in, empty at the top level.
    """

    __slots__ = ("index", "loops", "place", "scope")
    place: Place
    index: int
    loops: int
    scope: str

    @property
    def name(self) -> str:
        """The kind of event, as printed."""
        return type(self).__name__

    def describe(self) -> str:
        """One line for a reader of the trace."""
        return f"{self.name:<9} {self.detail()}"

    def detail(self) -> str:
        """What this event carries, in words."""
        return ""


class Load(Event):
    """Rows come into being.

    function: the call that made them; source: the path or name it was given, if known; made: made up, not loaded.
    """

    __slots__ = ("data", "function", "made", "source")

    def __init__(self, function: str, data: Data, source: str | None = None, *, made: bool = False) -> None:
        self.function = function
        self.data = data
        self.source = source
        self.made = made

    def detail(self) -> str:
        return f"{self.function}({self.source or ''}) -> {self.data.rows}"


class Part:
    """One side of a split: its role (``train``, ``test``, ``validation``, ``fold``), rows, and the name it was given."""

    __slots__ = ("name", "role", "rows")

    def __init__(self, role: str, rows: Rows, name: str = "") -> None:
        self.role = role
        self.rows = rows
        self.name = name


class Split(Event):
    """Rows are parted.

    origin: what the rows of its parts name as their origin.  folds: many pairs, each row held out once.
    shuffled, seeded, stratified, grouped: None where the program does not show it.  groups_given: ``groups=`` was passed.
    seeds: the loop variables from which it takes its seed.  wholes: everything that was parted, in the order of the call.
    parts: those of the first whole.  single: only one of the pairs is used.
    """

    __slots__ = (
        "folds",
        "function",
        "grouped",
        "groups_given",
        "origin",
        "parts",
        "seeded",
        "seeds",
        "shuffled",
        "single",
        "stratified",
        "targets",
        "wholes",
    )

    def __init__(
        self,
        function: str,
        origin: Hashable,
        wholes: tuple[Data, ...],
        parts: tuple[Part, ...],
        *,
        folds: bool = False,
        shuffled: bool | None = None,
        seeded: bool | None = None,
        stratified: bool | None = None,
        grouped: bool | None = None,
        groups_given: bool = False,
    ) -> None:
        self.function = function
        self.origin = origin
        self.wholes = wholes
        self.parts = parts
        self.folds = folds
        self.shuffled = shuffled
        self.seeded = seeded
        self.stratified = stratified
        self.grouped = grouped
        self.groups_given = groups_given
        self.targets: tuple[tuple[str, Place], ...] = ()
        self.seeds: frozenset[str] = frozenset()
        self.single = False

    @property
    def whole(self) -> Data:
        """What was parted (the first argument)."""
        return self.wholes[0]

    def detail(self) -> str:
        parts = ", ".join(f"{part.name or part.role}" for part in self.parts)
        return f"{self.function}({self.whole}) -> {parts}"


class Learning(Event):
    """An event from which something learned flows on: what kind, from which rows."""

    __slots__ = ("data", "function", "learns", "purpose")
    function: str
    learns: str
    data: Data
    purpose: str

    @property
    def rows(self) -> Rows:
        """The rows that were learned from."""
        return self.data.rows


class Statistic(Learning):
    """A number over rows flows on.

    purpose: ``fill``, ``scale``, ``encode`` (a target by category), ``select`` or empty.
    """

    __slots__ = ("target",)

    def __init__(self, function: str, data: Data, learns: str, purpose: str = "", target: Data | None = None) -> None:
        self.function = function
        self.data = data
        self.learns = learns
        self.purpose = purpose
        self.target = target

    def detail(self) -> str:
        return f"{self.function} of {self.data} ({self.learns})"


class Resample(Learning):
    """Rows are copied, synthesised or dropped.

    made: the rows that come out; by_label: how many of them is decided for each class.
    """

    __slots__ = ("by_label", "made")

    def __init__(self, function: str, data: Data, learns: str, made: Rows, purpose: str = "resample") -> None:
        self.by_label = False
        self.function = function
        self.data = data
        self.learns = learns
        self.made = made
        self.purpose = purpose

    def detail(self) -> str:
        return f"{self.function} of {self.data} -> {self.made} ({self.learns})"


#: What a fit is for, where it trains what is judged in the end; of a class that nobody knows it is supposed.
MODEL_ROLES = ("predictor", "search", "unknown")


class Fit(Learning):
    """Something learns from rows.

    learner: identity of the object that learned, shared by all events of that object; model: its class name;
    written: it in the program's words (``scaler``); role: ``transformer``, ``predictor``, ``search``, ``clusterer``,
    ``detector`` or ``unknown``; method: the call (``fit_transform``); validation: rows that were watched meanwhile;
    watchers: the callbacks and arguments that choose by them; choices: earlier choices that shaped this learner; upon:
    the fits of ready models whose predictions are its features, or that it wraps; needs, gives: as `heldout.scales` says.
    """

    __slots__ = (
        "choices",
        "gives",
        "learner",
        "method",
        "method_place",
        "model",
        "needs",
        "partial",
        "role",
        "target",
        "task",
        "upon",
        "validation",
        "validation_split",
        "watchers",
        "written",
    )

    def __init__(
        self,
        learner: Hashable,
        model: str,
        written: str,
        role: str,
        method: str,
        data: Data,
        *,
        learns: str,
        target: Data | None = None,
        validation: Data | None = None,
        validation_split: bool = False,
        watchers: tuple[str, ...] = (),
        choices: "frozenset[Choose]" = frozenset(),
        task: str = "",
        purpose: str = "",
    ) -> None:
        self.learner = learner
        self.model = model
        self.written = written
        self.role = role
        self.method = method
        self.function = f"{model}.{method}"
        self.data = data
        self.learns = learns
        self.target = target
        self.validation = validation
        self.validation_split = validation_split
        self.watchers = watchers
        self.choices = choices
        self.task = task
        self.purpose = purpose
        self.partial = False
        self.upon: tuple[Fit, ...] = ()
        self.needs = self.gives = frozenset[str]()
        self.method_place: Place | None = None

    @property
    def given(self) -> Rows:
        """All rows that the fit was given: those that it learned from, and those that it set aside to watch."""
        whole = self.rows.parent
        return whole if self.validation_split and whole is not None and self.rows.kind == "part" else self.rows

    @property
    def rebuilds(self) -> bool:
        """Whether an autoencoder is fitted: its target is its input, and how far off it is tells of a row."""
        if self.target is None or self.target.rows is not self.data.rows or self.data.columns.vague:
            return False
        own, target = self.data.columns, self.target.columns
        return own.implied is not None and own.implied == target.implied and own.dropped == target.dropped

    def detail(self) -> str:
        target = f" target {self.target}" if self.target else ""
        watched = f" watching {self.validation} by {', '.join(self.watchers) or 'nothing'}" if self.validation else ""
        return f"{self.written or self.model}.{self.method}({self.data}){target}{watched}"


class Transform(Event):
    """A fitted thing is applied."""

    __slots__ = ("data", "fits", "learner", "model", "written")

    def __init__(self, learner: Hashable, model: str, written: str, fits: tuple[Fit, ...], data: Data) -> None:
        self.learner = learner
        self.model = model
        self.written = written
        self.fits = fits
        self.data = data

    def detail(self) -> str:
        return f"{self.written or self.model} applied to {self.data}"


class Predict(Transform):
    """A fitted model is asked for predictions."""

    __slots__ = ()


class Score(Event):
    """A quality figure is computed.

    function: the metric or method; data: what the model was given; truth: what it was compared with; fits: what the
    learner had been fitted on; folds: computed on folds of `data`, each row held out once; reported: the figure is
    printed, returned, logged or shown; names: the names that the figure was bound to; said: texts that it is shown with;
    varied: the variables of the loop that it stands in; seeds: the loop variables that are seeds of its model or rows;
    cut: the predictions were made of a finer answer by a threshold; pairing: how a metric is handed what it compares;
    summarised: a mean is taken of it and of what other seeds gave;
    choices: what shaped the model; implied: predictions on held-out rows were asked for and no figure is in sight;
    loss: what training minimises; progress: of a pass whose loss is propagated back, so that it claims nothing.
    """

    __slots__ = (
        "data",
        "fits",
        "folds",
        "function",
        "choices",
        "cut",
        "implied",
        "learner",
        "loss",
        "model",
        "names",
        "pairing",
        "progress",
        "reported",
        "said",
        "seeds",
        "summarised",
        "truth",
        "varied",
        "written",
    )

    def __init__(
        self,
        function: str,
        data: Data,
        fits: tuple[Fit, ...],
        *,
        learner: Hashable = None,
        model: str = "",
        written: str = "",
        truth: Data | None = None,
        folds: bool = False,
        implied: bool = False,
        choices: "frozenset[Choose]" = frozenset(),
    ) -> None:
        self.function = function
        self.data = data
        self.fits = fits
        self.choices = choices
        self.learner = learner
        self.model = model
        self.written = written
        self.truth = truth
        self.folds = folds
        self.implied = implied
        self.loss = False
        self.progress = False
        self.reported = False
        self.names: list[str] = []
        self.said: list[str] = []
        self.summarised = False
        self.cut = False
        self.pairing: Pairing | None = None
        self.seeds: frozenset[str] = frozenset()
        self.varied: frozenset[str] = frozenset()

    @property
    def rows(self) -> Rows:
        """The rows that were scored."""
        return self.data.rows

    def detail(self) -> str:
        return (
            f"{self.function} on {self.data}"
            + (" by folds" if self.folds else "")
            + (" in training" if self.progress else "")
        )


class Choose(Event):
    """A score decides something.

    what: ``search``, ``best-so-far``, ``best-of``, ``threshold``, ``early-stopping``; scores: the figures compared;
    judges: the rows that decided; names: what was bound under the choice; winner_told: the winning figure itself is
    shown; by_seed: what was varied is a seed; extreme: ``largest`` or ``smallest``, empty where the way of comparing does
    not say.
    """

    __slots__ = ("by_seed", "extreme", "judges", "names", "scores", "what", "winner_told")

    def __init__(self, what: str, scores: tuple[Score, ...], judges: tuple[Data, ...]) -> None:
        self.what = what
        self.scores = scores
        self.judges = judges
        self.names: list[str] = []
        self.winner_told = False
        self.by_seed = False
        self.extreme = ""

    @classmethod
    def among(cls, what: str, scores: "Iterable[Score]") -> "Choose":
        """The choice that compares some scores, on the rows that they were computed on."""
        compared = sorted(scores, key=lambda score: score.index)
        return cls(what, tuple(compared), tuple({id(score.rows): score.data for score in compared}.values()))

    def detail(self) -> str:
        return f"{self.what} by " + ", ".join(str(judge) for judge in self.judges)
