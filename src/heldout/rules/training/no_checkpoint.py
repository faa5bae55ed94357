"""A long training writes its weights nowhere.

## Why it matters

When the process ends, by the end of the program, a full disk or a session that is cut off, the hours of the training are gone
with it. Nobody can go back to the state of an earlier epoch either, when the later ones turn out worse.

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader, random_split

scans = torch.load("scans.pt", weights_only=False)
seen, watched = random_split(scans, [900, 100], generator=torch.Generator().manual_seed(0))
torch.manual_seed(0)
network = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 2))
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=90)
error = nn.CrossEntropyLoss()
for epoch in range(90):  # finding
    network.train()
    for scan, kind in DataLoader(seen, batch_size=32, shuffle=True):
        optimizer.zero_grad()
        error(network(scan), kind).backward()
        optimizer.step()
    schedule.step()
    network.eval()
    with torch.no_grad():
        print(epoch, sum(error(network(scan), kind).item() for scan, kind in DataLoader(watched, batch_size=100)))
```

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader, random_split

scans = torch.load("scans.pt", weights_only=False)
seen, watched = random_split(scans, [900, 100], generator=torch.Generator().manual_seed(0))
torch.manual_seed(0)
network = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 2))
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=90)
error = nn.CrossEntropyLoss()
for epoch in range(90):
    network.train()
    for scan, kind in DataLoader(seen, batch_size=32, shuffle=True):
        optimizer.zero_grad()
        error(network(scan), kind).backward()
        optimizer.step()
    schedule.step()
    network.eval()
    with torch.no_grad():
        print(epoch, sum(error(network(scan), kind).item() for scan, kind in DataLoader(watched, batch_size=100)))
    torch.save({"epoch": epoch, "weights": network.state_dict(), "steps": optimizer.state_dict()}, "last.pt")
```

A checkpoint among the callbacks writes them.

```python good
import numpy as np
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
network.compile("adam", "mse")
keep = keras.callbacks.ModelCheckpoint("purity.keras", save_best_only=True)
network.fit(spectra, purity, epochs=200, validation_split=0.2, callbacks=[keep])
```

## Better

Write the weights, the state of the optimizer and the number of the epoch from time to time, and the best state besides. In Keras
that is `ModelCheckpoint` or `BackupAndRestore`; Lightning and the trainer of Transformers do it by themselves.

## References

- https://docs.pytorch.org/tutorials/recipes/recipes/saving_and_loading_a_general_checkpoint.html
- https://keras.io/api/callbacks/model_checkpoint/
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace

_LONG = 50


class NoCheckpoint(Rule):
    code = "HLD305"
    level = "advice"
    confidence = "likely"
    bias = "none"
    needs = ("torch", "keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program:
            return
        trainings = trace.trainings
        for training in trainings.all:
            # A Keras fit without any callback is another rule's.
            if not training.lasts(_LONG) or training.open or training.is_bare:
                continue
            if not trainings.may_be_saved(training) and trainings.in_batches(training):
                yield self.finding(
                    training.place,
                    f"`{training.written}` is trained for {training.epochs} epochs, and its weights are written nowhere",
                )
                return
