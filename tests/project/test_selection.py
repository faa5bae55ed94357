import pytest

from heldout.project.selection import ALL, Selection, demand_known, known
from heldout.project.usage import UsageError
from heldout.rules import ENTRIES, Entry


def entry(name: str, code: str, section: str, level: str) -> Entry:
    """Give a rule of the catalogue below."""
    return Entry(name, code, section, level, (), f"heldout.rules.{section}.x", "X", "Something is wrong.")


LEAK = entry("leak-made", "HLD101", "leakage", "error")
OTHER = entry("other-leak", "HLD112", "leakage", "warning")
SEED = entry("no-seed", "HLD701", "reproducibility", "warning")
HINT = entry("mere-hint", "HLD702", "reproducibility", "advice")
CATALOGUE = (LEAK, OTHER, SEED, HINT)


def names(
    select: tuple[str, ...] = (ALL,), ignore: tuple[str, ...] = (), extend_select: tuple[str, ...] = ()
) -> list[str]:
    """Give the names of the rules that are selected."""
    selection = Selection(select, ignore, extend_select, catalogue=CATALOGUE)
    return [each.name for each in selection.entries]


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("ALL", ["leak-made", "other-leak", "no-seed", "mere-hint"]),
        ("HLD", ["leak-made", "other-leak", "no-seed", "mere-hint"]),
        ("HLD1", ["leak-made", "other-leak"]),
        ("HLD11", ["other-leak"]),
        ("HLD101", ["leak-made"]),
        ("hld101", ["leak-made"]),
        ("leakage", ["leak-made", "other-leak"]),
        ("warning", ["other-leak", "no-seed"]),
        ("no-seed", ["no-seed"]),
    ],
)
def test_selectors(selector: str, expected: list[str]) -> None:
    """A selector is a name, a code or its beginning, a section, a level or ALL."""
    assert names((selector,)) == expected


def test_the_closer_selector_decides() -> None:
    """A rule named is in although its section is out, and out although its section is in."""
    assert names(("ALL",), ("leakage",)) == ["no-seed", "mere-hint"]
    assert names(("ALL", "HLD101"), ("leakage",)) == ["leak-made", "no-seed", "mere-hint"]
    assert names(("leakage",), ("HLD101",)) == ["other-leak"]


def test_equals_leave_the_rule_out() -> None:
    """Where select and ignore are equally close, ignore wins."""
    assert names(("HLD1",), ("HLD1",)) == []


def test_extend_select_adds() -> None:
    """Rules of extend-select come on top of the selection."""
    assert names(("leakage",), (), ("no-seed",)) == ["leak-made", "other-leak", "no-seed"]


def test_levels_can_be_changed() -> None:
    """A project judges a section or a rule otherwise; the closest selector decides."""
    selection = Selection(levels={"leakage": "warning", "HLD101": "advice"}, catalogue=CATALOGUE)
    assert selection.level(LEAK, "error") == "advice"
    assert selection.level(OTHER, "warning") == "warning"
    assert selection.level(SEED, "warning") == "warning"


def test_advice_is_shown_when_asked_for() -> None:
    """Advice is shown with the option, and also when something closer than ALL selects it."""
    assert not Selection(catalogue=CATALOGUE).shows(HINT, "advice")
    assert Selection(advice=True, catalogue=CATALOGUE).shows(HINT, "advice")
    assert Selection(("mere-hint",), catalogue=CATALOGUE).shows(HINT, "advice")
    assert Selection(catalogue=CATALOGUE).shows(LEAK, "error")


def test_unknown_selectors_are_refused_with_a_hint() -> None:
    """A selector that selects nothing is a mistake of the user, and the likely one is named."""
    with pytest.raises(UsageError, match=r"--select: .*'leakge'; did you mean 'leakage'\?"):
        demand_known(["leakge"], "--select")
    assert not known("HLD999")
    assert not known("HLDx")
    assert known("HLD1")


def test_every_rule_of_the_catalogue_is_known() -> None:
    """Every rule can be selected by its name and its code."""
    for each in ENTRIES:
        assert known(each.name)
        assert known(each.code)
