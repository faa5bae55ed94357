"""Statements, in the order in which Python would run them."""

import ast
from collections.abc import Callable, Sequence
from typing import Any

from heldout.events import Score
from heldout.reading import assign, choosing, classes, functions, imports, loops, remainders, unordered
from heldout.reading.decorators import decorated
from heldout.reading.expressions import condition, evaluate, truth
from heldout.reading.facts import mark_reported
from heldout.reading.joins import joined
from heldout.reading.objects import Managed
from heldout.reading.reader import Reader
from heldout.reading.sequences import elements
from heldout.reading.store import Key
from heldout.reading.values import NO_SCORES, NONE, Instance, Scalar, Value
from heldout.reading.varying import NOTHING, of_loop
from heldout.text.magic_calls import statements_of

NORMAL, CONTINUED, LEFT, RETURNED, RAISED = range(5)
_DEEPEST_LOOP = 3


def run(reader: Reader, statements: Sequence[ast.stmt]) -> int:
    """Run a block; the result says how it was left."""
    for number, statement in enumerate(statements):
        reader.spend(statement)
        if isinstance(statement, ast.If) and not statement.orelse and isinstance(statement.body[-1], ast.Continue):
            test = evaluate(reader, statement.test)
            if _compared(test):  # what follows is decided by the figures, too
                return _branched(reader, statement, test, statements[number + 1 :])
            flow = _branched(reader, statement, test, ())
            if flow:
                return flow
            continue
        handler = _HANDLERS.get(type(statement))
        if handler is not None:
            flow = handler(reader, statement)
            if flow:
                return flow
    return NORMAL


def _expression(reader: Reader, node: ast.Expr) -> int:
    handed_on = statements_of(node.value)
    if handed_on:
        return run(reader, handed_on)
    value = evaluate(reader, node.value)
    if reader.asked is not None and reader.asked[0] is node.value:
        from heldout.reading import activations

        activations.discarded(reader, *reader.asked)
    if not reader.calls:
        mark_reported(value)
    return NORMAL


def _assign(reader: Reader, node: ast.Assign) -> int:
    value = evaluate(reader, node.value)
    if reader.asked is not None and reader.asked[0] is node.value:
        from heldout.reading import activations

        activations.aliased(reader, *reader.asked, node.targets[0])
    for target in node.targets:
        assign.to(reader, target, value, node.value)
    return NORMAL


def _annotated(reader: Reader, node: ast.AnnAssign) -> int:
    if node.value is not None:
        assign.to(reader, node.target, evaluate(reader, node.value), node.value)
    return NORMAL


def _augmented(reader: Reader, node: ast.AugAssign) -> int:
    assign.augmented(reader, node)
    return NORMAL


def _delete(reader: Reader, node: ast.Delete) -> int:
    for target in node.targets:
        assign.delete(reader, target)
    return NORMAL


def _return(reader: Reader, node: ast.Return) -> int:
    value = evaluate(reader, node.value) if node.value is not None else NONE
    if reader.running:
        reader.running[-1].returns.append(value)
    return RETURNED


def _leave(reader: Reader, node: ast.stmt) -> int:
    return LEFT


def _continue(reader: Reader, node: ast.stmt) -> int:
    return CONTINUED


def _raise(reader: Reader, node: ast.Raise) -> int:
    if node.exc is not None:
        evaluate(reader, node.exc)
    return RAISED


def _if(reader: Reader, node: ast.If) -> int:
    return _branched(reader, node, evaluate(reader, node.test), node.orelse)


def _compared(test: Value) -> frozenset[Score]:
    """The figures that a condition sets against one another."""
    return test.rivals if isinstance(test, Scalar) else NO_SCORES


def _branched(reader: Reader, node: ast.If, test: Value, otherwise: Sequence[ast.stmt]) -> int:
    decided = truth(test)
    if decided is not None:
        return run(reader, node.body if decided else otherwise)
    compared = _compared(test)
    before = reader.every
    divisor = remainders.divisor(reader, node.test)
    if divisor:
        reader.every = (divisor, reader.loops, reader.turns)
    flow, first = _arm(reader, node.test, node.body, compared)
    reader.every = before
    other, second = _arm(reader, node.test, otherwise, compared)
    if flow >= RETURNED and other < RETURNED:
        reader.store.redo(second)
        return other
    if other >= RETURNED and flow < RETURNED:
        reader.store.redo(first)
        return flow
    reader.store.join(first, second, lambda key, one, two: joined(reader, one, two))
    return min(flow, other)


def _arm(
    reader: Reader, test: ast.expr, block: Sequence[ast.stmt], compared: frozenset[Score]
) -> tuple[int, dict[Key, tuple[Any, Any]]]:
    """Run one arm of a condition and take it back; what it binds was chosen, if the condition compares figures."""
    reader.store.begin()
    keeps = choosing.keeps_best(test, block)
    reader.keeping += keeps
    flow = run(reader, block)
    reader.keeping -= keeps
    if compared and flow != RAISED:
        choosing.by_condition(reader, compared, test, block)
    return flow, reader.store.undo()


def _for(reader: Reader, node: ast.For | ast.AsyncFor) -> int:
    source = evaluate(reader, node.iter)
    values, exact = elements(reader, source, node.iter)
    unordered.looped(reader, node, source)
    running = len(reader.varying)
    reader.varying += of_loop(node.target, values)
    begun = loops.begun(reader)
    flow = _turns(reader, node, values, exact)
    loops.over(reader, node, begun, values, exact=exact)
    del reader.varying[running:]
    if flow >= RETURNED:
        return NORMAL if flow == RAISED else flow
    return NORMAL if flow == LEFT else run(reader, node.orelse)


def _turns(reader: Reader, node: ast.For | ast.AsyncFor, values: list[Value], exact: bool) -> int:
    """The turns of a loop: one a value where all are known, else turns that stand for any."""
    if exact:
        reader.turns += len(values) > 1
        flow = NORMAL
        for value in values:
            assign.to(reader, node.target, value, None)
            flow = run(reader, node.body)
            if flow >= LEFT or reader.exhausted:
                break
        reader.turns -= len(values) > 1
    else:
        turned = [*values[1:], *values[:1]]
        flow = _symbolic(reader, node, lambda last: assign.each(reader, node.target, values if last else turned))
    return flow


def _while(reader: Reader, node: ast.While) -> int:
    if condition(reader, node.test) is False:
        return run(reader, node.orelse)
    reader.varying.append(NOTHING)
    begun = loops.begun(reader)
    flow = _symbolic(reader, node, lambda last: evaluate(reader, node.test))
    loops.over(reader, node, begun, (), exact=False)
    reader.varying.pop()
    return flow if flow == RETURNED else NORMAL


def _symbolic(reader: Reader, node: ast.For | ast.AsyncFor | ast.While, begin_turn: Callable[[bool], object]) -> int:
    """Run a loop body with an unknown number of turns: twice, so that what one turn leaves reaches the next.

    begin_turn: is told whether the turn is the last one; the first of two sees the first element, the last the last.
    """
    reader.loops += 1
    reader.turns += 1
    flow = NORMAL
    turns = 2 if reader.loops < _DEEPEST_LOOP and not reader.exhausted else 1
    for turn in range(turns):
        begin_turn(turn == turns - 1)
        flow = run(reader, node.body)
        if flow >= RETURNED:
            break
    reader.loops -= 1
    reader.turns -= 1
    return flow


def _with(reader: Reader, node: ast.With | ast.AsyncWith, number: int = 0) -> int:
    """Run a block inside its context managers; those of the program run before, around and after it."""
    if number == len(node.items):
        return run(reader, node.body)
    item = node.items[number]
    flow = NORMAL

    def block(value: Value) -> None:
        nonlocal flow
        if item.optional_vars is not None:
            assign.to(reader, item.optional_vars, value, item.context_expr)
        flow = _with(reader, node, number + 1)

    manager = evaluate(reader, item.context_expr)
    if isinstance(manager, Managed):
        functions.inside(reader, manager, block)
    elif isinstance(manager, Instance):
        entered = functions.call_method(reader, manager, "__enter__", (), item.context_expr)
        block(entered if entered is not None else manager)
        functions.call_method(reader, manager, "__exit__", (NONE, NONE, NONE), item.context_expr)
    else:
        before = loops.entered(reader, manager, item.context_expr)
        block(manager)
        if before is not None:
            loops.left(reader, before)
    return flow


def _try(reader: Reader, node: ast.Try) -> int:
    flow = run(reader, node.body)
    if flow == NORMAL:
        flow = run(reader, node.orelse)
    for handler in node.handlers:
        reader.store.begin()
        run(reader, handler.body)
        written = reader.store.undo()
        reader.store.join({}, written, lambda key, one, two: joined(reader, one, two))
    after = run(reader, node.finalbody)
    return after or (NORMAL if flow == RAISED else flow)


def _match(reader: Reader, node: ast.Match) -> int:
    evaluate(reader, node.subject)
    for case in node.cases:
        for name in ast.walk(case.pattern):
            bound = getattr(name, "name", None)
            if isinstance(bound, str):
                reader.store.bind(reader.scope.names, bound, Scalar())
        reader.store.begin()
        run(reader, case.body)
        written = reader.store.undo()
        reader.store.join({}, written, lambda key, one, two: joined(reader, one, two))
    return NORMAL


def _function(reader: Reader, node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    made = decorated(reader, functions.define(reader, node), node.decorator_list)
    reader.store.bind(reader.scope.holder(node.name).names, node.name, made)
    return NORMAL


def _class(reader: Reader, node: ast.ClassDef) -> int:
    reader.store.bind(reader.scope.holder(node.name).names, node.name, classes.define_class(reader, node, run))
    return NORMAL


def _global(reader: Reader, node: ast.Global) -> int:
    for name in node.names:
        reader.scope.declared[name] = reader.scope.module
    return NORMAL


def _nonlocal(reader: Reader, node: ast.Nonlocal) -> int:
    for name in node.names:
        holder = reader.scope.enclosing
        while holder is not None and name not in holder.names:
            holder = holder.enclosing
        if holder is not None:
            reader.scope.declared[name] = holder
    return NORMAL


def _import(reader: Reader, node: ast.Import) -> int:
    imports.plain(reader, node)
    return NORMAL


def _import_from(reader: Reader, node: ast.ImportFrom) -> int:
    imports.members(reader, node)
    return NORMAL


def _assert(reader: Reader, node: ast.Assert) -> int:
    evaluate(reader, node.test)
    return NORMAL


_HANDLERS: dict[type[ast.stmt], Callable[..., int]] = {
    ast.Expr: _expression,
    ast.Assign: _assign,
    ast.AnnAssign: _annotated,
    ast.AugAssign: _augmented,
    ast.Delete: _delete,
    ast.Return: _return,
    ast.Break: _leave,
    ast.Continue: _continue,
    ast.Raise: _raise,
    ast.If: _if,
    ast.For: _for,
    ast.AsyncFor: _for,
    ast.While: _while,
    ast.With: _with,
    ast.AsyncWith: _with,
    ast.Try: _try,
    ast.TryStar: _try,
    ast.Match: _match,
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.ClassDef: _class,
    ast.Global: _global,
    ast.Nonlocal: _nonlocal,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.Assert: _assert,
}


__all__ = ["NORMAL", "run"]
