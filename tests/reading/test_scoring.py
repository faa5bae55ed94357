from collections.abc import Callable

import pytest

from heldout.events import Fit, Score, Split
from heldout.trace import Trace

Read = Callable[[str], Trace]
HOLDOUT = """
df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = SVC().fit(X_train, y_train)
p = model.predict(X_test)
"""


def figures(trace: Trace) -> list[Score]:
    """The figures in sight, without predictions that are judged elsewhere."""
    return [score for score in trace.of(Score) if not score.implied]


@pytest.mark.parametrize(
    ("line", "function"),
    [
        ("model.score(X_test, y_test)", "SVC.score"),
        ("model.score(X=X_test, y=y_test)", "SVC.score"),
        ("accuracy_score(y_test, p)", "accuracy_score"),
        ("accuracy_score(y_true=y_test, y_pred=p)", "accuracy_score"),
        ("f1_score(p, y_test)", "f1_score"),
        ("roc_auc_score(y_test, p[:, 1])", "roc_auc_score"),
        ("mean_squared_error(y_test, np.exp(p))", "mean_squared_error"),
        ("np.sqrt(mean_squared_error(y_test, p))", "mean_squared_error"),
        ("classification_report(y_test, p > 0.5)", "classification_report"),
        ("confusion_matrix(y_test, np.argmax(p, axis=1))", "confusion_matrix"),
        ("np.mean(p == y_test)", "mean of a comparison"),
        ("(p == y_test).mean()", "mean of a comparison"),
        ("((p - y_test) ** 2).mean()", "mean of a comparison"),
        ("np.sqrt(np.mean((y_test - p) ** 2))", "mean of a comparison"),
        ("np.abs(p - y_test).mean()", "mean of a comparison"),
        ("sum(p == y_test) / len(y_test)", "sum of a comparison"),
        ("RocCurveDisplay.from_estimator(model, X_test, y_test)", "from_estimator"),
        ("ConfusionMatrixDisplay.from_predictions(y_test, p)", "from_predictions"),
    ],
)
def test_figure_of_a_model(read: Read, line: str, function: str) -> None:
    """A metric, a score method, a display and a comparison written by hand are all figures of the model on its rows."""
    trace = read(f"{HOLDOUT}{line}")
    (fit,) = trace.of(Fit)
    (score,) = figures(trace)
    assert (score.function, score.model, score.folds) == (function, "SVC", False)
    assert str(score.data) == "X_test [read_csv@2 / test; all columns but y]"
    assert score.fits == (fit,)
    assert score.place.line == 7


@pytest.mark.parametrize(
    "line",
    [
        "accuracy_score(y_test, guess)",
        "np.mean(y_test == 0)",
        "p.mean()",
        "accuracy_score(a, b)",
        "np.percentile(np.zeros(len(y_test)) + p, 50)",
        "(y_test + p).mean()",
    ],
)
def test_no_figure_without_predictions(read: Read, line: str) -> None:
    """What compares no predictions of a model with a truth is no figure."""
    assert not figures(read(f"{HOLDOUT}guess = 0\n{line}"))


def test_figure_of_two_models(read: Read) -> None:
    """The average of two models' predictions is judged for both."""
    trace = read(f"{HOLDOUT}q = Ridge().fit(X_train, y_train).predict(X_test)\nr2_score(y_test, (p + q) / 2)")
    assert {score.model for score in figures(trace)} == {"SVC", "Ridge"}


def test_predictions_kept_in_a_frame_or_list(read: Read) -> None:
    """Predictions that went through a column, a list or a mapping are still those of their model."""
    for way, given in (
        ("kept = {'p': p}", "kept['p']"),
        ("kept = [p]", "kept[0]"),
        ("table = pd.DataFrame({'y': y_test, 'p': p})", "table['p']"),
        ("table = X_test.copy()\ntable['p'] = p", "table['p']"),
    ):
        (score,) = figures(read(f"{HOLDOUT}{way}\naccuracy_score(y_test, {given})"))
        assert (score.model, str(score.rows)) == ("SVC", "read_csv@2 / test")


def test_cross_validation(read: Read) -> None:
    """A cross-validation parts the rows into folds, fits on the training folds and scores on the held-out ones."""
    trace = read(
        "df = pd.read_csv('a.csv')\nX, y = df[['a']], df['y']\ns = cross_val_score(SVC(), X, y, cv=StratifiedKFold(5))\nprint(s.mean())"
    )
    (split,) = trace.of(Split)
    (fit,) = trace.of(Fit)
    (score,) = trace.of(Score)
    assert (split.function, split.folds, split.stratified) == ("StratifiedKFold", True, True)
    assert str(fit.data) == "X [read_csv@1 / train fold; a]"
    assert str(fit.target) == "y [read_csv@1 / train fold; y]"
    assert str(score.data) == "X [read_csv@1 / test fold; a]"
    assert (score.folds, score.reported, score.fits) == (True, True, (fit,))


@pytest.mark.parametrize(
    "call",
    [
        "cross_val_score(SVC(), X, y)",
        "cross_validate(SVC(), X, y, cv=5)['test_score']",
        "accuracy_score(y, cross_val_predict(SVC(), X, y, cv=5))",
        "cross_val_score(estimator=SVC(), X=X, y=y)",
        "cross_val_score(make_pipeline(StandardScaler(), SVC()), X, y, cv=KFold(5).split(X))",
    ],
)
def test_kinds_of_cross_validation(read: Read, call: str) -> None:
    """Every call that cross-validates gives one figure by folds of the rows."""
    (score,) = figures(read(f"{call}"))
    assert score.folds
    assert str(score.rows) == "X / test fold"


@pytest.mark.parametrize(
    ("program", "implied"),
    [
        ("model.predict(X_test)", True),
        ("model.predict(X_train)", True),
        ("model.predict(new)", False),
    ],
)
def test_predictions_for_cut_rows_are_judged_somewhere(read: Read, program: str, implied: bool) -> None:
    """Predictions for rows that were cut imply a judgement; those for rows from elsewhere do not."""
    trace = read(HOLDOUT.replace("p = model.predict(X_test)\n", program))
    assert [score.implied for score in trace.of(Score)] == [True] * implied


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("h = m.fit(X, y)\nprint(h.history['accuracy'])", "X"),
        ("h = m.fit(X, y)\nplt.plot(h.history['accuracy'])", "X"),
        ("h = m.fit(X, y)\nprint(h.history['loss'])", ""),
        ("h = m.fit(X, y, validation_split=0.2)\nprint(h.history['accuracy'])", ""),
        ("h = m.fit(X, y, validation_split=0.2)\nprint(h.history['val_accuracy'])", "X / validation"),
        ("h = m.fit(X, y, validation_data=(V, v))\nprint(h.history['val_accuracy'])", "V"),
        ("h = m.fit(X, y)\nprint(h.history['val_accuracy'])", ""),
    ],
)
def test_history_of_a_network(read: Read, line: str, rows: str) -> None:
    """A curve of training is a figure on the rows that were watched, or on those of the training if none were."""
    trace = read(f"import keras\nm = keras.Sequential([keras.layers.Dense(1)])\n{line}")
    assert [(score.function, str(score.rows)) for score in trace.of(Score)] == [("history", rows)] * bool(rows)


@pytest.mark.parametrize(
    ("call", "rows", "watchers"),
    [
        ("fit(X, y, validation_data=(V, v))", "V", ()),
        ("fit(X, y, validation_data=(V, v), callbacks=[keras.callbacks.EarlyStopping()])", "V", ("EarlyStopping",)),
        (
            "fit(X, y, validation_data=(V, v), callbacks=[keras.callbacks.ModelCheckpoint('m', save_best_only=True)])",
            "V",
            (),
        ),
        ("fit(X, y, validation_data=(V, v), callbacks=[keras.callbacks.ModelCheckpoint('m')])", "V", ()),
        ("fit(X, y, validation_data=(V, v), callbacks=[keras.callbacks.EarlyStopping(monitor='loss')])", "V", ()),
    ],
)
def test_rows_watched_by_a_network(read: Read, call: str, rows: str, watchers: tuple[str, ...]) -> None:
    """A fit tells the rows that it watches, and the callbacks that choose by them."""
    (fit,) = read(f"import keras\nm = keras.Sequential([keras.layers.Dense(1)])\nm.{call}").of(Fit)
    assert str(fit.validation.rows) == rows  # type: ignore[union-attr]
    assert fit.watchers == watchers


@pytest.mark.parametrize(
    ("call", "rows", "watchers"),
    [
        ("XGBClassifier().fit(X, y, eval_set=[(V, v)])", "V", ()),
        (
            "XGBClassifier(early_stopping_rounds=9).fit(X, y, eval_set=[(X, y), (V, v)])",
            "V",
            ("early_stopping_rounds",),
        ),
        ("LGBMClassifier().fit(X, y, eval_set=(V, v), early_stopping_rounds=9)", "V", ("early_stopping_rounds",)),
        ("CatBoostClassifier().fit(X, y, eval_set=(V, v), use_best_model=True)", "V", ("use_best_model",)),
    ],
)
def test_rows_watched_by_boosting(read: Read, call: str, rows: str, watchers: tuple[str, ...]) -> None:
    """The last evaluation set is what boosting stops by, if it is told to."""
    (fit,) = read(call).of(Fit)
    assert str(fit.validation.rows) == rows  # type: ignore[union-attr]
    assert fit.watchers == watchers
