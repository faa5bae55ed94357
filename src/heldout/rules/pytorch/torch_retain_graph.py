"""`retain_graph=True` keeps a graph through which nothing is propagated back a second time.

## Why it matters

`backward` frees what it needed as it goes. With `retain_graph=True` all of it stays until the loss itself is gone, which is
memory for nothing if no second `backward` follows. It is often put there against the error "trying to backward through the
graph a second time", and then hides the true mistake: a value that is carried from one batch to the next with its history.

```python bad
import torch
from torch import nn

network = nn.Linear(14, 3)
optimizer = torch.optim.Adam(network.parameters())
for spectrum, star in stars:
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(network(spectrum), star)
    loss.backward(retain_graph=True)  # finding
    optimizer.step()
```

Two losses share the passes, and the graph is used twice.

```python good
import torch
from torch import nn

network = nn.Linear(14, 3)
optimizer = torch.optim.Adam(network.parameters())
for spectrum, star in stars:
    optimizer.zero_grad()
    kinds = network(spectrum)
    nn.functional.cross_entropy(kinds, star).backward(retain_graph=True)
    (1e-3 * kinds.square().mean()).backward()
    optimizer.step()
```

```python good
import torch
from torch import nn

network = nn.Linear(14, 3)
optimizer = torch.optim.Adam(network.parameters())
for spectrum, star in stars:
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(network(spectrum), star)
    loss.backward()
    optimizer.step()
```

## Better

Leave the argument out. If PyTorch then complains, detach what is carried over: `hidden = hidden.detach()`.

## References

- https://docs.pytorch.org/docs/stable/generated/torch.Tensor.backward.html
"""

from collections import Counter
from collections.abc import Iterator

from heldout.rule import Backward, Finding, Place, Rule, Trace


class TorchRetainGraph(Rule):
    code = "HLD510"
    level = "advice"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if trace.is_test or "torch" not in trace.imports:
            return
        uses = Counter(one for loss in trace.of(Backward) for one in dict.fromkeys(loss.passes))
        again = {loss.place for loss in trace.of(Backward) if any(uses[one] > 1 for one in loss.passes)}
        told: set[Place] = set()
        for loss in trace.of(Backward):
            if loss.retains is not None and loss.passes and loss.place not in again and loss.place not in told:
                told.add(loss.place)
                yield self.finding(
                    loss.retains,
                    f"`{loss.written or 'the loss'}` keeps its graph, and nothing is propagated back through it a second "
                    "time",
                )
