"""A network that was set to evaluation stays so while the training goes on.

## Why it matters

`eval()` holds until `train()` is called. If an epoch ends with a look at the validation rows and the next one does not
switch back, dropout is off and batch normalisation no longer learns its statistics from the second epoch on: all but
the first epoch train another network than the one that was designed, and it overfits more.

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader, random_split

seen, watched = (DataLoader(part, batch_size=32) for part in random_split(recordings, [0.8, 0.2]))
network = nn.Sequential(nn.Linear(40, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.Linear(64, 5))
optimizer = torch.optim.Adam(network.parameters())
for epoch in range(30):
    for sound, bird in seen:
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(sound), bird).backward()  # finding
        optimizer.step()
    network.eval()  # via
    with torch.no_grad():
        for sound, bird in watched:
            print(nn.functional.cross_entropy(network(sound), bird).item())
```

The mode is set at the beginning of each epoch.

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader, random_split

halves = random_split(recordings, [0.8, 0.2], generator=torch.Generator().manual_seed(3))
seen, watched = (DataLoader(part, batch_size=32) for part in halves)
network = nn.Sequential(nn.Linear(40, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.Linear(64, 5))
optimizer = torch.optim.Adam(network.parameters())
for epoch in range(30):
    network.train()
    for sound, bird in seen:
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(sound), bird).backward()
        optimizer.step()
    network.eval()
    with torch.no_grad():
        for sound, bird in watched:
            print(nn.functional.cross_entropy(network(sound), bird).item())
```

Fine-tuning with statistics that stay as they are, from the first batch on.

```python good
import torch
from torch import nn
from torchvision.models import resnet18

network = resnet18(weights="DEFAULT")
network.eval()
optimizer = torch.optim.Adam(network.parameters(), lr=1e-5)
for epoch in range(30):
    for picture, bird in pictures:
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(picture), bird).backward()
        optimizer.step()
```

Evaluation comes after all training.

```python good
import torch
from torch import nn

network = nn.Sequential(nn.Linear(40, 64), nn.Dropout(0.3), nn.ReLU(), nn.Linear(64, 5))
optimizer = torch.optim.Adam(network.parameters())
for epoch in range(30):
    for sound, bird in recordings:
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(sound), bird).backward()
        optimizer.step()
network.eval()
```

## Better

Call `network.train()` at the beginning of each epoch, where the loop over training batches starts.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.train
"""

from collections.abc import Hashable, Iterator

from heldout.rule import Finding, Forward, Mode, Place, Rule, Trace


class TorchTrainModeNotRestored(Rule):
    code = "HLD503"
    level = "error"
    bias = "pessimistic"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if trace.is_test or "torch" not in trace.imports:
            return
        begun: set[tuple[Hashable, Place]] = set()
        modes: dict[Hashable, Mode] = {}
        told = set()
        for event in trace.events:
            if isinstance(event, Mode):
                modes[event.learner] = event
            elif isinstance(event, Forward) and event.trained and event.two_modes:
                if event.mode == "train":
                    begun.add((event.learner, event.place))
                mode = modes.get(event.learner)
                left = event.mode == "eval" and (event.learner, event.place) in begun and event.place not in told
                if left and mode is not None and mode.value == "eval":
                    told.add(event.place)
                    network = event.written or event.model
                    yield self.finding(
                        event,
                        f"`{network}` trains in training mode for one epoch and in evaluation mode from then on: its "
                        "dropout or batch normalisation takes no part in the rest of the training",
                        [(mode, "evaluation mode is set here, and nothing takes it back")],
                    )
