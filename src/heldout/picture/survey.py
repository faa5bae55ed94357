"""From a trace to stations and ways: which events are one station, and by which ways rows and figures reach it.

Events know their rows and what was learned into them, not the value that they came from; the way is told from that: where
the rows came into being, each cut on their path, and each learning whose result they carry, in the order of events.
"""

from collections.abc import Hashable, Iterable

from heldout.events import (
    Choose,
    Data,
    Event,
    Fit,
    Learning,
    Load,
    Predict,
    Resample,
    Score,
    Split,
    Statistic,
    Transform,
)
from heldout.finding import Place
from heldout.naming import role
from heldout.picture.journey import LANES, Journey, Key, Station
from heldout.picture.wording import (
    called,
    choice_fact,
    learning_fact,
    load_fact,
    load_names,
    score_fact,
    short_name,
    split_fact,
)
from heldout.rows import Rows
from heldout.trace import Trace


class Survey:
    """Draws the journey of one trace, station by station, each with all that leads to it."""

    __slots__ = (
        "_fold_fits",
        "_fold_scores",
        "_keys",
        "_lanes",
        "_loads",
        "_models",
        "_numbers",
        "_real",
        "_ways",
        "journey",
        "trace",
    )

    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self.journey = Journey()
        self._keys: dict[Event, Key] = {}
        self._numbers: dict[Key, int] = {}
        self._lanes: dict[Rows, str] = {}
        self._ways: dict[tuple[Rows, frozenset[Event]], frozenset[Key]] = {}
        self._loads = {load.data.rows: load for load in reversed(list(trace.of(Load)))}
        self._fold_scores = {score.place: score for score in trace.of(Score) if score.folds}
        self._fold_fits = {fit.place: fit for fit in trace.of(Fit) if fit.role == "search" or fit.rows.kind == "fold"}
        self._models = {fit.place: fit for fit in trace.of(Fit) if fit.role != "transformer"}
        self._real: dict[Hashable, Score] = {}
        for score in trace.of(Score):
            if not score.implied:
                self._real.setdefault(_judged(score), score)

    def draw(self, event: Event) -> Key | None:
        """The station of an event, with what leads to it; None for an event that is none."""
        if event in self._keys:
            return self._keys[event]
        if isinstance(event, Transform) and not isinstance(event, Predict):
            return self._draw_transform(event)
        if isinstance(event, Predict):
            asked = next((score for score in self.trace.scores_of(event.fits[0]) if score.place == event.place), None)
            return self.draw(asked) if event.fits and asked is not None else None
        if isinstance(event, Score) and event.implied and self._real.get(_judged(event), event) is not event:
            key = self.draw(self._real[_judged(event)])
        else:
            key = self._station(event)
        if key is not None:
            self._keys[event] = key
        return key

    def seeds(self, everything: bool) -> Iterable[Event]:
        """The events that a picture is drawn from, backwards: the figures; where there are none, the models."""
        events = self.trace.events
        kinds = (Load, Split, Learning, Score, Choose)
        if everything:
            return (event for event in events if isinstance(event, kinds))
        figures = [event for event in events if isinstance(event, Score)]
        chosen: list[Event] = [score for score in figures if not score.implied] or [*figures]
        if not chosen:
            chosen = [fit for fit, _ in self.trace.supervised()]
        if not chosen:
            return (event for event in events if isinstance(event, kinds) and not isinstance(event, Statistic))
        return [*chosen, *(event for event in events if isinstance(event, Choose))]

    def lane(self, rows: Rows) -> str:
        """The lane of rows: what they are for."""
        if rows not in self._lanes:
            side = self.trace.side(rows)
            self._lanes[rows] = side if side in LANES else ""
        return self._lanes[rows]

    def _lane_of(self, data: Data) -> str:
        """The lane of what an event saw: that of its rows, or else the one that its name says."""
        said = role(data.name)
        return self.lane(data.rows) or (said if said in LANES else "")

    def _station(self, event: Event) -> Key | None:
        if isinstance(event, Split):
            return self._draw_split(event)
        if isinstance(event, Fit):
            return self._draw_fit(event)
        if isinstance(event, Learning):
            return self._draw_learning(event)
        if isinstance(event, Score):
            return self._draw_score(event)
        if isinstance(event, Choose):
            return self._draw_choice(event)
        return self._draw_load(event) if isinstance(event, Load) else None

    def _add(self, key: Key, station: Station, place: Place | None) -> Station:
        """The station of `key`, which takes `station` if it is there already."""
        found = self.journey.stations.setdefault(key, station)
        self._numbers.setdefault(key, len(self._numbers))
        if found is not station:
            found.take(station)
        if place is not None:
            found.places[place] = None
        return found

    def _draw_load(self, load: Load) -> Key:
        key: Key = ("load", load.place, load.source)
        names = load_names(load)
        station = Station("load", load.index, self.lane(load.data.rows), names=names, fact=load_fact(load))
        self._add(key, station, load.place)
        return key

    def _draw_split(self, split: Split) -> Key:
        scored = self._fold_scores.get(split.place)
        if split.folds and scored is not None:
            return self.draw(scored) or ()
        inner = self._fold_fits.get(split.place)
        if split.folds and inner is not None:
            return self.draw(inner) or ()
        lane = self.lane(split.whole.rows)
        key: Key = ("split", split.place, split.whole.rows)
        function = short_name(split.function)
        station = Station("split", split.index, lane, names=(function,), fact=split_fact(split))
        self._add(key, station, split.place)
        self._lead(split.whole, key, split.index)
        return key

    def _draw_fit(self, fit: Fit) -> Key:
        if fit.place in self._fold_scores:
            return self.draw(self._fold_scores[fit.place]) or ()
        if fit.role == "transformer":
            return self._draw_learning(fit)
        data = fit.data
        lane = self._lane_of_fit(fit)
        key: Key = ("fit", fit.place, data.rows)
        station = Station("fit", fit.index, lane, names=(fit.written,), classes=(short_name(fit.model),))
        station.rows = dict.fromkeys(filter(None, [called(data, self.trace)]))
        station.fact = "by folds" if self._trains_by_folds(fit) else ""
        self._keys[fit] = key
        self._add(key, station, fit.place)
        self._lead(data, key, fit.index)
        if fit.validation is not None:
            self._lead(fit.validation, key, fit.index, carries="watched")
        self._follow(fit.choices, key)
        return key

    def _trains_by_folds(self, fit: Fit) -> bool:
        """Whether one call cuts folds and trains on each: the loop over them is not the program's own."""
        return fit.rows.kind == "fold" and any(
            split.folds and split.place == fit.place
            for split in map(self.trace.splits.get, fit.rows.origins())
            if split
        )

    def _lane_of_fit(self, fit: Fit) -> str:
        """The lane of what a model is trained on; where one call cuts the folds itself, that of the rows that it cuts."""
        inner = self._trains_by_folds(fit) and fit.rows.parent is not None
        return self.lane(fit.rows.parent) if inner and fit.rows.parent is not None else self._lane_of(fit.data)

    def _draw_learning(self, event: Learning, *, led: bool = False) -> Key:
        lane = self.lane(event.rows)
        key: Key = ("learn", event.place, event.rows)
        written = event.written or event.model if isinstance(event, Fit) else short_name(event.function)
        classes = (short_name(event.model),) if isinstance(event, Fit) else ()
        fact = learning_fact(event, self.trace)
        station = Station("learn", event.index, lane, names=(written,), classes=classes, fact=fact)
        self._keys[event] = key
        self._add(key, station, event.place)
        if not led:
            self._lead(event.data, key, event.index, besides=event)
        return key

    def _draw_score(self, score: Score) -> Key:
        lane = self._lane_of_fit(score.fits[0]) if score.folds and score.fits else self._lane_of(score.data)
        key: Key = ("score", score.place, score.rows)
        station = Station(
            "score",
            score.index,
            lane,
            names=(short_name(score.function),),
            classes=(score.written or short_name(score.model),),
            fact=score_fact(score),
            rows=(called(score.data, self.trace),),
        )
        self._keys[score] = key
        self._add(key, station, score.place)
        models = [fit for fit in score.fits if fit.place != score.place]
        if not score.folds or not models:
            self._lead(score.data, key, score.index)
        for fit in models:
            source = self.draw(fit)
            if source:
                self.journey.connect(source, key, "learned")
                if not fit.written and score.written and fit.role != "transformer":
                    # The name of ``model = Ridge().fit(X, y)`` is known only afterwards.
                    self.journey.stations[source].names[score.written] = None
        self._follow(score.choices, key)
        return key

    def _draw_choice(self, choice: Choose) -> Key:
        at_once = self._fold_scores.get(choice.place) or self._models.get(choice.place)
        if at_once is not None:
            return self.draw(at_once) or ()
        lane = self.lane(choice.judges[0].rows) if choice.judges else ""
        key: Key = ("choose", choice.place, *(judge.rows for judge in choice.judges[:1]))
        fact = choice_fact(choice)
        station = Station("choose", choice.index, lane, names=tuple(choice.names) or (choice.what,), fact=fact)
        self._keys[choice] = key
        self._add(key, station, choice.place)
        for score in choice.scores:
            source = self.draw(score)
            if source:
                self.journey.connect(source, key, "figure")
        return key

    def _draw_transform(self, event: Transform) -> Key | None:
        """A transform is part of the station that learned it, or of the one where it is applied to other rows."""
        for fit in event.fits:
            if fit.rows is event.data.rows or fit.place == event.place:
                return self.draw(fit)
        return next((self.draw(fit) for fit in event.fits), None)

    def _follow(self, choices: Iterable[Choose], key: Key) -> None:
        for choice in sorted(choices, key=lambda choice: choice.index):
            source = self.draw(choice)
            if source:
                self.journey.connect(source, key, "figure")

    def _lead(self, data: Data, key: Key, before: int, besides: Event | None = None, carries: str = "rows") -> None:
        """Draw the ways by which rows reach the station `key`."""
        learned = frozenset(event for event in data.learned if event is not besides and event.index < before)
        for source in self._sorted(self._ends(data.rows, learned)):
            self.journey.connect(source, key, carries)

    def _sorted(self, keys: Iterable[Key]) -> list[Key]:
        """Stations in an order that is the same each time."""
        return sorted(keys, key=lambda key: (self.journey.stations[key].first, self._numbers[key]))

    def _ends(self, rows: Rows, learned: frozenset[Event]) -> frozenset[Key]:
        """The last stations on the way of `rows` that carry `learned`."""
        known = (rows, learned)
        if known not in self._ways:
            self._ways[known] = frozenset()  # a way that leads to itself ends here
            self._ways[known] = self._walk(rows, learned)
        return self._ways[known]

    def _walk(self, rows: Rows, learned: frozenset[Event]) -> frozenset[Key]:
        path = list(rows.ancestry())
        told = [
            event
            for event in sorted(learned, key=lambda event: event.index)
            if isinstance(event, Learning) and event.learns != "nothing"
        ]
        root = path[-1]
        of_members = frozenset(event for event in told if any(_concerns(event, member) for member in root.members))
        on_path = [
            event
            for event in told
            if event not in of_members and (any(_taught(event) is node for node in path) or rows.within(_taught(event)))
        ]
        current = self._beginnings(root, of_members)
        cuts = {split: node for node in path if (split := self.trace.splits.get(node) or self._split_at(node))}
        for event in sorted([*on_path, *cuts], key=lambda event: event.index):
            key = self._keys.get(event) or self._on_the_way(event)
            if not key:
                continue
            for source in self._sorted(current):
                self.journey.connect(source, key, "rows")
            current = frozenset((self._part(event, cuts[event], key) if isinstance(event, Split) else key,))
        others = [event for event in told if event not in on_path and event not in of_members]
        return self._applied(rows, others, current) if others else current

    def _on_the_way(self, event: Event) -> Key | None:
        """The station of an event on a way that is being drawn, which therefore needs none of its own."""
        if isinstance(event, Learning) and not (isinstance(event, Fit) and event.role != "transformer"):
            return self._draw_learning(event, led=True)
        return self.draw(event)

    def _part(self, split: Split, rows: Rows, key: Key) -> Key:
        """Where the rows of one side of a split enter their lane; the split itself if they have none."""
        lane = self.lane(rows)
        if key[0] != "split" or not lane:
            return key
        entry: Key = ("part", key, lane)
        names = tuple(part.name for part in split.parts if part.rows is rows) or (self.trace.name_of(rows),)
        self._add(entry, Station("part", split.index + 0.25, lane, names=names), None)
        self.journey.connect(key, entry, "rows")
        return entry

    def _split_at(self, node: Rows) -> Split | None:
        return self.trace.splits.get(node.origin) if node.kind in ("part", "fold") else None

    def _beginnings(self, root: Rows, learned: frozenset[Learning]) -> frozenset[Key]:
        if root.members:
            ends = [
                self._ends(member, frozenset(event for event in learned if _concerns(event, member)))
                for member in root.members
            ]
            return frozenset().union(*ends)
        load = self._loads.get(root)
        if load is not None:
            key = self.draw(load)
            return frozenset((key,)) if key else frozenset()
        return self._unknown_source(root)

    def _unknown_source(self, root: Rows) -> frozenset[Key]:
        name = self.trace.name_of(root)
        if not name:
            return frozenset()
        key: Key = ("source", name)
        self._add(key, Station("load", -1, self.lane(root), names=(name,), fact="from elsewhere"), None)
        return frozenset((key,))

    def _applied(self, rows: Rows, learned: list[Learning], current: frozenset[Key]) -> frozenset[Key]:
        """The station where something learned from other rows is applied to these."""
        sources = [drawn for event in learned if (drawn := self.draw(event))]
        lane, name = self.lane(rows), self.trace.name_of(rows)
        key: Key = ("apply", lane, name or rows.depth, frozenset(sources), current)
        before = max(self.journey.stations[source].first for source in (*sources, *current))
        # It happens after what it applies, and before the next event.
        station = Station("apply", before + 0.5, lane, rows=(name,))
        for source in sources:
            station.names |= dict.fromkeys(self.journey.stations[source].titles)
        self._add(key, station, None)
        for source in sources:
            self.journey.connect(source, key, "learned")
        for source in self._sorted(current):
            self.journey.connect(source, key, "rows")
        return frozenset((key,))


def _taught(event: Learning) -> Rows:
    """The rows on whose path a learning lies: for copies of rows, the copies."""
    return event.made if isinstance(event, Resample) else event.rows


def _concerns(event: Learning, member: Rows) -> bool:
    """Whether a learning lies on the way of one of several sets of rows that are put together."""
    taught = _taught(event)
    return taught.within(member) or member.within(taught)


def _judged(score: Score) -> Hashable:
    """What a figure says something about: some learners on some rows."""
    return score.rows, score.fits
