"""What a project says of its own functions is taken for what they do."""

from textwrap import dedent

import pytest

from heldout.events import Fit, Load, Score, Split, Statistic
from heldout.libraries.roles import Roles
from heldout.reading import read
from heldout.text.source import source_from_bytes
from heldout.trace import Trace

HEAD = """
from sklearn.linear_model import Ridge
from company.data import read_cohort, halves
from company import features
"""


def trace_of(text: str, **patterns: tuple[str, ...]) -> Trace:
    """The trace of a program with roles for its functions."""
    source = source_from_bytes("program.py", (HEAD + dedent(text)).encode())
    return read(source, source.parse(), None, Roles(patterns))


@pytest.mark.parametrize("pattern", ["company.data.read_cohort", "read_cohort", "data.read_*", "company.*"])
def test_loader_brings_rows_into_being(pattern: str) -> None:
    """Two calls of a loader with equal arguments give the same rows, others do not."""
    text = """
        model = Ridge().fit(read_cohort("a.csv")[["x"]], 1)
        model.score(read_cohort("a.csv")[["x"]], 1)
        model.score(read_cohort("b.csv")[["x"]], 1)
    """
    trace = trace_of(text, loaders=(pattern,))
    assert [load.source for load in trace.of(Load)] == ["a.csv", "a.csv", "b.csv"]
    (fit,) = trace.of(Fit)
    same, other = trace.of(Score)
    assert fit.rows is same.rows
    assert fit.rows is not other.rows


def test_split_parts_every_argument() -> None:
    """A splitter gives a training and a held-out part of each argument with rows, however it draws."""
    text = """
        table = read_cohort("a.csv")
        past, coming, y_past, y_coming = halves(table[["x"]], table["y"], 0.8)
        Ridge().fit(past, y_past).score(coming, y_coming)
    """
    trace = trace_of(text, splits=("halves",), loaders=("read_cohort",))
    (split,) = trace.of(Split)
    assert (split.shuffled, split.seeded) == (None, None)
    (fit,) = trace.of(Fit)
    (score,) = trace.of(Score)
    assert trace.side(fit.rows) == "train"
    assert trace.side(score.rows) == "test"


def test_split_that_loads_by_itself_gives_two_parts() -> None:
    """A splitter that is given a path gives two parts of rows of its own."""
    trace = trace_of("past, coming = halves('a.csv')\nRidge().fit(past, 1)\n", splits=("halves",))
    (fit,) = trace.of(Fit)
    assert trace.side(fit.rows) == "train"


@pytest.mark.parametrize(
    "program",
    [
        "known = features.learn(table)\nRidge().fit(known, 1)",
        "known, names = features.learn(table), 1\nRidge().fit(known, 1)",
        "scale = features.learn(table)\nRidge().fit(table / scale, 1)",
    ],
)
def test_what_a_learning_function_gives_carries_what_it_learned(program: str) -> None:
    """Rows that such a function gives back, or that are computed with what it gives back, carry the learning."""
    trace = trace_of(f'table = read_cohort("a.csv")\n{program}', fits=("features.learn",), loaders=("read_cohort",))
    (learned,) = trace.of(Statistic)
    (fit,) = trace.of(Fit)
    assert learned.function == "learn"
    assert learned in fit.data.learned


def test_object_of_a_learning_method_carries_what_it_learned() -> None:
    """After a method that learns, what its object holds carries the learning."""
    text = """
        class Scale:
            def __init__(self): self.unit = 1
            def learn(self, table): self.unit = external(table)
            def apply(self, table): return table / self.unit

        table = read_cohort("a.csv")
        scale = Scale()
        scale.learn(table)
        Ridge().fit(scale.apply(table), 1)
    """
    trace = trace_of(text, fits=("Scale.learn",), loaders=("read_cohort",))
    (fit,) = trace.of(Fit)
    assert [event.function for event in trace.of(Statistic)] == ["learn"]
    assert len(fit.data.learned) == 1


def test_functions_of_the_program_itself_can_have_roles() -> None:
    """A call to a function of which it is said what it means is not followed."""
    text = """
        def read_orders(day):
            return pd.read_csv(day)

        Ridge().fit(read_orders("today"), 1)
    """
    trace = trace_of(text, loaders=("read_orders",))
    (fit,) = trace.of(Fit)
    assert str(fit.rows).startswith("read_orders@")


def test_names_without_a_role_are_followed_as_ever() -> None:
    """Roles change nothing for functions that they do not name."""
    assert not list(trace_of('Ridge().fit(read_cohort("a.csv"), 1)', loaders=("other",)).of(Load))
