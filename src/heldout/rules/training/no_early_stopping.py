"""A long training watches other rows, and goes on whatever they show.

## Why it matters

The figures on the rows that are watched get better for a while and then worse again: the network learns the training rows by
heart. A training with a fixed number of epochs ends somewhere behind that point, costs time for epochs that only harm, and
leaves the last weights and not the best ones.

```python bad
import numpy as np
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
network.compile("adam", "mse")
log = keras.callbacks.CSVLogger("curves.csv")
network.fit(spectra, purity, epochs=200, validation_split=0.2, callbacks=[log])  # finding
network.save("purity.keras")
```

```python good
import numpy as np
from tensorflow import keras

spectra, purity = np.load("spectra.npy"), np.load("purity.npy")
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
network.compile("adam", "mse")
stop = keras.callbacks.EarlyStopping(patience=10, restore_best_weights=True)
network.fit(spectra, purity, epochs=200, validation_split=0.2, callbacks=[stop])
network.save("purity.keras")
```

A schedule of the learning rate is made for exactly so many epochs.

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
torch.save(network.state_dict(), "scans-network.pt")
```

## Better

End the training when the watched rows have not got better for some epochs, and go back to the best weights: in Keras
`EarlyStopping(patience=..., restore_best_weights=True)`; in a loop by hand count the epochs since the best one.

## References

- https://keras.io/api/callbacks/early_stopping/
- https://lightning.ai/docs/pytorch/stable/common/early_stopping.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Schedule, Trace

_LONG = 50


class NoEarlyStopping(Rule):
    code = "HLD304"
    level = "advice"
    confidence = "likely"
    bias = "none"
    needs = ("torch", "keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program or any(True for _ in trace.of(Schedule)):
            return  # A schedule is made for a number of epochs.
        trainings = trace.trainings
        for training in trainings.all:
            # A Keras fit without any callback is another rule's.
            if not training.lasts(_LONG) or training.ends_early or training.is_bare:
                continue
            if any(save.best for save in trainings.saves(training)) or not trainings.certainly_watches(training):
                continue
            if trainings.alone(training) and (training.call is not None or trainings.in_batches(training)):
                yield self.finding(
                    training.place,
                    f"`{training.written}` is trained for all of {training.epochs} epochs, "
                    "whatever the rows show that are watched meanwhile",
                )
                return
