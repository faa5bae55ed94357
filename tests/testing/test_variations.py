import ast
import contextlib
import io

import pytest

from heldout.testing import variations
from heldout.testing.battery import REWRITINGS, cells_of
from heldout.testing.variations import in_reading_order, vary

PROGRAM = '''\
"""A program that uses much of the language."""
import math
import os.path as paths
from collections import Counter, OrderedDict as Ordered

def scaled(values, factor=2):
    total = sum(values)
    return [math.floor(value * factor + total) for value in values]

class Run:
    steps = 3

    def go(self, count):
        for step in range(self.steps):
            count += step
        return count

numbers = [3, 1, 2]
first, *rest = numbers
try:
    result = scaled(numbers, factor=3)
except ValueError as error:
    result = [error]
if result:
    result.append(first)
else:
    result = rest
with open(paths.devnull) as nothing:
    text = nothing.read()
counted = Counter(result)
square = lambda value: value * first
print(result, Run().go(4), sorted(counted.items()), Ordered(a=1), text, square(5), f"{first=}")
'''


def output(code: str) -> str:
    """What a program prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "program", "exec"), {"__name__": "__main__"})
    return printed.getvalue()


@pytest.mark.parametrize("name", REWRITINGS)
def test_meaning_is_kept(name: str) -> None:
    """A rewritten program prints what the original prints."""
    variation = vary(PROGRAM, REWRITINGS[name])
    assert variation is not None
    assert output(variation.code) == output(PROGRAM)


@pytest.mark.parametrize("name", [name for name in REWRITINGS if name not in ("in-function", "guarded")])
def test_statements_line_up(name: str) -> None:
    """Every statement of the rewritten program remembers which statement of the original it was."""
    variation = vary(PROGRAM, REWRITINGS[name])
    assert variation is not None
    rewritten = list(in_reading_order(ast.parse(variation.code).body))
    original = list(in_reading_order(ast.parse(PROGRAM).body))
    assert len(rewritten) == len(variation.origins)
    pairs = [(each, origin) for each, origin in zip(rewritten, variation.origins, strict=True) if origin is not None]
    assert [origin for _, origin in pairs] == list(range(len(original)))
    assert all(type(each) is type(original[origin]) or isinstance(each, ast.Import) for each, origin in pairs)


def test_what_changes_under_a_function_is_not_wrapped() -> None:
    """Star imports, global declarations and programs that ask for their name are left as they are."""
    for code in (
        "from math import *\n",
        "def f():\n    global x\n    x = 1\n",
        "if __name__ == '__main__':\n    f()\n",
    ):
        assert vary(code, variations.in_function) is None


def test_definitions_that_need_earlier_values_are_not_moved() -> None:
    """A default that needs an assigned value keeps the program from being guarded."""
    assert vary("x = 1\ndef f(y=x):\n    return y\nprint(f())\n", variations.guarded) is None


def test_libraries_become_unknown() -> None:
    """Imports of third parties lose their names, those of the standard library keep them."""
    code = "import os\nimport sklearn.svm\nimport numpy as np\nfrom sklearn.svm import SVC\n"
    variation = vary(code, variations.libraries_unknown)
    assert variation is not None
    assert variation.code == (
        "import os\nimport unheard_of as sklearn\nimport unheard_of as np\nfrom unheard_of import SVC\n"
    )


def test_cells_hold_whole_statements() -> None:
    """Cut into cells, every cell is valid by itself and nothing is lost."""
    cells = cells_of(PROGRAM)
    assert "\n".join(cells) == PROGRAM
    for cell in cells:
        ast.parse(cell)
    assert len(cells) == len(ast.parse(PROGRAM).body)


def test_statements_on_one_line_stay_together() -> None:
    """Two statements on a line are one cell."""
    assert cells_of("a = 1; b = 2\nc = 3\n") == ["a = 1; b = 2", "c = 3\n"]
