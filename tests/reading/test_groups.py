from collections.abc import Callable
from typing import Any

import pytest

See = Callable[[str, str], Any]


@pytest.mark.parametrize(
    ("expression", "rows", "columns", "learned"),
    [
        ("df.groupby('c')['y'].transform('mean')", "read_csv@1", "y", ["groupby.mean"]),
        ("df.groupby(['c', 'd'])['y'].transform('mean')", "read_csv@1", "y", ["groupby.mean"]),
        ("df.groupby('c')['y'].transform('count')", "read_csv@1", "y", ["groupby.count"]),
        ("df.groupby('c')['y'].transform(lambda g: g - g.mean())", "read_csv@1", "None", ["mean"]),
        ("df['c'].map(df.groupby('c')['y'].mean())", "read_csv@1", "None", ["groupby.mean"]),
        ("df.groupby('c')['a'].mean()", "groups", "a", ["groupby.mean"]),
        ("df.groupby('c').agg(m=('y', 'mean'))", "groups", "m", ["groupby.agg"]),
        ("df.groupby('c').agg({'y': 'mean'})", "groups", "y", ["groupby.agg"]),
        ("df.groupby('c').size()", "groups", "all columns", ["groupby.size"]),
        (
            "df.merge(df.groupby('c')['y'].mean().reset_index(), on='c')",
            "read_csv@1",
            "all columns, and y",
            ["groupby.mean"],
        ),
        ("df.groupby('c')['y'].shift(1)", "read_csv@1", "y", []),
        ("df.groupby('c')['y'].cumsum()", "read_csv@1", "y", []),
        ("df.groupby('c').filter(lambda g: len(g) > 3)", "read_csv@1 / filter", "all columns", []),
        ("df.groupby('c').get_group('x')", "read_csv@1 / group", "all columns", []),
        ("df.groupby('c').head(1)", "read_csv@1 / head", "all columns", []),
    ],
)
def test_what_groups_give(seen: See, expression: str, rows: str, columns: str, learned: list[str]) -> None:
    """Statistics by group are learned over the rows; what comes from earlier rows of a group, or picks rows, is not."""
    found = seen("", expression)
    assert (found.rows, found.columns, found.learned) == (rows, columns, learned)


def test_group_values_of_earlier_rows_are_past(seen: See) -> None:
    """A lag within groups is of earlier rows, or of later ones if it is negative."""
    for periods, trait in ((1, "past"), (-1, "future")):
        (column,) = seen("", f"df.groupby('c')['y'].shift({periods})").data.columns.known.values()
        assert column.traits == {trait}


def test_encoded_column_descends_from_the_target(seen: See) -> None:
    """A column of the target's averages descends from the target, so that it is seen to be made of it."""
    program = "df['e'] = df.groupby('c')['y'].transform('mean')"
    column = seen(program, "df['e']").data.columns.known["e"]
    assert seen("", "df").data.columns.column("y").origin in column.parents
