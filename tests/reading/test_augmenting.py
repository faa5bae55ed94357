from collections.abc import Callable

import pytest

from heldout.events import Predict, Split
from heldout.events.assembly import Augment
from heldout.rows import meets
from heldout.trace import Trace

Read = Callable[[str], Trace]

TORCH = """
import torch
from torch.utils.data import DataLoader, Dataset, Subset, random_split
from torchvision.transforms import *
from torchvision.datasets import ImageFolder
"""
FITTED = "\nnetwork = torch.nn.Linear(9, 2)\nfor x, y in DataLoader(kept):\n    torch.nn.functional.cross_entropy(network(x), y).backward()\n"


def changes(trace: Trace) -> set[str]:
    """What changes the rows that the network of a program is first given."""
    (asked, *_) = trace.of(Predict)
    return {event.function for event in asked.data.learned if isinstance(event, Augment)}


@pytest.mark.parametrize(
    ("made", "changed"),
    [
        ("kept = ImageFolder('a', Compose([RandomCrop(8), ToTensor()]))", {"RandomCrop"}),
        ("kept = ImageFolder('a', transform=Compose([CenterCrop(8), ToTensor()]))", set()),
        ("kept = ImageFolder('a', transform=RandomApply([ColorJitter()], p=0.3))", {"RandomApply", "ColorJitter"}),
        ("kept = ImageFolder('a', transform=RandomHorizontalFlip(p=0))", set()),
        ("kept = ImageFolder('a', transform=RandomHorizontalFlip(1.0))", set()),
        ("kept, rest = random_split(ImageFolder('a', RandomCrop(8)), [9, 1])", {"RandomCrop"}),
        ("kept = Subset(ImageFolder('a', RandomCrop(8)), range(9))", {"RandomCrop"}),
        ("kept = ImageFolder('a', RandomCrop(8))\nkept.transform = ToTensor()", set()),
        (
            "kept, rest = random_split(ImageFolder('a', RandomCrop(8)), [9, 1])\nkept.dataset.transform = ToTensor()",
            set(),
        ),
    ],
)
def test_data_sets_carry_random_changes(read: Read, made: str, changed: set[str]) -> None:
    """Rows carry what changes them at random: not what always does the same, nor what was taken back."""
    assert changes(read(TORCH + made + FITTED)) == changed


@pytest.mark.parametrize(
    ("condition", "changed"), [("self.transform", {"RandomCrop"}), ("self.training", set()), ("True", {"RandomCrop"})]
)
def test_changes_under_a_condition(read: Read, condition: str, changed: set[str]) -> None:
    """A data set that asks another of its fields whether to change a row is not taken to change it."""
    kind = f"""
class Leaves(Dataset):
    def __init__(self, rows, transform, training=False):
        self.rows, self.transform, self.training = rows, transform, training
    def __getitem__(self, number):
        row, label = self.rows[number]
        if {condition}:
            row = self.transform(row)
        return row, label

kept = Leaves(torch.load("a.pt"), RandomCrop(8))
"""
    assert changes(read(TORCH + kind + FITTED)) == changed


def test_generators_of_images_cut_folders(read: Read) -> None:
    """The two subsets that generators with one share cut from a folder have no rows in common."""
    trace = read(
        "from keras.preprocessing.image import ImageDataGenerator\n"
        "one = ImageDataGenerator(horizontal_flip=True, validation_split=0.2)\n"
        "two = ImageDataGenerator(validation_split=0.2)\n"
        "a = one.flow_from_directory('leaves', subset='training')\n"
        "b = two.flow_from_directory('leaves', subset='validation')\n"
        "c = two.flow_from_directory('leaves')\n"
    )
    first, second = (split.parts[0] for split in trace.of(Split))
    assert (first.role, second.role) == ("train", "test")
    assert meets(first.rows, second.rows) == "no"
    assert [event.function for event in trace.of(Augment)] == ["ImageDataGenerator"]
