from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Fit
from heldout.rows import meets
from heldout.trace import Trace

See = Callable[[str, str], Any]


@pytest.mark.parametrize(
    ("expression", "columns"),
    [
        ("df.values", "all columns"),
        ("df.a", "a"),
        ("df.index", "no columns"),
        ("df.a.values", "a"),
        ("df.a.str.lower()", "None"),
        ("df['a'].dt.year", "a"),
        ("df['a'].values", "a"),
        ("df['a'].str.lower()", "None"),
    ],
)
def test_attribute_of_a_table(seen: See, expression: str, columns: str) -> None:
    """An attribute of a table is the same rows in another dress, or a column."""
    found = seen("", expression)
    assert (found.rows, found.columns) == ("read_csv@1", columns)


def test_length_by_shape(seen: See) -> None:
    """The first of a table's shape is its length."""
    program = "n, width = df.shape\nk = int(0.8 * df.shape[0])"
    assert seen(program, "df[:k]").rows == "read_csv@1 / [:n]"
    assert seen(program, "np.random.permutation(n)").rows == "read_csv@1"


def test_shipped_data_sets(seen: See) -> None:
    """The features and the target of a data set that ships with a library are its same rows and different columns."""
    for program in ("data = load_iris()\nX, y = data.data, data.target", "X, y = load_iris(return_X_y=True)"):
        features, target = seen(program, "X"), seen(program, "y")
        assert features.rows == target.rows == "load_iris@2"
        assert (features.columns, target.columns) == ("all columns but target", "target")
    assert seen("data = load_iris()", "data['data']").columns == "all columns but target"


def test_members_of_a_pipeline(seen: See) -> None:
    """A step of a pipeline is found by its name or number."""
    program = "p = Pipeline([('s', StandardScaler()), ('m', SVC())])\np['s'].fit(df)\nq = p.named_steps['s']"
    assert seen(program, "q.transform(df)").learned == ["StandardScaler.fit"]
    assert seen(program, "p[0].transform(df)").learned == ["StandardScaler.fit"]
    assert seen(program, "p.steps[0][1].transform(df)").learned == ["StandardScaler.fit"]


@pytest.mark.parametrize("name", ["mean_", "scale_", "var_"])
def test_what_a_scaler_learned(seen: See, name: str) -> None:
    """A number that a transformer learned carries its fit to whatever is computed with it."""
    assert seen("s = StandardScaler().fit(df[:5])", f"df - s.{name}").learned == ["StandardScaler.fit"]


def test_columns_chosen_by_importances_carry_the_fit(seen: See) -> None:
    """Columns that are picked by what a model found important carry what it learned."""
    program = "m = RandomForestClassifier().fit(df[:5], df['y'][:5])\nkept = m.feature_importances_ > 0.1"
    assert seen(program, "df.values[:, kept]").learned == ["RandomForestClassifier.fit"]


def test_sides_of_something_unknown_by_their_names(read: Callable[[str], Trace]) -> None:
    """Attributes that name the sides of something unknown are different rows, but for masks over all of them."""
    program = """
        def run(data):
            Ridge().fit(data.train_graph, data.train_labels)
            Ridge().fit(data.test_graph, data.test_labels)
            Ridge().fit(data.train_mask)
            Ridge().fit(data.nodes)
    """
    train, test, mask, nodes = read(program).of(Fit)
    assert [fit.target.rows is fit.rows for fit in (train, test) if fit.target] == [True, True]
    assert (meets(train.rows, test.rows), mask.rows is nodes.rows) == ("no", True)
