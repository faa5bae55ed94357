"""Calls: who is called, with what, and which handler carries it out."""

import ast
from collections.abc import Callable
from typing import Any

from heldout import libraries
from heldout.libraries import ROOTS
from heldout.libraries.standard import MEANINGS, PARSERS
from heldout.reading import (
    builtin,
    callbacks,
    chance,
    classes,
    draws,
    effects,
    estimators,
    fastai,
    functions,
    layers,
    learners,
    lightning,
    loops,
    meters,
    methods,
    networks,
    own_estimators,
    polars,
    recording,
    roles,
    settings,
    standard,
    told,
    torch_data,
    trainers,
    unordered,
)
from heldout.reading.arithmetic import key_of
from heldout.reading.call import Call, carried, unknown
from heldout.reading.facts import mark_reported
from heldout.reading.joins import joined
from heldout.reading.objects import Alternatives, Parent
from heldout.reading.reader import Reader
from heldout.reading.sequences import elements
from heldout.reading.settings import Setting
from heldout.reading.tables import as_value
from heldout.reading.values import (
    NONE,
    Bound,
    Class,
    Function,
    Instance,
    Learner,
    Library,
    Listing,
    Mapping,
    Method,
    Partial,
    Scalar,
    Splitter,
    Table,
    Thing,
    Value,
)

#: Modules of the standard library whose functions give no rows.
_ROWLESS = frozenset(
    "os sys re json math time datetime glob pathlib logging string argparse warnings collections itertools shutil".split()
)


#: Methods of decorated functions that call them.
_CALLS_IT = frozenset({"remote", "delay", "submit", "apply_async", "main", "fn", "py_func", "__wrapped__", "__call__"})

#: Libraries that only look at the networks that they are handed.
_LOOK = frozenset({"torchsummary", "torchinfo", "thop", "ptflops", "fvcore", "wandb", "torchviz", "netron", "tqdm"})
#: Libraries that draw: a figure in the legend of a picture is no claim by itself.
_PICTURES = frozenset({"matplotlib", "seaborn", "plotly", "pylab"})


def call(reader: Reader, node: ast.Call) -> Value:
    """The value of a call."""
    callee = reader.evaluate(node.func)
    made = Call(reader, node)
    outer = reader.looked_into
    reader.looked_into = polars.frame_of(reader, callee) or outer
    _arguments(reader, node, made)
    reader.looked_into = outer
    if reader.chances:
        chance.handed_on(callee, made)
    found = dispatch(callee, made)
    return unordered.called(callee, made, found) if unordered.concerns(reader, callee) else found


def _arguments(reader: Reader, node: ast.Call, made: Call) -> None:
    positional: list[Value] = []
    nodes: list[ast.expr] = []
    for argument in node.args:
        if isinstance(argument, ast.Starred):
            value = reader.evaluate(argument.value)
            if isinstance(value, Listing) and (not value.open or value.kind == "arguments"):
                positional += value.items
                nodes += [argument.value] * len(value.items)
                made.open_ended = made.open_ended or value.open
            else:
                positional.append(value)
                nodes.append(argument.value)
                made.open_ended = True
            continue
        positional.append(reader.evaluate(argument) if _callable(argument) else as_value(reader.evaluate(argument)))
        nodes.append(argument)
    for keyword in node.keywords:
        value = reader.evaluate(keyword.value)
        if keyword.arg is not None:
            made.keywords[keyword.arg] = value
            continue
        if isinstance(value, Mapping):
            made.keywords.update({name: item for name, item in value.items.items() if isinstance(name, str)})
        if not isinstance(value, Mapping) or value.rest is not None:
            made.open_ended = True
            made.keywords.setdefault("**", value)
    made.positional = tuple(positional)
    made.nodes = tuple(nodes)


def _callable(node: ast.expr) -> bool:
    """Whether an argument is most likely a function handed on (``df.apply(np.log)``): keep it as it is."""
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in ("np", "numpy", "pd", "self")
    )


def dispatch(callee: Value, made: Call) -> Value:
    """Carry out a call to a value; what the project's configuration says of it comes first."""
    if made.reader.roles:
        name = roles.name_of(callee)
        role = made.reader.roles.role(name) if name else ""
        if role:
            return roles.carry_out(made, callee, role, name, lambda: _dispatch(callee, made))
    return _dispatch(callee, made)


def _dispatch(callee: Value, made: Call) -> Value:
    handler = _CALLEES.get(type(callee))
    found = handler(callee, made) if handler is not None else _unseen(made, made.values)
    if not made.reader.differentiates:
        return found
    from heldout.reading import activations

    return activations.noted(callee, made, found)


def _unseen(made: Call, handed: tuple[Value, ...]) -> Value:
    """A call of code that is not seen, which may do anything with the networks that it is handed."""
    networks.touched(made.reader, handed)
    return unknown(made.reader, made.values, made.node)


def _function(function: Function, made: Call) -> Value:
    before = loops.decorated(made.reader, function)
    found = functions.call_function(
        made.reader, function, made.positional, made.keywords, made.node, open_ended=made.open_ended
    )
    if before is not None:
        loops.left(made.reader, before)
    return found


def _method(callee: Method, made: Call) -> Value:
    if own_estimators.is_followed(callee):
        return own_estimators.called(made, callee, lambda: _bound_method(callee, made))
    return _bound_method(callee, made)


def _bound_method(callee: Method, made: Call) -> Value:
    made.positional = (callee.receiver, *made.positional)
    made.nodes = (made.node.func, *made.nodes)
    return _function(callee.function, made)


def _class(kind: Class, made: Call) -> Value:
    instance = classes.instantiate(
        made.reader, kind, made.positional, made.keywords, made.node, open_ended=made.open_ended
    )
    return torch_data.settled(made, instance)


def _partial(callee: Partial, made: Call) -> Value:
    made.positional = callee.positional + made.positional
    made.nodes = (made.node.func,) * len(callee.positional) + made.nodes
    made.keywords = {**callee.keywords, **made.keywords}
    return dispatch(callee.function, made)


def _instance(instance: Instance, made: Call) -> Value:
    called = instance.kind.lookup("__call__")
    if isinstance(called, Function):
        return _method(Method(called, instance), made)
    learner = estimators.of_instance(made.reader, instance)
    if learner is not None:
        found = networks.instance_called(made, instance)
        return found if found is not None else learners.called(made, learner)
    return unknown(made.reader, made.values, made.node)


def _table(table: Table, made: Call) -> Value:
    if table.learner is not None:
        return learners.called(made, table.learner)
    return _unseen(made, made.values)


def _setting(setting: Setting, made: Call) -> Value:
    """A part of a setting that turns out to be one of its methods."""
    if setting.owner is None or not isinstance(setting.part, str):
        return unknown(made.reader, made.values, made.node)
    return settings.method(made, setting.owner, setting.part)


def _alternatives(callee: Alternatives, made: Call) -> Value:
    """Any of several functions is called: each in a world of its own, and what they leave is joined."""
    reader = made.reader
    found: Value | None = None
    left: dict[Any, Any] | None = None
    given = (made.positional, made.nodes, dict(made.keywords))
    for option in callee.options:
        made.positional, made.nodes, made.keywords = given[0], given[1], dict(given[2])
        reader.store.begin()
        value = dispatch(option, made)
        written = reader.store.undo()
        if left is None:
            left = written
        else:
            reader.store.begin()
            reader.store.join(left, written, lambda key, one, two: joined(reader, one, two))
            left = reader.store.undo()
        found = value if found is None else joined(reader, found, value)
    reader.store.redo(left or {})
    return found or Scalar()


#: Objects that are called like functions, by their effect.
_CALLED: dict[str, Callable[[Call, Thing], Value]] = {
    "loss": lambda made, callee: networks.loss(made, callee.arguments),
    "meter": meters.fed,
    "layer": layers.called,
    "cross_entropy": layers.judged,
}


def _thing(callee: Thing, made: Call) -> Value:
    handler = _CALLED.get(callee.entry.effect) if callee.entry is not None else None
    if handler is None:
        return unknown(made.reader, made.values, made.node)
    made.name = callee.name
    return handler(made, callee)


_CALLEES: dict[type, Callable[..., Value]] = {
    Library: lambda callee, made: library(made.reader, callee.qualified, made),
    Bound: lambda callee, made: bound(made.reader, callee, made),
    Function: _function,
    Method: _method,
    Class: _class,
    Partial: _partial,
    Learner: lambda callee, made: layers.noted(made, callee, learners.called(made, callee)),
    Instance: _instance,
    Table: _table,
    Thing: _thing,
    Setting: _setting,
    Alternatives: _alternatives,
    Splitter: fastai.positions,
}


def library(reader: Reader, qualified: str, made: Call) -> Value:
    """A call to a class or function of a library."""
    root, _, rest = qualified.partition(".")
    made.name = qualified
    if qualified in MEANINGS:
        return standard.HANDLERS[MEANINGS[qualified]](made)
    if root == "builtins":
        if rest == "print":
            recording.shown(made)
        return builtin.call(made, rest)
    if rest.endswith(".from_pretrained"):
        return estimators.pretrained(made)
    entry = made.entry = libraries.entry(qualified)
    event = made.told = told.asked(made)
    recording.asked(made)
    if event is not None:
        draws.note_weights(made)
    handler = effects.HANDLERS.get(entry.effect) if entry is not None else _unlisted
    found = handler(made) if handler is not None else unknown(reader, made.values, made.node)
    if event is not None:
        told.gave(reader, event, found)
    return found


def _unlisted(made: Call) -> Value:
    """A library call that no table lists: perhaps a class's method, else unknown."""
    reader = made.reader
    if made.name.startswith("."):
        made.name = made.name.lstrip(".")
    root = made.name.partition(".")[0]
    if "seed" in made.short.lower():
        reader.generators.reseed((made.name, *(key_of(value) for value in made.values)))
    for value in made.values if root not in _PICTURES else ():
        mark_reported(value)
    if root in _PICTURES:
        return Scalar()
    if root in _ROWLESS:
        return settings.made_of(made.name, made.values) or carried(made.values)
    return unknown(reader, made.values, made.node) if root in ROOTS or root in _LOOK else _unseen(made, made.values)


def bound(reader: Reader, callee: Bound, made: Call) -> Value:
    """A method call on a value."""
    receiver = callee.receiver
    made.receiver = receiver
    made.name = callee.name
    if isinstance(receiver, Bound):
        receiver = made.receiver = networks.part_of(reader, receiver) or as_value(receiver)
    made.told = told.method(made, receiver, callee.name)
    if callee.name == "zero_" and "grad" in made.receiver_word.split("."):
        networks.cleared_by_hand(reader, receiver)
    recording.method(made, receiver, callee.name)
    if isinstance(receiver, Instance):
        return _of_instance(made, receiver, callee.name)
    if isinstance(receiver, Parent):
        return _of_parent(made, receiver, callee.name)
    if callbacks.is_own(receiver):
        return _handed_on(made, receiver, callee.name)
    pool = callee.name in standard.POOLED and isinstance(receiver, Scalar | Thing)
    if pool and made.positional and callbacks.is_own(made.positional[0]):
        return standard.pooled(made, callee.name)
    if callee.name in PARSERS and isinstance(receiver, Scalar | Thing):
        return settings.parsed(receiver, callee.name)
    if callee.name == "result" and not made.values and isinstance(receiver, Table | Listing | Mapping):
        return receiver
    return methods.call(made, receiver, callee.name)


def _of_instance(made: Call, receiver: Instance, name: str) -> Value:
    """A method that the class of an object does not define itself."""
    reader = made.reader
    if name in ("fit_transform", "fit_predict"):
        functions.call_method(reader, receiver, "fit", made.positional, made.node)
        found = functions.call_method(reader, receiver, name.removeprefix("fit_"), made.positional[:1], made.node)
        if found is not None:
            return found
    trainer = trainers.of_instance(receiver)
    if trainer is not None:
        return trainers.method(made, trainer, name)
    if name == "load_from_checkpoint":
        return lightning.loaded(made, receiver.kind)
    learner = estimators.of_instance(reader, receiver)
    if learner is not None:
        value = learners.method(made, learner, name)
        return receiver if value is learner else value
    return _unseen(made, (receiver, *made.values))


def _of_parent(made: Call, parent: Parent, name: str) -> Value:
    """``super().name(...)`` where no class of the program has it: the method of the library's class."""
    instance = parent.receiver
    trainer = trainers.of_instance(instance) if isinstance(instance, Instance) else None
    if isinstance(instance, Instance) and trainer is not None:
        if name != "__init__":
            return trainers.method(made, trainer, name)
        for parameter, value in made.named().items():
            made.reader.store.bind(instance.fields, parameter, value)
        return NONE
    learner = estimators.of_instance(made.reader, instance) if isinstance(instance, Instance) else None
    if learner is None:
        return unknown(made.reader, made.values, made.node)
    if name == "__init__":
        learner.arguments.update(made.keywords)
        return NONE
    found = learners.method(made, learner, name)
    return instance if found is learner else found


def _handed_on(made: Call, function: Value, name: str) -> Value:
    """A method that a library gives to functions: ``task.remote(x)``, ``job.delay(x)`` call them."""
    if name in _CALLS_IT:
        return dispatch(function, made)
    if isinstance(function, Class) and name == "load_from_checkpoint":
        return lightning.loaded(made, function)
    if isinstance(function, Class) and name == "_make" and made.positional:
        values, _ = elements(made.reader, made.positional[0], made.node)
        made.positional = tuple(values)
        return dispatch(function, made)
    return unknown(made.reader, made.values, made.node)
