"""Notebooks for tests, built with nbformat."""

from collections.abc import Callable

import nbformat
import pytest
from nbformat import v4


def build(*cells: str, counts: list[int | None] | None = None) -> bytes:
    """Give the bytes of a notebook of code cells; a cell that begins with `md:` is Markdown."""
    notebook = v4.new_notebook()
    notebook.metadata["language_info"] = {"name": "python"}
    for index, text in enumerate(cells):
        if text.startswith("md:"):
            notebook.cells.append(v4.new_markdown_cell(text[3:]))
            continue
        cell = v4.new_code_cell(text, execution_count=counts[index] if counts else None)
        notebook.cells.append(cell)
    nbformat.validate(notebook)
    return (nbformat.writes(notebook) + "\n").encode()


@pytest.fixture
def notebook_bytes() -> Callable[..., bytes]:
    """The builder of notebooks."""
    return build
