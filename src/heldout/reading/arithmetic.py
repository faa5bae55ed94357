"""Operators over abstract values."""

import ast
import itertools
import operator
from collections.abc import Callable, Hashable
from typing import Any

from heldout.columns import Column, Columns
from heldout.events import Data
from heldout.reading import pixels
from heldout.reading.facts import choices_in, learned_by, note_words, predictions_in, rivals, scores_in
from heldout.reading.figures import Figures
from heldout.reading.reader import Reader
from heldout.reading.sequences import names_in
from heldout.reading.settings import made_of
from heldout.reading.sums import averaged
from heldout.reading.values import NO_SCORES, Constant, Library, Listing, Mapping, NameOf, Names, Scalar, Table, Value
from heldout.rows import negated

_CONSTANT: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
    ast.BitAnd: operator.and_,
    ast.BitOr: operator.or_,
    ast.BitXor: operator.xor,
}
_COMPARE: dict[type[ast.cmpop], tuple[str, Callable[[Any, Any], Any]]] = {
    ast.Eq: ("==", operator.eq),
    ast.NotEq: ("!=", operator.ne),
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("<=", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: (">=", operator.ge),
    ast.In: ("in", lambda one, two: one in two),
    ast.NotIn: ("not in", lambda one, two: one not in two),
    ast.Is: ("is", operator.is_),
    ast.IsNot: ("is not", operator.is_not),
}
_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
_LARGER = frozenset({"<", "<=", ">", ">="})
_LONGEST_CONSTANT = 10_000
#: Tells the results of arithmetic over whole tables apart.
_COUNTER = itertools.count()


def binary(reader: Reader, left: Value, op: ast.operator, right: Value, node: ast.expr) -> Value:
    """``left op right``."""
    if isinstance(left, Constant) and isinstance(right, Constant):
        return _constants(left.value, op, right.value)
    if isinstance(left, Constant) and isinstance(left.value, str) and isinstance(op, ast.Mod | ast.Add):
        note_words(right, left.value)
    if isinstance(left, Table) or isinstance(right, Table):
        if isinstance(op, ast.BitAnd | ast.BitOr):
            return both(reader, left, right, node, any_of=isinstance(op, ast.BitOr))
        found = _tables(reader, left, op, right)
        pixels.computed(found, left, op, right)
        return found
    if isinstance(op, ast.Add) and isinstance(left, Listing) and isinstance(right, Listing):
        return Listing(left.items + right.items, left.kind, open=left.open or right.open)
    if isinstance(op, ast.Mult) and isinstance(left, Listing) and isinstance(right, Constant | Scalar):
        return _repeated(left, right)
    if isinstance(op, ast.Sub) and isinstance(left, Listing | Names) and isinstance(right, Listing | Names):
        return _set_difference(left, right)
    if isinstance(op, ast.BitOr) and isinstance(left, Mapping) and isinstance(right, Mapping):
        return Mapping({**left.items, **right.items}, left.rest or right.rest)
    if any(isinstance(value, Figures) or isinstance(value, Listing) and scores_in(value) for value in (left, right)):
        return Figures(scores_in(left) | scores_in(right), choices=choices_in(left) | choices_in(right))
    if isinstance(op, ast.Div):
        averaged(reader, left, right, node)
    return _scalars(left, op, right)


def _is_positions(table: Table) -> bool:
    """Whether a table lists positions of rows: two such lists added are one after the other."""
    return table.kind == "index" and not table.columns.known


def _constants(left: Any, op: ast.operator, right: Any) -> Value:
    compute = _CONSTANT.get(type(op))
    simple = isinstance(left, int | float | str) and isinstance(right, int | float | str)
    if compute is None or not simple or (isinstance(op, ast.Pow) and not _small_power(left, right)):
        return Scalar()
    if isinstance(op, ast.Div) and isinstance(left, str) and isinstance(right, str):
        return Constant(f"{left.rstrip('/')}/{right}")  # of paths
    if isinstance(op, ast.Mult) and (isinstance(left, str) or isinstance(right, str)):
        return Scalar(text=True)
    try:
        result = compute(left, right)
    except (TypeError, ValueError, ArithmeticError):
        return Scalar()
    return Constant(result) if not isinstance(result, str) or len(result) < _LONGEST_CONSTANT else Scalar(text=True)


def _small_power(left: Any, right: Any) -> bool:
    return isinstance(left, int | float) and isinstance(right, int | float) and abs(left) <= 1e6 and abs(right) <= 32


def _repeated(listing: Listing, times: Value) -> Value:
    if isinstance(times, Constant) and isinstance(times.value, int) and 0 < times.value * len(listing.items) <= 64:
        return Listing(listing.items * times.value, listing.kind, open=listing.open)
    return Listing(listing.items, listing.kind, open=True)


def _set_difference(left: Listing | Names, right: Listing | Names) -> Value:
    gone = names_in(right)
    if isinstance(left, Names):
        columns = left.columns.without(gone) if gone is not None else Columns(vague=True)
        return Names(left.table, columns, left.learned)
    if gone is None:
        return Listing(left.items, left.kind, open=True)
    kept = tuple(item for item in left.items if not (isinstance(item, Constant) and item.value in gone))
    return Listing(kept, left.kind, open=left.open)


def key_of(value: Value) -> Hashable:
    """What two equal numbers have in common."""
    if isinstance(value, Constant):
        return ("constant", repr(value.value))
    if isinstance(value, Scalar):
        return value.key
    if isinstance(value, Table):
        return ("table", value.column.origin) if value.column.origin is not None else ("table", value.serial)
    if isinstance(value, Library):
        return ("library", value.qualified)
    return ("object", value.serial)


def _scalars(left: Value, op: ast.operator, right: Value) -> Value:
    word = {ast.BitAnd: "and", ast.BitOr: "or"}.get(type(op), type(op).__name__)
    setting = made_of(word, (left, right))
    if setting is not None:
        return setting
    key = (word, key_of(left), key_of(right))
    length = None
    for value in (left, right):
        if isinstance(value, Scalar) and value.length_of is not None:
            length = value.length_of
    choices = choices_in(left) | choices_in(right)
    if isinstance(op, ast.Div | ast.Sub):
        # A figure as a share of the largest is not the largest.
        both_sides = scores_in(left) & scores_in(right)
        choices = frozenset(choice for choice in choices if not both_sides.intersection(choice.scores))
    keeps_length = isinstance(op, ast.Mult | ast.Div | ast.FloorDiv | ast.Sub) and length is not None
    return Scalar(
        key,
        learned=learned_by(left) | learned_by(right),
        scores=scores_in(left) | scores_in(right),
        choices=choices,
        length_of=length if keeps_length else None,
        error=tuple(dict.fromkeys((*predictions_in(left), *predictions_in(right)))),
        text=any(isinstance(value, Constant) and isinstance(value.value, str) for value in (left, right)),
    )


#: What compares predictions with the truth: differences, ratios, and the products of a cross entropy.
_COMPARING = (ast.Sub, ast.Div, ast.Mult)


def combined(main: Table, *others: Value) -> Table:
    """A table computed row by row from `main` and other values."""
    column = main.column
    learned = main.columns.learned
    predictions = dict.fromkeys(main.predictions)
    weak = main.weak
    rows = main.rows
    choices = main.choices
    single = is_single(main)
    for other in others:
        learned = learned | learned_by(other)
        choices = choices | choices_in(other)
        predictions.update(dict.fromkeys(predictions_in(other)))
        if isinstance(other, Table):
            column = column.mixed(other.column)
            weak = weak or other.weak
            single = single and is_single(other)
            if rows.vague and not other.rows.vague:
                rows = other.rows
    if single:
        columns = Columns(known={None: Column(None, learned, column.lineage(), column.traits)})
    else:
        columns = main.columns.carrying(learned).computed(("computed", next(_COUNTER), main.columns.implied))
    return main.like(
        rows=rows, columns=columns, predictions=tuple(predictions), weak=weak, predicate=None, word="", choices=choices
    )


def is_single(table: Table) -> bool:
    """Whether the table is one column."""
    return table.kind == "series" or (table.columns.implied is None and len(table.columns.known) == 1)


def _tables(reader: Reader, left: Value, op: ast.operator, right: Value) -> Value:
    main, other = (left, right) if isinstance(left, Table) else (right, left)
    assert isinstance(main, Table)
    if isinstance(op, ast.Add) and isinstance(other, Table) and _is_positions(main) and _is_positions(other):
        return main.like(rows=reader.space.union((main.rows, other.rows)), word="")
    if isinstance(other, Table) and main.rows.vague and not other.rows.vague and not main.predictions:
        main, other = other, main
    made = combined(main, other)
    # Votes that are added up are finer than each of them.
    made.predictions = tuple(one._replace(labels=None) for one in made.predictions)
    truth = truth_against(left, right) if isinstance(op, _COMPARING) else None
    if truth is not None:
        made.compared = truth
    elif made.predictions and main.compared is not None:
        made.compared = main.compared
    return made


def truth_against(left: Value, right: Value) -> Data | None:
    """The truth with which predictions are compared, where one side holds predictions and the other does not."""
    if predictions_in(left) and isinstance(right, Table) and not right.predictions:
        return right.data()
    if predictions_in(right) and isinstance(left, Table) and not left.predictions:
        return left.data()
    return None


def unary(value: Value, op: ast.unaryop) -> Value:
    """``~mask``, ``-x``."""
    if isinstance(value, Table):
        if isinstance(op, ast.Invert):
            predicate = negated(value.predicate if value.predicate is not None else ("true", key_of(value)))
            return value.like(predicate=predicate)
        return combined(value)
    if isinstance(value, Scalar):
        return Scalar(
            (type(op).__name__, value.key) if not isinstance(op, ast.Invert) else negated(value.key),
            learned=value.learned,
            scores=value.scores,
            choices=value.choices,
            length_of=value.length_of,
            error=value.error,
        )
    return Scalar()


def compare(reader: Reader, left: Value, op: ast.cmpop, right: Value, node: ast.AST) -> Value:
    """``left op right``: a constant, a condition on rows, or unknown."""
    word, compute = _COMPARE[type(op)]
    if isinstance(left, Constant) and isinstance(right, Constant):
        return _decided(compute, left.value, right.value)
    if word in ("is", "is not") and (_is_none(left) or _is_none(right)):
        other = right if _is_none(left) else left
        # A statistic is something; of other numbers and tables nobody knows whether they were given.
        unknown = isinstance(other, Table) or isinstance(other, Scalar) and not other.learned
        return Scalar() if unknown else Constant(word == "is not")
    if word in ("in", "not in"):
        return _membership(left, right, word)
    if isinstance(left, NameOf) or isinstance(right, NameOf):
        return Scalar()
    if isinstance(left, Table):
        return _condition(reader, left, word, right, node)
    if isinstance(right, Table):
        return _condition(reader, right, _MIRRORED[word], left, node) if word in _MIRRORED else Scalar()
    if isinstance(left, Figures) or isinstance(right, Figures):
        return _figures(left, right)
    return Scalar(
        (word, key_of(left), right.value if isinstance(right, Constant) else key_of(right)),
        learned=learned_by(left) | learned_by(right),
        scores=scores_in(left) | scores_in(right),
        choices=choices_in(left) | choices_in(right),
        rivals=rivals(left, right) if word in _LARGER else NO_SCORES,
    )


def _figures(left: Value, right: Value) -> Figures:
    """Figures computed one by one from figures."""
    choices = choices_in(left) | choices_in(right)
    scores = left.scores if isinstance(left, Figures) else scores_in(right)
    return Figures(scores, choices=choices)


def _decided(compute: Callable[[Any, Any], Any], left: Any, right: Any) -> Value:
    try:
        return Constant(bool(compute(left, right)))
    except TypeError:
        return Scalar()


def _is_none(value: Value) -> bool:
    return isinstance(value, Constant) and value.value is None


def _membership(left: Value, right: Value, word: str) -> Value:
    if isinstance(left, Constant):
        if isinstance(right, Listing) and not right.open and all(isinstance(item, Constant) for item in right.items):
            inside = any(isinstance(item, Constant) and item.value == left.value for item in right.items)
            return Constant(inside is (word == "in"))
        if isinstance(right, Mapping) and right.rest is None:
            return Constant((left.value in right.items) is (word == "in"))
    return Scalar()


def _condition(reader: Reader, table: Table, word: str, other: Value, node: ast.AST) -> Table:
    made = combined(table, other)
    value: Hashable = other.value if isinstance(other, Constant) else key_of(other)
    made.predicate = (word, key_of(table), value)
    truth = truth_against(table, other)
    made.compared = truth
    if truth is None and word in _LARGER:
        place = reader.place(node)
        made.predictions = tuple(one._replace(cut=True).decided("cut", place) for one in made.predictions)
    return made


def both(reader: Reader, left: Value, right: Value, node: ast.AST, *, any_of: bool = False) -> Value:
    """``left & right`` or ``left | right`` of two conditions."""
    if not isinstance(left, Table):
        left, right = right, left
    if not isinstance(left, Table):
        return Scalar(scores=scores_in(left) | scores_in(right), choices=choices_in(left) | choices_in(right))
    made = combined(left, right)
    other = right.predicate if isinstance(right, Table) else key_of(right)
    made.predicate = ("or" if any_of else "and", left.predicate, other)
    return made
