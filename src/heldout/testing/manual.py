"""The page of a rule as its test: what the page says of the rule, the rule does."""

import ast
import re
from collections.abc import Callable

from heldout.finding import BIASES, CONFIDENCES, LEVELS, Finding
from heldout.fixing.rounds import apply_fixes
from heldout.rule import Rule
from heldout.rules import ENTRIES, SECTIONS, load
from heldout.testing.judging import SCRIPT, fixes, judge
from heldout.testing.page import FENCE, KINDS, Example, Page

LONGEST_SUMMARY = 100
HEADINGS = ("Why it matters", "Better")

Problems = list[str]
Check = Callable[[Rule, Page], Problems]


def summary(_rule: Rule, page: Page) -> Problems:
    """The first line is one sentence of fewer than 100 characters."""
    problems = []
    if len(page.summary) >= LONGEST_SUMMARY:
        problems.append(f"the summary has {len(page.summary)} characters; fewer than {LONGEST_SUMMARY} are allowed")
    if not page.summary.endswith(".") or ". " in page.summary:
        problems.append("the summary is not one sentence that ends in a full stop")
    return problems


def headings(_rule: Rule, page: Page) -> Problems:
    """The page says why it matters and what is better."""
    return [f"the page has no heading '## {wanted}'" for wanted in HEADINGS if wanted not in page.headings]


def metadata(rule: Rule, _page: Page) -> Problems:
    """Name, class, code, section and the grades agree with each other and with the catalogue."""
    problems = []
    class_name = "".join(part.capitalize() for part in rule.name.split("-"))
    if type(rule).__name__.lower() != class_name.lower():
        problems.append(f"the class is {type(rule).__name__}; the file name asks for {class_name}")
    if not re.fullmatch(r"HLD[0-9]{3}", rule.code):
        problems.append(f"the code {rule.code} is not HLD and three digits")
    if rule.section in SECTIONS and rule.code[3:4] != str(SECTIONS[rule.section]):
        problems.append(
            f"codes of the section {rule.section} begin with HLD{SECTIONS[rule.section]}, not {rule.code[:4]}"
        )
    others = [entry.name for entry in ENTRIES if entry.code == rule.code and entry.name != rule.name]
    problems += [f"the code {rule.code} belongs to {other}" for other in others]
    for word, value, known in (
        ("level", rule.level, LEVELS),
        ("confidence", rule.confidence, CONFIDENCES),
        ("bias", rule.bias, BIASES),
    ):
        if value not in known:
            problems.append(f"the {word} '{value}' is none of {', '.join(known)}")
    return problems


def snippets(_rule: Rule, page: Page) -> Problems:
    """Every block of Python is an example of a known kind and compiles."""
    problems = [
        f"a block is marked '{found['kind']}'; the kinds are {', '.join(KINDS)}"
        for found in FENCE.finditer(page.text)
        if found["kind"] not in KINDS
    ]
    if page.text.count("```python") != len(page.examples):
        problems.append("a block that begins with ```python has no kind behind it")
    for example in page.examples:
        try:
            ast.parse(example.code)
        except SyntaxError as error:
            problems.append(f"{_where(example)} does not compile: {error.msg} in its line {error.lineno}")
    return problems


def bad(rule: Rule, page: Page) -> Problems:
    """There is a bad example, and the rule flags exactly the marked lines of each, by way of the marked steps."""
    problems = [] if page.of("bad") else ["the page has no bad example"]
    for example in page.of("bad"):
        findings = judge(rule, example.code)
        flagged = sorted(finding.place.line for finding in findings)
        if not example.lines("finding"):
            problems.append(f"{_where(example)} marks no line with '# finding'")
        if flagged != example.lines("finding"):
            problems.append(
                f"{_where(example)} marks lines {example.lines('finding')}; the rule flags {flagged}{_said(findings)}"
            )
        touched = {step.place.line for finding in findings for step in finding.steps}
        missing = [line for line in example.lines("via") if line not in touched]
        if missing:
            problems.append(f"{_where(example)} marks steps in lines {missing}; the steps are in {sorted(touched)}")
    return problems


def good(rule: Rule, page: Page) -> Problems:
    """There is a good example, and neither this rule nor any other error or warning speaks about one."""
    problems = [] if page.of("good") else ["the page has no good example"]
    others = [load(entry) for entry in ENTRIES if entry.level != "advice" and entry.name != rule.name]
    for example in page.of("good"):
        if example.marks:
            problems.append(f"{_where(example)} is good and has marks")
        for judging in (rule, *others):
            found = [each for each in judge(judging, example.code) if each.level != "advice" or judging is rule]
            if found:
                problems.append(f"{_where(example)} is flagged by {judging.name}{_said(found)}")
    return problems


def fixed(rule: Rule, page: Page) -> Problems:
    """A fixed block follows each bad one that the rule can fix, shows what comes out, and is silent."""
    problems = []
    for position, example in enumerate(page.examples):
        after = page.examples[position + 1] if position + 1 < len(page.examples) else None
        shown = after if after is not None and after.kind == "fixed" else None
        if example.kind == "bad":
            problems += _compare_fix(rule, example, shown)
        elif shown is not None:
            problems.append(f"{_where(shown)} is fixed and follows no bad example")
    return problems


def _compare_fix(rule: Rule, example: Example, shown: Example | None) -> Problems:
    offered = fixes(rule, example.code)
    if shown is None:
        return [f"{_where(example)} can be fixed; a fixed block must follow and show the result"] if offered else []
    if not offered:
        return [f"{_where(example)} is followed by a fixed block, and the rule offers no fix"]
    result = apply_fixes(SCRIPT, example.code.encode(), offered)
    if result is None:
        return [f"the fix of {_where(example)} cannot be applied or leaves no valid code"]
    problems = []
    if result.decode() != shown.code:
        problems.append(f"the fix of {_where(example)} gives\n{result.decode()}and the page shows\n{shown.code}")
    if judge(rule, shown.code):
        problems.append(f"{_where(shown)} is fixed and still flagged{_said(judge(rule, shown.code))}")
    return problems


def _where(example: Example) -> str:
    return f"the {example.kind} example in line {example.page_line} of the page"


def _said(findings: list[Finding]) -> str:
    return "".join(f"\n    line {finding.place.line}: {finding.message}" for finding in findings)


CHECKS: dict[str, Check] = {
    "summary": summary,
    "headings": headings,
    "metadata": metadata,
    "snippets": snippets,
    "bad": bad,
    "good": good,
    "fixed": fixed,
}
"""What is checked of every page, by the name that test reports use."""
