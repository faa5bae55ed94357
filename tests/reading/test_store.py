from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from heldout.reading.store import Store


class Thing:
    """A heap object with two attributes."""

    def __init__(self) -> None:
        self.fits: Any = 0
        self.columns: Any = 0


class State:
    """Two scopes and two things, changed only through a store."""

    def __init__(self) -> None:
        self.store = Store()
        self.scopes: list[dict[str, Any]] = [{"a": 0}, {}]
        self.things = [Thing(), Thing()]

    def now(self) -> object:
        """Everything that there is."""
        return [dict(scope) for scope in self.scopes], [dict(vars(thing)) for thing in self.things]

    def write(self, writes: "list[Write]") -> None:
        """Carry out writes: a name bound or, with None, unbound; an attribute set."""
        for kind, number, key, value in writes:
            if kind == "thing":
                self.store.set(self.things[number], {"a": "fits", "b": "columns"}[key], value)
            elif value is None:
                self.store.unbind(self.scopes[number], key)
            else:
                self.store.bind(self.scopes[number], key, value)


Write = tuple[str, int, str, int | None]
WRITES: st.SearchStrategy[list[Write]] = st.lists(
    st.tuples(
        st.sampled_from(["scope", "thing"]), st.integers(0, 1), st.sampled_from("ab"), st.none() | st.integers(1, 5)
    ),
    max_size=8,
)


def pair(key: object, one: object, two: object) -> object:
    """Both values, as the join of two that differ."""
    return (key, one, two)


@given(WRITES, WRITES)
def test_undo_restores(before: list[Write], within: list[Write]) -> None:
    """After an undo everything is as it was when the stretch began."""
    state = State()
    state.write(before)
    expected = state.now()
    state.store.begin()
    state.write(within)
    state.store.undo()
    assert state.now() == expected


@given(WRITES, WRITES)
def test_redo_after_undo_is_identity(before: list[Write], within: list[Write]) -> None:
    """Writing again what was taken back gives the state at the end of the stretch."""
    state = State()
    state.write(before)
    state.store.begin()
    state.write(within)
    expected = state.now()
    state.store.redo(state.store.undo())
    assert state.now() == expected


@given(WRITES, WRITES, WRITES)
def test_nested_stretches(outer: list[Write], inner: list[Write], later: list[Write]) -> None:
    """A stretch that was undone within another is no part of it, and one that was redone or kept is."""
    for again in (True, False):
        state = State()
        expected = state.now()
        state.store.begin()
        state.write(outer)
        halfway = state.now()
        state.store.begin()
        state.write(inner)
        if again:
            state.store.redo(state.store.undo())
        else:
            state.store.undo()
            assert state.now() == halfway
        state.write(later)
        state.store.undo()
        assert state.now() == expected


@given(WRITES)
def test_join_with_nothing_written_twice(within: list[Write]) -> None:
    """Two ways that leave the same state leave that state."""
    state = State()
    written = []
    for _ in range(2):
        state.store.begin()
        state.write(within)
        expected = state.now()
        written.append(state.store.undo())
    state.store.join(*written, pair)
    assert state.now() == expected


def test_join_meets_what_differs() -> None:
    """Where two ways leave different values they are joined; where only one writes, with the value before."""
    state = State()
    state.write([("scope", 1, "b", 7)])
    state.store.begin()
    state.write([("scope", 0, "a", 1), ("scope", 1, "a", 2), ("thing", 0, "a", 3)])
    first = state.store.undo()
    state.store.begin()
    state.write([("scope", 0, "a", 4), ("scope", 1, "b", 8)])
    second = state.store.undo()
    state.store.join(first, second, pair)
    assert state.scopes == [{"a": ("a", 1, 4)}, {"a": 2, "b": ("b", 7, 8)}]
    assert state.things[0].fits == ("fits", 3, 0)


def test_join_keeps_what_one_way_unbinds() -> None:
    """A name that only one way unbinds may still be bound; one that both unbind is gone."""
    state = State()
    state.write([("scope", 1, "a", 5)])
    written = []
    for writes in ([("scope", 0, "a", None), ("scope", 1, "a", None)], [("scope", 1, "a", None)]):
        state.store.begin()
        state.write(writes)  # type: ignore[arg-type]
        written.append(state.store.undo())
    state.store.join(*written, pair)
    assert state.scopes == [{"a": 0}, {}]


def test_join_inside_a_stretch_is_undone_with_it() -> None:
    """What a join writes counts for the stretch around it."""
    state = State()
    before = state.now()
    state.store.begin()
    state.store.begin()
    state.write([("scope", 0, "a", 9), ("thing", 1, "b", 2)])
    state.store.join({}, state.store.undo(), pair)
    assert state.now() != before
    state.store.undo()
    assert state.now() == before
