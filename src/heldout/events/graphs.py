"""The vocabulary of functions that TensorFlow makes graphs of: what in them happens only while the graph is made."""

from typing import NamedTuple

from heldout.events import Event
from heldout.finding import Place


class Oddity(NamedTuple):
    """Something in a function that a graph does not repeat.

    kind: ``variable`` (one is made in every call), ``print``, ``effect`` (an object of Python is changed), ``state`` (a
    name is read whose value changes between calls), ``recursion``.  what: it in the program's words.  other: the place
    where the value changes, or where the function is called by another one.
    """

    kind: str
    what: str
    place: Place
    other: Place | None = None


class Traced(Event):
    """A function of the program becomes a graph at its first call, by ``tf.function``; it stands at its name."""

    __slots__ = ("function", "oddities")

    def __init__(self, function: str, oddities: tuple[Oddity, ...]) -> None:
        self.function = function
        self.oddities = oddities

    def detail(self) -> str:
        return " ".join((self.function, *(f"{odd.kind}:{odd.what}" for odd in self.oddities)))


__all__ = ["Oddity", "Traced"]
