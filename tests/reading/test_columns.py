from collections.abc import Callable
from typing import Any

import pytest

See = Callable[[str, str], Any]


@pytest.mark.parametrize(
    ("program", "columns", "learned"),
    [
        ("df = df.drop(columns='a')", "all columns but a", []),
        ("df = df.drop(columns=['a', 'b'])", "all columns but a, b", []),
        ("df = df.drop(['a'], axis=1)", "all columns but a", []),
        ("df = df.drop('a', axis='columns')", "all columns but a", []),
        ("df.drop('a', axis=1)", "all columns", []),
        ("df.drop('a', axis=1, inplace=True)", "all columns but a", []),
        ("gone = ['a']\ndf = df.drop(columns=gone)", "all columns but a", []),
        ("df = df.drop(columns=names_of_others())", "some columns", []),
        ("y = df.pop('y')", "all columns but y", []),
        ("df.insert(0, 'z', df['a'].mean())", "all columns, and z", ["mean"]),
        ("df = df.rename(columns={'a': 'b'})", "all columns but a, and b", []),
        ("df.rename(columns={'a': 'b'}, inplace=True)", "all columns but a, and b", []),
        ("df = df.assign(z=df['a'].mean(), w=lambda d: d['b'] * 2)", "all columns, and z, w", ["mean"]),
        ("df = df.fillna({'a': df['a'].mean()})", "all columns, and a", ["mean"]),
        ("df = df.fillna(0)", "all columns", []),
        ("df = df.select_dtypes('number')", "some columns", []),
        ("df = df.filter(items=['a', 'b'])", "a, b", []),
        ("df = pd.get_dummies(df, columns=['c'])", "all columns but c", ["get_dummies"]),
    ],
)
def test_columns_after_a_method(seen: See, program: str, columns: str, learned: list[str]) -> None:
    """A method that drops, adds, fills or renames columns leaves those that pandas would leave."""
    found = seen(program, "df")
    assert (found.rows, found.columns, found.learned) == ("read_csv@1", columns, learned)


def test_popped_column_is_kept(seen: See) -> None:
    """The column that was taken out of a frame is the same column as before."""
    (column,) = seen("y = df.pop('y')", "y").data.columns.known.values()
    assert column.origin == seen("", "df").data.columns.column("y").origin


def test_merge_brings_columns(seen: See) -> None:
    """A merged table has the rows of the left one and the columns of both, with what they carry."""
    program = "other = pd.read_csv('b.csv')[['key', 'z']]\nother['z'] = other['z'].rank()"
    for expression in ("df.merge(other, on='key')", "pd.merge(df, other)", "df.join(other)"):
        found = seen(program, expression)
        assert (found.rows, found.columns, found.learned) == ("read_csv@1", "all columns, and key, z", ["rank"])


def test_clip_by_constants(seen: See) -> None:
    """Bounds that are constants teach nothing."""
    assert seen("", "df.clip(0, 1)").learned == []
