"""Calls: who is called, with what, and which handler carries it out."""

import ast
from collections.abc import Callable

from heldout import libraries
from heldout.columns import Column, Columns
from heldout.events import Draw
from heldout.libraries.conditions import UNKNOWN, draws, learning
from heldout.libraries.seeding import GENERATORS
from heldout.libraries.table import Entry
from heldout.reading import builtin, functions, learners
from heldout.reading.attributes import as_value
from heldout.reading.facts import choices_in, learned_by, mark_reported, predictions_in, scores_in, tables_in
from heldout.reading.reader import Reader
from heldout.reading.values import (
    Bound,
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


class Call:
    """One call as handlers see it.

    name: the callee, in full where it is a library's.  positional, keywords: the arguments' values; nodes: the positional
    arguments as written; open_ended: ``*args`` or ``**kwargs`` may hold more.
    """

    __slots__ = ("entry", "keywords", "name", "node", "nodes", "open_ended", "positional", "reader", "receiver")

    def __init__(self, reader: Reader, node: ast.Call, name: str = "", entry: Entry | None = None) -> None:
        self.reader = reader
        self.node = node
        self.name = name
        self.entry = entry
        self.positional: tuple[Value, ...] = ()
        self.keywords: dict[str, Value] = {}
        self.nodes: tuple[ast.expr, ...] = ()
        self.open_ended = False
        self.receiver: Value | None = None

    def argument(self, name: str, position: int | None = None) -> Value | None:
        """An argument by its name or position, None if it is not written."""
        found = self.keywords.get(name)
        if found is not None:
            return found
        if position is None and self.entry is not None and name in self.entry.parameters:
            position = self.entry.parameters.index(name)
        if position is not None and position < len(self.positional):
            return self.positional[position]
        return None

    def written(self, name: str, position: int | None = None) -> ast.expr | None:
        """The expression of an argument, None if it is not written."""
        for keyword in self.node.keywords:
            if keyword.arg == name:
                return keyword.value
        if position is not None and position < len(self.nodes):
            return self.nodes[position]
        return None

    def literals(self) -> dict[str, object]:
        """The arguments by name, as conditions of the tables want them: literals, or unknown."""
        parameters = self.entry.parameters if self.entry is not None else ()
        found: dict[str, object] = {}
        for name, value in [*zip(parameters, self.positional, strict=False), *self.keywords.items()]:
            found[name] = value.value if isinstance(value, Constant) else UNKNOWN
        return found

    def named(self) -> dict[str, Value]:
        """The arguments by name, the positional ones by the entry's parameters or their number."""
        parameters = self.entry.parameters if self.entry is not None else ()
        found = dict(self.keywords)
        for number, value in enumerate(self.positional):
            found[parameters[number] if number < len(parameters) else str(number)] = value
        return found

    @property
    def learns(self) -> str:
        """The learning kind of the callee for these arguments."""
        return learning(self.entry, self.literals()) if self.entry is not None else "nothing"

    @property
    def short(self) -> str:
        """The last word of the callee's name."""
        return self.name.rpartition(".")[2]

    @property
    def values(self) -> tuple[Value, ...]:
        """All arguments' values."""
        return (*self.positional, *self.keywords.values())


Handler = Callable[[Call], Value]
_EFFECTS: dict[str, Handler] = {}


def handlers() -> dict[str, Handler]:
    """The handler of each effect, loaded when the first library call is met."""
    if not _EFFECTS:
        from heldout.reading import effects

        _EFFECTS.update(effects.HANDLERS)
    return _EFFECTS


def call(reader: Reader, node: ast.Call) -> Value:
    """The value of a call."""
    callee = reader.evaluate(node.func)
    made = Call(reader, node)
    _arguments(reader, node, made)
    return dispatch(callee, made)


def _arguments(reader: Reader, node: ast.Call, made: Call) -> None:
    positional: list[Value] = []
    nodes: list[ast.expr] = []
    for argument in node.args:
        if isinstance(argument, ast.Starred):
            value = reader.evaluate(argument.value)
            if isinstance(value, Listing) and not value.open:
                positional += value.items
                nodes += [argument.value] * len(value.items)
            else:
                positional.append(value)
                nodes.append(argument.value)
                made.open_ended = True
            continue
        positional.append(as_value(reader, reader.evaluate(argument), argument) if not _callable(argument) else reader.evaluate(argument))
        nodes.append(argument)
    for keyword in node.keywords:
        value = reader.evaluate(keyword.value)
        if keyword.arg is None:
            if isinstance(value, Mapping) and value.rest is None:
                made.keywords.update({name: item for name, item in value.items.items() if isinstance(name, str)})
            else:
                made.open_ended = True
                made.keywords.setdefault("**", value)
        else:
            made.keywords[keyword.arg] = value
    made.positional = tuple(positional)
    made.nodes = tuple(nodes)


def _callable(node: ast.expr) -> bool:
    """Whether an argument is most likely a function handed on (``df.apply(np.log)``): keep it as it is."""
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("np", "numpy", "pd", "self")


def dispatch(callee: Value, made: Call) -> Value:
    """Carry out a call to a value."""
    reader = made.reader
    if isinstance(callee, Library):
        return library(reader, callee.qualified, made)
    if isinstance(callee, Bound):
        return bound(reader, callee, made)
    if isinstance(callee, Function):
        return _function(reader, callee, made.positional, made)
    if isinstance(callee, Method):
        return _function(reader, callee.function, (callee.receiver, *made.positional), made)
    if isinstance(callee, Class):
        return _class(reader, callee, made)
    if isinstance(callee, Partial):
        made.positional = callee.positional + made.positional
        made.nodes = (made.node.func,) * len(callee.positional) + made.nodes
        made.keywords = {**callee.keywords, **made.keywords}
        return dispatch(callee.function, made)
    if isinstance(callee, Learner):
        return learners.called(made, callee)
    if isinstance(callee, Instance):
        return _instance(reader, callee, made)
    if isinstance(callee, Table) and callee.learner is not None:
        return learners.called(made, callee.learner)
    if isinstance(callee, Thing) and callee.entry is not None and callee.entry.effect in ("layer", "network", "module"):
        return unknown(reader, made.values, made.node)
    return unknown(reader, made.values, made.node)


def _function(reader: Reader, function: Function, positional: tuple[Value, ...], made: Call) -> Value:
    return functions.call_function(
        reader, function, positional, made.keywords, made.node, open_ended=made.open_ended
    )


def _class(reader: Reader, kind: Class, made: Call) -> Value:
    return functions.instantiate(reader, kind, made.positional, made.keywords, made.node)


def _instance(reader: Reader, instance: Instance, made: Call) -> Value:
    for name in ("__call__",):
        found = functions.call_method(reader, instance, name, made.positional, made.node)
        if found is not None:
            return found
    learner = learners.of_instance(reader, instance)
    if learner is not None:
        return learners.called(made, learner)
    return unknown(reader, made.values, made.node)


def library(reader: Reader, qualified: str, made: Call) -> Value:
    """A call to a class or function of a library."""
    root, _, rest = qualified.partition(".")
    made.name = qualified
    if root == "builtins":
        return builtin.call(made, rest)
    entry = libraries.entry(qualified)
    if entry is None:
        return _unlisted(reader, made)
    made.entry = entry
    handler = handlers().get(entry.effect)
    return handler(made) if handler is not None else unknown(reader, made.values, made.node)


def _unlisted(reader: Reader, made: Call) -> Value:
    """A library call that no table lists: perhaps a class's method, else unknown."""
    special = builtin.SPECIAL.get(made.name)
    if special is not None:
        return special(made)
    if made.name.endswith(".from_pretrained"):
        return learners.pretrained(made)
    if made.name.startswith("."):
        made.name = made.name.lstrip(".")
    for value in made.values:
        mark_reported(value)
    return unknown(reader, made.values, made.node)


def bound(reader: Reader, callee: Bound, made: Call) -> Value:
    """A method call on a value."""
    receiver = callee.receiver
    made.receiver = receiver
    made.name = callee.name
    if isinstance(receiver, Bound):
        receiver = made.receiver = accessor(reader, receiver, made)
    if isinstance(receiver, Instance):
        if callee.name in ("fit_transform", "fit_predict"):
            functions.call_method(reader, receiver, "fit", made.positional, made.node)
            rest = made.positional[:1]
            found = functions.call_method(reader, receiver, callee.name.removeprefix("fit_"), rest, made.node)
            if found is not None:
                return found
        learner = learners.of_instance(reader, receiver)
        if learner is not None:
            return learners.method(made, learner, callee.name)
        return unknown(reader, (*made.values,), made.node)
    from heldout.reading import methods

    return methods.call(made, receiver, callee.name)


def accessor(reader: Reader, receiver: Bound, made: Call) -> Value:
    """``table.str.lower()``: the table behind the accessor, or the column behind a dot."""
    return as_value(reader, receiver, made.node)


def unknown(reader: Reader, values: tuple[Value, ...], node: ast.AST) -> Value:
    """What a call of which nothing is known gives.

    One table among the arguments: most likely the same rows.  Several: rows of its own.  None: a scalar.  What the
    arguments carry, the result carries.
    """
    tables: list[Table] = []
    for value in values:
        for table in tables_in(value):
            if all(table is not known for known in tables):
                tables.append(table)
    learned = frozenset().union(*(learned_by(value) for value in values)) if values else frozenset()
    choices = frozenset().union(*(choices_in(value) for value in values)) if values else frozenset()
    error = tuple(dict.fromkeys(prediction for value in values for prediction in predictions_in(value)))
    if not tables:
        scores = frozenset().union(*(scores_in(value) for value in values)) if values else frozenset()
        return Scalar(learned=learned, scores=scores, choices=choices, error=error)
    columns = Columns(rest=Column(learned=learned), vague=True)
    rows = tables[0].rows
    if any(table.rows is not rows for table in tables):
        rows = reader.fresh("result", node).rows
    return Table(rows, columns, weak=True, predictions=error, choices=choices)


def note_draw(made: Call, *, argument: str | None = None) -> None:
    """Emit the unseeded draw that a function call makes, if it makes one."""
    draw = unseeded(made, argument=argument)
    if draw is not None:
        made.reader.emit(draw, made.node)


def unseeded(made: Call, *, argument: str | None = None) -> Draw | None:
    """The draw that a call makes without a seed, None if it is seeded or draws nothing."""
    entry = made.entry
    if entry is None or made.open_ended or not draws(entry, made.literals()):
        return None
    name = argument or entry.seeded_by
    given = made.argument(name)
    if given is not None and not (isinstance(given, Constant) and given.value is None):
        return None
    root = made.name.partition(".")[0]
    end = made.node
    closing = made.reader.place(end)
    generator = GENERATORS.get(root, "numpy")
    has_arguments = bool(made.node.args or made.node.keywords)
    return Draw(made.name, generator, name, closing, has_arguments)
