"""Statements that a fix puts behind the imports of a program."""

from heldout.finding import Fix, Replacement
from heldout.libraries.seeding import STATEMENTS
from heldout.trace import Import, Trace

#: So many lines may lie between two imports that stand together.
_NEAR = 3


def seed_planted(trace: Trace, source: str) -> Fix | None:
    """The fix that seeds a generator behind the imports; None if the program does not import its library at the top.

    source: a key of `heldout.libraries.seeding.STATEMENTS`.
    """
    for module, _, form in STATEMENTS[source]:
        for made in trace.imported:
            if made.module == module:
                return _behind(trace, made, form.format(made.name))
    for module, usual, form in reversed(STATEMENTS[source]):
        root = module.partition(".")[0]
        for made in trace.imported:
            if made.module.partition(".")[0] == root and usual not in (other.name for other in trace.imported):
                alias = f" as {usual}" if usual != module else ""
                return _behind(trace, made, f"import {module}{alias}\n\n{form.format(usual)}")
    return None


def _behind(trace: Trace, made: Import, text: str) -> Fix:
    """The text behind the last of the imports that stand together with one."""
    last = made.place
    for other in sorted(trace.imported, key=lambda one: one.place.line):
        if last.end_line < other.place.line <= last.end_line + _NEAR:
            last = other.place
    return Fix("Seed it behind the imports", "unsafe", (Replacement(last.end, f"\n\n{text}"),))
