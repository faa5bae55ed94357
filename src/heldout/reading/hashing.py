"""Hashes of texts and bytes, which Python salts anew in each process, and what is decided by them."""

import ast
from collections.abc import Hashable
from typing import TYPE_CHECKING

from heldout.events.generators import Draw
from heldout.finding import Place
from heldout.reading.values import Constant, Scalar, Value

if TYPE_CHECKING:
    from heldout.reading.call import Call
    from heldout.reading.reader import Reader

#: Functions and methods that give texts or bytes.
_TEXTS = frozenset("str repr dumps encode join tobytes read hexdigest format lower upper strip bytes".split())


def hashed(call: "Call") -> Value:
    """``hash(x)``: a number, of which is kept that it changes from process to process if `x` is a text or bytes."""
    given = call.first
    node = call.nodes[0] if call.nodes else None
    salted = (
        isinstance(given, Constant)
        and isinstance(given.value, str | bytes)
        or isinstance(given, Scalar)
        and given.text
        or isinstance(node, ast.JoinedStr)
        or isinstance(node, ast.Call)
        and _word(node.func) in _TEXTS
    )
    return Scalar(("salted", call.reader.place(call.node))) if salted else Scalar()


def _word(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def compared(reader: "Reader", value: Value) -> None:
    """Tell that something is decided by the rest of such a hash (``hash(name) % 10 < 8``), at the hash."""
    place = _salted(value.key) if isinstance(value, Scalar) else None
    if place is not None:
        reader.emit(Draw("hash", "hash"), place)


def _salted(key: Hashable) -> Place | None:
    """Where the hash stands whose rest a number is, None if it is none."""
    if not isinstance(key, tuple) or len(key) < 2:
        return None
    if key[0] in ("Div", "Mult", "FloorDiv"):
        return _salted(key[1])
    whole = key[1] if key[0] in ("Mod", "and") else None
    return whole[1] if isinstance(whole, tuple) and whole[:1] == ("salted",) else None
