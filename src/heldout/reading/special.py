"""Library calls that need a word of their own: boosting data sets, torch data sets and loaders, training functions."""

from collections.abc import Hashable

from heldout.columns import Column, Columns
from heldout.events import Data
from heldout.events.ordering import Reorder
from heldout.libraries.table import Entry
from heldout.reading import augmenting, keras_networks, learners, leaving
from heldout.reading.call import Call
from heldout.reading.draws import identity, of_generator
from heldout.reading.facts import choices_in, mark_reported, tables_in, word_of
from heldout.reading.resampling import resampled
from heldout.reading.values import (
    NONE,
    Constant,
    Instance,
    Learner,
    Listing,
    Mapping,
    Scalar,
    Table,
    Thing,
    Value,
)
from heldout.reading.weights import State, in_own_tensors

_BOOSTER = Entry("predictor")
_DATA = frozenset({"DMatrix", "QuantileDMatrix", "DaskDMatrix", "DeviceQuantileDMatrix", "Dataset", "Pool"})


def permuted(call: Call) -> Value:
    """``permutation(x)``, ``choice(x, n)``: rows, or positions of rows, at random."""
    first = call.positional[0] if call.positional else None
    table: Table | None = None
    if isinstance(first, Scalar) and first.length_of is not None:
        table = Table(first.length_of, Columns(), "index")
    elif isinstance(first, Table):
        table = first
    if table is None:
        return first if isinstance(first, Listing) else Scalar(choices=choices_in(first))
    drawn = of_generator(call, call.receiver) if isinstance(call.receiver, Thing) else identity(call, None, None)
    order = ("shuffled", call.short, drawn)
    if call.short.endswith(("permutation", "randperm")):
        call.reader.emit(Reorder(call.short, _given(call, table), order, drawn=True), call.node)
        return table.like(order=order, sorted_by="", word="")
    replace = call.argument("replace", 2)
    copies = replace is None or (isinstance(replace, Constant) and replace.value is True)
    if copies:
        return resampled(call, table, "choice", "copy")
    rows = call.reader.space.cut("sample", table.rows, order, "", "choice")
    return table.like(rows=rows, order=order, word="")


def _given(call: Call, table: Table) -> Data:
    return table.data((word_of(call.nodes[0]) if call.nodes else "") or table.word)


def shuffled_in_place(call: Call, drawn: Hashable) -> Value:
    """``shuffle(x)``: the rows of x, in another order from now on."""
    order = ("shuffled", call.short, drawn)
    tables = tables_in(call.positional[0] if call.positional else None)
    if tables:
        call.reader.emit(Reorder(call.short, _given(call, tables[0]), order, drawn=True), call.node)
    for table in tables:
        call.reader.store.set(table, "order", order)
        call.reader.store.set(table, "sorted_by", "")
    return NONE


def as_long_as(call: Call) -> Table | None:
    """An array of as many rows as some table has, if a length among the arguments says so."""
    for value in call.values:
        for part in value.items if isinstance(value, Listing) else (value,):
            if isinstance(part, Scalar) and part.length_of is not None:
                return Table(part.length_of, Columns(known={None: Column()}), "array")
    return None


def drawn(call: Call) -> Value:
    """Random numbers: as many as some rows, a table of their own, or one."""
    found = as_long_as(call)
    if found is not None:
        return found
    if (
        "size" in call.keywords
        or call.short in ("rand", "randn", "random_sample", "random")
        and call.positional
        or call.short == "integers"
        and len(call.positional) > 2
    ):
        return call.reader.fresh(call.short, call.node, vague=False, kind="array")
    return Scalar()


def by_name(call: Call) -> Value:
    """Objects of libraries that need a word of their own."""
    if call.short in _DATA:
        tables = tables_in(call.argument("data", 0))
        if tables:
            return tables[0].like(kind="dataset", word="")
        return call.reader.fresh(call.short, call.node, vague=False, kind="dataset")
    if call.short == "ImageDataGenerator":
        return augmenting.generator(call)
    if call.name.startswith("fastai."):
        from heldout.reading import fastai

        return fastai.made(call) or Thing(call.name, call.entry, call.named())
    return Thing(call.name, call.entry, call.named())


def _path_of(value: Value | None) -> Hashable:
    """The literal path behind an argument: itself, or the file that was opened on it."""
    if isinstance(value, Thing) and value.name == "open":
        return _path_of(value.arguments.get("file"))
    return value.value if isinstance(value, Constant) and isinstance(value.value, str) else None


def remember(call: Call, value: Value) -> None:
    """A value was written to a literal path: a later read of it gives the value back."""
    path = path_in(call.values)
    if path is not None:
        call.reader.store.bind(
            call.reader.saved, path, value.like() if isinstance(value, Table) else in_own_tensors(value)
        )


def path_in(values: tuple[Value, ...]) -> Hashable:
    """The first path among some arguments, None if there is none that is known."""
    return next((path for path in map(_path_of, values) if path is not None), None)


def save(call: Call) -> Value:
    """``pickle.dump(x, file)``, ``joblib.dump(x, path)``, ``np.save(path, x)``."""
    said = next(
        (value.value for value in call.values if isinstance(value, Constant) and isinstance(value.value, str)), ""
    )
    for value in call.values:
        mark_reported(value, said)
        if isinstance(value, Table | Learner | Listing | State | Mapping | Instance):
            remember(call, value)
    leaving.saved(call, call.short, call.values, path_in(call.values))
    return Scalar()


def stored(call: Call, path: Value | None) -> Value | None:
    """What the program itself wrote to a path that it now reads."""
    found = call.reader.saved.get(_path_of(path)) if _path_of(path) is not None else None
    return found.like(word="") if isinstance(found, Table) else found


def restore(call: Call) -> Value:
    """``pickle.load(file)``, ``load_model(path)``: what was saved there, or something unknown."""
    best = keras_networks.restored(call)
    if best is not None:
        return best
    path = call.first
    found = stored(call, path)
    if found is not None:
        return found
    written = _path_of(path)
    if written is None:
        return call.reader.fresh(call.short, call.node, vague=False)
    origin = ("restored", written)  # The same file, read again, holds the same rows.
    return Table(call.reader.space.base(origin, call.short), call.reader.own_columns(origin))


def fit_function(call: Call) -> Value:
    """``xgb.train(params, data, evals=...)``: a model trained in one call."""
    tables = tables_in(call.argument("dtrain", 1) or call.argument("train_set", 1) or call.argument("pool", 0))
    params = call.argument("params", 0)
    learner = Learner(call.short, _BOOSTER)
    learner.choices = choices_in(params)
    if not tables:
        return learner
    call.receiver = learner
    fit = learners.record_fit(call, learner, call.short, tables[0], None)
    fit.model = call.name
    return learner
