import pytest

from heldout.columns import PLAIN, SOME, Column, Columns
from heldout.events import Data, Event, Statistic
from heldout.rows import RowSpace

TABLE = ("load", "a.csv")
OTHER = ("load", "b.csv")


def learning(name: str) -> Event:
    """Something that was learned."""
    return Statistic(name, Data(RowSpace().base("load", "rows")), "value")


MEAN, MEDIAN = learning("mean"), learning("median")
CARRYING_MEAN = Column(("written", 1), frozenset((MEAN,)))


@pytest.fixture
def whole() -> Columns:
    """Give all columns of one table."""
    return Columns(TABLE)


def test_own_column_has_its_table_for_origin(whole: Columns) -> None:
    """A column that is only implied is told by its table and name."""
    assert whole.column("age") == Column((TABLE, "age"))
    assert whole.holds((TABLE, "age"))
    assert not whole.holds((OTHER, "age"))
    assert not whole.holds(None)


def test_dropped_column_is_gone(whole: Columns) -> None:
    """A dropped column is not there, and the others are."""
    kept = whole.without(["age"])
    assert kept.column("age") is None
    assert not kept.holds((TABLE, "age"))
    assert kept.holds((TABLE, "ill"))


def test_replaced_column_no_longer_holds_the_old_numbers(whole: Columns) -> None:
    """Writing a column replaces its numbers; writing a dropped one brings the name back."""
    written = whole.having("age", CARRYING_MEAN)
    assert written.column("age") is CARRYING_MEAN
    assert not written.holds((TABLE, "age"))
    assert written.holds(("written", 1))
    assert whole.without(["age"]).having("age", CARRYING_MEAN).column("age") is CARRYING_MEAN


def test_columns_are_never_changed(whole: Columns) -> None:
    """Every operation gives new columns and leaves the old ones as they were."""
    whole.having("age", CARRYING_MEAN)
    whole.without(["ill"])
    whole.carrying(frozenset((MEAN,)))
    whole.renamed({"age": "years"})
    assert str(whole) == "all columns"
    assert not whole.learned


def test_only_some_columns(whole: Columns) -> None:
    """Picking columns by name keeps exactly those, with the numbers that they had."""
    picked = whole.having("age", CARRYING_MEAN).only(["age", "sex"])
    assert str(picked) == "age, sex"
    assert picked.column("age") is CARRYING_MEAN
    assert picked.column("sex") == Column((TABLE, "sex"))
    assert not picked.holds((TABLE, "ill"))


def test_stranger_among_picked_columns(whole: Columns) -> None:
    """A name that was dropped before names no numbers that are known."""
    assert whole.without(["age"]).only(["age"]).column("age") == PLAIN


@pytest.mark.parametrize(
    ("columns", "text"),
    [
        (Columns(TABLE), "all columns"),
        (Columns(TABLE).without(["b", "a"]), "all columns but a, b"),
        (Columns(TABLE).without(["a"]).having("c", PLAIN), "all columns but a, and c"),
        (Columns(), "no columns"),
        (Columns(TABLE).only(["a", "b"]), "a, b"),
        (SOME, "some columns"),
        (Columns(TABLE).only(["a"]).some(), "some columns (a)"),
    ],
)
def test_columns_in_words(columns: Columns, text: str) -> None:
    """Columns are printed as what is there and what is not."""
    assert str(columns) == text


def test_single_column(whole: Columns) -> None:
    """Exactly one known column is told with its name; more of them, or unknown ones, are not."""
    assert whole.only(["age"]).single() == ("age", Column((TABLE, "age")))
    assert whole.only(["age", "sex"]).single() == (None, None)
    assert whole.single() == (None, None)
    assert whole.only(["age"]).some().single() == (None, None)


def test_vague_columns_prove_nothing(whole: Columns) -> None:
    """Of columns that are not known, none is provably there."""
    assert not whole.some().holds((TABLE, "age"))
    assert not SOME.holds((TABLE, "age"))
    assert SOME.column("age") is None


def test_renamed_column_keeps_its_numbers(whole: Columns) -> None:
    """A renamed column is found under its new name, with the numbers of the old, and no more under the old."""
    renamed = whole.renamed({"age": "years"})
    assert renamed.column("years") == Column((TABLE, "age"))
    assert renamed.column("age") is None
    assert renamed.holds((TABLE, "age"))


def test_learned_is_of_every_column(whole: Columns) -> None:
    """What was learned into single columns, and into all of them, is learned into the whole."""
    columns = whole.having("age", CARRYING_MEAN).carrying(frozenset((MEDIAN,)))
    assert columns.learned == {MEAN, MEDIAN}
    assert columns.only(["sex"]).learned == {MEDIAN}
    assert columns.only(["age"]).learned == {MEAN, MEDIAN}
    assert columns.without(["age"]).learned == {MEDIAN}


def test_carrying_nothing_is_the_same(whole: Columns) -> None:
    """Columns that carry nothing more are the same columns."""
    assert whole.carrying(frozenset()) is whole
    assert CARRYING_MEAN.carrying(frozenset((MEAN,))) is CARRYING_MEAN


def test_everything_is_one_expression_over_all(whole: Columns) -> None:
    """All columns taken together carry what each carries and descend from each; a single one is itself."""
    both = whole.having("age", CARRYING_MEAN).only(["age", "sex"])
    together = both.everything()
    assert together.origin is None
    assert together.learned == {MEAN}
    assert together.lineage() == {("written", 1), (TABLE, "sex")}
    assert both.only(["sex"]).everything() == Column((TABLE, "sex"))


def test_mixed_column_descends_from_both() -> None:
    """An expression over two columns carries what both carry, and has both for parents and their traits."""
    one = Column("a", frozenset((MEAN,)), traits=frozenset({"past"}))
    two = Column("b", frozenset((MEDIAN,)), traits=frozenset({"future"}))
    mixed = one.mixed(two)
    assert mixed == Column(None, frozenset((MEAN, MEDIAN)), frozenset({"a", "b"}), frozenset({"past", "future"}))
    assert mixed.mixed(Column("c")).lineage() == {"a", "b", "c"}


def test_computed_columns_are_other_numbers(whole: Columns) -> None:
    """Arithmetic over a whole table leaves its names and gives every column other numbers."""
    computed = whole.having("age", CARRYING_MEAN).computed("logarithm")
    assert computed.column("age") == CARRYING_MEAN._replace(origin=("logarithm", "age"))
    assert computed.column("sex") == Column(("logarithm", "sex"))
    assert not computed.holds((TABLE, "sex"))


def test_beside_holds_the_columns_of_both(whole: Columns) -> None:
    """Tables side by side hold the named columns of both, and what either has learned."""
    named = Columns(known={"age": CARRYING_MEAN})
    both = whole.without(["ill"]).beside(named)
    assert both.column("age") is CARRYING_MEAN
    assert both.holds((TABLE, "sex"))
    assert not both.holds((TABLE, "ill"))
    assert both.learned == {MEAN}
    assert named.beside(Columns(known={"sex": PLAIN})).known == {"age": CARRYING_MEAN, "sex": PLAIN}


def test_beside_oneself_fills_gaps(whole: Columns) -> None:
    """What one of two pieces of one table lacks and the other has is there when they stand side by side."""
    both = whole.without(["a", "b"]).beside(whole.without(["b", "c"]))
    assert both.holds((TABLE, "a"))
    assert both.holds((TABLE, "c"))
    assert not both.holds((TABLE, "b"))


def test_mapped_changes_known_and_implied(whole: Columns) -> None:
    """A change is made to every column, named or not."""
    marked = whole.having("age", PLAIN).mapped(lambda column: column._replace(traits=frozenset({"past"})))
    assert marked.known["age"].traits == {"past"}
    assert marked.column("sex") == Column((TABLE, "sex"), traits=frozenset({"past"}))


def test_joined_with_itself_is_itself(whole: Columns) -> None:
    """Two ways that leave the same columns leave them as they are."""
    assert whole.joined(whole) is whole


def test_joined_ways_keep_what_both_agree_on(whole: Columns) -> None:
    """After either of two ways a column carries what either put into it, and is there only if both left it."""
    joined = whole.having("age", CARRYING_MEAN).joined(whole.without(["ill"]))
    column = joined.column("age")
    assert column is not None
    assert column.origin is None
    assert column.learned == {MEAN}
    assert not joined.holds((TABLE, "ill"))
    assert joined.holds((TABLE, "sex"))


def test_joined_tables_are_not_known(whole: Columns) -> None:
    """The columns of either of two tables are not known."""
    joined = whole.joined(Columns(OTHER))
    assert joined.vague
    assert not joined.holds((TABLE, "age"))


@pytest.mark.parametrize(
    ("dropped", "asked", "held"),
    [
        ("age", "ill", True),
        ("age", ("position", -1), False),
        ("age", ("position", 3), False),
        (("position", -1), ("position", -2), True),
        (("position", -1), ("position", 0), True),
        (("position", 0), ("position", -1), True),
        (("position", 0), ("position", 1), True),
        (("position", -1), "ill", False),
        (("position", -1), ("position", 4), False),
        (("position", 4), ("position", -2), False),
    ],
)
def test_columns_by_name_and_by_position(whole: Columns, dropped: object, asked: object, held: bool) -> None:
    """A column is provably left only if what was dropped is certainly another one, counted in the same way or from the end."""
    assert whole.without([dropped]).holds((TABLE, asked)) is held


def test_wide_table_stops_naming_columns(whole: Columns) -> None:
    """Beyond 512 named columns a table remembers only what was learned into the others."""
    columns = whole
    for number in range(512):
        columns = columns.having(number, PLAIN)
    more = columns.having("one more", CARRYING_MEAN)
    assert len(more.known) == 512
    assert more.learned == {MEAN}
    assert more.having(3, CARRYING_MEAN).column(3) is CARRYING_MEAN
