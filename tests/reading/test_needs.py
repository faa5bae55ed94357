from tests.reading.conftest import trace_of

from heldout.events import Fit


def fit_of(text: str) -> Fit:
    """The last fit of a program that fits something on rows from a file."""
    *_, fit = trace_of(f"import pandas as pd\nX = pd.read_csv('a.csv')\ny = X.pop('y')\n{text}").of(Fit)
    return fit


def test_needs_of_a_single_learner() -> None:
    """A learner needs what its table says, gaps included."""
    assert fit_of("KNeighborsClassifier().fit(X, y)").needs == {"scale", "distances", "complete"}
    assert fit_of("Lasso().fit(X, y)").needs == {"scale", "penalty", "linear", "complete"}
    assert fit_of("LinearRegression().fit(X, y)").needs == {"linear", "complete"}
    assert fit_of("RandomForestClassifier().fit(X, y)").needs == frozenset()


def test_needs_that_steps_provide() -> None:
    """What earlier steps of a pipeline do for its last one, the pipeline does not need."""
    scaled = "make_pipeline(SimpleImputer(), StandardScaler(), SVC()).fit(X, y)"
    assert fit_of(scaled).needs == {"distances"}
    assert fit_of("make_pipeline(SimpleImputer(), SVC()).fit(X, y)").needs == {"distances", "scale"}
    assert fit_of("make_pipeline('passthrough', SVC()).fit(X, y)").needs == {"distances", "scale", "complete"}


def test_what_transformers_give() -> None:
    """A scaler changes the scale, an imputer fills, an encoder makes codes; an unknown one may do anything but code."""
    assert fit_of("StandardScaler().fit(X)").gives == {"rescaled"}
    assert fit_of("SimpleImputer().fit(X)").gives == {"filled"}
    assert fit_of("LabelEncoder().fit(X['a'])").gives == {"codes"}
    assert fit_of("make_pipeline(SimpleImputer(), MinMaxScaler()).fit(X)").gives == {"filled", "rescaled"}
