"""Numbers from the clock, the process or the system: seeds that are others in each run, unless the run writes them down."""

from collections.abc import Hashable
from typing import TYPE_CHECKING

from heldout.events.generators import Seed
from heldout.libraries.seeding import SEEDS
from heldout.reading.values import Library, Listing, Mapping, Scalar, Value

if TYPE_CHECKING:
    from heldout.reading.call import Call
    from heldout.reading.reader import Reader

#: What makes another number of a number, or a generator of a seed: neither writes it down.
_HANDED_ON = frozenset({"int", "float", "abs", "round", "hash", "str", "default_rng", "RandomState", "SeedSequence"})


def drawn(call: "Call") -> Value:
    """``time.time()``, ``os.getpid()``: a number that is another one in each run."""
    chances = call.reader.chances
    chances.append([])
    return Scalar(("chance", call.name, len(chances) - 1))


def planted(call: "Call", seed: Seed, given: Value | None) -> bool:
    """Note on a seed what it comes from, if that is chance; the answer says whether it is."""
    found = _origin(given.key) if isinstance(given, Scalar) else None
    if found is not None:
        seed.source, number = found
        call.reader.chances[number].append(seed)
    return found is not None


def handed_on(callee: Value, call: "Call") -> None:
    """A call that is given such a number, other than to seed with it, most likely shows it or writes it down."""
    if isinstance(callee, Library) and (callee.qualified in SEEDS or callee.qualified.rpartition(".")[2] in _HANDED_ON):
        return
    for value in call.values:
        shown(call.reader, value)


def shown(reader: "Reader", value: Value) -> None:
    """Note that a value is shown or kept, and with it the numbers in it."""
    inner: tuple[Value, ...] = (value,)
    if isinstance(value, Listing):
        inner = value.items
    elif isinstance(value, Mapping):
        inner = tuple(value.items.values())
    for part in inner:
        found = _origin(part.key) if isinstance(part, Scalar) else None
        if found is not None:
            reader.chances[found[1]].append(None)


def _origin(key: Hashable, depth: int = 0) -> tuple[str, int] | None:
    """The function that gave a number, and which of its calls, in the key of what was computed from it."""
    if not isinstance(key, tuple) or depth > 6:
        return None
    if key[:1] == ("chance",):
        return key[1], key[2]
    return next((found for part in key if (found := _origin(part, depth + 1)) is not None), None)


def settle(chances: "list[list[Seed | None]]") -> None:
    """Say of each seed from chance whether the program writes it down."""
    for seeds in chances:
        for seed in seeds:
            if seed is not None:
                seed.written_down = None in seeds
