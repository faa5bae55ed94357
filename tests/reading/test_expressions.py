from collections.abc import Callable
from typing import Any

import pytest

See = Callable[[str, str], Any]


@pytest.mark.parametrize(
    ("program", "expression", "rows"),
    [
        ("", "None or df[:5]", "read_csv@1 / [:5]"),
        ("", "df[:5] if 2 > 1 else df", "read_csv@1 / [:5]"),
        ("", "False and df or df[:5]", "read_csv@1 / [:5]"),
        ("", "[df[:5], df[5:]][1]", "read_csv@1 / [5:]"),
        ("", "(df[:5], df[5:])[-1]", "read_csv@1 / [5:]"),
        ("", "[df[:5], df[5:]][:1][0]", "read_csv@1 / [:5]"),
        ("", "[*[df[:5]], df[5:]][0]", "read_csv@1 / [:5]"),
        ("", "{'a': df[:5], **{'b': df[5:]}}['b']", "read_csv@1 / [5:]"),
        ("", "([df[:5]] + [df[5:]])[1]", "read_csv@1 / [5:]"),
        ("", "([df[:5]] * 2)[1]", "read_csv@1 / [:5]"),
        ("", "[d[:1] for d in (df[:5], df[5:])][1]", "read_csv@1 / [5:] / [:1]"),
        ("", "[d for d in (df[:5], df[5:]) if 0 or 1][1]", "read_csv@1 / [5:]"),
        ("", "[d[:n] for d in (df,) for n in (3, 4)][1]", "read_csv@1 / [:4]"),
        ("", "{n: df[:n] for n in (3, 4)}[3]", "read_csv@1 / [:3]"),
        ("", "(lambda d, n=3: d[:n])(df)", "read_csv@1 / [:3]"),
        ("", "df[: f'{5}' and 5]", "read_csv@1 / [:5]"),
        ("names = {'train': df[:5]}", "names[f'tr{\"ain\"}']", "read_csv@1 / [:5]"),
        ("parts = [df[:5], df[5:]]", "parts[i]", "(read_csv@1 / [:5] + read_csv@1 / [5:])"),
        ("parts = {'a': df[:5], 'b': df[5:]}", "parts[key]", "(read_csv@1 / [:5] + read_csv@1 / [5:])"),
        ("def f():\n    yield df[:5]", "next(f())", "read_csv@1 / [:5]"),
    ],
)
def test_rows_of_an_expression(seen: See, program: str, expression: str, rows: str) -> None:
    """An expression gives the rows that Python's would."""
    assert seen(program, expression).rows == rows


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        ("[c for c in df.columns if c != 'y']", "all columns but y"),
        ("[c for c in df.columns if c not in ('y', 'z')]", "all columns but y, z"),
        ("[c for c in df if c != 'y' and c != 'z']", "all columns but y, z"),
        ("[c for c in df.columns if c.startswith('a')]", "some columns"),
        ("[c for c in ['a', 'b', 'y'] if c != 'y']", "a, b"),
        ("['a'] + ['b']", "a, b"),
        ("df.columns[:-1]", "all columns but ('position', -1)"),
        ("df.columns.drop('y')", "all columns but y"),
        ("df.columns.difference(['y'])", "all columns but y"),
        ("list(df.columns)", "all columns"),
        ("list(set(['a', 'b', 'c']) - {'b'})", "a, c"),
    ],
)
def test_names_of_columns(seen: See, names: str, columns: str) -> None:
    """A list of names picks what its spelling shows, as far as it shows it."""
    assert seen("", f"df[{names}]").columns == columns


def test_names_chosen_by_a_statistic_carry_it(seen: See) -> None:
    """Columns that were chosen by a correlation carry what was learned to choose them."""
    program = "scores = df.corr()['y']\nchosen = [c for c in df.columns if scores[c] > 0.3]"
    found = seen(program, "df[chosen]")
    assert found.columns == "some columns"
    assert found.learned == ["corr"]


def test_filtered_comprehension_is_open(seen: See) -> None:
    """Of a list that a condition thins out, an item may be any."""
    assert seen("", "[d for d in (df[:5], df[5:]) if d.any()][0]").rows == "(read_csv@1 / [:5] + read_csv@1 / [5:])"
