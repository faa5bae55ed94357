from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Fit, Predict, Score, Statistic
from heldout.trace import Trace

Read = Callable[[str], Trace]
See = Callable[[str, str], Any]

CLASSES = """
import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin, clone
from sklearn.metrics import accuracy_score
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler
class Centre(BaseEstimator, TransformerMixin):
    def fit(self, X, y=None):
        self.mean_ = X.mean()
        return self
    def transform(self, X): return X - self.mean_
class Spread:
    def __init__(self, robust=False): self.robust = robust
    def fit(self, X):
        if self.robust: self.spread = X.max() - X.min()
        return self
    def transform(self, X): return X
class Rate(BaseEstimator, TransformerMixin):
    def fit(self, X, y):
        table = X.copy()
        table["target"] = y
        self.rates = table.groupby("city")["target"].mean()
        return self
    def transform(self, X): return X["city"].map(self.rates)
class Known:
    def fit(self, X, y=None):
        self.values = {"city": X["city"].unique()}
        return self
    def transform(self, X): return X[X["city"].isin(self.values["city"])]
class Wrapped:
    def fit(self, X, y=None):
        self.scaler = StandardScaler().fit(X)
        return self
    def transform(self, X): return self.scaler.transform(X)
class Looks:
    def fit(self, X, y=None):
        print(X.mean())
        self.columns, self.count = X.columns, len(X)
        return self
    def transform(self, X): return X
class Model:
    def fit(self, X, y):
        self.w = np.zeros(3)
        for step in range(100): self.w -= X.T @ (X @ self.w - y)
        return self
    def predict(self, X): return X @ self.w
    def score(self, X, y): return (self.predict(X) == y).mean()
class Around:
    def __init__(self): self.inner = SVC()
    def fit(self, X, y): self.inner.fit(X, y)
    def predict(self, X): return self.inner.predict(X)
def plain(d): return d * 2
def centred(d): return d - d.mean()
"""


@pytest.mark.parametrize(
    ("member", "learns"),
    [
        ("Centre()", "value"),
        ("Spread()", "nothing"),
        ("Spread(robust=True)", "value"),
        ("Rate()", "label"),
        ("Known()", "vocabulary"),
        ("Wrapped()", "value"),
        ("Looks()", "nothing"),
        ("FunctionTransformer(plain)", "nothing"),
        ("FunctionTransformer(centred)", "value"),
        ("FunctionTransformer(lambda d: d - d.mean())", "value"),
        ("FunctionTransformer(np.log)", "nothing"),
    ],
)
def test_what_a_member_learns(read: Read, member: str, learns: str) -> None:
    """A transformer of the program learns what its fit leaves in its fields, one around a function what that takes."""
    trace = read(f"{CLASSES}make_pipeline({member}).fit(A, b)")
    fit = next(fit for fit in trace.of(Fit) if fit.function == "make_pipeline.fit")
    assert (fit.role, fit.learns) == ("transformer", learns)


def test_looking_into_fit_leaves_nothing(read: Read) -> None:
    """To find out what a transformer learns leaves no event and no field behind."""
    trace = read(f"{CLASSES}centre = Centre()\nmake_pipeline(centre, SVC())\nSVC().fit(A - centre.mean_)")
    first = next(trace.of(Fit))
    assert str(first.rows) == "A"
    assert not first.data.learned
    assert {str(event.rows) for event in trace.of(Statistic)} == {"X", "d"}


def test_transformers_that_are_fitted_by_the_program(seen: See) -> None:
    """A transformer that the program fits itself is followed into its own code."""
    assert seen(CLASSES, "Centre().fit_transform(df)").learned == ["mean"]
    assert seen(CLASSES, "Centre().fit(df[:5]).transform(df[5:])").learned == ["mean"]
    assert seen(CLASSES, "FunctionTransformer(centred).fit_transform(df)").learned == ["mean"]
    assert seen(CLASSES, "FunctionTransformer(plain).fit_transform(df)").learned == []


def test_model_without_a_library(read: Read) -> None:
    """A class with fit and predict that trains by itself is a model: it is fitted, asked and scored."""
    trace = read(f"{CLASSES}model = Model().fit(A, a)\nprint(accuracy_score(b, model.predict(B)), model.score(C, c))")
    fit = next(trace.of(Fit))
    assert (fit.model, fit.role, str(fit.rows)) == ("Model", "predictor", "A")
    assert [str(predict.data.rows) for predict in trace.of(Predict)][:2] == ["B", "C"]
    assert [str(score.data.rows) for score in trace.of(Score) if not score.implied] == ["B", "C"]
    assert all(score.fits == (fit,) for score in trace.of(Score))


def test_model_around_a_library(read: Read) -> None:
    """A class whose fit trains a library's model is no second model."""
    trace = read(f"{CLASSES}model = Around()\nmodel.fit(A, a)\nprint(accuracy_score(b, model.predict(B)))")
    assert [fit.model for fit in trace.of(Fit) if str(fit.rows) == "A"] == ["SVC"]
    assert [score.model for score in trace.of(Score) if not score.implied] == ["SVC"]


@pytest.mark.parametrize(
    ("program", "function"),
    [
        ("cross_val_score(Model(), A, a)", "Model.cross_val_score"),
        ("cross_val_score(make_pipeline(Centre(), Around()), A, a)", "make_pipeline.cross_val_score"),
        ("GridSearchCV(Around(), {}).fit(A, a)", "GridSearchCV.fit"),
        ("clone(Model()).fit(A, a)", "Model.fit"),
    ],
)
def test_own_models_in_library_calls(read: Read, program: str, function: str) -> None:
    """Libraries take objects of the program's classes for the estimators that they are."""
    fit = next(read(f"{CLASSES}{program}").of(Fit))
    assert (fit.function, fit.role in ("predictor", "search")) == (function, True)


def test_other_classes_are_no_estimators(read: Read) -> None:
    """A class with fit alone, or whose fit takes no target, makes no fit of its own."""
    program = "class Job:\n    def fit(self, X, y): self.x = X\nclass Other(Job):\n    def fit(self, X): self.x = X\n    def predict(self, X): return X\n"
    assert not list(read(f"{program}Job().fit(A, a)\nOther().fit(A).predict(B)").of(Fit))
