from textwrap import dedent

import pytest

from heldout.events import Event, Fit, Score, Split, Statistic
from heldout.events.calls import Call
from heldout.leak import Leak
from heldout.reading import read
from heldout.rows import Rows
from heldout.text.source import source_from_bytes
from heldout.trace import Trace

LOAD = """
import numpy as np
import pandas as pd
from sklearn import *
df = pd.read_csv("a.csv")
X, y = df.drop(columns="y"), df["y"]
"""
SPLIT = "X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)\n"
JUDGED = "model = SVC().fit(X_train, y_train)\nprint(model.score(X_test, y_test))\n"


def trace_of(text: str) -> Trace:
    """The trace of a program."""
    source = source_from_bytes("program.py", dedent(text).encode())
    return read(source, source.parse())


def only_leak(text: str) -> Leak:
    """The one leak of a program after `LOAD`."""
    (leak,) = trace_of(LOAD + dedent(text)).leaks
    return leak


def rows_by_name(trace: Trace) -> dict[str, Rows]:
    """Rows by everything that the program calls them."""
    return {name: rows for rows, names in trace.names.items() for name in names}


def test_events_are_told_in_order() -> None:
    """Events are numbered as they happen, and asked for by kind in that order."""
    trace = trace_of(LOAD + SPLIT + JUDGED)
    assert [event.index for event in trace.events] == list(range(len(trace.events)))
    assert [event.name for event in trace.of(Split, Fit)] == ["Split", "Fit"]


@pytest.mark.parametrize(
    ("line", "kind", "function"),
    [
        ("X = StandardScaler().fit_transform(X)", "value", "StandardScaler.fit_transform"),
        ("X = X - X.mean()", "value", "mean"),
        ("X = SelectKBest(k=3).fit_transform(X, y)", "select", "SelectKBest.fit_transform"),
        ("X = TargetEncoder().fit_transform(X, y)", "encode", "TargetEncoder.fit_transform"),
        ("X = OneHotEncoder().fit_transform(X)", "vocabulary", "OneHotEncoder.fit_transform"),
        ("X, y = SMOTE().fit_resample(X, y)", "copy", "SMOTE"),
        ("X['e'] = df.groupby('c')['y'].transform('mean')", "encode", "groupby.mean"),
        ("X['e'] = df.groupby('c')['a'].transform('mean')", "value", "groupby.mean"),
        ("X = X[[c for c in X if df.corr()['y'][c] > 0.3]]", "select", "corr"),
    ],
)
def test_leak_from_learning_to_score(line: str, kind: str, function: str) -> None:
    """What is learned before the split and reaches the model leaks into the score; the kind says what was learned."""
    leak = only_leak(f"from imblearn.over_sampling import SMOTE\n{line}\n{SPLIT}{JUDGED}")
    assert (leak.kind, leak.learn.function) == (kind, function)
    assert leak.learn.place.line == 8
    assert (leak.split.function, leak.fit.model, leak.score.function) == ("train_test_split", "SVC", "SVC.score")  # type: ignore[union-attr]
    assert leak.later == "later held out by `train_test_split`"


@pytest.mark.parametrize(
    "line",
    [
        "scaler = StandardScaler().fit(X_train)\nX_train, X_test = scaler.transform(X_train), scaler.transform(X_test)",
        "X_test = X_test - X_train.mean()\nX_train = X_train - X_train.mean()",
        "X_train, y_train = SMOTE().fit_resample(X_train, y_train)",
        "print(X.mean())",
        "other = StandardScaler().fit_transform(X)",
        "X_train = np.log(X_train)",
        "X_train = Normalizer().fit_transform(X_train)",
        "X_train = X_train - 3",
    ],
)
def test_no_leak(line: str) -> None:
    """What is learned from training rows, from nothing, or never reaches the model, leaks nowhere."""
    assert trace_of(f"{LOAD}{SPLIT}{line}\n{JUDGED}").leaks == []


def test_sure_leak_is_one_without_doubt() -> None:
    """A leak is sure if its way is known; through something unknown, or where rows only probably meet, it is not."""
    learn = "X = StandardScaler().fit_transform(X)\n"
    assert only_leak(learn + SPLIT + JUDGED).sure
    assert not only_leak(f"{learn}X = unknown(X)\n{SPLIT}{JUDGED}").sure
    drawn = "part = df.sample(50)\nX = X - part.mean(numeric_only=True)\n"
    assert not only_leak(drawn + SPLIT + JUDGED).sure


def test_leak_over_folds() -> None:
    """Learning before a cross-validation leaks into every fold."""
    leak = only_leak("X = StandardScaler().fit_transform(X)\nprint(cross_val_score(SVC(), X, y).mean())")
    assert leak.later == "later held out in turn"
    assert leak.sure
    assert [message for _, message in leak.steps()][-1] == "judged here on folds of the same rows"


def test_leak_of_an_explicit_fold_loop() -> None:
    """Learning before a loop over folds leaks; inside the loop, from the training fold, it does not."""
    loop = """
        for a, b in KFold(5).split(X):
            {inside}
            model = SVC().fit(A, y.iloc[a])
            print(model.score(B, y.iloc[b]))
    """
    plain = loop.format(inside="A, B = X[a], X[b]")
    scaled = loop.format(
        inside="s = StandardScaler().fit(X.iloc[a]); A, B = s.transform(X.iloc[a]), s.transform(X.iloc[b])"
    )
    assert only_leak("X = StandardScaler().fit_transform(X)\n" + dedent(plain)).learn.place.line == 7
    assert trace_of(LOAD + dedent(scaled)).leaks == []


def test_leak_without_a_score() -> None:
    """A program that splits rows which something learned from, and shows no score, is told with less certainty."""
    leak = only_leak(f"X = StandardScaler().fit_transform(X)\n{SPLIT}model = SVC().fit(X_train, y_train)")
    assert leak.score is None
    assert not leak.sure
    assert leak.fit.model == "SVC"  # type: ignore[union-attr]


def test_steps_of_a_leak_are_in_order() -> None:
    """The way of a leak is told from the split over the fit to the score, in the order in which they happen."""
    leak = only_leak("X = StandardScaler().fit_transform(X)\n" + SPLIT + JUDGED)
    assert [(event.place.line, message) for event, message in leak.steps()] == [
        (8, "rows are set aside here"),
        (9, "`SVC` is fitted on the result here"),
        (10, "judged here on rows it had seen"),
    ]


def test_one_leak_a_learning() -> None:
    """What is learned once and judged many times is one leak, and two learnings are two, in order."""
    learn = "X = StandardScaler().fit_transform(X)\nX = PCA(2).fit_transform(X)\n"
    more = "print(model.score(X_test, y_test))\nprint(accuracy_score(y_test, model.predict(X_test)))\n"
    leaks = trace_of(LOAD + learn + SPLIT + JUDGED + more).leaks
    assert [leak.learn.function for leak in leaks] == ["StandardScaler.fit_transform", "PCA.fit_transform"]


@pytest.mark.parametrize(
    ("program", "name", "side"),
    [
        ("a, b = train_test_split(X)", "a", "train"),
        ("a, b = train_test_split(X)", "b", "test"),
        ("a, X_val = train_test_split(X)", "X_val", "validation"),
        ("a, b = train_test_split(X)\nc, d = train_test_split(a)", "d", "validation"),
        ("a, b = train_test_split(X)\nc, X_test = train_test_split(a)", "X_test", "validation"),
        ("a, b = train_test_split(X)\nc, d = train_test_split(a)", "c", "train"),
        ("train, test = X[:80], X[80:]", "test", "test"),
        ("train, test = X[:80], X[80:]\nhalf = test[:5]", "half", "test"),
        ("a, b = X[:80], X[80:]", "b", ""),
        ("test, train = train_test_split(X)", "train", "train"),
    ],
)
def test_side(program: str, name: str, side: str) -> None:
    """What rows are for is told by the nearest cut: by what the program calls it, else by its side of the split."""
    trace = trace_of(LOAD + program)
    rows = rows_by_name(trace)[name]
    assert trace.side(rows) == side
    assert trace.held_out(rows) is (side in ("test", "validation"))
    assert trace.side(rows.root) == ""


def test_name_of_rows() -> None:
    """Rows are called by the first name that the program gave them; rows that were not cut have none."""
    trace = trace_of(f"{LOAD}{SPLIT}again = X_train")
    (split,) = trace.of(Split)
    assert trace.name_of(split.parts[0].rows) == "X_train"
    assert trace.name_of(split.whole.rows) == ""


def test_split_of_rows() -> None:
    """The nearest split above rows is the one that set them aside; a range or condition is none."""
    trace = trace_of(LOAD + "a, b = train_test_split(X)\nc, d = train_test_split(b)\ne = d[:5]\nf = X[:5]")
    first, second = trace.of(Split)
    rows = rows_by_name(trace)
    assert trace.split_of(rows["e"]) is second
    assert trace.split_of(rows["b"]) is first
    assert trace.split_of(rows["f"]) is None


def test_cut_of_is_a_random_holdout() -> None:
    """Rows were drawn by the nearest random holdout split or sample; not by folds or a split in order."""
    trace = trace_of(LOAD + "a, b = train_test_split(X)\nc, d = train_test_split(y, shuffle=False)\ne = y.sample(50)")
    rows = rows_by_name(trace)
    assert trace.cut_of(rows["a"]).function == "train_test_split"  # type: ignore[union-attr]
    assert trace.cut_of(rows["c"]) is None
    assert trace.cut_of(rows["e"]).function == "sample"  # type: ignore[union-attr]


def test_scores_of_a_fit() -> None:
    """The scores of a fit are those of the model in the state that this fit left."""
    trace = trace_of(f"{LOAD}{SPLIT}{JUDGED}model.fit(X, y)\nmodel.score(X_test, y_test)")
    first, second = trace.of(Fit)
    assert [[score.place.line for score in trace.scores_of(fit)] for fit in (first, second)] == [[9], [11]]


@pytest.mark.parametrize(
    ("line", "elsewhere"),
    [
        ("", False),
        ("model.score(X_test, y_test)", True),
        ("accuracy_score(y_train, model.predict(X_train))", False),
        ("model.score(X_train[:5], y_train[:5])", False),
        ("model.predict(X_test)", False),
        ("cross_val_score(model, X, y)", True),
        ("other = SVC().fit(X_train, y_train)\nother.score(X_test, y_test)", False),
    ],
)
def test_judged_elsewhere(line: str, elsewhere: bool) -> None:
    """A score on training rows is held against scores of the same model on other rows."""
    trace = trace_of(f"{LOAD}{SPLIT}model = SVC().fit(X_train, y_train)\nmodel.score(X_train, y_train)\n{line}")
    first = next(iter(trace.of(Score)))
    assert trace.judged_elsewhere(first) is elsewhere


@pytest.mark.parametrize(
    ("cut", "apart"),
    [
        ("X[:80], X[80:]", True),
        ("X[:80], y[:90]", True),
        ("X[X['day'] < 3], X[X['day'] >= 3]", True),
        ("X[:80], X[X['day'] < 3]", False),
        ("X[:80], X", False),
        ("train_test_split(X)", False),
    ],
)
def test_cut_apart(cut: str, apart: bool) -> None:
    """Two ranges of the same rows, or two conditions on them, are cut apart; parts of a split are not."""
    trace = trace_of(f"{LOAD}a, b = {cut}\nRidge().fit(a)\nRidge().fit(b)")
    first, second = (fit.rows for fit in trace.of(Fit))
    assert trace.cut_apart(first, second) is apart


@pytest.mark.parametrize(
    ("arguments", "aligned"),
    [("X_train, y_train", True), ("X_train, y_test", False), ("X, y", True), ("X_train, other", True)],
)
def test_aligned(arguments: str, aligned: bool) -> None:
    """Features and targets are aligned if they are of the same rows, or of rows whose relation is not known."""
    trace = trace_of(f"{LOAD}{SPLIT}other = pd.read_csv('b.csv')['y']\nSVC().fit({arguments})")
    (fit,) = trace.of(Fit)
    assert trace.aligned(fit) is aligned


@pytest.mark.parametrize(
    ("text", "program"),
    [
        ("import pandas as pd\npd.read_csv('a.csv')", True),
        ("pd.read_csv('a.csv')", False),
        ("import pandas as pd\ndef f(): return pd.read_csv('a.csv')", False),
        ("import pandas as pd", False),
    ],
)
def test_is_program(text: str, program: bool) -> None:
    """A program imports what it uses and does something with rows at its top level."""
    assert trace_of(text).is_program is program


def test_events_are_told_in_words() -> None:
    """Every event of a trace is told in one line that begins with its kind."""
    trace = trace_of(LOAD + "np.random.seed(0)\nX = X - X.mean()\n" + SPLIT + JUDGED)
    lines = [event.describe() for event in trace.events if not isinstance(event, Call)]
    assert lines[:4] == [
        "Load      read_csv(a.csv) -> read_csv@5",
        "Seed      numpy.random.seed seeds numpy",
        "Statistic mean of X [read_csv@5; all columns but y] (value)",
        "Split     train_test_split(X [read_csv@5; all columns but y]) -> X_train, X_test",
    ]
    assert all("\n" not in line for line in lines)


def test_every_event_has_a_place() -> None:
    """Every event stands at a place of the program."""
    events: list[Event] = trace_of(LOAD + SPLIT + JUDGED + "X.corr()").events
    assert all(event.place.path == "program.py" for event in events)
    assert [event.place.line for event in events if isinstance(event, Statistic)] == [10]
