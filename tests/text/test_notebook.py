"""Notebooks of every format, and their places in the file on disk."""

import ast
import json
from collections.abc import Callable

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat import v3, v4

from heldout.text.decoding import universal_newlines
from heldout.text.source import Location, Source, source_from_bytes

Build = Callable[..., bytes]


def read(data: bytes | str | object) -> Source:
    """A Source of bytes, of text, or of what JSON says of a value."""
    if isinstance(data, str):
        data = data.encode()
    if not isinstance(data, bytes):
        data = json.dumps(data).encode()
    return source_from_bytes("a.ipynb", data)


def code(*sources: object, **keys: object) -> dict[str, object]:
    """A notebook of format 4 as JSON holds it."""
    cells = [{"cell_type": "code", "metadata": {}, "outputs": [], "source": source} for source in sources]
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells, **keys}


def locate(source: Source, name: str) -> Location:
    """The place of the first use of a name."""
    for statement in source.parse():
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and node.id == name:
                return source.locate(node.lineno, node.col_offset)
    raise AssertionError(name)


def assert_raw_place(data: bytes, place: Location, name: str) -> None:
    """Look into the file at the raw place."""
    line = universal_newlines(data.decode()).split("\n")[place.raw_line - 1]
    assert line[place.raw_column - 1 :].startswith(name)


def test_cells_are_one_program(notebook_bytes: Build) -> None:
    """Code cells become one text, numbered over all cells, with places in the cell and in the file."""
    data = notebook_bytes("import a\nalpha = a.b", "md:# Title\n", "beta = 'é\\n'; gamma = 2\n", "")
    source = read(data)
    assert source.text == "import a\nalpha = a.b\nbeta = 'é\\n'; gamma = 2\n\n"
    assert [(cell.number, cell.first_line, cell.line_count) for cell in source.cells] == [
        (1, 1, 2),
        (3, 3, 2),
        (4, 5, 1),
    ]
    place = locate(source, "gamma")
    assert place[:3] == (3, 1, 15)
    assert_raw_place(data, place, "gamma = 2")
    assert source.original_line(3) == "beta = 'é\\n'; gamma = 2"
    assert source.notes == []


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("as_list", [True, False])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_raw_places(indent: int | None, ascii_only: bool, as_list: bool, newline: str) -> None:
    """A raw place is exact for every layout of the JSON, escapes and surrogate pairs included."""
    text = "first = 1\n\ts = \"\\\\ é 😀 \"; second = '/'\nif s:\n\tthird = 3".replace("\ts", "s")
    document = json.dumps(
        code(text.splitlines(keepends=True) if as_list else text, "fourth = 4"), indent=indent, ensure_ascii=ascii_only
    )
    data = document.replace("\n", newline).encode()
    source = read(data)
    for name, line in [("first", 1), ("second", 2), ("third", 4), ("fourth", 1)]:
        place = locate(source, name)
        assert place.line == line
        assert_raw_place(data, place, name)


@given(
    st.lists(st.text('a"\\/\t é\u2028😀\x7f\r\n', max_size=12), min_size=1, max_size=4),
    st.booleans(),
    st.booleans(),
    st.data(),
)
def test_raw_places_of_any_text(pieces: list[str], ascii_only: bool, as_list: bool, data: st.DataObject) -> None:
    """Every character of every cell is found in the file, whatever its neighbours."""
    text = "".join(pieces)
    document = json.dumps(
        code("x", pieces if as_list else text), ensure_ascii=ascii_only, indent=data.draw(st.sampled_from([None, 2]))
    )
    source = read(document)
    lines = universal_newlines(text).split("\n")
    line = data.draw(st.integers(1, len(lines)))
    if not lines[line - 1]:
        return
    column = data.draw(st.integers(0, len(lines[line - 1]) - 1))
    first = source.cells[1].first_line
    source.text = "\n".join([source.cells[0].original, *lines])
    source._lines = None
    place = source.locate(first + line - 1, len(lines[line - 1][:column].encode()))
    assert place[:3] == (2, line, column + 1)
    raw = document.split("\n")[place.raw_line - 1][place.raw_column - 1 :]
    character = lines[line - 1][column]
    assert raw.startswith(json.dumps(character, ensure_ascii=ascii_only)[1:-1])


def test_escapes_of_other_writers() -> None:
    """Escapes that Python's writer does not use are read too: solidus, upper-case hexadecimals."""
    data = r'{"cells": [{"cell_type": "code", "source": "s = \"\/\u00E9\uD83D\uDE00\"; \u0078yz = 1; end = 2"}]}'
    source = read(data)
    assert locate(source, "xyz")[:3] == (1, 1, 12)
    assert_raw_place(data.encode(), locate(source, "xyz"), r"\u0078yz")
    assert_raw_place(data.encode(), locate(source, "end"), "end = 2")


def test_half_a_surrogate_pair() -> None:
    """Half a pair cannot be encoded, so it is read as the replacement character, and places stay."""
    source = read(r'{"cells": [{"cell_type": "code", "source": "s = \"\ud800\"; y = 1"}]}')
    place = locate(source, "y")
    assert place[:3] == (1, 1, 10)
    assert source.original_line(1) == 's = "\ufffd"; y = 1'


def test_format_3() -> None:
    """Notebooks of format 3 keep cells in worksheets, and code under `input`."""
    cells = [v3.new_heading_cell("Title"), v3.new_code_cell("x = 1\ny = 2", prompt_number=7)]
    notebook = v3.new_notebook(worksheets=[v3.new_worksheet(cells=cells), v3.new_worksheet(cells=cells)])
    data = v3.writes_json(notebook).encode()
    source = read(data)
    assert [(cell.number, cell.execution_count) for cell in source.cells] == [(2, 7), (4, 7)]
    assert_raw_place(data, locate(source, "y"), "y = 2")
    assert source.notes == []


def test_newer_keys() -> None:
    """The identifier and the tags of a cell are kept."""
    notebook = v4.new_notebook(cells=[v4.new_code_cell("x = 1", metadata={"tags": ["keep"]})])
    source = read(nbformat.writes(notebook))
    (cell,) = source.cells
    assert cell.identifier == notebook.cells[0]["id"]
    assert cell.tags == ("keep",)


def test_execution_order(notebook_bytes: Build) -> None:
    """Complete, distinct counts that tell another order are followed, with one note."""
    source = read(notebook_bytes("c = 3", "a = 1", "", "b = 2", counts=[9, 2, None, 5]))
    assert [cell.number for cell in source.cells] == [2, 3, 4, 1]
    assert source.text == "a = 1\n\nb = 2\nc = 3"
    assert [note.message for note in source.notes] == [
        "was run in another order than its cells stand in; it is read in the order of its execution counts."
    ]
    assert locate(source, "c").cell == 1


@pytest.mark.parametrize("counts", [[1, 2, 3], [3, 1, None], [2, 1, 1], [None, None, None]])
def test_document_order(notebook_bytes: Build, counts: list[int | None]) -> None:
    """Counts that are missing, repeated or in order leave the cells as they stand, without a note."""
    source = read(notebook_bytes("a = 1", "b = 2", "c = 3", counts=counts))
    assert [cell.number for cell in source.cells] == [1, 2, 3]
    assert source.notes == []


def test_broken_cell_costs_only_itself(notebook_bytes: Build) -> None:
    """A broken cell gives one note with its place, and the cells around it are read."""
    source = read(notebook_bytes("a = 1", "md:text", "ok = 1\nfor x in:\n", "b = 2\nc = 3"))
    assert [(ast.unparse(statement), statement.lineno) for statement in source.parse()] == [
        ("a = 1", 1),
        ("b = 2", 5),
        ("c = 3", 6),
    ]
    assert [(note.cell, note.line) for note in source.notes] == [(3, 2)]
    assert locate(source, "c")[:3] == (4, 2, 1)


def test_cells_do_not_complete_each_other(notebook_bytes: Build) -> None:
    """A broken cell is broken, also where it and its neighbour would make sense one after the other."""
    for first, second in [
        ("x = (1,", "2)"),
        ("if a:\n    b", "else:\n    c"),
        ("@f", "def g(): pass"),
        ("s = '''", "'''"),
    ]:
        source = read(notebook_bytes("a = 1", first, second, "z = 1"))
        assert [ast.unparse(statement) for statement in source.parse()][:1] == ["a = 1"]
        assert {note.cell for note in source.notes} in ({2}, {3}, {2, 3})
        assert locate(source, "z").cell == 4


def test_indented_cell(notebook_bytes: Build) -> None:
    """IPython takes the indentation of the first line from all lines; places are those that the user wrote."""
    data = notebook_bytes("a = 1", "   b = 2\n   if b:\n       c = f(3)", " d = 4\ne = 5", "\n  %time g = f(a)")
    source = read(data)
    for name, expected in {"c": (2, 3, 8), "d": (3, 1, 2), "e": (3, 2, 1), "g": (4, 2, 9)}.items():
        place = locate(source, name)
        assert place[:3] == expected
        assert_raw_place(data, place, name)
    assert source.notes == []


def test_magics_and_print(notebook_bytes: Build) -> None:
    """Commands, cells in other languages, `pip install` and Python 2 do not keep the rest from being read."""
    data = notebook_bytes(
        "%matplotlib inline\n!ls\nx = 1",
        "%%bash\nls 'a",
        "pip install b",
        "print 'é', x; y = 1",
        "%%time\nz = 2",
        "await w",
    )
    source = read(data)
    for name, expected in {"x": (1, 3, 1), "y": (4, 1, 15), "z": (5, 2, 1), "w": (6, 1, 7)}.items():
        place = locate(source, name)
        if name != "x":
            assert place[:3] == expected
            assert_raw_place(data, place, name)
    assert source.notes == []
    assert source.original_line(1) == "%matplotlib inline"
    assert source.cells[1].text == "\n"


@pytest.mark.parametrize(
    ("data", "words", "line"),
    [
        ("{\n 'cells': []}", "JSON is broken", 2),
        ('{"cells": [\n{"cell_type": "code",\n"source": "x = 1}]}', "JSON is broken", 3),
        ('{"cells": []}\n<<<<<<< HEAD', "JSON is broken", 2),
        ('{"cells": [', "JSON is broken", 1),
        ("x = 1", "JSON is broken", 1),
        ("[1, 2]", "not a notebook", None),
        ("3", "not a notebook", None),
        ("{}", "not a notebook", None),
        ('{"metadata": {}}', "not a notebook", None),
        ('{"cells": {}}', "not a list", None),
        ('{"cells": null}', "not a list", None),
        ('{"worksheets": 3}', "not a list", None),
        ('{"worksheets": [3]}', "not an object", None),
        ('{"cells": ' + "[" * 100000, "nested too deeply", None),
        ('{"a": ' + "9" * 5000 + "}", "number too long", None),
        (b'{"cells": []}\xff', "UTF-8", 1),
        ("\ufeff{}".encode("utf-16"), "UTF-16", None),
    ],
)
def test_bad_notebook(data: str | bytes, words: str, line: int | None) -> None:
    """A file that is no notebook gives one note that says why, and no exception."""
    source = read(data)
    assert source.parse() == []
    (note,) = source.notes
    assert words in note.message
    assert (note.cell, note.line) == (None, line)


@pytest.mark.parametrize("value", [3, None, {}, [1], ["x = 1", None], True])
def test_wrong_type_in_a_cell(value: object) -> None:
    """A cell whose source is not text is skipped with one note; the others are read."""
    source = read(code("a = 1", value, "b = 2"))
    assert len(source.parse()) == 2
    assert [(note.cell, "not text" in note.message) for note in source.notes] == [(2, True)]


def test_strange_cells() -> None:
    """Cells that are no objects, have no source, no type or strange metadata neither raise nor stop the others."""
    cells = [
        3,
        {},
        {"cell_type": "code"},
        {"cell_type": ["code"], "source": "no = 1"},
        {"cell_type": "raw", "source": "no = 1"},
        {"cell_type": "code", "source": [], "metadata": 3, "execution_count": "1", "id": 4},
        {"cell_type": "code", "source": "a = 1", "metadata": {"tags": "x", "vscode": 3}, "execution_count": True},
        {"cell_type": "code", "source": "select 1", "metadata": {"vscode": {"languageId": "sql"}}},
    ]
    source = read({"cells": cells, "metadata": [1]})
    assert len(source.parse()) == 1
    assert [cell.execution_count for cell in source.cells] == [None, None]
    assert [note.cell for note in source.notes] == [1, 3]


def test_keys_that_stand_twice() -> None:
    """The last of two equal keys counts, as in Jupyter, and its places are told; a note says so."""
    data = (
        '{"cells": [{"cell_type":"code","source":"no"}], "cells": [{"cell_type":"code","source":"no","source":"yes"}]}'
    )
    source = read(data)
    assert source.text == "yes"
    assert_raw_place(data.encode(), locate(source, "yes"), 'yes"}]}')
    assert [(note.cell, "the last one" in note.message) for note in source.notes] == [(None, True), (1, True)]


@pytest.mark.parametrize("metadata", [{"language_info": {"name": "R"}}, {"kernelspec": {"language": "julia"}}])
def test_other_languages(metadata: object) -> None:
    """A notebook in another language is left alone, and a note names the language."""
    source = read(code("x <- 1", metadata=metadata))
    assert (source.cells, source.parse()) == ((), [])
    assert ["left alone" in note.message for note in source.notes] == [True]


def test_no_cells() -> None:
    """A notebook without cells is a notebook in which there is nothing to review."""
    assert ["no code cells" in note.message for note in read(code()).notes] == [True]
    assert ["no code cells" in note.message for note in read({"worksheets": []}).notes] == [True]


def test_large_outputs() -> None:
    """Outputs are stepped over, and places after them are exact, also on one single line."""
    document = code("a = 1", "bcd = 2")
    cells = document["cells"]
    assert isinstance(cells, list)
    cells[0]["outputs"] = [{"data": {"image/png": "A" * 5_000_000, "text": '"source": "x"'}}]
    data = json.dumps(document).encode()
    assert_raw_place(data, locate(read(data), "bcd"), "bcd = 2")
