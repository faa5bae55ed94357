from collections.abc import Callable

import pytest

from heldout.events import Fit
from heldout.trace import Trace

Read = Callable[[str], Trace]


@pytest.mark.parametrize(
    ("program", "rows"),
    [
        ("def f(d): SVC().fit(d)", ["d"]),
        ("def f(d, n=5): SVC().fit(d[:n])", ["d / [:n]"]),
        ("async def f(d): SVC().fit(d)", ["d"]),
        ("f = lambda d: SVC().fit(d)", []),
        ("def f(d): g(d)\ndef g(e): SVC().fit(e)", ["d"]),
        ("class A:\n    def f(self, d): SVC().fit(d)", ["d"]),
        ("class A:\n    @staticmethod\n    def f(d): SVC().fit(d)", ["d"]),
        ("class A:\n    def f(self): SVC().fit(self.d)\n    def __init__(self, d): self.d = d", ["d"]),
        ("class A:\n    def f(self, d): self.g(d)\n    def g(self, e): SVC().fit(e)", ["d"]),
        ("if x:\n    def f(d): SVC().fit(d)", ["d"]),
    ],
)
def test_what_nobody_calls_is_read_with_strangers(read: Read, program: str, rows: list[str]) -> None:
    """Functions and methods that nobody calls are read once, each argument being rows of its own."""
    assert [str(fit.rows) for fit in read(program).of(Fit)] == rows


def test_arguments_of_two_functions_are_different_rows(read: Read) -> None:
    """Two functions' arguments of one name are not the same rows."""
    one, other = read("def f(d): SVC().fit(d)\ndef g(d): SVC().fit(d)").of(Fit)
    assert one.rows is not other.rows


def test_callers_come_before_what_they_call(read: Read) -> None:
    """Of functions that nobody calls, those that no other speaks of come first, and the rest is run as they call it."""
    program = """
        def train(data): SVC().fit(data)
        class Job:
            def __init__(self, path): self.data = pd.read_csv(path)
            def run(self): train(self.data)
        def main(path): Job("a.csv").run()
    """
    (fit,) = read(program).of(Fit)
    assert str(fit.rows) == "read_csv@4"
