"""What is given in several parts: results of a split, and of something unknown, sides or pieces of the same rows."""

import ast

from heldout.columns import Column, Columns
from heldout.naming import unpacked_order
from heldout.reading.facts import word_of
from heldout.reading.reader import Reader
from heldout.reading.values import Listing, Scalar, Table, Value


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


def cuts_of(value: Scalar) -> Scalar:
    """The third of what a curve gives: the cut-offs, which are no figures; anything else as it is."""
    if not any(score.function.endswith("_curve") for score in value.scores):
        return value
    return Scalar(("cuts", value.key), scores=value.scores, choices=value.choices)


def split_results(reader: Reader, target: ast.Tuple | ast.List, value: Listing) -> Listing:
    """The parts of a split in the order in which the names mean them, and the names told to the split."""
    split = value.split
    assert split is not None
    names = tuple(word_of(part) for part in target.elts)
    split.targets = tuple((name, reader.place(part)) for name, part in zip(names, target.elts, strict=True))
    if len(names) == 2 < len(value.items):
        return Listing(value.items[:2], value.kind)
    for number, part in enumerate(split.parts):
        if number < len(names) and not part.name:
            part.name = names[number]
    order = unpacked_order(names) if len(names) == len(value.items) else None
    if order is None:
        return value
    for number, part in enumerate(split.parts):
        part.name = names[order.index(number)]
    return Listing(tuple(value.items[position] for position in order), value.kind)
