"""One call as handlers see it, what an unknown call gives, and the random draws that a call makes."""

import ast
from collections.abc import Hashable

from heldout.columns import Column, Columns
from heldout.events import calls
from heldout.events.calls import UNKNOWN
from heldout.events.generators import Draw
from heldout.finding import Place
from heldout.libraries.conditions import draws, learning
from heldout.libraries.seeding import GENERATORS
from heldout.libraries.table import Entry
from heldout.reading.facts import choices_in, learned_by, predictions_in, scores_in, tables_in, word_of
from heldout.reading.reader import Reader
from heldout.reading.values import (
    Constant,
    Listing,
    Scalar,
    Table,
    Value,
)


class Call:
    """One call as handlers see it.

    name: the callee, in full where it is a library's.  positional, keywords: the arguments' values; nodes: the positional
    arguments as written; open_ended: ``*args`` or ``**kwargs`` may hold more.  told: what rules are told of it.
    """

    __slots__ = ("entry", "keywords", "name", "node", "nodes", "open_ended", "positional", "reader", "receiver", "told")

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
        self.told: calls.Call | None = None

    def argument(self, name: str, position: int | None = None) -> Value | None:
        """An argument by its name or position, None if it is not written."""
        found = self.keywords.get(name)
        if found is not None:
            return found
        position = self._position(name) if position is None else position
        if position is not None and position < len(self.positional):
            return self.positional[position]
        return None

    def written(self, name: str, position: int | None = None) -> ast.expr | None:
        """The expression of an argument by its name or position, None if it is not written."""
        for keyword in self.node.keywords:
            if keyword.arg == name:
                return keyword.value
        position = self._position(name) if position is None else position
        if position is not None and position < len(self.nodes):
            return self.nodes[position]
        return None

    def _position(self, name: str) -> int | None:
        """Where the callee takes the argument of a name, None if its table does not say."""
        parameters = self.entry.parameters if self.entry is not None else ()
        return parameters.index(name) if name in parameters else None

    @property
    def first(self) -> Value | None:
        """The first argument, whether it is written by position or by name; None if there is none."""
        return next(iter(self.values), None)

    @property
    def last_argument(self) -> Place | None:
        """Where the argument that is written last stands, None of a call without arguments."""
        arguments: list[ast.AST] = [*self.node.args, *self.node.keywords]
        last = max(arguments, key=lambda node: (node.end_lineno, node.end_col_offset), default=None)  # type: ignore[attr-defined]
        return self.reader.place(last) if last is not None else None

    @property
    def attribute_place(self) -> Place | None:
        """Where the last word of the callee stands, None if it is a name by itself."""
        function = self.node.func
        if not isinstance(function, ast.Attribute) or function.end_lineno is None or function.end_col_offset is None:
            return None
        start = function.end_col_offset - len(function.attr.encode())
        return Place(self.reader.path, function.end_lineno, start, function.end_lineno, function.end_col_offset)

    @property
    def receiver_word(self) -> str:
        """What the program calls the object whose method is called, empty if it has no name for it."""
        return word_of(getattr(self.node.func, "value", None))

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
    def site(self) -> tuple[Hashable, ...]:
        """Where the call stands, as a key."""
        return self.reader.site(self.node)

    @property
    def short(self) -> str:
        """The last word of the callee's name."""
        return self.name.rpartition(".")[2]

    @property
    def values(self) -> tuple[Value, ...]:
        """All arguments' values."""
        return (*self.positional, *self.keywords.values())


def carried(values: tuple[Value, ...]) -> Scalar:
    """Something without rows that carries what several values carry."""
    everything = Listing(values)
    return Scalar(
        learned=learned_by(everything),
        scores=scores_in(everything),
        choices=choices_in(everything),
        error=predictions_in(everything),
    )


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
    found = carried(values)
    if not tables:
        return found
    learned, choices, error = found.learned, found.choices, found.error
    columns = Columns(rest=Column(learned=learned), vague=True)
    rows = tables[0].rows
    if any(table.rows is not rows for table in tables):
        rows = reader.fresh("result", node).rows
    return Table(rows, columns, weak=True, predictions=error, choices=choices)


def is_given(value: Value | None) -> bool:
    """Whether an argument is written, and not as ``None``."""
    return value is not None and not (isinstance(value, Constant) and value.value is None)


def is_on(value: Value | None) -> bool:
    """Whether an option is written and asks for what it is named after, or may do so."""
    return value is not None and not (isinstance(value, Constant) and not value.value)


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
    if is_given(given):
        return None
    root = made.name.partition(".")[0]
    generator = GENERATORS.get(root, "numpy")
    draw = Draw(made.name, generator, name, made.last_argument)
    none = made.written(name)
    draw.given_none = made.reader.place(none) if none is not None else None
    return draw
