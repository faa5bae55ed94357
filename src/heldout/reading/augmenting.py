"""Random changes of rows as they are read: whoever holds such rows carries the event of what changes them."""

from heldout import libraries
from heldout.columns import Columns
from heldout.events import Event
from heldout.events.assembly import Augment
from heldout.libraries.table import Entry
from heldout.reading import folders, passes, pixels
from heldout.reading.call import Call, carried, is_given, is_on
from heldout.reading.facts import learned_by, tables_in
from heldout.reading.reader import Reader
from heldout.reading.values import Constant, Learner, Listing, Scalar, Table, Thing, Value

#: Arguments by which a generator of images changes them at random.
_CHANGES = """rotation_range width_shift_range height_shift_range brightness_range shear_range zoom_range
    channel_shift_range horizontal_flip vertical_flip""".split()
#: What does the same each time, if it is done each time.
_SAME_EACH_TIME = frozenset(
    "HorizontalFlip VerticalFlip Transpose RandomHorizontalFlip RandomVerticalFlip ToGray".split()
)
_FLOWS = frozenset({"flow", "flow_from_dataframe", "flow_from_directory"})
_FIELD = "changes"


def changing(call: Call) -> Value:
    """``RandomHorizontalFlip(p)``: something that changes rows at random; with it come its parts' changes."""
    share = call.argument("p")
    certain = isinstance(share, Constant) and (not share.value or (share.value == 1 and call.short in _SAME_EACH_TIME))
    inner = carried(call.values).learned
    return Scalar(learned=inner if certain else inner | _event(call))


def _event(call: Call) -> frozenset[Event]:
    event = Augment(call.short)
    call.reader.emit(event, call.node)
    return frozenset((event,))


def generator(call: Call) -> Value:
    """``ImageDataGenerator(...)``: it may learn from the images it is fitted on, and change those it gives."""
    if call.learns != "nothing":
        return Learner(call.short, Entry("transformer", call.learns))
    made = Thing(call.name, call.entry, call.named())
    given = (made.arguments.get(name) for name in _CHANGES)
    if any(is_on(value) for value in given):
        made.arguments[_FIELD] = Scalar(learned=_event(call))
    return made


def flowing(call: Call, receiver: Thing, name: str) -> Value | None:
    """``generator.flow(X)``, ``generator.flow_from_directory(path)``: batches of images, changed as they come."""
    if name not in _FLOWS:
        return None
    table = _source(call, name)
    subset = call.keywords.get("subset")
    if subset is not None and is_given(subset):
        table = folders.half(call, table, subset, receiver.arguments.get("validation_split"))
    changed = learned_by(receiver.arguments.get(_FIELD))
    call.entry = libraries.entry(f"{receiver.name}.{name}")
    flowing = table.like(kind="loader", columns=table.columns.carrying(changed))
    pixels.generated(receiver, flowing, pixels.of(table), call.reader.makers.get(receiver.serial))
    return passes.given_anew(call, flowing)


def _source(call: Call, name: str) -> Table:
    """The rows that a generator is given: a table, or the files of a folder."""
    tables = tables_in(call.positional[0]) if call.positional else tables_in(Listing(tuple(call.keywords.values())))
    if tables:
        return tables[0]
    path = call.positional[0] if call.positional else call.keywords.get("directory")
    if name == "flow_from_directory" and path is not None:
        return folders.opened(call, path)
    return call.reader.fresh(name, call.node, vague=False, kind="loader")


def configured(reader: Reader, table: Table, attribute: str, value: Value) -> None:
    """A field of a data set, of a loader or of a batch is written."""
    if "transform" in attribute and table.kind in ("dataset", "loader"):
        reader.store.set(table, "columns", replaced(table.columns, value))
        return
    if attribute == "shuffle":
        reader.store.set(table, "order", passes.lasting(table).order)
    reader.store.set(table, "columns", table.columns.carrying(learned_by(value)))


def replaced(columns: Columns, transform: Value) -> Columns:
    """The columns of a data set that is given another transform: what changed them before does so no longer."""
    kept = columns.mapped(lambda column: column._replace(learned=without_changes(column.learned)))
    return kept.carrying(learned_by(transform))


def without_changes(learned: frozenset[Event]) -> frozenset[Event]:
    """What was learned, less what changes rows at random."""
    return frozenset(event for event in learned if not isinstance(event, Augment))
