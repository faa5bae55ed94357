"""What a project says of its own functions: the table that its configuration adds to those of the libraries."""

from collections.abc import Mapping

from heldout.libraries.table import Entry

#: What may be said of functions, with what it then means to call one.
ENTRIES = {
    "loaders": Entry("load"),
    "splits": Entry("split"),
    "fits": Entry("transform_function", "value"),
}
#: What may be said of columns.
TARGETS = "target"
ROLES = (*ENTRIES, TARGETS)


class Roles:
    """Patterns by role, as configured; ``*`` in one stands for any characters.

    A pattern names a function by its dotted name from the project's folder or by the last parts of it
    (``shop.data.read_orders``, ``read_orders``), a method with its class, a column by its name.
    """

    __slots__ = ("_functions", "_targets")

    def __init__(self, patterns: Mapping[str, tuple[str, ...]]) -> None:
        self._functions = [(pattern, role) for role in ENTRIES for pattern in patterns.get(role, ())]
        self._targets = patterns.get(TARGETS, ())

    def __bool__(self) -> bool:
        return bool(self._functions or self._targets)

    def __repr__(self) -> str:
        functions = [f"{role}: {pattern}" for pattern, role in self._functions]
        return repr([*functions, *(f"{TARGETS}: {pattern}" for pattern in self._targets)])

    def role(self, qualified: str) -> str:
        """The role of the function of this dotted name, empty if it has none."""
        return next((role for pattern, role in self._functions if _names(pattern, qualified)), "")

    def is_target(self, column: object) -> bool:
        """Whether the project calls columns of this name targets."""
        return isinstance(column, str) and any(_matches(column, pattern) for pattern in self._targets)


NO_ROLES = Roles({})


def _names(pattern: str, qualified: str) -> bool:
    count = pattern.count(".") + 1
    return _matches(qualified, pattern) or _matches(".".join(qualified.split(".")[-count:]), pattern)


def _matches(name: str, pattern: str) -> bool:
    from fnmatch import fnmatchcase

    return fnmatchcase(name, pattern)
