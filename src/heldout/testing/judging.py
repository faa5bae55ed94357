"""Runs rules over pieces of code, outside the pipeline: no configuration, no comments, no choice by library."""

import json
import re
from functools import lru_cache

from heldout.finding import Finding
from heldout.reading import read
from heldout.reporting.locating import Locator, Program
from heldout.reporting.report import ReportedFix
from heldout.rule import Rule
from heldout.text.source import source_from_bytes
from heldout.trace import Trace

SCRIPT = "example.py"
NOTEBOOK = "example.ipynb"
_ON_DISK = re.compile(r"""["']([^"'\\\s]*?(\d+)GB[^"'\\\s]*)""")


def judge(rule: Rule, code: str, path: str = SCRIPT) -> list[Finding]:
    """What `rule` says about the program `code`, in reading order."""
    findings = list(rule.check(trace_of(code, path)[1]))
    return sorted(findings, key=lambda finding: finding.place)


@lru_cache(maxsize=512)
def trace_of(code: str, path: str = SCRIPT) -> tuple[Program, Trace]:
    """The program and its trace; rules do not change traces, so that one serves them all."""
    source = source_from_bytes(path, code.encode("utf-8"))
    statements = source.parse()
    trace = read(source, statements)
    trace.size_of = sizes_said(code).get
    return Program(source, statements), trace


def sizes_said(code: str) -> dict[str, int]:
    """How many bytes the data files of an example have that say so in their names, as ``readings_4GB.csv`` does.

    Rewritings keep the names of files; they do not keep comments.
    """
    return {name: int(number) * 10**9 for name, number in _ON_DISK.findall(code)}


def fixes(rule: Rule, code: str) -> list[ReportedFix]:
    """The fixes of what `rule` says about `code`, as edits."""
    program, _ = trace_of(code, SCRIPT)
    locator = Locator(_nothing_else, "")
    locator.add(SCRIPT, program)
    return [
        ReportedFix(
            finding.fix.title,
            finding.fix.applicability,
            tuple(locator.edit(replacement.place, replacement.text) for replacement in finding.fix.replacements),
        )
        for finding in judge(rule, code)
        if finding.fix is not None
    ]


def _nothing_else(path: str) -> Program:
    raise LookupError(f"a rule names the place of another file, {path}")


def notebook(cells: list[str]) -> str:
    """A notebook in nbformat 4.5 whose code cells hold `cells`."""
    document = {
        "cells": [
            {
                "cell_type": "code",
                "execution_count": None,
                "id": f"cell-{number}",
                "metadata": {},
                "outputs": [],
                "source": text.splitlines(keepends=True),
            }
            for number, text in enumerate(cells, 1)
        ],
        "metadata": {"language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(document, indent=1)
