"""The vocabulary of what the last operation made of numbers, and of the losses and logarithms that they go into."""

from typing import Final, NamedTuple

from heldout.events import Event
from heldout.finding import Place, Replacement

PROBABILITIES = frozenset({"softmax", "sigmoid", "probability", "complement"})
"""What an operation makes that lies between 0 and 1, and may be either."""


class Activation(NamedTuple):
    """What the last operation made of a value, where that is certain.

    kind: ``logits`` (a linear layer or a convolution, nothing after it), ``softmax``, ``log_softmax``, ``sigmoid``,
    ``log_sigmoid``, ``probability`` (``predict_proba``), ``complement`` (one minus a probability), ``log`` (the logarithm
    of a probability), ``loss`` (a mean of errors), ``spread`` (a deviation, variance or length), ``values`` (anything of
    which only the shape is known).  function: the operation in the library's
    words; place: where it is written, of a layer that is part of others where that is made.  operand: where a name or call
    that it is applied to is written; attribute: where the last word of its name is; None where there is no such.  width:
    the length of the last dimension; dimensions: how many there are; None where they are not known.
    """

    kind: str
    function: str
    place: Place
    operand: Place | None = None
    attribute: Place | None = None
    width: int | None = None
    dimensions: int | None = None

    @property
    def is_layer(self) -> bool:
        """Whether a layer does it that is part of others, not a function that is called."""
        return self.function[:1].isupper()

    def without(self) -> tuple[Replacement, ...]:
        """The edits that leave the operation out; none if they are not plain."""
        if self.operand is not None:
            return (_before(self.place, self.operand, ""), _behind(self.operand, self.place, ""))
        return (
            (_from(self.attribute, self.place, "Identity()"),) if self.attribute is not None and self.is_layer else ()
        )

    def instead(self, function: str) -> tuple[Replacement, ...]:
        """The edit that puts another function or layer in its place; none if its name is not written behind a dot."""
        return (Replacement(self.attribute, function),) if self.attribute is not None else ()


UNCERTAIN: Final = Activation("uncertain", "", Place("", 0, 0, 0, 0))
"""Of a layer or network that may be another one, or is made of other layers than those it was given first."""


def _before(outer: Place, inner: Place, text: str) -> Replacement:
    return Replacement(outer._replace(end_line=inner.line, end_column=inner.column), text)


def _behind(inner: Place, outer: Place, text: str) -> Replacement:
    return Replacement(outer._replace(line=inner.end_line, column=inner.end_column), text)


def _from(start: Place, outer: Place, text: str) -> Replacement:
    return Replacement(outer._replace(line=start.line, column=start.column), text)


class Criterion(Event):
    """A loss is computed.

    function: its last word (``CrossEntropyLoss``, ``cross_entropy``).  output, target: what made the first and the second
    argument, None where that is not known.  written, target_written: both in the program's words.
    target_place: where the second stands, if it is a name or a call.
    """

    __slots__ = ("function", "output", "target", "target_place", "target_written", "written")

    def __init__(
        self, function: str, output: Activation | None, target: Activation | None, written: str, target_written: str
    ) -> None:
        self.target_place: Place | None = None
        self.function = function
        self.output = output
        self.target = target
        self.written = written
        self.target_written = target_written

    def detail(self) -> str:
        return f"{self.function}({_told(self.output)}, {_told(self.target)})"


class Unguarded(Event):
    """Something is computed that has no value or no slope where what it is computed of is 0, which may be.

    operation: ``logarithm`` (of a probability), ``root`` (of a loss), ``quotient`` (by a spread or length).  function: its
    last word, empty for an operator.  of: what made that which may be 0; written: that in the program's words.  operand:
    where it is written.
    """

    __slots__ = ("function", "of", "operand", "operation", "written")

    def __init__(self, operation: str, function: str, of: Activation, written: str, operand: Place | None) -> None:
        self.operation = operation
        self.function = function
        self.of = of
        self.written = written
        self.operand = operand

    def detail(self) -> str:
        return f"{self.operation} of {_told(self.of)}"


class Discarded(Event):
    """A method of a tensor is called that leaves it as it is, and what it gives goes nowhere.

    method: its name; written: the tensor in the program's words, a name or a name with attributes.  sure: the value is
    a tensor for certain, not only a part of a batch.
    """

    __slots__ = ("method", "sure", "written")

    def __init__(self, method: str, written: str, *, sure: bool) -> None:
        self.method = method
        self.written = written
        self.sure = sure

    def detail(self) -> str:
        return f"{self.written}.{self.method}(...)"


class Aliased(Event):
    """A method that changes a tensor in place is called, and the same tensor gets a second name.

    method: its name; written: the tensor in the program's words; second: its second name.
    """

    __slots__ = ("method", "second", "written")

    def __init__(self, method: str, written: str, second: str) -> None:
        self.method = method
        self.written = written
        self.second = second

    def detail(self) -> str:
        return f"{self.second} = {self.written}.{self.method}(...)"


def _told(activation: Activation | None) -> str:
    return f"{activation.kind} of {activation.width or '?'}" if activation is not None else "?"


__all__ = ["PROBABILITIES", "Activation", "Aliased", "Criterion", "Discarded", "Unguarded"]
