"""What a program keeps of its runs: told when something goes to a tracker, to the logger of a trainer, or to a file."""

import ast

from heldout.events.records import Log
from heldout.libraries.recording import (
    BY_ITSELF,
    DISTINCTIVE,
    FILE_METHODS,
    KEEPS,
    LOGGERS,
    RUNS,
    SUMMARIES,
    TRACKERS,
    WRITES,
    WRITING,
)
from heldout.reading import leaving
from heldout.reading.call import Call
from heldout.reading.facts import scores_in
from heldout.reading.reader import Reader
from heldout.reading.values import Constant, Instance, Learner, Library, Listing, Mapping, Scalar, Table, Thing, Value

_FILE = "file"
_MOST_NAMES = 16
_OF_NEPTUNE = frozenset({"append", "extend", "log", "assign", "upload"})


def asked(made: Call) -> None:
    """A function of a library is called, or an object of one made."""
    name, short = made.name, made.short
    root = name.partition(".")[0]
    if name in WRITES:
        _tell(made, name, _FILE, _figures(made))
        if not name.startswith("numpy."):
            leaving.saved(made, short, made.values)
    elif short == "savefig":
        _tell(made, name, _FILE, ("figures",))
    elif short in LOGGERS:
        _tell(made, name, _tracker(name), ("metrics",), automatic=True)
    elif name in RUNS or (short == "SummaryWriter" and root in ("torch", "tensorboardX")):
        _tell(made, name, _tracker(name), RUNS.get(name, ("run",)))
    elif root in TRACKERS:
        if short in BY_ITSELF:
            _tell(made, name, root, BY_ITSELF[short], automatic=True)
        elif short in KEEPS:
            _tell(made, name, root, KEEPS[short])
    elif short in SUMMARIES and ".summary." in name:
        _tell(made, name, "tensorboard", KEEPS[short])


def method(made: Call, receiver: Value, name: str) -> None:
    """A method of a value is called."""
    if name in WRITING:
        figures = scores_in(receiver) or scores_in(Listing(made.values))
        _tell(made, name, _FILE, ("metrics",) if figures else (), receiver)
        return
    if isinstance(receiver, Thing):
        _of_thing(made, receiver, name)
    elif name in DISTINCTIVE and not isinstance(receiver, Learner | Instance | Constant | Mapping | Listing):
        kinds = KEEPS.get(name, ())
        _tell(made, name, _FILE if name.startswith("write") else "", kinds or _figures(made))
    elif name in _OF_NEPTUNE and _is_neptune(made.reader, made.node.func):
        _tell(made, f"neptune.{name}", "neptune", ("metrics",))
    elif name == "write_text" and isinstance(receiver, Scalar | Table):
        _tell(made, name, _FILE, _figures(made))


def _of_thing(made: Call, receiver: Thing, name: str) -> None:
    root = receiver.name.partition(".")[0]
    if receiver.name == "open":
        if name in FILE_METHODS:
            _tell(made, f"file.{name}", _FILE, _figures(made))
    elif name in KEEPS and (root in TRACKERS or name in DISTINCTIVE):
        _tell(made, f"{receiver.name}.{name}", _tracker(receiver.name), KEEPS[name])
    elif name == "savefig":
        _tell(made, name, _FILE, ("figures",))


def _figures(made: Call) -> tuple[str, ...]:
    return ("metrics",) if scores_in(Listing(made.values)) else ()


def shown(made: Call) -> None:
    """``print(..., file=f)``: what is shown goes to a file."""
    target = made.keywords.get("file")
    if isinstance(target, Thing) and target.name == "open":
        _tell(made, "print", _FILE, _figures(made))


def by_trainer(made: Call, trainer: Thing) -> None:
    """A trainer keeps the figures of its training by itself."""
    _tell(made, trainer.name, "trainer", ("metrics",), automatic=True)


def put(reader: Reader, target: ast.Subscript, owner: Value, value: Value) -> None:
    """``run["accuracy"] = figure``: kept by a tracker whose runs are written like mappings."""
    name = owner.name if isinstance(owner, Thing) else owner.qualified if isinstance(owner, Library) else ""
    if name.partition(".")[0] in TRACKERS:
        event = Log(name, _tracker(name), ("metrics",) if scores_in(value) else ())
        event.scores = tuple(scores_in(value))
        reader.emit(event, target)


def _is_neptune(reader: Reader, function: ast.expr) -> bool:
    """Whether a method is one of a field of a Neptune run: ``run["accuracy"].append``."""
    if "neptune" not in reader.trace.imports or not isinstance(function, ast.Attribute):
        return False
    field = function.value
    if not isinstance(field, ast.Subscript) or not isinstance(field.value, ast.Name | ast.Attribute):
        return False
    run = reader.evaluate(field.value)
    return isinstance(run, Thing) and run.name.startswith("neptune.")


def _tracker(name: str) -> str:
    root = name.partition(".")[0]
    if root in ("torch", "tensorflow", "keras", "tensorboardX"):
        return _FILE if name.endswith("CSVLogger") else "tensorboard"
    return root


def _tell(
    made: Call,
    function: str,
    tracker: str,
    what: tuple[str, ...],
    receiver: Value | None = None,
    *,
    automatic: bool = False,
) -> None:
    values = made.values if receiver is None else (receiver, *made.values)
    event = Log(function, tracker, what, names=_names(made.values), automatic=automatic)
    event.scores = tuple(sorted(scores_in(Listing(values)), key=lambda score: score.index))
    event.learners = tuple(learner for value in values for learner in leaving.learners_in(made.reader, value))
    made.reader.emit(event, made.node)


def _names(values: tuple[Value, ...]) -> tuple[str, ...]:
    """The names that a call spells out: the keys of a mapping, or a text."""
    found: list[str] = []
    for value in values:
        if isinstance(value, Mapping):
            found += [str(key) for key in value.items if isinstance(key, str)]
        elif isinstance(value, Constant) and isinstance(value.value, str):
            found.append(value.value)
    return tuple(found[:_MOST_NAMES])
