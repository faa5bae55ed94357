from collections.abc import Callable

import pytest

from heldout.columns import SOME
from heldout.events import Fit
from heldout.rows import meets
from heldout.trace import Trace

Read = Callable[[str], Trace]

LOAD = "from datasets import *; d = load_dataset('imdb', split='train')"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("load_dataset('imdb', split='train[:80%]')", "load_dataset('imdb', split='train[80%:]')", "no"),
        ("load_dataset('imdb', split='train[:90%]')", "load_dataset('imdb', split='train[80%:]')", "must"),
        ("load_dataset('imdb', split='train+test')", "load_dataset('imdb', split='test')", "must"),
        ("load_dataset('imdb')['train']", "load_dataset('imdb', split='train')", "must"),
        ("load_dataset('imdb', split=['train', 'test'])[0]", "load_dataset('imdb', split='test')", "no"),
        ("load_dataset('glue', 'mrpc', split='train')", "load_dataset('glue', 'sst2', split='train')", "no"),
        ("load_dataset('csv', data_files='a.csv')['train']", "load_dataset('csv', data_files='b.csv')['train']", "no"),
        ("d.train_test_split(0.2, seed=1)['train']", "d.train_test_split(0.2, seed=1)['test']", "no"),
        ("d.train_test_split(0.2, seed=1)['train']", "d.train_test_split(0.2, seed=2)['test']", "likely"),
        ("d.train_test_split(test_size=0.2)['train']", "d.train_test_split(test_size=0.2)['test']", "likely"),
        ("d.shuffle(seed=1).select(range(100))", "d.shuffle(seed=1).select(range(100, 200))", "no"),
        ("d.shuffle(seed=1).select(range(100))", "d.shuffle(seed=2).select(range(100, 200))", "likely"),
        ("d.shuffle().select(range(100))", "d.shuffle().select(range(100, 200))", "likely"),
        ("d.select(range(100))", "d.map(f).remove_columns('a').select(range(50))", "must"),
        ("concatenate_datasets([d.select(range(9)), d.select(range(20, 30))])", "d.select(range(9, 20))", "no"),
        ("Dataset.from_pandas(d.to_pandas())", "d", "must"),
    ],
)
def test_parts_of_data_sets(read: Read, first: str, second: str, expected: str) -> None:
    """Parts of a data set of Hugging Face share rows or not, however they are asked for."""
    trace = read(f"{LOAD}\nRidge().fit({first})\nRidge().fit({second})\n")
    one, other = trace.of(Fit)
    assert one.data.columns is not SOME
    assert meets(one.rows, other.rows) == expected


def test_dictionary_of_data_sets(read: Read) -> None:
    """What is done to a dictionary of data sets is done to each of them."""
    program = """
        from datasets import DatasetDict, load_dataset
        both = load_dataset("imdb", split="train").train_test_split(0.2, seed=1)
        parts = DatasetDict({"train": both["train"], "validation": both["test"]}).map(f).rename_column("a", "b")
        Ridge().fit(parts["train"])
        Ridge().fit(parts["validation"])
    """
    one, other = read(program).of(Fit)
    assert (one.rows.slot, other.rows.slot) == ("train", "test")


def test_files_are_one_part(read: Read) -> None:
    """Rows that are read from a file are all called "train": a part of them is no part of a training part."""
    program = """
        from datasets import load_dataset
        d = load_dataset("csv", data_files="a.csv")["train"].train_test_split(0.2, seed=1)
        Ridge().fit(d["test"])
    """
    trace = read(program)
    (fit,) = trace.of(Fit)
    assert trace.side(fit.rows) == "test"


def test_data_sets_on_disk_are_told_apart_by_their_paths(read: Read) -> None:
    """Two data sets that were saved under different paths hold different rows, even if the paths are not known."""
    program = """
        import argparse
        from datasets import load_from_disk
        args = argparse.ArgumentParser().parse_args()
        Ridge().fit(load_from_disk(args.train))
        Ridge().fit(load_from_disk(args.test))
        Ridge().fit(load_from_disk(args.train))
    """
    one, other, again = read(program).of(Fit)
    assert (meets(one.rows, other.rows), one.rows is again.rows) == ("no", True)
