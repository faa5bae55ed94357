from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Split, Statistic
from heldout.trace import Trace

See = Callable[[str, str], Any]
Read = Callable[[str], Trace]
PIECES = "pieces = [df[:1], df[1:2], df[2:3], df[3:4]]"


@pytest.mark.parametrize(
    ("program", "expression", "rows"),
    [
        ("a, b, c, d = pieces", "c", "[2:3]"),
        ("a, *b, c = pieces", "b[1]", "[2:3]"),
        ("a, *b, c = pieces", "c", "[3:4]"),
        ("*a, b = pieces", "b", "[3:4]"),
        ("*a, b = pieces", "a[0]", "[:1]"),
        ("(a, (b, c)) = (df[:1], (df[1:2], df[2:3]))", "c", "[2:3]"),
        ("[a, b] = df[:1], df[1:2]", "b", "[1:2]"),
        ("a, b = df[:1], df[1:2]\na, b = b, a", "a", "[1:2]"),
        ("pieces[0] = df[7:]", "pieces[0]", "[7:]"),
        ("pieces[-1] = df[7:]", "pieces[3]", "[7:]"),
        ("more = pieces\nmore.append(df[7:])", "pieces[4]", "[7:]"),
        ("pieces += [df[7:]]", "pieces[4]", "[7:]"),
        ("named = {}\nnamed['a'] = df[7:]", "named['a']", "[7:]"),
        ("named = {}\nnamed['a'] = df[7:]", "named.get('a')", "[7:]"),
        ("named = dict(a=df[7:])\nnamed.update(b=df[8:])", "named['b']", "[8:]"),
    ],
)
def test_unpacking_and_items(seen: See, program: str, expression: str, rows: str) -> None:
    """Each target gets the part that Python gives it."""
    assert seen(f"{PIECES}\n{program}", expression).rows == f"read_csv@1 / {rows}"


@pytest.mark.parametrize(
    "names",
    [
        ("X_train", "X_test", "y_train", "y_test"),
        ("X_train", "y_train", "X_test", "y_test"),
        ("X_test", "X_train", "y_test", "y_train"),
        ("X_train", "X_test", "y_test", "y_train"),
    ],
)
def test_wrong_order_is_read_as_it_was_meant(seen: See, names: tuple[str, ...]) -> None:
    """Results of a split that are unpacked in a wrong order go to the names that mean them, so that only the order is told."""
    program = f"{', '.join(names)} = train_test_split(df[['a']], df['y'], random_state=0)"
    for name in names:
        found = seen(program, name)
        side = "train" if "train" in name else "test"
        assert (found.rows, found.columns) == (f"read_csv@1 / {side}", "a" if name.startswith("X") else "y")


def test_split_knows_its_targets(read: Read) -> None:
    """A split remembers the names that its results were given, with their places, in the order written."""
    (split,) = read("a, b, c, d = train_test_split(X, y)").of(Split)
    assert [(name, place.column) for name, place in split.targets] == [("a", 0), ("b", 3), ("c", 6), ("d", 9)]
    assert [part.name for part in split.parts] == ["a", "b"]


def test_parts_are_named_by_their_targets(read: Read) -> None:
    """The trace knows what the program calls rows that were cut, in the order in which it does."""
    trace = read("a, b = train_test_split(X)\ntrain = a\nother = X[:5]\nwhole = X")
    names = {str(rows): found for rows, found in trace.names.items()}
    assert names == {"X / train": ["a", "train"], "X / test": ["b"], "X / [:5]": ["other"]}


@pytest.mark.parametrize(
    ("program", "columns", "learned"),
    [
        ("df['z'] = 1", "all columns, and z", []),
        ("df.z = 1", "all columns, and z", []),
        ("df[['z', 'w']] = 0", "all columns, and z, w", []),
        ("df['a'] = df['a'] - df['a'].mean()", "all columns, and a", ["mean"]),
        ("df.a = df.a / df.a.max()", "all columns, and a", ["max"]),
        ("df['a'] /= df['a'].max()", "all columns, and a", ["max"]),
        ("df.loc[:, 'a'] = df['a'].rank()", "all columns, and a", ["rank"]),
        ("df.loc[df.a > 3, 'b'] = df['b'].mean()", "all columns, and b", ["mean"]),
        ("df[df > 3] = df.mean()", "all columns", ["mean"]),
        ("for c in ['a', 'b']: df[c] = df[c].rank()", "all columns, and a, b", ["rank", "rank"]),
        ("for c in df.columns: df[c] = df[c].rank()", "all columns", ["rank", "rank"]),
        ("for c in df: df[c] -= 1", "all columns", []),
        ("df['a'].fillna(df['a'].mean(), inplace=True)", "all columns, and a", ["mean"]),
        ("df.a.fillna(df['a'].mean(), inplace=True)", "all columns, and a", ["mean"]),
        ("df.fillna(df.mean(), inplace=True)", "all columns", ["mean"]),
        ("del df['a']", "all columns but a", []),
        ("del df['a'], df['b']", "all columns but a, b", []),
        ("df.columns = ['a', 'b']", "a, b", []),
    ],
)
def test_columns_written_in_place(seen: See, program: str, columns: str, learned: list[str]) -> None:
    """A column written, changed or deleted in place is so in the table, with what was learned into it."""
    found = seen(program, "df")
    assert (found.columns, found.learned) == (columns, learned)


def test_statistic_stays_in_its_column(seen: See) -> None:
    """What was learned into one column is not in the others."""
    program = "df['a'] = df['a'] - df['a'].mean()\ndf['b'] = df['b'].rank()"
    assert seen(program, "df[['a', 'c']]").learned == ["mean"]
    assert seen(program, "df.drop(columns='a')").learned == ["rank"]
    assert seen(program, "df['c']").learned == []


def test_overwritten_column_forgets(seen: See) -> None:
    """A column that is written again carries what the new numbers carry only."""
    assert seen("df['a'] = df['a'].rank()\ndf['a'] = 0", "df").learned == []


def test_alias_sees_what_happens_in_place(seen: See) -> None:
    """Two names of one table see every change through either, and a copy sees none."""
    program = "other = df\ncopied = df.copy()\nother['z'] = df['a'].rank()"
    assert seen(program, "df").columns == "all columns, and z"
    assert seen(program, "copied").columns == "all columns"


def test_argument_is_an_alias(seen: See) -> None:
    """A function that writes into its argument changes the caller's table, until it binds the name anew."""
    program = """
        def prepare(frame):
            frame["z"] = 0
            frame = frame.dropna()
            frame["w"] = 0
        prepare(df)
    """
    assert seen(program, "df").columns == "all columns, and z"


def test_sum_that_grows_row_by_row_is_a_statistic(read: Read) -> None:
    """A total that a loop collects over the rows was learned from all of them."""
    program = "values = X['a']\ntotal = 0\nfor value in values: total += value\nY = X - total"
    (statistic,) = {event.place: event for event in read(program).of(Statistic)}.values()
    assert (statistic.function, str(statistic.rows)) == ("sum by a loop", "X")


def test_deleted_name_is_gone(seen: See) -> None:
    """A name that was deleted means nothing any more."""
    assert seen("d = df[:5]\ndel d", "d").rows == "d"
