import pytest
from hypothesis import given
from hypothesis import strategies as st

from heldout.reporting.excerpt import underline


def test_tabs_become_spaces() -> None:
    """A tab takes four cells, and the carets stand under what they mean."""
    shown = underline("\tx = f(1)", 6, 10)
    assert shown.text == "    x = f(1)"
    assert (shown.indent, shown.length) == (8, 4)


def test_wide_characters_take_two_cells() -> None:
    """Carets after wide characters are moved by their width, and those under them are doubled."""
    shown = underline('f("漢字", x)', 3, 7)
    assert (shown.indent, shown.length) == (2, 6)


def test_combining_characters_take_none() -> None:
    """A combining mark does not move the carets."""
    assert underline("e\u0301 = 1", 4, 5).indent == 2


def test_end_of_line_gets_a_caret() -> None:
    """An empty stretch, even past the end, is marked by one caret."""
    assert underline("abc", 4, 4) == ("abc", 3, 1)
    assert underline("", 9, 12).length == 1


def test_long_lines_are_cut_around_the_stretch() -> None:
    """A line of thousands of characters is shown around what is flagged."""
    shown = underline("a" * 5000 + "TARGET" + "b" * 5000, 5001, 5007)
    assert len(shown.text) < 200
    assert shown.text.startswith("...")
    assert shown.text.endswith("...")
    assert shown.text[shown.indent : shown.indent + shown.length] == "TARGET"


@given(st.text(), st.integers(-3, 200), st.integers(-3, 200))
def test_never_raises_and_never_steers(text: str, column: int, end_column: int) -> None:
    """Whatever the line and the columns, the result is printable and the carets begin inside it or at its end."""
    shown = underline(text, column, end_column)
    assert "\x1b" not in shown.text
    assert "\n" not in shown.text
    assert shown.length >= 1


@pytest.mark.parametrize(("column", "end_column"), [(1, 2), (3, 7), (10, 11)])
def test_plain_text_is_measured_exactly(column: int, end_column: int) -> None:
    """In plain ASCII the stretch is where the columns say."""
    shown = underline("X = f(a, b)", column, end_column)
    assert (shown.indent, shown.length) == (column - 1, end_column - column)
