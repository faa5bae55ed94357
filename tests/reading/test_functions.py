from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Fit, Load
from heldout.trace import Trace

See = Callable[[str, str], Any]
Read = Callable[[str], Trace]


@pytest.mark.parametrize(
    ("program", "expression", "rows"),
    [
        ("def f(d, n=5): return d[:n]", "f(df)", "[:5]"),
        ("def f(d, n=5): return d[:n]", "f(df, 7)", "[:7]"),
        ("def f(d, n=5): return d[:n]", "f(n=8, d=df)", "[:8]"),
        ("def f(d, /, *, n=5): return d[:n]", "f(df, n=9)", "[:9]"),
        ("k = 4\ndef f(d, n=k): return d[:n]\nk = 9", "f(df)", "[:4]"),
        ("def f(*parts): return parts[1]", "f(df[:5], df[5:])", "[5:]"),
        ("def f(first, *more): return more[0]", "f(df[:5], df[5:])", "[5:]"),
        ("def f(**given): return given['a']", "f(a=df[:3])", "[:3]"),
        ("def f(a, **given): return given['b']", "f(a=df, b=df[:3])", "[:3]"),
        ("def f(a, b): return b\npair = (df[:5], df[5:])", "f(*pair)", "[5:]"),
        ("def f(a, b): return b\nnamed = {'a': df[:5], 'b': df[5:]}", "f(**named)", "[5:]"),
        ("def f(d): return d[:5], d[5:]\na, b = f(df)", "b", "[5:]"),
        ("def f(d): return {'train': d[:5], 'test': d[5:]}", "f(df)['test']", "[5:]"),
    ],
)
def test_arguments(seen: See, program: str, expression: str, rows: str) -> None:
    """A function is run with the arguments that Python would bind."""
    assert seen(program, expression).rows == f"read_csv@1 / {rows}"


@pytest.mark.parametrize(
    ("program", "expression", "rows"),
    [
        ("def make(n):\n    def cut(d): return d[:n]\n    return cut\ncut = make(4)", "cut(df)", "[:4]"),
        ("def make(n): return lambda d: d[:n]", "make(4)(df)", "[:4]"),
        ("cuts = {'head': lambda d: d[:3]}", "cuts['head'](df)", "[:3]"),
        ("from functools import partial\ndef f(d, n): return d[:n]\ng = partial(f, n=6)", "g(df)", "[:6]"),
        ("import functools\ndef f(n, d): return d[:n]\ng = functools.partial(f, 6)", "g(df)", "[:6]"),
        ("def twice(f, d): return f(f(d))", "twice(lambda d: d[:3], df)", "[:3] / [:3]"),
        ("def f(d): return d[:3]", "df.pipe(f)", "[:3]"),
        ("def f(d): return d[:3]\nparts = list(map(f, [df, df[5:]]))", "parts[1]", "[5:] / [:3]"),
        ("def f(d): return d[:3]\ng = f", "g(df)", "[:3]"),
        ("def outer(d):\n    def inner(): return d[:2]\n    return inner()", "outer(df)", "[:2]"),
    ],
)
def test_functions_as_values(seen: See, program: str, expression: str, rows: str) -> None:
    """Closures, lambdas, partial functions and functions that are handed on are followed to where they are called."""
    assert seen(program, expression).rows == f"read_csv@1 / {rows}"


CLASSES = """
class Cutter:
    size = 3
    def __init__(self, d, n=50):
        self.d, self.n = d, n
    def cut(self): return self.d[:self.size]
    def first(self, n): return self.cut()[:n]
    @property
    def rest(self): return self.d[self.size:]
    @staticmethod
    def half(d): return d[:50]
    def keep(self): self.kept = self.d[self.n:]
    def __call__(self, d): return d[:9]
class Finer(Cutter):
    size = 2
    def __init__(self, d):
        super().__init__(d, n=60)
        self.other = d[7:]
    def cut(self): return super().cut()[:1]
class Old(Cutter):
    def __init__(self, d): Cutter.__init__(self, d, 70)
"""


@pytest.mark.parametrize(
    ("program", "expression", "rows"),
    [
        ("", "Cutter(df).cut()", "[:3]"),
        ("", "Cutter(df).first(2)", "[:3] / [:2]"),
        ("", "Cutter(df).rest", "[3:]"),
        ("", "Cutter.half(df)", "[:50]"),
        ("", "Cutter(df).half(df)", "[:50]"),
        ("", "Cutter(df)(df)", "[:9]"),
        ("c = Cutter(df)\nc.keep()", "c.kept", "[50:]"),
        ("c = Cutter(df)\nc.d = df[5:]", "c.cut()", "[5:] / [:3]"),
        ("c = Cutter(df)\nc.size = 8", "c.cut()", "[:8]"),
        ("cut = Cutter(df).cut", "cut()", "[:3]"),
        ("", "Finer(df).other", "[7:]"),
        ("", "Finer(df).rest", "[2:]"),
        ("f = Finer(df)\nf.keep()", "f.kept", "[60:]"),
        ("o = Old(df)\no.keep()", "o.kept", "[70:]"),
        ("c = Cutter(df)\nsetattr(c, 'd', df[5:])", "getattr(c, 'd')", "[5:]"),
    ],
)
def test_methods_and_fields(seen: See, program: str, expression: str, rows: str) -> None:
    """Methods, fields, properties, static methods, inherited and overridden ones are those of the object's class."""
    assert seen(f"{CLASSES}\n{program}", expression).rows == f"read_csv@1 / {rows}"


@pytest.mark.parametrize(
    ("expression", "rows"),
    [
        ("Parts(df[:5]).train", "[:5]"),
        ("Parts(train=df[5:]).train", "[5:]"),
        ("Parts(df).train[: Parts(df).n]", "[:3]"),
    ],
)
def test_dataclass_fields(seen: See, expression: str, rows: str) -> None:
    """The fields of a dataclass are what it was made with, or their defaults."""
    program = "from dataclasses import dataclass\n@dataclass\nclass Parts:\n    train: object\n    n: int = 3\n"
    assert seen(program, expression).rows == f"read_csv@1 / {rows}"


@pytest.mark.parametrize(
    "program",
    [
        "def f(d): return f(d)\nf(X)",
        "def f(d, n):\n    if n == 0: return d\n    return f(d, n - 1)\nf(X, 1000)",
        "def f(d): return g(d)\ndef g(d): return f(d)\nf(X)",
        "class A:\n    def __init__(self): self.a = A()\nA()",
        "f = lambda: f()\nf()",
        "class A:\n    @property\n    def a(self): return self.a\nA().a",
        "def f(): yield from f()\nfor x in f(): pass",
    ],
)
def test_recursion_ends(read: Read, program: str) -> None:
    """A function that calls itself without end is left after a few calls, and the program is read on."""
    (fit,) = read(f"{program}\nSVC().fit(Z)").of(Fit)
    assert str(fit.rows) == "Z"


def test_deep_calls_are_left(seen: See) -> None:
    """Calls that go deeper than a dozen are no longer followed: the way is weak from there."""
    chain = "\n".join(f"def f{n}(d): return f{n + 1}(d)" for n in range(20))
    program = f"{chain}\ndef f20(d): return d"
    assert seen(program, "f15(df)").data.weak is False
    assert seen(program, "f0(df)").data.weak is True


def test_uncalled_function_is_read_with_strangers(read: Read) -> None:
    """A function that nobody calls is read once at the end, each argument being rows of its own."""
    (fit,) = read("def train(data, n=5): SVC().fit(data[:n])\n").of(Fit)
    assert (str(fit.rows), fit.scope) == ("data / [:n]", "train")


def test_called_function_is_not_read_again(read: Read) -> None:
    """A function that is called is read with its callers' values only."""
    (fit,) = read("def train(data): SVC().fit(data)\ntrain(X)").of(Fit)
    assert str(fit.rows) == "X"


def test_methods_of_an_unused_class_share_an_object(read: Read) -> None:
    """Methods of a class that nobody uses are read on one object, so that what one leaves the next finds."""
    program = """
        class Job:
            def __init__(self, path): self.data = pd.read_csv(path)
            def run(self): SVC().fit(self.data)
    """
    trace = read(program)
    (load,) = trace.of(Load)
    (fit,) = trace.of(Fit)
    assert fit.rows is load.data.rows


def test_program_and_module_of_functions(read: Read) -> None:
    """A text whose top level does nothing with rows is a module for others, unless it calls what it defines."""
    define = "from sklearn.svm import SVC\ndef main(): SVC().fit(X)\n"
    assert not read(define).is_program
    assert read(f"{define}main()").is_program
    assert read(f"{define}if __name__ == '__main__': main()").is_program


def test_events_know_their_function(read: Read) -> None:
    """An event tells the function that it stands in, the inner one of two, and nothing at the top level."""
    program = "def inner(): SVC().fit(A)\ndef outer():\n    inner()\n    SVC().fit(B)\nouter()\nSVC().fit(C)"
    assert [(str(fit.rows), fit.scope) for fit in read(program).of(Fit)] == [("A", "inner"), ("B", "outer"), ("C", "")]


def test_half_of_the_budget_is_for_what_is_called_seldom(read: Read) -> None:
    """Calls that multiply spend half of the budget at most; what they call too often gives another of what it gave last."""
    chain = "\n".join(f"def f{n}(d): f{n - 1}(d); f{n - 1}(d); f{n - 1}(d)" for n in range(1, 11))
    program = f"def f0(d): return d\n{chain}\nf10(X)\ndef make(): return SVC()\n"
    program += (
        "models = [make() for name in 'ab']\n"
        + "make()\n" * 50
        + "last = make()\nlast.fit(A)\nrare = lambda d: d[:3]\n"
    )
    trace = read(f"{program}SVC().fit(rare(B))")
    assert trace.exhausted_at is None
    assert [(fit.model, str(fit.rows)) for fit in trace.of(Fit)] == [("SVC", "A"), ("SVC", "B / [:3]")]
