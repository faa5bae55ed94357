"""Go through the reproducibility checklist of a project: what can be had again, and what proves it.

Exit code: 0, or 1 if less than --fail-under of what applies is met, 2 for wrong use.
"""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from heldout.cli.printing import COLOURS, style_for, write, write_file
from heldout.project.usage import UsageError
from heldout.reporting.style import Style

if TYPE_CHECKING:
    from heldout.checklist.evidence import Program
    from heldout.libraries.roles import Roles

USAGE = "[OPTIONS] [PROJECT]"
FORMATS = ("text", "json", "markdown")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything that ``heldout checklist`` takes."""
    parser.add_argument("project", nargs="?", default=".", metavar="PROJECT", help="a folder, or one file (.)")
    parser.add_argument("--output-format", choices=FORMATS, default="text", help="the form of the checklist (text)")
    parser.add_argument("--output-file", metavar="FILE", help="write the checklist to this file")
    parser.add_argument(
        "--fail-under",
        type=float,
        metavar="N",
        help="exit with 1 if less than N percent of the items that apply are met; partly met ones count half",
    )
    parser.add_argument("--config", metavar="FILE", help="the configuration file, or TOML")
    parser.add_argument("--isolated", action="store_true", help="read no configuration file")
    parser.add_argument("--jobs", type=int, metavar="N", help="processes to use (as many as pay off)")
    parser.add_argument("--color", choices=COLOURS, default="auto", help="colour the checklist (auto)")


def run(arguments: argparse.Namespace) -> int:
    """Judge the project, print, and the exit code."""
    import os

    from heldout.checklist.judging import judge
    from heldout.checklist.writing import FORMATS as FORMS
    from heldout.project.configuration import configure
    from heldout.project.discovery import DEFAULT_EXCLUDES, discover

    project = arguments.project
    if not os.path.exists(project):
        raise UsageError(f"there is no file or folder '{project}'")
    if arguments.jobs is not None and arguments.jobs < 1:
        raise UsageError("--jobs: a number from 1 on is expected")
    if arguments.fail_under is not None and not 0 <= arguments.fail_under <= 100:
        raise UsageError("--fail-under: a number from 0 to 100 is expected, in percent")
    settings = configure(project, arguments.config, arguments.isolated)
    found, _, _ = discover([project], exclude=(*DEFAULT_EXCLUDES, *settings.exclude))
    kept = [path for path in found if not settings.exclude or not settings.excludes(path)]
    root = project if os.path.isdir(project) else os.path.dirname(project) or "."
    checklist = judge(os.path.normpath(root), _programs(kept, settings.roles, arguments.jobs))
    style = Style() if arguments.output_file else style_for(arguments.color)
    lines = FORMS[arguments.output_format](checklist, style)
    if arguments.output_file:
        write_file(arguments.output_file, lines)
    else:
        write(lines)
    return int(arguments.fail_under is not None and checklist.share < arguments.fail_under)


def _programs(paths: Sequence[str], roles: "Roles", jobs: int | None) -> "list[Program]":
    """What the files show, read in as many processes as pay off."""
    from functools import partial

    from heldout.checklist.programs import read_program
    from heldout.review import MANY, processors

    reading = partial(read_program, roles=roles)
    jobs = jobs or (1 if len(paths) < MANY else processors())
    if jobs == 1:
        return [reading(path) for path in paths]
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(max_workers=jobs) as pool:
        return list(pool.map(reading, paths, chunksize=8))
