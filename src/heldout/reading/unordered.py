"""Sets and listings of folders: which values come in an order that nobody fixed, and what that order decides."""

import ast
from typing import TYPE_CHECKING, NamedTuple

from heldout.events.ordering import Accident
from heldout.finding import Place
from heldout.reading.values import Bound, Constant, Library, Listing, Scalar, Table, Value

if TYPE_CHECKING:
    from heldout.reading.call import Call
    from heldout.reading.reader import Reader

_SETS = frozenset({"builtins.set", "builtins.frozenset"})
_LISTINGS = frozenset({"os.listdir", "os.scandir", "glob.glob", "glob.iglob"})
_METHODS = frozenset({"glob", "rglob", "iterdir"})
#: These give the elements of their arguments in the order in which they come.
_KEEPS = frozenset("list tuple iter reversed map filter zip enumerate tqdm islice chain".split())
_DICTS = frozenset({"builtins.dict", "collections.OrderedDict"})
_SPLITS = frozenset({"train_test_split", "random_split"})
_MOST_MARKS = 10_000


class Mark(NamedTuple):
    """Where the order comes from; numbered: each element has its number in it beside it."""

    source: str
    place: Place
    numbered: bool = False


def concerns(reader: "Reader", callee: Value) -> bool:
    """Whether a call may make such an order, or hand one on."""
    if isinstance(callee, Library):
        return bool(reader.unordered) or callee.qualified in _SETS or callee.qualified in _LISTINGS
    return bool(reader.unordered) or isinstance(callee, Bound) and callee.name in _METHODS


def called(callee: Value, call: "Call", found: Value) -> Value:
    """What a call gives, marked if its order is one that nobody fixed."""
    reader = call.reader
    if isinstance(callee, Bound):
        return _method(call, callee, found)
    if not isinstance(callee, Library):
        return found
    name = callee.qualified
    if name in _SETS:
        return _marked(reader, found, Mark("set", reader.place(call.node))) if _may_vary(call) else found
    if name in _LISTINGS:
        return _marked(reader, found, Mark(name, reader.place(call.node)))
    mark = next((known for value in call.values if (known := reader.unordered.get(value.serial))), None)
    short = name.rpartition(".")[2]
    if mark is None:
        return found
    if short in _SPLITS:
        reader.emit(Accident(mark.source, mark.place, "split", short), call.node)
    elif name in _DICTS and mark.numbered:
        reader.emit(Accident(mark.source, mark.place, "numbers", short), call.node)
    elif short in _KEEPS:
        numbered = mark.numbered or short == "enumerate" or short == "zip" and _counts(call)
        return _marked(reader, found, mark._replace(numbered=numbered))
    elif found.serial in reader.unordered and isinstance(found, Table):
        return found.like()  # as of `sorted`
    return found


def _method(call: "Call", callee: Bound, found: Value) -> Value:
    reader, receiver = call.reader, callee.receiver
    if callee.name == "sort":
        reader.unordered.pop(receiver.serial, None)
    elif callee.name == "index" and (mark := reader.unordered.get(receiver.serial)) is not None:
        reader.emit(Accident(mark.source, mark.place, "numbers", "index"), call.node)
    elif callee.name in _METHODS and isinstance(receiver, Constant | Scalar) and not isinstance(found, Constant):
        return _marked(reader, found, Mark(f"Path.{callee.name}", reader.place(call.node)))
    return found


def _marked(reader: "Reader", value: Value, mark: Mark) -> Value:
    if isinstance(value, Constant) or len(reader.unordered) >= _MOST_MARKS:
        return value
    made = value.like() if isinstance(value, Table) else value
    reader.unordered[made.serial] = mark
    return made


def _may_vary(call: "Call") -> bool:
    """Whether the elements may be texts: the order of whole numbers in a set is the same in each process."""
    given = call.first
    if given is None:
        return False
    if isinstance(given, Listing) and not given.open:
        return not all(isinstance(item, Constant) and not isinstance(item.value, str) for item in given.items)
    return True


def _counts(call: "Call") -> bool:
    """Whether one argument is ``range(...)`` or the like, as it is written."""
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute) and _word(node.func) in _COUNTS
        for node in call.nodes
    )


_COUNTS = frozenset({"range", "count", "arange"})


def _word(node: "ast.Name | ast.Attribute") -> str:
    return node.id if isinstance(node, ast.Name) else node.attr


def gone_through(reader: "Reader", made: Value, kind: str, node: ast.expr) -> Value:
    """What a comprehension gives: in the order of what it went through, or of a set."""
    if kind == "set":
        return _marked(reader, made, Mark("set", reader.place(node)))
    return _marked(reader, made, reader.iterated) if reader.iterated is not None else made


def mapped(reader: "Reader", node: ast.expr) -> None:
    """Tell that a comprehension gives each element its number in such an order."""
    mark = reader.iterated
    if mark is not None and mark.numbered:
        reader.emit(Accident(mark.source, mark.place, "numbers", "enumerate"), node)


def looped(reader: "Reader", node: "ast.For | ast.AsyncFor", source: Value) -> None:
    """Tell that a loop writes the number of each element beside it: ``for i, name in enumerate(names): map[name] = i``."""
    mark = reader.unordered.get(source.serial) if reader.unordered else None
    if mark is None or not mark.numbered:
        return
    names = {part.id for part in ast.walk(node.target) if isinstance(part, ast.Name)}
    for statement in node.body:
        if not isinstance(statement, ast.Assign):
            continue
        target = statement.targets[0]
        if isinstance(target, ast.Subscript) and _named(target.slice) in names and _named(statement.value) in names:
            reader.emit(Accident(mark.source, mark.place, "numbers", "loop"), statement)
            return


def _named(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def sliced(reader: "Reader", value: Value, key: ast.expr, node: ast.expr) -> Value:
    """The value; it is told if rows are parted by their place in such an order: ``files[cut:]``.

    By ``files[:n]`` alone fewer are taken, and by ``files[1:]`` one is left out.
    """
    mark = reader.unordered.get(value.serial) if reader.unordered else None
    if mark is None or not isinstance(key, ast.Slice) or key.step is not None:
        return value
    if key.lower is not None and not isinstance(key.lower, ast.Constant):
        reader.emit(Accident(mark.source, mark.place, "split", "slice"), node)
    return value
