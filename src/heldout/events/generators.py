"""The vocabulary of random numbers: generators are seeded, and drawn from."""

from heldout.events import Event
from heldout.finding import Place


class Seed(Event):
    """A generator is seeded; generators: ``python``, ``numpy``, ``torch``, ``tensorflow``; function: the call.

    source: empty for a number of the program's; ``system`` if none is given, so that the system makes one up; else the
    function that gives another number in each run.  written_down: the run shows or keeps that number.
    given_none, last_argument: as for a `Draw`.
    """

    __slots__ = ("function", "generators", "given_none", "last_argument", "source", "written_down")

    def __init__(self, function: str, generators: tuple[str, ...], source: str = "") -> None:
        self.function = function
        self.generators = generators
        self.source = source
        self.written_down = False
        self.given_none: Place | None = None
        self.last_argument: Place | None = None

    def detail(self) -> str:
        whence = f" from {self.source}" if self.source else ""
        return f"{self.function} seeds {', '.join(self.generators) or 'a generator'}{whence}"


class Draw(Event):
    """Random numbers are drawn without a seed of their own.

    generator: the library whose global generator is drawn from; argument: the parameter that would fix the draw, empty
    for a call that has none; function: the call, as written in full; last_argument: where the last argument stands;
    given_none: where the argument stands as a written ``None``; rows_from_elsewhere: it draws for rows that the text does
    not make, so that what came before it, a seed perhaps, is not seen.  weights: the first weights of a layer are drawn.
    """

    __slots__ = ("argument", "function", "generator", "given_none", "last_argument", "rows_from_elsewhere", "weights")

    def __init__(self, function: str, generator: str, argument: str = "", last_argument: Place | None = None) -> None:
        self.function = function
        self.generator = generator
        self.argument = argument
        self.last_argument = last_argument
        self.given_none: Place | None = None
        self.rows_from_elsewhere = False
        self.weights = False

    def detail(self) -> str:
        return f"{self.function} from the global generator of {self.generator}"
