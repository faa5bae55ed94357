"""Which rules run, and at what level they speak.

A selector is a rule's name, a code or the beginning of one, a section, a level, or ALL.  Where one selector takes a
rule in and another leaves it out, the more specific one decides, as in ruff; between equals the rule is left out.
"""

from collections.abc import Iterable, Mapping, Sequence

from heldout.finding import LEVELS
from heldout.project.usage import UsageError, suggestion
from heldout.rules import ENTRIES, SECTIONS, Entry

ALL = "ALL"
PREFIX = "HLD"
FULL_CODE = len(PREFIX) + 3

NOT_MATCHED = -1
EXACT = 100


def specificity(selector: str, entry: Entry) -> int:
    """How closely `selector` points at the rule: `NOT_MATCHED`, or the greater the closer, up to `EXACT`."""
    if selector == ALL:
        return 0
    if selector in LEVELS:
        return 1 if entry.level == selector else NOT_MATCHED
    if selector in SECTIONS:
        return 2 if entry.section == selector else NOT_MATCHED
    if selector == entry.name or selector.upper() == entry.code:
        return EXACT
    if selector.upper().startswith(PREFIX) and entry.code.startswith(selector.upper()):
        return len(selector)
    return NOT_MATCHED


def closest(selectors: Iterable[str], entry: Entry) -> int:
    """The specificity of the selector that points at the rule most closely."""
    return max((specificity(selector, entry) for selector in selectors), default=NOT_MATCHED)


def known(selector: str) -> bool:
    """Whether `selector` is a name, code, prefix, section or level, or ALL."""
    if selector == ALL or selector in LEVELS or selector in SECTIONS:
        return True
    upper = selector.upper()
    if upper.startswith(PREFIX) and len(upper) < FULL_CODE and (upper == PREFIX or upper[len(PREFIX) :].isdigit()):
        return True
    return any(specificity(selector, entry) == EXACT for entry in ENTRIES)


def demand_known(selectors: Iterable[str], said_by: str) -> None:
    """Raise `UsageError` at the first selector that selects nothing; `said_by` names the option or file."""
    for selector in selectors:
        if not known(selector):
            raise UsageError(f"{said_by}: unknown rule, section or level '{selector}'{suggest(selector)}")


def suggest(selector: str) -> str:
    """A hint at the selector that was probably meant."""
    words = [ALL, *LEVELS, *SECTIONS, *(entry.name for entry in ENTRIES), *(entry.code for entry in ENTRIES)]
    return suggestion(selector, words)


class Selection:
    """The rules to run, with their levels.

    select, ignore, extend_select: selectors.  levels: selector -> level, for rules that a project judges otherwise.
    advice: whether advice is shown that is selected by ALL only; advice selected by a closer selector always is.
    """

    __slots__ = ("_advice", "_select", "_levels", "entries")

    def __init__(
        self,
        select: Sequence[str] = (ALL,),
        ignore: Sequence[str] = (),
        extend_select: Sequence[str] = (),
        levels: Mapping[str, str] | None = None,
        advice: bool = False,
        catalogue: Sequence[Entry] = ENTRIES,
    ) -> None:
        self._select = (*select, *extend_select)
        self._levels = levels or {}
        self._advice = advice
        self.entries = tuple(entry for entry in catalogue if closest(self._select, entry) > closest(ignore, entry))

    def level(self, entry: Entry, said: str) -> str:
        """The level of a finding of the rule that says `said` of itself."""
        best = max(self._levels, key=lambda selector: specificity(selector, entry), default=None)
        if best is None or specificity(best, entry) == NOT_MATCHED:
            return said
        return self._levels[best]

    def shows(self, entry: Entry, level: str) -> bool:
        """Whether a finding of the rule at `level` is printed and not only counted."""
        return level != "advice" or self._advice or closest(self._select, entry) > 0
