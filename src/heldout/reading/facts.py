"""What a value carries, whatever it is: learned things, scores, choices; and what happens to it when it is shown."""

import ast
from collections.abc import Sequence
from typing import TYPE_CHECKING

from heldout.columns import NOTHING
from heldout.events import Choose, Event, Score
from heldout.events.assembly import Augment
from heldout.reading.figures import Figures
from heldout.reading.grouping import Grouped, Window
from heldout.reading.predictions import Prediction
from heldout.reading.values import (
    NO_CHOICES,
    NO_SCORES,
    Class,
    Function,
    Instance,
    Learner,
    Listing,
    Mapping,
    Names,
    Scalar,
    Table,
    Value,
)
from heldout.reading.weights import State

if TYPE_CHECKING:
    from heldout.reading.reader import Reader

#: What tells the middle of several figures.
MEANS = frozenset({"mean", "average", "median", "nanmean", "nanmedian"})
_MOST_DEEP = 3
_MOST_TEXTS = 4


def learned_by(value: Value | None, depth: int = 0) -> frozenset[Event]:
    """Every learn event whose result the value carries."""
    if isinstance(value, Table):
        return value.columns.learned
    if isinstance(value, Scalar | Names):
        return value.learned
    if isinstance(value, Listing) and depth < _MOST_DEEP:
        return NOTHING.union(*(learned_by(item, depth + 1) for item in value.items))
    if isinstance(value, Mapping) and depth < _MOST_DEEP:
        return NOTHING.union(*(learned_by(item, depth + 1) for item in value.items.values()))
    if isinstance(value, Grouped | Window):
        return value.table.columns.learned
    return NOTHING


def scores_in(value: Value | None, depth: int = 0) -> frozenset[Score]:
    """Every score that the value carries."""
    if isinstance(value, Scalar | Figures):
        return value.scores
    if isinstance(value, Listing) and depth < _MOST_DEEP:
        return NO_SCORES.union(*(scores_in(item, depth + 1) for item in value.items))
    if isinstance(value, Mapping) and depth < _MOST_DEEP:
        found = NO_SCORES.union(*(scores_in(item, depth + 1) for item in value.items.values()))
        return found | scores_in(value.rest, depth + 1)
    return NO_SCORES


def rivals(left: Value, right: Value) -> frozenset[Score]:
    """The figures that a comparison of two values sets against one another: none, if they are not of different things."""
    ours, theirs = scores_in(left), scores_in(right)
    if not ours or not theirs or ours == theirs:
        return NO_SCORES
    several = ours | theirs
    if len({score.fits for score in several}) == 1 and len({score.function for score in several}) > 1:
        return NO_SCORES  # precision against recall of one model
    return several


def choices_in(value: Value | None, depth: int = 0) -> frozenset[Choose]:
    """Every choice that shaped the value."""
    if isinstance(value, Scalar | Table | Learner | Figures | State):
        return value.choices
    if isinstance(value, Listing) and depth < _MOST_DEEP:
        return NO_CHOICES.union(*(choices_in(item, depth + 1) for item in value.items))
    if isinstance(value, Mapping) and depth < _MOST_DEEP:
        found = NO_CHOICES.union(*(choices_in(item, depth + 1) for item in value.items.values()))
        return found | choices_in(value.rest, depth + 1)
    return NO_CHOICES


def predictions_in(value: Value | None, depth: int = 0) -> tuple[Prediction, ...]:
    """Every prediction that the value carries."""
    if isinstance(value, Table):
        return value.predictions
    if isinstance(value, Scalar):
        return value.error
    if isinstance(value, Listing) and depth < _MOST_DEEP:
        found = [prediction for item in value.items for prediction in predictions_in(item, depth + 1)]
        return tuple(dict.fromkeys(found))
    return ()


def tables_in(value: Value | None, depth: int = 0) -> list[Table]:
    """Every table inside the value."""
    if isinstance(value, Table):
        return [value]
    if isinstance(value, Grouped | Window):
        return [value.table]
    if isinstance(value, Listing) and depth < _MOST_DEEP:
        return [table for item in value.items for table in tables_in(item, depth + 1)]
    if isinstance(value, Mapping) and depth < _MOST_DEEP:
        found = [table for item in value.items.values() for table in tables_in(item, depth + 1)]
        return found + tables_in(value.rest, depth + 1)
    if isinstance(value, Instance) and depth < _MOST_DEEP and _gives_rows(value.kind):
        return _of_data_set(value, depth)
    return []


def _gives_rows(kind: Class) -> bool:
    """Whether objects of a class of the program are asked for one row after the other."""
    if kind.lookup("__getitem__") is not None:
        return True
    return kind.lookup("__iter__") is not None and any(
        base.endswith("IterableDataset") for base in kind.library_bases()
    )


#: What a data set holds beside its rows, in the names of its fields.
_NO_ROWS = ("transform", "augment", "tokenizer", "vocab")


def _of_data_set(value: Instance, depth: int) -> list[Table]:
    """The rows of a data set of the program's own class: with the columns of all its fields."""
    fields = [field for name, field in value.fields.items() if not any(word in name for word in _NO_ROWS)]
    found = [field for field in fields if isinstance(field, Table)]
    if not found:
        found = [table for field in fields for table in tables_in(field, depth + 1)]
    if not found:
        return []
    first, *others = found
    columns = first.columns.beside(*(other.columns for other in others if other.rows is first.rows))
    learned = NOTHING.union(*(learned_by(field) for field in value.fields.values() if not isinstance(field, Table)))
    learned = _always(value, learned)
    if learned:
        columns = columns.carrying(learned)
    return [first.like(columns=columns, kind="dataset")]


def _always(value: Instance, learned: frozenset[Event]) -> frozenset[Event]:
    """What a data set learned, less the random changes that it makes only if another field says so."""
    reading = value.kind.lookup("__getitem__")
    if not isinstance(reading, Function) or not any(isinstance(event, Augment) for event in learned):
        return learned
    always = [field for name, field in value.fields.items() if not _is_conditional(reading.node, name)]
    kept = NOTHING.union(*(learned_by(field) for field in always if not isinstance(field, Table)))
    return frozenset(event for event in learned if not isinstance(event, Augment) or event in kept)


def _is_conditional(reading: ast.AST, name: str) -> bool:
    """Whether a method that reads one row uses the field `name` only if another field says so."""
    return any(
        name in _attributes(node) and bool(_attributes(node.test) - {name})
        for node in ast.walk(reading)
        if isinstance(node, ast.If | ast.IfExp)
    )


def _attributes(node: ast.AST) -> set[str]:
    return {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}


def mark_reported(value: Value | None, said: str = "") -> None:
    """The value is printed, shown, logged or handed on: its scores are claims; said: the text it is shown with."""
    note_words(value, said)
    for score in scores_in(value):
        score.reported = True
    _tell_winners(value, 0)


def _tell_winners(value: Value | None, depth: int) -> None:
    """Among what is shown, the figures that were chosen for being the best."""
    if isinstance(value, Listing) and depth < _MOST_DEEP:
        for item in value.items:
            _tell_winners(item, depth + 1)
    elif isinstance(value, Mapping) and depth < _MOST_DEEP:
        for held in (*value.items.values(), value.rest):
            _tell_winners(held, depth + 1)
    elif isinstance(value, Scalar | Figures) and value.scores:
        for choice in value.choices:
            if not value.scores.isdisjoint(choice.scores):
                choice.winner_told = True


def text_of(values: "Sequence[Value]") -> Scalar:
    """A text made of some values: who shows it shows their scores."""
    scores = scores_in(Listing(tuple(values)))
    # A name of the winner beside all figures that were compared is a comparison, and nobody's claim.
    choices = NO_CHOICES.union(
        *(
            {choice for choice in choices_in(value) if scores_in(value) or not scores.issuperset(choice.scores)}
            for value in values
        )
    )
    return Scalar(scores=scores, choices=choices, text=True)


def note_words(value: Value | None, said: str) -> None:
    """Text that stands beside a score, whether or not it is shown."""
    for score in scores_in(value) if said else ():
        if len(score.said) < _MOST_TEXTS:
            score.said.append(said)


def mark_summarised(reader: "Reader", value: Value | None) -> None:
    """A mean is taken: of scores of several seeds it tells what is to be expected of one."""
    running = {name for loop in reader.varying for name in loop.names}
    for score in scores_in(value):
        if score.seeds and not score.seeds & running:
            score.summarised = True


def last_word(node: ast.expr) -> str:
    """The last part of a dotted name, empty of any other expression."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def word_of(node: ast.AST | None) -> str:
    """A value in the program's words, if the expression is short: ``X_train``, ``self.data``, ``df["age"]``."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = word_of(node.value)
        return f"{inner}.{node.attr}" if inner else ""
    if isinstance(node, ast.Subscript):
        if isinstance(node.value, ast.Attribute) and node.value.attr in ("iloc", "loc", "ix"):
            return ""  # ``train.iloc[held]`` is no longer what the program calls `train`.
        inner = word_of(node.value)
        key = node.slice
        if inner and isinstance(key, ast.Constant) and isinstance(key.value, str | int):
            return f"{inner}[{key.value!r}]".replace("'", '"')
        return inner
    return ""
