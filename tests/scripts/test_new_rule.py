import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from heldout.rules import SECTIONS

SCRIPTS = Path(__file__).parent.parent.parent / "scripts"


def script(name: str) -> ModuleType:
    """Import one of the scripts."""
    spec = importlib.util.spec_from_file_location(name, SCRIPTS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_skeleton_is_a_rule_with_the_next_code(tmp_path: Path) -> None:
    """A skeleton is a valid rule file with the next free code of its section, and the index can take it in."""
    new_rule, build_index = script("new_rule"), script("build_index")
    first = new_rule.write_rule("evaluation", "single-split-verdict", tmp_path)
    second = new_rule.write_rule("evaluation", "no-baseline-model", tmp_path)
    assert (first.name, first.parent.name) == ("single_split_verdict.py", "evaluation")
    assert 'code = "HLD401"' in first.read_text()
    assert 'code = "HLD402"' in second.read_text()
    row = build_index.read_rule(first)
    assert row == (
        "single-split-verdict",
        "HLD401",
        "evaluation",
        "warning",
        ("sklearn",),
        "heldout.rules.evaluation.single_split_verdict",
        "SingleSplitVerdict",
        "Say in one sentence what is wrong.",
    )
    namespace: dict[str, object] = {}
    exec(build_index.index_text(tmp_path), namespace)
    assert namespace["ROWS"] == (row, build_index.read_rule(second))


def test_wrong_names_are_refused(tmp_path: Path) -> None:
    """Unknown sections, names that are none and names that are taken are refused with a sentence."""
    new_rule = script("new_rule")
    assert "there is no section" in new_rule.refusal("nowhere", "some-rule", tmp_path)
    assert "is no name" in new_rule.refusal("preparation", "SomeRule", tmp_path)
    new_rule.write_rule("preparation", "some-rule", tmp_path)
    assert "there is a rule" in new_rule.refusal("preparation", "some-rule", tmp_path)


def test_sections_are_those_of_the_catalogue() -> None:
    """The script and the catalogue number the sections alike."""
    assert script("new_rule").SECTIONS == SECTIONS


def test_shared_codes_are_refused(tmp_path: Path) -> None:
    """Two rules with one code stop the index with both their names."""
    new_rule, build_index = script("new_rule"), script("build_index")
    new_rule.write_rule("preparation", "some-rule", tmp_path)
    other = new_rule.write_rule("preparation", "other-rule", tmp_path)
    other.write_text(other.read_text().replace("HLD202", "HLD201"))
    with pytest.raises(SystemExit, match="share the code HLD201"):
        build_index.index_text(tmp_path)


def test_wrong_use_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Called without a section and a name, the script says how it is called."""
    assert script("new_rule").main([]) == 2
    assert "SECTION NAME" in capsys.readouterr().err
