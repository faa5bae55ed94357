from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Fit, Load, Score
from heldout.rows import MUST, NO, meets
from heldout.trace import Trace

Read = Callable[[str], Trace]
See = Callable[[str, str], Any]


@pytest.mark.parametrize(
    ("call", "source", "made"),
    [
        ("pd.read_csv('a.csv')", "a.csv", False),
        ("pd.read_csv(filepath_or_buffer='a.csv')", "a.csv", False),
        ("pd.read_parquet(path)", None, False),
        ("np.loadtxt('a.txt')", "a.txt", False),
        ("load_iris()", None, False),
        ("make_classification(100, random_state=0)", None, True),
    ],
)
def test_load_tells_its_source(read: Read, call: str, source: str | None, made: bool) -> None:
    """Rows that come into being tell the path that they were read from, if it is spelled out, or that they are made up."""
    (load,) = read(call).of(Load)
    assert (load.source, load.made) == (source, made)


def test_same_file_is_the_same_rows(read: Read) -> None:
    """Two reads of one path give the same rows; of other paths, other options or unknown paths, others."""
    program = "\n".join(
        f"pd.read_csv({given})" for given in ("'a.csv'", "'b.csv'", "'a.csv'", "path", "path", "'a.csv', nrows=5")
    )
    rows = [load.data.rows for load in read(program).of(Load)]
    assert rows[0] is rows[2]
    assert len({id(one) for one in rows}) == 5


def test_data_set_that_comes_in_parts(seen: See) -> None:
    """A data set that ships in two parts gives two sets of rows, each with features and a target."""
    program = "from keras.datasets import mnist\n(a, b), (c, d) = mnist.load_data()"
    assert seen(program, "a / 255").rows == seen(program, "b").rows == "load_data@3 / train"
    assert seen(program, "c").rows == "load_data@3 / test"
    assert seen(program, "d").columns == "target"


def test_data_set_with_named_parts(seen: See) -> None:
    """The parts of a data set are found by their names, whichever way they are asked for."""
    program = "from datasets import load_dataset\nd = load_dataset('imdb')"
    assert seen(program, "d['train'].map(f)").rows == "load_dataset@3 / train"
    assert seen(program, "load_dataset('imdb', split='test')").rows == "load_dataset@3 / test"
    assert seen(program, "d['train'].train_test_split(0.1)['test']").rows == "load_dataset@3 / train / test"


def test_rows_made_up_twice_without_a_seed_are_others(read: Read) -> None:
    """A function that makes rows up gives other rows at each call, unless it seeds them."""
    program = (
        "def rows(n): return make_blobs(n_samples=n{seed})\n"
        "X, y = rows(50)\nm = Ridge().fit(X, y)\nX, y = rows(90)\nm.score(X, y)"
    )
    for seed, met in (("", NO), (", random_state=0", MUST)):
        trace = read(program.format(seed=seed))
        (fit,), (score,) = trace.of(Fit), trace.of(Score)
        assert meets(fit.rows, score.rows) == met
