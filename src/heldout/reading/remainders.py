"""Conditions that hold at every k-th turn: ``if (step + 1) % 4 == 0:``."""

import ast

from heldout.reading.facts import word_of
from heldout.reading.reader import Reader
from heldout.reading.values import Constant, Scalar, Thing, Value


def divisor(reader: Reader, test: ast.expr) -> str:
    """By what a condition on a remainder divides, in the program's words; empty if it is none or always holds.

    Another equality that holds now and then, as in ``or step == last``, does not change it.
    """
    parts = test.values if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or) else [test]
    found = [_remainder(part) for part in parts]
    number = next((one for one in found if one is not None), None)
    others = (part for part, one in zip(parts, found, strict=True) if one is None)
    if number is None or not all(_equality(part) for part in others):
        return ""
    value = reader.evaluate(number)
    if isinstance(value, Constant) and not (isinstance(value.value, int) and value.value > 1):
        return ""
    return str(number.value) if isinstance(number, ast.Constant) else word_of(number)


def _equality(test: ast.expr) -> bool:
    return isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Eq)


def _remainder(test: ast.expr) -> ast.expr | None:
    """The divisor of ``not count % divisor`` or ``count % divisor == 0``, a name or a number."""
    tested: ast.expr | None = None
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        tested = test.operand
    elif isinstance(test, ast.Compare) and _equality(test):
        tested = test.left
    if not isinstance(tested, ast.BinOp) or not isinstance(tested.op, ast.Mod):
        return None
    return tested.right if isinstance(tested.right, ast.Name | ast.Attribute | ast.Constant) else None


def here(reader: Reader) -> str:
    """The divisor of the condition that decides in this turn whether something happens; empty if there is none."""
    word, loops, turns = reader.every
    return word if (loops, turns) == (reader.loops, reader.turns) and loops else ""


def divides(optimizer: Value | None) -> bool:
    """Whether the learning rate of an optimizer is computed: that may make up for losses that are not divided."""
    if not isinstance(optimizer, Thing):
        return False
    rate = optimizer.arguments.get("lr")
    computed = isinstance(rate, Scalar) and isinstance(rate.key, tuple) and rate.key[:1] in (("Div",), ("Mult",))
    return computed or "(rate computed)" in optimizer.arguments
