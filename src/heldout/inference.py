"""Passes of networks that ask for predictions: in which mode, after what, and in which loop."""

from collections.abc import Hashable, Iterable
from typing import NamedTuple

from heldout.events import Event, Load, Score
from heldout.events.training import Backward, Forward, Loop, Mode, Restore

#: Functions whose numbers are noise for a generator, or stand for rows in a trial.
_DRAWN = frozenset("randn rand randint normal uniform zeros ones randn_like rand_like standard_normal".split())


class Asked(NamedTuple):
    """A network is asked for predictions: no loss of the pass is propagated back, nor does it serve that of another.

    restored: what gave the network its weights after its last training; trained: whether a loss of it was propagated
    back before; set_anew: what set its mode after its last training; within: the loop over batches that asks and does
    not train; made_up: its rows are made up, such as the noise of a generator.  scores: figures of it that claim
    something.
    """

    forward: Forward
    restored: Restore | None
    trained: bool
    set_anew: Mode | None
    within: Loop | None
    made_up: bool
    scores: tuple[Score, ...]


class _State:
    __slots__ = ("backward", "mode", "restored")

    def __init__(self) -> None:
        self.backward = -1
        self.mode: Mode | None = None
        self.restored: Restore | None = None


def asked(events: Iterable[Event]) -> list[Asked]:
    """Every pass that asks for predictions, in order."""
    states: dict[Hashable, _State] = {}
    made_up: set[Hashable] = set()
    waiting: list[tuple[Forward, Restore | None, bool, Mode | None]] = []
    loops: dict[Forward, Loop] = {}
    found: list[tuple[Forward, Restore | None, bool, Mode | None]] = []
    for event in events:
        if isinstance(event, Backward):
            for learner in event.learners:
                state = states[learner] = _State()
                state.backward = event.index
        elif isinstance(event, Mode):
            states.setdefault(event.learner, _State()).mode = event
        elif isinstance(event, Restore):
            states.setdefault(event.learner, _State()).restored = event
        elif isinstance(event, Load) and event.made:
            made_up.update(event.data.rows.bases())
        elif isinstance(event, Loop):
            while waiting and waiting[-1][0].index >= event.first:
                forward = waiting.pop()[0]
                if event.kind == "batches" and states[forward.learner].backward < event.first:
                    loops[forward] = event
        elif isinstance(event, Forward):
            state = states.setdefault(event.learner, _State())
            told = (event, state.restored, state.backward >= 0, state.mode)
            waiting.append(told)
            if not event.trained and not event.teaches:
                found.append(told)
    return [
        Asked(
            forward,
            restored,
            trained,
            mode,
            loops.get(forward),
            any(base in made_up or base.label in _DRAWN for base in forward.data.rows.bases()),
            tuple(score for score in forward.scores if not score.progress),
        )
        for forward, restored, trained, mode in found
    ]
