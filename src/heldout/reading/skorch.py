"""skorch: networks of torch as estimators, which watch rows of their own fit, or those that they are handed."""

from heldout.reading.facts import tables_in
from heldout.reading.values import Constant, Learner, Table, Thing

_DEEPEST = 4


def network_of(learner: Learner, depth: int = 0) -> Learner | None:
    """The network inside a pipeline, a wrapper or a search; None if there is none of skorch's."""
    if learner.name.startswith("NeuralNet"):
        return learner
    inner = learner.steps[-1][1] if learner.steps else learner.inner
    return network_of(inner, depth + 1) if isinstance(inner, Learner) and depth < _DEEPEST else None


def watched(learner: Learner) -> Table | None:
    """The rows that ``train_split=predefined_split(rows)`` makes a network watch; None if it sets its own aside."""
    tables = tables_in(learner.arguments.get("train_split"))
    return tables[0] if tables else None


def keeps_best(callback: Thing) -> bool:
    """Whether a checkpoint brings the best state back at the end of the training."""
    best = callback.arguments.get("load_best")
    return isinstance(best, Constant) and best.value is True
