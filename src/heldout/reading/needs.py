"""What an estimator needs of the columns of its fit, and what it makes of those that go through it."""

from heldout.reading.values import Constant, Learner, Listing, Value

#: The facts of a library's table that say how a learner weighs its columns.
_WEIGHING = frozenset({"distances", "gradients", "penalty", "linear"})
#: Ways of comparing rows in which a column counts by the range of its numbers.
_BY_RANGE = frozenset({"euclidean", "sqeuclidean", "l2", "minkowski", "manhattan", "cityblock", "l1", "chebyshev"})
#: Effects whose members are known one by one.
_COMPOSED = frozenset({"pipeline", "union"})
_DEEPEST = 6


def needs(learner: Learner, depth: int = 0) -> frozenset[str]:
    """What the fit of a learner needs of the columns that it is given.

    ``scale``: all at one scale, and it does not bring them there itself; ``complete``: without gaps, which it does not
    fill itself; ``distances``, ``gradients``, ``penalty``, ``linear``: as in the flags of the library's tables, how it
    weighs them.  Empty of a learner of which not enough is known.
    """
    if depth > _DEEPEST:
        return frozenset()
    if learner.entry.effect == "pipeline":
        return _of_steps(learner, depth)
    if learner.inner is not None:
        return needs(learner.inner, depth + 1)
    members = learner.arguments.get("estimators")
    if "nested" in learner.entry.flags and isinstance(members, Listing):
        return _of_members(members, depth)
    return _own(learner)


def _own(learner: Learner) -> frozenset[str]:
    """What a single estimator needs, by the table of its library and the arguments that it was made with."""
    flags = learner.entry.flags
    found = flags & _WEIGHING
    if "scale-sensitive" in flags and found and not _weighs_otherwise(learner):
        found |= {"scale"}
    if found and "accepts-missing" not in flags:
        found |= {"complete"}
    return found


def _weighs_otherwise(learner: Learner) -> bool:
    """Whether arguments make a learner one to which the scale of columns is nothing."""
    for name in ("metric", "affinity", "kernel"):
        how = learner.arguments.get(name)
        if how is None or name == "kernel" and isinstance(how, Constant) and how.value != "precomputed":
            continue
        if not (isinstance(how, Constant) and how.value in _BY_RANGE):
            return True
    penalty = learner.arguments.get("penalty")
    return "penalty" in learner.entry.flags and isinstance(penalty, Constant) and penalty.value in (None, "none")


def _of_steps(learner: Learner, depth: int) -> frozenset[str]:
    """What the last step needs and the steps before it do not provide."""
    steps = [step for _, step, _ in learner.steps if not _is_idle(step)]
    last = steps[-1] if steps else None
    if not isinstance(last, Learner):
        return frozenset()
    found = needs(last, depth + 1)
    for step in steps[:-1]:
        made = gives(step, depth + 1)
        if "rescaled" in made:
            found -= {"scale"}
        if "filled" in made:
            found -= {"complete"}
    return found


def _of_members(members: Listing, depth: int) -> frozenset[str]:
    """What any of several estimators, each a pair of name and estimator, needs."""
    parts = [item.items[-1] if isinstance(item, Listing) and item.items else item for item in members.items]
    return frozenset[str]().union(*(needs(part, depth + 1) for part in parts if isinstance(part, Learner)))


def gives(value: Value, depth: int = 0) -> frozenset[str]:
    """What becomes of columns that go through a transformer.

    ``rescaled``: they may come out at another scale; ``filled``: without gaps; ``codes``: categories as whole numbers.
    A transformer that is not known may do everything but make codes.
    """
    if not isinstance(value, Learner) or depth > _DEEPEST:
        return frozenset() if _is_idle(value) else frozenset({"rescaled", "filled"})
    if value.entry.effect in _COMPOSED:
        return frozenset[str]().union(*(gives(step, depth + 1) for _, step, _ in value.steps if not _is_idle(step)))
    flags = value.entry.flags
    found = flags & {"codes"}
    if "keeps-scale" not in flags:
        found |= {"rescaled"}
    if "fills" in flags or value.entry.effect != "transformer" or "own" in flags:
        found |= {"filled"}
    return found


def _is_idle(step: Value) -> bool:
    """Whether a step does nothing: ``"passthrough"``, ``"drop"`` or None."""
    return isinstance(step, Constant)
