"""Decisions by salted hashes are draws, those by hashes of numbers or by digests are not."""

from collections.abc import Callable

import pytest

from heldout.events.generators import Draw
from heldout.trace import Trace

Read = Callable[[str], Trace]


def drawn(read: Read, text: str) -> list[str]:
    """The generators that a program draws from."""
    return [draw.generator for draw in read(f"import hashlib, pickle, numpy as np\n{text}\n").of(Draw)]


@pytest.mark.parametrize(
    "text",
    [
        "h = hash(pickle.dumps(x))\npart = 'test' if h % 4 == 0 else 'train'",
        "train = [n for n in names if hash(str(n)) % 10 < 8]",
        "name = 'a.png'\nif hash(name) % 100 / 100 < 0.2:\n    pass",
        "if hash(f'{x}') % 5 == 0:\n    pass",
    ],
)
def test_salted_hash_decides(read: Read, text: str) -> None:
    """The rest of a hash of a text or of bytes is compared."""
    assert set(drawn(read, text)) == {"hash"}


@pytest.mark.parametrize(
    "text",
    [
        "h = hash(7)\npart = 'test' if h % 4 == 0 else 'train'",
        "bucket = hash(str(x)) % 1000",
        "h = int(hashlib.md5(x).hexdigest(), 16)\nif h % 5 == 0:\n    pass",
        "same = hash(str(x)) == hash(str(y))",
    ],
)
def test_nothing_is_decided_by_chance(read: Read, text: str) -> None:
    """Hashes of numbers, digests, and hashes that are not compared by their rest draw nothing."""
    assert not drawn(read, text)
