"""A large network is trained for many epochs, and nothing keeps it from learning its rows by heart.

## Why it matters

A network with hundreds of thousands of weights can store thousands of rows. Given enough epochs it does so: the loss on
the training rows goes to zero, and what it says of new rows gets worse. Some means against that belongs to every long
training of a network that is large for its rows.

```python bad
import numpy as np
from tensorflow import keras

notes, emotions = np.load("voice-notes.npy"), np.load("emotions.npy")
network = keras.Sequential(
    [
        keras.layers.Dense(512, activation="relu"),
        keras.layers.Dense(512, activation="relu"),
        keras.layers.Dense(5, activation="softmax"),
    ]
)
network.compile("adam", "sparse_categorical_crossentropy")
network.fit(notes, emotions, epochs=80, validation_split=0.2)  # finding
network.save("emotions.keras")
```

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

readings, faults = torch.load("readings.pt"), torch.load("faults.pt")
torch.manual_seed(2)
network = nn.Sequential(nn.Linear(240, 512), nn.ReLU(), nn.Linear(512, 256), nn.ReLU(), nn.Linear(256, 4))
optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
for epoch in range(60):  # finding
    for reading, fault in DataLoader(TensorDataset(readings, faults), batch_size=32, shuffle=True):
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(reading), fault).backward()
        optimizer.step()
torch.save(network.state_dict(), "faults-network.pt")
```

Any of the usual means will do: dropout, or weight decay.

```python good
import numpy as np
from tensorflow import keras

notes, emotions = np.load("voice-notes.npy"), np.load("emotions.npy")
network = keras.Sequential(
    [
        keras.layers.Dense(512, activation="relu"),
        keras.layers.Dropout(0.4),
        keras.layers.Dense(512, activation="relu"),
        keras.layers.Dense(5, activation="softmax"),
    ]
)
network.compile("adam", "sparse_categorical_crossentropy")
network.fit(notes, emotions, epochs=80, validation_split=0.2)
network.save("emotions.keras")
```

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

readings, faults = torch.load("readings.pt"), torch.load("faults.pt")
torch.manual_seed(2)
network = nn.Sequential(nn.Linear(240, 512), nn.ReLU(), nn.Linear(512, 256), nn.ReLU(), nn.Linear(256, 4))
optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3)
for epoch in range(60):
    for reading, fault in DataLoader(TensorDataset(readings, faults), batch_size=32, shuffle=True):
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(reading), fault).backward()
        optimizer.step()
torch.save(network.state_dict(), "faults-network.pt")
```

## Better

Compare the loss on the training rows with that on rows that are watched. Where they part, end the training there, and try
dropout, `AdamW` or `weight_decay=`, in Keras `kernel_regularizer=`, augmentation, or a smaller network.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.optim.AdamW.html
- https://keras.io/api/layers/regularizers/
"""

from collections.abc import Iterator

from heldout.rule import Augment, Capacity, Draw, Finding, Rule, Trace, TrainingRun, optimizers_of, plain_layers

_LONG = 20
_LARGE, _DEEP = 100_000, 10_000
#: Libraries and standard modules beside which a program shows all that it does to its rows and weights.
_SEEN = frozenset(
    """
    torch torchvision keras tensorflow tf_keras numpy pandas sklearn matplotlib seaborn tqdm scipy os sys pathlib random
    time json csv math pickle joblib argparse typing collections copy datetime functools itertools warnings __future__
    """.split()
)
_WATCH = frozenset("TensorBoard CSVLogger TerminateOnNaN ProgbarLogger History ReduceLROnPlateau".split())
#: What chance does to layers and to the order of rows, none of which disturbs the rows themselves.
_HARMLESS = (
    "torch.nn.",
    "torch.utils.data.",
    "keras.layers.",
    "tensorflow.keras.layers.",
    "tf_keras.layers.",
    "sklearn.",
)
_MEANS = (
    "dropout dropout1d dropout2d alpha_dropout add_loss norm spectral_norm weight_norm AveragedModel randn_like rand_like "
    "ImageDataGenerator"
).split()


class NoRegularization(Rule):
    code = "HLD326"
    level = "advice"
    confidence = "possible"
    needs = ("torch", "keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program or trace.exhausted_at is not None or not trace.imports <= _SEEN:
            return
        for training in trace.trainings.all:
            if not training.lasts(_LONG) or _may_end_early(trace, training) or _is_held_back(trace, training):
                continue
            capacity = Capacity(plain_layers(trace, training))
            if capacity.weights >= _LARGE or (capacity.hidden > 1 and capacity.weights >= _DEEP):
                yield self.finding(
                    training.place,
                    f"`{training.written}` has {capacity.weights:,} weights or more and is trained for {training.epochs} "
                    "epochs, and nothing keeps it from learning its rows by heart: no dropout, normalization, weight "
                    "decay, augmentation or early stop",
                )
                return


def _may_end_early(trace: Trace, training: TrainingRun) -> bool:
    """Whether the training may end, or go back to, where watched rows are best; unknown counts as yes."""
    trainings = trace.trainings
    if training.call is None:
        return training.ends_early or trainings.restored(training) or any(s.best for s in trainings.saves(training))
    kept = [call for call in training.callbacks if call.short not in _WATCH]
    return training.open or any(
        call.short != "ModelCheckpoint" or call.value("save_best_only", default=False) is not False for call in kept
    )


def _is_held_back(trace: Trace, training: TrainingRun) -> bool:
    """Whether anything but its layers may keep it from learning rows by heart; unknown counts as yes."""
    trainings = trace.trainings
    if not trainings.alone(training) or not trainings.by_labels(training) or trainings.on_made_rows(training):
        return True
    optimizers = optimizers_of(trace, training)
    if not optimizers or any(optimizer.decays_weights for optimizer in optimizers):
        return True
    if any(True for _ in trace.of(Augment)) or any(True for _ in trace.calls(*_MEANS)):
        return True
    if any(training.first < call.index < training.last for call in trace.calls("parameters", "named_parameters")):
        return True
    return any(not draw.function.startswith(_HARMLESS) for draw in trace.of(Draw))
