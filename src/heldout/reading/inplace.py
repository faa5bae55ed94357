"""Methods that change a table in place, or give a changed copy."""

from heldout.reading.call import Call
from heldout.reading.values import (
    NONE,
    Constant,
    Table,
    Value,
)


def is_in_place(call: Call) -> bool:
    """Whether the call says that it changes its receiver."""
    value = call.keywords.get("inplace")
    return isinstance(value, Constant) and value.value is True


def changed(call: Call, table: Table, **changes: object) -> Value:
    """A changed table, or the same one changed in place if the call says so."""
    if is_in_place(call):
        for attribute, value in changes.items():
            call.reader.store.set(table, attribute, value)
        return NONE
    return table.like(word="", **changes)
