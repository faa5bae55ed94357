"""What the arguments of a metric are: which one is the truth, and whether predictions are classes or finer answers."""

import ast

from heldout.events.figures import Decision, Pairing
from heldout.finding import Place
from heldout.reading.arithmetic import is_single
from heldout.reading.call import Call
from heldout.reading.estimators import role_of, task_of
from heldout.reading.facts import predictions_in
from heldout.reading.values import Learner, Table
from heldout.rows import Rows

_INNERMOST = 4
#: Traits of a column that holds statistics of windows: shares of votes are finer than votes.
_OVER_WINDOWS = frozenset({"past", "future"})


def pairing(call: Call) -> Pairing | None:
    """The two first arguments of a metric, where they are written by position and one of them alone holds predictions."""
    flags = call.entry.flags if call.entry is not None else ()
    if "score-arguments" not in flags or len(call.positional) < 2 or len(call.nodes) < 2:
        return None
    first, second = call.positional[:2]
    if not isinstance(first, Table) or not isinstance(second, Table):
        return None
    swapped = bool(predictions_in(first))
    truth, answer = (second, first) if swapped else (first, second)
    predictions = predictions_in(answer)
    if predictions_in(truth) or len(predictions) != 1 or truth.compared or answer.compared:
        return None
    together = _together(truth.rows, answer.rows)
    found = predictions[0]
    averaged = answer.column.traits & _OVER_WINDOWS
    same_rows = answer.rows is found.data.rows or found.out_of_fold
    untouched = same_rows and answer.weak == found.data.weak and not averaged
    one, other = reversed(call.nodes[:2]) if swapped else call.nodes[:2]
    return Pairing(
        call.name,
        call.reader.place(one),
        call.reader.place(other),
        swapped=swapped,
        together=together,
        labels=found.labels if untouched else None,
        method=_method(call, other),
        options=call.literals(),
        written=(ast.unparse(one), ast.unparse(other)) if swapped else ("", ""),
        single=is_single(truth),
    )


def _together(one: Rows, other: Rows) -> bool:
    """Whether two values are of the same rows for certain: those of one table, or the same part of one split."""
    return one is other or (one.kind in ("part", "fold") and one.origin == other.origin and one.slot == other.slot)


def classes(call: Call, learner: Learner) -> Decision | None:
    """The call, if what a classifier gives for it are classes and nothing finer."""
    plain = call.name.rpartition(".")[2] == "predict" and len(call.values) == 1 and not call.open_ended
    return Decision("predict", call.reader.place(call.node)) if plain and _tells_classes(learner) else None


def classes_of_folds(call: Call, learner: Learner) -> Decision | None:
    """The call of ``cross_val_predict``, if it gives the classes of a classifier."""
    plain = "method" not in call.keywords and not call.open_ended
    return Decision("predict", call.reader.place(call.node)) if plain and _tells_classes(learner) else None


def _tells_classes(learner: Learner) -> bool:
    """Whether ``predict`` of a learner gives classes."""
    trained = role_of(learner) in ("predictor", "search") and task_of(learner) == "classification"
    return trained and learner.entry.effect not in ("network", "module")


def _method(call: Call, node: ast.expr) -> Place | None:
    """The word ``predict`` in an argument that asks a classifier which can tell probabilities."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr != "predict":
        return None
    owner = call.reader.evaluate(node.func.value) if isinstance(node.func.value, ast.Name) else None
    if not isinstance(owner, Learner) or not _is_probabilistic(owner):
        return None
    whole = call.reader.place(node.func)
    return Place(whole.path, whole.end_line, whole.end_column - len("predict"), whole.end_line, whole.end_column)


def _is_probabilistic(learner: Learner) -> bool:
    inner: Learner | None = learner
    for _ in range(_INNERMOST):
        if inner is None:
            return False
        if "probabilistic" in inner.entry.flags and inner.entry.effect == "predictor":
            return True
        last = inner.steps[-1][1] if inner.steps else inner.inner
        inner = last if isinstance(last, Learner) else None
    return False
