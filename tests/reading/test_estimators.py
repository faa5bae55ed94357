from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Fit, Transform
from heldout.events.assembly import Assemble
from heldout.trace import Trace

Read = Callable[[str], Trace]
See = Callable[[str, str], Any]


@pytest.mark.parametrize(
    ("made", "role", "learns"),
    [
        ("StandardScaler()", "transformer", "value"),
        ("OneHotEncoder()", "transformer", "vocabulary"),
        ("SelectKBest(k=3)", "transformer", "label"),
        ("FunctionTransformer(np.log)", "transformer", "nothing"),
        ("SVC()", "predictor", "label"),
        ("KMeans(3)", "clusterer", "value"),
        ("IsolationForest()", "detector", "value"),
        ("GridSearchCV(SVC(), {})", "search", "label"),
        ("make_pipeline(StandardScaler(), SVC())", "predictor", "label"),
        ("make_pipeline(StandardScaler(), PCA(2))", "transformer", "value"),
        ("make_pipeline(StandardScaler(), SelectKBest(k=3))", "transformer", "label"),
        ("make_pipeline(StandardScaler(), make_pipeline(PCA(), SVC()))", "predictor", "label"),
        ("Pipeline([('s', StandardScaler()), ('m', SVC())])", "predictor", "label"),
        ("FeatureUnion([('s', StandardScaler()), ('p', PCA())])", "transformer", "value"),
        ("CalibratedClassifierCV(SVC())", "predictor", "label"),
        ("OneVsRestClassifier(SVC())", "predictor", "label"),
    ],
)
def test_role_and_learning(read: Read, made: str, role: str, learns: str) -> None:
    """What an estimator is for and learns is told by its class, that of a composite by its members."""
    (fit,) = read(f"thing = {made}\nthing.fit(X, y)").of(Fit)
    assert (fit.role, fit.learns, fit.written, fit.method) == (role, learns, "thing", "fit")


def test_fit_tells_features_and_target(read: Read) -> None:
    """A fit tells the rows and columns of the features and of the target, with their names, however they are given."""
    load = "df = pd.read_csv('a.csv')\nX, y = df.drop(columns='y'), df['y']\n"
    for call in ("fit(X, y)", "fit(X=X, y=y)", "fit(X, y=y)"):
        (fit,) = read(f"{load}SVC().{call}").of(Fit)
        assert str(fit.data.columns) == "all columns but y"
        assert str(fit.target) == "y [read_csv@1; y]"
        assert fit.data.rows is fit.target.rows  # type: ignore[union-attr]


def test_column_transformer_picks_columns(seen: See) -> None:
    """A column transformer gives the columns of its members only, or all if the rest passes through."""
    members = "[('n', StandardScaler(), ['a', 'b']), ('c', OneHotEncoder(), ['c'])]"
    for made, columns in (
        (f"ColumnTransformer({members})", "a, b, c"),
        (f"ColumnTransformer(transformers={members})", "a, b, c"),
        (f"ColumnTransformer({members}, remainder='passthrough')", "all columns"),
        (f"ColumnTransformer({members}, remainder='drop')", "a, b, c"),
        ("ColumnTransformer([('n', StandardScaler(), chosen)])", "some columns"),
        ("make_column_transformer((StandardScaler(), ['a', 'b']))", "a, b"),
    ):
        found = seen("chosen = choose()", f"{made}.fit_transform(df)")
        assert found.columns == columns
        assert len(found.learned) == 1


def test_columns_that_reach_a_model_in_a_pipeline(read: Read) -> None:
    """A model behind a column transformer is fitted on the columns that it lets through."""
    program = """
        df = pd.read_csv("a.csv")
        first = ColumnTransformer([("n", StandardScaler(), ["a", "b"])])
        Pipeline([("first", first), ("model", SVC())]).fit(df, df["y"])
    """
    (fit,) = read(program).of(Fit)
    assert str(fit.data.columns) == "a, b"


def test_clone_has_learned_nothing(read: Read) -> None:
    """A clone is of the same class and has not been fitted; a deep copy is as fitted as its original."""
    program = """
        import copy
        from sklearn.base import clone
        scaler = StandardScaler().fit(X)
        clone(scaler).transform(X)
        copy.deepcopy(scaler).transform(X)
    """
    fresh, kept = (event for event in read(program).of(Transform))
    assert fresh.model == kept.model == "StandardScaler"
    assert (len(fresh.fits), len(kept.fits)) == (0, 1)


def test_clone_of_a_pipeline_is_apart(read: Read) -> None:
    """What happens to the members of a clone does not happen to the original."""
    program = "from sklearn.base import clone\np = make_pipeline(StandardScaler(), PCA())\nc = clone(p)\nc[0].fit(X)\np[0].transform(X)"
    (applied,) = read(program).of(Transform)
    assert not applied.fits


def test_unknown_object_that_is_fitted_is_a_model(read: Read) -> None:
    """Something unknown that is fitted to rows and targets counts as a model of an unknown kind."""
    (fit,) = read("def train(model, X, y): model.fit(X, y)").of(Fit)
    assert (fit.model, fit.role, str(fit.rows)) == ("model", "unknown", "X")


def test_own_transformer_is_followed(seen: See) -> None:
    """A transformer of the program's own carries what its fit computes, alone and by its inherited fit_transform."""
    program = """
        class Centre(BaseEstimator, TransformerMixin):
            def fit(self, X, y=None):
                self.means = X.mean()
                return self
            def transform(self, X): return X - self.means
        class Logarithm(BaseEstimator, TransformerMixin):
            def fit(self, X, y=None): return self
            def transform(self, X): return np.log(X)
    """
    assert seen(program, "Centre().fit(df).transform(df)").learned == ["mean"]
    assert seen(program, "Centre().fit_transform(df)").learned == ["mean"]
    assert seen(program, "Logarithm().fit_transform(df)").learned == []


def test_own_class_of_a_library_model_is_one(read: Read) -> None:
    """A class that descends from a library's estimator, and leaves its methods as they are, is one of the same kind."""
    program = "from sklearn.svm import SVC\nclass Mine(SVC): pass\nMine().fit(X, y)"
    (fit,) = read(program).of(Fit)
    assert (fit.model, fit.role) == ("Mine", "predictor")


@pytest.mark.parametrize(
    ("program", "function", "samplers", "nested", "named"),
    [
        (
            "from sklearn.pipeline import Pipeline as P\nP([('a', SMOTE()), ('b', SVC())])",
            "Pipeline",
            "SMOTE",
            "",
            "Pipeline as P",
        ),
        ("import sklearn.pipeline as s\ns.make_pipeline(SMOTE(), SVC())", "make_pipeline", "SMOTE", "", None),
        (
            "from sklearn.pipeline import Pipeline, make_pipeline\nmake_pipeline(PCA(), SMOTE())",
            "make_pipeline",
            "",
            "",
            None,
        ),
        (
            "from sklearn.pipeline import make_pipeline\nmake_pipeline(make_pipeline(PCA()), SVC())",
            "make_pipeline",
            "",
            "Pipeline",
            "make_pipeline",
        ),
    ],
)
def test_steps_in_a_row(read: Read, program: str, function: str, samplers: str, nested: str, named: str | None) -> None:
    """Steps put in a row tell the samplers and rows of steps before the last, and the import that brings only this."""
    known = (
        "from imblearn.over_sampling import SMOTE\nfrom sklearn.svm import SVC\nfrom sklearn.decomposition import PCA\n"
    )
    event = list(read(known + program).of(Assemble))[-1]
    assert event.function == f"sklearn.pipeline.{function}"
    assert (event.samplers, bool(event.nested)) == ((samplers,) if samplers else (), bool(nested))
    assert (event.imported[1] if event.imported else None) == named
    assert event.detail().endswith(samplers or function)
