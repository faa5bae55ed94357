import pytest

from heldout.libraries.conditions import UNKNOWN, holds


@pytest.mark.parametrize(
    ("condition", "arguments", "expected"),
    [
        (("shuffle", "is", True), {}, False),
        (("shuffle", "is", True), {"shuffle": True}, True),
        (("shuffle", "is", True), {"shuffle": 1}, False),
        (("shuffle", "is", True), {"shuffle": UNKNOWN}, False),
        (("shuffle", "not", False), {}, True),
        (("shuffle", "not", False), {"shuffle": False}, False),
        (("shuffle", "not", False), {"shuffle": UNKNOWN}, True),
        (("solver", "in", ("sag", "saga")), {"solver": "sag"}, True),
        (("solver", "in", ("sag", "saga")), {"solver": UNKNOWN}, False),
        (("solver", "in", ("sag", "saga")), {}, False),
        (("min_df", "given", 1), {"min_df": 1}, False),
        (("min_df", "given", 1), {"min_df": 2}, True),
        (("min_df", "given", 1), {"min_df": UNKNOWN}, True),
        (("min_df", "given", 1), {}, False),
        (("min_df", "absent", None), {}, True),
        (("min_df", "absent", None), {"min_df": None}, True),
        (("min_df", "absent", None), {"min_df": 3}, False),
    ],
)
def test_holds(condition: tuple[str, str, object], arguments: dict[str, object], expected: bool) -> None:
    """Conditions tell written, omitted and unknowable arguments apart."""
    assert holds(condition, arguments) is expected


def test_an_unknown_test_is_refused() -> None:
    """A misspelt test in a table fails loudly and says what is allowed."""
    with pytest.raises(ValueError, match="use given, absent, is, not, count, or in"):
        holds(("shuffle", "equals", True), {"shuffle": True})
