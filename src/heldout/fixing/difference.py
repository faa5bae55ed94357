"""What fixes change, as a unified diff; a notebook is compared cell by cell, as people see it."""

from collections.abc import Iterator

from heldout.reporting.style import Style, escape
from heldout.text.source import source_from_bytes

COLOURS = {"+": "added", "-": "removed", "@": "step"}


def difference(path: str, before: bytes, after: bytes, style: Style) -> Iterator[str]:
    """The lines of the diff between two states of the file `path`; none if they are equal."""
    old, new = _parts(path, before), _parts(path, after)
    for name in dict.fromkeys([*old, *new]):
        yield from _part(name, old.get(name, ""), new.get(name, ""), style)


def _parts(path: str, data: bytes) -> dict[str, str]:
    """The text of a script under its path, or of each code cell under path and number."""
    source = source_from_bytes(path, data)
    if source.is_notebook:
        cells = sorted(source.cells, key=lambda cell: cell.number)
        return {f"{path}:cell {cell.number}": cell.original for cell in cells}
    return {path: source.text}


def _part(name: str, before: str, after: str, style: Style) -> Iterator[str]:
    from difflib import unified_diff

    shown = escape(name)
    for line in unified_diff(before.splitlines(), after.splitlines(), f"a/{shown}", f"b/{shown}", lineterm=""):
        head = line[:3] in ("+++", "---")
        role = "strong" if head else COLOURS.get(line[:1], "")
        text = line if head else line[:1] + escape(line[1:].expandtabs(4))
        yield style.paint(text, role) if role else text
