"""The results of a split are unpacked in another order than it gives them."""

from collections.abc import Iterator

from heldout.rule import Finding, Fix, Replacement, Rule, Split, Trace, unpacked_order


class SplitUnpackedInWrongOrder(Rule):
    code = "HLD115"
    level = "error"
    bias = "unstable"

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for split in trace.of(Split):
            names = tuple(name for name, _ in split.targets)
            order = unpacked_order(names) if len(names) == 2 * len(split.wholes) else None
            if order is None or split.place in told:
                continue
            told.add(split.place)
            right = [names[order.index(position)] for position in range(len(names))]
            yield self.finding(
                split,
                f"`{split.function}` gives train and test of each array in turn: "
                f"`{', '.join(names)}` takes them in another order",
                fix=Fix(
                    f"Unpack as {', '.join(right)}",
                    "unsafe",
                    tuple(Replacement(place, name) for (_, place), name in zip(split.targets, right, strict=True)),
                ),
            )
