from pathlib import Path

import pytest

from heldout.cli.main import main
from heldout.project.usage import UsageError
from heldout.testing.rule_file import CHECKS, load_rule, problems

RULE = '''\
"""A split is drawn at random.

## Why it matters

It changes.

```python bad
from sklearn.model_selection import train_test_split

X_train, X_test = train_test_split(X)  # finding: here
```

```python good
from sklearn.preprocessing import StandardScaler

StandardScaler()
```

## Better

Say so.
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Split, Trace


class SplitMade(Rule):
    code = "HLD795"
    level = "advice"
    needs = ("sklearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        for split in trace.of(Split):
            yield self.finding(split, "the rows are split")
'''


@pytest.fixture
def rule_path(tmp_path: Path) -> Path:
    """Give the file of a rule outside the catalogue."""
    folder = tmp_path / "reproducibility"
    folder.mkdir()
    path = folder / "split_made.py"
    path.write_text(RULE)
    return path


def test_good_rule_passes(rule_path: Path) -> None:
    """A rule that does what its page says has no problems, whoever wrote it and wherever it is."""
    rule, page = load_rule(str(rule_path))
    assert (rule.name, rule.section) == ("split-made", "reproducibility")
    assert problems(rule, page) == []


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ("A split is drawn at random.", "A split is drawn at random", "summary"),
        ("A split is drawn at random.", f"{'Long ' * 30}.", "summary"),
        ("## Better", "## Worse", "headings"),
        ("SplitMade", "SplitDone", "metadata"),
        ("HLD795", "HLD195", "metadata"),
        ('"advice"', '"fatal"', "metadata"),
        ("```python good", "```python fine", "snippets"),
        ("StandardScaler()\n", "StandardScaler(\n", "snippets"),
        ("  # finding: here", "", "bad"),
        ("split(X)  # finding: here", "split(X)  # finding\nX_train  # finding", "bad"),
        ("import train_test_split\n", "import train_test_split  # via\n", "bad"),
        ("StandardScaler()\n", "from sklearn.model_selection import train_test_split\ntrain_test_split(X)\n", "good"),
        ("```python good", "```python fixed", "fixed"),
    ],
)
def test_each_broken_promise_is_found(rule_path: Path, old: str, new: str, check: str) -> None:
    """A page that says something else than the rule does is caught by the check for it."""
    rule_path.write_text(RULE.replace(old, new))
    rule, page = load_rule(str(rule_path))
    assert check in [name for name, _ in problems(rule, page)]


def test_battery_catches_a_rule_that_looks_at_the_text(rule_path: Path) -> None:
    """A rule that goes by columns instead of by meaning does not withstand the battery."""
    narrowed = "for split in (each for each in trace.of(Split) if each.place.column == 18):"
    rule_path.write_text(RULE.replace("for split in trace.of(Split):", narrowed))
    rule, page = load_rule(str(rule_path))
    assert "in-function" in {name for name, _ in problems(rule, page)}


def test_file_without_a_rule_is_refused(tmp_path: Path) -> None:
    """A file that holds no rule is a mistake of the user."""
    path = tmp_path / "empty.py"
    path.write_text('"""Nothing."""\n')
    with pytest.raises(UsageError, match="holds 0 classes derived from Rule"):
        load_rule(str(path))


def test_command(rule_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`heldout test` runs the checks over files and folders, and exits with 1 when one fails."""
    assert main(["test", str(rule_path.parent)]) == 0
    assert f"split-made: passed (2 examples, {len(CHECKS)} checks)" in capsys.readouterr().out
    rule_path.write_text(RULE.replace("## Better", "## Worse"))
    assert main(["test", str(rule_path)]) == 1
    assert "headings: the page has no heading '## Better'" in capsys.readouterr().out
    assert main(["test", str(rule_path.parent / "none")]) == 2
