from collections.abc import Callable

import pytest

from heldout.events import Choose, Score
from heldout.trace import Trace

Read = Callable[[str], Trace]
PARTS = """
    import pandas as pd
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.model_selection import KFold, train_test_split
    df = pd.read_csv("d.csv")
    X, y = df[["a"]], df["y"]
    a, b, ya, yb = train_test_split(X, y, random_state=0)
    best = 0
"""
KEPT = """
        if s > best: best = s
"""


@pytest.mark.parametrize(
    ("program", "by_seed"),
    [
        (f"for seed in range(50):\n        s = RandomForestClassifier(seed).fit(a, ya).score(b, yb){KEPT}", True),
        (
            f"for i in range(50):\n        s = RandomForestClassifier(random_state=i).fit(a, ya).score(b, yb){KEPT}",
            True,
        ),
        (
            f"for i in range(50):\n        s = RandomForestClassifier(random_state=3 * i + 1).fit(a, ya).score(b, yb){KEPT}",
            True,
        ),
        (f"for i in range(50):\n        s = RandomForestClassifier(max_depth=i).fit(a, ya).score(b, yb){KEPT}", False),
        (
            (
                "r = settings()['seed']\n    for i in range(50):\n        s = RandomForestClassifier(max_depth=i, random_state=r)"
                f".fit(a, ya).score(b, yb){KEPT}"
            ),
            False,
        ),
        (
            (
                "for i in range(50):\n        a, b, ya, yb = train_test_split(X, y, random_state=i)\n"
                f"        s = RandomForestClassifier(random_state=0).fit(a, ya).score(b, yb){KEPT}"
            ),
            True,
        ),
        (
            "scores = [RandomForestClassifier(random_state=i).fit(a, ya).score(b, yb) for i in range(50)]\n    max(scores)",
            True,
        ),
        (
            "scores = [RandomForestClassifier(max_depth=i).fit(a, ya).score(b, yb) for i in range(50)]\n    max(scores)",
            False,
        ),
    ],
)
def test_choice_by_seed_is_known(read: Read, program: str, by_seed: bool) -> None:
    """The best is one of seeds if the seed of the model or of the split comes from the loop, or the loop is called so."""
    trace = read(PARTS + "    " + program)
    assert {choice.by_seed for choice in trace.of(Choose)} == {by_seed}


def test_loop_that_keeps_the_best_decides(read: Read) -> None:
    """Inside a loop over seeds, the best of another loop is no choice of a seed."""
    program = (
        PARTS
        + """
    for seed in range(5):
        best = 0
        for depth in range(50):
            s = RandomForestClassifier(max_depth=depth, random_state=seed).fit(a, ya).score(b, yb)
            if s > best: best = s
    """
    )
    trace = read(program)
    assert {choice.by_seed for choice in trace.of(Choose)} == {False}


def test_folds_are_turns_of_one_judgment(read: Read) -> None:
    """A loop over folds hides nothing of the loop around it."""
    program = (
        PARTS
        + """
    for seed in range(50):
        for i, (t, v) in enumerate(KFold(5, shuffle=True, random_state=seed).split(X)):
            RandomForestClassifier().fit(X.iloc[t], y.iloc[t]).score(X.iloc[v], y.iloc[v])
    """
    )
    trace = read(program)
    assert {score.varied for score in trace.of(Score)} == {frozenset({"seed"})}
    assert {score.seeds for score in trace.of(Score)} == {frozenset({"seed"})}


def test_nothing_varies_after_the_loop(read: Read) -> None:
    """Loops and comprehensions leave nothing behind."""
    program = (
        PARTS
        + """
    [seed for seed in range(50)]
    for seed in range(50): pass
    RandomForestClassifier(random_state=seed).fit(a, ya).score(b, yb)
    """
    )
    (score,) = read(program).of(Score)
    assert (score.varied, score.seeds) == (frozenset(), frozenset())
