from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Resample
from heldout.trace import Trace

Read = Callable[[str], Trace]
See = Callable[[str, str], Any]


@pytest.mark.parametrize(
    ("expression", "rows", "learned"),
    [
        ("SMOTE().fit_resample(df, df['y'])[0]", "SMOTE", ["SMOTE"]),
        ("SMOTE().fit_resample(df, df['y'])[1]", "SMOTE", ["SMOTE"]),
        ("RandomOverSampler().fit_sample(df, df['y'])[0]", "RandomOverSampler", ["RandomOverSampler"]),
        ("RandomUnderSampler().fit_resample(df, df['y'])[0]", "RandomUnderSampler", []),
        ("resample(df)", "resample", ["resample"]),
        ("resample(df, replace=True, n_samples=9)", "resample", ["resample"]),
        ("resample(df, replace=False)", "resample", []),
        ("df.sample(9, replace=True)", "sample", ["sample"]),
        ("df.sample(9)", "sample", []),
        ("np.repeat(df.values, 2, axis=0)", "repeat", ["repeat"]),
        ("np.tile(df.values, (2, 1))", "tile", ["tile"]),
    ],
)
def test_resampled_rows(seen: See, expression: str, rows: str, learned: list[str]) -> None:
    """Rows that were copied or synthesised carry the event that made them; rows that were only left out carry nothing."""
    program = "from sklearn.utils import resample\nfrom imblearn.over_sampling import *\nfrom imblearn.under_sampling import *"
    found = seen(program, expression)
    assert (found.rows, found.learned) == (f"read_csv@1 / {rows}", learned)


def test_event_tells_what_was_made(read: Read) -> None:
    """A resampling tells the rows that it was given and those that it gave."""
    (event,) = read("from imblearn.over_sampling import SMOTE\nA, b = SMOTE().fit_resample(X, y)").of(Resample)
    assert (event.function, event.learns, str(event.data.rows), str(event.made)) == ("SMOTE", "copy", "X", "X / SMOTE")


def test_targets_stay_with_their_rows(seen: See) -> None:
    """The features and targets that a sampler gives are the same rows, so that a split parts them alike."""
    program = """
        from imblearn.over_sampling import SMOTE
        A, b = SMOTE().fit_resample(df[["a"]], df["y"])
        A_train, A_test, b_train, b_test = train_test_split(A, b)
    """
    assert seen(program, "A").data.rows is not None
    assert seen(program, "A_test").rows == seen(program, "b_test").rows == "read_csv@1 / SMOTE / test"


def test_minority_copied_and_joined(seen: See) -> None:
    """A class that was copied and joined to the other carries the copying."""
    program = """
        from sklearn.utils import resample
        few, many = df[df.y == 1], df[df.y == 0]
        both = pd.concat([many, resample(few, n_samples=100)])
    """
    found = seen(program, "both")
    assert found.rows == "(read_csv@1 / filter + read_csv@1 / filter / resample)"
    assert found.learned == ["resample"]
