"""What a program defines and nobody calls: run with unknown arguments."""

from heldout.reading.functions import call_function, followed
from heldout.reading.objects import Managed
from heldout.reading.reader import Reader
from heldout.reading.values import (
    Function,
    Instance,
    Value,
)


def exposed(reader: Reader, function: Function) -> None:
    """Run a function that nobody calls, with unknown arguments; a method gets an object of its class."""
    positional: tuple[Value, ...] = ()
    if function.owner is not None and "static" not in function.traits:
        instance = _object_of(reader, function)
        positional = (instance.kind if "class" in function.traits else instance,)
    found = call_function(reader, function, positional, {}, function.node, open_ended=True)
    if isinstance(found, Managed):
        followed(reader, found.function, found.arguments)


def _object_of(reader: Reader, function: Function) -> Instance:
    owner = function.owner
    assert owner is not None
    instance = reader.objects.get(id(owner))
    if instance is None:
        instance = reader.objects[id(owner)] = Instance(owner)
        start = owner.lookup("__init__")
        if isinstance(start, Function) and start is not function:
            call_function(reader, start, (instance,), {}, start.node, open_ended=True)
    return instance
