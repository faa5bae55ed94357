"""A random step of scikit-learn is run without a random_state, and NumPy is not seeded either."""

from collections.abc import Iterator

from heldout.rule import Draw, Finding, Fix, Place, Replacement, Rule, Seed, Trace

_ROOTS = ("sklearn", "imblearn")


class SklearnMissingRandomState(Rule):
    code = "HLD702"
    level = "warning"
    bias = "unstable"

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program:
            return
        seeds = [seed.index for seed in trace.of(Seed) if "numpy" in seed.generators]
        places: dict[Place, Draw] = {}
        for draw in trace.of(Draw):
            if draw.argument == "random_state" and draw.function.startswith(_ROOTS):
                if not any(index < draw.index for index in seeds):
                    places.setdefault(draw.place, draw)
        draws = list(places.values())
        if not draws:
            return
        first, *others = draws
        short = first.function.rpartition(".")[2]
        more = f", and so do {len(others)} more" if len(others) > 1 else ", and so does one more" if others else ""
        yield self.finding(
            first,
            f"`{short}` draws at random without a `random_state`{more}: the result differs from run to run",
            [(draw, f"`{draw.function.rpartition('.')[2]}` has none either") for draw in others],
            fix=Fix("Give it a fixed random_state", "unsafe", tuple(_given(draw) for draw in draws)),
        )


def _given(draw: Draw) -> Replacement:
    """The argument, before the closing bracket of the call."""
    place = draw.place
    at = Place(place.path, place.end_line, place.end_column - 1, place.end_line, place.end_column - 1)
    return Replacement(at, ", random_state=0" if draw.has_arguments else "random_state=0")
