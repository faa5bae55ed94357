"""The vocabulary of the order of rows: they are put into another one, left out, shuffled, gone through."""

from collections.abc import Hashable

from heldout.events import Data, Event
from heldout.events.calls import Call
from heldout.finding import Place
from heldout.rows import Rows


class Reorder(Event):
    """Rows are put into another order.

    function: the call; whole: the rows as they were; order: identity of the new order, the same for two orders that put
    as many rows in the same way; drawn: the order is drawn at random.
    """

    __slots__ = ("drawn", "function", "order", "whole")

    def __init__(self, function: str, whole: Data, order: Hashable, *, drawn: bool = False) -> None:
        self.function = function
        self.whole = whole
        self.order = order
        self.drawn = drawn

    def detail(self) -> str:
        return f"{self.function} of {self.whole}"


class Accident(Event):
    """An order that nobody fixed, of a set or of the files in a folder, decides something.

    source: ``set``, or the call that lists files; made: where that stands.  decides: ``numbers`` of the elements, or the
    ``split`` they go to; function: by what.
    """

    __slots__ = ("decides", "function", "made", "source")

    def __init__(self, source: str, made: Place, decides: str, function: str) -> None:
        self.source = source
        self.made = made
        self.decides = decides
        self.function = function

    def detail(self) -> str:
        return f"of {self.source} decides {self.decides} by {self.function}"


class Omission(Event):
    """A call leaves some rows of a table out: those with gaps, doubles, those that a condition does not hold for.

    function: the call; whole: the rows as they were; kept: those that stay.
    """

    __slots__ = ("function", "kept", "whole")

    def __init__(self, function: str, whole: Data, kept: Rows) -> None:
        self.function = function
        self.whole = whole
        self.kept = kept

    def detail(self) -> str:
        return f"{self.function} of {self.whole}"


class Shuffling(Event):
    """Something comes into being that gives its rows in a new order at each pass.

    function: the call; whole: the rows as they were; order: what its rows are marked with as long as no pass is made;
    given: where the argument stands that asks for it, None if that is the default; last_argument: where the last argument
    of the call stands, None of calls that no argument keeps from it; seeded: the orders are drawn with a seed of its own.
    """

    __slots__ = ("function", "given", "last_argument", "order", "seeded", "whole")

    def __init__(self, function: str, whole: Data, order: Hashable) -> None:
        self.function = function
        self.whole = whole
        self.order = order
        self.given: Place | None = None
        self.last_argument: Place | None = None
        self.seeded = False

    def detail(self) -> str:
        return f"{self.function} of {self.whole}"


class InOrder(Event):
    """Something comes into being that gives its rows in the order in which they lie, at each pass.

    function: the call; whole: the rows; given: where the argument stands that asks for it, None if that is the default;
    last_argument: where the last argument of the call stands.
    """

    __slots__ = ("function", "given", "last_argument", "whole")

    def __init__(self, function: str, whole: Data, given: Place | None, last_argument: Place | None) -> None:
        self.function = function
        self.whole = whole
        self.given = given
        self.last_argument = last_argument

    def detail(self) -> str:
        return f"{self.function} of {self.whole}"


class Pass(Event):
    """Rows are gone through once, in an order that no other pass has; whole: the rows before; order: that order."""

    __slots__ = ("order", "whole")

    def __init__(self, whole: Data, order: Hashable) -> None:
        self.whole = whole
        self.order = order

    def detail(self) -> str:
        return f"over {self.whole}"


class Stage(Call):
    """A method of a data set of tf.data is called: one stage of the way that its rows go.

    before: the calls that the data set comes from, the first one first, as far as they are seen.  random: what it maps
    its rows by draws at random.
    """

    __slots__ = ("before", "random")
    before: tuple[Call, ...]
    random: bool
