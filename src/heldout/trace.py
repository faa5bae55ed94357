"""Events in order, and the questions that rules ask of them."""

from collections.abc import Hashable, Iterator
from functools import cached_property
from typing import NamedTuple, TypeVar

from heldout.events import Choose, Event, Fit, Learning, Score, Split
from heldout.rows import LIKELY, MUST, NO, Rows, meets

E = TypeVar("E", bound=Event)


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


class Trace:
    """What a program does.

    events: in the order in which they happen.  imports: root names of the libraries it names.  names: what the program
    calls rows that were cut.  fragment: the text imports nothing, so it is a piece of a program.
    notes: what could not be read.  exhausted_at: the line where the reading budget ran out, if it did.
    runs_at_import: something that matters for rows happens at its top level, so that it is a program and not a library.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.events: list[Event] = []
        self.imports: set[str] = set()
        self.names: dict[Rows, list[str]] = {}
        self.notes: list[str] = []
        self.exhausted_at: int | None = None
        self.fragment = False
        self.runs_at_import = False

    def of(self, *kinds: type[E]) -> Iterator[E]:
        """The events of these kinds, in order."""
        return (event for event in self.events if isinstance(event, kinds))

    @cached_property
    def splits(self) -> dict[Hashable, Split]:
        """The splits by the origin that their parts' rows name."""
        return {split.origin: split for split in self.of(Split)}

    def split_of(self, rows: Rows) -> Split | None:
        """The split that set these rows aside, the nearest one."""
        for cut in rows.ancestry():
            found = self.splits.get(cut.origin)
            if found is not None:
                return found
        return None

    def name_of(self, rows: Rows) -> str:
        """What the program calls these rows, empty if nothing."""
        names = self.names.get(rows)
        return names[0] if names else ""

    def is_validation(self, rows: Rows) -> bool:
        """Whether the program calls these rows its validation part, by the names that it gives them."""
        words = ("val", "valid", "dev", "validation", "cv", "tune", "tuning", "oof")
        for node in rows.ancestry():
            for name in self.names.get(node, ()):
                parts = name.lower().replace("-", "_").split("_")
                if any(part in words or part.startswith(("valid", "xval", "yval")) for part in parts):
                    return True
        return False

    @cached_property
    def scores(self) -> list[Score]:
        """All quality figures."""
        return list(self.of(Score))

    def scores_of(self, fit: Fit) -> Iterator[Score]:
        """The figures computed of a learner in the state that `fit` left it in."""
        return (score for score in self.scores if fit in score.fits)

    @cached_property
    def leaks(self) -> list[Leak]:
        """Every way from a learn event to a score on rows that it had seen, one a learn event, the surest first found."""
        found: dict[Learning, Leak] = {}
        for score in self.scores:
            for fit in score.fits:
                for leak in self._leaks_between(fit, score):
                    known = found.get(leak.learn)
                    if known is None or (leak.sure and not known.sure):
                        found[leak.learn] = leak
        for leak in self._unscored():
            found.setdefault(leak.learn, leak)
        return sorted(found.values(), key=lambda leak: leak.learn.index)

    def _leaks_between(self, fit: Fit, score: Score) -> Iterator[Leak]:
        learned = fit.data.learned
        if not learned or not score.folds and meets(fit.rows, score.rows) not in (NO, LIKELY):
            return
        for event in learned:
            if not isinstance(event, Learning) or event is fit:
                continue
            overlap = MUST if score.folds and score.rows.within(event.rows) else meets(event.rows, score.rows)
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
            following = [fit for fit in self.of(Fit) if fit.role != "transformer" and fit.rows.made_by(split.origin)]
            if any(True for fit in following for _ in self.scores_of(fit)):
                continue
            for event in split.whole.learned:
                if not isinstance(event, Learning) or not all(meets(event.rows, rows) == MUST for rows in held_out):
                    continue
                fit = next((fit for fit in following if event in fit.data.learned), None)
                if fit is not None or not following:
                    yield Leak(event, split, fit, None, False)

    def choices_after(self, event: Event) -> Iterator[Choose]:
        """The choices made later than `event`."""
        return (choice for choice in self.of(Choose) if choice.index > event.index)
