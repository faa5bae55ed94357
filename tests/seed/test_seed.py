"""Every mistake of the table that heldout began with: a program that makes it is found out, the mended one is not.

# finding: RULE or RULE   one of these rules reports this line
# large: FILE             the program's folder holds such a file, too large to be read in one piece
"""

import importlib.util
import re
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from heldout.finding import LEVELS
from heldout.reporting.report import Report
from heldout.review import review_file
from heldout.rules import ENTRIES

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent
PAIRS = sorted(path.stem.removesuffix("_wrong") for path in FOLDER.glob("*_wrong.py"))
FINDING = re.compile(r"# finding: ([a-z-]+(?: or [a-z-]+)*)")
LARGE = re.compile(r"^# large: (\S+)$", re.MULTILINE)
LARGE_SIZE = 4 * 2**30


def _coverage() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_coverage", ROOT / "scripts" / "build_coverage.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


coverage = _coverage()
BULLETS = [bullet for part in coverage.read_parts() for bullet in part["bullet"]]


def review(name: str, folder: Path) -> tuple[Report, dict[int, set[str]]]:
    """What a review says of one program, and what its comments ask for: rules by line."""
    path = Path(shutil.copy(FOLDER / name, folder))
    text = path.read_text(encoding="utf-8")
    for large in LARGE.findall(text):
        with (folder / large).open("wb") as file:
            file.truncate(LARGE_SIZE)
    marks = {
        number: set(found[1].split(" or "))
        for number, line in enumerate(text.splitlines(), 1)
        if (found := FINDING.search(line))
    }
    return review_file(str(path)), marks


@pytest.mark.parametrize("pair", PAIRS)
def test_mistake_is_found(pair: str, tmp_path: Path) -> None:
    """Each marked line is reported by a rule that the mark names, and no other error or warning is given."""
    report, marks = review(f"{pair}_wrong.py", tmp_path)
    assert marks
    told = [(finding.location.line, finding.rule, finding.level) for finding in report.findings]
    for line, rules in marks.items():
        assert any(where == line and rule in rules for where, rule, _ in told), (line, rules, told)
    serious = [(line, rule) for line, rule, level in told if LEVELS.index(level) >= LEVELS.index("warning")]
    assert [(line, rule) for line, rule in serious if rule not in marks.get(line, set())] == []


@pytest.mark.parametrize("pair", PAIRS)
def test_mended_program_is_silent(pair: str, tmp_path: Path) -> None:
    """The mended program gets no error and no warning, and nothing from the rules that spoke of the other."""
    _, marks = review(f"{pair}_wrong.py", tmp_path)
    spoke = set().union(*marks.values())
    report, _ = review(f"{pair}_right.py", tmp_path)
    left = [
        (finding.location.line, finding.rule)
        for finding in report.findings
        if finding.level != "advice" or finding.rule in spoke
    ]
    assert left == []


@pytest.mark.parametrize("pair", PAIRS)
def test_programs_are_of_a_real_size(pair: str) -> None:
    """Each program has 20 to 60 lines."""
    for side in ("wrong", "right"):
        assert 20 <= len((FOLDER / f"{pair}_{side}.py").read_text(encoding="utf-8").splitlines()) <= 60


def test_every_bullet_is_served() -> None:
    """Each bullet of the table names rules that exist, or a command, or has pages that refer to it."""
    assert coverage.problems(coverage.read_parts()) == []


def test_every_pair_belongs_to_a_bullet() -> None:
    """Each bullet that can be shown as a program has a pair, whose marked rules are among those that serve it."""
    assert {bullet["pair"] for bullet in BULLETS if "pair" in bullet} == set(PAIRS)
    names = {entry.name for entry in ENTRIES}
    for bullet in BULLETS:
        if "pair" not in bullet:
            continue
        marked = set(" or ".join(FINDING.findall((FOLDER / f"{bullet['pair']}_wrong.py").read_text())).split(" or "))
        assert marked <= names
        assert marked & set(bullet["rules"]), bullet["text"]


def test_page_is_up_to_date() -> None:
    """``docs/coverage.md`` says what the table and the rules say."""
    assert coverage.TARGET.read_text(encoding="utf-8") == coverage.page(coverage.read_parts())
