from collections.abc import Callable

from heldout.events import Fit
from heldout.trace import Trace

Read = Callable[[str], Trace]


def doubling(levels: int) -> str:
    """A program of functions that each call the next twice, from inside a loop that is unrolled."""
    functions = [f"def f{n}(d):\n    for i in (1, 2, 3, 4): f{n + 1}(d)\n    return d" for n in range(levels)]
    return "\n".join([*functions, f"def f{levels}(d): return d", "f0(X)", "SVC().fit(Z)"])


def test_small_program_has_budget_enough(read: Read) -> None:
    """A program of usual size is read to its end without a note."""
    trace = read(doubling(3))
    assert trace.notes == []
    assert trace.exhausted_at is None


def nested(levels: int) -> str:
    """A program of loops over literals, each inside the one before, and a model fitted after them."""
    loops = [" " * n + "for i in (1, 2, 3, 4, 5, 6, 7, 8, 9):" for n in range(levels)]
    return "\n".join([*loops, " " * levels + "a = 1", "SVC().fit(Z)"])


def test_long_run_is_left_with_one_note(read: Read) -> None:
    """A program that runs longer than the budget gives one note that names the line, and what follows is still read."""
    trace = read(nested(5))
    (note,) = trace.notes
    assert trace.exhausted_at is not None
    assert f"line {trace.exhausted_at.line}" in note
    assert [str(fit.rows) for fit in trace.of(Fit)] == ["Z"]


def test_exhausted_reader_follows_no_calls(read: Read) -> None:
    """Past the budget a function of the program gives something unknown for what it is given."""
    program = nested(5).replace("SVC().fit(Z)", "SVC().fit(cut(Z))")
    (fit,) = read(f"def cut(d): return d[:5]\n{program}").of(Fit)
    assert (str(fit.rows), fit.data.weak) == ("Z", True)


def test_functions_that_call_one_another_many_times_end(read: Read) -> None:
    """Functions that multiply their calls are no longer followed after a while, and what follows is still read."""
    (fit,) = read(doubling(11)).of(Fit)
    assert str(fit.rows) == "Z"


def test_deep_nesting_ends(read: Read) -> None:
    """Loops in loops in loops of unknown length cost what they are long, not two to the power of their depth."""
    program = "\n".join(" " * n + f"for a{n} in things:" for n in range(18)) + "\n" + " " * 18 + "X.mean()"
    trace = read(program)
    assert trace.notes == []
    assert trace.events
