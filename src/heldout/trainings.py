"""Trainings of networks as wholes: how long they go, by which callbacks, what they watch, and what is kept of them."""

from collections.abc import Hashable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from heldout.events import Event, Fit, Load, Predict, Score
from heldout.events.calls import UNKNOWN, Call
from heldout.events.records import Log
from heldout.events.training import Forward, GradMode, Loop, Mode, Restore, Save

if TYPE_CHECKING:
    from heldout.trace import Trace

#: Calls that bring weights back, by their last words.
_RESTORES = (
    "load_state_dict load_weights load_model load_checkpoint load_from_checkpoint restore set_weights load_params "
    "set_state_dict load_state from_pretrained"
).split()
#: Calls that write something, which may be a model that the program does not show.
_SAVES = (
    "save save_model save_weights save_checkpoint save_pretrained save_state save_params dump export push_to_hub "
    "log_model save_file write_checkpoint"
).split()
_KERAS_FITS = ("fit", "fit_generator")


#: Libraries whose functions write any object.
_WRITERS = frozenset("joblib pickle cPickle dill cloudpickle torch skops".split())
#: Libraries that load rows, and no models.
_ARRAYS = frozenset("numpy json yaml tensorflow_datasets datasets".split())


#: Callbacks that neither end a training nor keep the best of it.
_HARMLESS = ("TensorBoard", "CSVLogger", "ReduceLROnPlateau", "TerminateOnNaN", "ProgbarLogger", "History", "Tqdm")


class TrainingRun:
    """The training of one network.

    kind: ``torch`` (a loop by hand), ``keras``, ``lightning``, ``transformers``, ``fastai`` or ``skorch``.  fit: its first
    fit.  first, last: the indices of its first and last event.  call: what runs it, and maker: what made the trainer,
    None for a loop by hand.  loop: the loop over epochs of one by hand.  epochs: how many there are at most, `UNKNOWN` if
    the program does not show it.  callbacks: those that it is given; open: there may be more.
    """

    __slots__ = ("call", "callbacks", "epochs", "first", "fit", "kind", "last", "loop", "maker", "open")

    def __init__(self, kind: str, fit: Fit) -> None:
        self.kind = kind
        self.fit = fit
        self.first = self.last = fit.index
        self.call: Call | None = None
        self.maker: Call | None = None
        self.loop: Loop | None = None
        self.epochs: Any = UNKNOWN
        self.callbacks: tuple[Call, ...] = ()
        self.open = False

    @property
    def learner(self) -> Hashable:
        """The network, as its events name it."""
        return self.fit.learner

    @property
    def written(self) -> str:
        """The network in the program's words."""
        return self.fit.written or self.fit.model

    @property
    def place(self) -> Event:
        """The event that stands where it is begun."""
        return self.loop or self.call or self.fit

    @property
    def ends_early(self) -> bool:
        """Whether something may end it before its last epoch, as far as the program shows."""
        if self.kind == "torch":
            return self.loop is None or self.loop.left
        return self.open or any(not call.short.startswith(_HARMLESS) for call in self.callbacks)

    @property
    def is_bare(self) -> bool:
        """Whether it is a fit of Keras without any callback, which is told as that and not by what it lacks."""
        return self.kind == "keras" and not self.callbacks

    def lasts(self, epochs: int) -> bool:
        """Whether it certainly goes on for so many epochs, if nothing stops it."""
        return isinstance(self.epochs, int) and not isinstance(self.epochs, bool) and self.epochs >= epochs

    def ends_within(self, epochs: int) -> bool:
        """Whether it certainly goes on for no more than so many epochs."""
        return isinstance(self.epochs, int) and self.epochs <= epochs

    def callback(self, *names: str) -> Call | None:
        """The first callback of one of these classes."""
        return next((call for call in self.callbacks if call.short in names), None)


class Trainings:
    """All trainings of a trace, and what goes on in and after them."""

    def __init__(self, trace: "Trace") -> None:
        self.trace = trace
        self.all = sorted((*_by_hand(trace), *_by_call(trace)), key=lambda training: training.first)

    def restored(self, training: TrainingRun, since: int | None = None) -> bool:
        """Whether weights may be brought back after the training, or after the event of this index."""
        index = training.first if since is None else since
        own = any(event.index > index and event.learner is training.learner for event in self.trace.of(Restore))
        if own or any(call.index > index for call in self.trace.calls(*_RESTORES)):
            return True
        return any(call.index > index and call.root == "torch" for call in self.trace.calls("load"))

    def judged_after(self, training: TrainingRun) -> "Score | Predict | None":
        """Where the network, as the training leaves it, is first judged or asked; None if it is not."""
        for event in self.trace.of(Score, Predict):
            if not isinstance(event, Score | Predict) or event.index <= training.last or not event.fits:
                continue
            if event.learner is not training.learner:
                continue
            if isinstance(event, Score) and (event.function == "history" or event.progress):
                continue
            if isinstance(event, Forward) and (event.trained or event.mode == "train"):
                continue
            if training.kind == "torch" or event.fits[-1] is training.fit:
                return event
        return None

    def used_after(self, training: TrainingRun) -> bool:
        """Whether anything is asked of the network after its training, or a method of it or what it gave is handed on."""
        for event in self.trace.of(Predict, Call, Log):
            if event.index <= training.last or event is training.call:
                continue
            if isinstance(event, Log) or (isinstance(event, Predict) and event.learner is training.learner):
                return True
            if isinstance(event, Call) and event.receiver is training.learner:
                return True
            if isinstance(event, Call) and any(given.thing is training.learner for given in event.arguments.values()):
                return True
        return False

    def saves(self, training: TrainingRun) -> Iterator[Save]:
        """The events that take the network out of the process, or keep a copy of it."""
        return (save for save in self.trace.of(Save) if training.learner in save.learners)

    def may_be_saved(self, training: TrainingRun) -> bool:
        """Whether the network is saved, or something is that the program does not show."""
        if any(not save.inside for save in self.saves(training)):
            return True
        return any(call.index >= training.first for call in self.trace.calls(*_SAVES))

    @cached_property
    def saves_unseen(self) -> bool:
        """Whether something is written of which the program does not show what it is."""
        seen = {event.place for event in self.trace.of(Save, Log)}
        return any(
            call.place not in seen and call.root in _WRITERS for call in self.trace.calls("dump", "dumps", "save")
        )

    def loads_after(self, save: Save) -> bool:
        """Whether the program itself takes up what was saved, as far as it shows: a file under way, and no product."""
        restores = (*_RESTORES, "load")
        return any(call.index > save.index and call.root not in _ARRAYS for call in self.trace.calls(*restores))

    def alone(self, training: TrainingRun) -> bool:
        """Whether no other network is trained within it: those that are set against one another watch themselves."""
        return all(
            other is training or other.last < training.first or other.first > training.last for other in self.all
        )

    def in_batches(self, training: TrainingRun) -> bool:
        """Whether it goes through its rows in batches that something gives, and is not handed all of them at once."""
        if training.call is not None:
            return training.call.given("y") is None and training.call.complete
        inside = range(training.first, training.last)
        return any(loop.kind == "batches" and loop.index in inside for loop in self.trace.of(Loop))

    def on_made_rows(self, training: TrainingRun) -> bool:
        """Whether its rows are made up, for a demonstration, or come from nowhere that the program shows."""
        bases = training.fit.rows.bases()
        loads = [load for load in self.trace.of(Load) if load.data.rows in bases]
        return any(load.made for load in loads)

    def by_labels(self, training: TrainingRun) -> bool:
        """Whether its network certainly learns labels of its rows, and not to make such rows or to give them back."""
        fit, call = training.fit, training.call
        if call is not None:
            features, labels = call.given("x"), call.given("y")
            own = fit.model in ("Sequential", "Model", "Functional") and not fit.rebuilds
            return (
                own
                and labels is not None
                and labels.value is not None
                and (features is None or features.thing is not labels.thing)
            )
        inside = range(training.first, training.last)
        trained = (event for event in self.trace.of(Score) if event.index in inside and event.progress)
        return any(
            score.truth is not None and score.truth.rows is score.rows and score.learner in (None, training.learner)
            for score in trained
        )

    def certainly_watches(self, training: TrainingRun) -> bool:
        """Whether the program shows rows that are judged while it trains."""
        if training.kind == "torch":
            return self.watches(training)
        return training.fit.validation is not None or training.fit.validation_split

    def watches(self, training: TrainingRun) -> bool:
        """Whether rows are judged while it trains, as far as the program shows; unknown counts as yes."""
        fit, call = training.fit, training.call
        if fit.validation is not None or fit.validation_split:
            return True
        if training.kind != "torch":
            return call is None or not call.complete or call.given("validation_data", "validation_split") is not None
        inside = range(training.first, training.last)
        for event in self.trace.of(Forward, Score, Mode, GradMode, Predict):
            if event.index in inside and _judges(event):
                return True
        return False


def _judges(event: Event) -> bool:
    if isinstance(event, Mode):
        return event.value != "train"
    if isinstance(event, GradMode):
        return event.value != "on"
    if isinstance(event, Forward):
        return not event.trained and (event.mode != "train" or event.gradients != "on")
    return not (isinstance(event, Score) and event.progress)


def _by_hand(trace: "Trace") -> Iterator[TrainingRun]:
    """The loops that propagate losses back, one a network and loop over epochs."""
    open_fits: list[tuple[Fit, list[Loop]]] = []
    found: dict[tuple[int, int], TrainingRun] = {}
    around: list[tuple[Fit, list[Loop]]] = []
    for event in trace.of(Fit, Loop):
        if isinstance(event, Fit):
            if event.method == "backward":
                open_fits.append((event, []))
                around.append(open_fits[-1])
            continue
        assert isinstance(event, Loop)
        for fit, loops in reversed(open_fits):
            if fit.index < event.first:
                break
            loops.append(event)
        if event.kind == "epochs" and event.scope == "" and not event.loops:
            open_fits.clear()  # Nothing is around a loop at the top level.
    for fit, loops in around:
        loop = _of_epochs(loops)
        key = (id(fit.learner), loop.index if loop is not None else -fit.index)
        if key not in found:
            found[key] = _looped(fit, loop)
    yield from found.values()


def _of_epochs(loops: list[Loop]) -> Loop | None:
    """Among the loops around a fit, from the inside out, the one over epochs."""
    passes = [loop for loop in loops if loop.kind == "epochs"]
    return next((loop for loop in passes if loop.number is not None), passes[0] if passes else None)


def _looped(fit: Fit, loop: Loop | None) -> TrainingRun:
    training = TrainingRun("torch", fit)
    if loop is not None:
        training.loop, training.first, training.last = loop, loop.first, loop.index
        training.epochs = loop.number if loop.number is not None else UNKNOWN
    return training


def _by_call(trace: "Trace") -> Iterator[TrainingRun]:
    """The trainings that one call runs."""
    fits = {fit.place: fit for fit in trace.of(Fit) if fit.method != "backward"}
    compiled = {id(call.receiver) for call in trace.calls("compile")}
    told = set()
    for call in trace.calls(*_KERAS_FITS):
        fit = fits.get(call.place)
        if fit is None or fit in told or call.receiver is not fit.learner:
            continue
        if id(fit.learner) not in compiled and call.given("epochs", "nb_epoch") is None:
            continue
        told.add(fit)
        training = TrainingRun("keras", fit)
        training.call = call
        training.epochs = call.value("epochs", "nb_epoch", default=1)
        training.callbacks = call.members("callbacks")
        given = call.given("callbacks")
        training.open = not call.complete or (given is not None and given.value is UNKNOWN and not given.made)
        yield training
