from textwrap import dedent

import pytest

from heldout.reading import read
from heldout.skew import Skew
from heldout.text.source import source_from_bytes

LOAD = """
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.feature_selection import SelectKBest
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import LabelEncoder, MinMaxScaler, StandardScaler
df = pd.read_csv("a.csv")
X, y = df[["a", "b"]], df["c"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
"""


def skews_of(text: str) -> list[Skew]:
    """The skews of a program after `LOAD`."""
    source = source_from_bytes("program.py", (LOAD + dedent(text)).encode())
    return read(source, source.parse()).skews


SCALED = """
scaler = StandardScaler().fit(X_train)
scaled = scaler.transform(X_train)
"""
FITTED = "model = LogisticRegression().fit(scaled, y_train)\n"


def test_rows_that_miss_a_step() -> None:
    """Rows that are asked about without the step of the fit are told with the step, the fit and the question."""
    (skew,) = skews_of(SCALED + FITTED + "print(model.score(X_test, y_test))\n")
    assert (skew.step.model, skew.fit.model, skew.on_fit) == ("StandardScaler", "LogisticRegression", True)
    assert skew.asked.data.name == "X_test"
    assert skew.instead is None


def test_rows_that_alone_took_a_step() -> None:
    """A step that only the rows asked about went through is told, too."""
    (skew,) = skews_of(SCALED + "m = LogisticRegression().fit(X_train, y_train)\nm.predict(scaler.transform(X_test))\n")
    assert not skew.on_fit


def test_rows_that_took_another_step() -> None:
    """What the rows went through instead is named."""
    (skew,) = skews_of(SCALED + FITTED + "model.predict(MinMaxScaler().fit(X_train).transform(X_test))\n")
    assert skew.instead is not None
    assert skew.instead.model == "MinMaxScaler"


def test_a_model_and_its_rows_are_told_once() -> None:
    """Several questions about the same rows are one skew, and other rows are another."""
    asked = "model.predict(X_test)\nmodel.predict_proba(X_test)\nmodel.score(X_test, y_test)\nmodel.predict(X_train)\n"
    assert [skew.asked.data.name for skew in skews_of(SCALED + FITTED + asked)] == ["X_test", "X_train"]


def test_search_around_a_model() -> None:
    """The estimator that a search keeps was fitted on the rows of the search."""
    program = "model = GridSearchCV(LogisticRegression(), {'C': [1, 2]}).fit(scaled, y_train)\n"
    assert len(skews_of(SCALED + program + "model.best_estimator_.predict(X_test)\n")) == 1


def test_files_that_are_both_loaded() -> None:
    """Rows of another file that is loaded in the same program are no secret."""
    assert len(skews_of(SCALED + FITTED + 'model.predict(pd.read_csv("b.csv")[["a", "b"]])\n')) == 1


@pytest.mark.parametrize(
    "program",
    [
        SCALED + FITTED + "model.predict(scaler.transform(X_test))",
        SCALED + FITTED + "model.predict(given)",
        SCALED + FITTED + "model.predict(prepared(X_test))",
        SCALED + "m = LogisticRegression().fit(X_train, y_train)\nm.predict(X_test)",
        """
        m = make_pipeline(StandardScaler(), LogisticRegression()).fit(X_train, y_train)
        m.predict(X_test)
        """,
        """
        t = ColumnTransformer([('s', StandardScaler(), ['a'])])
        m = make_pipeline(t, LogisticRegression()).fit(X_train, y_train)
        m.predict(X_test)
        """,
        """
        X_train['a'] = StandardScaler().fit_transform(X_train[['a']])
        m = LogisticRegression().fit(X_train[['b']], y_train)
        m.predict(X_test[['b']])
        """,
        """
        for part in (X_train, X_test):
            part['a'] = scale(part['a'])
        m = LogisticRegression().fit(X_train, y_train)
        m.predict(X_test)
        """,
        """
        X_train['a'] = LabelEncoder().fit_transform(X_train['a'])
        m = LogisticRegression().fit(X_train, y_train)
        m.predict(X_test)
        """,
        """
        best = SelectKBest(k=1).fit_transform(X_train, y_train)
        m = LogisticRegression().fit(best, y_train)
        m.predict(X_test)
        """,
        "cross_val_score(LogisticRegression(), X, y)",
        """
        def scores(fitted, asked):
            return LogisticRegression().fit(StandardScaler().fit_transform(fitted), y_train).predict(asked)
        """,
    ],
)
def test_rows_that_are_prepared_alike(program: str) -> None:
    """Rows that took the same steps, or of which that is not known, are not told."""
    assert skews_of(program) == []


def test_a_refit_is_not_told_twice() -> None:
    """A scaler that is fitted again on the rows asked about is a refit, and no skew."""
    scaled = "model.predict(StandardScaler().fit_transform(X_test))\n"
    assert skews_of(SCALED + FITTED + scaled) == []


def test_one_of_two_states() -> None:
    """A model that may also have been fitted on rows without the step is left alone."""
    program = "model = LogisticRegression()\nif given:\n    model.fit(scaled, y_train)\nelse:\n    model.fit(X_train, y_train)\n"
    assert skews_of(SCALED + program + "model.predict(X_test)\n") == []
