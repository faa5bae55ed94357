"""What every rule must withstand: rewritings of its own examples that change no meaning must change no verdict."""

import ast
from collections.abc import Sequence

from heldout.finding import Finding
from heldout.fixing.rounds import apply_fixes
from heldout.rule import Rule
from heldout.testing import variations
from heldout.testing.judging import NOTEBOOK, SCRIPT, fixes, judge, notebook, trace_of
from heldout.testing.manual import Check, Problems
from heldout.testing.page import Page
from heldout.testing.variations import Rewriting, statement_number, vary

REWRITINGS: dict[str, Rewriting] = {
    "modules-imported": variations.modules_imported,
    "names-aliased": variations.names_aliased,
    "locals-renamed": variations.locals_renamed,
    "in-function": variations.in_function,
    "guarded": variations.guarded,
    "reformatted": variations.reformatted,
    "interleaved": variations.interleaved,
}


def withstands(rewriting: Rewriting) -> Check:
    """The check that the rule flags the same statements of every example after `rewriting`."""

    def check(rule: Rule, page: Page) -> Problems:
        problems = []
        for example in page.examples:
            variation = vary(example.code, rewriting)
            if variation is None:
                continue
            before = flagged(rule, example.code)
            numbers = flagged(rule, variation.code)
            after = [variation.origins[number] if number >= 0 else number for number in numbers]
            if sorted(before) != sorted(after, key=lambda number: -2 if number is None else number):
                problems.append(
                    f"the {example.kind} example in line {example.page_line} of the page has statements {before} flagged"
                    f" and, rewritten, {after}:\n{variation.code}"
                )
        return problems

    return check


def flagged(rule: Rule, code: str, path: str = SCRIPT) -> list[int]:
    """The numbers, in reading order, of the statements that the rule flags."""
    program, _ = trace_of(code, path)
    return sorted(_number(program.statements, finding) for finding in judge(rule, code, path))


def _number(statements: Sequence[ast.stmt], finding: Finding) -> int:
    return statement_number(statements, finding.place.line, finding.place.column)


def in_cells(rule: Rule, page: Page) -> Problems:
    """Every statement of the top level in a cell of its own, in a real notebook."""
    problems = []
    for example in page.examples:
        cut = notebook(cells_of(example.code))
        before, after = flagged(rule, example.code), flagged(rule, cut, NOTEBOOK)
        if before != after:
            problems.append(
                f"the {example.kind} example in line {example.page_line} of the page has statements {before} flagged"
                f" and, cut into cells, {after}"
            )
    return problems


def cells_of(code: str) -> list[str]:
    """The code cut before each statement of the top level that begins a line."""
    lines = code.split("\n")
    body = ast.parse(code).body
    cuts = sorted({min([each.lineno, *(d.lineno for d in getattr(each, "decorator_list", ()))]) for each in body[1:]})
    starts = [1, *(line for line in cuts if line > 1)]
    ends = [*(start - 1 for start in starts[1:]), len(lines)]
    return ["\n".join(lines[start - 1 : end]) for start, end in zip(starts, ends, strict=True)]


def deterministic(rule: Rule, page: Page) -> Problems:
    """The rule says the same when it is asked again, and when the program is read again."""
    problems = []
    for example in page.examples:
        first, again = judge(rule, example.code), judge(rule, example.code)
        trace_of.cache_clear()
        if not first == again == judge(rule, example.code):
            problems.append(f"the {example.kind} example in line {example.page_line} of the page is judged differently")
    return problems


def unknown_libraries(rule: Rule, page: Page) -> Problems:
    """The rule is silent when the libraries have names that nobody has heard of."""
    if not rule.needs:
        return []
    problems = []
    for example in page.examples:
        variation = vary(example.code, variations.libraries_unknown)
        if variation is not None and judge(rule, variation.code):
            problems.append(f"the rule speaks without its library:\n{variation.code}")
    return problems


def idempotent(rule: Rule, page: Page) -> Problems:
    """A fix that was made is not offered again."""
    problems = []
    for example in page.of("bad"):
        offered = fixes(rule, example.code)
        result = apply_fixes(SCRIPT, example.code.encode(), offered) if offered else None
        if result is not None and fixes(rule, result.decode()):
            problems.append(f"the fix of the bad example in line {example.page_line} of the page is offered again")
    return problems


CHECKS: dict[str, Check] = {
    **{name: withstands(rewriting) for name, rewriting in REWRITINGS.items()},
    "in-cells": in_cells,
    "deterministic": deterministic,
    "unknown-libraries": unknown_libraries,
    "idempotent": idempotent,
}
"""The checks of the battery, by the name that test reports use."""
