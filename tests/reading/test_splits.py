from collections.abc import Callable
from textwrap import dedent
from typing import Any

import pytest

from heldout.events import Split
from heldout.events.generators import Draw
from heldout.rows import LIKELY, NO, meets
from heldout.trace import Trace

Read = Callable[[str], Trace]
See = Callable[[str, str], Any]


@pytest.mark.parametrize(
    ("arguments", "shuffled", "seeded", "stratified", "draws"),
    [
        ("X, random_state=0", True, True, False, 0),
        ("X", True, False, False, 1),
        ("X, random_state=None", True, False, False, 1),
        ("X, shuffle=False", False, False, False, 0),
        ("X, y, stratify=y, random_state=SEED", True, True, True, 0),
        ("X, y, stratify=None, random_state=1", True, True, False, 0),
        ("X, **options", True, True, False, 0),
    ],
)
def test_split_tells_how(
    read: Read, arguments: str, shuffled: bool, seeded: bool, stratified: bool, draws: int
) -> None:
    """A split tells whether it shuffles, is seeded and stratified; without a seed it is a draw."""
    trace = read(f"a, b = train_test_split({arguments})[:2]")
    (split,) = trace.of(Split)
    assert (split.shuffled, split.seeded, split.stratified, split.folds) == (shuffled, seeded, stratified, False)
    assert len(list(trace.of(Draw))) == draws


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("random_state=0", "random_state=0", True),
        ("random_state=0, test_size=0.2", "test_size=0.2, random_state=0", True),
        ("shuffle=False", "shuffle=False", True),
        ("random_state=SEED", "random_state=SEED", True),
        ("random_state=0", "random_state=1", False),
        ("random_state=0, test_size=0.2", "random_state=0, test_size=0.3", False),
        ("random_state=0, stratify=df['y']", "random_state=0", False),
        ("test_size=0.2", "test_size=0.2", False),
        ("random_state=None", "random_state=None", False),
        ("**options", "**options", False),
    ],
)
def test_equal_splits_part_rows_equally(seen: See, first: str, second: str, same: bool) -> None:
    """Two splits of the same rows with the same seed and sizes give the same parts; any others probably share rows."""
    program = f"SEED = 3\na, b = train_test_split(df, {first})\nc, d = train_test_split(df['y'], {second})"
    one, other = seen(program, "a").data.rows, seen(program, "d").data.rows
    assert str(one) == "read_csv@1 / train"
    union = seen(program, "pd.concat([a, d])").data.rows
    left, right = union.members
    assert meets(left, right) == (NO if same else LIKELY)
    assert (seen(f"{program}\nsame = pd.concat([a, c])", "same").data.rows.members == ()) is same
    assert other.parent is not None


def test_all_arrays_of_a_split_go_the_same_way(read: Read) -> None:
    """Arrays that are split together are parted alike, and the split tells each of them as a whole."""
    trace = read("df = pd.read_csv('a.csv')\nX, y = df[['a']], df['y']\nA, B, a, b = train_test_split(X, y)")
    (split,) = trace.of(Split)
    assert [str(whole) for whole in split.wholes] == ["X [read_csv@1; a]", "y [read_csv@1; y]"]
    assert [(part.role, part.name, str(part.rows)) for part in split.parts] == [
        ("train", "A", "read_csv@1 / train"),
        ("test", "B", "read_csv@1 / test"),
    ]


def test_second_split_is_of_a_part(seen: See) -> None:
    """A part that is split again has parts of its own."""
    program = "a, b = train_test_split(df)\nc, d = train_test_split(a)"
    assert seen(program, "d").rows == "read_csv@1 / train / test"


@pytest.mark.parametrize(
    ("splitter", "flags"),
    [
        ("KFold(5)", (False, False, False)),
        ("KFold(n_splits=5, shuffle=True, random_state=0)", (True, False, False)),
        ("StratifiedKFold(5)", (False, True, False)),
        ("GroupKFold(5)", (False, False, True)),
        ("StratifiedGroupKFold(5)", (False, True, True)),
        ("ShuffleSplit(5)", (True, False, False)),
    ],
)
def test_folds(read: Read, splitter: str, flags: tuple[bool, bool, bool]) -> None:
    """The folds of a splitter are told once for each call, with what its class says of them."""
    (split,) = read(f"for a, b in {splitter}.split(X, y): X[a], X[b]").of(Split)
    assert split.folds
    assert (split.shuffled, split.stratified, split.grouped) == flags
    assert [str(part.rows) for part in split.parts] == ["X / train fold", "X / test fold"]


@pytest.mark.parametrize(
    "program",
    [
        "for a, b in KFold(5).split(df): pass",
        "for i, (a, b) in enumerate(KFold(5).split(df)): pass",
        "cv = KFold(5)\nfor a, b in cv.split(df, df['y']): pass",
        "a, b = next(KFold(5).split(df))",
        "for a, b in list(KFold(5).split(df)): pass",
        "for a, b in KFold(5).split(np.arange(len(df))): pass",
        "for a, b in KFold(5).split(range(len(df))): pass",
    ],
)
def test_positions_of_folds(seen: See, program: str) -> None:
    """The positions that a splitter yields pick the training and the held-out rows of its folds."""
    assert seen(program, "df.iloc[a]").rows == "read_csv@1 / train fold"
    assert seen(program, "df['y'].values[b]").rows == "read_csv@1 / test fold"


def test_groups_given(read: Read) -> None:
    """A split tells whether groups were given to it."""
    for call, given in (("split(X, y, groups)", True), ("split(X, y, groups=g)", True), ("split(X, y)", False)):
        (split,) = read(f"for a, b in KFold(5).{call}: pass").of(Split)
        assert split.groups_given is given


def test_two_parts_of_a_data_set(seen: See) -> None:
    """A torch data set that is split at random gives two disjoint parts of its rows."""
    program = """
        import torch
        from torch.utils.data import TensorDataset, random_split
        a, b = random_split(TensorDataset(torch.tensor(df.values)), [80, 20])
    """
    assert seen(program, "a").rows == "read_csv@1 / train"
    assert seen(program, "b").rows == "read_csv@1 / test"


def test_three_parts_of_a_data_set(seen: See) -> None:
    """``random_split`` gives as many parts as lengths; of three, the second is there to choose by."""
    program = dedent(
        """
        import torch
        from torch.utils.data import TensorDataset, random_split
        a, b, c = random_split(TensorDataset(torch.tensor(df.values)), [80, 10, 10])
        """
    )
    rows = [seen(program, name).rows for name in "abc"]
    assert rows == ["read_csv@1 / train", "read_csv@1 / validation", "read_csv@1 / test"]


def test_splitter_for_old_code_in_cross_validation(read: Read) -> None:
    """A splitter that was made for a number of rows parts rows when it is handed to a cross-validation."""
    program = "from sklearn.cross_validation import KFold, cross_val_score\ncross_val_score(SVC(), X, y, cv=KFold(len(X), n_folds=5))"
    (split,) = read(program).of(Split)
    assert (split.function, split.folds) == ("KFold", True)
