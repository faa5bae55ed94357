"""What changes from turn to turn of a loop, and whether it is a seed."""

import ast
from collections.abc import Hashable
from typing import TYPE_CHECKING, NamedTuple

from heldout.events import Choose
from heldout.naming import words
from heldout.reading.values import Learner, Listing, Scalar, Table, Value
from heldout.rows import Rows

if TYPE_CHECKING:
    from heldout.reading.reader import Reader

_SEEDS = frozenset({"seed", "seeds", "rs"})
_DEEPEST = 3


class Varying(NamedTuple):
    """One running loop: the names of its variables, and the keys of what they stand for."""

    names: frozenset[str]
    keys: frozenset[Hashable]


#: A loop that has no variable.
NOTHING = Varying(frozenset(), frozenset())


def of_loop(target: ast.expr, values: list[Value]) -> tuple[Varying, ...]:
    """What a loop over some values changes; empty for a loop over folds, whose turns are parts of one judgment."""
    parts = [part for value in values for part in _flattened(value)]
    if any(isinstance(part, Table) and part.kind in ("index", "labels") for part in parts):
        return ()
    names = frozenset(node.id for node in ast.walk(target) if isinstance(node, ast.Name))
    return (Varying(names, frozenset(part.key for part in parts if isinstance(part, Scalar))),)


def _flattened(value: Value, depth: int = 0) -> list[Value]:
    if isinstance(value, Listing) and depth < _DEEPEST:
        return [part for item in value.items for part in _flattened(item, depth + 1)]
    return [value]


def seeds_from(reader: "Reader", value: Value | None) -> frozenset[str]:
    """The variables of running loops that the value of a seed comes from."""
    if not isinstance(value, Scalar):
        return frozenset()
    return frozenset(name for loop in reader.varying if _within(value.key, loop.keys) for name in loop.names)


def _within(key: Hashable, keys: frozenset[Hashable]) -> bool:
    return key in keys or isinstance(key, tuple) and any(_within(part, keys) for part in key)


def _is_seed(name: str) -> bool:
    found = set(words(name))
    return bool(found & _SEEDS) or {"random", "state"} <= found


def seeds_behind(reader: "Reader", learner: Learner, rows: Rows) -> frozenset[str]:
    """The variables of running loops that are seeds of a score: by their name, of the model, or of the split."""
    if not reader.varying:
        return frozenset()
    found = {name for loop in reader.varying for name in loop.names if _is_seed(name)}
    for member in _members(learner):
        for argument in ("random_state", "seed"):
            found |= seeds_from(reader, member.arguments.get(argument))
    cuts = (reader.splits.get(node.origin) for node in rows.ancestry() if node.kind == "part")
    split = next((cut for cut in cuts if cut is not None), None)
    return frozenset(found | split.seeds if split is not None else found)


def _members(learner: Learner, depth: int = 0) -> list[Learner]:
    inner = [step for _, step, _ in learner.steps if isinstance(step, Learner)]
    inner += [learner.inner] if learner.inner is not None else []
    return [learner, *(member for one in inner if depth < _DEEPEST for member in _members(one, depth + 1))]


def by_seed(reader: "Reader", choice: Choose) -> bool:
    """Whether what the compared scores differ in is a seed: of the model or of the split.

    Where the best is kept turn by turn, the loop that keeps it decides; else the loop in which the scores arose.
    """
    keeps = reader.varying[-1].names if reader.varying and choice.what == "best-so-far" else None
    return bool(choice.scores) and all(
        score.seeds & (score.varied if keeps is None else keeps) for score in choice.scores
    )
