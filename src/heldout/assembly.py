"""The vocabulary of putting estimators together, before anything is fitted."""

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
