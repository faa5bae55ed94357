from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Fit
from heldout.trace import Trace

See = Callable[[str, str], Any]
Read = Callable[[str], Trace]

PARTS = "def parts(d):\n    yield d[:3]\n    yield d[3:]\n    return d\n"


@pytest.mark.parametrize(
    ("program", "expression", "rows"),
    [
        ("a, b = parts(df)", "b", "[3:]"),
        ("for part in parts(df): last = part", "last", "[3:]"),
        ("g = parts(df)\na = next(g)\nb = next(g)", "b", "[3:]"),
        ("g = iter(parts(df))\na = next(g)", "a", "[:3]"),
        ("def all(d): yield from parts(d)\nboth = list(all(df))", "both[0]", "[:3]"),
        ("def many(d):\n    for n in range(100): yield d[:n]\nfound = list(many(df))", "found[5]", "[:n]"),
        ("pairs = [(n, p[:1]) for n, p in enumerate(parts(df))]", "pairs[1][1]", "[3:] / [:1]"),
        ("firsts = (p[:1] for p in parts(df))\na, b = firsts", "b", "[3:] / [:1]"),
        ("class P:\n    def __iter__(self): yield from parts(df)\nfor p in P(): last = p", "last", "[3:]"),
    ],
)
def test_what_a_generator_yields(seen: See, program: str, expression: str, rows: str) -> None:
    """A call of a generator gives what it yields, one after the other; what it returns is nobody's."""
    assert seen(PARTS + program, expression).rows == f"read_csv@1 / {rows}"


def test_yields_that_may_not_happen(seen: See) -> None:
    """Of yields in a branch or in a loop it is not known which come, so that any may be the first."""
    program = "def g(d):\n    if d.empty: yield d[:3]\n    else: yield d[3:]\n"
    assert seen(f"{program}first = list(g(df))[0]", "first").rows == "(read_csv@1 / [:3] + read_csv@1 / [3:])"


MANAGERS = """
from contextlib import contextmanager
@contextmanager
def opened(d):
    part = d[:3]
    try:
        yield part
    finally:
        SVC().fit(d)
class Job:
    def __init__(self, d): self.d = d
    def __enter__(self): return self.d[:4]
    def __exit__(self, *error): SVC().fit(self.d)
"""


@pytest.mark.parametrize(("manager", "rows"), [("opened(df)", "[:3]"), ("Job(df)", "[:4]")])
def test_context_managers(seen: See, manager: str, rows: str) -> None:
    """A context manager of the program gives the block its value, also where the block returns."""
    assert seen(f"{MANAGERS}with {manager} as part: found = part", "found").rows == f"read_csv@1 / {rows}"
    program = f"{MANAGERS}def f():\n    with {manager} as part:\n        return part[1:]\n    return df\n"
    assert seen(program, "f()").rows == f"read_csv@1 / {rows} / [1:]"


@pytest.mark.parametrize("manager", ["opened(A)", "Job(A)", "opened(A), Job(B)"])
def test_block_runs_inside_its_manager(read: Read, manager: str) -> None:
    """What a context manager does at its end comes after the block."""
    fits = list(read(f"{MANAGERS}with {manager}: SVC().fit(X)").of(Fit))
    ended = ["X", "B", "A"] if "B" in manager else ["X", "A"]
    assert [str(fit.rows) for fit in fits][: len(ended)] == ended
    assert not fits[0].scope


def test_uncalled_manager_is_read(read: Read) -> None:
    """A function that manages a context and that nobody enters is read like any other."""
    assert len(list(read(MANAGERS).of(Fit))) == 2


def test_loop_sees_the_first_and_the_last(read: Read) -> None:
    """A loop over values of which not all are known runs with the first of them, then with the last."""
    program = "def g():\n    yield A\n    if more: yield B\nfor part in g(): SVC().fit(part)"
    assert [str(fit.rows) for fit in read(program).of(Fit)] == ["A", "B"]
