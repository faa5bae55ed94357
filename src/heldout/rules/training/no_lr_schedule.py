"""A long training goes on at one learning rate from its first epoch to its last.

## Why it matters

A rate that is right for the beginning is too large for the end: the weights jump around the minimum instead of coming
down into it. A rate that is right for the end makes the beginning slow. In a training of many epochs, a rate that falls
usually gives better weights for the same time.

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader

cells = torch.load("cells.pt", weights_only=False)
torch.manual_seed(5)
network = nn.Sequential(nn.Linear(96, 128), nn.ReLU(), nn.Linear(128, 7))
optimizer = torch.optim.SGD(network.parameters(), lr=0.1, momentum=0.9)
for epoch in range(120):  # finding
    for genes, kind in DataLoader(cells, batch_size=64, shuffle=True):
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(genes), kind).backward()
        optimizer.step()
torch.save(network.state_dict(), "cell-kinds.pt")
```

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader

cells = torch.load("cells.pt", weights_only=False)
torch.manual_seed(5)
network = nn.Sequential(nn.Linear(96, 128), nn.ReLU(), nn.Linear(128, 7))
optimizer = torch.optim.SGD(network.parameters(), lr=0.1, momentum=0.9)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=120)
for epoch in range(120):
    for genes, kind in DataLoader(cells, batch_size=64, shuffle=True):
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(genes), kind).backward()
        optimizer.step()
    schedule.step()
torch.save(network.state_dict(), "cell-kinds.pt")
```

The rate can be written by hand.

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader

cells = torch.load("cells.pt", weights_only=False)
torch.manual_seed(5)
network = nn.Sequential(nn.Linear(96, 128), nn.ReLU(), nn.Linear(128, 7))
optimizer = torch.optim.SGD(network.parameters(), lr=0.1, momentum=0.9)
for epoch in range(120):
    for group in optimizer.param_groups:
        group["lr"] = 0.1 * 0.97**epoch
    for genes, kind in DataLoader(cells, batch_size=64, shuffle=True):
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(genes), kind).backward()
        optimizer.step()
torch.save(network.state_dict(), "cell-kinds.pt")
```

```python good
import numpy as np
from tensorflow import keras

soil, yields = np.load("soil.npy"), np.load("yields.npy")
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
rate = keras.optimizers.schedules.CosineDecay(1e-3, decay_steps=6000)
network.compile(keras.optimizers.Adam(learning_rate=rate), "mse")
network.fit(soil, yields, epochs=100, validation_split=0.2)
network.save("yields.keras")
```

## Better

Let the rate fall: `CosineAnnealingLR` or `OneCycleLR` where the number of epochs is known, `ReduceLROnPlateau` where rows are
watched; in Keras a schedule as `learning_rate` or the callback `ReduceLROnPlateau`. Compare with the constant rate: adaptive
optimizers such as Adam gain less than plain descent, and are only spoken of from 100 epochs on.

## References

- https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate
- https://keras.io/api/optimizers/learning_rate_schedules/
- https://keras.io/api/callbacks/reduce_lr_on_plateau/
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace, TrainingRun, optimizers_of, rate_may_move

_LONG = 30
#: Optimizers with a rate for each weight go well at one rate for longer.
_LONG_ADAPTED = 100
#: Callbacks that leave the rate alone.
_OTHERS = frozenset(
    "EarlyStopping ModelCheckpoint TensorBoard CSVLogger TerminateOnNaN ProgbarLogger History BackupAndRestore".split()
)


class NoLrSchedule(Rule):
    code = "HLD325"
    level = "advice"
    confidence = "possible"
    needs = ("torch", "keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program or trace.exhausted_at is not None or rate_may_move(trace):
            return
        for training in trace.trainings.all:
            if training.lasts(_LONG) and _is_plain(trace, training):
                optimizers = optimizers_of(trace, training)
                adapted = any(optimizer.adapts for optimizer in optimizers)
                if adapted and not training.lasts(_LONG_ADAPTED):
                    continue
                if optimizers and all(optimizer.keeps_rate for optimizer in optimizers):
                    yield self.finding(
                        training.place,
                        f"`{training.written}` is trained for {training.epochs} epochs at one learning rate: "
                        "one that falls usually ends at better weights",
                    )
                    return


def _is_plain(trace: Trace, training: TrainingRun) -> bool:
    """Whether it is an ordinary training of one network through batches, whose callbacks are all known."""
    trainings = trace.trainings
    if not trainings.alone(training) or trainings.on_made_rows(training):
        return False
    if training.call is None:
        return trainings.in_batches(training)
    again = sum(1 for other in trainings.all if other.learner is training.learner)
    return not training.open and again == 1 and all(call.short in _OTHERS for call in training.callbacks)
