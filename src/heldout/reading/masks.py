"""Masks and positions: what they say of the rows that they pick, by their names or by what they ask."""

from heldout.naming import role, words
from heldout.reading.arithmetic import is_single
from heldout.reading.values import Table, Value

_MASKS = frozenset({"mask", "idx", "index", "indices", "nid", "nids", "ids"})


def side_of_mask(index: Table) -> str:
    """The side of which the name of a mask says that it picks it (``data.train_mask``), empty if it says none.

    Masks that the program computes, and positions that it cut, say themselves which rows they pick.
    """
    name = next(iter(index.columns.known), None) if is_single(index) else None
    named = name if isinstance(name, str) else index.word
    if index.rows.parent is not None or index.rows.members or _MASKS.isdisjoint(words(named)):
        return ""
    return role(named)


def picks_gaps(mask: Value | None) -> bool:
    """Whether a mask picks rows because a value of theirs is missing."""
    predicate = mask.predicate if isinstance(mask, Table) else None
    return isinstance(predicate, tuple) and predicate[0] in ("isna", "isnull", "isnan")
