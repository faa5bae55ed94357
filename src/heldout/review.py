"""The whole pipeline: files -> events -> findings -> report.

One file is reviewed in one go: dismissed unless its bytes name a watched library, parsed, read into a trace, judged by
the selected rules, and mapped to lines and cells.  Many files share the processors; the order of the report does not
depend on how.
"""

import ast
import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from heldout.finding import CONFIDENCES, LEVELS, Finding
from heldout.project.configuration import Settings
from heldout.reporting.report import Report, ReportedFinding
from heldout.rules import Entry, load
from heldout.text.source import LARGEST_NOTEBOOK, Note, Source, read_source, source_from_bytes

if TYPE_CHECKING:
    from heldout.fixing.rounds import Fixed
    from heldout.project.selection import Selection
    from heldout.trace import Trace

Said = tuple[Entry, Finding]

__all__ = ["Report", "Settings", "fix_file", "merge", "review", "review_file"]

MANY = 40
"""From this number of files on, starting other processes costs less than it saves."""

DEFAULTS = Settings()
_BEGINNING = 4096


def review(files: Sequence[str], settings: Settings = DEFAULTS, jobs: int | None = None) -> Report:
    """Review `files` (paths of scripts and notebooks), in `jobs` processes or as many as pay off."""
    ordered = sorted(set(files))
    if jobs is None:
        jobs = 1 if len(ordered) < MANY else processors()
    if jobs <= 1 or len(ordered) < 2:
        return merge(review_file(path, settings) for path in ordered)
    return merge(_review_in_processes(ordered, settings, jobs))


def review_file(path: str, settings: Settings = DEFAULTS, data: bytes | None = None) -> Report:
    """Review one file, or `data` in its stead; whatever goes wrong becomes a note."""
    resting = gc.isenabled()
    gc.disable()
    try:
        return _review_file(path, settings, data)
    except OSError as error:
        return Report(notes=(Note(path, None, None, f"cannot be read: {error.strerror or error}"),), files=1)
    except (RecursionError, MemoryError):
        return Report(notes=(Note(path, None, None, "not reviewed: its code is nested too deeply"),), files=1)
    except Exception as error:  # noqa: BLE001
        # Reviewed code is arbitrary, and one file that trips the review must not cost the others their report.
        return Report(notes=(Note(path, None, None, _internal_error(error)),), files=1, internal_errors=1)
    finally:
        if resting:
            gc.enable()


def fix_file(path: str, settings: Settings, unsafe: bool, data: bytes | None = None) -> "Fixed":
    """Review one file, or `data` in its stead, with its fixes applied; nothing is written.

    unsafe: also fixes that change what the program computes.
    """
    from heldout.fixing.rounds import Fixed, fix

    if data is None and os.path.isfile(path):
        with open(path, "rb") as file:
            data = file.read(LARGEST_NOTEBOOK + 1)
    if data is None:
        return Fixed(b"", b"", 0, review_file(path, settings), ())
    return fix(path, data, lambda state: review_file(path, settings, state), unsafe)


def merge(reports: Iterable[Report]) -> Report:
    """One report over several; a finding that several files lead to is told once, as the surest of them tells it."""
    findings: dict[tuple[object, ...], tuple[ReportedFinding, ...]] = {}
    notes: dict[Note, None] = {}
    files = suppressed = internal_errors = 0
    for report in reports:
        for place, found in _by_place(report.findings).items():
            known = findings.get(place)
            if known is None or _sureness(found) > _sureness(known):
                findings[place] = found
        notes.update(dict.fromkeys(report.notes))
        files += report.files
        suppressed += report.suppressed
        internal_errors += report.internal_errors
    ordered = sorted((each for found in findings.values() for each in found), key=_reading_order)
    return Report(tuple(ordered), tuple(notes), files, suppressed, internal_errors)


def _by_place(findings: Iterable[ReportedFinding]) -> dict[tuple[object, ...], tuple[ReportedFinding, ...]]:
    """What one report says by one rule at one place, the same sentence once."""
    found: dict[tuple[object, ...], tuple[ReportedFinding, ...]] = {}
    for finding in findings:
        place = (finding.path, finding.location, finding.rule)
        known = found.get(place, ())
        if all(finding.message != other.message for other in known):
            found[place] = (*known, finding)
    return found


def _sureness(found: tuple[ReportedFinding, ...]) -> tuple[int, int]:
    return max((LEVELS.index(each.level), CONFIDENCES.index(each.confidence)) for each in found)


def _reading_order(finding: ReportedFinding) -> tuple[object, ...]:
    where = finding.location
    return (finding.path, where.cell or 0, where.line, where.column, finding.code, finding.message)


def _review_file(path: str, settings: Settings, data: bytes | None) -> Report:
    from heldout.libraries import ROOTS, watched
    from heldout.text.modules import Finder, leads_to

    finder = Finder(path, ROOTS)
    if data is None and os.path.isfile(path):
        with open(path, "rb") as file:
            data = file.read(LARGEST_NOTEBOOK + 1)
    if data is not None and not (
        _may_be_unreadable(path, data) or watched(data) or leads_to(finder, path, data, watched)
    ):
        return Report(files=1)
    from heldout.reading import read

    source = read_source(path) if data is None else source_from_bytes(path, data)
    statements = source.parse()
    trace = read(source, statements, finder, settings.roles)
    selection = settings.selection(path)
    said = sorted(_judge(trace, source.text, selection, settings), key=lambda pair: pair[1].place)
    findings, suppressed, remarks = _report(said, source, statements, selection, settings.root)
    notes = (*source.notes, *(Note(path, None, None, message) for message in trace.notes), *remarks)
    return Report(tuple(findings), notes, 1, suppressed)


def _may_be_unreadable(path: str, data: bytes) -> bool:
    """Whether a file that names no library may still be no program at all, so that it is worth a note."""
    return b"\0" in data[:_BEGINNING] or (path.endswith(".ipynb") and len(data) < _BEGINNING)


def _judge(trace: "Trace", text: str, selection: "Selection", settings: Settings) -> Iterator[Said]:
    """What the selected rules say, of those whose libraries the program names."""
    for entry in selection.entries:
        if not entry.needs or any(name in trace.imports or name in text for name in entry.needs):
            for finding in load(entry).check(trace):
                if finding.place.path == trace.path or _is_told_here(entry, finding, trace, settings):
                    yield entry, finding


def _is_told_here(entry: Entry, finding: Finding, trace: "Trace", settings: Settings) -> bool:
    """Whether a finding in another module of the project is told with this program.

    The settings for that module count.  What a module does by itself when it is imported, its own review tells.
    """
    other = finding.place.path
    if settings.excludes(other) or entry not in settings.selection(other).entries:
        return False
    return finding.place not in trace.at_import or any(step.place.path == trace.path for step in finding.steps)


def _report(
    said: Iterable[Said], source: Source, statements: list[ast.stmt], selection: "Selection", root: str
) -> tuple[list[ReportedFinding], int, list[Note]]:
    """The findings that no comment silences, the number of the others, and notes about the comments."""
    from heldout.project.suppressions import OWN

    said = list(said)
    if not said and OWN not in source.text:
        return [], 0, []
    from heldout.project.suppressions import Silence
    from heldout.reporting.locating import Locator, Program, open_program

    locator = Locator(open_program, root)
    locator.add(source.path, Program(source, statements))
    silence = Silence(locator)
    silent = 0
    findings = []
    for entry, finding in said:
        if silence.covers(entry, finding.place):
            silent += 1
            continue
        level = selection.level(entry, finding.level)
        findings.append(locator.report(finding, level, selection.shows(entry, level)))
    return findings, silent, silence.remarks(source.path)


def _review_in_processes(files: Sequence[str], settings: Settings, jobs: int) -> Iterator[Report]:
    """The reports in the order of `files`; a process that dies costs the files that it had not finished."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(max_workers=jobs) as pool:
        waiting = [pool.submit(review_file, path, settings) for path in files]
        for path, future in zip(files, waiting, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool:
                note = Note(path, None, None, "internal error, not reviewed: a process died; please report this")
                yield Report(notes=(note,), files=1, internal_errors=1)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _internal_error(error: Exception) -> str:
    """What went wrong and where in heldout, for the person who will mend it."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = "" if frame is None else f" at {frame.tb_frame.f_globals.get('__name__')}:{frame.tb_lineno}"
    return f"internal error, not reviewed: {type(error).__name__}{where}: {error}; please report this"
