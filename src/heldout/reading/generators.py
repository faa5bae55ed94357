"""The states that generators of random numbers are in."""

import itertools
from collections.abc import Hashable

from heldout.libraries.seeding import GENERATORS


class Generators:
    """The states that generators are in: from which seed, and how often they were drawn from since.

    A generator that was never seeded is in a state of its own at each draw.
    """

    __slots__ = ("_number", "_states")

    def __init__(self) -> None:
        self._states: dict[Hashable, tuple[Hashable, int]] = {}
        self._number = itertools.count()

    def seed(self, generator: Hashable, state: Hashable) -> None:
        """A generator begins anew from a seed, or from a state that was kept."""
        self._states[generator] = (state, 0)

    def reseed(self, state: Hashable) -> None:
        """A function that nobody knows seeds something, most likely every global generator."""
        for generator in frozenset(GENERATORS.values()):
            self.seed(generator, state)

    def next(self, generator: Hashable, state: Hashable = None) -> Hashable:
        """The identity of the next draw from a generator; `state`: what it was made from, if it was made with a seed."""
        found = self._states.get(generator) or (state, 0)
        seed, count = found
        if seed is None:
            return ("unseeded", next(self._number))
        self._states[generator] = (seed, count + 1)
        return ("drawn", seed, count)
