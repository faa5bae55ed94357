"""The catalogue: one file a rule, found through a generated index so that only the rules asked for are imported."""

import importlib
from typing import TYPE_CHECKING, NamedTuple

from heldout.rules._index import ROWS

if TYPE_CHECKING:
    from heldout.rule import Rule

SECTIONS = {
    "leakage": 1,
    "preparation": 2,
    "training": 3,
    "evaluation": 4,
    "pytorch": 5,
    "keras": 6,
    "reproducibility": 7,
    "tools": 8,
    "notebook": 9,
}
"""The sections of the catalogue and the first digit of their codes."""

PAGES = "https://heldout.dev/rules/"


class Entry(NamedTuple):
    """What is known of a rule without importing it; `needs` as in `heldout.rule.Rule`."""

    name: str
    code: str
    section: str
    level: str
    needs: tuple[str, ...]
    module: str
    class_name: str
    summary: str

    @property
    def url(self) -> str:
        """Where the rule's page is published."""
        return page_url(self.name)


ENTRIES: tuple[Entry, ...] = tuple(Entry(*row) for row in ROWS)
"""Every rule, by code."""


def page_url(name: str) -> str:
    """The address of the page of the rule `name`."""
    return f"{PAGES}{name}/"


def load(entry: Entry) -> "Rule":
    """Import the rule of `entry` and make one."""
    rule: Rule = getattr(importlib.import_module(entry.module), entry.class_name)()
    return rule


def find(name_or_code: str) -> Entry | None:
    """The rule of that name or code, in any case of letters."""
    wanted = name_or_code.lower()
    return next((entry for entry in ENTRIES if wanted in (entry.name, entry.code.lower())), None)
