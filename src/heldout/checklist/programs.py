"""One file of the project read for the checklist: what it shows of each item, with lines and cells of people."""

import ast
from collections.abc import Callable, Iterable, Iterator

from heldout.checklist import chance, keeping
from heldout.checklist.evidence import Evidence, Mark, Program
from heldout.events import Event, Fit
from heldout.finding import Place
from heldout.libraries import ROOTS, watched
from heldout.libraries.recording import TRACKERS
from heldout.libraries.roles import Roles
from heldout.reading import read
from heldout.text.modules import Finder, leads_to
from heldout.text.source import LARGEST_NOTEBOOK, Source, source_from_bytes
from heldout.trace import Trace

#: What each item asks of one program.
_ASKED: dict[str, Callable[[Trace], Iterable[chance.Shown]]] = {
    "seeds": chance.seeds,
    "determinism": chance.determinism,
    "splits": chance.splits,
    "versions": keeping.versions,
    "preprocessing": keeping.preparation,
    "model": keeping.architecture,
    "tracking": keeping.tracking,
}


def read_program(path: str, roles: Roles) -> Program:
    """What the file at `path` shows; one that cannot be read shows nothing, and says so."""
    try:
        return _read(path, roles)
    except OSError as error:
        return Program(path, False, frozenset(), (), f"cannot be read: {error.strerror or error}")
    except (RecursionError, MemoryError):
        return Program(path, False, frozenset(), (), "not read: its code is nested too deeply")
    except Exception as error:  # noqa: BLE001
        # The code is arbitrary, and one file that trips the reader must not cost the others their part.
        problem = f"internal error, not read: {type(error).__name__}: {error}; please report this"
        return Program(path, False, frozenset(), (), problem)


def _read(path: str, roles: Roles) -> Program:
    finder = Finder(path, ROOTS)
    with open(path, "rb") as file:
        content = file.read(LARGEST_NOTEBOOK + 1)
    if not watched(content) and not leads_to(finder, path, content, watched):
        return Program(path, False, frozenset(), ())
    source = source_from_bytes(path, content)
    statements = source.parse()
    trace = read(source, statements, finder, roles)
    trains = trace.is_program and any(fit.role != "transformer" for fit in trace.of(Fit))
    trace.imports |= _trackers(statements) if trains else set()
    marks = tuple(_marks(trace, source, statements)) if trains else ()
    problem = source.notes[0].message if source.notes and not statements else ""
    return Program(path, trains, frozenset(trace.imports), marks, problem)


def _marks(trace: Trace, source: Source, statements: list[ast.stmt]) -> Iterator[Mark]:
    for item, asked in _ASKED.items():
        for where, text, supports in asked(trace):
            yield Mark(item, _at(source, where, text, supports))
    for load, name in keeping.data(trace):
        yield Mark("data", _at(source, load, name, None)._replace(text=name))
    yield from _versions_told(source, statements)


def _at(source: Source, where: Event | Place, text: str, supports: bool | None) -> Evidence:
    place = where if isinstance(where, Place) else where.place
    if place.path != source.path:
        return Evidence(place.path, None, place.line, f"{text}, when `{source.path}` runs", supports)
    start = source.locate(place.line, place.column)
    return Evidence(place.path, start.cell, start.line, text, supports)


def _trackers(statements: list[ast.stmt]) -> set[str]:
    """Trackers that are imported anywhere, in branches that are not taken as well."""
    found: set[str] = set()
    for statement in statements:
        for node in ast.walk(statement):
            if isinstance(node, ast.Import):
                found.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found & TRACKERS


def _versions_told(source: Source, statements: list[ast.stmt]) -> Iterator[Mark]:
    """``print(torch.__version__)``: the first version of a library that the text asks for."""
    for statement in statements:
        for node in ast.walk(statement):
            if isinstance(node, ast.Attribute) and node.attr in ("__version__", "show_versions", "print_versions"):
                start = source.locate(node.lineno, node.col_offset)
                text = f"`{ast.unparse(node)}` tells a version"
                yield Mark("versions", Evidence(source.path, start.cell, start.line, text, None))
                return
