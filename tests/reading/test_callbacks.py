from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Choose, Score
from heldout.trace import Trace

Read = Callable[[str], Trace]
See = Callable[[str, str], Any]

PROGRAM = """
from concurrent.futures import ProcessPoolExecutor
from functools import partial, reduce
from itertools import starmap
from joblib import Parallel, delayed
from multiprocessing import Pool
def cut(d, n=3): return d[:n]
def centre(d): return d - d.mean()
def shift(d, by): return d - by
class Cut:
    def __init__(self, n): self.n = n
    def __call__(self, d): return d[: self.n]
    def method(self, d): return d[: self.n]
"""


@pytest.mark.parametrize(
    ("program", "expression", "rows"),
    [
        ("", "df.pipe(cut)", "[:3]"),
        ("", "df.pipe(cut, 4)", "[:4]"),
        ("", "df.pipe(cut, n=5)", "[:5]"),
        ("", "df.pipe((cut, 'd'), n=5)", "[:5]"),
        ("", "df.pipe(partial(cut, n=6))", "[:6]"),
        ("", "df.pipe(Cut(7))", "[:7]"),
        ("", "df.pipe(Cut(8).method)", "[:8]"),
        ("found = list(map(cut, [df, df[5:]], [1, 2]))", "found[1]", "[5:] / [:2]"),
        ("found = list(starmap(cut, [(df, 1), (df, 2)]))", "found[1]", "[:2]"),
        ("found = reduce(lambda a, b: cut(a, b), [1, 2], df)", "found", "[:1] / [:2]"),
        ("found = Parallel(n_jobs=2)(delayed(cut)(df, n) for n in (1, 2))", "found[1]", "[:2]"),
        ("with Parallel(n_jobs=2) as jobs: found = jobs(delayed(cut)(d) for d in [df])", "found[0]", "[:3]"),
        ("with Pool(4) as pool: found = pool.map(cut, [df, df[5:]])", "found[1]", "[5:] / [:3]"),
        ("with Pool(4) as pool: found = pool.starmap(cut, [(df, 1), (df, 2)])", "found[1]", "[:2]"),
        ("with ProcessPoolExecutor() as pool: job = pool.submit(cut, df, n=4)", "job.result()", "[:4]"),
        ("steps = [cut, Cut(2)]\nfor step in steps: df = step(df)", "df", "[:3] / [:2]"),
        ("def twice(f, *args, **kwargs): return f(f(*args, **kwargs))", "twice(cut, df, n=4)", "[:4] / [:3]"),
    ],
)
def test_functions_that_are_handed_on(seen: See, program: str, expression: str, rows: str) -> None:
    """A function that is handed on is run by who is given it, with the arguments that it is given."""
    assert seen(PROGRAM + program, expression).rows == f"read_csv@1 / {rows}"


@pytest.mark.parametrize(
    ("expression", "learned"),
    [
        ("df.apply(centre)", ["mean"]),
        ("df.apply(partial(shift, by=df.max()))", ["max"]),
        ("df.apply(shift, args=(df.max(),))", ["max"]),
        ("df.apply(shift, by=df.max())", ["max"]),
        ("df.apply(lambda row: row - 1, axis=1)", []),
        ("df.groupby('a').transform(centre)", ["mean"]),
        ("df.groupby('a').apply(partial(shift, by=df.max()))", ["max"]),
        ("df.groupby('a').apply(shift, by=df.max())", ["max"]),
        ("df.assign(b=partial(shift, by=df.max()))", ["max"]),
    ],
)
def test_functions_over_tables(seen: See, expression: str, learned: list[str]) -> None:
    """What a function over columns, rows or groups learns or is handed goes into the result."""
    assert seen(PROGRAM, expression).learned == learned


def test_function_that_is_called_very_often(seen: See) -> None:
    """A function that is called from many places is followed at each of them."""
    calls = "\n".join(f"d = cut(df, {n})" for n in range(200))
    assert seen(f"{PROGRAM}{calls}", "d").rows == "read_csv@1 / [:199]"


@pytest.mark.parametrize(
    "function", ["max(models, key=judge)", "sorted(models, key=judge)[0]", "min(models, key=judge)"]
)
def test_best_by_a_function(read: Read, function: str) -> None:
    """The element of which a function of the program gives the best figure is chosen by the rows that judged."""
    program = (
        f"models = [SVC().fit(A), Ridge().fit(A)]\ndef judge(m): return m.score(B, b)\nprint({function}.score(C, c))"
    )
    trace = read(program)
    (choice,) = trace.of(Choose)
    assert [str(judge.rows) for judge in choice.judges] == ["B"]
    *_, last = trace.of(Score)
    assert choice in last.choices


def test_order_by_a_plain_function(read: Read) -> None:
    """A function that judges nothing only puts elements in order."""
    trace = read("models = [SVC().fit(A), Ridge().fit(A)]\nfirst = sorted(models, key=lambda m: type(m).__name__)[0]")
    assert not list(trace.of(Choose))
