from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Choose, Fit, Predict, Score, Transform
from heldout.trace import Trace

Read = Callable[[str], Trace]
See = Callable[[str, str], Any]


@pytest.mark.parametrize(
    ("expression", "rows", "learned"),
    [
        ("StandardScaler().fit_transform(df)", "read_csv@1", ["StandardScaler.fit_transform"]),
        ("StandardScaler().fit(df).transform(df)", "read_csv@1", ["StandardScaler.fit"]),
        ("PCA().fit(df).transform(df[:5])", "read_csv@1 / [:5]", ["PCA.fit"]),
        ("SelectKBest(k=3).fit_transform(df, df['y'])", "read_csv@1", ["SelectKBest.fit_transform"]),
        ("TargetEncoder().fit_transform(df[['c']], df['y'])", "read_csv@1", ["TargetEncoder.fit_transform"]),
        ("TfidfVectorizer().fit_transform(df['t'])", "read_csv@1", ["TfidfVectorizer.fit_transform"]),
        ("KMeans(3).fit_predict(df)", "read_csv@1", ["KMeans.fit_predict"]),
        ("KMeans(3).fit(df).labels_", "read_csv@1", ["KMeans.fit"]),
        ("SVC().fit(df[:5], y[:5]).predict_proba(df[5:])", "read_csv@1 / [5:]", []),
        ("FunctionTransformer(np.log).fit_transform(df)", "read_csv@1", []),
        ("Normalizer().fit_transform(df)", "read_csv@1", []),
        ("StandardScaler().fit(df[:5]).inverse_transform(df)", "read_csv@1", []),
        (
            "PCA().fit_transform(StandardScaler().fit_transform(df))",
            "read_csv@1",
            ["PCA.fit_transform", "StandardScaler.fit_transform"],
        ),
        ("make_pipeline(StandardScaler(), PCA()).fit_transform(df)", "read_csv@1", ["make_pipeline.fit_transform"]),
    ],
)
def test_result_carries_the_fit(seen: See, expression: str, rows: str, learned: list[str]) -> None:
    """What a fitted learner gives for rows carries its fit, and nothing if it learns nothing."""
    found = seen("y = df['y']", expression)
    assert (found.rows, found.learned) == (rows, learned)


def test_second_fit_replaces_the_first(seen: See) -> None:
    """A learner that is fitted again is in the state of the last fit."""
    program = "s = StandardScaler().fit(df[:5])\na = s.transform(df)\ns.fit(df[5:])\nb = s.transform(df)"
    rows = [str(event.rows) for name in "ab" for event in seen(program, name).data.learned]
    assert rows == ["read_csv@1 / [:5]", "read_csv@1 / [5:]"]


def test_partial_fits_add_up(read: Read) -> None:
    """A learner that is fitted bit by bit is in the state of all of its bits."""
    (score,) = read("m = SGDClassifier()\nm.partial_fit(A, a)\nm.partial_fit(B, b)\nm.score(C, c)").of(Score)
    assert [str(fit.rows) for fit in score.fits] == ["A", "B"]
    assert all(fit.partial for fit in score.fits)


def test_predictions_know_the_state_of_their_model(read: Read) -> None:
    """Predictions keep the state in which their model made them, whatever it is fitted on later."""
    program = "m = SVC().fit(X[:80], y[:80])\np = m.predict(X[80:])\nm.fit(X, y)\naccuracy_score(y[80:], p)"
    score = [score for score in read(program).of(Score) if not score.implied][-1]
    assert [str(fit.rows) for fit in score.fits] == ["X / [:80]"]


def test_events_of_a_fit_and_transform(read: Read) -> None:
    """A fit_transform is a fit and a transform, a predict a predict; all tell the learner's name in the program."""
    trace = read(
        "scaler = StandardScaler()\nA = scaler.fit_transform(X)\nmodel = SVC().fit(A, y)\nmodel.predict(scaler.transform(Z))"
    )
    told = [(event.name, event.written) for event in trace.of(Fit, Transform)]
    assert told == [
        ("Fit", "scaler"),
        ("Transform", "scaler"),
        ("Fit", ""),
        ("Transform", "scaler"),
        ("Predict", "model"),
    ]
    (predict,) = trace.of(Predict)
    assert predict.fits == (list(trace.of(Fit))[1],)


def test_method_has_its_place(read: Read) -> None:
    """A fit tells where the name of its method stands, for who would put another in its place."""
    (fit,) = read("A = StandardScaler().fit_transform(X)").of(Fit)
    place = fit.method_place
    assert place is not None
    assert (place.line, place.column, place.end_column) == (1, 21, 34)


def test_search_is_a_choice(read: Read) -> None:
    """A search that is fitted chooses by its rows; its best score is a figure on inner folds, shaped by the choice."""
    trace = read(
        "g = GridSearchCV(SVC(), {'C': [1, 2]})\ng.fit(X, y)\nprint(g.best_score_)\ng.best_estimator_.score(Z, z)"
    )
    (choice,) = trace.of(Choose)
    assert (choice.what, str(choice.judges[0].rows)) == ("search", "X")
    best, later = trace.of(Score)
    assert (best.function, best.folds, best.reported) == ("GridSearchCV.best_score_", True, True)
    assert str(best.rows) == "X / held-out fold"
    assert (str(later.rows), later.choices) == ("Z", {choice})


def test_set_params_hands_a_choice_on(read: Read) -> None:
    """A model that is given the parameters that a search found best was shaped by its choice."""
    trace = read(
        "g = GridSearchCV(SVC(), {}).fit(X, y)\nm = SVC()\nm.set_params(**g.best_params_)\nm.fit(X, y)\nm.score(Z, z)"
    )
    (choice,) = trace.of(Choose)
    *_, score = trace.of(Score)
    assert score.choices == {choice}


def test_constructor_hands_a_choice_on(read: Read) -> None:
    """A model that is made with what a search found best was shaped by its choice."""
    trace = read("g = GridSearchCV(SVC(), {}).fit(X, y)\nSVC(C=g.best_params_['C']).fit(X, y).score(Z, z)")
    *_, score = trace.of(Score)
    assert score.choices == set(trace.of(Choose))


def test_fit_predict_is_no_score(read: Read) -> None:
    """What `fit_predict` is handed beside the rows has just been learned from; nothing is judged by it."""
    trace = read("last = steps[-1]\nprint(last.fit_predict(X, y))\nprint(last.predict(Z, z))")
    (score,) = trace.of(Score)
    assert str(score.rows) == "Z"
