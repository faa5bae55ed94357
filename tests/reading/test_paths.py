from collections.abc import Callable
from typing import Any

import pytest

See = Callable[[str, str], Any]
BEFORE = "import os, torch\nfrom pathlib import Path\nfrom torchvision.datasets import ImageFolder\nroot = os.environ['ROOT']"


@pytest.mark.parametrize(
    ("path", "side"),
    [
        ("os.path.join('birds', 'train')", "train"),
        ("os.path.join(root, 'val')", "validation"),
        ("Path('birds') / 'test'", "test"),
        ("root + '/train'", "train"),
        ("os.path.join('birds', 'all')", ""),
    ],
)
def test_last_part_of_a_path_says_the_side(seen: See, path: str, side: str) -> None:
    """A folder of images that is called after a side is that side of the folder above it."""
    assert seen(BEFORE, f"ImageFolder({path})").data.rows.slot == side
