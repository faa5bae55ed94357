"""Deciding the conditions of table entries for one call's arguments."""

from collections.abc import Mapping

from heldout.events.calls import UNKNOWN
from heldout.libraries.table import Condition, Entry


def holds(condition: Condition, arguments: Mapping[str, object]) -> bool:
    """Whether `condition` holds for the arguments that a call writes: names to literal values, or `UNKNOWN`.

    ``given`` asks for an argument that is written and is not the literal in the condition's third place, the value that
    is as good as leaving it out (``("subsample", "given", 1.0)``); ``absent`` is its opposite.  ``count`` asks for a whole
    number that is written.
    """
    argument, test, value = condition
    written = argument in arguments
    actual = arguments.get(argument)
    if test == "given":
        return written and not _same(actual, value)
    if test == "absent":
        return not written or _same(actual, value)
    if test == "is":
        return written and _same(actual, value)
    if test == "not":
        return not written or not _same(actual, value)
    if test == "in" and isinstance(value, tuple):
        return written and any(_same(actual, one) for one in value)
    if test == "count":
        return isinstance(actual, int) and not isinstance(actual, bool)
    raise ValueError(
        f"condition {condition!r} of a library table: use given, absent, is, not, count, or in with a tuple"
    )


def learning(entry: Entry, arguments: Mapping[str, object]) -> str:
    """The learning kind of `entry` for a call with these arguments."""
    for argument, test, value, kind in entry.when:
        if holds((argument, test, value), arguments):
            return kind
    return entry.learns


def draws(entry: Entry, arguments: Mapping[str, object]) -> bool:
    """Whether a call with these arguments draws random numbers (seeded or not)."""
    if not entry.seeded_by:
        return False
    return not entry.draws_when or any(holds(condition, arguments) for condition in entry.draws_when)


def _same(actual: object, value: object) -> bool:
    # True == 1 and False == 0 in Python, while min_df=1 and shuffle=True say different things.
    if isinstance(actual, bool) is not isinstance(value, bool):
        return False
    return actual is value or (actual is not UNKNOWN and actual == value)
