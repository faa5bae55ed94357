"""Built-in functions, and a few of the standard library that hand values on."""

import itertools
from collections.abc import Callable, Hashable

from heldout.columns import Columns
from heldout.reading import attributes, choosing, hashing
from heldout.reading.call import Call, is_given, unknown
from heldout.reading.callbacks import applied, is_own
from heldout.reading.cuts import counted
from heldout.reading.facts import (
    choices_in,
    learned_by,
    mark_reported,
    mark_summarised,
    predictions_in,
    rivals,
    scores_in,
    tables_in,
    text_of,
)
from heldout.reading.objects import Parent
from heldout.reading.scopes import lookup
from heldout.reading.scoring import by_comparison
from heldout.reading.sequences import elements
from heldout.reading.statistics import statistic
from heldout.reading.sums import loose
from heldout.reading.values import (
    NONE,
    Class,
    Constant,
    FoldPairs,
    Function,
    Instance,
    Listing,
    Mapping,
    Names,
    Scalar,
    Slice,
    Table,
    Thing,
    Value,
)


def call(made: Call, name: str) -> Value:
    """A call to a built-in."""
    handler = _HANDLERS.get(name)
    if handler is not None:
        return handler(made)

    for value in made.values:
        mark_reported(value)
    return unknown(made.reader, made.values, made.node)


def first(made: Call) -> Value:
    """The first argument, ``None`` if there is none."""
    return made.positional[0] if made.positional else NONE


def _length(made: Call) -> Value:
    value = first(made)
    if isinstance(value, Instance) and isinstance(value.kind.lookup("__len__"), Function):
        return applied(made.reader, attributes.of(made.reader, value, "__len__", made.node), (), made.node)
    if isinstance(value, Table):
        number = Scalar(("length", id(value.rows)), length_of=value.rows)
        number.measure = {"loader": "batches", "dataset": "rows"}.get(value.kind, "")
        return number
    if isinstance(value, Listing) and not value.open:
        return Constant(len(value.items))
    tables = tables_in(value)
    if tables:
        return Scalar(("length", id(tables[0].rows)), length_of=tables[0].rows)
    return Scalar()


def span(made: Call) -> Value:
    """``range(...)``: numbers, or the positions of rows."""
    if made.positional:
        start = made.positional[0] if len(made.positional) > 1 else None
        stop = made.positional[1 if start is not None else 0]
        rows = counted(made.reader, start, stop)
        if isinstance(start, Scalar) and rows is not None and isinstance(stop, Scalar) and start.key == stop.key:
            return Listing()
        if rows is not None:
            return Table(rows, Columns(), "index")
    bounds = [value.value for value in made.positional if isinstance(value, Constant) and isinstance(value.value, int)]
    if len(bounds) == len(made.positional) and bounds and 0 not in bounds[2:]:
        numbers = range(*bounds[:3])
        if len(numbers) <= 4:
            return Listing(tuple(Constant(number) for number in numbers))
        if len(numbers) > 1:
            return Listing((Scalar(),), open=True)
    return Listing((Scalar(),), open=True)


def same(made: Call) -> Value:
    """``list(x)``, ``tuple(x)``, ``sorted(x)``, ``tqdm(x)``: the elements of x."""
    value = first(made)
    if not made.positional:
        return Listing((), "list")
    if made.name == "builtins.iter" and isinstance(value, Listing):
        return value if value.kind == "generator" else Listing(value.items, "generator", open=value.open)
    if isinstance(value, Table) and value.kind == "frame":
        return Names(value, value.columns)
    if isinstance(value, Table | Names):
        return value
    values, exact = elements(made.reader, value, made.node)
    return Listing(tuple(values), "list", open=not exact)


def _reversed(made: Call) -> Value:
    """``reversed(x)``: the elements of x from the last to the first."""
    value = same(made)
    if isinstance(value, Listing):
        return Listing(value.items[::-1], value.kind, open=value.open)
    return value.like(order=("reversed", value.order), word="") if isinstance(value, Table) else value


def _sorted(made: Call) -> Value:
    chosen = _by_key(made)
    if chosen is not None:
        return Listing((chosen,), "list", open=True)
    return choosing.ranked(made, first(made)) or same(made)


def _by_key(made: Call) -> Value | None:
    """``max(models, key=f)``: the element of which a function of the program gives the best figure; None if it gives none."""
    key = made.keywords.get("key")
    source = first(made)
    if key is None or not is_own(key) or not isinstance(source, Listing | Mapping) or scores_in(source):
        return None
    values, _ = elements(made.reader, source, made.node)
    figures = [applied(made.reader, key, (value,), made.node) for value in values]
    everything = Listing(tuple(figures))
    if len(values) < 2 or not scores_in(everything):
        return None
    return choosing.best_of(made, everything, choosing.one_of(made.reader, Listing(tuple(values))))


def _extreme(made: Call) -> Value:
    """``max(scores)``, ``min(losses)``: a choice if scores are compared."""
    value = Listing(made.positional) if len(made.positional) > 1 else first(made)
    if isinstance(value, Table):
        return _over_rows(made, value)
    chosen = _by_key(made)
    if chosen is not None:
        return chosen
    against = [rivals(one, two) for one, two in itertools.pairwise(made.positional)]
    if len(made.positional) < 2 or any(against):
        chosen = choosing.extreme(made, value)
        if chosen is not None:
            return chosen
    constants = [item.value for item in value.items if isinstance(item, Constant)] if isinstance(value, Listing) else []
    if isinstance(value, Listing) and constants and len(constants) == len(value.items) and not value.open:
        try:
            return Constant((max if made.name.endswith("max") else min)(constants))
        except TypeError:
            return Scalar()
    return Scalar(learned=learned_by(value), scores=scores_in(value), choices=choices_in(value))


def _over_rows(made: Call, table: Table) -> Value:
    """``max(column)``, ``sum(column)``: a statistic of its rows, if they are rows and not the parts of one."""
    if table.kind in ("series", "array", "tensor") and not table.predictions and table.rows.label != "one row":
        return statistic(made, table, "value")
    return Scalar(learned=learned_by(table), choices=choices_in(table), error=predictions_in(table))


def chosen_by(made: Call, value: Value | None) -> Value | None:
    """``np.argmax(scores)``: a choice among several by their scores; None if none are compared."""
    if isinstance(value, Scalar) and any(score.function.endswith("_curve") for score in value.scores):
        return Scalar() if _is_point(value.key) else _threshold(made, value)
    return choosing.extreme(made, value)


def _is_point(key: Hashable) -> bool:
    """Whether a curve is read where it meets a number that was fixed beforehand: ``precision >= 0.9``, ``abs(cuts)``."""
    if not isinstance(key, tuple) or len(key) < 2:
        return False
    if key[0] in ("function", "cuts"):
        return key[0] == "cuts" or _is_point(key[-1])
    fixed = any(isinstance(part, tuple) and part[:1] == ("constant",) for part in key[1:])
    return key[0] in (">", ">=", "<", "<=") or key[0] == "Sub" and fixed and key[1][:1] != ("constant",)


def _threshold(made: Call, curve: Scalar) -> Value:
    """The point of a curve of scores that is best: a cut-off chosen by the rows that were judged."""
    choice = choosing.decided(made.reader, "threshold", curve.scores, made.node, made.short)
    return Scalar(choices=frozenset((choice,)))


def _sum(made: Call) -> Value:
    value = first(made)
    tables = tables_in(value)
    if tables and tables[0].compared is not None and tables[0].predictions:
        return by_comparison(made.reader, tables[0], "sum of a comparison", made.node)
    mark_summarised(made.reader, value)
    if isinstance(value, Table):
        return _over_rows(made, value)
    return Scalar(
        learned=learned_by(value), scores=scores_in(value), choices=choices_in(value), error=predictions_in(value)
    )


_CONVERSIONS: dict[str, Callable[[float], float]] = {"int": int, "float": float, "abs": abs}


def _number(made: Call) -> Value:
    """``int(x)``, ``float(x)``, ``round(x)``, ``abs(x)``: the same number."""
    value = first(made)
    if (
        isinstance(value, Constant)
        and isinstance(value.value, int | float)
        and made.name.endswith(("int", "float", "abs"))
    ):
        try:
            return Constant(_CONVERSIONS[made.short](value.value))
        except (ValueError, OverflowError):
            return Scalar()
    number = value if isinstance(value, Table | Scalar | Constant) else Scalar()
    return loose(number) if made.short in ("int", "float") else number


def _enumerate(made: Call) -> Value:
    values, exact = elements(made.reader, first(made), made.node)
    pairs = tuple(
        Listing((Constant(number) if exact else Scalar(), value), "tuple") for number, value in enumerate(values)
    )
    return Listing(pairs, "list", open=not exact)


def _zip(made: Call) -> Value:
    columns = [elements(made.reader, value, made.node) for value in made.positional]
    if not columns:
        return Listing()
    exact = all(known for _, known in columns)
    if not all(values for values, _ in columns):
        return Listing()
    length = min(len(values) for values, _ in columns) if exact else 1
    rows = tuple(
        Listing(tuple(values[number if exact else -1] for values, _ in columns), "tuple") for number in range(length)
    )
    return Listing(rows, "list", open=not exact)


def mapped(made: Call) -> Value:
    """``map(f, xs)``: f of each element."""
    if len(made.positional) < 2:
        return Scalar()
    function, source = made.positional[:2]
    values, exact = elements(made.reader, source, made.node)
    others = [elements(made.reader, value, made.node)[0] or [Scalar()] for value in made.positional[2:]]
    found = []
    for number, value in enumerate(values):
        more = tuple(other[min(number, len(other) - 1)] for other in others)
        found.append(applied(made.reader, function, (value, *more), made.node))
    return Listing(tuple(found), "list", open=not exact)


def _filter(made: Call) -> Value:
    source = made.positional[1] if len(made.positional) > 1 else NONE
    values, _ = elements(made.reader, source, made.node)
    return Listing(tuple(values), "list", open=True)


def mapping(made: Call) -> Value:
    """``dict(...)``: a mapping, a list of pairs, or keywords."""
    given = first(made)
    items: dict[object, Value] = {}
    rest: Value | None = None
    if isinstance(given, Mapping):
        items.update(given.items)
        rest = given.rest
    elif isinstance(given, Listing):
        for item in given.items:
            if isinstance(item, Listing) and len(item.items) == 2 and isinstance(item.items[0], Constant):
                items[item.items[0].value] = item.items[1]
            elif isinstance(item, Listing) and len(item.items) == 2:
                rest = item.items[1]
    items.update(made.keywords)
    return Mapping(items, rest)


def show(made: Call) -> Value:
    """``print(...)``: what it shows is told, with the words beside it."""
    said = " ".join(
        str(value.value) for value in made.values if isinstance(value, Constant) and isinstance(value.value, str)
    )
    for value in made.values:
        mark_reported(value, said)
    return NONE


def _open(made: Call) -> Value:
    return Thing("open", None, {"file": first(made)})


def _isinstance(made: Call) -> Value:
    return Scalar()


def _getattr(made: Call) -> Value:
    name = made.positional[1] if len(made.positional) > 1 else None
    if isinstance(name, Constant) and isinstance(name.value, str):
        return attributes.of(made.reader, made.positional[0], name.value, made.node)
    return Scalar()


def _setattr(made: Call) -> Value:
    """``setattr(object, name, value)``; a name that is not known is told apart by the value."""
    owner, name, value = made.positional if len(made.positional) == 3 else (NONE, NONE, NONE)
    if isinstance(owner, Instance):
        known = str(name.value) if isinstance(name, Constant) else f"[{value.serial}]"
        made.reader.store.bind(owner.fields, known, value)
    return NONE


def _next(made: Call) -> Value:
    value = first(made)
    if isinstance(value, FoldPairs):
        value.split.single = True
    values, exact = elements(made.reader, value, made.node)
    if isinstance(value, Listing) and value.kind == "generator" and exact and len(values) > 1:
        made.reader.store.set(value, "items", value.items[1:])
    return values[0] if values else Scalar()


def _slice(made: Call) -> Value:
    """``slice(stop)``, ``slice(start, stop, step)``."""
    given = [value if is_given(value) else None for value in made.positional]
    return Slice(None, *given) if len(given) == 1 else Slice(*given[:3])


def _super(made: Call) -> Value:
    """``super()``: the object or class that the method was called on, seen through the classes after the method's own."""
    reader = made.reader
    function = reader.calls[-1] if reader.calls else None
    owner, receiver = function.owner if function is not None else None, None
    if len(made.positional) == 2 and isinstance(made.positional[0], Class):
        owner, receiver = made.positional[0], made.positional[1]
    elif function is not None:
        parameters = [*function.node.args.posonlyargs, *function.node.args.args]
        receiver = lookup(reader, reader.scope, parameters[0].arg) if parameters else None
    return Parent(receiver, owner) if isinstance(receiver, Instance | Class) else Scalar()


def _type(made: Call) -> Value:
    value = first(made)
    return value.kind if isinstance(value, Instance) and len(made.positional) == 1 else Scalar()


def _print_text(made: Call) -> Value:
    value = first(made)
    return (
        Constant(str(value.value))
        if isinstance(value, Constant) and isinstance(value.value, int | str)
        else text_of(made.values)
    )


_HANDLERS: dict[str, Callable[[Call], Value]] = {
    "len": _length,
    "range": span,
    **dict.fromkeys(("list", "tuple", "set", "iter", "frozenset"), same),
    "reversed": _reversed,
    "sorted": _sorted,
    "max": _extreme,
    "min": _extreme,
    "sum": _sum,
    **dict.fromkeys(("int", "float", "round", "abs"), _number),
    "enumerate": _enumerate,
    "zip": _zip,
    "map": mapped,
    "filter": _filter,
    "dict": mapping,
    "print": show,
    "display": show,
    "isinstance": _isinstance,
    "hasattr": _isinstance,
    "callable": _isinstance,
    "bool": _isinstance,
    "open": _open,
    "getattr": _getattr,
    "setattr": _setattr,
    "next": _next,
    "slice": _slice,
    "super": _super,
    "type": _type,
    "hash": hashing.hashed,
    "str": _print_text,
    "repr": _print_text,
}
