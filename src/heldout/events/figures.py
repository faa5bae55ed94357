"""How a metric is handed what it compares."""

from typing import NamedTuple

from heldout.finding import Place


class Decision(NamedTuple):
    """Where answers of a model become classes, so that nothing finer is left of them.

    how: ``predict`` of a classifier, ``cut`` by a threshold, ``argmax`` or ``round``.
    """

    how: str
    place: Place


class Pairing(NamedTuple):
    """What a metric whose parameters are (truth, prediction) is handed at these two positions.

    truth, answer: where each argument stands, by what it is and not by its position.  swapped: the prediction comes
    first.  together: both are of the same rows for certain.  labels: where the prediction became classes, None if
    it may be finer.  method: where the word ``predict`` stands, if the prediction is
    asked for in the argument itself and the classifier has probabilities too.  options: the arguments by name, those
    that are no literals as ``UNKNOWN``.  written: truth and answer in the program's words, of swapped ones.
    single: the truth is one column.
    """

    function: str
    truth: Place
    answer: Place
    swapped: bool
    together: bool
    labels: Decision | None
    method: Place | None
    options: dict[str, object]
    written: tuple[str, str]
    single: bool
