"""Choices: where figures are compared, and what the winner's rows have then decided."""

import ast
from collections.abc import Iterable
from typing import Any

from heldout.events import Choose, Score
from heldout.reading.call import Call
from heldout.reading.facts import choices_in, learned_by, scores_in, word_of
from heldout.reading.figures import Figures
from heldout.reading.joins import joined
from heldout.reading.reader import Reader
from heldout.reading.values import (
    Constant,
    Learner,
    Listing,
    Mapping,
    NameOf,
    Scalar,
    Table,
    Value,
)
from heldout.reading.varying import by_seed
from heldout.reading.weights import State

_LARGEST = frozenset({"max", "amax", "nanmax", "argmax", "nanargmax", "idxmax", "nlargest"})
_SMALLEST = frozenset({"min", "amin", "nanmin", "argmin", "nanargmin", "idxmin", "nsmallest"})
#: Functions and methods that pick the best of several figures.
EXTREMES = _LARGEST | _SMALLEST
#: Those that tell where it stands, not how large it is.
_PLACES = frozenset({"argmax", "argmin", "nanargmax", "nanargmin", "idxmax", "idxmin"})
_MOST_DEEP = 3


def decided(reader: Reader, what: str, scores: Iterable[Score], node: ast.AST, extreme: str = "") -> Choose:
    """The event of a choice among figures; where only the cut of one model's predictions varies, it is of a threshold."""
    choice = Choose.among(what, scores)
    choice.extreme = "largest" if extreme in _LARGEST else "smallest" if extreme in _SMALLEST else ""
    first = choice.scores[:1]
    if first and all(_by_cut(score) and score.fits == first[0].fits for score in choice.scores):
        choice.what = "threshold"
    choice.by_seed = by_seed(reader, choice)
    reader.emit(choice, node)
    return choice


def _by_cut(score: Score) -> bool:
    """Whether a figure belongs to a threshold: its predictions were cut by one, or it is a curve over all of them."""
    return score.cut or score.function.endswith("_curve")


def with_choice(reader: Reader, value: Value, choice: Choose, depth: int = 0) -> Value:
    """A value that a choice has shaped."""
    chosen = frozenset((choice,))
    if isinstance(value, Scalar):
        return Scalar(
            value.key, learned=value.learned, scores=value.scores, choices=value.choices | chosen, error=value.error
        )
    if isinstance(value, Constant):
        return Scalar(("chosen", choice.place.line, repr(value.value)), choices=chosen)
    if isinstance(value, Learner):
        reader.store.set(value, "choices", value.choices | chosen)
    elif isinstance(value, Table):
        return value.like(choices=value.choices | chosen)
    elif isinstance(value, Listing) and depth < _MOST_DEEP:
        items = tuple(with_choice(reader, item, choice, depth + 1) for item in value.items)
        return Listing(items, value.kind, open=value.open)
    elif isinstance(value, Mapping) and depth < _MOST_DEEP:
        rest = with_choice(reader, value.rest, choice, depth + 1) if value.rest is not None else None
        return Mapping({key: with_choice(reader, item, choice, depth + 1) for key, item in value.items.items()}, rest)
    elif isinstance(value, Figures):
        return Figures(value.scores, value.named, choices=value.choices | chosen, ranked=value.ranked)
    elif isinstance(value, State):
        return value.chosen(choice)
    elif isinstance(value, NameOf):
        return Scalar(choices=chosen, text=True)
    return value


def by_condition(reader: Reader, compared: frozenset[Score], node: ast.expr, block: Iterable[ast.stmt]) -> None:
    """What was bound since the last `begin` of the store was bound because one figure beat another.

    node: the condition; block: the statements that it decided on, for the names of what they bind.
    """
    written = [(where, key, old, new) for where, key, old, new in reader.store.written() if _is_kept(where, key, new)]
    if not written:
        return
    choice = decided(reader, "best-so-far", compared, node)
    choice.names = _bound_in(block)
    for where, key, old, new in written:
        reader.store.put(where, key, _marked(reader, old, new, choice))


def keeps_best(test: ast.expr, block: Iterable[ast.stmt]) -> bool:
    """Whether a block replaces one side of its condition by the other: ``if loss < best: best = loss``."""
    parts = test.values if isinstance(test, ast.BoolOp) else [test]
    for part in parts:
        if not isinstance(part, ast.Compare) or len(part.ops) != 1:
            continue
        sides = [ast.unparse(part.left), ast.unparse(part.comparators[0])]
        if not isinstance(part.ops[0], ast.Lt | ast.Gt | ast.LtE | ast.GtE):
            continue
        for statement in block:
            if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
                pair = [ast.unparse(statement.targets[0]), ast.unparse(statement.value)]
                if pair in (sides, sides[::-1]):
                    return True
    return False


def by_test(reader: Reader, test: Value, result: Value, node: ast.expr) -> Value:
    """``one if test else other``: chosen, if the test compares figures; a cut, if it compares a prediction."""
    if isinstance(test, Scalar) and test.rivals:
        return with_choice(reader, result, decided(reader, "best-so-far", test.rivals, node))
    if isinstance(test, Table) and test.predictions and isinstance(result, Scalar | Constant):
        return Scalar(learned=learned_by(result), choices=test.choices | choices_in(result), error=test.predictions)
    return result


def _is_kept(where: Any, key: Any, new: Any) -> bool:
    """Whether a cell of the store is something that the program binds: a name, a field, or items of a collection."""
    if type(where) is dict:
        return isinstance(new, Value)
    return isinstance(where, Mapping | Listing) and key in ("items", "rest")


def _marked(reader: Reader, old: Any, new: Any, choice: Choose) -> Any:
    if isinstance(new, dict):
        before = old if isinstance(old, dict) else {}
        return {
            name: item if before.get(name) is item else with_choice(reader, item, choice) for name, item in new.items()
        }
    if isinstance(new, tuple):
        stood = len(old) if isinstance(old, tuple) and len(old) < len(new) else 0
        return (*new[:stood], *(with_choice(reader, item, choice) for item in new[stood:]))
    return with_choice(reader, new, choice) if isinstance(new, Value) else new


def _bound_in(block: Iterable[ast.stmt]) -> list[str]:
    """What some statements bind, in the program's words."""
    found = [
        word_of(node)
        for statement in block
        for node in ast.walk(statement)
        if isinstance(node, ast.Name | ast.Attribute | ast.Subscript) and isinstance(node.ctx, ast.Store)
    ]
    return sorted({name for name in found if name})


def one_of(reader: Reader, listing: Listing) -> Value:
    """Any of the elements of a listing."""
    result: Value | None = None
    for item in listing.items[-8:]:
        result = item if result is None else joined(reader, result, item)
    return result or Scalar()


def best_of(made: Call, compared: Value, result: Value) -> Value:
    """`result`, chosen because it has the best of the figures in `compared`."""
    choice = decided(made.reader, "best-of", scores_in(compared), made.node, made.short)
    if isinstance(result, Constant | Scalar):
        return Scalar(scores=scores_in(result), choices=choices_in(result) | {choice})
    return with_choice(made.reader, result, choice)


def extreme(made: Call, value: Value | None) -> Value | None:
    """``max(scores)``, ``np.argmax(scores)``, ``results.idxmax()``: the best of several; None if none are compared."""
    scores = scores_in(value)
    if not scores or not _are_several(value):
        return None
    if made.short in _PLACES:
        return best_of(made, value or Scalar(), Scalar())
    if isinstance(value, Listing):
        return best_of(made, value, one_of(made.reader, value))
    return best_of(made, value or Scalar(), Scalar() if isinstance(value, Mapping) else Scalar(scores=scores))


def _are_several(value: Value | None) -> bool:
    if isinstance(value, Listing):
        return value.open or len(value.items) > 1
    return isinstance(value, Mapping | Figures)


def ranked(made: Call, value: Value) -> Value | None:
    """``sorted(results)``: in the order of the figures; nothing is chosen until one is picked. None without figures."""
    if isinstance(value, Figures):
        return Figures(value.scores, value.named, choices=value.choices, ranked=True)
    if isinstance(value, Listing) and scores_in(value) and _are_several(value):
        return Listing((one_of(made.reader, value),), "ranked", open=True)
    return None


def picked(reader: Reader, value: Value, node: ast.AST) -> Value:
    """The first of ranked figures, or another place: what stands there was chosen by its figure."""
    if isinstance(value, Listing):
        result = one_of(reader, value)
    elif isinstance(value, Figures):
        result = Figures(value.scores, value.named, choices=value.choices)
    else:
        return value
    return with_choice(reader, result, decided(reader, "best-of", scores_in(value), node))
