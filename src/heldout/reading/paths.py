"""Paths: joined from parts, as far as they are known, and what their last part says of the rows there."""

import posixpath
from ast import literal_eval
from collections.abc import Hashable

from heldout.naming import role
from heldout.reading.arithmetic import key_of
from heldout.reading.call import Call
from heldout.reading.settings import made_of
from heldout.reading.values import Constant, Scalar, Value

#: Operations that put a path together, in the keys of their results.
_JOINED = frozenset({"path", "Add", "Div", "text"})


def joined(call: Call) -> Value:
    """``os.path.join(a, b)``, ``Path(a, b)``: a literal path if all parts are, else one that equals others of the same parts."""
    parts = call.positional
    if not parts:
        return Scalar(text=True)
    if len(parts) == 1:
        return parts[0] if isinstance(parts[0], Constant | Scalar) else Scalar(text=True)
    said = [part.value for part in parts if isinstance(part, Constant) and isinstance(part.value, str)]
    if len(said) == len(parts):
        return Constant(posixpath.join(*said))
    return made_of("path", parts) or Scalar(("path", *(key_of(part) for part in parts)), text=True)


def parted(path: Value) -> tuple[Hashable, str]:
    """A path without its last part, and the role that this part says; the whole path, if it says none."""
    if isinstance(path, Constant) and isinstance(path.value, str):
        parent, last = posixpath.split(path.value.rstrip("/\\").replace("\\", "/"))
        said = role(last)
        return (("constant", repr(parent)), said) if said else (key_of(path), "")
    key = key_of(path)
    if isinstance(key, tuple) and len(key) > 2 and (key[0] in _JOINED or key[:2] == ("setting", "made")):
        *before, last_key = key if key[0] in _JOINED else key[3]
        if isinstance(last_key, tuple) and last_key[:1] == ("constant",):
            last = literal_eval(last_key[1])
            said = role(posixpath.basename(str(last).rstrip("/")))
            if said:
                return tuple(before), said
    return key, ""
