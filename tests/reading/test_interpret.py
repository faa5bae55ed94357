from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Choose, Fit, Score, Statistic
from heldout.trace import Trace

See = Callable[[str, str], Any]
Read = Callable[[str], Trace]
EITHER = "(read_csv@1 / [:5] + read_csv@1 / [5:])"


@pytest.mark.parametrize(
    ("program", "rows"),
    [
        ("if True: d = df[:5]\nelse: d = df[5:]", "read_csv@1 / [:5]"),
        ("if 0: d = df[:5]\nelse: d = df[5:]", "read_csv@1 / [5:]"),
        ("n = 3\nif n > 2 and n != 4: d = df[:5]\nelse: d = df[5:]", "read_csv@1 / [:5]"),
        ("name = 'test'\nif name == 'train': d = df[:5]\nelif name == 'test': d = df[5:]", "read_csv@1 / [5:]"),
        ("if 'a' in ('a', 'b'): d = df[:5]\nelse: d = df[5:]", "read_csv@1 / [:5]"),
        ("if not None: d = df[:5]\nelse: d = df[5:]", "read_csv@1 / [:5]"),
        ("if []: d = df[:5]\nelse: d = df[5:]", "read_csv@1 / [5:]"),
        ("d = df[:5] if 1 else df[5:]", "read_csv@1 / [:5]"),
    ],
)
def test_constant_decides_a_branch(seen: See, program: str, rows: str) -> None:
    """A branch that constants decide is read alone."""
    assert seen(program, "d").rows == rows


@pytest.mark.parametrize(
    ("program", "rows"),
    [
        ("if x: d = df[:5]\nelse: d = df[5:]", EITHER),
        ("d = df[5:]\nif x: d = df[:5]", EITHER),
        ("d = df\nif x: d = df[:5]", "read_csv@1"),
        ("d = None\nif x: d = df[:5]", "read_csv@1 / [:5]"),
        ("if x: raise ValueError\nelse: d = df[:5]", "read_csv@1 / [:5]"),
        ("d = df[5:]\nif x:\n    d = df[:5]\n    raise ValueError", "read_csv@1 / [5:]"),
        ("d = df[:5] if x else df[5:]", EITHER),
        ("match x:\n    case 'a': d = df[:5]\n    case 'b': d = df[5:]", EITHER),
        ("try:\n    d = df[:5]\nexcept ValueError:\n    d = df[5:]", EITHER),
    ],
)
def test_undecided_branches_are_joined(seen: See, program: str, rows: str) -> None:
    """After a branch that nothing decides, a name holds what either way left, except ways that do not go on."""
    assert seen(program, "d").rows == rows


def test_branches_do_not_see_one_another(seen: See) -> None:
    """What one branch does to a value is not seen by the other, and both are seen after them."""
    program = """
        if x: df["a"] = df["a"] - df["a"].mean()
        else:
            other = df.copy()
            df["b"] = df["b"].rank()
    """
    assert seen(program, "df").learned == ["mean", "rank"]
    assert seen(program, "other").learned == []


@pytest.mark.parametrize(
    ("program", "rows"),
    [
        ("with open('x') as file: d = df[:5]", "read_csv@1 / [:5]"),
        ("with df as d: pass", "read_csv@1"),
        ("try: d = df[:5]\nfinally: d = d[:1]", "read_csv@1 / [:5] / [:1]"),
        ("try: pass\nexcept ValueError: pass\nelse: d = df[:5]", "read_csv@1 / [:5]"),
        ("for n in (1, 2): d = df[:n]\nelse: d = d[:1]", "read_csv@1 / [:2] / [:1]"),
        ("d = df[:1]\nwhile x:\n    d = df[:2]\n    break", "read_csv@1 / [:2]"),
        ("while False: d = df[:1]\nelse: d = df[:2]", "read_csv@1 / [:2]"),
        ("if (d := df[:5]) is not None: pass", "read_csv@1 / [:5]"),
        ("d: object = df[:5]", "read_csv@1 / [:5]"),
        ("d = e = df[:5]", "read_csv@1 / [:5]"),
        ("async def f():\n    async with x as y:\n        return df[:5]\nd = await f()", "read_csv@1 / [:5]"),
    ],
)
def test_statements(seen: See, program: str, rows: str) -> None:
    """Every statement binds what Python's would."""
    assert seen(program, "d").rows == rows


@pytest.mark.parametrize(
    ("program", "rows"),
    [
        ("for n in [3, 4]: d = df[:n]", "read_csv@1 / [:4]"),
        ("for n in range(2): d = df[: n + 3]", "read_csv@1 / [:4]"),
        ("for i, e in enumerate([df[:5], df[5:]]): d = e[:i]", "read_csv@1 / [5:] / [:1]"),
        ("for e, n in zip([df[:5], df[5:]], [1, 2]): d = e[:n]", "read_csv@1 / [5:] / [:2]"),
        ("for key, e in {'a': df[:5], 'b': df[5:]}.items(): d = e", "read_csv@1 / [5:]"),
        ("for key in {'a': 1, 'b': 2}: d = df[key]", "read_csv@1"),
        ("for n in (1, 2, 3):\n    if n == 3: continue\n    d = df[:n]", "read_csv@1 / [:2]"),
        ("parts = {}\nfor n in (3, 4): parts[n] = df[:n]\nd = parts[3]", "read_csv@1 / [:3]"),
        ("parts = []\nfor n in (3, 4): parts.append(df[:n])\nd = parts[0]", "read_csv@1 / [:3]"),
    ],
)
def test_literal_loops_are_unrolled(seen: See, program: str, rows: str) -> None:
    """A loop over a literal is read turn by turn, with the value of each."""
    assert seen(program, "d").rows == rows


def test_unknown_loop_is_read_twice(read: Read) -> None:
    """A loop of unknown length is read twice, so that what one turn leaves reaches the next; its events stand in one loop."""
    first, second = read("d = pd.read_csv('a')\nfor i in range(n): d = d - d.mean()").of(Statistic)
    assert (first.place, first.loops) == (second.place, second.loops)
    assert first.loops == 1
    assert not first.data.learned
    assert second.data.learned == {first}


def test_nested_loops_are_counted(read: Read) -> None:
    """An event tells in how many loops of unknown length it stands; unrolled loops do not count."""
    program = "for a in things:\n    for b in (1, 2):\n        for c in more: x.mean()\nx.std()"
    loops = {event.function: event.loops for event in read(program).of(Statistic)}
    assert loops == {"mean": 2, "std": 0}


def test_early_return_in_a_function(seen: See) -> None:
    """A function gives what any of its reachable returns gives, and one that constants decide alone."""
    program = """
        def part(name):
            if name == "train":
                return df[:80]
            elif name == "test":
                return df[80:]
            raise ValueError(name)
    """
    assert seen(program, "part('train')").rows == "read_csv@1 / [:80]"
    assert seen(program, "part('test')").rows == "read_csv@1 / [80:]"
    assert seen(program, "part(name)").rows == "(read_csv@1 / [:80] + read_csv@1 / [80:])"


def test_nothing_after_a_return_is_read(read: Read) -> None:
    """Statements that are never reached leave no events."""
    assert not list(read("def f():\n    return 1\n    SVC().fit(X)\nf()").of(Fit))
    assert not list(read("raise SystemExit\nSVC().fit(X)").of(Fit))


def test_score_that_decides_a_branch_is_a_choice(read: Read) -> None:
    """Keeping what scored best so far is a choice by the rows that were scored, and shapes what was kept."""
    program = """
        best = 0
        for c in [1, 2, 3]:
            model = SVC(C=c).fit(X[:80])
            score = model.score(X[80:])
            if score > best:
                best, winner = score, model
        print(winner.score(X[90:]))
    """
    trace = read(program)
    *_, choice = trace.of(Choose)
    assert (choice.what, choice.place.line) == ("best-so-far", 6)
    assert choice.names == ["best", "winner"]
    assert [str(judge.rows) for judge in choice.judges] == ["X / [80:]"]
    *_, last = trace.of(Score)
    assert choice in last.choices


def test_score_compared_outside_a_loop_is_no_choice(read: Read) -> None:
    """A single figure held against a limit chooses among nothing."""
    assert not list(read("s = SVC().fit(X[:8]).score(X[8:])\nif s > 0.9: best = s").of(Choose))


@pytest.mark.parametrize(
    ("line", "reported"),
    [
        ("print(s)", True),
        ("s", True),
        ("print(f'accuracy {s:.2f}')", True),
        ("import logging; logging.info(s)", True),
        ("t = s", False),
    ],
)
def test_shown_score_is_reported(read: Read, line: str, reported: bool) -> None:
    """A figure that is printed, shown or logged is reported; one that is only bound is not."""
    (score,) = read(f"s = SVC().fit(X[:8]).score(X[8:])\n{line}").of(Score)
    assert score.reported is reported
    assert score.names[0] == "s"
