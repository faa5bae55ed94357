"""Python that an exported notebook hands to IPython as text: ``get_ipython().run_line_magic('time', 'fit()')``.

The grammar of magics is imported where such a call stands, and not for every script that is read.
"""

import ast

_METHODS = frozenset({"run_line_magic", "run_cell_magic", "magic"})


def statements_of(node: ast.expr) -> list[ast.stmt]:
    """The statements that such a call runs, each at the place of the call; none for any other expression."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr not in _METHODS:
        return []
    owner = node.func.value
    if not isinstance(owner, ast.Call) or not isinstance(owner.func, ast.Name) or owner.func.id != "get_ipython":
        return []
    texts = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    if len(texts) != len(node.args) or not texts:
        return []
    try:
        body = ast.parse(_code(node.func.attr, texts)).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []  # Not Python, or not this interpreter's: it runs nothing that could be read.
    for statement in body:
        for part in ast.walk(statement):
            ast.copy_location(part, node)
    return body


def _code(method: str, texts: list[str]) -> str:
    """The Python among the arguments, empty if there is none."""
    if method == "magic":
        name, _, rest = texts[0].partition(" ")
        return _of_line(name.lstrip("%"), rest)
    if method == "run_line_magic":
        return _of_line(texts[0], texts[1]) if len(texts) == 2 else ""
    from heldout.text.magics import PYTHON_CELL_MAGICS

    return texts[2] if len(texts) == 3 and texts[0] in PYTHON_CELL_MAGICS else ""


def _of_line(name: str, rest: str) -> str:
    if name == "run":
        return _import_of(rest)
    from heldout.text.magics import STATEMENT_MAGICS

    return rest.strip() if name in STATEMENT_MAGICS else ""


def _import_of(arguments: str) -> str:
    """``%run ../lib/tools.py`` as an import: what the file defines is then defined here."""
    path = next((word.strip("'\"") for word in arguments.split() if not word.startswith("-")), "")
    folders = path.removesuffix(".py").removesuffix(".ipynb").split("/")
    above = folders.count("..")
    inside = [folder for folder in folders if folder not in ("", ".", "..")]
    return f"from {'.' * (above + 1)}{'.'.join(inside)} import *" if inside and not path.startswith("/") else ""
