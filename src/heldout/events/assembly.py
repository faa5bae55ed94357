"""The vocabulary of what is put together before anything is fitted: rows of steps, and changes for rows to come."""

from heldout.events import Event
from heldout.finding import Place


class Assemble(Event):
    """Steps are put in a row, to be fitted one after the other.

    function: the call, in full; samplers, nested: the classes of those before the last that change how many rows there
    are, and that are rows of steps themselves; imported: the import of the function and of nothing else, and what it names.
    """

    __slots__ = ("function", "imported", "nested", "samplers")

    def __init__(self, function: str, samplers: tuple[str, ...], nested: tuple[str, ...]) -> None:
        self.function = function
        self.samplers = samplers
        self.nested = nested
        self.imported: tuple[Place, str] | None = None

    def detail(self) -> str:
        return self.function + (f" with {', '.join(self.samplers)}" if self.samplers else "")


class Augment(Event):
    """Something that changes rows at random, each time they are read; columns of such rows carry it.

    function: the class that changes them.
    """

    __slots__ = ("function",)

    def __init__(self, function: str) -> None:
        self.function = function

    def detail(self) -> str:
        return f"{self.function} changes rows at random"
