"""Rows copied, synthesised or dropped by label."""

from collections.abc import Hashable

from heldout.events import Event, Part, Resample, Split
from heldout.events.ordering import Reorder
from heldout.reading.call import Call, is_given, note_draw
from heldout.reading.draws import identity
from heldout.reading.estimators import as_table, emit_draws
from heldout.reading.facts import tables_in, word_of
from heldout.reading.statistics import word_for
from heldout.reading.values import Constant, Learner, Listing, Scalar, Table, Value

#: So many rows that a program draws are an example to show.
_HANDFUL = 5


def by_sampler(call: Call, learner: Learner) -> Value:
    """``sampler.fit_resample(X, y)``: the rows and targets that it gives."""
    table = as_table(call.reader, call.argument("X", 0), call.node)
    if table is None:
        return Scalar()
    emit_draws(call.reader, learner, table.rows)
    learns = learner.learns if learner.learns == "copy" else "nothing"
    features = resampled(call, table, learner.name, learns, by_label=True)
    if any(isinstance(step, Learner) and step.role != "sampler" for _, step, _ in learner.steps):
        features = features.like(weak=True)  # What the other steps of a pipeline do to the rows is not followed.
    targets = tables_in(call.argument("y", 1))
    target = targets[0] if targets else table
    kept = target.columns.carrying(features.columns.learned - table.columns.learned)
    return Listing((features, target.like(rows=features.rows, columns=kept, order=features.order, word="")), "tuple")


def resampled(call: Call, table: Table, method: str, learns: str, *, word: str = "", by_label: bool = False) -> Table:
    """The rows that a resampling call gives, and the event."""
    reader = call.reader
    origin: Hashable = ("resample", *call.site, len(reader.trace.events))
    kind = "copies" if learns == "copy" else "sample"
    rows = reader.space.cut(kind, table.rows, origin, "", method)
    data = table.data(word or (word_of(call.nodes[0]) if call.nodes else "") or table.word)
    event = Resample(method, data, learns, rows)
    event.by_label = by_label
    reader.emit(event, call.node)
    learned = frozenset((event,)) if learns == "copy" else frozenset()
    return table.like(rows=rows, columns=table.columns.carrying(learned), word="", order=origin)


def function(call: Call) -> Value:
    """``resample(a, b, replace=True)``: rows drawn at random, with copies unless told otherwise."""
    note_draw(call)
    replace = call.argument("replace")
    copies = not (isinstance(replace, Constant) and replace.value is False)
    results: list[Value] = []
    first: Table | None = None
    copied: frozenset[Event] = frozenset()
    for value in call.positional:
        tables = tables_in(value)
        if not tables:
            results.append(Scalar())
            continue
        if first is None:
            first = resampled(call, tables[0], call.short, "copy" if copies else "nothing")
            copied = first.columns.learned - tables[0].columns.learned
            results.append(first)
        else:
            columns = tables[0].columns.carrying(copied)
            results.append(tables[0].like(rows=first.rows, order=first.order, columns=columns, word=""))
    return results[0] if len(results) == 1 else Listing(tuple(results), "list")


def sample(call: Call, table: Table) -> Value:
    """``frame.sample(n)``: a random subset; a random order if everything is taken."""
    replace = call.argument("replace")
    if isinstance(replace, Constant) and replace.value is True:
        return resampled(call, table, "sample", "copy", word=table.word)
    fraction = call.argument("frac")
    seed = call.argument("random_state")
    drawn = identity(call, seed, call.written("random_state"))
    order = ("shuffled", "sample", drawn)
    if isinstance(fraction, Constant) and fraction.value in (1, 1.0):
        call.reader.emit(Reorder("sample", table.data(word_for(call, table)), order, drawn=True), call.node)
        return table.like(order=order, sorted_by="", word="")
    if fraction is None and _is_handful(call.argument("n", 0)):  # to look at, not to judge by
        rows = call.reader.space.cut("filter", table.rows, "row", ("==", "row", ("drawn", drawn)), "a few rows")
        return table.like(rows=rows, word="")
    options = (repr(_literal(value)) for name, value in call.named().items() if name != "random_state")
    origin: Hashable = ("sample", drawn, *options)
    rows = call.reader.space.cut("sample", table.rows, origin, "", "sample")
    split = Split("sample", origin, (table.data(),), (Part("sample", rows),), shuffled=True, seeded=is_given(seed))
    call.reader.emit(split, call.node)
    return table.like(rows=rows, order=("shuffled", origin), word="")


def _is_handful(count: Value | None) -> bool:
    """Whether so few rows are drawn that they can only be an example; one, if the call names no number."""
    return count is None or (isinstance(count, Constant) and isinstance(count.value, int) and count.value <= _HANDFUL)


def _literal(value: Value) -> object:
    return value.value if isinstance(value, Constant) else value.serial


def rest(call: Call, table: Table, dropped: Table) -> Table:
    """``frame.drop(part.index)``: the rows that the part left."""
    rows = call.reader.space.cut("rest", table.rows, ("rest", id(dropped.rows)), dropped.rows, "rest")
    return table.like(rows=rows, word="")


def copies(call: Call, table: Table) -> Value:
    """``np.repeat(rows, n)``, ``np.tile``: each row several times."""
    return resampled(call, table, call.short, "copy", word=table.word)
