from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Fit
from heldout.trace import Trace

See = Callable[[str, str], Any]


@pytest.mark.parametrize(
    ("program", "expression", "rows"),
    [
        ("d = df[:5]\ndef f(): return d", "f()", "read_csv@1 / [:5]"),
        ("d = df[:5]\ndef f():\n    d = df[5:]\n    return d\ne = f()", "d", "read_csv@1 / [:5]"),
        ("d = df[:5]\ndef f():\n    global d\n    d = df[5:]\nf()", "d", "read_csv@1 / [5:]"),
        (
            "def f():\n    d = df[:5]\n    def g():\n        nonlocal d\n        d = df[5:]\n    g()\n    return d",
            "f()",
            "read_csv@1 / [5:]",
        ),
        ("d = df[:5]\ne = [d for d in (df[5:],)]", "d", "read_csv@1 / [:5]"),
        ("d = df[:5]\nf = lambda d: d[:1]\ne = f(df)", "d", "read_csv@1 / [:5]"),
        ("def f(): return d\nd = df[:5]", "f()", "read_csv@1 / [:5]"),
        ("class A:\n    d = df[:5]\n    e = d[:1]", "A.e", "read_csv@1 / [:5] / [:1]"),
        ("len = df[:5]", "len", "read_csv@1 / [:5]"),
        ("d = df[:5]\ndel d", "d", "d"),
    ],
)
def test_name_means_what_python_binds(seen: See, program: str, expression: str, rows: str) -> None:
    """A name is looked up where it is used, in the scope that Python would ask."""
    assert seen(program, expression).rows == rows


def test_unbound_name_is_rows_of_its_own(seen: See) -> None:
    """A name that nothing binds stands for rows of its own, the same ones at each use."""
    assert seen("", "X_train").rows == "X_train"
    assert seen("a = X_train[:5]\nb = pd.concat([a, X_train[5:]])", "b").rows == "(X_train / [:5] + X_train / [5:])"


@pytest.mark.parametrize(
    "line",
    [
        "from sklearn.svm import SVC",
        "from sklearn.svm import *",
        "from sklearn import svm; SVC = svm.SVC",
        "import sklearn.svm; SVC = sklearn.svm.SVC",
        "import sklearn.svm as s; SVC = s.SVC",
        "",
    ],
)
def test_library_class_by_any_import(read: Callable[[str], Trace], line: str) -> None:
    """A class is known by any way to import it, and where a piece of a program imports nothing."""
    (fit,) = read(f"{line}\nSVC().fit(X, y)").of(Fit)
    assert (fit.function, fit.role) == ("SVC.fit", "predictor")


def test_alias_of_a_class(read: Callable[[str], Trace]) -> None:
    """A class imported under another name is told under its own."""
    (fit,) = read("from sklearn.svm import SVC as Machine\nMachine().fit(X, y)").of(Fit)
    assert fit.model == "SVC"


def test_imports_and_fragments(read: Callable[[str], Trace]) -> None:
    """The trace names the libraries that a program imports, and a text without imports is a fragment."""
    trace = read("import pandas as pd, numpy.linalg\nfrom sklearn.svm import SVC\nfrom . import mine")
    assert trace.imports >= {"pandas", "numpy", "sklearn"}
    assert not trace.fragment
    assert read("SVC().fit(X)").fragment


def test_name_of_an_own_class_hides_the_library(read: Callable[[str], Trace]) -> None:
    """A class of the program that is called like one of a library is the program's."""
    assert not list(read("class SVC:\n    def fit(self, X): pass\nSVC().fit(X)").of(Fit))
