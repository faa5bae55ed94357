"""A loss compares a column of outputs with a row of targets, each output with every target.

## Why it matters

An output of shape `(N, 1)` and a target of shape `(N,)` are broadcast to `(N, N)`. The loss is then least where the network
answers the mean of all targets, whatever it is asked. PyTorch warns once and computes on; the curve falls to the variance
of the targets and stays there.

```python bad
import pandas as pd
import torch
from torch import nn

flats = pd.read_csv("flats.csv")
rooms = torch.tensor(flats[["area", "floor", "age"]].values, dtype=torch.float32)
rent = torch.tensor(flats["rent"].values, dtype=torch.float32)  # via
network = nn.Sequential(nn.Linear(3, 16), nn.ReLU(), nn.Linear(16, 1))  # via
criterion = nn.MSELoss()
optimizer = torch.optim.Adam(network.parameters())
for epoch in range(200):
    optimizer.zero_grad()
    loss = criterion(network(rooms), rent)  # finding
    loss.backward()
    optimizer.step()
```

```python fixed
import pandas as pd
import torch
from torch import nn

flats = pd.read_csv("flats.csv")
rooms = torch.tensor(flats[["area", "floor", "age"]].values, dtype=torch.float32)
rent = torch.tensor(flats["rent"].values, dtype=torch.float32)
network = nn.Sequential(nn.Linear(3, 16), nn.ReLU(), nn.Linear(16, 1))
criterion = nn.MSELoss()
optimizer = torch.optim.Adam(network.parameters())
for epoch in range(200):
    optimizer.zero_grad()
    loss = criterion(network(rooms), rent.unsqueeze(1))
    loss.backward()
    optimizer.step()
```

Both have one dimension, or both have two.

```python good
import pandas as pd
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

flats = pd.read_csv("flats.csv")
rooms = torch.tensor(flats[["area", "floor", "age"]].values, dtype=torch.float32)
rent = torch.tensor(flats["rent"].values, dtype=torch.float32)
torch.manual_seed(3)
network = nn.Linear(3, 1)
for some, paid in DataLoader(TensorDataset(rooms, rent), batch_size=32, shuffle=True):
    loss = nn.functional.l1_loss(network(some).squeeze(1), paid)
    loss.backward()
for some, paid in DataLoader(TensorDataset(rooms, rent.view(-1, 1)), batch_size=32, shuffle=True):
    loss = nn.functional.l1_loss(network(some), paid)
    loss.backward()
```

## Better

Shape the targets once, where they are made: `rent.reshape(-1, 1)` for a network that ends with one output.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.MSELoss.html
- https://docs.pytorch.org/docs/stable/notes/broadcasting.html
"""

from collections.abc import Iterator

from heldout.rule import Activation, Criterion, Event, Finding, Fix, Place, Replacement, Rule, Trace

_LOSSES = "MSELoss L1Loss SmoothL1Loss HuberLoss mse_loss l1_loss smooth_l1_loss huber_loss".split()


class TorchTargetShapeBroadcast(Rule):
    code = "HLD529"
    level = "error"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        for criterion in trace.criteria(*_LOSSES):
            output, target = criterion.output, criterion.target
            if output is None or target is None:
                continue
            tall = _is_column(output) and target.dimensions == 1
            wide = output.dimensions == 1 and _is_column(target) and target.dimensions == 2
            if not tall and not wide:
                continue
            shapes = ("(N, 1)", "(N,)") if tall else ("(N,)", "(N, 1)")
            told = [(output.place, "the outputs get their shape here"), (target.place, "the targets get theirs here")]
            steps: list[tuple[Event | Place, str]] = [*sorted(told)]
            yield self.finding(
                criterion,
                f"`{criterion.function}` compares outputs of shape {shapes[0]} with targets of shape {shapes[1]}: "
                "each output is compared with every target",
                steps,
                fix=_shaped(criterion, ".unsqueeze(1)" if tall else ".squeeze(1)"),
            )


def _is_column(activation: Activation) -> bool:
    return activation.width == 1 and activation.dimensions in (None, 2)


def _shaped(criterion: Criterion, change: str) -> Fix | None:
    at = criterion.target_place
    if at is None:
        return None
    behind = at._replace(line=at.end_line, column=at.end_column)
    return Fix("Give the targets the shape of the outputs", "unsafe", (Replacement(behind, change),))
