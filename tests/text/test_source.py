"""Scripts and notebooks read into a Source: statements, places, and one note for what is wrong."""

import ast
import json
import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heldout.text.source import LARGEST_SCRIPT, Location, Note, Source, read_source, source_from_bytes


def script(text: str) -> Source:
    """A script of the given text."""
    return source_from_bytes("train.py", text.encode())


def names(source: Source) -> dict[str, Location]:
    """The place of every name of a program, found by `locate`."""
    walked = [node for statement in source.parse() for node in ast.walk(statement)]
    return {node.id: source.locate(node.lineno, node.col_offset) for node in walked if isinstance(node, ast.Name)}


def test_plain_script(tmp_path: Path) -> None:
    """A script is read and parsed as it stands, with no notes and no cells."""
    path = tmp_path / "train.py"
    path.write_bytes(b"import a\n\nx = a.b\n")
    source = read_source(str(path))
    assert [type(statement).__name__ for statement in source.parse()] == ["Import", "Assign"]
    assert (source.text, source.cells, source.notes, source.is_notebook) == ("import a\n\nx = a.b\n", (), [], False)
    assert source.original_line(3) == "x = a.b"
    assert source.original_line(9) == ""


@pytest.mark.parametrize("name", ["empty.py", "empty.ipynb"])
def test_empty_file(name: str) -> None:
    """An empty file is a program without statements, and nothing to speak of."""
    source = source_from_bytes(name, b"")
    assert source.parse() == []
    assert source.notes == []


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_places_with_any_newline(newline: str, mark: bytes) -> None:
    """Lines and columns are those of an editor, whatever ends the lines and whatever stands before on the line."""
    lines = ["first = 1", "s = '''", "é\x0c'''; second = '😀'; third = 2", "\x0cfourth = 3", ""]
    places = names(source_from_bytes("train.py", mark + newline.join(lines).encode()))
    assert places["first"] == Location(None, 1, 1, 1, 1)
    assert places["second"] == Location(None, 3, 8, 3, 8)
    assert places["third"] == Location(None, 3, 22, 3, 22)
    assert places["fourth"] == Location(None, 4, 2, 4, 2)


def test_mixed_newlines() -> None:
    """Different newlines in one file each end one line."""
    places = names(script("a = 1\r\nb = 2\rc = 3\nd = 4"))
    assert [places[name].line for name in "abcd"] == [1, 2, 3, 4]


def test_declared_encoding() -> None:
    """Columns count code points of the decoded text."""
    source = source_from_bytes("train.py", "# coding: latin-1\né = 'éé'; y = 1".encode("latin-1"))
    assert names(source)["y"] == Location(None, 2, 11, 2, 11)


def test_place_outside_the_text() -> None:
    """A place past the end of a line or of the text is the last one there is."""
    source = script("x = 1\ny = 2")
    assert source.locate(1, 99) == Location(None, 1, 6, 1, 6)
    assert source.locate(99, 0) == Location(None, 2, 1, 2, 1)


@pytest.mark.parametrize(
    ("data", "words", "line"),
    [
        (b"x = 1\ny = (\n", "never closed", 2),
        (b"x = '\xe9'", "latin-1", 1),
        (b"\x89PNG\x00", "binary", None),
        ("x = 1".encode("utf-16"), "UTF-16", None),
        (b"# coding: klingon\n", "klingon", 1),
        (b"x = 1\nraise E, 'message'\n", "is not Python 3.", 2),
        (b"\tx = 1\n", "indent", 1),
        (b"#" * (LARGEST_SCRIPT + 1), "larger than 20 MB", None),
    ],
)
def test_bad_script(data: bytes, words: str, line: int | None) -> None:
    """A script that cannot be read gives no statements and one note that says why, also when parsed twice."""
    source = source_from_bytes("train.py", data)
    assert source.parse() == []
    assert source.parse() == []
    (note,) = source.notes
    assert (note.path, note.cell, note.line) == ("train.py", None, line)
    assert words in note.message
    assert note.message.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "(" * 500 + ")" * 500,
        "[" * 90 + "]" * 90,
        "-" * 20000 + "1",
        "+".join("a" * 20000),
        "x" + ".a" * 20000,
        "x" + "[0]" * 20000,
    ],
)
def test_deep_nesting(text: str) -> None:
    """Nesting beyond what the parser bears is one note and no crash."""
    source = script(text)
    statements = source.parse()
    assert bool(statements) != bool(source.notes)
    assert len(source.notes) <= 1


def test_deep_nesting_costs_only_its_cell(notebook_bytes: Callable[..., bytes]) -> None:
    """In a notebook, the other cells are read."""
    source = source_from_bytes("a.ipynb", notebook_bytes("x = 1", "-" * 20000 + "1", "y = 2"))
    assert [ast.unparse(statement) for statement in source.parse()] == ["x = 1", "y = 2"]
    assert [note.cell for note in source.notes] == [2]


def test_special_files(tmp_path: Path) -> None:
    """A pipe, a device, a directory and a missing file are never opened and give one note each."""
    os.mkfifo(tmp_path / "pipe.py")
    for path, words in [
        (str(tmp_path / "pipe.py"), "a pipe, a device or a socket"),
        ("/dev/zero", "a pipe, a device or a socket"),
        (str(tmp_path), "a directory"),
        (str(tmp_path / "none.py"), "No such file"),
        ("nul\0.py", "cannot be read"),
    ]:
        source = read_source(path)
        assert source.parse() == []
        assert [words in note.message for note in source.notes] == [True]


@pytest.mark.skipif(not os.path.exists("/proc/kmsg"), reason="only Linux makes files up")
def test_files_made_up_by_the_kernel() -> None:
    """A file that the kernel makes up, whose reading may wait for ever, counts as empty."""
    assert read_source("/proc/kmsg").parse() == []


def test_no_warning_is_shown(notebook_bytes: Callable[..., bytes]) -> None:
    """Warnings of the parser about the reviewed code are not ours to show."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(script("x = '\\d'\ny = 1 is 1\n").parse()) == 2
        assert len(source_from_bytes("a.ipynb", notebook_bytes("!ls\nx = '\\d'", "y = '\\d'\ny?")).parse()) == 4


def test_exported_notebook() -> None:
    """A script that only IPython would run is parsed with its commands neutralised and its lines as they were."""
    source = script("# In[1]:\n%matplotlib inline\n!pip install x\n%time y = f(1)\nfor i in a:\n    i?\n")
    assert names(source)["y"] == Location(None, 4, 7, 4, 7)
    assert source.notes == []
    assert source.original_line(4) == "%time y = f(1)"
    assert source.text.split("\n")[1] == "pass"


def test_python_is_never_rewritten() -> None:
    """A script that parses stays as it is, though lines of it look like commands."""
    text = "x = ('%d, %d'\n% (a, b))\ns = '''\n!ls\nprint x\n'''\n"
    source = script(text)
    source.parse()
    assert source.text == text


def test_moved_loop_is_found_where_it_was() -> None:
    """Code that had to move when its command was taken away is located where the user wrote it."""
    places = names(script("%time for i in rows: fit(i)\n"))
    assert places["rows"] == Location(None, 1, 16, 1, 16)
    assert places["fit"] == Location(None, 1, 22, 1, 22)


def test_python2_print() -> None:
    """Print statements do not keep a script from being read."""
    source = script("%pylab\nprint 'é', x; y = 1\n")
    assert names(source)["y"] == Location(None, 2, 15, 2, 15)
    assert source.notes == []


def test_start_stays_light() -> None:
    """Reading a plain script loads neither JSON nor the notebook or magics modules."""
    code = (
        "import sys; from heldout.text.source import source_from_bytes as read; read('a.py', b'x = 1').parse();"
        "print([name for name in ('json', 'heldout.text.notebook', 'heldout.text.magics', 'dataclasses', 'pathlib', "
        "'tokenize', 'inspect') if name in sys.modules])"
    )
    search_path = os.pathsep.join(path for path in sys.path if path)
    environment = {**os.environ, "PYTHONPATH": search_path}
    output = subprocess.run(
        [sys.executable, "-S", "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert output.stdout == "[]\n"


@pytest.mark.parametrize(
    "text",
    [
        "print x;" * 50_000,
        "x?" * 50_000 + "\n!",
        "''' a " * 50_000 + "\\",
        "%time for i in a: i\n" * 5_000 + "(",
        "=" * 50_000 + "!",
        "\n" * 50_000 + "%%x\n" * 1_000 + ")",
        "(" * 50_000 + "%",
    ],
)
def test_repetition(text: str) -> None:
    """Text that repeats without end is given up or read in time that grows with its length only."""
    for source in (
        script(text),
        source_from_bytes("a.ipynb", json.dumps({"cells": [{"cell_type": "code", "source": text}]}).encode()),
    ):
        source.parse()
        assert source.text.count("\n") == text.count("\n")


@given(st.binary(max_size=60) | st.text("x=()'\"\n\r\\%!? print;:#é", max_size=40).map(str.encode))
def test_any_bytes(data: bytes) -> None:
    """Whatever the bytes, reading and parsing end, with statements or a note, and lines stay lines."""
    for path in ("a.py", "a.ipynb"):
        source = source_from_bytes(path, data)
        statements = source.parse()
        assert not (statements and source.notes and not source.is_notebook)
        assert all(isinstance(note, Note) for note in source.notes)
        assert source.text.count("\n") == len(source.lines) - 1
        for statement in statements:
            source.locate(statement.lineno, statement.col_offset)
