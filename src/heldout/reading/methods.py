"""Method calls, by what the receiver is."""

from collections.abc import Callable

from heldout import libraries
from heldout.reading import (
    accelerators,
    augmenting,
    data_sets,
    estimators,
    fastai,
    frames,
    groups,
    learners,
    loops,
    meters,
    networks,
    polars,
    results,
    series,
    special,
    splits,
    streams,
    trainers,
    tuning,
)
from heldout.reading.builtin import chosen_by
from heldout.reading.call import Call, unknown
from heldout.reading.choosing import EXTREMES, extreme, ranked
from heldout.reading.draws import begun, of_generator
from heldout.reading.facts import (
    MEANS,
    choices_in,
    learned_by,
    mark_reported,
    mark_summarised,
    note_words,
    scores_in,
    tables_in,
    text_of,
)
from heldout.reading.figures import Figures
from heldout.reading.grouping import Grouped, Window
from heldout.reading.joining import stacked
from heldout.reading.sequences import names_in
from heldout.reading.sums import loose
from heldout.reading.values import (
    NONE,
    Constant,
    Learner,
    Listing,
    Mapping,
    Names,
    Scalar,
    Splitter,
    Table,
    Thing,
    Value,
)

_MOST_ITEMS = 64
_OF_LEARNERS = frozenset(
    {
        "fit",
        "fit_transform",
        "fit_predict",
        "predict",
        "predict_proba",
        "partial_fit",
        "evaluate",
        "score",
        "fit_generator",
        "decision_function",
        "predict_classes",
        "predict_generator",
    }
)
_TABLES = {
    "frame": "frame",
    "series": "frame",
    "bunch": "frame",
    "row": "frame",
    "index": "frame",
    "labels": "frame",
    "array": "array",
    "tensor": "tensor",
    "dataset": "dataset",
    "loader": "dataset",
    "stream": "dataset",
    "batch": "tensor",
    "transposed": "tensor",
    "unknown": "frame",
    "parts": "dataset",
}
_ORDER = ("frame", "array", "tensor", "dataset")


def call(made: Call, receiver: Value, name: str) -> Value:
    """Call the method `name` of a value."""
    if name == "apply_gradients" and made.values:
        return learners.by_gradients(made)
    if name == "split" and (type(receiver) is Scalar or (isinstance(receiver, Table) and receiver.kind == "unknown")):
        folds = splits.by_stranger(made)
        if folds is not None:
            return folds
    handler = _HANDLERS.get(type(receiver))
    if handler is not None:
        return handler(made, receiver, name)
    return _unknown(made, receiver)


def _unknown(made: Call, receiver: Value) -> Value:
    for value in made.values:
        mark_reported(value)
    networks.touched(made.reader, made.values)
    return unknown(made.reader, (receiver, *made.values), made.node)


def of_table(made: Call, table: Table, name: str) -> Value:
    """A method of a frame, series, array, tensor or something unknown that holds rows."""
    if name == "backward":
        return loops.backward(made, table)
    found = loops.turned_out(made, table, name) if table.kind == "unknown" else None
    if found is not None:
        return found
    given = made.positional or made.keywords
    if name in _OF_LEARNERS and given and (table.kind == "unknown" or table.learner is not None):
        return learners.method(made, estimators.unknown_learner(made.reader, table), name)
    if table.learner is not None and name not in ("copy", "shape"):
        return learners.method(made, table.learner, name)
    if table.kind == "stream":
        return streams.method(made, table, name)
    whole = table.kind in ("dataset", "loader", "parts")
    found = data_sets.method(made, table, name) if whole else polars.method(made, table, name)
    if found is not None:
        return found
    preferred = _TABLES.get(table.kind, "frame")
    more = ("polars",) if "polars" in made.reader.trace.imports else ()
    for kind in (preferred, *_ORDER, *more):
        entry = libraries.method(kind, name)
        if entry is not None:
            made.entry = entry
            handler = frames.HANDLERS.get(entry.effect)
            if handler is not None:
                return handler(made, table)
            if entry.effect == "append":
                return _appended(made, table)
            if entry.effect in ("split", "random_split", "shuffle"):
                return data_sets.parted(made, table, name)
            break
    return _weakly(made, table)


def _weakly(made: Call, table: Table) -> Value:
    """A method that nobody lists: most likely the same rows, and what the arguments carry."""
    learned = frozenset().union(table.columns.learned, *(learned_by(value) for value in made.values))
    columns = table.columns.some()
    return table.like(columns=columns.carrying(learned), weak=True, word="", predicate=None, kind="unknown")


def _appended(made: Call, table: Table) -> Value:
    others = tables_in(made.positional[0]) if made.positional else []
    return stacked(made, [table, *others], beside=False)


def _window(made: Call, receiver: Window, name: str) -> Value:
    return series.windowed(made, receiver)


def _grouped(made: Call, receiver: Grouped, name: str) -> Value:
    return groups.method(made, receiver, name)


def _learner(made: Call, receiver: Learner, name: str) -> Value:
    return learners.method(made, receiver, name)


def _splitter(made: Call, receiver: Splitter, name: str) -> Value:
    return splits.splitter_method(made, receiver, name)


def _listing(made: Call, receiver: Listing, name: str) -> Value:
    store = made.reader.store
    if name in ("append", "add") and made.positional:
        mark_reported(made.positional[0], made.receiver_word)
        items = (*receiver.items, made.positional[0])[-_MOST_ITEMS:]
        store.set(receiver, "items", items)
        if made.reader.loops or len(items) == _MOST_ITEMS:
            store.set(receiver, "open", True)
        return NONE
    if name in ("extend", "update") and made.positional:
        more = made.positional[0]
        added = more.items if isinstance(more, Listing) else (more,)
        store.set(receiver, "items", (*receiver.items, *added)[-_MOST_ITEMS:])
        if not isinstance(more, Listing) or more.open or made.reader.loops:
            store.set(receiver, "open", True)
        return NONE
    if name in ("remove", "discard") and made.positional:
        gone = names_in(made.positional[0]) or []
        kept = tuple(item for item in receiver.items if not (isinstance(item, Constant) and item.value in gone))
        store.set(receiver, "items", kept)
        return NONE
    if name == "insert" and len(made.positional) == 2:
        store.set(receiver, "items", (*receiver.items, made.positional[1])[-_MOST_ITEMS:])
        return NONE
    if name == "pop" and receiver.items:
        last = receiver.items[-1]
        store.set(receiver, "items", receiver.items[:-1])
        return last
    if name in MEANS:
        mark_summarised(made.reader, receiver)
    if name in EXTREMES or name in ("sort", "index"):
        return _compared(made, receiver, name)
    if name in ("copy", "tolist"):
        return Listing(receiver.items, receiver.kind, open=receiver.open)
    if name in ("difference", "union", "intersection") and made.positional:
        return _set_method(receiver, names_in(made.positional[0]), name)
    return Scalar(learned=learned_by(receiver), scores=scores_in(receiver), choices=choices_in(receiver))


def _compared(made: Call, receiver: Listing, name: str) -> Value:
    """``scores.sort()`` puts the best first, ``np.array(scores).max()`` takes it, ``scores.index(best)`` says where it is."""
    if name == "index":
        return Scalar(choices=choices_in(receiver) | choices_in(Listing(made.positional)))
    order = ranked(made, receiver) if name == "sort" else None
    if isinstance(order, Listing):
        for attribute in ("items", "kind", "open"):
            made.reader.store.set(receiver, attribute, getattr(order, attribute))
    found = extreme(made, receiver) if name != "sort" else NONE
    return found or Scalar(learned=learned_by(receiver), scores=scores_in(receiver), choices=choices_in(receiver))


def _figures(made: Call, receiver: Figures, name: str) -> Value:
    return results.method(made, receiver, name)


def _set_method(receiver: Listing, others: "list[object] | None", name: str) -> Value:
    if others is None:
        return Listing(receiver.items, receiver.kind, open=True)
    inside = tuple(item for item in receiver.items if isinstance(item, Constant) and item.value in others)
    if name == "intersection":
        return Listing(inside, "set", open=receiver.open)
    if name == "difference":
        return Listing(tuple(item for item in receiver.items if item not in inside), "set", open=receiver.open)
    return Listing((*receiver.items, *(Constant(name) for name in others)), "set", open=receiver.open)


def _mapping(made: Call, receiver: Mapping, name: str) -> Value:
    key = made.positional[0] if made.positional else None
    if name in ("get", "pop", "setdefault"):
        if isinstance(key, Constant) and key.value in receiver.items:
            return receiver.items[key.value]
        if receiver.rest is not None:
            return receiver.rest
        return made.positional[1] if len(made.positional) > 1 else Scalar()
    if name == "items":
        pairs = tuple(Listing((Constant(label), value), "tuple") for label, value in receiver.items.items())
        more = (Listing((Scalar(), receiver.rest), "tuple"),) if receiver.rest is not None else ()
        return Listing((*pairs, *more), open=receiver.rest is not None)
    if name == "values":
        more_values = (receiver.rest,) if receiver.rest is not None else ()
        return Listing((*receiver.items.values(), *more_values), open=receiver.rest is not None)
    if name == "keys":
        return Listing(tuple(Constant(label) for label in receiver.items), open=receiver.rest is not None)
    if name == "update":
        if isinstance(key, Mapping):
            made.reader.store.set(receiver, "items", {**receiver.items, **key.items})
        elif choices_in(key):
            made.reader.store.set(receiver, "rest", Scalar(choices=choices_in(key) | choices_in(receiver.rest)))
        made.reader.store.set(receiver, "items", {**receiver.items, **made.keywords})
        return NONE
    if name == "copy":
        return Mapping(dict(receiver.items), receiver.rest)
    if name not in ("clear", "popitem") and any(isinstance(part, Table) for part in receiver.items.values()):
        # A dictionary of data sets: what is asked of it is done to each.
        return Mapping(
            {
                label: of_table(made, part, name) if isinstance(part, Table) else part
                for label, part in receiver.items.items()
            }
        )
    return Scalar(learned=learned_by(receiver), scores=scores_in(receiver), choices=choices_in(receiver))


def _names(made: Call, receiver: Names, name: str) -> Value:
    first = names_in(made.positional[0]) if made.positional else None
    if name in ("drop", "difference", "remove"):
        columns = receiver.columns
        columns = columns.some() if first is None else columns.without(first)
        if name == "remove":
            made.reader.store.set(receiver, "columns", columns)
            return NONE
        return Names(receiver.table, columns, receiver.learned)
    if name in ("tolist", "to_list", "copy", "values", "astype", "sort_values"):
        return Names(receiver.table, receiver.columns, receiver.learned)
    if name == "append" and first is not None:
        columns = receiver.columns
        for label in first:
            own = receiver.table.columns.column(label) if receiver.table is not None else None
            if own is not None:
                columns = columns.having(label, own)
        made.reader.store.set(receiver, "columns", columns)
        return NONE
    if name == "map":
        return Scalar(text=True)
    return Names(receiver.table, receiver.columns, receiver.learned | learned_by(Listing(made.values)))


def _constant(made: Call, receiver: Constant, name: str) -> Value:
    said = receiver.value if isinstance(receiver.value, str) else ""
    for value in made.values:
        note_words(value, said)
    if name == "format":
        return _formatted(made, said)
    if isinstance(receiver.value, str) and name in ("split", "lower", "upper", "strip", "replace", "title"):
        arguments = [value.value for value in made.positional if isinstance(value, Constant)]
        if len(arguments) == len(made.positional) and all(isinstance(argument, str) for argument in arguments):
            result = getattr(receiver.value, name)(*arguments)
            return Listing(tuple(Constant(part) for part in result)) if isinstance(result, list) else Constant(result)
    return Scalar(text=True)


def _formatted(made: Call, pattern: str) -> Value:
    """``"prev_{}".format(name)``: the text, if the program spells it all out."""
    parts = pattern.split("{}")
    given = [value.value for value in made.positional if isinstance(value, Constant)]
    spelled = len(given) == len(made.values) == len(parts) - 1 and all(isinstance(one, str | int) for one in given)
    if not spelled or any("{" in part or "}" in part for part in parts):
        return text_of(made.values)
    return Constant(pattern.format(*given))


def _scalar(made: Call, receiver: Scalar, name: str) -> Value:
    if name in ("argmax", "argmin", "idxmax", "idxmin"):
        chosen = chosen_by(made, receiver)
        if chosen is not None:
            return chosen
    if name == "backward" and receiver.error:
        return loops.backward(made, receiver)
    found = loops.turned_out(made, receiver, name)
    if found is not None:
        return found
    if name in (
        "item",
        "numpy",
        "cpu",
        "detach",
        "tolist",
        "copy",
        "astype",
        "to",
        "round",
        "mean",
        "sum",
        "max",
        "min",
        "iloc",
    ):
        return loose(receiver) if name in ("item", "numpy", "detach", "tolist") else receiver
    for value in made.values:
        mark_reported(value)
    return _unknown(made, receiver)


def _thing(made: Call, receiver: Thing, name: str) -> Value:
    if name in ("permutation", "choice"):
        made.name = name
        return special.permuted(made)
    if name == "seed":
        begun(made, receiver)
        return NONE
    if receiver.entry is not None and receiver.entry.effect == "study":
        return tuning.method(made, receiver, name)
    if name == "shuffle":
        return special.shuffled_in_place(made, of_generator(made, receiver))
    of_training = _OF_TRAINING.get(receiver.entry.effect) if receiver.entry is not None else None
    if of_training is not None:
        found = of_training(made, receiver, name)
        if found is not None:
            return found
    if receiver.entry is not None and receiver.entry.effect == "kernel" and name in meters.OF_KERAS:
        return meters.method(made, receiver, name) or Scalar()
    if fastai.is_known(receiver):
        return fastai.method(made, receiver, name)
    if trainers.is_trainer(receiver):
        return trainers.method(made, receiver, name)
    return _of_generator(made, receiver, name)


def _of_generator(made: Call, receiver: Thing, name: str) -> Value:
    """Generators of images hand their rows on; anything else is unknown."""
    found = augmenting.flowing(made, receiver, name)
    if found is not None:
        return found
    if name == "fit":
        return NONE
    if name == "manual_seed" and made.positional:
        return Thing(receiver.name, receiver.entry, {**receiver.arguments, "seed": made.positional[0]})
    if receiver.entry is not None and receiver.entry.effect == "generator":
        return special.drawn(made)
    return _unknown(made, receiver)


_OF_TRAINING = {**loops.METHODS, "meter": meters.method, "accelerator": accelerators.method}
_HANDLERS: dict[type, Callable[..., Value]] = {
    Table: of_table,
    Window: _window,
    Grouped: _grouped,
    Learner: _learner,
    Splitter: _splitter,
    Listing: _listing,
    Mapping: _mapping,
    Names: _names,
    Constant: _constant,
    Scalar: _scalar,
    Figures: _figures,
    Thing: _thing,
}
