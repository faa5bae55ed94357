"""Columns in code points, UTF-8 bytes and UTF-16 units."""

from hypothesis import given
from hypothesis import strategies as st

from heldout.text.positions import (
    code_points_from_utf8,
    code_points_from_utf16,
    utf8_from_code_points,
    utf16_from_code_points,
)

LINES = st.text(st.sampled_from("ab é\u4e2d\U0001f600\u0301\t"), max_size=30) | st.text(max_size=30)


@given(LINES, st.integers(0, 40))
def test_utf8_and_back(line: str, column: int) -> None:
    """A column in code points comes back from UTF-8, and one past the end is the end."""
    assert code_points_from_utf8(line, utf8_from_code_points(line, column)) == min(column, len(line))


@given(LINES, st.integers(0, 40))
def test_utf16_and_back(line: str, column: int) -> None:
    """A column in code points comes back from UTF-16, and one past the end is the end."""
    assert code_points_from_utf16(line, utf16_from_code_points(line, column)) == min(column, len(line))


@given(LINES, st.integers(0, 100))
def test_inside_a_character_is_its_start(line: str, column: int) -> None:
    """A byte or a unit within a character belongs to that character."""
    before = line[: code_points_from_utf8(line, column)]
    assert len(before.encode()) <= column
    assert len(line[: len(before) + 1].encode()) > column or before == line
    before = line[: code_points_from_utf16(line, column)]
    assert len(before.encode("utf-16-le")) // 2 <= column
    assert len(line[: len(before) + 1].encode("utf-16-le")) // 2 > column or before == line
