"""The vocabulary of what is asked of libraries: calls with their arguments, and settings that are switched."""

from collections.abc import Hashable
from typing import Any, Final, NamedTuple

from heldout.events import Event
from heldout.finding import Place


class Unknown:
    """The type of `UNKNOWN`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "?"


UNKNOWN: Final = Unknown()
"""The value of an argument that the program does not show."""


class Argument(NamedTuple):
    """What a call is given under one name.

    value: the literal, with lists and tuples of literals as tuples; `UNKNOWN` for anything else.  thing: identity of the
    object that is given, the one that `Call.gives`, `Call.receiver` and learners of other events name.  made: the calls
    that made it, or the members of the list that it is.  place: where it is written, None of one that comes by ``**``.
    """

    value: Any
    thing: Hashable
    made: "tuple[Call, ...]"
    place: Place | None


class Call(Event):
    """A class or function of a library is called, or a method of an object of one.

    function: its qualified name (``torch.optim.adam.Adam`` as the program imports it); of a method that of the class and
    the method (``torch.optim.Adam.step``).  receiver: identity of the object whose method it is, None for a function;
    written: that object in the program's words.  arguments: by the name of the parameter, by the number in the call where
    no table names it (``"0"``).  complete: nothing comes by ``*`` or ``**`` that is not in `arguments`.  gives: identity
    of what it gives, None of something that has none.  last_argument: where the argument that is written last stands; attribute: where the last word of the
    name does, None of a name without a dot.
    """

    __slots__ = ("arguments", "attribute", "complete", "function", "gives", "last_argument", "receiver", "written")

    def __init__(
        self, function: str, arguments: dict[str, Argument], *, receiver: Hashable = None, written: str = ""
    ) -> None:
        self.function = function
        self.arguments = arguments
        self.receiver = receiver
        self.written = written
        self.complete = True
        self.gives: Hashable = None
        self.last_argument: Place | None = None
        self.attribute: Place | None = None

    @property
    def root(self) -> str:
        """The library that it belongs to."""
        return self.function.partition(".")[0]

    @property
    def short(self) -> str:
        """The last word of its name."""
        return self.function.rpartition(".")[2]

    @property
    def owner(self) -> str:
        """The word before the last, for a method the name of the class."""
        return self.function.rpartition(".")[0].rpartition(".")[2]

    def given(self, *names: str) -> Argument | None:
        """The argument of the first of these names that is written, None if none is."""
        return next((self.arguments[name] for name in names if name in self.arguments), None)

    def value(self, *names: str, default: Any = None) -> Any:
        """The literal of the first of these arguments that is written, `UNKNOWN` if the program does not show it.

        default: what counts if none is written; of a call that may be given more, that is not known either.
        """
        found = self.given(*names)
        if found is not None:
            return found.value
        return default if self.complete else UNKNOWN

    def members(self, *names: str) -> "tuple[Call, ...]":
        """The calls that made what an argument holds: the callbacks of a fit, one by one."""
        found = self.given(*names)
        return found.made if found is not None else ()

    def detail(self) -> str:
        told = ", ".join(f"{name}={argument.value!r}" for name, argument in self.arguments.items())
        return f"{self.function}({told}{'' if self.complete else ', ...'})"


class Switch(Event):
    """A setting is written: of a library, of the environment, or of an object of a library.

    setting: its dotted name (``torch.backends.cudnn.benchmark``, ``os.environ.PYTHONHASHSEED``) or, of an object, the
    attribute alone (``requires_grad``).  holder: identity of that object, None for a library's; of a layer that may be
    any of a network ``("part of", network)``.  written: it in the program's words.  value: the literal, or `UNKNOWN`;
    made: the calls that made it, as of an `Argument`.
    """

    __slots__ = ("holder", "made", "setting", "value", "written")

    def __init__(self, setting: str, value: Any, holder: Hashable = None, written: str = "") -> None:
        self.made: tuple[Call, ...] = ()
        self.setting = setting
        self.value = value
        self.holder = holder
        self.written = written

    def detail(self) -> str:
        return f"{self.written + '.' if self.written else ''}{self.setting} = {self.value!r}"


__all__ = ["UNKNOWN", "Argument", "Call", "Switch", "Unknown"]
