"""Losses that are added up over the turns of a loop, with or without what their gradients would need."""

import ast

from heldout.events.training import Accumulate, Averaged, Forward
from heldout.reading.facts import predictions_in, scores_in, word_of
from heldout.reading.reader import Reader
from heldout.reading.values import Constant, Scalar, Value


def loose(value: Value) -> Value:
    """A number that no longer hangs on the weights: ``loss.item()``, ``float(loss)``."""
    if not isinstance(value, Scalar) or not value.error:
        return value
    made = Scalar(
        value.key,
        learned=value.learned,
        scores=value.scores,
        choices=value.choices,
        length_of=value.length_of,
        error=tuple(one._replace(detached=True) for one in value.error),
        text=value.text,
        rivals=value.rivals,
    )
    made.measure = value.measure
    return made


def summed(reader: Reader, node: ast.AugAssign, before: Value, value: Value) -> None:
    """Tell of ``total += loss`` in a loop, if the sum and the loss both hang on weights."""
    scores = scores_in(value)
    if not reader.loops or not isinstance(node.op, ast.Add) or not scores or not all(one.loss for one in scores):
        return  # Shares of right answers and the like have no graph.
    earlier, added = _graphs(before), _graphs(value)
    if earlier and added:
        reader.emit(
            Accumulate(word_of(node.target), word_of(node.value), earlier, added, reader.place(node.value)), node
        )


def total(before: Value, operator: ast.operator, value: Value, result: Value) -> Value:
    """The sum that ``total += loss`` leaves: of the means of batches, if it began with nothing."""
    begun = (
        before.measure == "means" if isinstance(before, Scalar) else isinstance(before, Constant) and not before.value
    )
    if (
        begun
        and isinstance(operator, ast.Add)
        and isinstance(value, Scalar)
        and value.measure == "mean"
        and type(result) is Scalar
    ):
        result.measure = "means"
    return result


def averaged(reader: Reader, left: Value, right: Value, node: ast.AST) -> None:
    """Tell that the sum of the means of batches is divided by the number of rows."""
    if isinstance(left, Scalar) and isinstance(right, Scalar) and (left.measure, right.measure) == ("means", "rows"):
        written = node.left if isinstance(node, ast.BinOp) else node
        reader.emit(Averaged(word_of(written)), node)


def _graphs(value: Value) -> tuple[Forward, ...]:
    """The passes whose graphs a value keeps."""
    found = [one.forward for one in predictions_in(value) if not one.detached and one.forward is not None]
    return tuple(forward for forward in found if forward.gradients == "on")
