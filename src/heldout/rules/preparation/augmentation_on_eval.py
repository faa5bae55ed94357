"""Rows that judge a model are changed at random as they are read.

## Why it matters

Crops, flips and colour shifts make more of the training rows. Under the rows that judge, they make every score one of
other pictures than those that come in use, mostly harder ones: it is too low, and another one each time it is asked
for. Early stopping and the choice among epochs then follow the luck of the draw.

One data set is made, with the transforms for training, and parted afterwards.

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader, random_split
from torchvision import transforms
from torchvision.datasets import ImageFolder

changes = [transforms.RandomHorizontalFlip(), transforms.ToTensor()]  # finding
leaves = ImageFolder("leaves", transform=transforms.Compose(changes))
train_set, val_set = random_split(leaves, [800, 200], generator=torch.manual_seed(0))  # via
model = nn.Sequential(nn.Flatten(), nn.Linear(3 * 64 * 64, 5))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
model.train()
for pictures, kinds in DataLoader(train_set, batch_size=32, shuffle=True):
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(pictures), kinds).backward()
    optimizer.step()
model.eval()
right = 0
with torch.no_grad():
    for pictures, kinds in DataLoader(val_set, batch_size=32):
        right += (model(pictures).argmax(1) == kinds).sum().item()  # via
print("accuracy", right / len(val_set))
```

The generator that turns pictures gives the validation pictures, too.

```python bad
from tensorflow import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

turned = ImageDataGenerator(rescale=1 / 255, rotation_range=20, validation_split=0.2)  # finding
train = turned.flow_from_directory("leaves", subset="training")
validation = turned.flow_from_directory("leaves", subset="validation")  # via
network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(5, activation="softmax")])
network.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
network.fit(train, validation_data=validation, epochs=5)  # via
```

A second generator, which only scales, gives the same files for validation as they are.

```python good
from tensorflow import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

turned = ImageDataGenerator(rescale=1 / 255, rotation_range=20, validation_split=0.2)
plain = ImageDataGenerator(rescale=1 / 255, validation_split=0.2)
train = turned.flow_from_directory("leaves", subset="training")
validation = plain.flow_from_directory("leaves", subset="validation")
network = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(5, activation="softmax")])
network.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
network.fit(train, validation_data=validation, epochs=5)
```

Each folder has transforms of its own; what judges is cropped in the middle, always alike.

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import transforms
from torchvision.datasets import ImageFolder


def transform(train):
    if train:
        return transforms.Compose([transforms.RandomResizedCrop(64), transforms.ToTensor()])
    return transforms.Compose([transforms.Resize(72), transforms.CenterCrop(64), transforms.ToTensor()])


torch.manual_seed(0)
train_set, val_set = ImageFolder("leaves/train", transform(True)), ImageFolder("leaves/val", transform(False))
model = nn.Sequential(nn.Flatten(), nn.Linear(3 * 64 * 64, 5))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for pictures, kinds in DataLoader(train_set, batch_size=32, shuffle=True):
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(pictures), kinds).backward()
    optimizer.step()
model.eval()
right = 0
with torch.no_grad():
    for pictures, kinds in DataLoader(val_set, batch_size=32):
        right += (model(pictures).argmax(1) == kinds).sum().item()
print("accuracy", right / len(val_set))
```

## Better

Make the data set twice, with and without the random transforms, and take the training indices of the one and the rest
of the other: `Subset(plain, held_out)`. Scores over several changed copies of a row (test-time augmentation) are
another matter: there the mean is the point.

## References

- https://docs.pytorch.org/vision/stable/transforms.html
- https://keras.io/api/layers/preprocessing_layers/image_augmentation/
"""

from collections.abc import Iterator

from heldout.rule import Augment, Data, Event, Finding, Fit, Rule, Trace, role, words

_AVERAGED = frozenset({"tta"})


class AugmentationOnEval(Rule):
    code = "HLD206"
    level = "warning"
    confidence = "likely"
    bias = "pessimistic"
    needs = ("torch", "torchvision", "keras", "tensorflow", "albumentations")

    def check(self, trace: Trace) -> Iterator[Finding]:
        told: set[Event] = set()
        for event, data in _judgings(trace):
            changes = sorted((one for one in data.learned if isinstance(one, Augment)), key=lambda one: one.index)
            if not changes or told.intersection(changes) or _is_averaged(event, data):
                continue
            told.update(changes)
            first, *others = changes
            more = f" and {len(others)} more" if others else ""
            split = trace.split_of(data.rows)
            aside = [] if split is None else [(split, "these rows are set aside here")]
            yield self.finding(
                first,
                f"`{first.function}`{more} {'change' if others else 'changes'} "
                f"{_called(trace, data)} at random: the score is of other rows than those set aside",
                [*aside, (event, "they judge here")],
            )


def _judgings(trace: Trace) -> Iterator[tuple[Event, Data]]:
    """What judges a model: held-out rows that are scored, and rows that are watched while it is fitted."""
    for score in trace.scores:
        if trace.held_out(score.rows) or role(score.data.name) in ("test", "validation"):
            yield score, score.data
    for fit in trace.of(Fit):
        if fit.validation is not None:
            yield fit, fit.validation


def _called(trace: Trace, data: Data) -> str:
    """What the program calls the rows, by a name that says what they are for: a loop calls a batch of them `x`."""
    names = (data.name, *trace.names.get(data.rows, ()))
    return next((f"`{name}`" for name in names if role(name) in ("test", "validation")), "held-out rows")


def _is_averaged(event: Event, data: Data) -> bool:
    return any(word in _AVERAGED for name in (event.scope, data.name) for word in words(name))
