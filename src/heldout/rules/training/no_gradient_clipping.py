"""A recurrent network or a transformer is trained without a bound on its gradients.

## Why it matters

Gradients that go back through many time steps are products of many factors, and once in a while one of them is huge. A
single such step undoes hours of training: the loss jumps, and often ends as NaN. A bound on the norm of the gradients is
one line, and changes the ordinary steps little.

```python bad
import torch
from torch import nn

network = nn.LSTM(5, 64, batch_first=True)
optimizer = torch.optim.Adam(network.parameters())
for epoch in range(30):
    for past, future in tremors:
        optimizer.zero_grad()
        nn.functional.mse_loss(network(past)[0], future).backward()
        optimizer.step()  # finding
```

```python good
import torch
from torch import nn

network = nn.LSTM(5, 64, batch_first=True)
optimizer = torch.optim.Adam(network.parameters())
for epoch in range(30):
    for past, future in tremors:
        optimizer.zero_grad()
        nn.functional.mse_loss(network(past)[0], future).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
```

A network without recurrence seldom needs it.

```python good
import torch
from torch import nn

network = nn.Sequential(nn.Conv1d(5, 32, 7), nn.ReLU(), nn.AdaptiveAvgPool1d(1), nn.Flatten(), nn.Linear(32, 1))
optimizer = torch.optim.Adam(network.parameters())
for epoch in range(30):
    for past, future in tremors:
        optimizer.zero_grad()
        nn.functional.mse_loss(network(past), future).backward()
        optimizer.step()
```

## Better

Call `nn.utils.clip_grad_norm_(network.parameters(), 1.0)` between `backward` and the step, and log the norm that it
returns: it tells which bound is the right one.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_norm_.html
"""

from collections.abc import Iterator

from heldout.rule import ClipGrad, Finding, Rule, Switch, Trace, TrainingStep

_THROUGH_TIME = ("LSTM", "GRU", "RNN", "LSTMCell", "GRUCell", "RNNCell")
_DEEP = (
    "Transformer",
    "TransformerEncoder",
    "TransformerDecoder",
    "TransformerEncoderLayer",
    "TransformerDecoderLayer",
)


class NoGradientClipping(Rule):
    code = "HLD334"
    level = "advice"
    confidence = "possible"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        bounded = any(trace.of(ClipGrad)) or any(switch.setting == "grad" for switch in trace.of(Switch))
        if not trace.is_program or bounded or trace.exhausted_at is not None:
            return
        layer = next((call for call in trace.calls(*_THROUGH_TIME, *_DEEP) if call.root == "torch"), None)
        step = next(
            (step for step in trace.of(TrainingStep) if step.fresh and step.loops and step.how != "closure"), None
        )
        if layer is not None and step is not None:
            kind = "recurrent network" if layer.short in _THROUGH_TIME else "transformer"
            yield self.finding(
                step,
                f"`{step.written or step.model or 'the optimizer'}` trains a {kind}, and nothing bounds its gradients: "
                "one batch with huge ones can undo the training",
            )
