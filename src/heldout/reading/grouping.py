"""Tables seen in groups or through windows: what a statistic of them is taken over."""

from collections.abc import Hashable

from heldout.reading.values import Table, Value


class Grouped(Value):
    """``table.groupby(keys)``; selected: the columns picked from it."""

    __slots__ = ("by_name", "keys", "selected", "table")

    def __init__(self, table: Table, keys: frozenset[Hashable], selected: "tuple[Hashable, ...] | None" = None) -> None:
        self.table = table
        self.keys = keys
        self.selected = selected


class Window(Value):
    """``table.rolling(n)`` and its kin; future: later rows are inside the window."""

    __slots__ = ("future", "table")

    def __init__(self, table: Table, *, future: bool) -> None:
        self.table = table
        self.future = future
