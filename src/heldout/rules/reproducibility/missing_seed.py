"""A program draws from a library's global random generator and never seeds it."""

from collections.abc import Iterator

from heldout.rule import Draw, Finding, Rule, Seed, Trace

_WORDS = {"python": "`random`", "numpy": "NumPy", "torch": "PyTorch", "tensorflow": "TensorFlow"}
_CURES = {
    "python": "random.seed",
    "numpy": "numpy.random.seed",
    "torch": "torch.manual_seed",
    "tensorflow": "tensorflow.random.set_seed",
}


class MissingSeed(Rule):
    code = "HLD701"
    level = "warning"
    bias = "unstable"

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program:
            return
        seeded = {generator for seed in trace.of(Seed) for generator in seed.generators}
        told: set[str] = set()
        for draw in trace.of(Draw):
            generator = draw.generator
            if draw.argument or generator in seeded | told or generator not in _WORDS:
                continue
            told.add(generator)
            others = sorted(_WORDS[other] for other in seeded & _WORDS.keys())
            partly = f"; only {' and '.join(others)} is seeded" if others else ""
            yield self.finding(
                draw,
                f"`{draw.function}` draws from {_WORDS[generator]}'s global generator, which is never seeded "
                f"(`{_CURES[generator]}`){partly}",
            )
