"""The handler of each effect for calls to a library's classes and functions."""

import ast
from collections.abc import Callable, Hashable

from heldout.columns import Column, Columns
from heldout.events.generators import Draw, Seed
from heldout.events.ordering import Reorder
from heldout.libraries.seeding import GENERATORS, SEEDS
from heldout.reading import (
    augmenting,
    builtin,
    chance,
    estimators,
    folders,
    frames,
    joining,
    keras_data,
    layers,
    loading,
    loops,
    networks,
    polars,
    resampling,
    scoring,
    special,
    splits,
    statistics,
    streams,
    torch_data,
    tuning,
)
from heldout.reading.arithmetic import combined, key_of, truth_against
from heldout.reading.call import Call, is_given, note_draw, unknown
from heldout.reading.draws import identity
from heldout.reading.facts import MEANS, mark_summarised, tables_in, word_of
from heldout.reading.values import (
    NONE,
    Constant,
    Learner,
    Listing,
    Scalar,
    Table,
    Thing,
    Value,
)

Handler = Callable[[Call], Value]

#: What functions call the generator or seed that their callers may bring.
_BROUGHT = frozenset({"rng", "random_state", "seed", "generator", "rs", "prng", "random_seed"})

#: Generators that take their seed from the system if they are given none.
_UNSEEDED = frozenset({"default_rng", "RandomState", "SeedSequence", "PCG64", "MT19937", "Philox", "SFC64", "Random"})

_EXTREMES = frozenset({"argmax", "argmin", "max", "min", "amax", "amin", "nanargmax", "nanargmin", "nanmax", "nanmin"})


def _about_first(call: Call) -> Value:
    """A function of a table library: its handler is that of the method of the same effect."""
    assert call.entry is not None
    if "global" in call.entry.flags:
        _note_global(call)
    first = call.first
    tables = tables_in(first)
    if not tables:
        if call.short in MEANS:
            mark_summarised(call.reader, first)
        chosen = builtin.chosen_by(call, first) if call.short in _EXTREMES else None
        return chosen if chosen is not None else unknown(call.reader, call.values, call.node)
    table = tables[0] if isinstance(first, Table) else joining.stacked(call, tables, beside=False)
    return frames.HANDLERS[call.entry.effect](call, table)


def _rowwise(call: Call) -> Value:
    """An elementwise function: of the arguments that hold rows, or of one list of values."""
    tables = [value for value in call.values if isinstance(value, Table)]
    if call.short == "where" and len(call.positional) == 1 and tables:
        return frames.nonzero(call, tables[0])
    if len(tables) > 1:
        made = combined(tables[0], *call.values)
        made.compared = truth_against(*tables[:2]) if call.short in frames.COMPARES else None
        return made
    if tables:
        return frames.rowwise(call, tables[0])
    first = call.positional[0] if call.positional else None
    inner = tables_in(first)
    if inner:
        return joining.stacked(call, inner, beside=False).like(kind="array")
    if isinstance(first, Listing):
        return Listing(first.items, "list", open=first.open) if call.short in ("array", "asarray") else first
    if isinstance(first, Constant) and call.short not in ("array", "asarray", "where"):
        return Scalar(("function", call.short, key_of(first)))
    return _carried(call)


def _carried(call: Call) -> Value:
    value = unknown(call.reader, call.values, call.node)
    if isinstance(value, Scalar):
        key: Hashable = ("function", call.short, *(key_of(part) for part in call.values))
        length = next(
            (part.length_of for part in call.values if isinstance(part, Scalar) and part.length_of is not None), None
        )
        return Scalar(
            key, learned=value.learned, scores=value.scores, choices=value.choices, error=value.error, length_of=length
        )
    return value


def _seed(call: Call) -> Value:
    generators = SEEDS.get(call.name) or SEEDS.get(call.name.replace("tensorflow.keras", "keras"))
    if generators is None:
        root = call.name.partition(".")[0]
        generators = next(
            (found for name, found in SEEDS.items() if name.startswith(root) and name.endswith(call.short)), ("numpy",)
        )
    given = call.first
    seed = Seed(call.name, generators)
    if not chance.planted(call, seed, given) and call.short == "seed":
        _from_the_system(call, seed)
    call.reader.emit(seed, call.node)
    for generator in generators:
        call.reader.generators.seed(generator, key_of(given) if given is not None else None)
    return NONE


def _generator_state(call: Call) -> Value:
    """``np.random.get_state()``: the state that a generator is in, to be brought back later."""
    state = Scalar()
    root = call.name.partition(".")[0]
    call.reader.generators.seed(GENERATORS.get(root, root), state.key)
    return state


def _draw(call: Call) -> Value:
    """A draw from a global generator: numbers of which nothing is known."""
    _note_global(call)
    return special.drawn(call)


def _note_global(call: Call) -> None:
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
    order = ("shuffled", call.short, identity(call, call.argument("random_state"), call.written("random_state")))
    tables = tables_in(Listing(call.positional))
    if tables:
        call.reader.emit(
            Reorder(call.short, tables[0].data(word_of(call.nodes[0]) or tables[0].word), order, drawn=True), call.node
        )
    found: list[Value] = [
        value.like(order=order, sorted_by="", word="") if isinstance(value, Table) else value
        for value in call.positional
    ]
    return found[0] if len(found) == 1 else Listing(tuple(found), "list")


def _shuffle_in_place(call: Call) -> Value:
    if call.entry is not None and "global" in call.entry.flags:
        _note_global(call)
    return special.shuffled_in_place(call, identity(call, None, None))


def _thing(call: Call) -> Value:
    made = Thing(call.name, call.entry, call.named())
    if isinstance(call.written("lr"), ast.BinOp):
        made.arguments["(rate computed)"] = NONE
    return made


def _callback(call: Call) -> Value:
    return Thing(call.name, call.entry, call.named())


def _generator(call: Call) -> Value:
    seed = Seed(call.name, ())
    found = chance.planted(call, seed, call.first)
    if not found and call.short in _UNSEEDED:
        _from_the_system(call, seed)
    if seed.source:
        call.reader.emit(seed, call.node)
    return Thing(call.name, call.entry, call.named())


def _from_the_system(call: Call, seed: Seed) -> None:
    """Note that a generator is left to the system's entropy, and where a seed would stand."""
    written = call.nodes[0] if call.nodes else next((keyword.value for keyword in call.node.keywords), None)
    # What is written otherwise, as a parameter of which nothing was passed, is for others to fill.
    function = call.reader.calls[-1] if call.reader.calls else None
    if is_given(call.first) or call.open_ended or not isinstance(written, ast.Constant | None):
        return
    if function is not None and _takes_a_generator(function.node):
        return
    seed.source = "system"
    seed.last_argument = call.last_argument
    seed.given_none = call.reader.place(written) if written is not None else None


def _takes_a_generator(function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> bool:
    """Whether callers of a function may bring a generator or a seed of their own."""
    arguments = function.args
    return any(one.arg in _BROUGHT for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs))


def _wrapped(call: Call) -> Value:
    """The network that a call is given; nothing else of it matters here."""
    return call.first or Scalar()


def _traced(call: Call) -> Value:
    """``tf.function(step)``."""
    from heldout.reading import graphs

    return graphs.traced(call)


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
    return special.as_long_as(call) or Scalar()


def _select_statistic(call: Call) -> Value:
    """``f_classif(X, y)``: how columns go with the target, learned over rows and labels."""
    tables = tables_in(call.positional[0] if call.positional else None)
    if not tables:
        return unknown(call.reader, call.values, call.node)
    value = statistics.statistic(call, tables[0], "label", "select")
    return Listing((value, value), "tuple") if call.short in ("chi2", "f_classif", "f_regression") else value


def _importance(call: Call) -> Value:
    learner = call.argument("estimator", 0) or call.argument("model", 0)
    fits = frozenset(learner.fits) if isinstance(learner, Learner) else frozenset()
    return Scalar(learned=fits)


def _looked_at(call: Call) -> Value:
    """A picture: what it shows is no claim by itself."""
    return Scalar()


def _metric(call: Call) -> Value:
    return networks.loss(call) if call.name.startswith("torch.") else scoring.metric(call)


HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(
        ("transformer", "predictor", "clusterer", "detector", "search", "wrapper", "sampler"), estimators.made
    ),
    "pipeline": estimators.pipeline,
    "union": estimators.union,
    "network": estimators.network,
    "splitter": splits.splitter,
    "split": splits.holdout,
    "random_split": torch_data.random_split,
    "cross_validate": scoring.cross_validate,
    "cross_predict": scoring.cross_predict,
    "metric": _metric,
    "display": scoring.displayed,
    "clone": estimators.cloned,
    "select_statistic": _select_statistic,
    "importance": _importance,
    "resample": resampling.function,
    "shuffle": _shuffle,
    "shuffle_in_place": _shuffle_in_place,
    "load": loading.load,
    "load_parts": loading.load_parts,
    "make": loading.make,
    "seed": _seed,
    "generator_state": _generator_state,
    "draw": _draw,
    "draw_rows": _draw_rows,
    "generator": _generator,
    "positions": _positions,
    "make_array": _make_array,
    "concat": joining.concat,
    "columns": joining.side_by_side,
    "merge": joining.merge,
    "expression": polars.column,
    "frame": joining.frame,
    "rowwise": _rowwise,
    "callback": _callback,
    "augment": augmenting.changing,
    "dataset": torch_data.dataset,
    "loader": torch_data.loader,
    "stream": streams.made,
    "cut_stream": keras_data.made,
    "folder": folders.dataset,
    "special": special.by_name,
    "fit_function": special.fit_function,
    "tune": tuning.tune,
    "study": tuning.study,
    "report": tuning.reported,
    "plot": _looked_at,
    "save": special.save,
    "restore": special.restore,
    "module": networks.made,
    "wrapped": _wrapped,
    "traced": _traced,
    "clip_gradients": loops.clip,
    "backward": loops.backward_of,
    "schedule": loops.schedule,
    "grad_mode": loops.switch,
    **dict.fromkeys(
        ("kernel", "optimizer", "layer", "known", "loss", "meter", "scaler", "accelerator", "cross_entropy"), _thing
    ),
    "loss_of_scores": layers.judged,
    **dict.fromkeys(
        (
            "reduce",
            "correlate",
            "past",
            "shift",
            "transform_function",
            "pieces",
            "order",
            "choose",
            "nonzero",
            "drop_positions",
            "encode",
            "copies",
            "subset",
            "permute",
            "future",
            "sample",
            "pivot",
            "reshape",
        ),
        _about_first,
    ),
}
