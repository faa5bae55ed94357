"""A few functions of the standard library, and kin of them, that hand values on."""

from collections.abc import Callable

from heldout.reading import choosing
from heldout.reading.builtin import first, mapping, same, show
from heldout.reading.call import Call
from heldout.reading.estimators import copied
from heldout.reading.joining import stacked
from heldout.reading.sequences import elements
from heldout.reading.values import NONE, Constant, Learner, Listing, Mapping, Partial, Scalar, Table, Value


def _chained(made: Call) -> Value:
    """``chain(a, b)``, ``chain.from_iterable(several)``: the elements of all, one after the other."""
    several = made.positional
    if made.short == "from_iterable":
        several = tuple(elements(made.reader, first(made), made.node)[0])
    tables = [value for value in several if isinstance(value, Table)]
    if tables:
        return stacked(made, tables, beside=False)
    found = [elements(made.reader, value, made.node) for value in several]
    items = tuple(value for values, _ in found for value in values)
    return Listing(items, "list", open=made.open_ended or not all(exact for _, exact in found))


def _partial(made: Call) -> Value:
    if not made.positional:
        return Scalar()
    return Partial(made.positional[0], made.positional[1:], dict(made.keywords))


def _deepcopy(made: Call) -> Value:
    value = first(made)
    if isinstance(value, Learner):
        made_copy = copied(value)
        made_copy.fits = value.fits
        return made_copy
    if isinstance(value, Table):
        return value.like()
    if isinstance(value, Listing):
        return Listing(value.items, value.kind, open=value.open)
    return value


def _ranked_first(made: Call) -> Value:
    """``heapq.nlargest(n, results)``: the best few of them, in order."""
    given = made.positional[1] if len(made.positional) > 1 else NONE
    return choosing.ranked(made, given) or Listing(open=True)


def _search_path(made: Call) -> Value:
    """``sys.path.append(folder)``: modules of the project are looked for there, too."""
    folder = made.positional[-1] if made.positional else None
    if made.reader.project is not None and isinstance(folder, Constant) and isinstance(folder.value, str):
        made.reader.project.finder.add_folder(folder.value)
    return NONE


SPECIAL: dict[str, Callable[[Call], Value]] = {
    "sys.path.append": _search_path,
    "sys.path.insert": _search_path,
    "functools.partial": _partial,
    "copy.deepcopy": _deepcopy,
    "copy.copy": _deepcopy,
    "heapq.nlargest": _ranked_first,
    "heapq.nsmallest": _ranked_first,
    "operator.itemgetter": lambda made: Scalar(),
    "tqdm.tqdm": same,
    "tqdm.notebook.tqdm": same,
    "tqdm.auto.tqdm": same,
    "tqdm.tqdm_notebook": same,
    "tqdm": same,
    "itertools.chain": _chained,
    "itertools.chain.from_iterable": _chained,
    "collections.OrderedDict": mapping,
    "collections.defaultdict": lambda made: Mapping({}, None),
    "IPython.display.display": show,
    "collections.deque": same,
}
