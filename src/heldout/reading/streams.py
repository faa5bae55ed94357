"""tf.data: data sets as streams of rows, what maps and batches them, and what takes some of them out."""

import ast
from collections.abc import Callable, Hashable
from itertools import islice

from heldout.events import Split, calls
from heldout.events.ordering import Stage
from heldout.libraries.signatures import STREAM_METHODS
from heldout.reading import passes, pixels, told
from heldout.reading.arithmetic import key_of
from heldout.reading.call import Call, unknown
from heldout.reading.callbacks import applied
from heldout.reading.facts import learned_by, tables_in
from heldout.reading.joining import stacked
from heldout.reading.layers import Stack
from heldout.reading.reader import Reader
from heldout.reading.scopes import lookup
from heldout.reading.values import (
    Constant,
    Function,
    Learner,
    Listing,
    Method,
    Partial,
    Scalar,
    Table,
    Thing,
    Value,
)
from heldout.rows import negated

_OPERATORS = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_MOST_DEEP = 3
_MOST_STAGES = 64
#: Methods that hand the elements on as they are.
_KEEPS = frozenset({"batch", "unbatch", "prefetch", "repeat", "with_options", "rebatch"})
_MAPS = frozenset({"map", "flat_map", "interleave"})
_RANDOM = ("random_", "stateless_random_")


def made(call: Call) -> Value:
    """A data set over arrays, or one of the functions that make one of files or of other data sets."""
    return _FUNCTIONS.get(call.short, _over)(call)


def as_stream(table: Table) -> Table:
    """A table as a data set of tf.data."""
    return table.like(kind="stream", word="", predicate=None)


def beside(call: Call, tables: list[Table]) -> Table:
    """Features and targets of the same rows as one table; what has rows of its own adds none."""
    first, *others = tables
    same = [other for other in others if other.rows is first.rows]
    return stacked(call, [first, *same], beside=True) if same else first


def _over(call: Call) -> Value:
    """``Dataset.from_tensor_slices((x, y))``: the rows of its first argument, with the columns of all."""
    tables = tables_in(Listing(call.positional[:1] or tuple(call.keywords.values())[:1]))
    return pixels.mark(as_stream(beside(call, tables)), pixels.of(tables[0])) if tables else _nameless(call)


def _nameless(call: Call) -> Table:
    return call.reader.fresh(call.short, call.node, vague=False, kind="stream")


def _generated(call: Call) -> Value:
    """``Dataset.from_generator(function)``: the rows that the function yields."""
    function = call.argument("generator", 0)
    arguments = call.keywords.get("args")
    given = arguments.items if isinstance(arguments, Listing) else ()
    tables = tables_in(
        applied(call.reader, function, given, call.node) if isinstance(function, Function | Method) else function
    )
    return as_stream(beside(call, tables)) if tables else _nameless(call)


def _zipped(call: Call) -> Value:
    """``Dataset.zip((a, b))``: rows of several data sets side by side."""
    tables = tables_in(Listing(call.positional))
    return as_stream(stacked(call, tables, beside=True)) if tables else unknown(call.reader, call.values, call.node)


def _mingled(call: Call) -> Value:
    """``sample_from_datasets([a, b])``: rows of several data sets in turn."""
    tables = tables_in(Listing(call.positional[:1]))
    return as_stream(stacked(call, tables, beside=False)) if tables else unknown(call.reader, call.values, call.node)


def _read(call: Call) -> Value:
    """``TFRecordDataset(files)``: rows of files, or of the files that a data set names."""
    from heldout.reading.loading import load

    tables = tables_in(call.positional[0]) if call.positional else []
    loaded = tables[0] if tables else load(call)
    return as_stream(loaded) if isinstance(loaded, Table) else loaded


def _listed(call: Call) -> Value:
    """``list_files(pattern)``: files in another order at every use, unless told otherwise."""
    found = _read(call)
    shuffle = call.keywords.get("shuffle")
    if not isinstance(found, Table) or (isinstance(shuffle, Constant) and shuffle.value is False):
        return found
    return _in_new_order(call, found)


def _as_arrays(call: Call) -> Value:
    return call.positional[0] if call.positional else Scalar()


def _cardinality(call: Call) -> Value:
    tables = tables_in(Listing(call.positional[:1]))
    return _counted(call, tables[0]) if tables else Scalar()


def method(call: Call, table: Table, name: str) -> Value:
    """A method of a data set of tf.data; one that nobody lists gives the same rows."""
    reader = call.reader
    stage = _stage(call, table, name)
    events, wired = len(reader.trace.events), len(reader.wired)
    found = _METHODS.get(name, _handed_on)(call, table)
    if name in _MAPS:
        stage.random = _draws(reader, events, wired)
    told.gave(reader, stage, found)
    return found


def _stage(call: Call, table: Table, name: str) -> Stage:
    """Tell that the method is called, and what was called before."""
    reader = call.reader
    stage = Stage(
        f"Dataset.{name}",
        told.arguments(call, STREAM_METHODS.get(name, ())),
        receiver=table,
        written=call.receiver_word,
    )
    stage.complete = not call.open_ended
    stage.last_argument = call.last_argument
    made = reader.makers.get(table.serial)
    way = () if made is None else (*made.before, made) if isinstance(made, Stage) else (made,)
    stage.before = way[-_MOST_STAGES:]
    stage.random = False
    reader.emit(stage, call.node)
    return stage


def _draws(reader: Reader, events: int, wired: int) -> bool:
    """Whether something at random happened since: a function that draws, or a layer that changes images at random."""
    if any(isinstance(event, calls.Call) and event.short.startswith(_RANDOM) for event in reader.trace.events[events:]):
        return True
    return any(_is_random(callee) for callee, _ in islice(reader.wired.values(), wired, None))


def _is_random(value: Value) -> bool:
    if isinstance(value, Learner) and isinstance(value.layers, Stack):
        return any(_is_random(layer) for layer in value.layers.items)
    return isinstance(value, Thing) and value.name.rpartition(".")[2].startswith("Random")


def _handed_on(call: Call, table: Table) -> Table:
    made = table.like(columns=table.columns.carrying(learned_by(Listing(call.values))))
    return pixels.mark(made, pixels.of(table)) if call.name in _KEEPS else made


def _mapped(call: Call, table: Table) -> Value:
    """``dataset.map(function)``: the same rows, with what the function mixes into them."""
    function = call.argument("map_func", 0)
    if not isinstance(function, Function | Method | Learner | Partial):
        return _handed_on(call, table)
    # One element at a time: what is computed of it is learned from no other row.
    rows = call.reader.space.cut("filter", table.rows, ("each", id(call.node)), "", "one row")
    one = table.like(rows=rows, kind="row", word="")
    taken = (one, one.like())[: _expected(function)]
    found = applied(call.reader, function, taken, call.node)
    made = table.like(columns=table.columns.carrying(learned_by(found)), word="")
    inside = tables_in(found)
    return pixels.mark(made, pixels.of(inside[0]) if inside else None)


def _expected(function: Value) -> int:
    """How many parts of an element a function takes: features, or features and target."""
    inner = function.function if isinstance(function, Method) else function
    if not isinstance(inner, Function):
        return 1
    taken = len(inner.node.args.posonlyargs) + len(inner.node.args.args) - isinstance(function, Method)
    return max(1, min(taken - len(inner.node.args.defaults), 2))


def _cut(call: Call, table: Table) -> Value:
    """``take(n)``, ``skip(n)``: the two sides of a range, if the order is the same at every use."""
    end = _end_of(call.first or Scalar())
    if end in (0, -1):
        return table.like(word="")
    parent, origin = table.rows, ("slice", passes.written(table.order))
    low: Hashable = None
    high: Hashable = None
    slot = parent.slot
    # A range of what was left by another one counts from where that one began.
    outer = parent.parent if parent.kind == "slice" and parent.origin == origin else None
    if outer is not None and isinstance(slot, tuple) and (call.name == "skip" or slot[1] is None):
        parent, (low, high) = outer, slot
    bounds = (low, _sum(low, end)) if call.name == "take" else (_sum(low, end), high)
    return table.like(rows=call.reader.space.cut("slice", parent, origin, bounds, call.name), word="")


def _end_of(value: Value) -> Hashable:
    return value.value if isinstance(value, Constant) and isinstance(value.value, int) else key_of(value)


def _sum(low: Hashable, count: Hashable) -> Hashable:
    """The bound that lies `count` rows after another one, as the program would write it."""
    if low is None:
        return count
    if isinstance(low, int) and isinstance(count, int):
        return low + count
    return ("Add", *(("constant", repr(part)) if isinstance(part, int) else part for part in (low, count)))


def shuffled(call: Call, table: Table) -> Table:
    """``shuffle``: in another order at every use, unless told otherwise."""
    again = call.argument("reshuffle_each_iteration", 2)
    if isinstance(again, Constant) and again.value is False:
        return table.like(order=("shuffled once", *call.site), word="")
    return _in_new_order(call, table)


def _in_new_order(call: Call, table: Table) -> Table:
    given = passes.shuffled(call, table)
    order = passes.written(given.order)
    call.reader.emit(Split(call.short, ("slice", order), (table.data(),), (), shuffled=True), call.node)
    return given.like(word="")


def _kept(call: Call, table: Table) -> Value:
    """``cache()``: from here on the order is that of the first use."""
    return table.like(order=passes.cached(table.order))


def _filtered(call: Call, table: Table) -> Value:
    """``filter(function)``: some of the rows, by a condition that another filter may turn around."""
    asked = _condition(call.reader, call.argument("predicate", 0))
    rows = call.reader.space.cut("filter", table.rows, "filter", asked, "filter")
    return table.like(rows=rows, word="")


def _condition(reader: Reader, function: Value | None, depth: int = 0) -> Hashable:
    """What a function asks of an element, equal for two that ask the same."""
    body = _body(function) if isinstance(function, Function) else None
    if body is None or not isinstance(function, Function):
        return ("true", key_of(function or Scalar()))
    if isinstance(body, ast.UnaryOp) and isinstance(body.op, ast.Not):
        asked = body.operand
        if isinstance(asked, ast.Call) and isinstance(asked.func, ast.Name) and depth < _MOST_DEEP:
            return negated(_condition(reader, lookup(reader, function.scope, asked.func.id), depth + 1))
        return negated(("true", _said(function, asked)))
    if isinstance(body, ast.Compare) and len(body.ops) == 1 and isinstance(body.comparators[0], ast.Constant):
        operator = _OPERATORS.get(type(body.ops[0]))
        if operator is not None:
            return (operator, _said(function, body.left), body.comparators[0].value)
    return ("true", _said(function, body))


def _body(function: Function) -> ast.expr | None:
    """The expression that a function gives back, if it does nothing else."""
    if isinstance(function.node, ast.Lambda):
        return function.node.body
    last = function.node.body[-1]
    return last.value if len(function.node.body) == 1 and isinstance(last, ast.Return) else None


def _said(function: Function, node: ast.expr) -> str:
    """An expression as text, with the parameters of its function by their numbers."""
    names = {argument.arg: f"<{number}>" for number, argument in enumerate(function.node.args.args)}
    return ast.dump(_Renamed(names).visit(ast.parse(ast.unparse(node), mode="eval")))


class _Renamed(ast.NodeTransformer):
    def __init__(self, names: dict[str, str]) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self.names.get(node.id, node.id), node.ctx)


def _sharded(call: Call, table: Table) -> Value:
    """``shard(count, index)``: one of several equal parts."""
    count, index = call.argument("num_shards", 0), call.argument("index", 1)
    origin = ("shard", passes.written(table.order), key_of(count or Scalar()))
    rows = call.reader.space.cut("part", table.rows, origin, key_of(index or Scalar()), "shard")
    return table.like(rows=rows, word="")


def _joined(call: Call, table: Table) -> Value:
    """``concatenate(other)``: the rows of both."""
    return as_stream(stacked(call, [table, *tables_in(Listing(call.positional))], beside=False))


def _counted(call: Call, table: Table) -> Value:
    """``cardinality()``: the number of rows."""
    return Scalar(("length", id(table.rows)), length_of=table.rows)


def _reduced(call: Call, table: Table) -> Value:
    return Scalar(learned=table.columns.learned)


_FUNCTIONS: dict[str, Callable[[Call], Value]] = {
    "from_generator": _generated,
    "zip": _zipped,
    **dict.fromkeys(("sample_from_datasets", "choose_from_datasets"), _mingled),
    **dict.fromkeys(
        ("TFRecordDataset", "TextLineDataset", "CsvDataset", "make_csv_dataset", "FixedLengthRecordDataset"), _read
    ),
    "list_files": _listed,
    "as_numpy": _as_arrays,
    "cardinality": _cardinality,
}
_METHODS: dict[str, Callable[[Call, Table], Value]] = {
    **dict.fromkeys(("map", "flat_map", "interleave"), _mapped),
    **dict.fromkeys(("take", "skip"), _cut),
    "shuffle": shuffled,
    "cache": _kept,
    "filter": _filtered,
    "shard": _sharded,
    "concatenate": _joined,
    **dict.fromkeys(("cardinality", "__len__"), _counted),
    "reduce": _reduced,
}
