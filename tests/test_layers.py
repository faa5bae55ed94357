"""What the layers promise beyond imports, which `lint-imports` holds: who prints, and how long a file may be."""

import ast
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "heldout"
FILES = sorted(path for path in SOURCE.rglob("*.py"))
LINES_OF_A_FILE = 450
LINES_OF_A_RULE = 170
GENERATED = {"rules/_index.py"}


def short(path: Path) -> str:
    """The path of a source file as the messages tell it."""
    return path.relative_to(SOURCE).as_posix()


def test_sources_are_found() -> None:
    """The checks of this file look at the package, not at an empty folder."""
    assert "rule.py" in {short(path) for path in FILES}


def test_only_the_command_line_prints() -> None:
    """Nothing but `heldout.cli` writes to the terminal; all else returns what it has to say."""
    printing = [
        f"{short(path)}:{node.lineno}"
        for path in FILES
        if path.relative_to(SOURCE).parts[0] != "cli"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if is_print(node)
    ]
    assert not printing, f"return or raise instead of printing at {', '.join(printing)}"


def is_print(node: ast.AST) -> bool:
    """Whether the node writes to standard output or standard error."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "print"
    return (
        isinstance(node, ast.Attribute)
        and node.attr in ("stdout", "stderr")
        and isinstance(node.value, ast.Name)
        and node.value.id == "sys"
    )


def test_files_stay_short() -> None:
    """A file fits one idea: source files stay under 450 lines, and rules, with their pages, under 170."""
    long = [f"{short(path)} ({lines})" for path in FILES if (lines := line_count(path)) >= limit(path)]
    assert not long, f"split by idea: {', '.join(long)}"


def line_count(path: Path) -> int:
    """How many lines a file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def limit(path: Path) -> float:
    """The number of lines that a file must stay under."""
    if short(path) in GENERATED:
        return float("inf")
    parts = path.relative_to(SOURCE).parts
    return LINES_OF_A_RULE if parts[0] == "rules" and len(parts) == 3 else LINES_OF_A_FILE
