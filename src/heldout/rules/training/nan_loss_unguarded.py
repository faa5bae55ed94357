"""A loss has no slope, or no value, where a number that it is computed of becomes 0.

## Why it matters

The slope of a square root at 0 is infinite: once `torch.sqrt` of a mean squared error reaches 0, the gradient is NaN, and
so is every weight after the next step. A batch divided by its own deviation gives NaN where all its values are equal, as
rewards of one episode often are, or where it has one row.

```python bad
import torch
from torch import nn

network = nn.Linear(6, 1)
weather, rain = torch.load("weather.pt")
error = nn.functional.mse_loss(network(weather), rain)  # via
torch.sqrt(error).backward()  # finding
```

```python bad
import torch
from torch import nn

policy = nn.Sequential(nn.Linear(4, 32), nn.Tanh(), nn.Linear(32, 1))
states, returns = torch.load("episode.pt")
spread = returns.std()  # via
advantage = (returns - returns.mean()) / spread  # finding
(policy(states).squeeze(1) * advantage).mean().backward()
```

A small number keeps both away from 0.

```python good
import torch
from torch import nn

network = nn.Linear(6, 1)
weather, rain, returns = torch.load("weather.pt")
torch.sqrt(nn.functional.mse_loss(network(weather), rain) + 1e-8).backward()
advantage = (returns - returns.mean()) / (returns.std() + 1e-8)
```

## Better

Minimise the mean squared error itself, which has its minimum in the same place, and take the root for the report. Add a
small number under a root and to a divisor. `torch.autograd.set_detect_anomaly(True)` finds where a NaN begins.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.sqrt.html
- https://docs.pytorch.org/docs/stable/autograd.html
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace, Unguarded

_WORDS = {
    "root": "the square root of `{what}` has an infinite slope at 0: a batch without error makes every weight NaN",
    "quotient": "`{what}` is 0 where all values are equal, and what is divided by it NaN",
}


class NanLossUnguarded(Rule):
    code = "HLD362"
    level = "advice"
    confidence = "likely"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        for event in trace.once(Unguarded) if trace.is_program else ():
            words = _WORDS.get(event.operation)
            if words is None:
                continue
            inside = event.operand == event.of.place
            yield self.finding(
                event,
                words.format(what=event.written or event.of.function),
                [] if inside else [(event.of.place, "it is computed here")],
            )
