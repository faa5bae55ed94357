"""Print statements of Python 2."""

import pytest

from heldout.text.magics import parses
from heldout.text.python2 import call_print_statements


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("print x", "print(x)"),
        ("print 'a %s' % b, c  # why", "print('a %s' % b, c)  # why"),
        ("if x: print y; z = 1\n", "if x: print(y);z = 1\n"),
        ("for i in a:\n    print i,\nelse:\n    print\n", "for i in a:\n    print(i,)\nelse:\n    print\n"),
        ("print f(1,\n  2)\nx = 1", "print(f(1,\n  2))\nx = 1"),
        ("print(x)\nprint (x), y\nprint = 3\nprint.x", "print(x)\nprint (x), y\nprint = 3\nprint.x"),
        ("s = '''\nprint x\n'''\nprint -1", "s = '''\nprint x\n'''\nprint(-1)"),
    ],
)
def test_print(old: str, new: str) -> None:
    """Print statements become calls on the same lines; calls and strings stay."""
    assert call_print_statements(old) == new
    assert parses(new)
