from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Fit, Score, Statistic
from heldout.rows import NO, meets
from heldout.trace import Trace

Read = Callable[[str], Trace]
See = Callable[[str, str], Any]
SERIES = "series = df[['flow']].values; cut = int(len(series) * 0.8)"


@pytest.mark.parametrize(
    ("loop", "rows"),
    [
        ("for i in range(60, len(series)):\n    found.append(series[i - 60:i, 0])", "read_csv@1 / [60:]"),
        ("for i in range(len(series) - 9):\n    found.append(series[i:i + 9])", "read_csv@1 / [:n]"),
        ("for i in range(60, 1258):\n    found.append(series[i - 60:i])", "read_csv@1"),
        ("for i in range(len(series)):\n    found.append(series[i])", "read_csv@1"),
        ("for i in range(steps):\n    found.append(series[i:i + 9])", "read_csv@1"),
    ],
)
def test_windows_of_a_loop(seen: See, loop: str, rows: str) -> None:
    """Windows and rows that a loop collects hold the rows that the loop goes over."""
    assert seen(f"{SERIES}\nfound = []\n{loop}\n", "np.array(found)").rows == rows


def test_windows_hold_values_of_the_past(seen: See) -> None:
    """The numbers in a window are others than those of the row that it leads to."""
    program = f"""{SERIES}
def windows(data, back):
    X, y = [], []
    for end in range(back, len(data)):
        X.append(data[end - back:end, 0])
        y.append(data[end, 0])
    return np.array(X), np.array(y)
X, y = windows(series, 30)
"""
    left, right = seen(program, "X").data, seen(program, "y").data
    assert left.rows is not None
    assert str(left.rows) == str(right.rows) == "read_csv@1 / [30:]"
    assert left.columns.single()[1].traits == {"past"}
    assert not left.columns.holds(right.columns.single()[1].origin)


def test_lead_of_the_first_windows(read: Read) -> None:
    """A part that begins a few rows early, for its first windows to look back on, shares no windows with the part before."""
    trace = read(
        """
        import pandas as pd, numpy as np
        series = pd.read_csv("flow.csv").values
        cut = int(len(series) * 0.8)
        before, after = series[:cut], series[cut - 60:]
        X, Z = [], []
        for i in range(60, len(before)):
            X.append(before[i - 60:i])
        for i in range(60, len(after)):
            Z.append(after[i - 60:i])
        Ridge().fit(np.array(X))
        Ridge().fit(np.array(Z))
        """
    )
    first, second = trace.of(Fit)
    assert str(second.data.rows) == "read_csv@3 / [n:]"
    assert meets(first.data.rows, second.data.rows) == NO


def test_counted_lead_of_a_joined_table(seen: See) -> None:
    """What is left of two joined tables past the length of the first is the second one."""
    program = "other = pd.read_csv('b.csv')\nboth = pd.concat([df, other])"
    assert seen(program, "both[len(both) - len(other):]").rows == "read_csv@2"


def test_walking_forward(seen: See) -> None:
    """The row after a growing range of rows is not among them."""
    program = f"{SERIES}\nfor i in range(50, len(series)):\n    known, following = series[:i], series[i:i + 1]"
    rows = seen(program, "known").data.rows
    assert rows.slot[0] is None


def test_positions_of_reordered_rows(seen: See) -> None:
    """Numbers of rows count in the order of the table that they pick from."""
    program = f"{SERIES}\nmixed = df.sample(frac=1).reset_index(drop=True)\nrest = range(cut, len(mixed))"
    left = seen(program, "mixed[:cut]").data.rows
    right = seen(program, "mixed.values[rest]").data.rows
    assert (left.kind, right.kind) == ("slice", "slice")
    assert left.origin == right.origin


@pytest.mark.parametrize("piece", ["series[i - 60:i]", "series[i]", "df.iloc[i]"])
def test_nothing_is_learned_from_one_turn(read: Read, piece: str) -> None:
    """What is computed from the one row or window of a turn is a value of that row."""
    trace = read(
        f"""
        import pandas as pd, numpy as np
        df = pd.read_csv("a.csv")
        {SERIES}
        found = []
        for i in range(60, len(df)):
            piece = {piece}
            found.append((piece - piece.mean()) / np.std(piece))
        Ridge().fit(np.array(found))
        """
    )
    assert not list(trace.of(Statistic))
    assert [str(fit.data.rows) for fit in trace.of(Fit)] == ["read_csv@3 / [60:]"]


def test_images_beside_one_another(read: Read) -> None:
    """Arrays joined along any axis but the first are other values of the same rows."""
    trace = read(
        "import numpy as np\na = np.load('a.npy')\nb = (a + 1) / 2\nRidge().fit(np.concatenate([a, b], axis=3))"
    )
    assert [str(fit.data.rows) for fit in trace.of(Fit)] == ["load@2"]


@pytest.mark.parametrize(
    "cut",
    [
        "known, rest = slice(0, 60), slice(60, None)",
        "n = int(0.6 * len(df)); known, rest = slice(n), slice(n, None)",
        "known, rest = slice(None, 60), slice(60, 100)",
    ],
)
def test_stretches_kept_in_variables_are_cuts(read: Read, cut: str) -> None:
    """A table that is cut by slices that were put into variables has parts that share no rows."""
    trace = read(
        f"df = pd.read_csv('a.csv')\n{cut}\nX, y = df[['a']].values, df['b'].values\nm = Ridge().fit(X[known], y[known])\nm.score(X[rest], y[rest])"
    )
    (fit,), (score,) = trace.of(Fit), trace.of(Score)
    assert meets(fit.rows, score.rows) == NO
