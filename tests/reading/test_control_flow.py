"""Loops that are left early, loops that would take too long, and what a study found."""

from collections.abc import Callable
from typing import Any

import pytest

from heldout.trace import Trace

See = Callable[[str, str], Any]
Read = Callable[[str], Trace]

HEAD = """import pandas as pd
df = pd.read_csv("a.csv")
"""


def test_break_leaves_a_known_loop(seen: See) -> None:
    """A loop whose turns are all known ends at the turn that breaks."""
    found = seen("for n in (1, 2, 3):\n    d = df[:n]\n    if n == 2:\n        break\n", "d")
    assert found.rows == "read_csv@1 / [:2]"


def test_continue_goes_on(seen: See) -> None:
    """A turn that is cut short does not end the loop."""
    found = seen("for n in (1, 2, 3):\n    d = df[:n]\n    if n == 2:\n        continue\n", "d")
    assert found.rows == "read_csv@1 / [:3]"


@pytest.mark.parametrize(
    "nested",
    [
        "".join("    " * depth + f"for v{depth} in (1, 2, 3, 4, 5, 6, 7, 8, 9):\n" for depth in range(8))
        + "    " * 8
        + "z = 1\n",
        "z = [1 " + "".join(f"for v{depth} in (1, 2, 3, 4, 5, 6, 7, 8, 9) " for depth in range(8)) + "]\n",
    ],
    ids=["statements", "comprehension"],
)
def test_nested_known_loops_end_within_the_budget(read: Read, nested: str) -> None:
    """Loops in loops that would take millions of turns stop at the budget, and the trace says where."""
    assert read(HEAD + nested).exhausted_at is not None


def test_text_of_a_score_shows_it(read: Read) -> None:
    """``print(str(score))`` is a report like ``print(score)``."""
    trace = read(
        HEAD
        + "from sklearn.svm import SVC\nm = SVC().fit(df[['a']], df['y'])\nprint(str(m.score(df[['a']], df['y'])))\n"
    )
    assert [score.reported for score in trace.scores] == [True]
