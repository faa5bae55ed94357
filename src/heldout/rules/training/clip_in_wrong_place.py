"""Gradients are clipped where it has no effect: after the step, before the loss, or still scaled.

## Why it matters

Clipping bounds the gradients that the next step uses. After the step they have been used already, and before `backward`
there are none, or old ones: the spike that the call was written against goes through. In mixed precision gradients are
multiplied by a large scale until `unscale_`, so that a bound of 1.0 cuts nearly all of them down to almost nothing.
```python bad
import torch
from torch import nn

network = nn.GRU(6, 32)
optimizer = torch.optim.Adam(network.parameters())
for glucose, later in patients:
    optimizer.zero_grad()
    nn.functional.mse_loss(network(glucose)[0], later).backward()
    optimizer.step()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)  # finding
```

```python bad
import torch
from torch import nn

network = nn.GRU(6, 32)
optimizer = torch.optim.Adam(network.parameters())
for glucose, later in patients:
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(network(glucose)[0], later)
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)  # finding
    loss.backward()
    optimizer.step()
```

```python bad
import torch
from torch import nn

network = nn.GRU(6, 32)
optimizer = torch.optim.Adam(network.parameters())
scaler = torch.amp.GradScaler()
for glucose, later in patients:
    optimizer.zero_grad()
    with torch.autocast("cuda"):
        loss = nn.functional.mse_loss(network(glucose)[0], later)
    scaler.scale(loss).backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)  # finding
    scaler.step(optimizer)  # via
    scaler.update()
```

```python fixed
import torch
from torch import nn

network = nn.GRU(6, 32)
optimizer = torch.optim.Adam(network.parameters())
scaler = torch.amp.GradScaler()
for glucose, later in patients:
    optimizer.zero_grad()
    with torch.autocast("cuda"):
        loss = nn.functional.mse_loss(network(glucose)[0], later)
    scaler.scale(loss).backward()
    scaler.unscale_(optimizer)
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    scaler.step(optimizer)
    scaler.update()
```

Gradients of several batches are gathered, and clipped when they are used.

```python good
import torch
from torch import nn

network = nn.GRU(6, 32)
optimizer = torch.optim.Adam(network.parameters())
for number, (glucose, later) in enumerate(patients):
    (nn.functional.mse_loss(network(glucose)[0], later) / 8).backward()
    if (number + 1) % 8 == 0:
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
```

## Better

The order is `backward`, then `scaler.unscale_(optimizer)` in mixed precision, then the clipping, then the step.

## References

- https://docs.pytorch.org/docs/stable/notes/amp_examples.html#gradient-clipping
"""

from collections.abc import Hashable, Iterator

from heldout.rule import Backward, ClipGrad, Finding, Fix, Place, Rule, Trace, Training, TrainingStep, put_before


class ClipInWrongPlace(Rule):
    code = "HLD331"
    level = "error"
    needs = ("torch",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if trace.is_test or "torch" not in trace.imports:
            return
        yield from self._in_vain(trace)
        yield from self._still_scaled(trace)

    def _in_vain(self, trace: Trace) -> Iterator[Finding]:
        """Clippings that come after a step that used the gradients, or before the loss whose gradients a step uses."""
        works = {event.place for event in trace.of(ClipGrad) if event.fresh is not False}
        bounded = {learner for event in trace.of(ClipGrad) if event.place in works for learner in event.learners}
        told: set[Place] = set()
        acts: dict[Hashable, list[Training]] = {}
        for event in trace.of(Backward, ClipGrad, TrainingStep):
            for learner in event.learners if bounded.isdisjoint(event.learners) else ():
                last = acts[learner] = [*acts.get(learner, []), event][-3:]
                clip = _without_effect(last)
                if clip is not None and clip.place not in told:
                    told.add(clip.place)
                    yield self._told(clip, late=clip is event)

    def _told(self, clip: ClipGrad, *, late: bool) -> Finding:
        why = "that the optimizer has already used" if late else "before any loss is propagated back to them"
        return self.finding(
            clip, f"`{clip.function}` bounds gradients {why}: those of the next step are as large as they come"
        )

    def _still_scaled(self, trace: Trace) -> Iterator[Finding]:
        """Clippings before a step of mixed precision, if no `unscale_` came first."""
        clips: dict[Hashable, ClipGrad] = {}
        told: set[Place] = set()
        for event in trace.of(ClipGrad, TrainingStep):
            if isinstance(event, ClipGrad) and event.scaled:
                clips.update(dict.fromkeys(event.learners, event))
            elif isinstance(event, TrainingStep):
                clip = next((clips.pop(learner) for learner in event.learners if learner in clips), None)
                if clip is not None and event.how == "scaler" and clip.place not in told:
                    told.add(clip.place)
                    yield self._too_tight(trace, clip, event)

    def _too_tight(self, trace: Trace, clip: ClipGrad, step: TrainingStep) -> Finding:
        scaler = next((call.written for call in trace.calls("step") if call.place == step.place), "")
        fix = None
        if scaler and step.written and clip.scope == step.scope:
            unscaled = put_before(clip.place, f"{scaler}.unscale_({step.written})")
            fix = Fix("Unscale the gradients first", "unsafe", (unscaled,))
        return self.finding(
            clip,
            f"`{clip.function}` bounds gradients that are still multiplied by the scale of mixed precision, which "
            "cuts nearly all of them down",
            [(step, "they are divided by the scale only here")],
            level="warning",
            fix=fix,
        )


def _without_effect(acts: list[Training]) -> ClipGrad | None:
    """The clipping among the last three acts on a network that bounds nothing that a step uses."""
    kinds = [type(act) for act in acts]
    if kinds == [Backward, TrainingStep, ClipGrad]:
        found = acts[2]
    elif kinds == [ClipGrad, Backward, TrainingStep]:
        found = acts[0]
    else:
        return None
    return found if isinstance(found, ClipGrad) and found.fresh is False else None
