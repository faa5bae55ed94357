import pytest
from hypothesis import given
from hypothesis import strategies as st

from heldout.rows import LIKELY, MUST, NO, UNKNOWN, Rows, RowSpace, meets, negated

IN_ORDER = ("slice", None)


@pytest.fixture
def space() -> RowSpace:
    """Give an empty space of rows."""
    return RowSpace()


@pytest.fixture
def base(space: RowSpace) -> Rows:
    """Give the rows of one file."""
    return space.base("load", "read_csv@1")


def part(space: RowSpace, parent: Rows, slot: str, origin: str = "split") -> Rows:
    """One side of a split."""
    return space.cut("part", parent, origin, slot, slot)


def piece(space: RowSpace, parent: Rows, low: object, high: object, origin: object = IN_ORDER) -> Rows:
    """The rows from `low` to `high`, None for the very start or end."""
    return space.cut("slice", parent, origin, (low, high), f"[{low}:{high}]")


def where(space: RowSpace, parent: Rows, *predicate: object) -> Rows:
    """The rows that a predicate holds for."""
    return space.cut("filter", parent, "filter", predicate, "filter")


def test_same_cut_is_the_same_object(space: RowSpace, base: Rows) -> None:
    """The same cut of the same rows is one object, whatever it is called the second time."""
    one = space.cut("part", base, "split", "train", "train")
    assert space.cut("part", base, "split", "train", "other words") is one
    assert space.base("load", "again") is base


def test_other_cuts_are_other_objects(space: RowSpace, base: Rows) -> None:
    """Another parent, origin, slot or kind makes other rows."""
    train = part(space, base, "train")
    others = [
        part(space, base, "test"),
        part(space, base, "train", "second split"),
        part(space, train, "train"),
        space.cut("fold", base, "split", "train", "train"),
        space.base("other load", "read_csv@1"),
    ]
    assert len({id(rows) for rows in (train, *others)}) == 6


def test_rows_are_told_as_the_way_to_them(space: RowSpace, base: Rows) -> None:
    """Rows are printed as the cuts from the load down to them, a union as its members."""
    train = part(space, base, "train")
    assert str(piece(space, train, None, 80)) == "read_csv@1 / train / [None:80]"
    other = space.base("other", "read_csv@2")
    assert str(part(space, space.union((base, other)), "test")) == "(read_csv@1 + read_csv@2) / test"


def test_ancestry_root_and_depth(space: RowSpace, base: Rows) -> None:
    """Rows know the way up to the root, which is as many steps long as they are deep."""
    train = part(space, base, "train")
    inner = piece(space, train, None, 5)
    assert list(inner.ancestry()) == [inner, train, base]
    assert inner.root is base
    assert (base.depth, train.depth, inner.depth) == (0, 1, 2)


def test_cuts_are_those_for_evaluation(space: RowSpace, base: Rows) -> None:
    """Of the way up, parts and folds set rows aside; slices and filters do not."""
    train = part(space, base, "train")
    fold = space.cut("fold", piece(space, train, None, 5), "folds", "test", "test fold")
    assert list(where(space, fold, "==", "sex", 1).cuts()) == [fold, train]


def test_made_by_and_origins_look_into_unions(space: RowSpace, base: Rows) -> None:
    """The origins of rows are those of every cut on the way, in all members of a union too."""
    train = part(space, base, "train")
    other = part(space, space.base("other", "read_csv@2"), "train", "second split")
    both = part(space, space.union((train, other)), "test", "third split")
    assert {"load", "split", "other", "second split", "third split"} <= set(both.origins())
    assert both.made_by("second split")
    assert not train.made_by("second split")


def test_bases_look_into_unions(space: RowSpace, base: Rows) -> None:
    """The bases of rows are where they came into being, whichever member of a union they are in."""
    other = space.base("other", "other")
    window = space.cut("slice", base, "slice", (0, 5), "[:5]")
    both = space.union((window, other))
    assert window.bases() == {base}
    assert both.bases() == {both, base, other}


def test_rows_are_within_what_they_were_cut_from(space: RowSpace, base: Rows) -> None:
    """A cut lies within all its ancestors, and they do not certainly lie within it."""
    inner = piece(space, part(space, base, "train"), None, 5)
    assert all(inner.within(node) for node in inner.ancestry())
    assert not base.within(inner)
    assert not part(space, base, "test").within(part(space, base, "train"))


def test_union_within(space: RowSpace, base: Rows) -> None:
    """A union lies within what holds all its members, and holds each member and what was cut from it."""
    train, test = part(space, base, "train"), part(space, base, "test")
    other = space.base("other", "read_csv@2")
    both = space.union((train, test))
    assert both.within(base)
    assert piece(space, train, None, 5).within(both)
    assert piece(space, both, None, 5).within(base)
    assert not space.union((train, other)).within(base)
    assert not base.within(both)


def test_union_is_flat_and_without_repeats(space: RowSpace, base: Rows) -> None:
    """A union of unions is one union, repeats count once, and one member alone is itself."""
    one, two, three = (space.base(number, str(number)) for number in range(3))
    assert space.union((space.union((one, two)), three, one)).members == (one, two, three)
    assert space.union((one, two)) is space.union((one, two))
    assert space.union((base, base)) is base


def test_long_union_is_vague(space: RowSpace) -> None:
    """Of more than eight tables together nothing is known."""
    tables = tuple(space.base(number, str(number)) for number in range(9))
    assert not space.union(tables[:8]).vague
    many = space.union(tables)
    assert many.vague
    assert not many.members
    assert meets(many, tables[0]) == UNKNOWN


def test_different_files_share_nothing(space: RowSpace, base: Rows) -> None:
    """Rows of two files are different rows, and so are all cuts of them."""
    other = space.base("other", "read_csv@2")
    assert meets(base, other) == NO
    assert meets(part(space, base, "train"), part(space, other, "train")) == NO


def test_vague_rows_may_be_any(space: RowSpace, base: Rows) -> None:
    """Nothing is known of how vague rows relate to others, not even to themselves."""
    vague = space.base("somewhere", "somewhere", vague=True)
    assert meets(vague, vague) == UNKNOWN
    assert meets(vague, base) == UNKNOWN
    assert meets(part(space, vague, "train"), part(space, base, "train")) == UNKNOWN
    assert meets(part(space, vague, "train"), part(space, vague, "test")) == NO


@pytest.mark.parametrize("kind", ["part", "fold", "slice", "filter", "sample", "rest", "copies"])
def test_cut_meets_its_ancestors(space: RowSpace, base: Rows, kind: str) -> None:
    """Any cut shares rows with what it was cut from, however far above."""
    cut = space.cut(kind, part(space, base, "train"), "cut", ("some", "slot"), "cut")
    assert [meets(cut, node) for node in cut.ancestry()] == [MUST] * 3


@pytest.mark.parametrize("kind", ["part", "fold"])
def test_sisters_share_nothing(space: RowSpace, base: Rows, kind: str) -> None:
    """The sides of one split share nothing, nor does anything that was cut from them."""
    train, test = (space.cut(kind, base, "split", slot, slot) for slot in ("train", "test"))
    assert meets(train, test) == NO
    assert meets(part(space, train, "train"), piece(space, test, None, 5)) == NO


def test_two_random_cuts_probably_share_rows(space: RowSpace, base: Rows) -> None:
    """A random cut probably hits any other cut of the same rows; two conditions may or may not."""
    first, second = part(space, base, "train"), part(space, base, "test", "second split")
    assert meets(first, second) == LIKELY
    assert meets(first, piece(space, base, None, 80)) == LIKELY
    assert meets(first, where(space, base, "==", "sex", 1)) == LIKELY
    assert meets(first, space.cut("sample", base, "drawn", "", "sample")) == LIKELY
    assert meets(piece(space, base, None, 80), where(space, base, "==", "sex", 1)) == UNKNOWN


def test_copies_hold_every_row(space: RowSpace, base: Rows) -> None:
    """Rows that were copied hold the originals, so they meet every other cut of them."""
    copies = space.cut("copies", base, "resample", "", "SMOTE")
    assert meets(copies, part(space, base, "test")) == MUST
    assert meets(copies, where(space, base, "==", "sex", 1)) == MUST


def test_two_parts_of_copies_are_sisters(space: RowSpace, base: Rows) -> None:
    """Parts of copied rows are different rows; that they hold copies is for the event to tell."""
    copies = space.cut("copies", base, "resample", "", "SMOTE")
    assert meets(part(space, copies, "train"), part(space, copies, "test")) == NO


def test_rest_is_what_a_sample_left(space: RowSpace, base: Rows) -> None:
    """What is left after rows were taken out shares nothing with them or with cuts of them."""
    sample = space.cut("sample", base, "drawn", "", "sample")
    rest = space.cut("rest", base, "rest", sample, "rest")
    assert meets(sample, rest) == NO
    assert meets(piece(space, sample, None, 5), part(space, rest, "train")) == NO
    assert meets(rest, space.cut("sample", base, "drawn again", "", "sample")) == LIKELY


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ((None, 80), (80, None), NO),
        ((None, 80), (100, None), NO),
        ((None, 80), (80, 100), NO),
        ((0, 80), (80, 100), NO),
        ((None, 100), (80, None), MUST),
        ((20, 60), (40, 80), MUST),
        ((None, 80), (None, 20), MUST),
        ((20, None), (90, None), MUST),
        ((None, -20), (-20, None), NO),
        ((None, -50), (-20, None), NO),
        ((-100, -50), (-50, None), NO),
        ((None, -20), (-50, None), MUST),
        ((-100, -40), (-60, -20), MUST),
        ((None, 80), (None, -20), MUST),
        ((None, -20), (80, None), UNKNOWN),
        ((None, 80), (-20, None), UNKNOWN),
        ((None, "n"), ("n", None), NO),
        ((None, ("key", 1)), (("key", 1), None), NO),
        ((None, "n"), ("m", None), UNKNOWN),
        (("n", "m"), ("m", "end"), NO),
        (("n", "m"), ("k", "l"), UNKNOWN),
        ((None, "n"), (80, None), UNKNOWN),
        ((None, "n"), (None, 80), MUST),
        (("n", None), (80, None), MUST),
        ((None, "n"), (("Add", "n", "m"), None), NO),
        (("n", ("Add", "n", "m")), (("Add", ("Add", "n", "m"), "k"), None), NO),
        ((None, ("Add", "n", "m")), ("n", None), UNKNOWN),
    ],
)
def test_slices(
    space: RowSpace, base: Rows, one: tuple[object, object], other: tuple[object, object], answer: str
) -> None:
    """Slices of one order share rows if their ranges certainly overlap, none if they certainly do not."""
    assert meets(piece(space, base, *one), piece(space, base, *other)) == answer


def test_slices_of_two_orders(space: RowSpace, base: Rows) -> None:
    """The same range of another order, or of an order that is drawn anew each time, probably holds some of the same rows."""
    shuffled = ("slice", ("shuffled", 3))
    anew = ("slice", ("reshuffled", 3, 0))
    assert meets(piece(space, base, None, 80), piece(space, base, 80, None, shuffled)) == LIKELY
    assert meets(piece(space, base, None, 80, shuffled), piece(space, base, 80, None, shuffled)) == NO
    assert meets(piece(space, base, None, 80, anew), piece(space, base, 80, None, anew)) == LIKELY


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (("==", "fold", 0), ("==", "fold", 1), NO),
        (("==", "fold", 0), ("!=", "fold", 0), NO),
        (("<", "year", 2020), (">=", "year", 2020), NO),
        ((">", "year", 2020), ("<=", "year", 2020), NO),
        (("<", "year", 2020), (">", "year", 2020), NO),
        (("<", "year", 2018), (">=", "year", 2020), NO),
        (("<", "day", "2018-01-01"), (">=", "day", "2020-01-01"), NO),
        (("in", "town", "towns"), ("not in", "town", "towns"), NO),
        (("<", "year", 2020), (">=", "year", 2018), LIKELY),
        (("<=", "year", 2020), (">=", "year", 2020), LIKELY),
        (("<", "year", 2020), ("<", "year", 2018), LIKELY),
        ((">", "year", 2020), (">=", "year", 2018), LIKELY),
        (("<", "year", 2020), (">", "age", 2020), UNKNOWN),
        (("==", "sex", 1), ("==", "fold", 2), UNKNOWN),
        (("<", "year", "2020"), (">", "year", 2021), UNKNOWN),
        (("==", "year", 2020), ("<", "year", 2022), UNKNOWN),
    ],
)
def test_filters(space: RowSpace, base: Rows, one: tuple[object, ...], other: tuple[object, ...], answer: str) -> None:
    """Conditions that exclude one another share no rows; ranges that overlap probably do."""
    assert meets(where(space, base, *one), where(space, base, *other)) == answer


@pytest.mark.parametrize(
    "predicate", [("==", "a", 1), ("<", "a", 1), ("in", "a", "b"), ("and", "p", "q"), ("isna", "a", ()), "mask"]
)
def test_negated_twice_is_the_same(space: RowSpace, base: Rows, predicate: object) -> None:
    """The opposite of the opposite is the predicate itself, and rows of opposites are disjoint."""
    opposite = negated(predicate)
    assert negated(opposite) == predicate
    one, other = (space.cut("filter", base, "filter", slot, "filter") for slot in (predicate, opposite))
    assert meets(one, other) == NO


def test_union_meets_its_members(space: RowSpace, base: Rows) -> None:
    """A union shares rows with its members and their cuts, and none with other files."""
    other = space.base("other", "read_csv@2")
    both = space.union((base, other))
    assert meets(both, base) == MUST
    assert meets(both, part(space, other, "test")) == MUST
    assert meets(both, space.base("third", "read_csv@3")) == NO


def test_random_part_of_a_union_hits_its_members(space: RowSpace, base: Rows) -> None:
    """A random part of tables that were joined holds rows of each, and probably of any cut of one."""
    other = space.base("other", "read_csv@2")
    test = part(space, space.union((base, other)), "test")
    assert meets(test, base) == MUST
    assert meets(test, part(space, base, "train", "earlier split")) == LIKELY
    assert meets(test, space.base("third", "read_csv@3")) == NO


def test_joined_cuts_meet_a_random_part_of_what_they_were_cut_from(space: RowSpace, base: Rows) -> None:
    """Whichever side is asked, cuts that were joined are probably hit by a random part, not certainly."""
    cuts = space.union((part(space, base, "test"), where(space, base, "==", "a", 1)))
    train = part(space, space.union((base, space.base("other", "read_csv@2"))), "train", "later split")
    assert meets(cuts, train) == meets(train, cuts) == LIKELY


@pytest.mark.parametrize("kind", ["slice", "filter"])
def test_chosen_rows_of_a_union_may_be_of_either(space: RowSpace, base: Rows, kind: str) -> None:
    """A range or a condition over joined tables may pick rows of one table only."""
    both = space.union((base, space.base("other", "read_csv@2")))
    assert meets(space.cut(kind, both, "cut", (None, 5), "cut"), base) == UNKNOWN


KINDS = ("part", "fold", "slice", "filter", "sample", "copies")
ENDS = st.sampled_from([None, 1, 5, -5, -1, "n"])
PREDICATES = st.tuples(st.sampled_from(["==", "!=", "<", ">=", ">"]), st.sampled_from("ab"), st.integers(0, 2))


@st.composite
def families(draw: st.DrawFn) -> tuple[RowSpace, list[Rows]]:
    """Rows of up to three files, cut and joined at random, each cut after its parent."""
    space = RowSpace()
    made = [space.base(number, str(number), vague=number == 2) for number in range(draw(st.integers(1, 3)))]
    for _ in range(draw(st.integers(0, 10))):
        parent = draw(st.sampled_from(made))
        kind = draw(st.sampled_from((*KINDS, "rest", "union")))
        if kind == "union":
            made.append(space.union((parent, draw(st.sampled_from(made)))))
        elif kind == "rest":
            taken = draw(st.sampled_from(made))
            made.append(space.cut("rest", parent, ("rest", id(taken)), taken, "rest"))
        elif kind == "slice":
            order = ("slice", draw(st.sampled_from([None, ("shuffled", 1), ("reshuffled", 2, 0)])))
            made.append(piece(space, parent, draw(ENDS), draw(ENDS), order))
        elif kind == "filter":
            made.append(where(space, parent, *draw(PREDICATES)))
        else:
            origin = draw(st.sampled_from(["first", "second"]))
            made.append(space.cut(kind, parent, origin, draw(st.sampled_from(["train", "test"])), kind))
    return space, made


@given(families())
def test_meeting_is_symmetric(family: tuple[RowSpace, list[Rows]]) -> None:
    """Whether rows of one file, and rows of any, joined ones too, meet does not depend on which is asked."""
    _, made = family
    for one in made:
        for other in made:
            if not one.root.members:
                assert meets(one, other) == meets(other, one)


@given(families())
def test_what_lies_within_meets(family: tuple[RowSpace, list[Rows]]) -> None:
    """Rows that certainly lie within others are never told to share none with them."""
    _, made = family
    for one in made:
        for other in made:
            if one.within(other):
                assert meets(one, other) != NO


@given(families())
def test_sides_of_a_split_never_meet(family: tuple[RowSpace, list[Rows]]) -> None:
    """However rows came about, the two sides of a split of them share nothing, while both meet the whole."""
    space, made = family
    for rows in made:
        train, test = part(space, rows, "train", "last"), part(space, rows, "test", "last")
        assert meets(train, test) == NO
        assert MUST == meets(train, rows) == meets(test, rows)


@given(families(), ENDS, ENDS)
def test_slice_meets_its_parent(family: tuple[RowSpace, list[Rows]], low: object, high: object) -> None:
    """A slice shares rows with what it was sliced from, whatever its ends."""
    space, made = family
    for rows in made:
        assert meets(piece(space, rows, low, high), rows) == MUST
