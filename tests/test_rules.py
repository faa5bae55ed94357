"""Every rule of the catalogue keeps the promises of its page and withstands the battery."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from heldout.rules import ENTRIES, Entry, load
from heldout.testing.page import read_page
from heldout.testing.rule_file import CHECKS

CASES = [pytest.param(entry, check, id=f"{entry.name}-{check}") for entry in ENTRIES for check in CHECKS]


@pytest.mark.parametrize(("entry", "check"), CASES)
def test_rule(entry: Entry, check: str) -> None:
    """The rule passes the check."""
    page = read_page(importlib.import_module(entry.module).__doc__ or "")
    problems = CHECKS[check](load(entry), page)
    assert not problems, "\n".join(problems)


def test_index_is_up_to_date() -> None:
    """The index says what the rule files say."""
    script = Path(__file__).parent.parent / "scripts" / "build_index.py"
    outcome = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr


def test_index_agrees_with_the_rules() -> None:
    """Name, code, section, level and needs of a loaded rule are those of its entry in the index."""
    for entry in ENTRIES:
        rule = load(entry)
        assert (rule.name, rule.code, rule.section, rule.level, tuple(rule.needs)) == entry[:5]


def test_codes_and_names_are_unique() -> None:
    """No two rules share a code or a name."""
    assert len({entry.code for entry in ENTRIES}) == len(ENTRIES)
    assert len({entry.name for entry in ENTRIES}) == len(ENTRIES)
