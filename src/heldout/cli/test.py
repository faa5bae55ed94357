"""Run the tests that the page of a rule holds, and the battery that every rule must withstand.

The files are rules: they are imported, so name only those that you trust.
"""

import argparse
import os

from heldout.cli.printing import COLOURS, style_for, write
from heldout.project.usage import UsageError

USAGE = "[OPTIONS] PATH ..."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything that ``heldout test`` takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="rule files, or folders of them")
    parser.add_argument("--color", choices=COLOURS, default="auto", help="colour the outcome (auto)")


def run(arguments: argparse.Namespace) -> int:
    """Test every rule; 1 if one has a problem."""
    from heldout.testing.rule_file import CHECKS, load_rule, problems

    style = style_for(arguments.color)
    failed = False
    for path in _rule_files(arguments.paths):
        rule, page = load_rule(path)
        found = problems(rule, page)
        failed = failed or bool(found)
        count = f"{len(page.examples)} examples, {len(CHECKS)} checks"
        verdict = style.paint("failed", "error") if found else style.paint("passed", "added")
        write([f"{style.paint(rule.name, 'strong')}: {verdict} ({count})"])
        write(f"  {check}: {problem}" for check, problem in found)
    return int(failed)


def _rule_files(paths: list[str]) -> list[str]:
    files = []
    for path in paths:
        if os.path.isdir(path):
            files += [
                os.path.join(folder, name)
                for folder, _, names in sorted(os.walk(path))
                for name in sorted(names)
                if name.endswith(".py") and not name.startswith("_")
            ]
        elif os.path.isfile(path):
            files.append(path)
        else:
            raise UsageError(f"there is no file or folder '{path}'")
    if not files:
        raise UsageError(f"there is no rule file in '{paths[0]}'")
    return files
