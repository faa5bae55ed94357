"""The state of an abstract run, with a journal, so that a branch can be run, undone and joined.

State lives in two places: the names of a scope and the attributes of heap objects.  Both are changed only here.  A
journal remembers what a stretch of the run overwrote; undoing it gives back what the stretch had written.  The cost of
a branch is what it writes, not what exists.
"""

from typing import Any

_ABSENT: Any = object()
Key = tuple[int, Any]


class Store:
    """Journaled writes to scopes (dictionaries) and heap objects (attributes)."""

    __slots__ = ("_journals",)

    def __init__(self) -> None:
        self._journals: list[dict[Key, tuple[Any, Any]]] = []

    @property
    def depth(self) -> int:
        """How many stretches are being remembered: branches that may not be taken."""
        return len(self._journals)

    def bind(self, names: dict[Any, Any], name: Any, value: Any) -> None:
        """Bind a name of a scope."""
        if self._journals:
            self._journals[-1].setdefault((id(names), name), (names, names.get(name, _ABSENT)))
        names[name] = value

    def unbind(self, names: dict[str, Any], name: str) -> None:
        """Remove a name of a scope, if it is bound."""
        if name in names:
            if self._journals:
                self._journals[-1].setdefault((id(names), name), (names, names[name]))
            del names[name]

    def set(self, thing: Any, attribute: str, value: Any) -> None:
        """Change an attribute of a heap object."""
        if self._journals:
            self._journals[-1].setdefault((id(thing), attribute), (thing, getattr(thing, attribute)))
        setattr(thing, attribute, value)

    def begin(self) -> None:
        """Start to remember what is overwritten."""
        self._journals.append({})

    def pause(self) -> "list[dict[Key, tuple[Any, Any]]]":
        """Stop to remember what is overwritten, for what happens once and for all; the result is for `resume`."""
        journals, self._journals = self._journals, []
        return journals

    def resume(self, journals: "list[dict[Key, tuple[Any, Any]]]") -> None:
        """Go on to remember where `pause` stopped."""
        self._journals = journals

    def written(self) -> list[tuple[Any, Any, Any, Any]]:
        """What was written since `begin`: where, under which key, what stood there before, and what stands there now."""
        return [(where, key[1], old, _read(where, key[1])) for key, (where, old) in self._journals[-1].items()]

    def undo(self) -> dict[Key, tuple[Any, Any]]:
        """Take everything back that was written since `begin`; the result says what it was."""
        journal = self._journals.pop()
        written: dict[Key, tuple[Any, Any]] = {}
        for key, (where, old) in journal.items():
            written[key] = (where, _read(where, key[1]))
            _write(where, key[1], old)
        return written

    def redo(self, written: dict[Key, tuple[Any, Any]]) -> None:
        """Write again what `undo` took back."""
        for key, (where, value) in written.items():
            self.put(where, key[1], value)

    def join(self, one: dict[Key, tuple[Any, Any]], two: dict[Key, tuple[Any, Any]], meet: Any) -> None:
        """Leave the state that either of two undone stretches may have left; `meet` joins two values.

        Objects come before names: which of two objects a name keeps may depend on what became of them.
        """
        written = {**one, **two}
        for key in sorted(written, key=lambda key: type(written[key][0]) is dict):
            where = (one.get(key) or two[key])[0]
            before = _read(where, key[1])
            first = one[key][1] if key in one else before
            second = two[key][1] if key in two else before
            if first is second:
                value = first
            elif first is _ABSENT or second is _ABSENT:
                value = second if first is _ABSENT else first
            else:
                value = meet(key[1], first, second)
            self.put(where, key[1], value)

    def put(self, where: Any, key: Any, value: Any) -> None:
        """Write one cell, of a scope or of a heap object, as `undo` and `written` tell them."""
        if type(where) is dict:
            if value is _ABSENT:
                self.unbind(where, key)
            else:
                self.bind(where, key, value)
        else:
            self.set(where, key, value)


def _read(where: Any, key: Any) -> Any:
    return where.get(key, _ABSENT) if type(where) is dict else getattr(where, key)


def _write(where: Any, key: Any, value: Any) -> None:
    if type(where) is not dict:
        setattr(where, key, value)
    elif value is _ABSENT:
        where.pop(key, None)
    else:
        where[key] = value
