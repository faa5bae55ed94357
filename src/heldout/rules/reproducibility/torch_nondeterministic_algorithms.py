"""A seeded network is trained on a GPU with algorithms that may give another result in each run.

## Why it matters

A seed fixes what is drawn, not how a GPU adds. Convolutions and some other steps come in several algorithms; cuDNN takes
one of them after measuring (`benchmark = True`) or by rule of thumb, and some add in whatever order threads finish.
Small differences grow in training, so that two runs with one seed end with other weights and another figure.

```python bad
import torch
from torch import nn

torch.manual_seed(0)
torch.backends.cudnn.benchmark = True  # finding
network = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Flatten(), nn.LazyLinear(4)).to("cuda")
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
for pictures, kinds in torch.load("batches.pt"):
    optimizer.zero_grad()
    nn.functional.cross_entropy(network(pictures.to("cuda")), kinds.to("cuda")).backward()
    optimizer.step()
```

```python bad
import torch
from torch import nn

torch.manual_seed(0)
network = nn.Sequential(nn.Conv1d(2, 8, 5), nn.Flatten(), nn.LazyLinear(2)).cuda()  # finding
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
for waves, kinds in torch.load("batches.pt"):
    optimizer.zero_grad()
    nn.functional.cross_entropy(network(waves.cuda()), kinds.cuda()).backward()
    optimizer.step()
```

Deterministic algorithms are asked for.

```python good
import torch
from torch import nn

torch.manual_seed(0)
torch.use_deterministic_algorithms(True)
network = nn.Sequential(nn.Conv1d(2, 8, 5), nn.Flatten(), nn.LazyLinear(2)).cuda()
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
for waves, kinds in torch.load("batches.pt"):
    optimizer.zero_grad()
    nn.functional.cross_entropy(network(waves.cuda()), kinds.cuda()).backward()
    optimizer.step()
```

Everything stays on the processor.

```python good
import torch
from torch import nn

torch.manual_seed(0)
network = nn.Sequential(nn.Conv1d(2, 8, 5), nn.Flatten(), nn.LazyLinear(2))
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
for waves, kinds in torch.load("batches.pt"):
    optimizer.zero_grad()
    nn.functional.cross_entropy(network(waves), kinds).backward()
    optimizer.step()
```

## Better

`torch.use_deterministic_algorithms(True)`, with `CUBLAS_WORKSPACE_CONFIG=:4096:8` in the environment, for runs that are
to be compared exactly; it costs speed, and steps without a deterministic algorithm raise an error. Where speed counts
more, report the spread over several runs.

## References

- https://docs.pytorch.org/docs/stable/notes/randomness.html
- https://docs.pytorch.org/docs/stable/generated/torch.use_deterministic_algorithms.html
"""

from collections.abc import Iterator

from heldout.rule import Call, Finding, Fit, Rule, Seed, Switch, Trace

_ASKS = ("use_deterministic_algorithms", "enable_full_determinism", "set_deterministic_debug_mode")
#: Layers whose algorithms on a GPU are not deterministic unless they are asked to be.
_LAYERS = ("Conv1d", "Conv2d", "Conv3d", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d", "MaxPool3d")
_CUDNN = "torch.backends.cudnn."


class TorchNondeterministicAlgorithms(Rule):
    code = "HLD708"
    level = "advice"
    bias = "unstable"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        seeded = any("torch" in seed.generators for seed in trace.of(Seed))
        if not trace.is_program or not seeded or not any(fit.method == "backward" for fit in trace.of(Fit)):
            return
        switches = {switch.setting.removeprefix(_CUDNN): switch for switch in trace.of(Switch)}
        if any(True for _ in trace.calls(*_ASKS)) or "deterministic" in switches:
            return
        benchmark = switches.get("benchmark")
        if benchmark is not None and benchmark.value is True:
            yield self.finding(
                benchmark,
                "cuDNN takes whatever algorithm it measures to be fastest (`benchmark = True`), which may be another one "
                "in each run although the program is seeded",
            )
            return
        layer = next((call for call in trace.calls(*_LAYERS) if call.root == "torch"), None)
        if layer is not None and any(_on_gpu(call) for call in trace.calls("cuda", "to", "device")):
            yield self.finding(
                layer,
                f"`{layer.short}` has algorithms that differ from run to run on a GPU, and deterministic ones are not "
                "asked for (`torch.use_deterministic_algorithms`) although the program is seeded",
            )


def _on_gpu(call: Call) -> bool:
    """Whether a call takes something to a GPU for sure."""
    values = [argument.value for argument in call.arguments.values()]
    return call.short == "cuda" or any(isinstance(value, str) and value.startswith("cuda") for value in values)
