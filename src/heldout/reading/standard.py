"""Functions of the standard library, and of a few others, that hand values and functions on."""

import ast
from collections.abc import Callable

from heldout.reading import chance, choosing, paths
from heldout.reading.builtin import first, mapped, mapping, same, show, span
from heldout.reading.call import Call, carried
from heldout.reading.callbacks import applied, is_own
from heldout.reading.estimators import copied
from heldout.reading.joining import stacked
from heldout.reading.leaving import saved
from heldout.reading.objects import field_names, items_of
from heldout.reading.scopes import Scope
from heldout.reading.sequences import elements, names_in
from heldout.reading.settings import Setting, made_of
from heldout.reading.values import (
    NONE,
    Class,
    Constant,
    Function,
    Instance,
    Learner,
    Library,
    Listing,
    Mapping,
    Method,
    Partial,
    Scalar,
    Table,
    Thing,
    Value,
)
from heldout.reading.weights import State, in_own_tensors

#: Methods of pools and executors that call the function that they are given.
POOLED = frozenset(
    "map imap imap_unordered map_async starmap starmap_async submit apply apply_async enter_context".split()
)


def pooled(made: Call, name: str) -> Value:
    """``pool.map(f, xs)``, ``executor.submit(f, x)``."""
    function, *given = made.positional
    if name.startswith("starmap"):
        rows, exact = elements(made.reader, given[0], made.node) if given else ([], True)
        found = [
            applied(made.reader, function, tuple(elements(made.reader, row, made.node)[0]), made.node) for row in rows
        ]
        return Listing(tuple(found), "list", open=not exact)
    if name.startswith(("map", "imap")):
        return mapped(made)
    if name.startswith("apply") and given:
        given = elements(made.reader, given[0], made.node)[0]
    keywords = {} if name.startswith("apply") else made.keywords
    return applied(made.reader, function, tuple(given), made.node, keywords)


def _partial(made: Call) -> Value:
    if not made.positional:
        return Scalar()
    found = Partial(made.positional[0], made.positional[1:], dict(made.keywords))
    found.method = made.short == "partialmethod"
    return found


def _reduce(made: Call) -> Value:
    """``reduce(f, xs)``: f of what came so far and the next."""
    if len(made.positional) < 2:
        return Scalar()
    values, exact = elements(made.reader, made.positional[1], made.node)
    values = [*made.positional[2:], *values]
    values = values if exact or len(values) > 1 else values * 2
    result = values[0] if values else NONE
    for value in values[1:]:
        result = applied(made.reader, made.positional[0], (result, value), made.node)
    return result


def _copied(made: Call) -> Value:
    value = first(made)
    if made.reader.keeping:
        saved(made, made.short, (value,))
    if made.short == "deepcopy":
        value = in_own_tensors(value)
    if isinstance(value, State):
        return value
    if isinstance(value, Learner):
        made_copy = copied(value)
        made_copy.fits = value.fits
        return made_copy
    if isinstance(value, Table):
        return value.like()
    if isinstance(value, Listing):
        return Listing(value.items, value.kind, open=value.open)
    if isinstance(value, Mapping):
        return Mapping(dict(value.items), value.rest)
    if isinstance(value, Instance):
        twin = Instance(value.kind)
        twin.fields.update(value.fields)
        twin.learner = copied(value.learner) if value.learner is not None else None
        return twin
    return value


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


def _product(made: Call) -> Value:
    """``product(a, b)``: some pairs, which stand for all."""
    columns = [elements(made.reader, value, made.node)[0] for value in made.positional]
    if not all(columns):
        return Listing()
    pairs = [tuple(values[0] for values in columns), tuple(values[-1] for values in columns)]
    return Listing(tuple(Listing(pair, "tuple") for pair in pairs), "list", open=True)


def _field(made: Call) -> Value:
    return Thing(made.name, None, made.named())


def _replaced(made: Call) -> Value:
    """``dataclasses.replace(x, a=1)``: another object with some fields changed."""
    value = first(made)
    if not isinstance(value, Instance):
        return value
    twin = Instance(value.kind)
    twin.fields.update({**value.fields, **made.keywords})
    return twin


def _fields(made: Call) -> Value:
    """``asdict(x)``, ``vars(x)``, ``astuple(x)``: the fields of an object."""
    value = first(made)
    if isinstance(value, Setting | Mapping):
        return value
    if not isinstance(value, Instance):
        return Scalar()
    if made.short == "astuple":
        return Listing(tuple(items_of(value) or value.fields.values()), "tuple")
    own = {name: found for name in field_names(value.kind) if (found := value.kind.lookup(name)) is not None}
    return Mapping({**own, **value.fields})


def _namespace(made: Call) -> Value:
    """``SimpleNamespace(a=1)``, ``OmegaConf.create({...})``: a mapping whose keys are attributes as well."""
    value = first(made) if made.positional else NONE
    if isinstance(value, Mapping):
        return Mapping({**value.items, **made.keywords}, value.rest)
    if made.positional:
        return value if isinstance(value, Setting) else Setting(("setting", "namespace", value.serial))
    return Mapping(dict(made.keywords))


def _named_tuple(made: Call) -> Value:
    """``namedtuple("Parts", "train test")``."""
    names = names_in(made.positional[1]) if len(made.positional) > 1 else None
    if names is None:
        return Scalar()
    words = [word for name in names for word in str(name).replace(",", " ").split()]
    body: list[ast.stmt] = [ast.AnnAssign(ast.Name(word), ast.Constant(None), None, 1) for word in words]
    node = ast.copy_location(ast.ClassDef("namedtuple", [], [], body, []), made.node)
    return Class(node, Scope(made.reader.scope), (Library("typing.NamedTuple"),))


def _from_command_line(made: Call) -> Value:
    """``typer.run(main)``, ``fire.Fire(main)``: a function that is called with what the command line says."""
    value = first(made)
    function = value.function if isinstance(value, Method) else value
    if isinstance(function, Function):
        function.traits |= {"configured"}
    return applied(made.reader, value, (), made.node) if is_own(value) else NONE


def _entered(made: Call) -> Value:
    return first(made) if made.positional else NONE


def _setting(made: Call) -> Value:
    """Something read from a file, the environment or a command line: the same for the same arguments."""
    found = made_of(made.name, made.values)
    if found is not None:
        return found
    if all(isinstance(value, Constant) for value in made.values):
        return Setting(
            ("setting", made.name, *(repr(value.value) for value in made.values if isinstance(value, Constant)))
        )
    return Setting(("setting", made.name, *made.site, carried(made.values).key))


def _parallel(made: Call) -> Value:
    """``Parallel(n_jobs=2)``, which is called with the results: a list of them."""
    return Library("builtins.list")


#: The handler of each word of `heldout.libraries.standard`.
HANDLERS: dict[str, Callable[[Call], Value]] = {
    "partial": _partial,
    "reduce": _reduce,
    "copy": _copied,
    "same": same,
    "range": span,
    "chain": _chained,
    "product": _product,
    "starmap": lambda made: pooled(made, "starmap"),
    "dict": mapping,
    "default dict": lambda made: Mapping({}, None),
    "named tuple": _named_tuple,
    "show": show,
    "field": _field,
    "replace": _replaced,
    "fields": _fields,
    "namespace": _namespace,
    "setting": _setting,
    "command line": _from_command_line,
    "first": _entered,
    "parallel": _parallel,
    "best first": _ranked_first,
    "search path": _search_path,
    "unknown": lambda made: Scalar(),
    "path": paths.joined,
    "chance": chance.drawn,
}
