"""IPython syntax becomes Python that keeps lines and columns."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heldout.text.magics import neutralise, neutralise_cell, parses


@pytest.mark.parametrize(
    ("cell", "python"),
    [
        ("%matplotlib inline\nx = 1", "pass\nx = 1"),
        ("!pip install a b\nx = 1", "pass\nx = 1"),
        ("!pip install a \\\n    b\nx = 1", "pass\n\nx = 1"),
        ("!echo \"it's (\nx = 1", "pass\nx = 1"),
        ("if a:\n    !ls\n    %cd ..\nelse:\n\t%pwd", "if a:\n    pass\n    pass\nelse:\n\tpass"),
        ("?obj\nobj?\nobj.f??\nx = 1", "pass\npass\npass\nx = 1"),
        ("df.head?  \nf(\n 1)?\n", "pass\npass\n\n"),
        ("x = !ls\ny = %env HOME\na, b = !ls \\\n -l", "x = get_ipython()\ny = get_ipython()\na, b = get_ipython()\n"),
        ("y = %time f(x)", "y =       f(x)"),
        ("%time fit()", "if 1: fit()"),
        ("%time x = f(1,\n  2)", "if 1: x = f(1,\n  2)"),
        ("%timeit -n 10 -r3 -o x = f()", "if 1:".ljust(21) + "x = f()"),
        ("%prun -s cumulative f()", "if 1:".ljust(20) + "f()"),
        ("for i in a:\n    %time f(i)\n", "for i in a:\n    if 1: f(i)\n"),
        ("%time for i in a: f(i)", "for i in a: f(i)"),
        ("%time\n%time !ls\n%timeit?\n", "pass\npass\npass\n"),
        ("%%time\nx = 1", "\nx = 1"),
        ("# title\n\n%%capture out --no-stderr\nx = 1", "# title\n\n\nx = 1"),
        ("%%timeit x = f()\ng(x)", "if 1:    x = f()\ng(x)"),
        ("%%time\n%%capture\n%matplotlib inline\nx = 1", "\n\npass\nx = 1"),
        ("%%backend torch\nx = 1\n!ls", "\nx = 1\npass"),
        ("%%backend torch\nthis is no Python\n", "\n\n"),
        ("%%bash\nx=1\nls 'a\n", "\n\n\n"),
        ("%%HTML\n<b>", "\n"),
        ("%%writefile a.py\nx = 1", "\n"),
        ("%%!\nls", "\n"),
        ("%sql\nselect 1 from t", "\n"),
        ("/f x\n,f a b\n;f a\n", "pass\npass\npass\n"),
    ],
)
def test_commands(cell: str, python: str) -> None:
    """Each kind of IPython command becomes the Python that it stands for, line by line."""
    result = neutralise_cell(cell)
    assert result.text == python
    assert parses(result.text)


@pytest.mark.parametrize(
    "cell",
    [
        "x = ('%d'\n% 3)",
        "x = (a\n% b\n, c)",
        "x = a \\\n% b",
        's = """\n%matplotlib inline\n!ls\n"""',
        "s = f'''\n{x}?\n!ls'''",
        "# is it so?\nx != 3\nx == -1",
        "x = {\n'a': 1\n,'b': 2}",
        "print(a, '?')  # why?",
        "get_ipython().magic('time f()')",
        "get_ipython().run_line_magic('matplotlib', 'inline')",
    ],
)
def test_python_is_left_alone(cell: str) -> None:
    """What is Python as it stands is not touched, not even next to a command."""
    assert neutralise_cell(cell).text == cell
    assert neutralise_cell(f"{cell}\n%magic\n{cell}").text == f"{cell}\npass\n{cell}"


def test_shift_is_told() -> None:
    """A loop behind `%time` has to move, and the result says by how much on which line."""
    assert neutralise_cell("x = 1\n%time for i in a: f(i)").shifts == {1: 6}


def test_other_language_in_an_exported_script_ends_at_the_next_cell() -> None:
    """In a script with cell marks, a cell of another language is blanked up to the next mark."""
    text = "x = 1\n# %%\n%%bash\nls 'a\n# %%\ny = 2\n# In[3]:\n%%time\nz = 3\n"
    assert neutralise(text).text == "x = 1\n# %%\n\n\n# %%\ny = 2\n# In[3]:\n\nz = 3\n"


def test_bare_commands_only_on_request() -> None:
    """`pip install x` without a sign is a command only where the text is known to be no Python."""
    assert neutralise("pip install x\ncd ..\nls -l\ncd = 1\nls(3)", bare_commands=True).text == (
        "pass\npass\npass\ncd = 1\nls(3)"
    )
    assert neutralise("pip install x").text == "pip install x"


FRAGMENTS = st.sampled_from(
    [
        "%time ",
        "%%time",
        "%%bash",
        "!ls",
        "?",
        "x",
        " = ",
        "(",
        ")",
        "[",
        "'",
        '"',
        '"""',
        "\\",
        "\n",
        "\n    ",
        "#",
        ";",
        ":",
        "é",
        "%",
    ]
)


@given(st.lists(FRAGMENTS, max_size=25).map("".join))
def test_lines_are_kept_whatever_comes(text: str) -> None:
    """Any text keeps its number of lines, and any Python stays as it is."""
    for result in (neutralise_cell(text), neutralise(text, bare_commands=True)):
        assert result.text.count("\n") == text.count("\n")
    if parses(text):
        assert neutralise_cell(text).text == text


@given(st.sampled_from(["%time ", "%timeit -n 3 ", "%%timeit ", "%prun "]), st.sampled_from(["", "if a:\n    "]))
def test_statement_keeps_its_column(magic: str, before: str) -> None:
    """The statement behind a magic stands where the user wrote it."""
    text = f"{before}{magic}target = f('é', target2)"
    names = [node for node in ast.walk(ast.parse(neutralise_cell(text).text)) if isinstance(node, ast.Name)]
    target = next(node for node in names if node.id == "target")
    assert text.split("\n")[target.lineno - 1][target.col_offset :].startswith("target = ")
