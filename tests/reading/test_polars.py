from collections.abc import Callable

import pytest

from heldout.events import Fit
from heldout.trace import Trace

Read = Callable[[str], Trace]


@pytest.mark.parametrize(
    ("expression", "rows", "columns", "learned"),
    [
        ("df.select('a', 'b')", "", "a, b", []),
        ("df.select(['a', pl.col('b') * 2])", "", "a, b", []),
        ("df.select(pl.col('a', 'b'))", "", "a, b", []),
        ("df.select((pl.col('a') - pl.col('a').mean()).alias('z'))", "", "z", ["mean"]),
        ("df.select(pl.col('a').fill_null(pl.col('a').median()))", "", "a", ["median"]),
        ("df.drop('a')", "", "all columns but a", []),
        ("df.drop(['a', 'b'])", "", "all columns but a, b", []),
        ("df.with_columns(pl.col('b').alias('c')).drop('a')", "", "all columns but a, and c", []),
        ("df.with_columns(z=pl.col('b') + 1).select('z')", "", "z", []),
        ("df.filter(pl.col('a') > 3)", " / filter", "all columns", []),
        ("df.filter(pl.col('a') > 3, pl.col('b') < 2)", " / filter / filter", "all columns", []),
        ("df.sort('a', descending=True)", "", "all columns", []),
    ],
)
def test_expressions_name_columns_of_their_frame(
    read: Read, expression: str, rows: str, columns: str, learned: list[str]
) -> None:
    """An expression handed to a frame is read with that frame's columns: what they carry, and what is learned of them."""
    trace = read(f"import polars as pl\ndf = pl.read_csv('a.csv')\nRidge().fit({expression})")
    (fit,) = trace.of(Fit)
    assert (str(fit.data.rows), str(fit.data.columns)) == (f"read_csv@2{rows}", columns)
    assert sorted(event.function for event in fit.data.learned) == learned  # type: ignore[attr-defined]


def test_pandas_words_keep_their_meaning(read: Read) -> None:
    """In a program that imports pandas too, `drop` and `filter` mean what pandas says unless only polars has the method."""
    trace = read("import pandas as pd, polars as pl\ndf = pd.read_csv('a.csv')\nRidge().fit(df.filter(['a']))")
    (fit,) = trace.of(Fit)
    assert (str(fit.data.rows), str(fit.data.columns)) == ("read_csv@2", "a")


def test_an_expression_by_itself_is_nothing(read: Read) -> None:
    """An expression that no frame is given learns nothing yet."""
    trace = read("import polars as pl\nolder = pl.col('a') > pl.col('a').mean()")
    assert {event.name for event in trace.events} == {"Call"}
