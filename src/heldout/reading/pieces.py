"""What something unknown gives in several parts: sides of a split that is not seen, or pieces of the same rows."""

import ast

from heldout.columns import Column, Columns
from heldout.reading.reader import Reader
from heldout.reading.values import Table, Value


def side_of(reader: Reader, value: Table, said: str, node: ast.expr) -> Value:
    """What something unknown gave under names that tell train from test: sides of a split that is not seen."""
    columns = Columns(rest=Column(learned=value.columns.learned), vague=True)
    if not said:
        return value.like(word="", columns=columns, weak=True)
    rows = reader.space.cut("part", value.rows, ("unseen split", *reader.site(node)), said, said)
    return value.like(word="", columns=columns, rows=rows, weak=True)


def piece_of(reader: Reader, value: Table, number: int, node: ast.expr) -> Value:
    """One of several values that something unknown gave for one table: most likely the same rows."""
    if value.kind == "unknown" and value.weak:
        return value.like(word="", columns=Columns(rest=Column(learned=value.columns.learned), vague=True))
    rows = reader.space.cut("filter", value.rows, ("item", id(node)), ("==", "item", number), f"item {number}")
    return value.like(rows=rows, word="", weak=True)
