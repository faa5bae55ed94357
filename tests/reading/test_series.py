from collections.abc import Callable
from typing import Any

import pytest

See = Callable[[str, str], Any]


def traits(seen: See, program: str, expression: str) -> set[str]:
    """What the columns of an expression are made of: earlier rows, later ones, or rows that were moved."""
    return set(seen(program, expression).data.columns.everything().traits)


@pytest.mark.parametrize(
    ("program", "expression", "expected"),
    [
        ("", "df['a'].shift(1)", {"past"}),
        ("", "df['a'].shift(-1)", {"future"}),
        ("", "df['a'].shift(0)", {"moved"}),
        ("", "df['a'].shift(df.k)", {"moved"}),
        ("", "df['a'].rolling(7).mean()", {"past"}),
        ("", "df['a'].rolling(7, center=True).mean()", {"future"}),
        ("df = df.sort_values('day', ascending=False)", "df['a'].shift(-1)", {"past"}),
        ("df = df.sort_values('day', ascending=False)", "df['a'].shift(1)", {"future"}),
        ("df = df.sort_values('day', ascending=False)", "df['a'].rolling(7).sum()", {"future"}),
        ("df = df.sort_values('day', ascending=False)[::-1]", "df['a'].rolling(7).sum()", {"past"}),
        ("df = df.sort_values(['who', 'day'], ascending=[True, False])", "df['a'].shift(-1)", {"past"}),
        ("df = df.sort_values('day')", "df['a'][::-1].rolling(7).sum()[::-1]", {"future"}),
        ("df = df[::-1]", "df['a'].rolling(7).sum()", {"past"}),
        ("", "df.groupby('who')['a'].shift(-1)", {"future"}),
        ("", "df['a'].ffill()", set()),
        ("", "df['a'].bfill()", set()),
    ],
)
def test_where_the_values_of_a_row_come_from(seen: See, program: str, expression: str, expected: set[str]) -> None:
    """Shifts and windows take from earlier or from later rows, by their sign and by how the rows were sorted."""
    assert traits(seen, program, expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [("savgol_filter(df['a'], 5, 2)", {"future"}), ("savgol_filter(df.values, 5, 2)", set())],
)
def test_filters_of_signals(seen: See, expression: str, expected: set[str]) -> None:
    """A filter of one series looks ahead; of a table it runs along each row, which may be a spectrum."""
    assert traits(seen, "from scipy.signal import savgol_filter", expression) == expected


@pytest.mark.parametrize(
    ("program", "in_time"),
    [
        ("", False),
        ("df = df.sort_values('day')", True),
        ("df = df.sort_values(['who', 'day'])", True),
        ("df = df.sort_values('price')", False),
        ("df = df.set_index('date')", True),
        ("df.set_index('date', inplace=True)", True),
        ("df = pd.read_csv('b.csv', parse_dates=['day'])", True),
        ("df = pd.read_csv('b.csv', index_col=0, parse_dates=True)", True),
        ("df = df.sort_values('day').sort_values('price')", False),
    ],
)
def test_signs_of_time_order(seen: See, program: str, in_time: bool) -> None:
    """Rows are in the order of time where the program sorts, indexes or parses by a name of time."""
    assert seen(program, "df").data.in_time is in_time
