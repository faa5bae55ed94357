"""Review files and notebooks.

Exit code: 0 if nothing at or above --fail-on was found, 1 if something was, 2 for wrong use or an internal error.
"""

import argparse
import os
import sys
from typing import TYPE_CHECKING

from heldout.cli.printing import COLOURS, style_for, write, write_file
from heldout.project.configuration import THRESHOLDS, Settings, configure
from heldout.project.selection import demand_known
from heldout.project.usage import UsageError
from heldout.reporting import FORMATS, render
from heldout.reporting.report import Report
from heldout.reporting.style import Style, escape
from heldout.reporting.terminal import header, place
from heldout.review import fix_file, merge, review, review_file
from heldout.text.places import Note

if TYPE_CHECKING:
    from heldout.fixing.rounds import Fixed

STANDARD_INPUT = "-"
USAGE = "[OPTIONS] [PATH ...]"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything that ``heldout check`` takes."""
    parser.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="files and folders; - reads a program")
    _add_rules(parser.add_argument_group("rules"))
    _add_files(parser.add_argument_group("files and configuration"))
    _add_fixes(parser.add_argument_group("fixes"))
    _add_output(parser.add_argument_group("output"))


def _add_rules(group: "argparse._ArgumentGroup") -> None:
    for option, text in (
        ("--select", "run these rules and no others"),
        ("--ignore", "leave these rules out"),
        ("--extend-select", "run these rules as well"),
    ):
        group.add_argument(
            option,
            action="append",
            metavar="RULES",
            help=f"{text}: names, codes, beginnings of codes, sections, levels or ALL, with commas between",
        )
    group.add_argument("--advice", action="store_true", help="show advice, which is otherwise only counted")
    group.add_argument("--fail-on", choices=THRESHOLDS, help="the weakest level that makes the exit code 1 (warning)")
    group.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")


def _add_files(group: "argparse._ArgumentGroup") -> None:
    group.add_argument("--exclude", action="append", metavar="GLOBS", help="leave these out where they are found")
    group.add_argument("--force-exclude", action="store_true", help="leave excluded files out even if they are named")
    group.add_argument("--stdin-filename", metavar="PATH", help="the name of the program on the standard input")
    group.add_argument("--config", metavar="FILE", help="the configuration file, or TOML such as 'advice = true'")
    group.add_argument("--isolated", action="store_true", help="read no configuration file")
    group.add_argument("--no-cache", action="store_true", help="review everything anew; today that is always done")
    group.add_argument("--show-settings", action="store_true", help="print the settings and the rules, and stop")
    group.add_argument("--jobs", type=int, metavar="N", help="processes to use (as many as pay off)")


def _add_fixes(group: "argparse._ArgumentGroup") -> None:
    group.add_argument("--fix", action="store_true", help="apply safe fixes to the files")
    group.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: also those that change results"
    )
    group.add_argument("--diff", action="store_true", help="print what the fixes would change, and write nothing")


def _add_output(group: "argparse._ArgumentGroup") -> None:
    group.add_argument("--output-format", choices=tuple(FORMATS), default="full", help="the form of the report (full)")
    group.add_argument("--output-file", metavar="FILE", help="write the report to this file")
    group.add_argument("--statistics", action="store_true", help="count the findings by rule and list no others")
    group.add_argument("--quiet", "-q", action="store_true", help="print findings only, and nothing if there are none")
    group.add_argument("--color", choices=COLOURS, default="auto", help="colour the report (auto)")


def run(arguments: argparse.Namespace) -> int:
    """Review, report, and the exit code."""
    settings = _settings(arguments)
    if arguments.show_settings:
        _show(settings)
        return 0
    if arguments.jobs is not None and arguments.jobs < 1:
        raise UsageError("--jobs: a number from 1 on is expected")
    if STANDARD_INPUT in arguments.paths:
        if arguments.fix:
            raise UsageError("--fix cannot change a program on the standard input; --diff shows the fixes")
        path = arguments.stdin_filename or "stdin.py"
        data = sys.stdin.buffer.read()
        if arguments.diff:
            return _fix(arguments, {path: data}, settings, Report())
        report = review_file(path, settings, data)
    else:
        files, found = _files(arguments.paths, settings)
        if arguments.fix or arguments.diff:
            return _fix(arguments, dict.fromkeys(files), settings, found)
        report = merge([found, review(files, settings, arguments.jobs)])
    _print(arguments, report)
    return _exit_code(arguments, report, settings)


def _settings(arguments: argparse.Namespace) -> Settings:
    """The configuration, overruled by the options: ``--select`` starts anew, the others add."""
    start = next((path for path in arguments.paths if path != STANDARD_INPUT), arguments.stdin_filename or ".")
    settings = configure(start, arguments.config, arguments.isolated)
    chosen = {option: _split(getattr(arguments, option)) for option in ("select", "ignore", "extend_select", "exclude")}
    for option in ("select", "ignore", "extend_select"):
        demand_known(chosen[option], f"--{option.replace('_', '-')}")
    if chosen["select"]:
        settings = settings._replace(select=chosen["select"], ignore=(), extend_select=())
    return settings._replace(
        ignore=settings.ignore + chosen["ignore"],
        extend_select=settings.extend_select + chosen["extend_select"],
        exclude=settings.exclude + chosen["exclude"],
        fail_on=arguments.fail_on or settings.fail_on,
        advice=arguments.advice or settings.advice,
        force_exclude=arguments.force_exclude or settings.force_exclude,
    )


def _split(given: list[str] | None) -> tuple[str, ...]:
    return tuple(part.strip() for text in given or () for part in text.split(",") if part.strip())


def _files(paths: list[str], settings: Settings) -> tuple[list[str], Report]:
    """The files to review, and a report with the notes about those that were not found."""
    from heldout.project.discovery import DEFAULT_EXCLUDES, discover, is_excluded

    files, notes, missing = discover(paths, exclude=(*DEFAULT_EXCLUDES, *settings.exclude))
    if missing:
        raise UsageError(f"there is no file or folder '{missing[0]}'")
    named = {os.path.normpath(path) for path in paths}
    kept = []
    notes = [*notes]
    for path in files:
        if os.path.normpath(path) in named and os.path.isfile(path) and os.path.getsize(path) == 0:
            notes.append(Note(path, None, None, "is empty: there is nothing to review."))
        if os.path.normpath(path) in named:
            left_out = settings.force_exclude and (is_excluded(path) or settings.excludes(path))
        else:
            left_out = bool(settings.exclude) and settings.excludes(path)
        if not left_out:
            kept.append(path)
    return kept, Report(notes=tuple(notes))


def _print(arguments: argparse.Namespace, report: Report) -> None:
    style = Style() if arguments.output_file else style_for(arguments.color)
    if arguments.statistics and arguments.output_format != "json":
        from heldout.reporting.statistics import render as count

        lines = count(report, style)
    elif arguments.quiet and arguments.output_format != "json":
        lines = (header(finding, style) for finding in report.shown())
    else:
        lines = render(arguments.output_format, report, style)
    if arguments.output_file:
        write_file(arguments.output_file, lines)
    else:
        write(lines)


def _exit_code(arguments: argparse.Namespace, report: Report, settings: Settings) -> int:
    if report.internal_errors:
        return 2
    return 0 if arguments.exit_zero else int(report.fails(settings.fail_on))


def _fix(arguments: argparse.Namespace, files: "dict[str, bytes | None]", settings: Settings, found: Report) -> int:
    """Fix the files, or with ``--diff`` print what that would change."""
    outcome = {path: fix_file(path, settings, arguments.unsafe_fixes, data) for path, data in files.items()}
    notes = tuple(note for fixed in outcome.values() for note in fixed.notes)
    report = merge([found, *(fixed.report for fixed in outcome.values()), Report(notes=notes)])
    if arguments.diff:
        return _diff(arguments, outcome, report)
    report = merge([report, _write_back(outcome)])
    _print(arguments, report)
    applied = sum(fixed.applied for fixed in outcome.values())
    if applied and not arguments.quiet:
        write([f"{applied} {'fix' if applied == 1 else 'fixes'} applied."], sys.stderr)
    return _exit_code(arguments, report, settings)


def _write_back(outcome: "dict[str, Fixed]") -> Report:
    """Write the files that changed; those that cannot be written become notes."""
    from heldout.text.files import write_atomically

    notes = []
    for path, fixed in outcome.items():
        if fixed.after == fixed.before:
            continue
        try:
            write_atomically(path, fixed.after)
        except OSError as error:
            notes.append(Note(path, None, None, f"the fixes were not written: {error.strerror or error}"))
    return Report(notes=tuple(notes), internal_errors=len(notes))


def _diff(arguments: argparse.Namespace, outcome: "dict[str, Fixed]", report: Report) -> int:
    from heldout.fixing.difference import difference

    style = style_for(arguments.color)
    changed = {path: fixed for path, fixed in outcome.items() if fixed.after != fixed.before}
    for path, fixed in changed.items():
        write(difference(path, fixed.before, fixed.after, style))
    for note in report.notes:
        write([f"note: {place(note.path, note.cell, note.line)}: {escape(note.message)}"], sys.stderr)
    if report.internal_errors:
        return 2
    return 0 if arguments.exit_zero else int(bool(changed))


def _show(settings: Settings) -> None:
    write([f"# from {settings.source}" if settings.source else "# defaults and command line"])
    for field in settings._fields:
        value = getattr(settings, field)
        write([f"{field.replace('_', '-')} = {list(value) if isinstance(value, tuple) else value!r}"])
    selection = settings.selection()
    write(["", "# rules"])
    write(f"{entry.code} {selection.level(entry, entry.level):<8} {entry.name}" for entry in selection.entries)
