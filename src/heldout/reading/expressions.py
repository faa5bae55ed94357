"""Expressions: what each evaluates to."""

import ast
import operator
from collections.abc import Callable, Iterator
from typing import Any

from heldout.events import Event
from heldout.reading import arithmetic, attributes, calls, chance, choosing, hashing, shapes, subscripts, unordered
from heldout.reading.assign import to
from heldout.reading.binding import defaults_of
from heldout.reading.facts import learned_by, note_words, text_of
from heldout.reading.joins import joined
from heldout.reading.reader import Reader
from heldout.reading.scopes import Scope, lookup
from heldout.reading.sequences import elements, names_in
from heldout.reading.settings import made_of
from heldout.reading.tables import as_value
from heldout.reading.values import (
    FALSE,
    NO_SCORES,
    NONE,
    TRUE,
    Class,
    Constant,
    Function,
    Instance,
    Learner,
    Listing,
    Mapping,
    Method,
    NameOf,
    Names,
    Scalar,
    Table,
    Value,
)
from heldout.reading.varying import of_loop

_UNARY: dict[type[ast.unaryop], Callable[[Any], Any]] = {
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Not: operator.not_,
    ast.Invert: operator.invert,
}


def evaluate(reader: Reader, node: ast.expr) -> Value:
    """The value of an expression."""
    return _HANDLERS.get(type(node), _anything)(reader, node)


def condition(reader: Reader, node: ast.expr) -> bool | None:
    """Whether a condition holds, None if that is not known."""
    value = evaluate(reader, node)
    return truth(value)


def truth(value: Value) -> bool | None:
    """Whether a value counts as true, None if that is not known."""
    if isinstance(value, Constant):
        return bool(value.value)
    if isinstance(value, Listing) and not value.open:
        return bool(value.items)
    if isinstance(value, Instance):
        return None if any(value.kind.lookup(name) for name in ("__bool__", "__len__")) else True
    return True if isinstance(value, Learner | Function | Method | Class) else None


def _anything(reader: Reader, node: ast.expr) -> Value:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            evaluate(reader, child)
    return Scalar()


def _constant(reader: Reader, node: ast.Constant) -> Value:
    value = node.value
    if value is None:
        return NONE
    if value is True:
        return TRUE
    return FALSE if value is False else Constant(value)


def _name(reader: Reader, node: ast.Name) -> Value:
    return lookup(reader, reader.scope, node.id)


def _attribute(reader: Reader, node: ast.Attribute) -> Value:
    value = evaluate(reader, node.value)
    found = attributes.of(reader, value, node.attr, node)
    if node.attr in ("values", "target") and "torch" in reader.trace.imports:
        shapes.of_attribute(reader, value, node.attr, found, reader.place(node))
    return found


def _subscript(reader: Reader, node: ast.Subscript) -> Value:
    value = evaluate(reader, node.value)
    found = subscripts.of(reader, value, node.slice, node)
    if reader.activations:
        from heldout.reading import activations

        activations.carried_over(reader, value, found)
    return found


def _call(reader: Reader, node: ast.Call) -> Value:
    return calls.call(reader, node)


def _binary(reader: Reader, node: ast.BinOp) -> Value:
    left, right = as_value(evaluate(reader, node.left)), as_value(evaluate(reader, node.right))
    found = arithmetic.binary(reader, left, node.op, right, node)
    if reader.activations and isinstance(node.op, ast.Sub | ast.Div):
        from heldout.reading import activations

        if isinstance(node.op, ast.Div):
            activations.divided(reader, right, node)
        else:
            activations.from_one(reader, left, right, found)
    return found


def _unary(reader: Reader, node: ast.UnaryOp) -> Value:
    value = as_value(evaluate(reader, node.operand))
    if isinstance(value, Constant):
        try:
            return Constant(_UNARY[type(node.op)](value.value))
        except TypeError:
            return Scalar()
    if isinstance(node.op, ast.Not):
        known = truth(value)
        return Scalar(rivals=getattr(value, "rivals", NO_SCORES)) if known is None else Constant(not known)
    return arithmetic.unary(value, node.op)


def _boolean(reader: Reader, node: ast.BoolOp) -> Value:
    decisive = isinstance(node.op, ast.Or)
    result: Value | None = None
    for part in node.values:
        value = evaluate(reader, part)
        known = truth(value)
        if known is decisive:
            return value if result is None else joined(reader, result, value)
        if known is None or part is node.values[-1]:
            result = value if result is None else joined(reader, result, value)
    return result or NONE


def _compare(reader: Reader, node: ast.Compare) -> Value:
    left = as_value(evaluate(reader, node.left))
    result: Value | None = None
    for op, comparator in zip(node.ops, node.comparators, strict=True):
        right = as_value(evaluate(reader, comparator))
        hashing.compared(reader, left)
        value = arithmetic.compare(reader, left, op, right, node)
        result = value if result is None else arithmetic.both(reader, result, value, node)
        left = right
    return result or Scalar()


def _conditional(reader: Reader, node: ast.IfExp) -> Value:
    test = evaluate(reader, node.test)
    decided = truth(test)
    if decided is not None:
        return evaluate(reader, node.body if decided else node.orelse)
    result: Value = joined(reader, evaluate(reader, node.body), evaluate(reader, node.orelse))
    return choosing.by_test(reader, test, result, node.test)


def _sequence(reader: Reader, node: ast.List | ast.Tuple | ast.Set) -> Value:
    items: list[Value] = []
    unbounded = False
    for element in node.elts:
        if isinstance(element, ast.Starred):
            inner = evaluate(reader, element.value)
            values, exact = elements(reader, inner, element)
            if isinstance(inner, Names):
                spelled = names_in(inner)
                exact = spelled is not None
                values = [Constant(name) for name in spelled] if spelled is not None else [inner]
            items += values
            unbounded = unbounded or not exact
        else:
            items.append(evaluate(reader, element))
    kind = {ast.List: "list", ast.Tuple: "tuple", ast.Set: "set"}[type(node)]
    return Listing(tuple(items), kind, open=unbounded)


def _dict(reader: Reader, node: ast.Dict) -> Value:
    items: dict[Any, Value] = {}
    rest: Value | None = None
    for key, part in zip(node.keys, node.values, strict=True):
        value = evaluate(reader, part)
        if key is None:
            if isinstance(value, Mapping):
                items.update(value.items)
            else:
                rest = value
            continue
        name = evaluate(reader, key)
        if isinstance(name, Constant) and name.value.__hash__ is not None:
            items[name.value] = value
        else:
            rest = value
    return Mapping(items, rest)


def _lambda(reader: Reader, node: ast.Lambda) -> Value:
    return Function(node, reader.scope, defaults_of(reader, node.args))


def _joined_text(reader: Reader, node: ast.JoinedStr) -> Value:
    text = ""
    known = True
    said = " ".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    shown: list[Value] = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value)
        elif isinstance(part, ast.FormattedValue):
            value = evaluate(reader, part.value)
            note_words(value, said)
            if reader.chances:
                chance.shown(reader, value)
            shown.append(value)
            known = known and isinstance(value, Constant) and part.format_spec is None
            text += str(value.value) if isinstance(value, Constant) else ""
    if known:
        return Constant(text)
    pieces = (Constant(said), *shown)
    return made_of("text", pieces) or text_of(shown)


def _walrus(reader: Reader, node: ast.NamedExpr) -> Value:
    value = evaluate(reader, node.value)
    to(reader, node.target, value, node.value)
    return value


def _await(reader: Reader, node: ast.Await) -> Value:
    return evaluate(reader, node.value)


def _yield(reader: Reader, node: ast.Yield | ast.YieldFrom) -> Value:
    value = as_value(evaluate(reader, node.value)) if node.value is not None else NONE
    if not reader.running:
        return Scalar()
    running = reader.running[-1]
    if running.around is not None:
        running.around(value)
    elif isinstance(node, ast.Yield):
        running.give(reader, (value,))
    else:
        values, exact = elements(reader, value, node)
        running.give(reader, values, exact=exact)
    return Scalar()


def _starred(reader: Reader, node: ast.Starred) -> Value:
    return evaluate(reader, node.value)


def _comprehension(reader: Reader, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> Value:
    names = _filtered_names(reader, node)
    if names is not None:
        return names
    kind = "set" if isinstance(node, ast.SetComp) else "list"
    found: list[Value] = []
    judged: list[Value] = []
    exact = _generate(reader, node.generators, lambda: found.append(evaluate(reader, node.elt)), judged)
    if found and all(isinstance(value, NameOf) for value in found):
        names = found[0]
        assert isinstance(names, NameOf)
        columns = names.names.columns.some() if judged else names.names.columns
        return Names(names.names.table, columns, names.names.learned | learned_by(Listing(tuple(judged))))
    learned = learned_by(Listing(tuple(judged)))
    if learned:  # ``[i for i, score in enumerate(scores) if score > least]``: which are left was learned
        found = [_kept_by(value, learned) for value in found]
    return unordered.gone_through(reader, Listing(tuple(found), kind, open=not exact), kind, node)


def _kept_by(value: Value, learned: frozenset[Event]) -> Value:
    """A number that a learned condition left."""
    return Scalar(learned=value.learned | learned, choices=value.choices) if type(value) is Scalar else value


def _dict_comprehension(reader: Reader, node: ast.DictComp) -> Value:
    made = Mapping()

    def add() -> None:
        key, value = evaluate(reader, node.key), evaluate(reader, node.value)
        if isinstance(key, Constant) and key.value.__hash__ is not None:
            made.items[key.value] = value
        else:
            made.rest = value

    _generate(reader, node.generators, add, [])
    unordered.mapped(reader, node)
    return made


def _generate(
    reader: Reader, generators: list[ast.comprehension], produce: Callable[[], object], judged: list[Value]
) -> bool:
    """Run the loops of a comprehension in a scope of their own; the result says whether every turn was seen.

    judged: is given the values of conditions that are not decided.
    """
    if not generators:
        produce()
        return True
    first, *others = generators
    source = evaluate(reader, first.iter)
    values, exact = elements(reader, source, first.iter)
    outer = reader.scope
    reader.scope = Scope(outer, outer.title)
    symbolic = not exact
    reader.loops += symbolic
    reader.turns += 1
    running = len(reader.varying)
    reader.varying += of_loop(first.target, values)
    try:
        for value in values:
            reader.spend(first.target)
            if reader.exhausted and value is not values[0]:
                exact = False
                break
            to(reader, first.target, value, None)
            tests = [evaluate(reader, test) for test in first.ifs]
            decided = [truth(test) for test in tests]
            if False in decided:
                continue
            judged += [test for test, known in zip(tests, decided, strict=True) if known is None]
            exact = _generate(reader, others, produce, judged) and exact and None not in decided
    finally:
        reader.scope = outer
        reader.loops -= symbolic
        reader.turns -= 1
        del reader.varying[running:]
    reader.iterated = reader.unordered.get(source.serial) if reader.unordered else None
    return exact


def _filtered_names(reader: Reader, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> Value | None:
    """``[c for c in df.columns if c not in (...)]``: the columns that the conditions leave."""
    first = node.generators[0]
    if len(node.generators) != 1 or not isinstance(first.target, ast.Name) or not isinstance(node.elt, ast.Name):
        return None
    if node.elt.id != first.target.id:
        return None
    source = evaluate(reader, first.iter)
    if isinstance(source, Table) and source.kind == "frame":
        source = Names(source, source.columns)
    if not isinstance(source, Names):
        return None
    columns, learned = source.columns, source.learned
    for test in _parts_of(first.ifs):
        dropped = _names_left_out(reader, test, first.target.id)
        if dropped is not None:
            columns = columns.without(dropped)
        else:
            columns = columns.some()
            learned = learned | _judged_by(reader, test, first.target.id, source)
    return Names(source.table, columns, learned)


def _parts_of(tests: list[ast.expr]) -> Iterator[ast.expr]:
    """The conditions that all have to hold."""
    for test in tests:
        if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
            yield from _parts_of(test.values)
        else:
            yield test


def _judged_by(reader: Reader, test: ast.expr, variable: str, names: Names) -> frozenset[Event]:
    """What a condition on a column's name has learned from rows, for instance an importance that it looks up."""
    outer = reader.scope
    reader.scope = Scope(outer, outer.title)
    reader.scope.names[variable] = NameOf(names)
    try:
        return learned_by(evaluate(reader, test))
    finally:
        reader.scope = outer


def _names_left_out(reader: Reader, test: ast.expr, variable: str) -> list[Any] | None:
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return None
    if not isinstance(test.left, ast.Name) or test.left.id != variable:
        return None
    if not isinstance(test.ops[0], ast.NotIn | ast.NotEq):
        return None
    return names_in(evaluate(reader, test.comparators[0]))


def _slice(reader: Reader, node: ast.Slice) -> Value:
    return _anything(reader, node)


_HANDLERS: dict[type[ast.expr], Callable[..., Value]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Subscript: _subscript,
    ast.Call: _call,
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.BoolOp: _boolean,
    ast.Compare: _compare,
    ast.IfExp: _conditional,
    ast.List: _sequence,
    ast.Tuple: _sequence,
    ast.Set: _sequence,
    ast.Dict: _dict,
    ast.Lambda: _lambda,
    ast.JoinedStr: _joined_text,
    ast.NamedExpr: _walrus,
    ast.Await: _await,
    ast.Yield: _yield,
    ast.YieldFrom: _yield,
    ast.Starred: _starred,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.DictComp: _dict_comprehension,
    ast.Slice: _slice,
}
