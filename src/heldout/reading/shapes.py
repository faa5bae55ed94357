"""How many dimensions a tensor has, and the length of the last."""

from heldout.events.losses import Activation
from heldout.finding import Place
from heldout.reading.reader import Reader
from heldout.reading.values import Constant, Listing, Table, Value


def changed(name: str, before: Activation | None, arguments: tuple[Value, ...]) -> tuple[int | None, int | None]:
    """How many dimensions there are after a change of form, and the length of the last; None where that is not known."""
    dimensions = before.dimensions if before is not None else None
    width = before.width if before is not None else None
    said = numbers(arguments)
    if name in ("view", "reshape"):
        if said is None:
            return None, None
        last = said[-1]
        return len(said), last if len(said) > 1 and last is not None and last > 0 else None
    if name in ("flatten", "ravel"):
        return (1, None) if not arguments else (2, width if dimensions == 2 else None) if said == [1] else (None, None)
    if name == "squeeze":
        taken = said is None and not arguments or said in ([1], [-1])
        return (1, None) if taken and dimensions == 2 and width == 1 else (None, None)
    if name in ("unsqueeze", "expand_dims"):
        return (2, 1) if dimensions == 1 and said in ([1], [-1]) else (None, None)
    return dimensions, None


def numbers(arguments: tuple[Value, ...]) -> "list[int | None] | None":
    """The whole numbers that a shape is written with, None for one that is not known; None if that many are not."""
    if len(arguments) == 1 and isinstance(arguments[0], Listing):
        if arguments[0].open:
            return None
        arguments = arguments[0].items
    elif len(arguments) == 1 and not isinstance(arguments[0], Constant):
        return None
    plain = [value.value if isinstance(value, Constant) else None for value in arguments]
    return [value if type(value) is int else None for value in plain] or None


def part_of(reader: Reader, batch: Table, number: int) -> Table:
    """One tensor of a batch, of the form that it has in the data set; the first dimension is that of the rows."""
    made = batch.like(kind="tensor", word="", fields=())
    known = batch.fields[number] if batch.kind == "batch" and number < len(batch.fields) else None
    if known is not None:
        reader.activations[made.serial] = known
    return made


def of_attribute(reader: Reader, value: Value, name: str, found: Value, place: Place) -> None:
    """``column.values``, ``data.target``: arrays of one dimension."""
    bunch = reader.activations.get(value.serial) if name == "target" else None
    column = name == "values" and isinstance(value, Table) and value.kind == "series"
    if found is not value and (column or (bunch is not None and bunch.kind == "bunch")):
        flat(reader, found, place)


def flat(reader: Reader, value: Value, place: Place, *, several: bool = False) -> None:
    """Note that a value has one dimension; several: it may have more."""
    if not several and isinstance(value, Table):
        reader.activations[value.serial] = Activation("values", "values", place, dimensions=1)
