"""Reading: from source code to a trace, without running or importing what is read."""

import ast
from collections.abc import Sequence

from heldout.libraries.roles import NO_ROLES, Roles
from heldout.reading import chance, exposure, interpret
from heldout.reading.expressions import evaluate
from heldout.reading.project import Project
from heldout.reading.reader import Reader
from heldout.text.modules import Finder
from heldout.text.source import Source
from heldout.trace import Trace

_TORCH = frozenset({"torch", "lightning", "pytorch_lightning", "transformers"})


def read(
    source: Source, statements: Sequence[ast.stmt], finder: Finder | None = None, roles: Roles = NO_ROLES
) -> Trace:
    """The events of a program: its module from top to bottom, then what it defines and nobody calls.

    finder: where the project's own modules are; without it imports of them are not followed.  roles: what the project
    says its own functions and columns mean.
    """
    project = Project(finder) if finder is not None else None
    reader = Reader(source.path, _length(statements), evaluate, interpret.run, project, roles)
    reader.shown = _shown(source, statements)
    if finder is not None:
        reader.trace.size_of = finder.size_of
    interpret.run(reader, statements)
    reader.trace.runs_at_import = reader.happened() > reader.from_imports
    exposure.call_uncalled(reader)
    if any("traced" in function.traits for function in reader.functions):
        from heldout.reading import graphs

        graphs.tell(reader, statements)
    chance.settle(reader.chances)
    if not _TORCH.isdisjoint(reader.trace.imports):
        from heldout.reading import modules

        modules.describe(reader)
    reader.trace.fragment = not reader.trace.imports
    if reader.trace.exhausted_at is not None:
        place = reader.trace.exhausted_at
        where = f"line {place.line}" + (f" of {place.path}" if place.path != source.path else "")
        reader.trace.notes.append(
            f"the program runs longer than the reading budget: from {where} on, calls of its own functions are not followed"
        )
    return reader.trace


def _length(statements: Sequence[ast.stmt]) -> int:
    return (statements[-1].end_lineno or 1) if statements else 1


def _shown(source: Source, statements: Sequence[ast.stmt]) -> frozenset[int]:
    """The identities of the expressions that end a cell of a notebook, whose values are shown."""
    if not source.is_notebook:
        return frozenset()
    last = {source.cell_at(statement.lineno).number: statement for statement in statements}
    return frozenset(id(statement.value) for statement in last.values() if isinstance(statement, ast.Expr))
