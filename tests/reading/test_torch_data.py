from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Fit, Split
from heldout.rows import LIKELY, MUST, NO, meets
from heldout.trace import Trace

Read = Callable[[str], Trace]
See = Callable[[str, str], Any]
TORCH = """
import os, torch
from torch.utils.data import *
from torchvision import datasets
class Notes(Dataset):
    def __init__(self, folder, train=True, transform=None):
        self.folder, self.transform = folder, transform
    def __len__(self): return len(os.listdir(self.folder))
    def __getitem__(self, i): return self.transform(open(f"{self.folder}/{i}"))
class Table(Dataset):
    def __init__(self, path): self.x = torch.tensor(pd.read_csv(path).values)
    def __getitem__(self, i): return self.x[i], self.x[i, 0]
place = os.environ["PLACE"]
digits = datasets.MNIST("d", train=True)
order = list(range(len(digits)))
cut = int(0.2 * len(digits))
np.random.shuffle(order)
def drawn(n): return random_split(digits, [n, 10], generator=torch.Generator().manual_seed(3))
"""


@pytest.mark.parametrize(
    ("expression", "rows"),
    [
        ('datasets.MNIST("d", train=False)', "MNIST@2 / test"),
        ('datasets.MNIST("d")', "MNIST@2 / train"),
        ('datasets.SVHN("d", split="test")', "SVHN@2 / test"),
        ('datasets.ImageFolder("birds/val")', "ImageFolder@2 / validation"),
        ('datasets.ImageFolder(os.path.join(place, "train"))', "ImageFolder@2 / train"),
        ("Subset(digits, range(100))", "MNIST@17 / train / [:100]"),
        ("Subset(digits, list(range(100, len(digits))))", "MNIST@17 / train / [100:]"),
        ("DataLoader(digits, sampler=SubsetRandomSampler(order[cut:]))", "MNIST@17 / train / [n:]"),
        (
            "DataLoader(digits, batch_sampler=BatchSampler(SubsetRandomSampler(order[:cut]), 8, False))",
            "MNIST@17 / train / [:n]",
        ),
        ("DataLoader(digits, sampler=WeightedRandomSampler(weights, 100))", "MNIST@17 / train"),
        ("random_split(digits, [50, 10])[1]", "MNIST@17 / train / test"),
        ("random_split(digits, [50, 5, 5])[1]", "MNIST@17 / train / validation"),
        ("Subset(digits, train_test_split(range(len(digits)), stratify=digits.targets)[1])", "MNIST@17 / train / test"),
        ('DataLoader(Table("a.csv"), batch_size=2)', "read_csv@14"),
        ('DataLoader(Notes("a", train=False))', "Notes@2 / test"),
        ("DataLoader([(x, 1) for x in df.values[:5]])", "read_csv@1 / [:5]"),
        ('{part: DataLoader(Notes("a", part)) for part in ["train", "val"]}["val"]', "Notes@2 / validation"),
        ("[batch for batch in DataLoader(digits)][0]", "MNIST@17 / train"),
        ("[batch['x'] for batch in DataLoader(digits)][0]", "MNIST@17 / train"),
    ],
)
def test_rows_of_data_sets(seen: See, expression: str, rows: str) -> None:
    """Data sets, their parts and the loaders over them hold the rows that they were made of, or those of their positions."""
    found = seen(TORCH.replace("\n", "\n", 1), f"(\n{expression}\n)").rows
    assert _without_lines(found) == _without_lines(rows)


def _without_lines(rows: str) -> str:
    import re

    return re.sub(r"@\d+", "", rows)


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ('datasets.MNIST("d", train=True)', 'datasets.MNIST("d", train=False)', NO),
        ('datasets.MNIST("d", transform=f)', 'datasets.MNIST("d", train=True, transform=g)', MUST),
        ('datasets.ImageFolder(os.path.join(place, "train"))', 'datasets.ImageFolder(place + "/val")', NO),
        ('Notes("a", transform=f)', 'Notes("a", transform=g)', MUST),
        ('Notes("a")', 'Notes("b")', NO),
        ('Notes("a", train=True)', 'Notes("a", train=False)', NO),
        ('Subset(Notes("a", transform=f), order[:cut])', 'Subset(Notes("a", transform=g), order[cut:])', NO),
        ('Table("train.csv")', 'Table("test.csv")', NO),
        ('Table("train.csv")', 'Table("train.csv")', MUST),
        ("Subset(digits, order[:cut])", "Subset(digits, order[cut:])", NO),
        ("drawn(50)[0]", "drawn(50)[1]", NO),
        ("drawn(50)[0]", "drawn(40)[1]", LIKELY),
        ("random_split(digits, [50, 10])[0]", "random_split(digits, [50, 10])[1]", LIKELY),
    ],
)
def test_how_parts_relate(seen: See, one: str, other: str, answer: str) -> None:
    """Two sets of one data set share rows unless one cut parted them; transforms do not tell rows apart."""
    program = f"{TORCH}\ntorch.nn.Linear(1, 1)\nleft, right = DataLoader({one}), DataLoader({other})"
    left, right = seen(program, "left").data.rows, seen(program, "right").data.rows
    del left, right
    pair = seen(program, "np.concatenate([left, right])").data.rows
    if answer == MUST:
        assert seen(program, "left").rows == seen(program, "right").rows
    else:
        assert meets(*pair.members) == answer


def test_masks_of_a_graph(seen: See) -> None:
    """Masks that come with a data set part its rows as their names say."""
    program = "x = graph.x"
    train = seen(program, "x[graph.train_mask]").data.rows
    assert (train.kind, train.slot) == ("part", "train")
    assert seen(program, "x[graph.test_mask]").data.rows.slot == "test"


def test_random_split_is_told(read: Read) -> None:
    """A random split is an event with its parts, and is seeded by a generator."""
    trace = read(f"{TORCH}\na, b = drawn(5)\n")
    (split,) = trace.of(Split)
    assert (split.seeded, [part.role for part in split.parts]) == (True, ["train", "test"])


def test_statistics_in_transforms_reach_the_rows(read: Read) -> None:
    """What a transform was computed from goes with the rows of the data set that it changes."""
    trace = read("""
        import torch
        from torchvision import datasets, transforms
        plain = datasets.MNIST("d", train=True)
        steps = transforms.Compose([transforms.ToTensor(), transforms.Normalize((plain.data.float().mean(),), (1,))])
        digits = datasets.MNIST("d", train=True, transform=steps)
        for x, y in torch.utils.data.DataLoader(digits):
            SVC().fit(x, y)
    """)
    fit = next(trace.of(Fit))
    assert [event.function for event in fit.data.learned] == ["mean"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("sampler", ["sampler", "loader.sampler"])
def test_the_epoch_of_a_sampler_is_told_wherever_it_is_kept(read: Read, sampler: str) -> None:
    """`set_epoch` is told as a call of the sampler, also where a loader keeps it."""
    text = "from torch.utils.data import DataLoader, DistributedSampler\nsampler = DistributedSampler(rows)\n"
    trace = read(f"{text}loader = DataLoader(rows, sampler=sampler)\n{sampler}.set_epoch(3)\n")
    (told,) = trace.calls("set_epoch")
    assert told.owner == "DistributedSampler"
