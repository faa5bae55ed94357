import ast

import pytest

from heldout.project.statements import header_lines
from heldout.project.suppressions import Suppressions, suppressions
from heldout.rules import Entry
from heldout.text.source import source_from_bytes

LEAK = Entry("leak-made", "HLD101", "leakage", "error", (), "heldout.rules.leakage.leak_made", "LeakMade", "A leak.")


def covered(text: str, *lines: int) -> bool:
    """Tell whether a finding on `lines` of `text` is silenced."""
    return suppressions(text).cover(LEAK, lines or (1,))


@pytest.mark.parametrize(
    "comment",
    [
        "# heldout: ignore",
        "# heldout: ignore[leak-made]",
        "# heldout: ignore[HLD101]",
        "# heldout: ignore[HLD1]",
        "# heldout: ignore[leakage]",
        "# heldout: ignore[ALL]",
        "# heldout: ignore[no-seed, leak-made] the folds are made upstream",
        "#heldout:ignore[leak-made]",
        "# type: ignore  # heldout: ignore[leak-made]",
        "# noqa",
        "# NOQA",
        "# noqa: HLD101",
        "# noqa: E501, HLD101",
        "# noqa:HLD101 upstream",
        "# noqa: HLD1",
    ],
)
def test_comment_behind_the_line(comment: str) -> None:
    """A comment behind a line silences the rule by name, code, beginning of a code, section, or altogether."""
    assert covered(f"x = f(y)  {comment}\n")


@pytest.mark.parametrize(
    "comment",
    [
        "# heldout: ignore[no-seed]",
        "# heldout: ignored rows",
        "# heldout: rows kept back",
        "# heldout: ignore[]",
        "# noqa: E501",
        "# noqa : F401",
        "# see the noqa of the linter",
        "# flake8: noqa-like",
    ],
)
def test_other_comments_silence_nothing(comment: str) -> None:
    """A comment about another rule, another tool or held-out rows is no suppression of this rule."""
    assert not covered(f"x = f(y)  {comment}\n")


def test_comment_counts_for_its_line_only() -> None:
    """A comment behind a line does not reach the next one."""
    assert not covered("x = 1  # heldout: ignore\ny = 2\n", 2)


def test_comment_alone_counts_for_the_next_statement() -> None:
    """A comment on its own line covers the next logical line, across blank lines and other comments."""
    text = "# heldout: ignore[leak-made] known\n\n# another remark\nx = f(\n    y)\nz = 1\n"
    assert covered(text, 4)
    assert not covered(text, 6)


def test_indented_comment_alone() -> None:
    """The next statement may be inside a block."""
    assert covered("if a:\n    # heldout: ignore\n    x = f(y)\n", 3)


def test_noqa_alone_covers_nothing() -> None:
    """As in other linters, a noqa on its own line covers no statement."""
    assert not covered("# noqa\nx = f(y)\n", 2)


def test_whole_file() -> None:
    """A file-ignore on its own line silences the file, wherever it stands."""
    assert covered("x = f(y)\n# heldout: file-ignore[leak-made]\n")
    assert covered("x = f(y)\n# heldout: file-ignore\n")
    assert not covered("x = f(y)\nz = 1  # heldout: file-ignore\n")


def test_comment_in_a_string_is_none() -> None:
    """What looks like a comment inside a string silences nothing."""
    assert not covered('x = f("# heldout: ignore")\n')
    assert not covered('"""\n# heldout: file-ignore\n"""\nx = f(y)\n', 4)


def test_unknown_names_are_reported() -> None:
    """A name that is no rule is remembered with its line, so that a typing error does not stay unseen."""
    (line, message), *rest = suppressions("x = 1\ny = 2  # heldout: ignore[leekage]\n").unknown
    assert (line, rest) == (2, [])
    assert "'leekage', which is no rule; did you mean 'leakage'?" in message


def test_text_without_the_words_is_not_looked_through() -> None:
    """Text that Python cannot split into tokens is no trouble when it has no suppressions."""
    assert not covered("x = (\n")


def test_broken_text_keeps_what_was_found() -> None:
    """Comments before a place that Python cannot read count."""
    assert covered("x = f(y)  # heldout: ignore\nz = '''\n")


def test_broken_cell_hides_no_other_cell() -> None:
    """In a notebook a cell that Python cannot read costs only its own comments."""
    notebook = (
        b'{"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": null,'
        b' "source": ["x = (("]}, {"cell_type": "code", "id": "b", "metadata": {}, "outputs": [],'
        b' "execution_count": null, "source": ["y = 1  # heldout: ignore"]}],'
        b' "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    )
    source = source_from_bytes("a.ipynb", notebook)
    source.parse()
    assert suppressions(source.text, source.cells).cover(LEAK, (2,))


def test_form_feed_is_no_new_line() -> None:
    """Lines are counted as Python counts them."""
    assert covered("a = 1\x0c\nb = f(y)  # heldout: ignore\n", 2)


def test_header_of_a_compound_statement_is_without_its_body() -> None:
    """A comment in the body of a loop does not belong to the loop."""
    loop = ast.parse("for x in f(\n    y\n):\n    a = 1\n    b = 2\n").body[0]
    assert header_lines(loop) == (1, 3)


def test_nothing_is_suppressed_by_default() -> None:
    """An empty set of suppressions covers nothing."""
    assert not Suppressions().cover(LEAK, (1, 2, 3))
