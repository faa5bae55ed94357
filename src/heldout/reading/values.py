"""The abstract values that the reader computes with.

Immutable ones (constants, scalars, references) are shared freely.  Heap objects (tables, lists, mappings, learners,
instances) have identity, so that an alias sees what happens in place; they are changed only through the store.
"""

import ast
import itertools
from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from heldout.columns import NOTHING, SOME, Column, Columns
from heldout.events import Choose, Data, Event, Fit, Score, Split
from heldout.events.generators import Draw
from heldout.events.images import UNSEEN
from heldout.finding import Place
from heldout.naming import is_time
from heldout.rows import Rows

if TYPE_CHECKING:
    from heldout.libraries.table import Entry
    from heldout.reading.predictions import Prediction
    from heldout.reading.scopes import Scope
    from heldout.reading.weights import Weights

#: Tells values apart.
_COUNTER = itertools.count()
_LONGEST_LINEAGE = 64
NO_SCORES: frozenset[Score] = frozenset()
NO_CHOICES: frozenset[Choose] = frozenset()


class Value:
    """Anything that an expression can give."""

    __slots__ = ("_serial",)

    @property
    def serial(self) -> int:
        """A number that no other value ever has: unlike `id`, it is not given again when this one is gone."""
        try:
            return self._serial
        except AttributeError:
            self._serial: int = next(_COUNTER)
            return self._serial


class Constant(Value):
    """A Python literal: number, string, bool, None, bytes, Ellipsis."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


NONE = Constant(None)
TRUE = Constant(True)
FALSE = Constant(False)


class Scalar(Value):
    """A value without rows that is not known: a number, a statistic, a figure, a name, an option.

    key: equal for two scalars that are the same number.  learned: what was learned from rows to get it; scores, choices:
    the figures and choices that it comes from.  length_of: the rows that it counts.  rivals: for a comparison of figures,
    those, so that what is done where it holds is chosen by them.  measure: ``mean`` of a batch, ``means`` (a sum of
    them), number of ``batches`` or ``rows``; empty if nothing of that is known.
    """

    __slots__ = ("choices", "error", "key", "learned", "length_of", "measure", "rivals", "scores", "text")

    def __init__(
        self,
        key: Hashable = None,
        *,
        learned: frozenset[Event] = NOTHING,
        scores: frozenset[Score] = NO_SCORES,
        choices: frozenset[Choose] = NO_CHOICES,
        length_of: Rows | None = None,
        error: "tuple[Prediction, ...]" = (),
        text: bool = False,
        rivals: frozenset[Score] = NO_SCORES,
    ) -> None:
        self.key = key if key is not None else ("value", next(_COUNTER))
        self.rivals = rivals
        self.measure = ""
        self.learned = learned
        self.scores = scores
        self.choices = choices
        self.length_of = length_of
        self.error = error
        self.text = text


class Table(Value):
    """A value that holds rows: frame, series, array, tensor, index of positions, labels, list of texts, or unknown.

    order: identity of the order of its rows (None: as loaded).  predicate: if it is a condition on rows, which.
    predictions: the predictions that it carries.  compared: predictions compared with this truth, so that a mean of it is
    a score.  weak: something unknown lies on the way.  learner: for an unknown value, the learner it turned out to be.
    fields: of a data set made of tensors, what is known of each.
    """

    __slots__ = (
        "choices",
        "columns",
        "compared",
        "fields",
        "images",
        "kind",
        "learner",
        "names",
        "order",
        "predicate",
        "predictions",
        "rows",
        "sorted_by",
        "weak",
        "word",
    )

    def __init__(
        self,
        rows: Rows,
        columns: Columns = SOME,
        kind: str = "unknown",
        *,
        weak: bool = False,
        order: Hashable = None,
        predicate: Hashable = None,
        predictions: "tuple[Prediction, ...]" = (),
        compared: "Data | None" = None,
        sorted_by: str = "",
        word: str = "",
        choices: frozenset[Choose] = NO_CHOICES,
    ) -> None:
        self.rows = rows
        self.columns = columns
        self.kind = kind
        self.weak = weak
        self.order = order
        self.predicate = predicate
        self.predictions = predictions
        self.compared = compared
        self.sorted_by = sorted_by
        self.word = word
        self.choices = choices
        self.learner: Learner | None = None
        self.fields: tuple[Any, ...] = ()
        self.images = UNSEEN

    def like(self, **changes: Any) -> "Table":
        """A new table that differs from this one in some attributes."""
        made = Table(
            self.rows,
            self.columns,
            self.kind,
            weak=self.weak,
            order=self.order,
            predicate=self.predicate,
            predictions=self.predictions,
            compared=self.compared,
            sorted_by=self.sorted_by,
            word=self.word,
            choices=self.choices,
        )
        made.fields = self.fields
        made.images = self.images
        for attribute, value in changes.items():
            setattr(made, attribute, value)
        if self.predictions and made.rows is not self.rows and made.rows.within(self.rows):
            made.predictions = tuple(one.of(self.rows, made.rows) for one in made.predictions)
        return made

    @property
    def column(self) -> Column:
        """All columns as one; for a series, its column."""
        return self.columns.everything()

    def data(self, name: str = "") -> Data:
        """The snapshot that events keep."""
        made = Data(self.rows, self.columns, name or self.word, weak=self.weak)
        made.in_time = bool(self.sorted_by) and is_time(self.sorted_by)
        made.order = self.order
        made.pixels = self.images.of(self.columns)
        made.sorted_by = self.sorted_by
        return made


class Slice(Value):
    """``slice(start, stop, step)``, kept in a variable; None for what is not given."""

    __slots__ = ("start", "step", "stop")

    def __init__(self, start: Value | None = None, stop: Value | None = None, step: Value | None = None) -> None:
        self.start = start
        self.stop = stop
        self.step = step


class Names(Value):
    """A list of column names that is known only as "the columns of that table": ``df.columns`` and what is made of it."""

    __slots__ = ("columns", "learned", "table")

    def __init__(self, table: Table | None, columns: Columns, learned: frozenset[Event] = NOTHING) -> None:
        self.table = table
        self.columns = columns
        self.learned = learned


class NameOf(Value):
    """One column name, any of those of some columns: the variable of a loop over ``df.columns``."""

    __slots__ = ("names",)

    def __init__(self, names: Names) -> None:
        self.names = names


class Listing(Value):
    """A list, tuple or set.  open: more elements like those in `items` may be there.  split: the split it is the result of."""

    __slots__ = ("items", "kind", "open", "split")

    def __init__(self, items: tuple[Value, ...] = (), kind: str = "list", *, open: bool = False) -> None:  # noqa: A002 - the word for it
        self.items = items
        self.kind = kind
        self.open = open
        self.split: Split | None = None


class Mapping(Value):
    """A dict.  items: by constant key; rest: what keys that are not known hold, None if nothing."""

    __slots__ = ("items", "rest")

    def __init__(self, items: dict[Any, Value] | None = None, rest: Value | None = None) -> None:
        self.items: dict[Any, Value] = items or {}
        self.rest = rest


class Learner(Value):
    """An estimator: what it is, how it was made, and what it has been fitted on.

    fits: the fit events whose result it carries now.  steps: the members of a pipeline or union, with the columns they
    are given (None: all).  inner: the estimator that a wrapper or search is around.  draw: the unseeded draw that its next
    fit makes, with the place where it was constructed.  searched: the choice of its last fit, if it is a search.
    weights: what becomes of a torch network's, None for anything else.  layers: what a sequential network is made of.
    """

    __slots__ = (
        "arguments",
        "choices",
        "draw",
        "entry",
        "fits",
        "inner",
        "layers",
        "learns",
        "name",
        "searched",
        "steps",
        "weights",
        "written",
    )

    def __init__(self, name: str, entry: "Entry", arguments: "dict[str, Value] | None" = None) -> None:
        self.name = name
        self.entry = entry
        self.arguments: dict[str, Value] = arguments or {}
        self.fits: tuple[Fit, ...] = ()
        self.steps: tuple[tuple[str, Value, Value | None], ...] = ()
        self.inner: Learner | None = None
        self.learns = entry.learns
        self.choices: frozenset[Choose] = NO_CHOICES
        self.written = ""
        self.searched: Choose | None = None
        self.draw: tuple[Draw, Place] | None = None
        self.weights: Weights | None = None
        self.layers: Value | None = None

    @property
    def role(self) -> str:
        """transformer, predictor, search, clusterer, detector, sampler or unknown."""
        return self.entry.effect


class History(Value):
    """What a network's fit gives back: the curves of its training."""

    __slots__ = ("fit", "learner")

    def __init__(self, learner: Learner, fit: Fit) -> None:
        self.learner = learner
        self.fit = fit


class Splitter(Value):
    """An object whose split() yields index pairs; length_of: the rows it was built for, in old code."""

    __slots__ = ("arguments", "entry", "name", "rows")

    def __init__(self, name: str, entry: "Entry", arguments: dict[str, Value], rows: Rows | None = None) -> None:
        self.name = name
        self.entry = entry
        self.arguments = arguments
        self.rows = rows


class FoldPairs(Value):
    """What a splitter's split() yields: pairs of row positions, train and test."""

    __slots__ = ("split", "test", "train")

    def __init__(self, split: Split, train: Table, test: Table) -> None:
        self.split = split
        self.train = train
        self.test = test


class Library(Value):
    """A module, class or function of a library, by its qualified name.

    imported: where the statement stands that brings nothing else, and what it names.
    """

    __slots__ = ("imported", "qualified")

    def __init__(self, qualified: str, imported: tuple[Place, str] | None = None) -> None:
        self.qualified = qualified
        self.imported = imported


class Thing(Value):
    """An object of a library class that holds no rows: a callback, optimizer, generator; held: what it was made of."""

    __slots__ = ("arguments", "entry", "held", "name")

    def __init__(self, name: str, entry: "Entry | None", arguments: dict[str, Value]) -> None:
        self.name = name
        self.entry = entry
        self.arguments = arguments


class Bound(Value):
    """An attribute of a value, most often about to be called: ``df.dropna``; part: what it is if it is not called."""

    __slots__ = ("name", "part", "receiver")

    def __init__(self, receiver: Value, name: str, part: "Table | None" = None) -> None:
        self.receiver = receiver
        self.name = name
        self.part = part


class Function(Value):
    """A function of the program (or a lambda), with the scope in which it was defined.

    traits: what its decorators make of it: ``static``, ``class``, ``manages`` (a context manager), ``configured`` (its
    arguments come from the command line), ``wrapped`` (a decorator of the program keeps it).  last: what it gave last.
    """

    __slots__ = ("calls", "defaults", "last", "node", "owner", "scope", "traits")

    def __init__(
        self,
        node: "ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda",
        scope: "Scope",
        defaults: dict[str, Value],
        owner: "Class | None" = None,
    ) -> None:
        self.node = node
        self.scope = scope
        self.defaults = defaults
        self.owner = owner
        self.calls = 0
        self.traits: frozenset[str] = frozenset()
        self.last: Value | None = None

    @property
    def name(self) -> str:
        """The function's name, ``<lambda>`` for a lambda."""
        return getattr(self.node, "name", "<lambda>")

    @property
    def qualified(self) -> str:
        """The dotted name with module and class."""
        owner = f"{self.owner.node.name}." if self.owner is not None else ""
        return f"{self.scope.module.name}.{owner}{self.name}"


class Method(Value):
    """A function of the program bound to its first argument."""

    __slots__ = ("function", "receiver")

    def __init__(self, function: Function, receiver: Value) -> None:
        self.function = function
        self.receiver = receiver


class Partial(Value):
    """``functools.partial``: a callable with some arguments given; method: it takes the object that it is found on first."""

    __slots__ = ("function", "keywords", "method", "positional")

    def __init__(self, function: Value, positional: tuple[Value, ...], keywords: dict[str, Value]) -> None:
        self.function = function
        self.positional = positional
        self.keywords = keywords
        self.method = False


class Class(Value):
    """A class of the program.

    lineage: it and those of the program that it descends from, in the order in which attributes are looked up.
    """

    __slots__ = ("bases", "fields", "lineage", "node", "scope")

    def __init__(self, node: ast.ClassDef, scope: "Scope", bases: tuple[Value, ...]) -> None:
        self.node = node
        self.scope = scope
        self.bases = bases
        self.fields: dict[str, Value] = {}
        found = [self, *(kind for base in bases if isinstance(base, Class) for kind in base.lineage)]
        self.lineage: tuple[Class, ...] = tuple(reversed(dict.fromkeys(reversed(found))))[:_LONGEST_LINEAGE]

    def lookup(self, name: str) -> Value | None:
        """An attribute of the class or of its bases in the program."""
        return next((kind.fields[name] for kind in self.lineage if name in kind.fields), None)

    def library_bases(self) -> "list[str]":
        """Qualified names of the library classes that it descends from."""
        return [base.qualified for kind in self.lineage for base in kind.bases if isinstance(base, Library)]


class Instance(Value):
    """An object of a class of the program."""

    __slots__ = ("fields", "kind", "learner")

    def __init__(self, kind: Class) -> None:
        self.kind = kind
        self.fields: dict[str, Value] = {}
        self.learner: Learner | None = None
