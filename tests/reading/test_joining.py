from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Resample
from heldout.trace import Trace

See = Callable[[str, str], Any]
BOTH = "(read_csv@1 / [:5] + read_csv@1 / [5:])"


@pytest.mark.parametrize(
    ("expression", "rows", "columns"),
    [
        ("pd.concat([a, b])", BOTH, "all columns"),
        ("pd.concat((a, b), ignore_index=True)", BOTH, "all columns"),
        ("np.vstack([a, b])", BOTH, "all columns"),
        ("np.concatenate((a, b))", BOTH, "all columns"),
        ("np.concatenate([a, b], axis=0)", BOTH, "all columns"),
        ("np.append(a, b, axis=0)", BOTH, "all columns"),
        ("a.append(b)", BOTH, "all columns"),
        ("pd.concat([a[['a']], a[['b']]], axis=1)", "read_csv@1 / [:5]", "a, b"),
        ("np.hstack([a[['a']], a[['b']]])", "read_csv@1 / [:5]", "a, b"),
        ("np.column_stack((a['a'], a['b']))", "read_csv@1 / [:5]", "a, b"),
        ("pd.DataFrame({'x': a['a'], 'y': a['b']})", "read_csv@1 / [:5]", "x, y"),
        ("pd.DataFrame(a['a'])", "read_csv@1 / [:5]", "a"),
        ("pd.Series(a['a'])", "read_csv@1 / [:5]", "a"),
    ],
)
def test_joined_tables(seen: See, expression: str, rows: str, columns: str) -> None:
    """Tables under one another hold the rows of each, tables beside one another the columns of each."""
    found = seen("a, b = df[:5], df[5:]", expression)
    assert (found.rows, found.columns, found.learned) == (rows, columns, [])


def test_joined_rows_carry_what_each_carries(seen: See) -> None:
    """What was learned into one of two joined tables is in the result."""
    assert seen("a, b = df[:5], df[5:]\na = a - a.mean()", "pd.concat([a, b])").learned == ["mean"]


@pytest.mark.parametrize(
    ("expression", "copies"),
    [
        ("pd.concat([df, df])", True),
        ("pd.concat([df, df[df.y == 1]])", True),
        ("np.vstack([df.values, df.values * 1.1])", True),
        ("pd.concat([df[df.y == 0], df[df.y == 1]])", False),
        ("pd.concat([df, pd.read_csv('b.csv')])", False),
        ("pd.concat([df['a'], df['b']])", False),
        ("pd.concat([df, df], axis=1)", False),
    ],
)
def test_rows_joined_to_themselves_are_copies(read: Callable[[str], Trace], expression: str, copies: bool) -> None:
    """Rows that are put under themselves, as they are or changed a little, are copied."""
    events = list(read(f"df = pd.read_csv('a.csv')\nboth = {expression}").of(Resample))
    assert [event.learns for event in events] == ["copy"] * copies
