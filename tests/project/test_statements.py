import ast

import pytest

from heldout.project.statements import normalised, surroundings

CODE = """\
class Experiment:
    @decorated(1)
    def run(self):
        for fold in folds:
            try:
                x = fit(fold)
            except ValueError:
                y = 2
        match y:
            case 1:
                z = 3
"""


@pytest.mark.parametrize(
    ("line", "column", "scope", "statement"),
    [
        (6, 20, "Experiment.run", "x = fit(fold)"),
        (8, 16, "Experiment.run", "y = 2"),
        (11, 16, "Experiment.run", "z = 3"),
        (4, 12, "Experiment.run", "for fold in folds:"),
        (2, 5, "Experiment", "@decorated(1)\ndef run(self):"),
        (1, 0, "", "class Experiment:"),
    ],
)
def test_innermost_statement(line: int, column: int, scope: str, statement: str) -> None:
    """The innermost statement is found, with the definitions around it, and reprinted without its body."""
    found = surroundings(ast.parse(CODE).body, line, column)
    assert found is not None
    assert (found.scope, normalised(found.statement).strip()) == (scope, statement)


def test_between_statements_there_is_none() -> None:
    """A place that no statement covers has no surroundings."""
    assert surroundings(ast.parse("x = 1\n\n\ny = 2\n").body, 2, 0) is None


@pytest.mark.parametrize("spacing", ["x=f( 1,2 )", "x = f(1, 2)  # remark", "x = f(1,\n      2)", "x = (f(1, 2))"])
def test_spacing_and_comments_vanish(spacing: str) -> None:
    """Statements that differ in layout alone are the same statement."""
    assert normalised(ast.parse(spacing).body[0]) == "x = f(1, 2)"


@pytest.mark.parametrize(
    "code", ["try:\n    a()\nfinally:\n    b()", "match x:\n    case 1: pass", "with a() as b:\n  c()"]
)
def test_compound_statements_lose_their_bodies_only(code: str) -> None:
    """The tree that is reprinted is left as it was."""
    statement = ast.parse(code).body[0]
    before = ast.dump(statement)
    assert "b()" not in normalised(statement)
    assert ast.dump(statement) == before
