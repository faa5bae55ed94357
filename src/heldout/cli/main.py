"""Finds the command asked for and imports it alone, so that no command pays for another."""

import sys
from collections.abc import Sequence

from heldout._version import VERSION
from heldout.cli.printing import complain, write
from heldout.project.usage import UsageError, suggestion

COMMANDS = {
    "check": "review files and notebooks",
    "rule": "explain a rule",
    "trace": "show what the review understood of a file",
    "graph": "draw the journey of the rows, and its leaks",
    "checklist": "judge how reproducible a project is",
    "test": "run the tests that a rule's page holds",
    "version": "print the version",
}
"""The commands, each in its module `heldout.cli.<name>`."""

HELP = """\
Review machine-learning code: follow rows of data from the load to the reported score.

Usage: heldout COMMAND [OPTIONS]

Commands:
{commands}

`heldout COMMAND --help` tells the options of a command; `heldout check` reviews the current folder.
"""

INTERRUPTED = 130

WIDTH = 110
"""Columns of a help text: fixed, because asking for the terminal's costs an import before every review."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line `arguments` (those of the process if None); the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in ("-h", "--help", "help"):
        write(HELP.format(commands="\n".join(f"  {name:<10} {does}" for name, does in COMMANDS.items())).splitlines())
        return 0
    if words[0] in ("-V", "--version", "version"):
        write([f"heldout {VERSION}"])
        return 0
    try:
        return _run(words[0], words[1:])
    except UsageError as error:
        complain(str(error))
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(command: str, words: list[str]) -> int:
    if command not in COMMANDS:
        raise UsageError(f"there is no command '{command}'{suggestion(command, COMMANDS)}{_hint(command)}")
    import argparse
    import importlib

    module = importlib.import_module(f"heldout.cli.{command}")
    parser = argparse.ArgumentParser(
        prog=f"heldout {command}",
        usage=f"heldout {command} {module.USAGE}",
        description=module.__doc__,
        formatter_class=lambda prog: argparse.RawDescriptionHelpFormatter(prog, max_help_position=32, width=WIDTH),
    )
    module.add_arguments(parser)
    try:
        chosen = parser.parse_intermixed_args(words)
    except SystemExit as stop:
        return int(stop.code or 0)
    code: int = module.run(chosen)
    return code


def _hint(command: str) -> str:
    import os

    return f"; to review it, run: heldout check {command}" if os.path.exists(command) else ""
