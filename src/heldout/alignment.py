"""Whether two values are about the same rows, one by one: in which order each is, and what was left out of one alone."""

from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from heldout.columns import Columns
from heldout.events import Data, Event, Fit, Score, Split
from heldout.events.ordering import Omission, Pass, Reorder, Shuffling
from heldout.finding import Place
from heldout.rows import Rows


class Unpaired(NamedTuple):
    """A figure compares predictions with a truth of the same rows in another order.

    shuffling: what gives the rows in a new order each time, or put those that were predicted into one once; ours, theirs:
    the passes that gave the predictions and the truth, None if they are in an order that lasts; trained: what shuffles
    gives training rows, too.
    """

    score: Score
    shuffling: Shuffling | Reorder
    ours: Pass | None
    theirs: Pass | None
    trained: bool


class Apart(NamedTuple):
    """Two values that a call takes row by row, and that no longer belong together.

    taken: the fit, the split or the score that takes them; first, second: what put one and the other into their order,
    the later one second.
    """

    taken: Fit | Split | Score
    first: Split | Reorder
    second: Split | Reorder


class Moved(NamedTuple):
    """Two values of the same table that a call takes row by row, after something was done to the rows of one alone.

    taken: the fit, the split or the score that takes them; moved, other: the values; by: what was done.
    """

    taken: Fit | Split | Score
    moved: Data
    other: Data
    by: Reorder | Omission


class Alignment:
    """What put rows into their order or left some out, and which calls take two values that do not belong together."""

    __slots__ = ("_events", "_makers", "_passes", "_shufflings", "_trained")

    def __init__(self, events: Iterable[Event]) -> None:
        self._events = tuple(events)
        self._makers: dict[Hashable, Event] = {}
        self._shufflings: dict[Hashable, Shuffling] = {}
        self._passes: dict[Hashable, Pass] = {}
        self._trained: set[Place] = set()
        for event in self._events:
            if isinstance(event, Shuffling):
                self._shufflings.setdefault(event.order, event)
            elif isinstance(event, Pass):
                self._passes[event.order] = event
            elif isinstance(event, Fit):
                self._train(event.data.order)
            elif isinstance(event, Reorder):
                self._makers.setdefault(event.order, event)
            elif isinstance(event, Split) and not event.folds:
                self._makers.setdefault(event.origin, event)

    def maker(self, order: Hashable) -> Split | Reorder | None:
        """The split or the call that put rows into this order; None if nothing is known of it."""
        if not isinstance(order, tuple) or _is_open(order):
            return None
        found = self._makers.get(order) or self._makers.get(order[1])
        return found if isinstance(found, Split | Reorder) else None

    def _train(self, order: Hashable) -> None:
        """Something learns from rows in this order, or in that of one pass: what shuffles them is noted."""
        found = self._passes.get(order)
        shuffling = self._shufflings.get(order if found is None else found.whole.order)
        if shuffling is not None:
            self._trained.add(shuffling.place)

    def unpaired(self, scores: Iterable[Score]) -> Iterator[Unpaired]:
        """Those of the figures that compare a pass in an order of its own with another pass, or with an order that lasts,
        or rows that were shuffled alone with a truth that was not."""
        for score in scores:
            data, truth = score.data, score.truth
            if truth is None or score.folds or truth.rows is not data.rows:
                continue
            if data.weak or truth.weak or data.rows.vague:
                continue
            ours, theirs = self._passes.get(data.order), self._passes.get(truth.order)
            one = ours or theirs
            alone = self._drawn_alone(data, truth) if one is None else None
            if alone is not None:
                yield Unpaired(score, alone, None, None, False)
            if one is None or ours is theirs:
                continue
            lasting = [side.order for side, found in ((data, ours), (truth, theirs)) if found is None]
            shuffling = self._shufflings.get(one.whole.order)
            if shuffling is None or not all(order is None or self.maker(order) for order in lasting):
                continue
            # Two that are shuffled with one seed begin in the same order.
            if not shuffling.seeded or ours is None or theirs is None or ours.whole.order == theirs.whole.order:
                yield Unpaired(score, shuffling, ours, theirs, shuffling.place in self._trained)

    def _drawn_alone(self, data: Data, truth: Data) -> Reorder | None:
        """What shuffled rows after their truth had been put into the order in which it stayed."""
        drawn, other = self.maker(data.order), self.maker(truth.order)
        if not isinstance(drawn, Reorder) or not drawn.drawn or data.order == truth.order:
            return None
        stayed = truth.order is None if other is None else other.index < drawn.index
        return drawn if stayed and _same_table(data.columns, truth.columns) else None

    def drawn_apart(self) -> Iterator[Apart]:
        """The calls whose two values were put into their order by two draws, each by one that the other knows nothing of."""
        for taken, one, two in self._pairs():
            first, second = self.maker(one.order), self.maker(two.order)
            if first is None or second is None or not _is_drawn(first) or not _is_drawn(second):
                continue
            if first is second or _passed(one, second) or _passed(two, first):
                continue
            yield Apart(taken, *sorted((first, second), key=lambda maker: maker.index))

    def moved(self) -> Iterator[Moved]:
        """The calls that take two values of one table, of which one alone was put into another order or lost rows."""
        omissions: dict[Rows, Omission] = {}
        for taken, one, two in self._pairs(omissions):
            if not _same_table(one.columns, two.columns):
                continue
            ours, theirs = _cuts(one.rows), _cuts(two.rows)
            if ours == theirs:
                yield from self._reordered(taken, one, two)
            elif theirs < ours:
                yield from _lost(taken, one, two, ours - theirs, omissions)
            elif ours < theirs:
                yield from _lost(taken, two, one, theirs - ours, omissions)

    def _reordered(self, taken: Fit | Split | Score, one: Data, two: Data) -> Iterator[Moved]:
        if one.order == two.order or _is_unknown(one.order) or _is_unknown(two.order):
            return
        first, second = self.maker(one.order), self.maker(two.order)
        if first is not None and second is not None and _is_drawn(first) and _is_drawn(second):
            return
        # A target that is drawn anew by itself is a check against chance, and meant.
        if isinstance(second, Reorder) and not second.drawn and (first is None or first.index < second.index):
            yield Moved(taken, two, one, second)
        elif isinstance(first, Reorder) and (two.order is None or second is not None):
            yield Moved(taken, one, two, first)

    def _pairs(self, omissions: dict[Rows, Omission] | None = None) -> Iterator[tuple[Fit | Split | Score, Data, Data]]:
        """The calls that take values row by row, with features and target, or with what is judged and the truth.

        omissions: is kept up to date with what left rows out before each call.
        """
        for event in self._events:
            if isinstance(event, Omission) and omissions is not None:
                omissions[event.kept] = event
            if isinstance(event, Fit) and event.target is not None:
                found = [(event.data, event.target)]
            elif isinstance(event, Score) and event.truth is not None and not event.folds:
                found = [(event.data, event.truth)]
            elif isinstance(event, Split):
                found = [(event.whole, other) for other in event.wholes[1:]]
            else:
                continue
            for one, two in found:
                if not (one.weak or two.weak or one.rows.vague or two.rows.vague):
                    yield event, one, two


def _cut(node: Rows) -> Hashable:
    if node.parent is None:
        return node
    # A slice names the order that it was taken in, and orders are compared by themselves.
    return (node.kind, "" if node.kind == "slice" else node.origin, node.slot)


def _cuts(rows: Rows) -> frozenset[Hashable]:
    """Everything that was done to rows on the way from where they came into being, in whatever order."""
    return frozenset(_cut(node) for node in rows.ancestry())


def _lost(
    taken: Fit | Split | Score, moved: Data, other: Data, cuts: frozenset[Hashable], omissions: dict[Rows, Omission]
) -> Iterator[Moved]:
    """The rows that one value alone lost, if the program shows how it lost them all."""
    found = [omissions.get(node) for node in moved.rows.ancestry() if _cut(node) in cuts]
    last = found[0]
    if last is not None and all(found):
        yield Moved(taken, moved, other, last)


def _same_table(one: Columns, two: Columns) -> bool:
    """Whether both hold columns of one table as they are in it."""
    return not _tables(one).isdisjoint(_tables(two))


def _tables(columns: Columns) -> frozenset[Hashable]:
    origins = (column.origin for column in columns.known.values())
    found = frozenset(origin[0] for origin in origins if isinstance(origin, tuple) and len(origin) == 2)
    return found if columns.implied is None else found | {columns.implied}


def _is_drawn(maker: Split | Reorder) -> bool:
    return maker.drawn if isinstance(maker, Reorder) else maker.shuffled is True


def _is_unknown(order: Hashable) -> bool:
    return isinstance(order, tuple) and _is_open(order)


def _is_open(order: tuple[Hashable, ...]) -> bool:
    """Whether nobody can say with which options an order was drawn."""
    return any(isinstance(part, tuple) and (part[:1] == ("open",) or _is_open(part)) for part in order)


def _passed(data: Data, maker: Split | Reorder) -> bool:
    """Whether rows were parted by a split before they were put into the order in which they are."""
    return isinstance(maker, Split) and data.rows.made_by(maker.origin)
