"""Values have identities of their own."""

from collections.abc import Callable
from typing import Any

from heldout.reading.values import Scalar

See = Callable[[str, str], Any]


def test_serial_is_never_given_again() -> None:
    """A value that takes the memory of one that is gone is still another value."""
    seen = set()
    for _ in range(100):
        seen.add(Scalar().serial)
    assert len(seen) == 100


def test_serial_stays() -> None:
    """A value keeps its number."""
    value = Scalar()
    assert value.serial == value.serial


def test_column_of_a_made_frame_is_the_same_at_every_pick(seen: See) -> None:
    """The same condition on a column that has come from a model cuts the same rows, both times it is written."""
    program = (
        'marks = pd.DataFrame(KMeans(2).fit_predict(df), columns=["mark"])\n'
        'one = df.iloc[marks[marks["mark"] == 1].index.values]\n'
        'two = df.iloc[marks[marks["mark"] == 1].index.values]\n'
        "same = pd.concat([one, two], axis=1)"
    )
    assert seen(program, "one").rows == seen(program, "two").rows == seen(program, "same").rows
