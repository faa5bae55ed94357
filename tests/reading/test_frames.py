from collections.abc import Callable
from typing import Any

import pytest

See = Callable[[str, str], Any]


@pytest.mark.parametrize(
    ("expression", "rows", "columns"),
    [
        ("df.copy()", "", "all columns"),
        ("df.reset_index(drop=True)", "", "all columns"),
        ("np.array(df)", "", "all columns"),
        ("df['a'].astype(int)", "", "a"),
        ("np.log(df)", "", "all columns"),
        ("np.log1p(df['a'])", "", "None"),
        ("df.dropna()", " / dropna", "all columns"),
        ("df.drop_duplicates()", " / drop_duplicates", "all columns"),
        ("df.query('a > 3')", " / query", "all columns"),
        ("df.sample(5)", " / a few rows", "all columns"),
        ("df.sample(frac=1)", "", "all columns"),
        ("df.sort_values('day')", "", "all columns"),
        ("df.sort_values('day')[:5]", " / [:5]", "all columns"),
        ("df.apply(lambda c: c * 2)", "", "all columns"),
        ("df.apply(lambda r: r['a'], axis=1)", "", "None"),
        ("df['a'].map({'x': 1})", "", "None"),
        ("df.fillna(method='ffill')", "", "all columns"),
    ],
)
def test_methods_that_learn_nothing(seen: See, expression: str, rows: str, columns: str) -> None:
    """What changes or picks rows one by one learns nothing."""
    found = seen("", expression)
    assert (found.rows, found.columns, found.learned) == (f"read_csv@1{rows}", columns, [])


@pytest.mark.parametrize(
    ("expression", "learned"),
    [
        ("df['a'].rank()", "rank"),
        ("pd.qcut(df['a'], 4)", "qcut"),
        ("minmax_scale(df)", "minmax_scale"),
        ("df['a'].apply(lambda v: v - df['a'].mean())", "mean"),
        ("df.apply(lambda c: c / c.max())", "max"),
        ("df['a'].map(df['a'].value_counts())", "value_counts"),
        ("df.clip(0, df['a'].quantile(0.9))", "quantile"),
        ("df.fillna(df.median())", "median"),
        ("pd.get_dummies(df)", "get_dummies"),
        ("pd.factorize(df['a'])[0]", "factorize"),
    ],
)
def test_methods_that_learn(seen: See, expression: str, learned: str) -> None:
    """What places each row among all of them carries what was learned over the rows."""
    found = seen("", expression)
    assert (found.rows, found.learned) == ("read_csv@1", [learned])


@pytest.mark.parametrize(
    ("expression", "traits"),
    [
        ("df['a'].shift(1)", {"past"}),
        ("df['a'].shift()", {"past"}),
        ("df['a'].shift(-1)", {"future"}),
        ("df['a'].diff()", {"past"}),
        ("df['a'].pct_change(-1)", {"future"}),
        ("df['a'].rolling(3).mean()", {"past"}),
        ("df['a'].rolling(3, center=True).mean()", {"future"}),
        ("df['a'].expanding().mean()", {"past"}),
        ("df['a'].ewm(3).mean()", {"past"}),
        ("df['a'].cumsum()", {"past"}),
        ("df['a'] * 2", set()),
    ],
)
def test_past_and_future(seen: See, expression: str, traits: set[str]) -> None:
    """A column made of earlier or later rows says so, even after arithmetic."""
    (column,) = seen("", f"{expression} + 1").data.columns.known.values()
    assert column.traits == traits


def test_shuffled_order_is_another_order(seen: See) -> None:
    """Ranges of rows that were shuffled are not ranges of the rows as loaded."""
    program = "shuffled = df.sample(frac=1, random_state=0)"
    one, other = seen(program, "shuffled[:5]").data.rows, seen(program, "df[:5]").data.rows
    assert str(one) == str(other)
    assert one.origin != other.origin


@pytest.mark.parametrize(
    ("program", "rest"),
    [
        ("taken = df.sample(20)\nleft = df.drop(taken.index)", "rest"),
        ("taken = df.sample(frac=0.2)\nleft = df.drop(index=taken.index)", "rest"),
        ("taken = df[:20]\nleft = df.drop(taken.index)", "rest"),
        ("taken = df.sample(20)\nleft = df[~df.index.isin(taken.index)]", "filter"),
    ],
)
def test_rows_left_by_a_sample(seen: See, program: str, rest: str) -> None:
    """What is left when some rows are dropped is a part of its own."""
    assert seen(program, "left").rows == f"read_csv@1 / {rest}"


def test_pieces(seen: See) -> None:
    """Consecutive pieces are as many as the cuts ask for, and disjoint."""
    program = "a, b, c = np.split(df.sample(frac=1), [60, 80])"
    assert [seen(program, name).rows for name in "abc"] == [f"read_csv@1 / piece {n}" for n in (1, 2, 3)]
    assert seen("parts = np.array_split(df, 4)", "parts[3]").rows == "read_csv@1 / piece 4"


def test_written_file_is_read_back(seen: See) -> None:
    """A file that the program itself wrote holds the rows that it wrote there."""
    assert seen("df[:5].to_csv('b.csv')\nback = pd.read_csv('b.csv')", "back").rows == "read_csv@1 / [:5]"
