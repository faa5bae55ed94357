from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Statistic
from heldout.trace import Trace

Read = Callable[[str], Trace]
See = Callable[[str, str], Any]


@pytest.mark.parametrize(
    ("expression", "function", "learns", "purpose"),
    [
        ("X.mean()", "mean", "value", "fill"),
        ("X['a'].median()", "median", "value", "fill"),
        ("np.mean(X)", "mean", "value", "fill"),
        ("X.std()", "std", "value", ""),
        ("X.max(axis=0)", "max", "value", ""),
        ("X['a'].quantile(0.9)", "quantile", "value", "fill"),
        ("X.agg(['mean', 'std'])", "agg", "value", ""),
        ("X['a'].rank()", "rank", "value", "scale"),
        ("X.corr()", "corr", "label", "select"),
        ("f_classif(X, y)", "f_classif", "label", "select"),
        ("pd.get_dummies(X)", "get_dummies", "vocabulary", "encode"),
    ],
)
def test_statistic_is_told(read: Read, expression: str, function: str, learns: str, purpose: str) -> None:
    """A statistic over rows is an event that tells the function, what kind of learning it is and what for."""
    (event,) = read(expression).of(Statistic)
    assert (event.function, event.learns, event.purpose) == (function, learns, purpose)
    assert str(event.rows) == "X"


@pytest.mark.parametrize(
    "expression",
    [
        "X.mean(axis=1)",
        "X.max(1)",
        "X.sum(axis='columns')",
        "np.mean(X, axis=1)",
        "np.linalg.norm(X, axis=1)",
        "len(X)",
        "X.shape",
    ],
)
def test_value_of_each_row_is_no_statistic(read: Read, expression: str) -> None:
    """A reduction along the columns gives each row its own value and learns nothing."""
    assert not list(read(expression).of(Statistic))


def test_axis_of_a_tensor(read: Read) -> None:
    """The dimension of a tensor's reduction is an axis."""
    program = 'import torch\nX = torch.tensor(pd.read_csv("a.csv").values)\n'
    assert not list(read(f"{program}X.mean(dim=1)").of(Statistic))
    assert len(list(read(f"{program}X.mean(dim=0)").of(Statistic))) == 1


def test_statistic_of_a_slice_is_of_its_rows(read: Read) -> None:
    """A statistic is of the rows and columns that it is called on, in the program's words."""
    (event,) = read("train = X[:80]\ntrain['a'].mean()").of(Statistic)
    assert str(event.data) == 'train["a"] [X / [:80]; a]'


def test_statistic_of_scaled_rows_carries_the_first(seen: See) -> None:
    """A statistic of rows that carry another one carries both."""
    assert seen("scaled = df - df.mean()", "df / scaled.std()").learned == ["mean", "std"]


def test_correlation_with_a_column_names_the_target(read: Read) -> None:
    """A correlation with one column tells that column as its target."""
    (event,) = read("df = pd.read_csv('a.csv')\ndf.corrwith(df['y'])").of(Statistic)
    assert str(event.target.columns) == "y"  # type: ignore[union-attr]
