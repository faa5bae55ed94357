"""A method changes a tensor in place, and the same tensor gets a second name.

## Why it matters

Methods whose names end with an underscore change their tensor and give it back. `scaled = values.mul_(2)` reads as if
`values` was kept, but both names mean one tensor: whatever is computed from `values` later is computed from the changed one.

```python bad
import torch

noise = torch.randn(64, 64)
weak = noise.mul_(0.1)  # finding
print((noise - weak).abs().mean())
```

```python good
import torch

noise = torch.randn(64, 64)
weak = noise.mul(0.1)
print((noise - weak).abs().mean())
```

A tensor that has no other name, or keeps its own.

```python good
import torch

weights = torch.empty(3, 3).normal_(std=0.1)
weights = weights.clamp_(min=0)
```

## Better

Leave the underscore out, or the assignment.

## References

- https://docs.pytorch.org/docs/stable/tensors.html
"""

from collections.abc import Iterator

from heldout.rule import Aliased, Finding, Rule, Trace


class TorchInplaceResultAssigned(Rule):
    code = "HLD528"
    level = "advice"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        for event in () if trace.is_test else trace.once(Aliased):
            yield self.finding(
                event,
                f"`{event.method}` changes `{event.written}` itself, and `{event.second}` is another name for it, no copy",
            )
