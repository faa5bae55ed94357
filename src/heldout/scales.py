"""Where a learner that weighs columns by the size of their numbers is given columns as they were loaded.

What a fit needs of its columns (`Fit.needs`): ``scale``, all at one scale; ``complete``, no gaps; and how it weighs them:
``distances`` over all of them at once, ``gradients`` with steps of one size, a ``penalty`` on large weights, one weight
each (``linear``).  What a fitted transformer makes of columns (`Fit.gives`): ``rescaled``, perhaps at another scale;
``filled``, perhaps without gaps; ``codes``, categories as whole numbers.
"""

from collections.abc import Hashable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from heldout.columns import Column, Columns
from heldout.events import Event, Fit, Load
from heldout.naming import quantity

if TYPE_CHECKING:
    from heldout.trace import Trace

#: What is small whatever it is of, or not known at all.
_SMALL = frozenset({"", "count", "share"})
_WEIGHING = frozenset({"distances", "gradients", "penalty"})


class Unscaled(NamedTuple):
    """A fit that needs its columns at one scale and is given loaded ones that are not.

    apart: two of them whose names say that they measure different things, or one beside categories that whole numbers
    stand for; coded: what learned those numbers, None if nothing did.
    """

    fit: Fit
    load: Load
    apart: tuple[str, ...]
    coded: Event | None


def unscaled(trace: "Trace") -> Iterator[Unscaled]:
    """Every fit whose columns show that they are at different scales, in a program that scales none of these rows."""
    loads = {load.data.columns.implied: load for load in trace.of(Load)}
    aware = frozenset(base for fit in trace.of(Fit) if _scales(fit) for base in fit.rows.bases())
    for fit in trace.of(Fit):
        columns = fit.data.columns
        if "scale" not in fit.needs or columns.vague or fit.data.weak or not aware.isdisjoint(fit.rows.bases()):
            continue
        raw = _raw(columns, loads, trace.mentioned.get(columns.implied, {}))
        load = loads.get(columns.implied) or next((loads[column.origin[0]] for column in raw.values()), None)  # type: ignore[index]
        if load is None or load.made or "changed" in columns.rest.traits:
            continue
        apart = _apart([str(name) for name in raw])
        coded = [column for column in columns.known.values() if "coded" in column.traits]
        large = next((str(name) for name in raw if quantity(str(name)) not in _SMALL), "")
        if len(apart) > 1:
            yield Unscaled(fit, load, apart, None)
        elif coded and large:
            yield Unscaled(fit, load, (large,), _coding(coded))


def _raw(columns: Columns, loads: dict[Hashable, Load], mentioned: Iterable[Hashable]) -> dict[Hashable, Column]:
    """The columns, known by their names, that hold the numbers of a file as they are."""
    found = {name: column for name in (*columns.known, *mentioned) if (column := columns.column(name)) is not None}
    return {name: column for name, column in found.items() if _is_raw(column, loads)}


def _scales(fit: Fit) -> bool:
    """Whether a fit is of a scaler, or of a learner that brings its columns to one scale by itself."""
    return "rescaled" in fit.gives or bool(fit.needs & _WEIGHING) and "scale" not in fit.needs


def _is_raw(column: Column, loads: dict[Hashable, Load]) -> bool:
    """Whether a column holds the numbers of a file as they are."""
    origin = column.origin
    loaded = isinstance(origin, tuple) and len(origin) == 2 and origin[0] in loads
    return loaded and column.traits.isdisjoint(("changed", "coded"))


def _apart(names: list[str]) -> tuple[str, ...]:
    """The first of some columns whose names say what they measure, and the first that measures something else."""
    found: dict[str, str] = {}
    for name in names:
        said = quantity(name)
        if said:
            found.setdefault(said, name)
    return tuple(found.values())[:2]


def _coding(coded: list[Column]) -> Event | None:
    """What made whole numbers of the categories of some columns, the first of them; None if it did not learn them."""
    found = {event for column in coded for event in column.learned if isinstance(event, Fit) and "codes" in event.gives}
    return min(found, key=lambda event: event.index, default=None)
