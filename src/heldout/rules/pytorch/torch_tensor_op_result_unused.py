"""A method of a tensor gives another tensor, and the statement does nothing with it.

## Why it matters

`to`, `cuda`, `detach`, `view`, `squeeze` or `clamp` leave the tensor as it is. Of a network `model.to(device)` is enough; of a
tensor the statement has no effect: the batch stays on the CPU, the shape is the old one, nothing was clamped or detached.

```python bad
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

device = torch.device("cuda")
model = nn.Linear(8, 2)
model.to(device)
for signal, fault in DataLoader(TensorDataset(*torch.load("signals.pt"))):
    signal.to(device)  # finding
    fault = fault.to(device)
    answer = model(signal)
    answer.clamp(-5, 5)  # finding
```

```python fixed
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

device = torch.device("cuda")
model = nn.Linear(8, 2)
model.to(device)
for signal, fault in DataLoader(TensorDataset(*torch.load("signals.pt"))):
    signal = signal.to(device)
    fault = fault.to(device)
    answer = model(signal)
    answer = answer.clamp(-5, 5)
```

Networks move in place, and so do methods whose names end with an underscore.

```python good
import torch
from torch import nn

model = nn.Linear(8, 2)
model.cuda()
model.half()
weights = torch.zeros(3, 3)
weights.clamp_(min=0.1)
print(weights.view(-1))
```

## Better

Assign what the method gives: `signal = signal.to(device)`.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.Tensor.to.html
- https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html
"""

from collections.abc import Iterator

from heldout.rule import Discarded, Finding, Fix, Replacement, Rule, Trace


class TorchTensorOpResultUnused(Rule):
    code = "HLD527"
    level = "warning"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        for event in () if trace.is_test else trace.once(Discarded):
            start = event.place._replace(end_line=event.place.line, end_column=event.place.column)
            assign = Replacement(start, f"{event.written} = ")
            yield self.finding(
                event,
                f"`{event.method}` leaves `{event.written}` as it is, and the tensor that it gives is dropped: "
                "the statement has no effect",
                confidence=None if event.sure else "likely",
                fix=Fix("Assign what it gives", "unsafe", (assign,)),
            )
