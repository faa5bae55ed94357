"""The best weights of a training are kept or looked for, and the last ones are judged.

## Why it matters

Early stopping ends a training some epochs after the best one, and a checkpoint writes the best weights to a file. Neither
changes what the network holds: that are the weights of the last epoch, which are worse by what was watched. The figure
that is reported then belongs to a model that nobody wanted, and the better one stays unused.

TrainingRun stops ten epochs after the best one, and `evaluate` sees the last one.

```python bad
import numpy as np
from tensorflow import keras

signals, labels = np.load("signals.npy"), np.load("labels.npy")
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=10)  # finding
network.fit(signals[:8000], labels[:8000], epochs=200, validation_split=0.2, callbacks=[stop])  # via
print(network.evaluate(signals[8000:], labels[8000:]))  # via
```

```python fixed
import numpy as np
from tensorflow import keras

signals, labels = np.load("signals.npy"), np.load("labels.npy")
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=10, restore_best_weights=True)
network.fit(signals[:8000], labels[:8000], epochs=200, validation_split=0.2, callbacks=[stop])
print(network.evaluate(signals[8000:], labels[8000:]))
```

The best state of a network of torch is written at each improvement, and never read.

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader, random_split

scans = torch.load("scans.pt", weights_only=False)
seen, watched, unseen = random_split(scans, [800, 100, 100], generator=torch.Generator().manual_seed(0))
network = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 2))
optimizer = torch.optim.Adam(network.parameters())
error = nn.CrossEntropyLoss()


def judge(rows):
    network.eval()
    with torch.no_grad():
        return sum(error(network(scan), kind).item() for scan, kind in DataLoader(rows, batch_size=100))  # via


best = float("inf")
for epoch in range(60):
    network.train()
    for scan, kind in DataLoader(seen, batch_size=32, shuffle=True):
        optimizer.zero_grad()
        error(network(scan), kind).backward()  # via
        optimizer.step()
    now = judge(watched)
    if now < best:
        best = now
        torch.save(network.state_dict(), "best.pt")  # finding
print("loss", judge(unseen))
```

```python good
import numpy as np
from tensorflow import keras

signals, labels = np.load("signals.npy"), np.load("labels.npy")
network = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=10)
keep = keras.callbacks.ModelCheckpoint("best.keras", monitor="val_loss", save_best_only=True)
network.fit(signals[:8000], labels[:8000], epochs=200, validation_split=0.2, callbacks=[stop, keep])
network = keras.models.load_model("best.keras")
print(network.evaluate(signals[8000:], labels[8000:]))
```

## Better

Give `EarlyStopping` `restore_best_weights=True`, or load what the checkpoint wrote before anything is judged. With
Lightning, `trainer.test(ckpt_path="best")` does so.

## References

- https://keras.io/api/callbacks/early_stopping/
- https://docs.pytorch.org/tutorials/beginner/saving_loading_models.html
"""

from collections.abc import Iterator

from heldout.rule import Call, Event, Finding, Fix, Rule, Save, Trace, TrainingRun, with_argument

#: So few epochs that the last one is hardly worse than the best one.
_FEW = 4


class CheckpointNotRestored(Rule):
    code = "HLD301"
    level = "warning"
    confidence = "likely"
    bias = "pessimistic"
    needs = ("torch", "keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        for training in trace.trainings.all:
            kept = _best_kept(trace, training)
            if kept is None or trace.trainings.restored(training, kept.index):
                continue
            judged = trace.trainings.judged_after(training)
            if judged is None:
                continue
            yield self.finding(
                kept,
                f"`{training.written}` is judged with the weights of its last epoch, "
                f"and not with the best ones, {_story(kept)}",
                [(training.fit, "it is trained here"), (judged, "it is judged here")],
                fix=_restored(kept),
            )


def _best_kept(trace: Trace, training: TrainingRun) -> Call | Save | None:
    """What looks for the best weights of a training, or keeps them, and does not bring them back."""
    if training.kind == "torch":
        inside = (save for save in trace.trainings.saves(training) if save.best)
        return next((save for save in inside if training.first <= save.index <= training.last), None)
    if training.open or training.ends_within(_FEW) or not trace.trainings.watches(training):
        return None
    stop, keep = training.callback("EarlyStopping"), training.callback("ModelCheckpoint")
    if stop is not None and stop.value("restore_best_weights", default=False) is not False:
        return None
    if stop is not None and _watches(stop) and _waits(stop):
        return stop
    return keep if keep is not None and _watches(keep) and keep.value("save_best_only") is True else None


def _watches(callback: Call) -> bool:
    monitor = callback.value("monitor", default="val_loss")
    return isinstance(monitor, str) and monitor.startswith("val")


def _waits(stop: Call) -> bool:
    """Whether it stops so long after the best epoch that the difference counts."""
    patience = stop.value("patience", default=0)
    return isinstance(patience, int) and patience > 1


def _story(kept: Event) -> str:
    if isinstance(kept, Save):
        return "which stay" + (f" in `{kept.path}`" if isinstance(kept.path, str) else " where they are put aside")
    assert isinstance(kept, Call)
    return "which " + ("`EarlyStopping` passes by" if kept.short == "EarlyStopping" else "stay where they are written")


def _restored(kept: Event) -> Fix | None:
    if not isinstance(kept, Call) or kept.short != "EarlyStopping" or not kept.complete:
        return None
    given = kept.given("restore_best_weights")
    written = given.place if given is not None else None
    edit = with_argument(kept.place, "restore_best_weights", "True", written=written, last=kept.last_argument)
    return Fix("Bring the best weights back at the end", "unsafe", (edit,))
