"""The program's own classes of networks, one by one: an object is made and asked, and forgotten again."""

import ast
from collections.abc import Iterator

from heldout.events import Event
from heldout.events.calls import Call, Switch
from heldout.events.modules import Held, Module
from heldout.finding import Place
from heldout.libraries.torch_modules import WITH_WEIGHTS
from heldout.reading import estimators, told
from heldout.reading.functions import call_function
from heldout.reading.objects import Parent
from heldout.reading.reader import Reader
from heldout.reading.values import (
    FALSE,
    Class,
    Function,
    Instance,
    Learner,
    Library,
    Listing,
    Mapping,
    Value,
)

_ROOTS = ("torch.nn.", "lightning.", "pytorch_lightning.", "transformers.")
_BASES = frozenset({"Module", "LightningModule", "Sequential", "PreTrainedModel"})
#: Methods by which a class tells torch of what it keeps in its own way.
_TELLS = frozenset(
    "parameters named_parameters children named_children modules named_modules state_dict _apply __setattr__".split()
)
#: Calls that make something a part of a module, or say that it is to be left as it is.
_TAKES = frozenset("append extend insert add_module register_module register_parameter register_buffer".split())
_LEAVES = frozenset({"eval", "requires_grad_"})
_DEEPEST = 5
_MOST_EVENTS = 30_000


def describe(reader: Reader) -> None:
    """Tell of each class of networks that the program itself defines."""
    seen: set[int] = set()
    for function in tuple(reader.functions):
        kind = function.owner
        if kind is None or id(kind.node) in seen:
            continue
        seen.add(id(kind.node))
        if not reader.exhausted and len(reader.trace.events) < _MOST_EVENTS and _is_module(kind):
            event = _described(reader, kind)
            reader.emit(event, kind.node)


def _is_module(kind: Class) -> bool:
    return any(base.startswith(_ROOTS) and base.rpartition(".")[2] in _BASES for base in kind.library_bases())


def _described(reader: Reader, kind: Class) -> Module:
    """What is told of one class, by making an object of it of unknown arguments, and asking it in evaluation mode."""
    event = Module(kind.node.name)
    functions, first = len(reader.functions), len(reader.trace.events)
    reader.store.begin()
    instance = Instance(kind)
    estimators.of_instance(reader, instance)
    start, forward = kind.lookup("__init__"), kind.lookup("forward")
    if isinstance(start, Function):
        call_function(reader, start, (instance,), {}, start.node, open_ended=True)
        if start.owner is kind:
            _note_parts(reader, event, instance, reader.trace.events[first:])
            event.start = reader.place(_first_statement(start.node))
    if isinstance(forward, Function) and forward.owner is kind:
        asked = len(reader.trace.events)
        reader.store.bind(instance.fields, "training", FALSE)
        call_function(reader, forward, (instance,), {}, forward.node, open_ended=True)
        found = [one for one in reader.trace.events[asked:] if isinstance(one, Call) and one.root == "torch"]
        event.evaluated = tuple(found)
    reader.store.undo()
    del reader.trace.events[first:]
    del reader.functions[functions:]
    event.library = _name_of_library(reader)
    return event


def _first_statement(node: ast.AST) -> ast.stmt:
    """The first statement of a function that does something."""
    body: list[ast.stmt] = node.body  # type: ignore[attr-defined]
    documented = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant) and len(body) > 1
    return body[1] if documented else body[0]


def _name_of_library(reader: Reader) -> str:
    for name, value in reader.module.names.items():
        if isinstance(value, Library) and value.qualified == "torch.nn":
            return name
    torch = reader.module.names.get("torch")
    return "torch.nn" if isinstance(torch, Library) and torch.qualified == "torch" else ""


def _note_parts(reader: Reader, event: Module, instance: Instance, events: list[Event]) -> None:
    """What the events of ``__init__`` show: which parts are kept, where, and whether the base was ready for them."""
    kind, own = instance.kind, told.identity(instance)
    written: dict[str, Place] = {}
    begun = False
    known = all(isinstance(base, Library | Class) for one in kind.lineage for base in one.bases)
    early: list[tuple[str, Place]] = []
    for one in events:
        if isinstance(one, Call) and one.short == "__init__":
            begun = begun or one.receiver is own or any(given.thing is own for given in one.arguments.values())
        elif isinstance(one, Switch) and one.holder is own:
            written[one.setting] = one.place
            if not begun and _is_part(instance.fields.get(one.setting)):
                early.append((one.setting, one.place))
    event.initialised = True if begun else False if known else None
    event.early = tuple(early) if known or begun else ()
    if not begun or not _TELLS.isdisjoint(kind.fields):
        return
    taken = _taken(instance, own, events)
    values, used = _written_in(reader, kind)
    held: list[Held] = []
    for name, place in written.items():
        found = _unseen(reader, instance.fields.get(name), taken) or _tensor(name, place, instance, values, events)
        if found is not None and name not in taken:
            held.append(Held(name, *found, place, values.get((place.line, place.column)), name in used))
    event.held = tuple(held)


def _is_part(value: Value | None) -> bool:
    return isinstance(value, Learner | Instance) and _has_weights(value)


def _written_in(reader: Reader, kind: Class) -> tuple[dict[tuple[int, int], Place], set[str]]:
    """The expressions that attributes get, by the place of the attribute, and the attributes that methods read."""
    values: dict[tuple[int, int], Place] = {}
    used: set[str] = set()
    for statement in kind.node.body:
        if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node in ast.walk(statement):
            if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Attribute):
                where = reader.place(node.targets[0])
                values[where.line, where.column] = reader.place(node.value)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and statement.name != "__init__":
                used.add(node.attr)
    return values, used


def _unseen(reader: Reader, value: Value | None, taken: set[object]) -> tuple[str, tuple[Call, ...]] | None:
    """What a plain container keeps, if that has weights, was made here, and is nowhere else: its kind, and the calls."""
    if isinstance(value, Listing) and value.kind in ("list", "tuple"):
        word, items = value.kind, value.items
    elif isinstance(value, Mapping):
        word, items = "dict", tuple(value.items.values()) + ((value.rest,) if value.rest is not None else ())
    else:
        return None
    if not items or not all(_is_part(item) and told.identity(item) not in taken for item in items):
        return None
    return word, tuple(reader.makers[item.serial] for item in items if item.serial in reader.makers)


def _tensor(
    name: str, place: Place, instance: Instance, values: dict[tuple[int, int], Place], events: list[Event]
) -> tuple[str, tuple[Call, ...]] | None:
    """A tensor that asks for gradients and is no parameter: the calls that made it."""
    value = values.get((place.line, place.column))
    if value is None or isinstance(instance.fields.get(name), Learner | Instance | Listing | Mapping):
        return None
    for one in events:
        if not isinstance(one, Call):
            continue
        made = one.root == "torch" and _within(one.place, value)
        if made and one.value("requires_grad") is True and one.short != "Parameter":
            return "tensor", (one,)
    return None


def _within(inner: Place, outer: Place) -> bool:
    return (
        inner.path == outer.path
        and (outer.line, outer.column) <= (inner.line, inner.column)
        and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
    )


def _has_weights(value: Value, depth: int = 0) -> bool:
    """Whether something is a layer that learns, or a module that has such layers."""
    if isinstance(value, Learner):
        if value.name in WITH_WEIGHTS:
            return True
        inner = (*(step for _, step, _ in value.steps), *value.arguments.values())
        return value.weights is not None and depth < _DEEPEST and any(_has_weights(part, depth + 1) for part in inner)
    if isinstance(value, Listing) and depth:
        return any(_has_weights(part, depth + 1) for part in value.items)
    if isinstance(value, Instance) and depth < _DEEPEST and _is_module(value.kind):
        return any(_has_weights(part, depth + 1) for part in value.fields.values())
    return False


def _taken(instance: Instance, own: object, events: list[Event]) -> set[object]:
    """What torch sees of what the object keeps, and what is left as it is on purpose; names that are registered too."""
    found: set[object] = set()
    for value in instance.fields.values():
        if not isinstance(value, Listing | Mapping):
            found.update(_seen_through(value))
    for one in events:
        if isinstance(one, Call) and one.short in _TAKES:
            for given in one.arguments.values():
                found.add(given.thing)
                if isinstance(given.value, str):
                    found.add(given.value)
                found.update(_seen_through(given.thing) if isinstance(given.thing, Value) else ())
        elif isinstance(one, Call) and one.short in _LEAVES:
            found.add(one.receiver)
    return found


def _seen_through(value: object, depth: int = 0) -> Iterator[object]:
    if depth > _DEEPEST:
        return
    inner: tuple[Value, ...] = ()
    if isinstance(value, Learner):
        yield value
        inner = (*(step for _, step, _ in value.steps), *value.arguments.values())
    elif isinstance(value, Instance):
        yield told.identity(value)
    elif isinstance(value, Listing):
        inner = value.items
    elif isinstance(value, Mapping):
        inner = tuple(value.items.values())
    elif isinstance(value, Parent):
        yield told.identity(value)
    for part in inner:
        yield from _seen_through(part, depth + 1)
