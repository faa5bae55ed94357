"""The state of one reading, and what every part of the reader needs of it."""

import ast
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any

from heldout.columns import Columns
from heldout.events import Event, Score, Split
from heldout.events.calls import Call, Switch
from heldout.events.generators import Seed
from heldout.events.losses import Activation
from heldout.events.records import Log
from heldout.finding import Place
from heldout.libraries.roles import NO_ROLES, Roles
from heldout.reading.generators import Generators
from heldout.reading.scopes import Scope
from heldout.reading.store import Store
from heldout.reading.values import Function, Instance, Learner, Table, Value
from heldout.reading.varying import Varying
from heldout.rows import RowSpace
from heldout.trace import Trace

if TYPE_CHECKING:
    from heldout.reading.project import Project
    from heldout.reading.unordered import Mark

Evaluate = Callable[["Reader", ast.expr], Value]
Run = Callable[["Reader", Sequence[ast.stmt]], int]
_DIFFERENTIATES = frozenset({"torch", "tensorflow", "keras", "tf_keras", "jax"})
_MOST_EVENTS = 40_000
_DEEPEST_CALL = 12
_MOST_YIELDS = 64


class Running:
    """One call of a function of the program while it runs.

    returns, yields: what it has given so far; exact: every yield so far happens, once and in this order.  around: for a
    context manager, what runs at its yield.
    """

    __slots__ = ("around", "depth", "exact", "loops", "returns", "yields")

    def __init__(self, reader: "Reader", around: Callable[[Value], object] | None = None) -> None:
        self.returns: list[Value] = []
        self.yields: list[Value] = []
        self.exact = True
        self.around = around
        self.loops = reader.loops
        self.depth = reader.store.depth

    def give(self, reader: "Reader", values: Sequence[Value], *, exact: bool = True) -> None:
        """Note what is yielded here."""
        certain = exact and reader.loops == self.loops and reader.store.depth == self.depth
        self.exact = self.exact and certain
        self.yields += values[: max(0, _MOST_YIELDS - len(self.yields))]
        self.exact = self.exact and len(self.yields) < _MOST_YIELDS


class Reader:
    """One abstract run of a program.

    evaluate, run: the reader of one expression and of one block, given from outside so that the parts of the reader need
    not import one another in a circle.
    reports: what running objectives have handed to their tuners, the innermost last.
    splits: the latest split of each origin so far.
    varying: what the running loops change, the innermost last.
    looked_into: the frame whose columns expressions of polars name just now.
    gradients: whether gradients are computed, as the set of what may hold: ``on``, ``off``.
    keeping: in how many conditions it stands that hold where a figure is better than the best one so far.
    every: the divisor of the condition on a remainder that just holds, in the program's words, and in how many loops and turns
    that condition stands.
    pending: the networks that have gradients which no step has used; stepped: those whose gradients some step has used;
    propagated: how many losses were propagated back.
    budget: how many more statements may be run; past it calls are not followed and values become unknown.  reserve: what
    is kept of it for functions that have not been called often.
    project: the project's own modules, None if imports of them are not followed.  roles: what the project says its own
    functions mean.  from_imports: how many events come from modules while they were imported.
    makers: the calls of libraries that made the values of some serial numbers.  wired: what layers or networks, called on
    what, gave such values.  chances: for each number from the clock or the system the seeds planted with it, and None where
    it was handed on.  unordered: the values, by serial number, that come in an order that nobody fixed; iterated: the order
    of what the last comprehension went through, if it is such a one.
    activations: what the last operations made of values where that is certain; forwards: the same of what modules of the
    program's own give.  asked: the last call of a method of numbers, their value, and what made them.
    shown: the statements whose values a notebook shows, by the identity of their expressions.
    """

    __slots__ = (
        "activations",
        "asked",
        "budget",
        "calls",
        "chances",
        "evaluate",
        "every",
        "exhausted",
        "forwards",
        "from_imports",
        "functions",
        "generators",
        "gradients",
        "keeping",
        "looked_into",
        "loops",
        "made",
        "makers",
        "iterated",
        "module",
        "objects",
        "pending",
        "project",
        "propagated",
        "reports",
        "reserve",
        "roles",
        "run",
        "running",
        "saved",
        "scope",
        "shown",
        "space",
        "splits",
        "stepped",
        "store",
        "trace",
        "turns",
        "unordered",
        "varying",
        "wired",
    )

    def __init__(
        self,
        path: str,
        statements: int,
        evaluate: Evaluate,
        run: Run,
        project: "Project | None" = None,
        roles: Roles = NO_ROLES,
    ) -> None:
        self.evaluate: Callable[[ast.expr], Value] = lambda node: evaluate(self, node)
        self.run: Callable[[Sequence[ast.stmt]], int] = lambda block: run(self, block)
        self.trace = Trace(path)
        self.store = Store()
        self.space = RowSpace()
        self.splits: dict[Hashable, Split] = {}
        self.generators = Generators()
        self.module = Scope(None, path=path)
        self.scope = self.module
        self.saved: dict[Any, Value] = {}
        self.objects: dict[int, Instance] = {}
        self.loops = 0
        self.turns = 0
        self.calls: list[Function] = []
        self.functions: list[Function] = []
        self.reports: list[set[Score]] = []
        self.running: list[Running] = []
        self.made = 0
        self.chances: list[list[Seed | None]] = []
        self.unordered: dict[int, Mark] = {}
        self.iterated: Mark | None = None
        self.makers: dict[int, Call] = {}
        self.wired: dict[int, tuple[Value, tuple[Value, ...]]] = {}
        self.activations: dict[int, Activation] = {}
        self.asked: tuple[ast.Call, Value, Activation | None] | None = None
        self.shown: frozenset[int] = frozenset()
        self.forwards: dict[Hashable, Activation | None] = {}
        self.varying: list[Varying] = []
        self.looked_into: Table | None = None
        self.gradients = frozenset({"on"})
        self.keeping = 0
        self.every = ("", 0, 0)
        self.pending: tuple[Learner, ...] = ()
        self.stepped: tuple[Learner, ...] = ()
        self.propagated = 0
        self.budget = 30 * statements + 20_000
        self.reserve = self.budget // 2
        self.exhausted = False
        self.project = project
        self.roles = roles
        self.trace.is_target = roles.is_target
        self.from_imports = 0

    @property
    def path(self) -> str:
        """The file of the code that is running."""
        return self.scope.module.path

    def site(self, node: ast.AST) -> tuple[Hashable, ...]:
        """A place in the program as a key, the same for every run of the code there."""
        where = (getattr(node, "lineno", 0), getattr(node, "col_offset", 0))
        return where if self.scope.module is self.module else (self.path, *where)

    def place(self, node: ast.AST) -> Place:
        """Where a node stands."""
        return Place(self.path, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]

    def emit(self, event: Event, node: "ast.AST | Place") -> None:
        """Add an event to the trace."""
        event.place = node if isinstance(node, Place) else self.place(node)
        event.index = len(self.trace.events)
        event.loops = self.loops
        event.scope = self.scope.title
        if isinstance(event, Split):
            self.splits[event.origin] = event
        if event.index < _MOST_EVENTS:
            self.trace.events.append(event)
        elif not self.exhausted:
            self.exhaust(node)

    def spend(self, node: ast.AST) -> None:
        """Count one statement or one turn of a comprehension."""
        self.budget -= 1
        if self.budget < 0:
            self.exhaust(node)

    def exhaust(self, node: "ast.AST | Place") -> None:
        """Stop following calls, and say so once."""
        if not self.exhausted:
            self.exhausted = True
            self.trace.exhausted_at = node if isinstance(node, Place) else self.place(node)

    def own_columns(self, origin: Hashable) -> Columns:
        """The columns of a table that has just come into being."""
        return Columns(implied=origin)

    def fresh(self, label: str, node: ast.AST, *, vague: bool = True, kind: str = "unknown") -> Table:
        """A table with rows of its own, of which nothing more is known."""
        self.made += 1
        origin = (label, getattr(node, "lineno", 0), self.made)
        return Table(self.space.base(origin, label, vague=vague), self.own_columns(origin), kind, weak=vague)

    def happened(self, since: int = 0) -> int:
        """How many events there are since one that say what happens to rows, and not only what is asked of a library."""
        return sum(not isinstance(event, Call | Switch | Log) for event in self.trace.events[since:])

    @property
    def differentiates(self) -> bool:
        """Whether the program uses a library whose users write losses and logarithms of probabilities themselves."""
        return not self.trace.imports.isdisjoint(_DIFFERENTIATES)

    @property
    def may_call(self) -> bool:
        """Whether another call of the program's own functions may be followed."""
        return not self.exhausted and len(self.calls) < _DEEPEST_CALL
