"""Edits of scripts and notebooks that leave everything else as it was."""

import json
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from heldout.text.decoding import universal_newlines
from heldout.text.edits import Edit, apply_edits

Place = tuple[int, int]


def edit(start: Place, end: Place, replacement: str, *, path: str = "a.py", cell: int | None = None) -> Edit:
    """An edit between two places."""
    return Edit(path, cell, *start, *end, replacement)


def in_cell(number: int, start: Place, end: Place, replacement: str) -> Edit:
    """An edit in a cell of `a.ipynb`."""
    return edit(start, end, replacement, path="a.ipynb", cell=number)


def sources(data: bytes) -> list[str]:
    """The text of each cell of a notebook."""
    cells = json.loads(data.decode("utf-8-sig"))["cells"]
    return ["".join(cell["source"]) for cell in cells]


def test_script() -> None:
    """Replacing, inserting and deleting are made together, in whatever order they are given."""
    edits = [edit((3, 1), (4, 1), ""), edit((1, 5), (1, 6), "10"), edit((2, 1), (2, 1), "new\n")]
    assert apply_edits(b"x = 1\ny = 2\nz = 3\nw", "a.py", edits) == b"x = 10\nnew\ny = 2\nw"


def test_insertions_at_one_place_keep_their_order() -> None:
    """Insertions at one place follow one another as given; equal ones count once."""
    edits = [
        edit((1, 1), (1, 1), "a\n"),
        edit((1, 1), (1, 1), "b\n"),
        edit((1, 1), (1, 1), "a\n"),
        edit((1, 1), (1, 2), "y"),
    ]
    assert apply_edits(b"x", "a.py", edits) == b"a\nb\ny"


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_newlines_and_mark(newline: bytes, mark: bytes) -> None:
    """New lines end as the file's lines do, and the byte-order mark stays."""
    old = mark + newline.join([b"x = '\xc3\xa9' + a", b"y", b""])
    new = mark + newline.join([b"x = '\xc3\xa9' + b", b"c", b"y", b""])
    assert apply_edits(old, "a.py", [edit((1, 11), (1, 12), "b\nc")]) == new


def test_declared_encoding() -> None:
    """The file stays in its encoding, and a character that it lacks is refused."""
    old = "# coding: latin-1\nx = 'é'\n".encode("latin-1")
    assert apply_edits(old, "a.py", [edit((2, 6), (2, 7), "ü")]) == old.replace(b"\xe9", b"\xfc")
    with pytest.raises(ValueError, match="save it as UTF-8 first"):
        apply_edits(old, "a.py", [edit((2, 6), (2, 7), "日")])


@pytest.mark.parametrize(
    ("data", "edits", "words"),
    [
        (b"abc", [edit((1, 1), (1, 3), "x"), edit((1, 2), (1, 3), "y")], "two edits overlap at line 1"),
        (b"a\nbc", [edit((2, 1), (2, 3), ""), edit((2, 2), (2, 2), "y")], "two edits overlap at line 2"),
        (b"abc", [edit((1, 3), (1, 2), "x")], "ends before it starts"),
        (b"abc", [edit((1, 5), (1, 5), "x")], "no line 1, column 5"),
        (b"abc\r\n", [edit((1, 5), (1, 5), "x")], "no line 1, column 5"),
        (b"abc", [edit((2, 1), (2, 1), "x")], "no line 2"),
        (b"abc", [edit((0, 1), (1, 1), "x")], "no line 0"),
        (b"abc", [edit((1, 1), (1, 1), "x", cell=1)], "has no cell 1"),
        (b"abc", [edit((1, 1), (1, 1), "x", path="b.py")], "more than this file"),
        (b"\xff", [edit((1, 1), (1, 1), "x")], "UTF-8"),
    ],
)
def test_refused(data: bytes, edits: list[Edit], words: str) -> None:
    """What cannot be meant is refused with a sentence, and nothing is done."""
    with pytest.raises(ValueError, match=words):
        apply_edits(data, "a.py", edits)


@pytest.mark.parametrize(
    ("data", "edits", "words"),
    [
        (b"{", [in_cell(1, (1, 1), (1, 1), "x")], "JSON is broken"),
        (b'{"cells": []}', [in_cell(1, (1, 1), (1, 1), "x")], "no code cell 1"),
        (
            b'{"cells": [{"cell_type": "code", "source": "abc"}]}',
            [in_cell(1, (1, 1), (1, 3), "x"), in_cell(1, (1, 2), (1, 3), "y")],
            "cell 1: two edits overlap",
        ),
        (b'{"cells": [{"cell_type": "code", "source": "a\\nb"}]}', [in_cell(1, (1, 3), (1, 3), "x")], "column 3"),
    ],
)
def test_refused_in_a_notebook(data: bytes, edits: list[Edit], words: str) -> None:
    """The same holds in the cells of a notebook."""
    with pytest.raises(ValueError, match=words):
        apply_edits(data, "a.ipynb", edits)


def test_nothing_to_do() -> None:
    """Without edits the bytes come back, readable or not."""
    assert apply_edits(b"\xff\x00", "a.py", []) == b"\xff\x00"


def test_notebook_as_jupyter_writes_it(notebook_bytes: Callable[..., bytes]) -> None:
    """A notebook edited here is, byte for byte, the one that Jupyter would write with the new cells."""
    old = notebook_bytes("x = 1\ny = 'é\"'\nz = 3", "md:text", "only = 1", "a\nb\n")
    edits = [
        in_cell(1, (1, 1), (1, 1), "import q\n"),
        in_cell(1, (2, 6), (2, 7), "\\\t"),
        in_cell(3, (1, 9), (1, 9), "\nmore = 2\nlast = 3"),
        in_cell(4, (1, 1), (2, 1), ""),
        in_cell(4, (3, 1), (3, 1), "c"),
    ]
    new = apply_edits(old, "a.ipynb", edits)
    want = ["import q\nx = 1\ny = '\\\t\"'\nz = 3", "text", "only = 1\nmore = 2\nlast = 3", "b\nc"]
    assert sources(new) == want
    document = json.loads(old)
    for cell, text in zip(document["cells"], want, strict=True):
        cell["source"] = text.splitlines(keepends=True)
    assert new.decode() == json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def test_notebook_in_another_layout() -> None:
    """Layout, escapes, newlines and everything outside of the edited strings stay as they are."""
    head = b'\xef\xbb\xbf{"x" : "\\u00e9",\r\n "cells":[ {"source":"'
    tail = b'", "cell_type":"code","outputs":[{"text":"a"}]} ] }\r\n\r\n'
    old = head + b's = \\"\\u00e9\\ud83d\\ude00\\"; \\u0061b\\r\\nc' + tail
    new = apply_edits(old, "a.ipynb", [in_cell(1, (1, 7), (1, 8), "ü"), in_cell(1, (1, 10), (1, 11), "\n")])
    assert new == head + b's = \\"\\u00e9\\u00fc\\";\\r\\n\\u0061b\\r\\nc' + tail


def test_empty_list_of_lines() -> None:
    """Text can be put into a cell that has none."""
    old = b'{"cells": [{"cell_type": "code", "source": []}]}'
    assert sources(apply_edits(old, "a.ipynb", [in_cell(1, (1, 1), (1, 1), 'a\n"b"')])) == ['a\n"b"']


TEXTS = st.text('ab"\\é😀\n\r', max_size=20)


@given(
    TEXTS, TEXTS, st.integers(0, 25), st.integers(0, 25), st.sampled_from(["string", "lines", "pieces"]), st.booleans()
)
def test_scripts_and_notebooks_agree(
    text: str, replacement: str, start: int, end: int, layout: str, ascii_only: bool
) -> None:
    """An edit gives the same text in a script as in a cell of any layout, and the notebook stays JSON."""
    assume(start <= end <= len(text))
    replacement = replacement.replace("\r", "")
    assume("\r\n" not in (text[start - 1 : start + 1], text[end - 1 : end + 1]))
    places = []
    for offset in (start, end):
        before = universal_newlines(text[:offset]).split("\n")
        places.append((len(before), len(before[-1]) + 1))
    script = apply_edits(text.encode(), "a.py", [edit(places[0], places[1], replacement)])
    layouts = {"string": text, "lines": text.splitlines(keepends=True), "pieces": [text[:3], "", text[3:]]}
    cells = [{"cell_type": "code", "source": "before"}, {"cell_type": "code", "source": layouts[layout]}]
    old = json.dumps({"cells": cells}, ensure_ascii=ascii_only, indent=1)
    notebook = apply_edits(old.encode(), "a.ipynb", [in_cell(2, places[0], places[1], replacement)])
    assert sources(notebook) == ["before", script.decode()]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from(["", "x", "y\n", "é"])), max_size=4))
def test_many_edits_of_a_notebook(choices: list[tuple[int, int, str]]) -> None:
    """Edits that do not overlap act on a cell of many lines as on a string."""
    text = "ab\ncd\n\né😀f\n"
    position = 0
    edits: list[Edit] = []
    expected = ""
    for gap, length, replacement in choices:
        start = position + gap + 1
        end = start + length
        if end > len(text):
            break
        bounds = []
        for offset in (start, end):
            before = text[:offset].split("\n")
            bounds.append((len(before), len(before[-1]) + 1))
        edits.append(in_cell(1, bounds[0], bounds[1], replacement))
        expected += text[position:start] + replacement
        position = end
    expected += text[position:]
    data = json.dumps({"cells": [{"cell_type": "code", "source": text.splitlines(keepends=True)}]}, indent=1).encode()
    assert sources(apply_edits(data, "a.ipynb", edits)) == [expected]
