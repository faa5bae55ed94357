"""The handler of each effect for calls to a library's classes and functions."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING


from heldout.columns import Column, Columns
from heldout.events import Draw, Load, Resample, Seed
from heldout.libraries.seeding import SEEDS
from heldout.reading import builtin, frames, learners, resampling, scoring, special, splits
from heldout.reading.arithmetic import key_of
from heldout.reading.calls import Call, note_draw, unknown
from heldout.reading.facts import learned_by, mark_reported, tables_in
from heldout.reading.sequences import names_in
from heldout.reading.subscripts import named_part
from heldout.reading.values import (
    NONE,
    Constant,
    Listing,
    Mapping,
    Scalar,
    Table,
    Thing,
    Value,
)

if TYPE_CHECKING:
    Handler = Callable[[Call], Value]


_EXTREMES = frozenset({"argmax", "argmin", "max", "min", "amax", "amin", "nanargmax", "nanargmin", "nanmax", "nanmin"})


def _about_first(call: Call) -> Value:
    """A function of a table library: its handler is that of the method of the same effect."""
    assert call.entry is not None
    first = call.positional[0] if call.positional else next(iter(call.keywords.values()), None)
    tables = tables_in(first)
    if not tables:
        chosen = builtin.chosen_by(call, first) if call.short in _EXTREMES else None
        return chosen if chosen is not None else unknown(call.reader, call.values, call.node)
    table = tables[0] if isinstance(first, Table) else _stacked(call, tables, beside=False)
    return frames.HANDLERS[call.entry.effect](call, table)


def _rowwise(call: Call) -> Value:
    """An elementwise function: of the arguments that hold rows, or of one list of values."""
    tables = [value for value in call.values if isinstance(value, Table)]
    if call.short == "where" and len(call.positional) == 1 and tables:
        return frames.nonzero(call, tables[0])
    if tables:
        return frames.rowwise(call, tables[0]) if len(tables) == 1 else frames.combined(tables[0], *call.values)
    first = call.positional[0] if call.positional else None
    inner = tables_in(first)
    if inner:
        return _stacked(call, inner, beside=False).like(kind="array")
    if isinstance(first, Listing):
        return Listing(first.items, "list", open=first.open) if call.short in ("array", "asarray") else first
    if isinstance(first, Constant) and call.short not in ("array", "asarray", "where"):
        return Scalar(("function", call.short, key_of(first)))
    return _carried(call)


def _carried(call: Call) -> Value:
    value = unknown(call.reader, call.values, call.node)
    if isinstance(value, Scalar):
        key: Hashable = ("function", call.short, *(key_of(part) for part in call.values))
        length = next((part.length_of for part in call.values if isinstance(part, Scalar) and part.length_of is not None), None)
        return Scalar(key, learned=value.learned, scores=value.scores, choices=value.choices, error=value.error, length_of=length)
    return value


def _stacked(call: Call, tables: list[Table], *, beside: bool) -> Table:
    """Several tables as one: beside one another, or their rows together."""
    first, *others = tables
    columns = first.columns
    learned = columns.learned.union(*(table.columns.learned for table in others)) if others else columns.learned
    weak = any(table.weak for table in tables)
    predictions = tuple(dict.fromkeys(prediction for table in tables for prediction in table.predictions))
    if beside:
        for other in others:
            columns = columns.beside(other.columns)
        return first.like(columns=columns, weak=weak, predictions=predictions, word="", predicate=None)
    rows = call.reader.space.union(tuple(table.rows for table in tables))
    for other in others:
        columns = _under(columns, other.columns)
    columns = columns.carrying(learned)
    return first.like(columns=columns, rows=rows, weak=weak, predictions=predictions, word="", predicate=None, order=None)


def _under(one: Columns, two: Columns) -> Columns:
    if one is two or (one.implied == two.implied and one.known.keys() == two.known.keys() and one.dropped == two.dropped):
        return one
    made = one.joined(two)
    if one.implied is not None and two.implied is not None:
        return Columns(one.implied, one.dropped, made.known, made.rest, one.vague or two.vague)
    return made


def _concat(call: Call) -> Value:
    """``concat``, ``concatenate``, ``vstack``: under one another, or beside if the axis says so."""
    listed = call.argument("objs", 0) or call.argument("arrays", 0) or call.argument("arr", 0) or (call.positional[0] if call.positional else None)
    tables = tables_in(listed)
    if call.short == "append" and len(call.positional) > 1:
        tables += tables_in(call.positional[1])
    axis = call.argument("axis")
    beside = isinstance(axis, Constant) and axis.value in (1, -1, "columns")
    if not tables:
        return unknown(call.reader, call.values, call.node)
    if isinstance(listed, Listing) and listed.open:
        tables = list({(id(table.rows), table.word): table for table in tables}.values())
    if beside:
        return _stacked(call, tables, beside=True)
    tables = [_whole_of(table) for table in tables]
    made = _stacked(call, tables, beside=False)
    twice = _twice(tables)
    if twice is None:
        return made
    origin = ("copies", call.node.lineno, call.node.col_offset, len(call.reader.trace.events))
    rows = call.reader.space.cut("copies", made.rows, origin, "", "copies")
    table, purpose = twice
    event = Resample(call.short, table.data(table.word), "copy", rows, purpose)
    call.reader.emit(event, call.node)
    return made.like(rows=rows, columns=made.columns.carrying(frozenset((event,))))


def _whole_of(table: Table) -> Table:
    """The table behind one row or group of it that a loop collects."""
    if table.rows.label in ("one row", "each group") and table.rows.parent is not None:
        return table.like(rows=table.rows.parent, kind="array" if table.kind == "row" else table.kind)
    return table


def _twice(tables: list[Table]) -> tuple[Table, str] | None:
    """The table whose rows are joined to themselves, and whether as they are or changed a little; None if none is.

    What a loop collected row by row is seen twice by the reader, not by the program.
    """
    for number, table in enumerate(tables):
        for other in tables[:number]:
            if table.rows.vague or not table.rows.within(other.rows) or table.kind == "index":
                continue
            if table is other or _same_columns(table, other):
                unchanged = table is other or table.rows is not other.rows
                return table, "resample" if unchanged else "augment"
    return None


def _same_columns(one: Table, two: Table) -> bool:
    """Whether two tables hold versions of the same columns, so that one under the other repeats rows."""
    if frames.is_single(one) and frames.is_single(two):
        ours, theirs = one.column, two.column
        return bool(ours.lineage() & theirs.lineage()) or (not ours.lineage() and not theirs.lineage())
    return one.columns.implied == two.columns.implied and one.columns.known.keys() == two.columns.known.keys()


def _columns(call: Call) -> Value:
    tables = tables_in(Listing(call.positional))
    return _stacked(call, tables, beside=True).like(kind="array") if tables else unknown(call.reader, call.values, call.node)


def _stack(call: Call) -> Value:
    """``np.stack``: one array of several, whatever they hold."""
    return unknown(call.reader, call.values, call.node)


def _merge(call: Call) -> Value:
    left, right = call.argument("left", 0), call.argument("right", 1)
    tables = tables_in(left)
    return frames.merged(tables[0], right) if tables else unknown(call.reader, call.values, call.node)


def _frame(call: Call) -> Value:
    """``DataFrame(data)``, ``Series(data)``: the same rows as what they are made of."""
    data = call.argument("data", 0)
    names = names_in(call.argument("columns"))
    kind = "series" if call.short in ("Series", "Categorical") else "index" if call.short == "Index" else "frame"
    if isinstance(data, Mapping) and data.items:
        return _frame_of_columns(call, data)
    tables = tables_in(data)
    if not tables:
        if names_in(data) is not None and kind == "index":
            return data or Scalar()
        made = call.reader.fresh(call.short, call.node, vague=False, kind=kind)
        return made.like(columns=made.columns.carrying(learned_by(data)))
    table = tables[0] if isinstance(data, Table) else _stacked(call, tables, beside=False)
    columns = table.columns
    if names is not None and columns.implied is None and len(columns.known) == 1 and len(names) == 1:
        columns = Columns(known={names[0]: next(iter(columns.known.values()))})
    return table.like(kind=kind, columns=columns, word="")


def _frame_of_columns(call: Call, data: Mapping) -> Value:
    known: dict[Hashable, Column] = {}
    main: Table | None = None
    predictions = []
    for name, value in data.items.items():
        tables = tables_in(value)
        if tables and main is None:
            main = tables[0]
        column = tables[0].column if tables else Column(learned=learned_by(value))
        known[name] = column if column.origin is not None else column._replace(origin=("written", id(value), name))
        predictions += list(tables[0].predictions) if tables else []
    base = main if main is not None else call.reader.fresh("DataFrame", call.node, vague=False)
    return base.like(kind="frame", columns=Columns(known=known), predictions=tuple(predictions), word="", predicate=None)


def _load(call: Call) -> Value:
    """Rows come into being; two reads of one literal path are the same rows."""
    reader = call.reader
    if "subset" in call.keywords and call.short.endswith("_from_directory"):
        return special.folder_part(call)
    first = call.positional[0] if call.positional else next(iter(call.keywords.values()), None)
    source = first.value if isinstance(first, Constant) and isinstance(first.value, str) else None
    line = call.node.lineno
    origin: Hashable = ("load", call.short, source)
    if source is None:
        origin = ("load", line, call.node.col_offset, len(reader.trace.events) if reader.turns or reader.calls else 0)
    if call.short.startswith(("load_", "fetch_")) and source is None:
        origin = ("load", call.short)
    stored = special.stored(call, first)
    if stored is not None:
        return stored
    if call.keywords.get("nrows") is not None or call.keywords.get("skiprows") is not None:
        origin = ("load", line, call.node.col_offset)
    label = f"{call.short}@{line}"
    root = call.name.partition(".")[0]
    table = Table(reader.space.base(origin, label), reader.own_columns(origin), "frame" if root in ("pandas", "polars") else "array")
    event = Load(call.short, table.data(), source)
    reader.emit(event, call.node)
    if root in ("sklearn", "seaborn") and call.short.startswith(("load_", "fetch_")):
        return _shipped(call, table)
    if root == "datasets":
        return _in_parts(call, table)
    if root in ("torch", "torchvision"):
        return table.like(kind="unknown")
    if root == "pandas" and "chunksize" in call.keywords:
        return Listing((table,), open=True)
    return table


def _in_parts(call: Call, table: Table) -> Value:
    """A data set that comes in named parts, or the one that was asked for."""
    asked = call.keywords.get("split")
    if isinstance(asked, Constant) and isinstance(asked.value, str):
        return named_part(call.reader, table, asked.value)
    return table.like(kind="parts")


def _shipped(call: Call, table: Table) -> Value:
    """A data set that ships with scikit-learn: a bunch, or features and target."""
    together = call.keywords.get("return_X_y")
    if isinstance(together, Constant) and together.value is True:
        target = Columns(known={"target": Column(origin=(table.columns.implied, "target"))})
        features = table.like(columns=table.columns.without(("target",)), kind="array")
        return Listing((features, table.like(columns=target, kind="array")), "tuple")
    return table.like(kind="bunch" if call.name.startswith("sklearn") else "frame")


def _load_parts(call: Call) -> Value:
    """``mnist.load_data()``: two pairs, already parted."""
    reader = call.reader
    pairs: list[Value] = []
    for role in ("train", "test"):
        origin = ("load", call.name, role)
        table = Table(reader.space.base(origin, f"{call.short}@{call.node.lineno} {role}"), reader.own_columns(origin), "array")
        target = table.like(columns=Columns(known={"target": Column(origin=(origin, "target"))}))
        pairs.append(Listing((table.like(columns=table.columns.without(("target",))), target), "tuple"))
        reader.emit(Load(call.short, table.data(), role), call.node)
    return Listing(tuple(pairs), "tuple")


def _make(call: Call) -> Value:
    """``make_classification``: rows made up, with their target."""
    note_draw(call)
    reader = call.reader
    origin = ("make", call.node.lineno, call.node.col_offset)
    table = Table(reader.space.base(origin, f"{call.short}@{call.node.lineno}"), reader.own_columns(origin), "array")
    reader.emit(Load(call.short, table.data(), made=True), call.node)
    target = table.like(columns=Columns(known={"target": Column(origin=(origin, "target"))}))
    return Listing((table.like(columns=table.columns.without(("target",))), target), "tuple")


def _seed(call: Call) -> Value:
    generators = SEEDS.get(call.name) or SEEDS.get(call.name.replace("tensorflow.keras", "keras"))
    if generators is None:
        root = call.name.partition(".")[0]
        generators = next((found for name, found in SEEDS.items() if name.startswith(root) and name.endswith(call.short)), ("numpy",))
    call.reader.emit(Seed(call.name, generators), call.node)
    return NONE


def _draw(call: Call) -> Value:
    """A draw from a global generator: numbers of which nothing is known."""
    _note_global(call)
    return special.drawn(call)


def _note_global(call: Call) -> None:
    from heldout.libraries.seeding import GENERATORS

    assert call.entry is not None
    if call.entry.seeded_by and call.entry.seeded_by != "_" and not call.short.startswith("_"):
        note_draw(call)
        return
    root = call.name.partition(".")[0]
    draw = Draw(call.name, GENERATORS.get(root, root), "")
    call.reader.emit(draw, call.node)


def _draw_rows(call: Call) -> Value:
    """``np.random.permutation(x)``, ``np.random.choice(x)``: rows at random."""
    _note_global(call)
    return special.permuted(call)


def _shuffle(call: Call) -> Value:
    """``shuffle(a, b)``: the same rows in another common order."""
    note_draw(call)
    order = ("shuffled", call.node.lineno, call.node.col_offset, len(call.reader.trace.events))
    found: list[Value] = [
        value.like(order=order, sorted_by="", word="") if isinstance(value, Table) else value for value in call.positional
    ]
    return found[0] if len(found) == 1 else Listing(tuple(found), "list")


def _shuffle_in_place(call: Call) -> Value:
    if call.entry is not None and "global" in call.entry.flags:
        _note_global(call)
    for table in tables_in(call.positional[0] if call.positional else None):
        call.reader.store.set(table, "order", ("shuffled", call.node.lineno, call.node.col_offset))
        call.reader.store.set(table, "sorted_by", "")
    return NONE


def _thing(call: Call) -> Value:
    return Thing(call.name, call.entry, call.named())


def _callback(call: Call) -> Value:
    return Thing(call.name, call.entry, call.named())


def _generator(call: Call) -> Value:
    seed = call.positional[0] if call.positional else call.keywords.get("seed")
    if seed is None and not call.open_ended and call.short in ("default_rng", "RandomState", "SeedSequence"):
        call.reader.emit(Draw(call.name, "numpy generator", "seed"), call.node)
    return Thing(call.name, call.entry, call.named())


def _network(call: Call) -> Value:
    return learners.network(call)


def _module(call: Call) -> Value:
    """A part of a torch network, which is a network too; a loss is not."""
    if call.short.endswith("Loss"):
        return _thing(call)
    return learners.network(call)


def _positions(call: Call) -> Value:
    """``np.arange(len(x))``: the positions of rows."""
    for value in call.values:
        if isinstance(value, Scalar) and value.length_of is not None:
            return Table(value.length_of, Columns(), "index")
    return Scalar()


def _make_array(call: Call) -> Value:
    tables = tables_in(call.positional[0] if call.positional else None)
    if tables and call.short.endswith("_like"):
        return tables[0].like(columns=Columns(known={None: Column()}), predictions=(), word="", predicate=None)
    for value in call.values:
        for found in value.items if isinstance(value, Listing) else (value,):
            if isinstance(found, Scalar) and found.length_of is not None:
                return Table(found.length_of, Columns(known={None: Column()}), "array")
    return Scalar()


def _select_statistic(call: Call) -> Value:
    """``f_classif(X, y)``: how columns go with the target, learned over rows and labels."""
    tables = tables_in(call.positional[0] if call.positional else None)
    if not tables:
        return unknown(call.reader, call.values, call.node)
    value = frames.statistic(call, tables[0], "label", "select")
    return Listing((value, value), "tuple") if call.short in ("chi2", "f_classif", "f_regression") else value


def _importance(call: Call) -> Value:
    learner = call.argument("estimator", 0) or call.argument("model", 0)
    fits = frozenset(learner.fits) if isinstance(learner, learners.Learner) else frozenset()
    return Scalar(learned=fits)


def _looked_at(call: Call) -> Value:
    for value in call.values:
        mark_reported(value)
    return Scalar()


def _pivot(call: Call) -> Value:
    tables = tables_in(call.positional[0] if call.positional else None)
    if not tables:
        return unknown(call.reader, call.values, call.node)
    from heldout.reading import groups
    from heldout.reading.values import Grouped

    return groups.method(call, Grouped(tables[0], frozenset()), call.short)


def _metric(call: Call) -> Value:
    return scoring.metric(call)


HANDLERS: "dict[str, Handler]" = {
    **dict.fromkeys(("transformer", "predictor", "clusterer", "detector", "search", "wrapper", "sampler"), learners.made),
    "pipeline": learners.pipeline,
    "union": learners.union,
    "network": _network,
    "splitter": splits.splitter,
    "split": splits.holdout,
    "cross_validate": scoring.cross_validate,
    "cross_predict": scoring.cross_predict,
    "metric": _metric,
    "display": scoring.displayed,
    "clone": learners.cloned,
    "select_statistic": _select_statistic,
    "importance": _importance,
    "resample": resampling.function,
    "shuffle": _shuffle,
    "shuffle_in_place": _shuffle_in_place,
    "load": _load,
    "load_parts": _load_parts,
    "make": _make,
    "seed": _seed,
    "draw": _draw,
    "draw_rows": _draw_rows,
    "generator": _generator,
    "positions": _positions,
    "make_array": _make_array,
    "concat": _concat,
    "columns": _columns,
    "stack": _stack,
    "merge": _merge,
    "frame": _frame,
    "pivot": _pivot,
    "rowwise": _rowwise,
    "callback": _callback,
    "dataset": special.dataset,
    "loader": special.loader,
    "special": special.by_name,
    "fit_function": special.fit_function,
    "tune": special.tune,
    "plot": _looked_at,
    "save": special.save,
    "restore": special.restore,
    "module": _module,
    **dict.fromkeys(("kernel", "optimizer", "layer", "known"), _thing),
    **dict.fromkeys(
        ("reduce", "correlate", "past", "shift", "transform_function", "pieces", "order", "choose", "nonzero",
         "drop_positions", "encode", "copies", "subset", "permute", "future", "sample"),
        _about_first,
    ),
}
