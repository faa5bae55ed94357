"""The value after either of two ways."""

from typing import TYPE_CHECKING, Any

from heldout.columns import Columns
from heldout.events.losses import UNCERTAIN
from heldout.reading.facts import choices_in, learned_by, predictions_in, scores_in
from heldout.reading.figures import Figures
from heldout.reading.values import (
    NO_SCORES,
    Class,
    Constant,
    Function,
    Instance,
    Learner,
    Listing,
    Mapping,
    Method,
    Partial,
    Scalar,
    Table,
    Thing,
    Value,
)
from heldout.reading.weights import State
from heldout.rows import Rows

if TYPE_CHECKING:
    from heldout.reading.reader import Reader


#: What is kept where the other way leaves something else: one object is better than none.
_OBJECTS = Function | Method | Partial | Class | Instance | Learner | Mapping | State | Thing


def joined(reader: "Reader", one: Any, two: Any) -> Any:
    """What holds of a name or attribute that was `one` on the first way and `two` on the second."""
    if one is two:
        return one
    if not isinstance(one, Value) or not isinstance(two, Value):
        return _attribute(reader, one, two)
    if isinstance(one, Constant) and isinstance(two, Constant) and repr(one.value) == repr(two.value):
        return one
    if isinstance(one, Constant) and (one.value is None or not isinstance(two, Constant | Scalar)):
        return _either(reader, two)
    if isinstance(two, Constant) and (two.value is None or not isinstance(one, Constant | Scalar)):
        return _either(reader, one)
    if isinstance(one, Table) and isinstance(two, Table):
        return _tables(reader, one, two)
    if isinstance(one, Listing) and isinstance(two, Listing):
        return _listings(reader, one, two)
    if isinstance(one, Learner) and isinstance(two, Learner):
        return _either(reader, max(one, two, key=_fitted))
    if isinstance(one, Table) or isinstance(two, Table):
        return _kept(reader, one if isinstance(one, Table) else two)
    if isinstance(one, _OBJECTS):
        return one.joined(two) if isinstance(one, State) and isinstance(two, State) else _either(reader, one)
    if isinstance(two, _OBJECTS):
        return _either(reader, two)
    return _numbers(one, two)


def _either(reader: "Reader", kept: Any) -> Any:
    """The object of one way, which is not for certain the one that is used: what it makes is not certain either."""
    if reader.differentiates and isinstance(kept, Learner | Instance):
        reader.activations[kept.serial] = UNCERTAIN
    return kept


def _kept(reader: "Reader", table: Any) -> Any:
    """The rows of one way, of which nothing certain is said any more."""
    if table.serial not in reader.activations:
        return table
    made = table.like()
    made.learner = table.learner
    return made


def _fitted(learner: Learner) -> tuple[int, int]:
    """How often a learner was fitted, and how late: what is kept of two is the better trained, or the newer one."""
    return len(learner.fits), learner.fits[-1].index if learner.fits else 0


def _numbers(one: Value, two: Value) -> Value:
    """Either of two values without rows: what they carry."""
    if isinstance(one, Figures):
        return one.with_more(scores_in(two), two.named if isinstance(two, Figures) else {})
    if isinstance(two, Figures):
        return two.with_more(scores_in(one), {})
    return Scalar(
        learned=learned_by(one) | learned_by(two),
        scores=scores_in(one) | scores_in(two),
        choices=choices_in(one) | choices_in(two),
        error=tuple(dict.fromkeys((*predictions_in(one), *predictions_in(two)))),
        rivals=getattr(one, "rivals", NO_SCORES) | getattr(two, "rivals", NO_SCORES),
    )


def _attribute(reader: "Reader", one: Any, two: Any) -> Any:
    """The join of an attribute of a heap object."""
    if isinstance(one, Rows) and isinstance(two, Rows):
        return _rows(reader, one, two)
    if isinstance(one, Columns) and isinstance(two, Columns):
        return one.joined(two)
    if isinstance(one, frozenset) and isinstance(two, frozenset):
        return one | two
    if isinstance(one, dict) and isinstance(two, dict):
        return {
            key: joined(reader, one[key], two[key]) if key in one and key in two else one.get(key, two.get(key))
            for key in one | two
        }
    if isinstance(one, tuple) and isinstance(two, tuple):
        for part in {*one} ^ {*two}:
            _either(reader, part)
        return tuple(dict.fromkeys((*one, *two)))
    if isinstance(one, bool) and isinstance(two, bool):
        return one or two
    return one if one == two or two is None else two


def _rows(reader: "Reader", one: Rows, two: Rows) -> Rows:
    """Rows after either way: the larger set where one holds the other, else both."""
    if one.within(two):
        return two
    if two.within(one):
        return one
    return reader.space.union((one, two))


def _tables(reader: "Reader", one: Table, two: Table) -> Table:
    changes: dict[str, Any] = {
        "rows": _rows(reader, one.rows, two.rows),
        "columns": one.columns.joined(two.columns),
        "weak": one.weak or two.weak,
        "predictions": tuple(dict.fromkeys((*one.predictions, *two.predictions))),
        "choices": one.choices | two.choices,
        "kind": one.kind if one.kind == two.kind else "unknown",
        "order": one.order if one.order == two.order else ("either", one.order, two.order),
        "predicate": one.predicate if one.predicate == two.predicate else None,
        "sorted_by": one.sorted_by or two.sorted_by,
    }
    made = one.like(**changes)
    made.learner = one.learner or two.learner
    return made


def _listings(reader: "Reader", one: Listing, two: Listing) -> Listing:
    if len(one.items) == len(two.items):
        items = tuple(joined(reader, a, b) for a, b in zip(one.items, two.items, strict=True))
        return Listing(items, one.kind, open=one.open or two.open)
    longer, shorter = (one, two) if len(one.items) > len(two.items) else (two, one)
    return Listing(longer.items, longer.kind, open=longer.open or shorter.open)
