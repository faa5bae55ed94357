"""How a learner was made, in words that are equal for two learners made alike."""

from heldout.reading.values import Constant, Learner, Listing, Mapping, Value

#: Arguments that make no other candidate of a model.
_OF_NO_MATTER = frozenset("random_state seed random_seed n_jobs nthread thread_count verbose verbosity silent".split())
_MOST_DEEP = 3
_LONGEST = 400


def recipe(learner: Learner, depth: int = 0) -> str:
    """The class of a learner with its arguments and steps, those that are not known left open.

    Networks and learners of no known class are told apart by their names in the program, too.
    """
    if depth > _MOST_DEEP:
        return learner.name
    given = sorted((name, value) for name, value in learner.arguments.items() if name not in _OF_NO_MATTER)
    parts = [f"{name}={_told(value, depth)}" for name, value in given if not (learner.steps and name in ("0", "steps"))]
    parts += [_told(step, depth) for _, step, _ in learner.steps]
    named = f" {learner.written}" if learner.entry.effect in ("network", "module", "unknown") else ""
    return f"{learner.name}({', '.join(parts)}){named}"[:_LONGEST]


def _told(value: Value, depth: int) -> str:
    if isinstance(value, Constant):
        return repr(value.value)[:40]
    if isinstance(value, Learner):
        return recipe(value, depth + 1)
    if depth < _MOST_DEEP and isinstance(value, Listing):
        return "[" + ", ".join(_told(item, depth + 1) for item in value.items) + "]"
    if depth < _MOST_DEEP and isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_told(item, depth + 1)}" for key, item in value.items.items()) + "}"
    return "?"
