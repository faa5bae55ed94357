"""The vocabulary of the program's own classes of networks: what an object of one keeps, and what it does when asked."""

from typing import NamedTuple

from heldout.events import Event
from heldout.events.calls import Call
from heldout.finding import Place


class Held(NamedTuple):
    """What an attribute of a module keeps that torch does not see.

    kind: ``list``, ``tuple`` or ``dict`` of parts that have weights, or a ``tensor`` that asks for gradients.  made: the
    calls that made them, as far as they are seen.  place: where the attribute is written; value: what is written there,
    None if that is not one expression.  used: a method other than ``__init__`` reads it.
    """

    name: str
    kind: str
    made: tuple[Call, ...]
    place: Place
    value: Place | None
    used: bool


class Module(Event):
    """A class of the program that descends from torch's modules, as an object of it would come into being.

    kind: its name.  held: what its own ``__init__`` leaves in attributes.  early: the parts that are kept before the base
    class is initialised, with the place; initialised: it is in the end, None where that is not seen.  start: the first
    statement of ``__init__``.  evaluated: the calls of torch that ``forward`` makes in evaluation mode.  library: how the
    program writes ``torch.nn``, empty if it has no name for it.
    """

    __slots__ = ("early", "evaluated", "held", "initialised", "kind", "library", "start")

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.held: tuple[Held, ...] = ()
        self.early: tuple[tuple[str, Place], ...] = ()
        self.initialised: bool | None = None
        self.start: Place | None = None
        self.evaluated: tuple[Call, ...] = ()
        self.library = ""

    def detail(self) -> str:
        return self.kind + "".join(f", {held.name}: {held.kind}" for held in self.held)


__all__ = ["Held", "Module"]
