"""Weights are loaded into a network with dropout or batch normalisation, without evaluation mode.

## Why it matters

A network that was just built is in training mode, and `load_state_dict` does not change that. Its predictions are then
those of a network with dropped units, or normalised by whatever lies in the batch: a single row gets another answer than
the same row among others, and the figures are below those that were reported when the weights were saved.

```python bad
import torch
from torch import nn

network = nn.Sequential(nn.Linear(30, 64), nn.ReLU(), nn.Dropout(0.5), nn.Linear(64, 2))
network.load_state_dict(torch.load("cells.pt", weights_only=True))  # via
with torch.no_grad():
    print(network(new_cells).argmax(1))  # finding
```

```python good
import torch
from torch import nn

network = nn.Sequential(nn.Linear(30, 64), nn.ReLU(), nn.Dropout(0.5), nn.Linear(64, 2))
network.load_state_dict(torch.load("cells.pt", weights_only=True))
network.eval()
with torch.no_grad():
    print(network(new_cells).argmax(1))
```

The training goes on from what was saved.

```python good
import torch
from torch import nn

network = nn.Sequential(nn.Linear(30, 64), nn.ReLU(), nn.Dropout(0.5), nn.Linear(64, 2))
network.load_state_dict(torch.load("cells.pt", weights_only=True))
optimizer = torch.optim.Adam(network.parameters())
for cell, kind in cells:
    optimizer.zero_grad()
    nn.functional.cross_entropy(network(cell), kind).backward()
    optimizer.step()
```

It is handed to code that is not seen here, which may set the mode.

```python good
import torch
from serving import answer
from torch import nn

network = nn.Sequential(nn.Linear(30, 64), nn.ReLU(), nn.Dropout(0.5), nn.Linear(64, 2))
network.load_state_dict(torch.load("cells.pt", weights_only=True))
print(answer(network, new_cells))
```

## Better

Write `network.eval()` on the line after the weights are loaded, wherever they are loaded to predict.

## References

- https://docs.pytorch.org/tutorials/beginner/saving_loading_models.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace


class TorchModeNotSetAfterLoad(Rule):
    code = "HLD505"
    level = "warning"
    bias = "pessimistic"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for asked in trace.asked:
            forward = asked.forward
            if asked.restored is None or forward.mode != "train" or not forward.two_modes or asked.made_up:
                continue
            on_purpose = asked.set_anew is not None and asked.set_anew.value == "train"
            predicts = forward.gradients == "off" or any(trace.held_out(score.rows) for score in asked.scores)
            if not on_purpose and predicts and forward.place not in told:
                told.add(forward.place)
                network = forward.written or forward.model
                yield self.finding(
                    forward,
                    f"`{network}` predicts in training mode after its weights were loaded: dropout or batch "
                    "normalisation makes its answers depend on chance or on the other rows of the batch",
                    [(asked.restored, "the weights are loaded here, which leaves the mode as it was")],
                )
