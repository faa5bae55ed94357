"""A network with dropout or batch normalisation predicts while it is in training mode.

## Why it matters

In training mode dropout silences random units and batch normalisation uses the statistics of the batch at hand, and
keeps them. Predictions then depend on chance and on what else lies in the batch, figures come out too low and change
from run to run, and the rows that are to judge shift the statistics of the network.

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision.datasets import SVHN
from torchvision.transforms import ToTensor

seen = DataLoader(SVHN("numbers", "train", transform=ToTensor()), batch_size=64)
unseen = DataLoader(SVHN("numbers", "test", transform=ToTensor()), batch_size=64)
network = nn.Sequential(nn.Flatten(), nn.Linear(3072, 64), nn.ReLU(), nn.Dropout(0.4), nn.Linear(64, 10))
optimizer = torch.optim.Adam(network.parameters())
for picture, digit in seen:
    optimizer.zero_grad()
    nn.functional.cross_entropy(network(picture), digit).backward()
    optimizer.step()
right = 0
with torch.no_grad():
    for picture, digit in unseen:
        right += (network(picture).argmax(1) == digit).float().mean().item()  # finding
print(right / len(unseen))
```

```python good
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision.datasets import SVHN
from torchvision.transforms import ToTensor

seen = DataLoader(SVHN("numbers", "train", transform=ToTensor()), batch_size=64)
unseen = DataLoader(SVHN("numbers", "test", transform=ToTensor()), batch_size=64)
network = nn.Sequential(nn.Flatten(), nn.Linear(3072, 64), nn.ReLU(), nn.Dropout(0.4), nn.Linear(64, 10))
optimizer = torch.optim.Adam(network.parameters())
for picture, digit in seen:
    optimizer.zero_grad()
    nn.functional.cross_entropy(network(picture), digit).backward()
    optimizer.step()
right = 0
network.eval()
with torch.no_grad():
    for picture, digit in unseen:
        right += (network(picture).argmax(1) == digit).float().mean().item()
print(right / len(unseen))
```

No layer of this network behaves differently in training.

```python good
import torch
from torch import nn

network = nn.Sequential(nn.Linear(9, 32), nn.LayerNorm(32), nn.ReLU(), nn.Linear(32, 1))
optimizer = torch.optim.Adam(network.parameters())
for epoch in range(50):
    optimizer.zero_grad()
    nn.functional.mse_loss(network(soil_train), yield_train).backward()
    optimizer.step()
with torch.no_grad():
    print(nn.functional.mse_loss(network(soil_test), yield_test).item())
```

Dropout stays on for this: the spread of many answers says how sure the network is.

```python good
import torch
from torch import nn

network = nn.Sequential(nn.Linear(9, 32), nn.ReLU(), nn.Dropout(0.2), nn.Linear(32, 1))
optimizer = torch.optim.Adam(network.parameters())
for epoch in range(50):
    optimizer.zero_grad()
    nn.functional.mse_loss(network(soil_train), yield_train).backward()
    optimizer.step()
network.train()
with torch.no_grad():
    answers = torch.stack([network(soil_test) for draw in range(100)])
print(answers.std(0))
```

## Better

Call `network.eval()` before predictions and `network.train()` before the next epoch of training. `torch.no_grad()` does
not change the mode.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.eval
- https://docs.pytorch.org/docs/stable/notes/autograd.html#locally-disable-grad-doc
"""

from collections.abc import Iterator

from heldout.rule import Asked, Finding, Rule, Trace


class TorchMissingEvalMode(Rule):
    code = "HLD502"
    level = "warning"
    confidence = "likely"
    bias = "pessimistic"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for asked in trace.asked:
            forward = asked.forward
            if forward.place not in told and asked.trained and not asked.restored and _is_wrong(trace, asked):
                told.add(forward.place)
                judged = any(trace.held_out(score.rows) for score in asked.scores)
                network = forward.written or forward.model
                yield self.finding(
                    forward,
                    f"`{network}` is still in training mode when it is asked for predictions: its dropout or batch "
                    "normalisation makes them depend on chance or on the other rows of the batch",
                    level="error" if judged else None,
                    confidence="proved" if judged else None,
                )


def _is_wrong(trace: Trace, asked: Asked) -> bool:
    """Whether the mode is certain and matters, was not set on purpose, and the pass shows that it predicts."""
    forward = asked.forward
    if forward.mode != "train" or not forward.two_modes or asked.made_up:
        return False
    if asked.set_anew is not None and asked.set_anew.value == "train":
        return False
    return forward.gradients == "off" or any(trace.held_out(score.rows) for score in asked.scores)
