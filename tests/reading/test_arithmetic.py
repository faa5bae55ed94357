from collections.abc import Callable
from typing import Any

import pytest

from heldout.rows import LIKELY, NO, UNKNOWN, meets

See = Callable[[str, str], Any]


@pytest.mark.parametrize(
    ("expression", "columns", "learned"),
    [
        ("df - 1", "all columns", []),
        ("df - df.mean()", "all columns", ["mean"]),
        ("(df - df.mean()) / df.std()", "all columns", ["mean", "std"]),
        ("df - df.mean(axis=1)", "all columns", []),
        ("1 / df['a']", "None", []),
        ("-df['a']", "None", []),
        ("df['a'] - df['a'].mean() * 2", "None", ["mean"]),
        ("df['a'] - (df['b'] - df['b'].min())", "None", ["min"]),
        ("np.where(df['a'] > df['a'].median(), 1, 0)", "None", ["median"]),
    ],
)
def test_result_carries_what_its_parts_carry(seen: See, expression: str, columns: str, learned: list[str]) -> None:
    """Arithmetic over rows carries every statistic that flows into it, and none that is of single rows."""
    found = seen("", expression)
    assert (found.rows, found.columns, found.learned) == ("read_csv@1", columns, learned)


def test_computed_column_descends_from_its_sources(seen: See) -> None:
    """A column computed from others row by row has them for parents, under any name."""
    found = seen("df['z'] = np.log(df['a']) + df['b'] * 2", "df['z']").data
    whole = seen("", "df").data
    origins = {whole.columns.column(name).origin for name in "ab"}
    (column,) = found.columns.known.values()
    assert column.parents == origins
    assert column.origin not in origins


@pytest.mark.parametrize(
    ("constant", "rows"),
    [
        ("2 + 3", "[:5]"),
        ("10 // 2", "[:5]"),
        ("2 ** 3 - 3", "[:5]"),
        ("int(5.7)", "[:5]"),
        ("len([1, 2, 3]) + 2", "[:5]"),
        ("max(3, 5)", "[:5]"),
        ("-5", "[:-5]"),
        ("10 ** 1000", "[:n]"),
        ("1 / 0", "[:n]"),
    ],
)
def test_constants_are_computed(seen: See, constant: str, rows: str) -> None:
    """Arithmetic over small constants is carried out; what is huge or fails is not known."""
    assert seen("", f"df[:{constant}]").rows == f"read_csv@1 / {rows}"


@pytest.mark.parametrize(
    ("program", "one", "other", "answer"),
    [
        ("n = int(0.8 * len(df))", "df[:n]", "df[n:]", NO),
        ("n = round(len(df) * 0.8)", "df.iloc[:n]", "df.iloc[n:]", NO),
        ("n = len(df) // 5", "df[:-n]", "df[-n:]", NO),
        ("", "df[: int(0.8 * len(df))]", "df[int(0.8 * len(df)) :]", NO),
        ("n, m = load_sizes()", "df[:n]", "df[m:]", UNKNOWN),
        ("n = load_size()", "df[:n]", "df[n:]", NO),
        ("m = df['a'] > 3", "df[m]", "df[~m]", NO),
        ("m = df['a'] > 3", "df[m]", "df.loc[~m]", NO),
        ("", "df[df['year'] < 2020]", "df[df['year'] >= 2020]", NO),
        ("", "df[df.year < 2020]", "df[2020 <= df['year']]", NO),
        ("", "df[df['fold'] == 0]", "df[df['fold'] != 0]", NO),
        ("", "df.query('year < 2020')", "df.query('year >= 2020')", NO),
        ("", "df[df['year'] < 2020]", "df[df['year'] > 2018]", LIKELY),
        ("", "df[df['year'] < 2020]", "df[df['age'] > 50]", UNKNOWN),
        ("m = np.random.rand(len(df)) < 0.8", "df[m]", "df[~m]", NO),
        ("m = df['town'].isin(towns)", "df[m]", "df[~m]", NO),
        ("", "df[df['a'].isna()]", "df[~df['a'].isna()]", NO),
        ("i = np.random.permutation(len(df))", "df.iloc[i[:80]]", "df.iloc[i[80:]]", NO),
        ("i = np.where(df['a'] > 3)[0]", "df.iloc[i]", "df[df['a'] <= 3]", NO),
        ("k = 3", "df[df['fold'] == k]", "df[df['fold'] != k]", NO),
        ("", "df[(df['a'] > 3) & (df['b'] < 2)]", "df[~((df['a'] > 3) & (df['b'] < 2))]", NO),
    ],
)
def test_ranges_and_conditions_that_exclude_one_another(
    seen: See, program: str, one: str, other: str, answer: str
) -> None:
    """Ranges that touch and conditions that are opposites are seen to be disjoint, even if their ends are not known."""
    union = seen(f"{program}\none, other = {one}, {other}", "pd.concat([one, other])").data.rows
    left, right = union.members
    assert meets(left, right) == answer


def test_positions_added_are_one_after_the_other(seen: See) -> None:
    """Two lists of positions added pick the rows of both, and a range from one length to another the rows between."""
    text = (
        "more = pd.concat([df, pd.read_csv('b.csv')])\ntaken = list(range(len(df))) + list(range(len(df), len(more)))"
    )
    assert seen(text, "more.iloc[taken]").rows == "(read_csv@1 + read_csv@2)"
    assert seen(text, "more.iloc[list(range(len(df), len(more)))]").rows == "read_csv@2"
