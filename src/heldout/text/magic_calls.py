"""Python that an exported notebook hands to IPython as text: ``get_ipython().run_line_magic('time', 'fit()')``."""

import ast

from heldout.text.magics import PYTHON_CELL_MAGICS, STATEMENT_MAGICS

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
        return rest.strip() if name.lstrip("%") in STATEMENT_MAGICS else ""
    if method == "run_line_magic":
        return texts[1].strip() if len(texts) == 2 and texts[0] in STATEMENT_MAGICS else ""
    return texts[2] if len(texts) == 3 and texts[0] in PYTHON_CELL_MAGICS else ""
