"""Events in order, and the questions that rules ask of them."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from heldout.alignment import Alignment
from heldout.events import MODEL_ROLES, Data, Event, Fit, Learning, Load, Resample, Score, Split
from heldout.events.calls import Call
from heldout.events.losses import Criterion
from heldout.finding import Place
from heldout.inference import Asked, asked
from heldout.leak import Leak
from heldout.naming import role
from heldout.refit import Refit, refits
from heldout.reuse import Reuse
from heldout.rows import LIKELY, MUST, NO, Rows, meets
from heldout.skew import Skew, skews
from heldout.trainings import Trainings

E = TypeVar("E", bound=Event)


class Import(NamedTuple):
    """An import at the top level of the program: where it stands, what is imported, and what the program calls it.

    member: a part of the library is imported, so that `name` is not the library.
    """

    place: Place
    module: str
    name: str
    member: bool


def _is_masked(rows: Rows) -> bool:
    """Whether rows are picked by a mask that came with them, as nodes of a graph are: the others are known in training."""
    return any(isinstance(node.origin, tuple) and node.origin[:1] == ("masks",) for node in rows.ancestry())


def _out_of_fold(learned: Rows, judged: Rows) -> bool:
    """Whether something was learned on the training part of folds other than those that judge: fold by fold, for each
    row from the others."""
    return learned.kind == "fold" and learned.slot == "train" and not judged.made_by(learned.origin)


def _model_of(score: Score) -> Hashable:
    """What two scores of one model have in common: its name in the program and its class, or itself."""
    return (score.written, score.model) if score.written else score.learner


def _none(name: Hashable) -> bool:
    return False


def _unknown_size(_: str) -> None:
    """The size of a file that nobody looks for."""


class Trace:
    """What a program does.

    events: in the order in which they happen.  imports: root names of the libraries it names.  names: what the program
    calls rows that were cut.  recipes: how the model of a score was made, equal for models made alike.
    fragment: the text imports nothing, so it is a piece of a program.  notes: what could not be read.  exhausted_at: where the reading budget ran out, if it did.
    handed: the optimizers and schedules that code gets which is not seen.
    at_import: where things happen while modules of the project are imported.
    mentioned: the columns that it asks for by name, by the identity of the table that they were loaded in.
    is_target: whether the project's configuration calls columns of that name targets.
    size_of: how many bytes a data file has that the program names, None if that is not known.
    runs_at_import: something that matters for rows happens at its top level, so that it is a program and not a library.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.events: list[Event] = []
        self._by_kind: dict[tuple[type[Event], ...], tuple[int, list[Any]]] = {}
        self._calls: dict[str, list[Call]] | None = None
        self.imports: set[str] = set()
        self.imported: list[Import] = []
        self.names: dict[Rows, list[str]] = {}
        self.recipes: dict[Score, str] = {}
        self.notes: list[str] = []
        self.exhausted_at: Place | None = None
        self.fragment = False
        self.runs_at_import = False
        self.mentioned: dict[Hashable, dict[Hashable, None]] = {}
        self.at_import: set[Place] = set()
        self.handed: set[Hashable] = set()
        self.is_target: Callable[[Hashable], bool] = _none
        self.size_of: Callable[[str], int | None] = _unknown_size

    def of(self, *kinds: type[E]) -> Iterator[E]:
        """The events of these kinds, in order."""
        known = self._by_kind.get(kinds)
        if known is None or known[0] != len(self.events):
            found = [event for event in self.events if isinstance(event, kinds)]
            known = self._by_kind[kinds] = (len(self.events), found)
        return iter(known[1])

    def calls(self, *names: str) -> Iterator[Call]:
        """The calls of libraries whose last word is one of these, in order."""
        if self._calls is None:
            self._calls = {}
            for call in self.of(Call):
                self._calls.setdefault(call.short, []).append(call)
        found = self._calls
        if len(names) == 1:
            return iter(found.get(names[0], ()))
        return iter(sorted((call for name in names for call in found.get(name, ())), key=lambda call: call.index))

    @cached_property
    def splits(self) -> dict[Hashable, Split]:
        """The splits by the origin that their parts' rows name; of equal ones, the first."""
        found: dict[Hashable, Split] = {}
        for split in self.of(Split):
            found.setdefault(split.origin, split)
            for part in split.parts:
                found.setdefault(part.rows, split)
        return found

    def split_of(self, rows: Rows) -> Split | None:
        """The split that set these rows aside, the nearest one."""
        for cut in rows.ancestry():
            found = self.splits.get(cut) or self.splits.get(cut.origin)
            if found is not None:
                return found
        return None

    @cached_property
    def reuse(self) -> Reuse:
        """The questions about choices, and about rows that first choose and then judge."""
        return Reuse(self)

    def name_of(self, rows: Rows) -> str:
        """What the program calls these rows, empty if nothing."""
        names = self.names.get(rows)
        return names[0] if names else ""

    def called(self, data: Data, otherwise: str) -> str:
        """What the program calls the rows of an event, in backticks; `otherwise` if it has no name for them."""
        name = data.name or self.name_of(data.rows)
        return f"`{name}`" if name else otherwise

    def side(self, rows: Rows) -> str:
        """What rows are for: ``train``, ``test``, ``validation``, or empty.

        The nearest cut decides; what the program calls it counts more than which side of a split it was.
        """
        for node in rows.ancestry():
            for name in self.names.get(node, ()):
                said = role(name)
                if said:
                    return self._inner(said, node)
            if node.kind in ("part", "fold") and node.slot in ("train", "test", "validation"):
                return self._inner(str(node.slot), node)
        return ""

    def _inner(self, said: str, node: Rows) -> str:
        """A part that is set aside among training rows is there to choose by, whatever it is called."""
        if said == "test" and node.parent is not None and self.side(node.parent) == "train":
            return "validation"
        return said

    def is_validation(self, data: Data) -> bool:
        """Whether the program itself calls these rows its validation part."""
        return "validation" in (self.side(data.rows), role(data.name))

    def judged_apart(self, scores: Iterable[Score], judge: Data) -> bool:
        """Whether one of the scores is on held-out rows that had no part in a choice that `judge` decided."""
        return any(meets(score.rows, judge.rows) == NO and self.held_out(score.rows) for score in scores)

    def supervised(self) -> Iterator[tuple[Fit, Data]]:
        """The fits of models, or of what may be models, each with its target."""
        return ((fit, fit.target) for fit in self.of(Fit) if fit.role in MODEL_ROLES and fit.target is not None)

    def held_out(self, rows: Rows) -> bool:
        """Whether these rows were set aside for judging."""
        return self.side(rows) in ("test", "validation")

    @cached_property
    def scores(self) -> list[Score]:
        """All quality figures that claim something: not those of a test of code, nor those of the training itself.

        The curves of a training that are only drawn are such figures.
        """
        drawn = (score for score in self.of(Score) if score.function != "history" or score.reported)
        return [] if self.is_test else [score for score in drawn if not score.progress]

    def scores_of(self, fit: Fit) -> Iterator[Score]:
        """The figures computed of a learner in the state that `fit` left it in."""
        return iter(self._scores_by_fit.get(fit, ()))

    @cached_property
    def _scores_by_fit(self) -> dict[Fit, list[Score]]:
        found: dict[Fit, list[Score]] = {}
        for score in self.scores:
            for fit in dict.fromkeys(score.fits):
                found.setdefault(fit, []).append(score)
        return found

    @cached_property
    def _fits_by_cut(self) -> dict[Hashable, list[Fit]]:
        """The fits of models on rows that a cut made, by the cut's origin."""
        found: dict[Hashable, list[Fit]] = {}
        for fit in self.of(Fit):
            if fit.role != "transformer":
                for origin in fit.rows.origins():
                    found.setdefault(origin, []).append(fit)
        return found

    @cached_property
    def leaks(self) -> list[Leak]:
        """Every way from a learn event to a score on rows that it had seen, one a learn event, the surest first found."""
        found: dict[Learning, Leak] = {}
        for score in self.scores:
            for fit in score.fits:
                for leak in self._leaks_between(fit, score):
                    known = found.get(leak.learn)
                    if known is None or leak.weight > known.weight:
                        found[leak.learn] = leak
        for leak in self._unscored():
            found.setdefault(leak.learn, leak)
        return sorted(found.values(), key=lambda leak: leak.learn.index)

    def _leaks_between(self, fit: Fit, score: Score) -> Iterator[Leak]:
        learned = fit.data.learned
        if not learned or not score.folds and meets(fit.rows, score.rows) not in (NO, LIKELY):
            return
        if not score.folds and _is_masked(score.rows):
            return
        for event in learned:
            if not isinstance(event, Learning) or event is fit or _out_of_fold(event.rows, score.rows):
                continue
            overlap = MUST if score.folds and score.rows.within(event.rows) else meets(event.rows, score.rows)
            if isinstance(event, Resample) and event.learns == "copy":
                overlap = MUST if score.rows.made_by(event.made.origin) and fit.rows.made_by(event.made.origin) else NO
            if overlap not in (MUST, LIKELY):
                continue
            split = self.split_of(score.rows)
            sure = overlap == MUST and not fit.data.weak and not fit.data.columns.vague and not score.data.weak
            yield Leak(event, split, fit, score, sure)

    def _unscored(self) -> Iterator[Leak]:
        """Splits of rows that something already learned from, in a program that shows no score of what follows."""
        for split in self.of(Split):
            if split.folds:
                continue
            held_out = [part.rows for part in split.parts[1:]]
            if not held_out:
                continue
            following = self._fits_by_cut.get(split.origin, [])
            if any(True for fit in following for _ in self.scores_of(fit)):
                continue
            for event in split.whole.learned:
                if not isinstance(event, Learning) or not all(meets(event.rows, rows) == MUST for rows in held_out):
                    continue
                fit = next((fit for fit in following if event in fit.data.learned), None)
                if fit is not None or not following:
                    yield Leak(event, split, fit, None, False)

    @cached_property
    def alignment(self) -> Alignment:
        """In which order the rows of the events are, and which events take rows that do not belong together."""
        return Alignment(self.events)

    @cached_property
    def asked(self) -> list[Asked]:
        """Every pass of a network that asks for predictions; none of a test of code."""
        return [] if self.is_test else asked(self.events)

    @cached_property
    def refits(self) -> list[Refit]:
        """Every step of preparation that was learned anew from rows that a model is then asked about."""
        return refits(self.events)

    @cached_property
    def skews(self) -> list[Skew]:
        """Every model that is asked about rows prepared in another way than those that it was fitted on."""
        return [] if self.is_test else list(skews(self))

    def once(self, kind: type[E]) -> Iterator[E]:
        """The events of a kind, one a place: what loops and calls repeat is told once."""
        found: dict[Place, E] = {}
        for event in self.of(kind):
            found.setdefault(event.place, event)
        return iter(found.values())

    def criteria(self, *functions: str) -> Iterator[Criterion]:
        """The losses of these names whose input is known, one a place; none of tests, which try what is wrong, too."""
        seen: set[Place] = set()
        for loss in self.of(Criterion):
            if loss.output is not None and loss.function in functions and loss.place not in seen and not self.is_test:
                seen.add(loss.place)
                yield loss

    def cut_of(self, rows: Rows) -> Split | None:
        """The random holdout split, or the random sample, that drew these rows; None if nothing did."""
        for node in rows.ancestry():
            found = self.splits.get(node.origin)
            if found is not None and not found.folds and found.shuffled:
                return found
        return None

    def drawn_anew(self, one: Rows, two: Rows) -> tuple[Split, Split] | None:
        """The two random cuts, the earlier first, by which two sets of rows probably share some; None if no two did it.

        It is the same one twice if it mixes the rows at every use.
        """
        first, second = self.cut_of(one), self.cut_of(two)
        if first is None or second is None or (first is second and first.parts) or meets(one, two) != LIKELY:
            return None
        return (second, first) if first.index > second.index else (first, second)

    def aligned(self, fit: Fit) -> bool:
        """Whether each target of a fit is of the same row as its features, as far as the program shows."""
        assert fit.target is not None
        return fit.target.rows is fit.data.rows or fit.target.rows.bases().isdisjoint(fit.data.rows.bases())

    def cut_apart(self, one: Rows, two: Rows) -> bool:
        """Whether two sets of rows were cut from the same rows by ranges: slices, or conditions on one value."""
        return one.parent is two.parent and one.kind == two.kind and one.kind in ("slice", "filter")

    @cached_property
    def trainings(self) -> Trainings:
        """The trainings of networks as wholes."""
        return Trainings(self)

    @property
    def is_program(self) -> bool:
        """Whether this is a program that runs, not a piece of one and not a module of functions for others."""
        return self.runs_at_import and not self.fragment and not self.is_test

    @property
    def handles_rows(self) -> bool:
        """Whether rows are loaded, split or learned from, so that what is drawn at random may count."""
        return any(True for _ in self.of(Fit, Split, Load))

    @property
    def is_test(self) -> bool:
        """Whether this is a test of code, whose figures are claims about nothing."""
        return bool(self.imports & {"pytest", "unittest", "nose"})

    @cached_property
    def _scores_by_model(self) -> dict[Hashable, list[Score]]:
        found: dict[Hashable, list[Score]] = {}
        for score in self.scores:
            found.setdefault(_model_of(score), []).append(score)
        return found

    def judged_elsewhere(self, score: Score) -> bool:
        """Whether the same model, in any state, is also judged on rows other than those it was fitted on."""
        for other in self._scores_by_model.get(_model_of(score), ()):
            if other.implied or other.function == "history":
                continue
            if other.folds or not all(other.rows.within(fit.given) for fit in other.fits):
                return True
        return False
