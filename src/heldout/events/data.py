"""What an event saw of a value that holds rows."""

from collections.abc import Hashable
from typing import TYPE_CHECKING

from heldout.columns import SOME, Columns
from heldout.rows import Rows

if TYPE_CHECKING:
    from heldout.events import Event
    from heldout.events.images import Pixels


class Data:
    """What an event saw of a value that holds rows: a snapshot, never changed.

    name: the value in the program's words (``X_train``), empty if it has none.  in_time: the rows are in the order of
    time.  weak: the way from the source to here led through something unknown.  order: identity of the order of the rows
    (None: as loaded); what made it is a `Reorder` or a `Split`.  pixels: of images, what their values are between.
    sorted_by: the column that the rows are sorted by, empty if that is not known.
    """

    __slots__ = ("columns", "in_time", "name", "order", "pixels", "rows", "sorted_by", "weak")

    def __init__(self, rows: Rows, columns: Columns = SOME, name: str = "", *, weak: bool = False) -> None:
        self.rows = rows
        self.columns = columns
        self.name = name
        self.weak = weak
        self.in_time = False
        self.order: Hashable = None
        self.pixels: Pixels | None = None
        self.sorted_by = ""

    @property
    def learned(self) -> "frozenset[Event]":
        """Every learn event whose result these columns carry."""
        return self.columns.learned

    def of(self, rows: Rows) -> "Data":
        """The same snapshot of some of its rows."""
        made = Data(rows, self.columns, self.name, weak=self.weak)
        made.in_time = self.in_time
        made.order = self.order
        made.pixels = self.pixels
        made.sorted_by = self.sorted_by
        return made

    def __str__(self) -> str:
        return f"{self.name or 'rows'} [{self.rows}; {self.columns}]"
