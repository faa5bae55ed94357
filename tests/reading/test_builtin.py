from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Choose, Score
from heldout.trace import Trace

See = Callable[[str, str], Any]
Read = Callable[[str], Trace]


@pytest.mark.parametrize(
    ("expression", "rows"),
    [
        ("sorted(df['a'])", ""),
        ("list(df['a'])", ""),
        ("tuple(df['a'])[:3]", " / [:3]"),
        ("list((df[:5], df[5:]))[1]", " / [5:]"),
        ("dict(a=df[:5])['a']", " / [:5]"),
        ("dict([('a', df[:5])])['a']", " / [:5]"),
        ("list(zip([df[:5]], [df[5:]]))[0][1]", " / [5:]"),
        ("list(enumerate([df[:5]]))[0][1]", " / [:5]"),
        ("list({'a': df[:5]}.values())[0]", " / [:5]"),
        ("list({'a': df[:5]}.items())[0][1]", " / [:5]"),
        ("next(iter([df[:5]]))", " / [:5]"),
        ("list(filter(None, [df[:5]]))[0]", " / [:5]"),
        ("list(map(lambda d: d[:5], [df]))[0]", " / [:5]"),
        ("abs(df)", ""),
        ("round(df['a'])", ""),
        ("getattr(df, 'a')[:5]", " / [:5]"),
        ("df[: len([1, 2, 3])]", " / [:3]"),
        ("df[: min(3, 4)]", " / [:3]"),
        ("df[: max([3, 4])]", " / [:4]"),
        ("df[: abs(-3)]", " / [:3]"),
        ("[df[:n] for n in range(3, 5)][1]", " / [:4]"),
    ],
)
def test_what_built_ins_give(seen: See, expression: str, rows: str) -> None:
    """Built-in functions hand on the rows, items and numbers that they are given."""
    assert seen("", expression).rows == f"read_csv@1{rows}"


@pytest.mark.parametrize(
    "line",
    [
        "from tqdm import tqdm",
        "from tqdm.auto import tqdm",
        "from tqdm.notebook import tqdm",
        "import tqdm as t; tqdm = t.tqdm",
    ],
)
def test_progress_bar_hands_elements_on(seen: See, line: str) -> None:
    """A loop through a progress bar is a loop over what it shows the progress of."""
    assert seen(f"{line}\nfor d in tqdm([df[:5], df[5:]]): pass", "d").rows == "read_csv@1 / [5:]"


def test_deep_copy_is_apart(seen: See) -> None:
    """A copied table does not see what is written into the original."""
    program = "from copy import deepcopy\ne = deepcopy(df)\ndf['z'] = 1"
    assert seen(program, "e").columns == "all columns"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("print(max(scores))", "best-of"),
        ("print(min(scores))", "best-of"),
        ("print(np.argmax(scores))", "best-of"),
        ("print(sorted(scores)[-1])", "best-of"),
        ("print(max({'a': scores[0], 'b': scores[1]}))", "best-of"),
        ("print(sum(scores) / 2)", None),
        ("print(max(scores[0], 0))", None),
        ("print(max(scores[:1]))", None),
    ],
)
def test_extreme_of_scores_is_a_choice(read: Read, line: str, what: str | None) -> None:
    """The best of several scores is a choice among them; a sum, or the extreme of one, is none."""
    trace = read(f"scores = [SVC(C=c).fit(X[:80]).score(X[80:]) for c in (1, 2)]\n{line}")
    choices = list(trace.of(Choose))
    assert [choice.what for choice in choices] == [what] * (what is not None)
    assert all(len(choice.scores) == 2 and str(choice.judges[0].rows) == "X / [80:]" for choice in choices)


def test_print_tells_the_words_beside_a_score(read: Read) -> None:
    """A printed score is reported, with the text that stands beside it."""
    (score,) = read("s = SVC().fit(X[:8]).score(X[8:])\nprint('test accuracy', s)").of(Score)
    assert score.reported
    assert score.said == ["test accuracy"]
