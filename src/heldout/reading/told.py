"""What is told of calls to libraries and of the settings they have, for rules that ask how something was asked for."""

import ast
from collections.abc import Hashable
from typing import Any, Final

from heldout.events import calls
from heldout.events.calls import UNKNOWN, Argument, Switch
from heldout.finding import Place
from heldout.libraries import ROOTS
from heldout.libraries.signatures import METHODS, NETWORK_METHODS
from heldout.reading.call import Call
from heldout.reading.facts import word_of
from heldout.reading.objects import Parent
from heldout.reading.reader import Reader
from heldout.reading.values import (
    Constant,
    Instance,
    Learner,
    Library,
    Listing,
    Mapping,
    Scalar,
    Splitter,
    Table,
    Thing,
    Value,
)
from heldout.reading.weights import Parameters

#: Libraries whose calls no rule asks about.
_UNTOLD = frozenset({"matplotlib", "seaborn", "plotly", "h5py", "pywt"})
#: Attributes that mean the same on whatever object they are written.
_TELLTALE = frozenset(
    "requires_grad require_grad requires_gradient requires_grads require_grads requires_gard required_grad require_gradient "
    "trainable".split()
)
#: Under which argument a layer that may be any of a network's keeps that network.
PART_OF: Final = "part of"
#: Methods that only objects of one class have, so that whatever is asked for them is one.
_OWNERS = {"set_epoch": "torch.utils.data.DistributedSampler"}
#: Methods of tables that tell how a program deals with gaps.
_OF_TABLES = dict.fromkeys(
    ("fillna", "dropna", "interpolate", "ffill", "bfill", "pad", "notna", "notnull", "replace"), "pandas.DataFrame"
)
_MOST_MEMBERS = 32
_DEEPEST = 3


def asked(made: Call) -> calls.Call | None:
    """Tell that a class or function of a library is called; None of one that nobody asks about."""
    root = made.name.partition(".")[0]
    if root not in ROOTS or root in _UNTOLD:
        return None
    parameters = made.entry.parameters if made.entry is not None else ()
    event = calls.Call(made.name, arguments(made, parameters))
    _tell(made, event)
    return event


def gave(reader: Reader, event: calls.Call, value: Value) -> None:
    """Note what a call gave, so that those who are handed it find the call."""
    event.gives = identity(value)
    handed_back = isinstance(value, Scalar) and any(given.thing is value for given in event.arguments.values())
    if not isinstance(value, Constant) and not handed_back:
        reader.makers.setdefault(value.serial, event)


def method(made: Call, receiver: Value, name: str) -> calls.Call | None:
    """Tell that a method of an object of a library is called; None of any other object."""
    owner = _class_of(receiver) or _OWNERS.get(name) or (isinstance(receiver, Table) and _OF_TABLES.get(name))
    if not owner:
        return None
    event = calls.Call(
        f"{owner}.{name}",
        arguments(made, _parameters(receiver, name)),
        receiver=identity(receiver),
        written=made.receiver_word,
    )
    _tell(made, event)
    return event


def _tell(made: Call, event: calls.Call) -> None:
    event.complete = not made.open_ended
    event.last_argument = made.last_argument
    event.attribute = made.attribute_place
    made.reader.emit(event, made.node)


def _class_of(value: Value) -> str:
    """The library's class that an object is of; for one of the program's classes the first that it descends from."""
    if isinstance(value, Learner | Thing | Splitter):
        return value.name
    if isinstance(value, Table):
        return value.learner.name if value.learner is not None else ""
    if isinstance(value, Parent):
        return _class_of(value.receiver)
    bases = value.kind.library_bases() if isinstance(value, Instance) else []
    return next((base for base in bases if base.partition(".")[0] in ROOTS), "")


def _parameters(receiver: Value, name: str) -> tuple[str, ...]:
    """What the arguments of a method that are written by position are called."""
    if isinstance(receiver, Learner) and receiver.entry.effect == "network" and name in NETWORK_METHODS:
        return NETWORK_METHODS[name]
    return METHODS.get(name, ())


def arguments(made: Call, parameters: tuple[str, ...]) -> dict[str, Argument]:
    """The arguments of a call as rules see them."""
    places: dict[str, Place] = {
        keyword.arg: made.reader.place(keyword.value) for keyword in made.node.keywords if keyword.arg is not None
    }
    found: dict[str, Argument] = {}
    for number, value in enumerate(made.positional):
        name = parameters[number] if number < len(parameters) else str(number)
        node = made.nodes[number] if number < len(made.nodes) else None
        found[name] = argument(made.reader, value, made.reader.place(node) if node is not None else None)
    for name, value in made.keywords.items():
        if name != "**":
            found[name] = argument(made.reader, value, places.get(name))
    return found


def argument(reader: Reader, value: Value, place: Place | None = None) -> Argument:
    """One value as rules see it."""
    return Argument(literal(value), identity(value), tuple(_makers(reader, value)), place)


def literal(value: Value, depth: int = 0) -> Any:
    """The literal that a value is, lists and tuples of literals included; else `UNKNOWN`."""
    if isinstance(value, Constant):
        return value.value
    if isinstance(value, Listing) and not value.open and len(value.items) <= _MOST_MEMBERS and depth < _DEEPEST:
        return tuple(literal(item, depth + 1) for item in value.items)
    return UNKNOWN


def identity(value: Value) -> Hashable:
    """What tells an object from others: the one that events of learners name, where it is a learner."""
    if isinstance(value, Parameters):
        return value.learners
    if isinstance(value, Parent):
        return identity(value.receiver)
    if isinstance(value, Instance | Table) and value.learner is not None:
        return value.learner
    if isinstance(value, Library):
        return value.qualified
    if isinstance(value, Thing) and PART_OF in value.arguments:
        return (PART_OF, identity(value.arguments[PART_OF]))
    return None if isinstance(value, Constant) else value


def _makers(reader: Reader, value: Value, depth: int = 0) -> list[calls.Call]:
    """The calls that made a value, or the members of the list or mapping that it is."""
    made = reader.makers.get(value.serial)
    if made is not None:
        return [made]
    inner: tuple[Value, ...] = ()
    if isinstance(value, Listing):
        inner = value.items
    elif isinstance(value, Mapping):
        inner = tuple(value.items.values())
    if depth >= _DEEPEST:
        return []
    return [call for part in inner[:_MOST_MEMBERS] for call in _makers(reader, part, depth + 1)]


def switched(reader: Reader, target: ast.Attribute, owner: Value, value: Value) -> None:
    """Tell that ``owner.attribute = value`` is written, if the owner is a library or an object of one."""
    if isinstance(owner, Library):
        event = Switch(f"{owner.qualified}.{target.attr}", literal(value))
    elif target.attr in _TELLTALE or _class_of(owner):
        event = Switch(target.attr, literal(value), identity(owner), word_of(target.value))
    else:
        return
    event.made = tuple(_makers(reader, value))
    reader.emit(event, target)


def put(reader: Reader, owner: Value, target: ast.Subscript, value: Value) -> None:
    """Tell that ``os.environ["NAME"] = value`` is written, or the ``group["lr"] = value`` of an optimizer."""
    name = reader.evaluate(target.slice)
    if not isinstance(name, Constant):
        return
    if isinstance(owner, Library) and owner.qualified == "os.environ":
        reader.emit(Switch(f"os.environ.{name.value}", literal(value)), target)
    elif name.value == "lr" and not isinstance(owner, Library):
        reader.emit(Switch("lr", literal(value), written=word_of(target.value)), target)
