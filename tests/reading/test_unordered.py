"""What the order of a set or of a folder's files decides is seen through lists, comprehensions and numbers."""

from collections.abc import Callable

import pytest

from heldout.events.ordering import Accident
from heldout.trace import Trace

Read = Callable[[str], Trace]
BEGIN = "import glob, os\nfrom pathlib import Path\nimport numpy as np\nfrom sklearn.model_selection import train_test_split\n"


def accidents(read: Read, text: str) -> list[tuple[str, str]]:
    """The source of each order that decides something, and what it decides."""
    return [(event.source, event.decides) for event in read(BEGIN + text).of(Accident)]


@pytest.mark.parametrize(
    ("text", "source", "decides"),
    [
        ("d = {c: i for i, c in enumerate(set(words))}", "set", "numbers"),
        ("d = dict(enumerate({w.lower() for w in words}))", "set", "numbers"),
        ("d = {c: i for i, c in enumerate([c for c in list(set(words)) if c])}", "set", "numbers"),
        ("s = tuple(set(words)); d = dict(zip(s, np.arange(len(s))))", "set", "numbers"),
        ("d = {}\nfor i, c in enumerate(list(set(words))):\n    d[c] = i", "set", "numbers"),
        ("names = list({w.lower() for w in words}); first = names.index('a')", "set", "numbers"),
        ("d = {c: i for i, c in enumerate(os.listdir('a'))}", "os.listdir", "numbers"),
        ("train_test_split([os.path.join('a', f) for f in os.listdir('a')])", "os.listdir", "split"),
        ("files = list(Path('a').glob('*.png')); known, rest = files[:cut], files[cut:]", "Path.glob", "split"),
    ],
)
def test_order_that_decides(read: Read, text: str, source: str, decides: str) -> None:
    """Numbers, splits and slices follow the order of what they are made of."""
    assert accidents(read, text) == [(source, decides)]


@pytest.mark.parametrize(
    "text",
    [
        "d = {c: i for i, c in enumerate(sorted(set(words)))}",
        "d = {c: len(c) for c in set(words)}",
        "d = {c: i for i, c in enumerate({3, 1, 2})}",
        "files = os.listdir('a')\nfiles.sort()\ntrain_test_split(files)",
        "files = glob.glob('a/*')\nprint(files[:5], files[:most])",
        "train_test_split(sorted(glob.glob('a/*')))",
        "for i, c in enumerate(set(words)):\n    print(i, c)",
    ],
)
def test_order_that_decides_nothing(read: Read, text: str) -> None:
    """Sorted values, whole numbers and what is only shown are not told."""
    assert not accidents(read, text)
