"""A loop that only evaluates a network records every operation for gradients that nobody asks for.

## Why it matters

Unless it is told otherwise, PyTorch keeps the intermediate results of each pass for `backward`. In an evaluation that is
memory and time for nothing: batches that would fit no longer do, and whatever keeps an output keeps the whole graph
behind it. `eval()` does not switch this off, and neither does `Variable(..., volatile=True)` since PyTorch 0.4.

```python bad
import torch
from torch import nn

network = nn.Sequential(nn.Conv1d(1, 8, 5), nn.ReLU(), nn.Flatten(), nn.LazyLinear(2))
network.load_state_dict(torch.load("heartbeat.pt", weights_only=True))
network.eval()
right = 0
for pulse, kind in torch.utils.data.DataLoader(unseen_pulses, batch_size=64):
    right += (network(pulse).argmax(1) == kind).sum().item()  # finding
```

```python good
import torch
from torch import nn

network = nn.Sequential(nn.Conv1d(1, 8, 5), nn.ReLU(), nn.Flatten(), nn.LazyLinear(2))
network.load_state_dict(torch.load("heartbeat.pt", weights_only=True))
network.eval()
right = 0
with torch.inference_mode():
    for pulse, kind in torch.utils.data.DataLoader(unseen_pulses, batch_size=64):
        right += (network(pulse).argmax(1) == kind).sum().item()
```

A decorator does the same for a function.

```python good
import torch
from torch import nn


@torch.no_grad()
def count(network, batches):
    network.eval()
    return sum((network(pulse).argmax(1) == kind).sum().item() for pulse, kind in batches)


network = nn.Sequential(nn.Conv1d(1, 8, 5), nn.ReLU(), nn.Flatten(), nn.LazyLinear(2))
network.load_state_dict(torch.load("heartbeat.pt", weights_only=True))
print(count(network, torch.utils.data.DataLoader(unseen_pulses, batch_size=64)))
```

These gradients are wanted: they say which part of the pulse decides.

```python good
import torch
from torch import nn

network = nn.Sequential(nn.Conv1d(1, 8, 5), nn.ReLU(), nn.Flatten(), nn.LazyLinear(2))
network.load_state_dict(torch.load("heartbeat.pt", weights_only=True))
network.eval()
for pulse, kind in torch.utils.data.DataLoader(unseen_pulses, batch_size=64):
    pulse.requires_grad_(True)
    network(pulse)[:, 1].sum().backward()
    print(pulse.grad.abs().mean())
```

## Better

Evaluate inside `with torch.inference_mode():`, or `torch.no_grad()` where the results take part in training later.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.no_grad.html
- https://docs.pytorch.org/docs/stable/notes/autograd.html#locally-disabling-gradient-computation
"""

from collections.abc import Iterator

from heldout.rule import Asked, Finding, Rule, Switch, Trace

_FOR_INPUTS = ("grad", "register_hook", "retain_grad", "register_full_backward_hook", "jacobian", "vjp", "jvp")


class TorchMissingNoGrad(Rule):
    code = "HLD504"
    level = "advice"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if any(trace.calls(*_FOR_INPUTS)):
            return
        off = any(switch.setting == "requires_grad" and switch.value is not True for switch in trace.of(Switch))
        told = set()
        for asked in trace.asked:
            forward = asked.forward
            if forward.place not in told and _evaluates(trace, asked) and (asked.scores or not off):
                told.add(forward.place)
                yield self.finding(
                    forward,
                    f"`{forward.written or forward.model}` is only evaluated in this loop, and every pass keeps what "
                    "gradients would need: neither `torch.no_grad` nor `torch.inference_mode` is around it",
                )


def _evaluates(trace: Trace, asked: Asked) -> bool:
    """Whether a loop over batches computes gradients that nothing uses."""
    forward = asked.forward
    if asked.within is None or forward.gradients != "on":
        return False
    return forward.mode == "eval" or any(trace.held_out(score.rows) for score in asked.scores)
