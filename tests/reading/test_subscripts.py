from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Fit
from heldout.rows import meets
from heldout.trace import Trace

See = Callable[[str, str], Any]


@pytest.mark.parametrize(
    ("expression", "rows"),
    [
        ("df[:5]", " / [:5]"),
        ("df[5:]", " / [5:]"),
        ("df[0:5]", " / [:5]"),
        ("df[-5:]", " / [-5:]"),
        ("df.iloc[5:10]", " / [5:10]"),
        ("df.iloc[:5, :]", " / [:5]"),
        ("df.values[:5, 0]", " / [:5]"),
        ("df.loc[5:, 'a']", " / [5:]"),
        ("df[:]", ""),
        ("df[::-1]", ""),
        ("df[::2]", " / every so many rows"),
        ("df.head()", " / head"),
        ("df.tail(3)", " / tail"),
        ("df[df['a'] > 3]", " / filter"),
        ("df.loc[df['a'] > 3]", " / filter"),
        ("df[df['a'] > 3][:5]", " / filter / [:5]"),
        ("df.values[3]", " / one row"),
        ("df.loc[3]", " / [3]"),
        ("df[mask]", " / filter"),
        ("df.iloc[positions]", " / filter"),
        ("df['a'][:5]", " / [:5]"),
        ("df.values[None, :5]", None),
        ("df.values[..., 0]", ""),
    ],
)
def test_rows_picked(seen: See, expression: str, rows: str | None) -> None:
    """A subscript picks a range, what a condition holds for, or one row; without any it leaves the rows as they are."""
    found = seen("mask, positions = df['a'] > 3, df['a'] < 3\npositions = np.where(positions)[0]", expression).rows
    assert found == f"read_csv@1{rows}" if rows is not None else found.startswith("read_csv@1")


@pytest.mark.parametrize(
    ("expression", "columns"),
    [
        ("df['a']", "a"),
        ("df.a", "a"),
        ("df[['a', 'b']]", "a, b"),
        ("df.loc[:, 'a']", "a"),
        ("df.loc[:, ['a', 'b']]", "a, b"),
        ("df.values[:, :-1]", "all columns but ('position', -1)"),
        ("df.values[:, 1:]", "all columns but ('position', 0)"),
        ("df.iloc[:, 2:4]", "some columns"),
        ("df[['a', 'b', 'c']].iloc[:, :2]", "a, b"),
        ("df[['a', 'b', 'c']].iloc[:, 1:]", "b, c"),
        ("df[['a', 'b', 'c']].iloc[:, -1]", "-1"),
        ("df[chosen]", "a, b"),
        ("df.loc[:, chosen]", "a, b"),
        ("df[name]", "some columns"),
        ("df.loc[:, df.columns != 'y']", "some columns"),
    ],
)
def test_columns_picked(seen: See, expression: str, columns: str) -> None:
    """A subscript picks columns by name or position; names that are not known pick some columns."""
    assert seen("chosen = ['a', 'b']\nname = choose()", expression).columns == columns


def test_last_column_of_known_ones_keeps_its_origin(seen: See) -> None:
    """A column picked by position among known ones is the column of that name."""
    found = seen("part = df[['a', 'b', 'y']]", "part.values[:, -1]").data
    (column,) = found.columns.known.values()
    assert column.origin == seen("", "df").data.columns.column("y").origin


def test_same_position_is_the_same_column(seen: See) -> None:
    """The last column of an array is not among the columns before it, and is among all of them."""
    (column,) = seen("", "df.values[:, -1]").data.columns.known.values()
    assert not seen("", "df.values[:, :-1]").data.columns.holds(column.origin)
    assert seen("", "df.values").data.columns.holds(column.origin)


def test_positions_of_one_array_pick_the_same_rows_of_another(seen: See) -> None:
    """Positions that were split pick, of every array of that length, the same parts."""
    program = """
        train, test = train_test_split(np.arange(len(df)), random_state=0)
        X, y = df[["a"]], df["y"]
    """
    assert seen(program, "X.iloc[train]").rows == "read_csv@1 / train"
    assert seen(program, "y.values[test]").rows == "read_csv@1 / test"


def test_slice_of_joined_tables_takes_one_out_again(seen: See) -> None:
    """A slice of two joined tables at the length of the first gives each of them back."""
    program = "a, b = df[:5], df[5:]\nboth = pd.concat([a, b])\nn = len(a)"
    assert seen(program, "both[:n]").rows == "read_csv@1 / [:5]"
    assert seen(program, "both[n:]").rows == "read_csv@1 / [5:]"
    assert seen(program, "both[: len(a)]").rows == "read_csv@1 / [:5]"


def test_item_of_an_own_class(seen: See) -> None:
    """An object of the program is asked for its item by its own method."""
    program = """
        class Parts:
            def __init__(self, d): self.d = d
            def __getitem__(self, n): return self.d[:n]
    """
    assert seen(program, "Parts(df)[4]").rows == "read_csv@1 / [:4]"


def test_keys_that_name_parts_of_an_unknown_argument_are_parts(read: Callable[[str], Trace]) -> None:
    """``prepared["X_train"]`` and ``prepared["X_val"]`` of an argument nobody gave are different rows."""
    trace = read(
        """
        from sklearn.svm import SVC
        def judge(prepared):
            model = SVC().fit(prepared["X_train"], prepared["y_train"])
            print(model.score(prepared["X_val"], prepared["y_val"]))
        """
    )
    (fit,), (score,) = list(trace.of(Fit)), trace.scores
    assert meets(fit.rows, score.rows) == "no"


def test_columns_of_another_file_are_perhaps_fewer(seen: See) -> None:
    """The columns that another file has need not be all of this one, so that nothing is provably among them."""
    program = 'other = pd.read_csv("b.csv")\nnames = [name for name in other.columns if name != "id"]'
    assert seen(program, "df[names]").columns == "some columns"
    assert seen(program, "df[other.columns]").columns == "some columns"
    assert seen('part = df.drop(columns="id")', "df[part.columns]").columns == "all columns but id"
