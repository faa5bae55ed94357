"""Splits and folds: how rows are parted for judging."""

import ast
from collections.abc import Hashable

from heldout.columns import Columns
from heldout.events import Data, Part, Split
from heldout.reading.call import Call, is_given, note_draw, unseeded
from heldout.reading.draws import identity, option
from heldout.reading.estimators import as_table
from heldout.reading.facts import choices_in, tables_in, word_of
from heldout.reading.reader import Reader
from heldout.reading.values import Constant, FoldPairs, Listing, Scalar, Splitter, Table, Value
from heldout.reading.varying import seeds_from
from heldout.rows import Rows


def holdout(call: Call) -> Value:
    """``train_test_split(a, b, ...)``: two parts of every array, as one listing in the order of the call."""
    reader = call.reader
    note_draw(call)
    wholes = [_parted(call, value, number) for number, value in enumerate(call.positional)]
    if not wholes:
        return Scalar()
    shuffle = call.argument("shuffle")
    shuffled = not (isinstance(shuffle, Constant) and shuffle.value is False)
    seed = call.argument("random_state")
    seeded = call.open_ended or (seed is not None and not (isinstance(seed, Constant) and seed.value is None))
    origin = _origin(call, seed, shuffled=shuffled)
    items: list[Value] = []
    for table in wholes:
        for role in ("train", "test"):
            rows = reader.space.cut("part", table.rows, origin, role, role)
            order = ("part", origin, role) if shuffled else table.order
            items.append(table.like(rows=rows, word="", order=order, choices=table.choices | choices_in(seed)))
    split = Split(
        call.short,
        origin,
        tuple(table.data(word_of(node) or table.word) for table, node in zip(wholes, call.nodes, strict=False)),
        tuple(
            Part(role, table.rows)
            for role, table in zip(("train", "test"), items, strict=False)
            if isinstance(table, Table)
        ),
        shuffled=shuffled if shuffle is None or isinstance(shuffle, Constant) else None,
        seeded=seeded,
        stratified=is_given(call.argument("stratify")),
        grouped=False,
    )
    split.seeds = seeds_from(reader, seed)
    reader.emit(split, call.node)
    result = Listing(tuple(items))
    result.split = split
    return result


def _parted(call: Call, value: Value, number: int) -> Table:
    """An argument of a split as rows."""
    reader = call.reader
    tables = tables_in(value)
    if tables:
        return tables[0]
    node = call.nodes[number] if number < len(call.nodes) else call.node
    if isinstance(value, Scalar) and value.length_of is not None:
        return Table(value.length_of, Columns(), "index")
    return reader.fresh(word_of(node) or "rows", node, vague=False)


def _origin(call: Call, seed: Value | None, *, shuffled: bool) -> Hashable:
    """Two splits with the same seed and sizes part rows in the same way; any other is one of its own."""
    sizes = tuple(
        (name, option(value, call.written(name)))
        for name, value in sorted(call.keywords.items())
        if name not in ("stratify", "random_state")
    )
    stratified = is_given(call.argument("stratify"))
    drawn = identity(call, seed, call.written("random_state")) if shuffled else None
    return ("split", drawn, sizes, stratified)


def _are_groups(value: Value | None) -> bool:
    """Whether groups are handed on, and not a parameter of which nobody knows whether it is given."""
    if isinstance(value, Table):
        root = value.rows.root.origin
        return not (isinstance(root, tuple) and root[0] == "parameter")
    return is_given(value)


def splitter(call: Call) -> Value:
    """A splitter object; old ones were given the number of rows at once."""
    assert call.entry is not None
    rows = None
    first = call.positional[0] if call.positional else None
    if isinstance(first, Scalar) and first.length_of is not None:
        rows = first.length_of
    elif isinstance(first, Table) and call.short != "PredefinedSplit":
        rows = first.rows
    made = Splitter(call.short, call.entry, call.named(), rows)
    draw = unseeded(call)
    if draw is not None:
        call.reader.emit(draw, call.node)
    return made


def splitter_method(call: Call, receiver: Splitter, name: str) -> Value:
    """``splitter.split(X, y, groups)``."""
    if name != "split":
        return Scalar()
    table = as_table(call.reader, call.argument("X", 0), call.node)
    if table is None:
        first = call.positional[0] if call.positional else None
        length = first.length_of if isinstance(first, Scalar) else None
        table = Table(length, Columns(), "index") if length is not None else call.reader.fresh("rows", call.node)
    target = tables_in(call.argument("y", 1))
    words = [word_of(node) for node in call.nodes]
    wholes = (
        table.data(words[0] if words else table.word),
        *(one.data(words[1] if len(words) > 1 else "") for one in target[:1]),
    )
    groups = call.argument("groups", 2)
    return pairs(call.reader, receiver, wholes, table.rows, call.node, groups_given=_are_groups(groups))


def by_stranger(call: Call) -> FoldPairs | None:
    """``folds.split(X, y)`` of something unknown: what is asked to split rows and labels yields pairs of positions."""
    given = (call.argument("X", 0), call.argument("y", 1))
    whole, target = (value if isinstance(value, Table) else None for value in given)
    if whole is None or target is None:
        return None
    words = [word_of(node) for node in call.nodes] + ["", ""]
    wholes = (whole.data(words[0] or whole.word), target.data(words[1]))
    return pairs(call.reader, None, wholes, whole.rows, call.node)


def pairs(
    reader: Reader,
    receiver: Splitter | None,
    wholes: tuple[Data, ...],
    rows: Rows,
    node: ast.AST,
    *,
    groups_given: bool = False,
) -> FoldPairs:
    """The pairs of positions that a splitter yields over rows, and the event."""
    split = _fold_event(reader, receiver, wholes, rows, node, groups_given=groups_given)
    if receiver is None:
        split.grouped = split.shuffled = None
    train, test = (Table(part.rows, Columns(), "index") for part in split.parts)
    return FoldPairs(split, train, test)


def _fold_event(
    reader: Reader,
    receiver: Splitter | None,
    wholes: tuple[Data, ...],
    rows: Rows,
    node: ast.AST,
    *,
    groups_given: bool = False,
) -> Split:
    origin = ("folds", *reader.site(node), len(reader.trace.events))
    parts = tuple(
        Part(role, reader.space.cut("fold", rows, origin, role, f"{role} fold")) for role in ("train", "test")
    )
    flags = receiver.entry.flags if receiver is not None else frozenset[str]()
    shuffle = receiver.arguments.get("shuffle") if receiver is not None else None
    shuffled: bool | None = isinstance(shuffle, Constant) and shuffle.value is True
    if receiver is not None and ("Shuffle" in receiver.name or "Repeated" in receiver.name):
        shuffled = True
    split = Split(
        receiver.name if receiver is not None else "folds",
        origin,
        wholes,
        parts,
        folds=True,
        shuffled=shuffled,
        stratified="stratified" in flags if receiver is not None else None,
        grouped="grouped" in flags if receiver is not None else None,
        groups_given=groups_given,
    )
    count = receiver.arguments.get("n_splits") if receiver is not None else None
    split.single = isinstance(count, Constant) and count.value == 1
    reader.emit(split, node)
    return split


def fold_split(call: Call, wholes: tuple[Data, ...], cv: Value | None) -> Split:
    """The folds of a cross-validating call."""
    receiver = cv if isinstance(cv, Splitter) else None
    groups = _are_groups(call.argument("groups"))
    unknown = cv is not None and not isinstance(cv, Splitter | Constant)
    if isinstance(cv, FoldPairs) and cv.split.whole.rows is wholes[0].rows:
        return cv.split
    split = _fold_event(call.reader, receiver, wholes, wholes[0].rows, call.node, groups_given=groups)
    if unknown:
        split.grouped = None
        split.shuffled = None
    elif receiver is None:
        split.grouped = False
    return split


def groups_of_search(call: Call, whole: Data, cv: Value | None) -> None:
    """``search.fit(X, y, groups=...)``: the groups go to the splitter of the search."""
    if not _are_groups(call.keywords.get("groups")) or not (cv is None or isinstance(cv, Splitter | Constant)):
        return
    split = Split(
        cv.name if isinstance(cv, Splitter) else "folds",
        ("folds of a search", len(call.reader.trace.events)),
        (whole,),
        (),
        folds=True,
        grouped=isinstance(cv, Splitter) and "grouped" in cv.entry.flags,
        groups_given=True,
    )
    call.reader.emit(split, call.node)
