"""By which optimizers a network is trained, and whether something moves their learning rate."""

from typing import TYPE_CHECKING, NamedTuple

from heldout.events.calls import Call, Switch
from heldout.events.networks import Compile
from heldout.events.training import Schedule, Step

if TYPE_CHECKING:
    from heldout.trace import Trace
    from heldout.trainings import TrainingRun

#: Optimizers that go on at the rate that they are given, and take no weight decay of themselves.
PLAIN = frozenset("SGD Adam Adamax NAdam Nadam RAdam RMSprop sgd adam adamax nadam rmsprop".split())
#: Those that take some weight decay where none is asked for.
DECAYING = frozenset("AdamW adamw".split())
_RATES = frozenset({"lr", "learning_rate", "optimizer.lr", "optimizer.learning_rate"})
#: Functions of Keras that write a variable, of which the rate is one.
_WRITES = ("assign", "set_value")
_DECAYS = ("decay", "decayrestarts")


class Optimizer(NamedTuple):
    """kind: its class, or its name.  made: the call that made it, None of one that is only named."""

    kind: str
    made: Call | None

    @property
    def decays_weights(self) -> bool:
        """Whether it draws the weights to zero, as far as the program shows; unknown counts as yes."""
        if self.kind not in PLAIN:
            return True
        return self.made is not None and self.made.value("weight_decay", default=None) not in (None, 0, 0.0)

    @property
    def adapts(self) -> bool:
        """Whether it gives each weight a rate of its own, by the gradients that it had."""
        return self.kind not in ("SGD", "sgd")

    @property
    def keeps_rate(self) -> bool:
        """Whether it goes on at one rate by itself, as far as the program shows; unknown counts as no."""
        if self.kind not in PLAIN | DECAYING:
            return False
        made = self.made
        if made is None or made.root == "torch":
            return True
        rate = made.value("learning_rate", "lr", default=0.001)
        return isinstance(rate, int | float) and made.complete and made.given("decay") is None


def of_training(trace: "Trace", training: "TrainingRun") -> list[Optimizer]:
    """The optimizers of a training; none if one of them is not seen."""
    if training.kind == "keras":
        return _compiled(trace, training)
    if training.kind != "torch":
        return []
    inside = range(training.first, training.last)
    steps = [step for step in trace.of(Step) if step.index in inside]
    made = {call.gives: call for call in trace.calls(*PLAIN, *DECAYING) if call.index < training.first}
    if any(step.optimizer not in made or step.how == "closure" or step.optimizer in trace.handed for step in steps):
        return []
    return [Optimizer(made[one].short, made[one]) for one in dict.fromkeys(step.optimizer for step in steps)]


def _compiled(trace: "Trace", training: "TrainingRun") -> list[Optimizer]:
    """The optimizer of a network of Keras that is compiled once."""
    compiled = [event.call for event in trace.of(Compile) if event.learner is training.learner]
    if len(compiled) != 1 or not compiled[0].complete:
        return []
    given = compiled[0].given("optimizer")
    if given is None:
        return [Optimizer("rmsprop", None)]
    if isinstance(given.value, str):
        return [Optimizer(given.value.lower(), None)]
    return [Optimizer(given.made[0].short, given.made[0])] if len(given.made) == 1 else []


def rate_may_move(trace: "Trace") -> bool:
    """Whether something in the program may change a learning rate: a schedule, or a write of the rate by hand."""
    if any(True for _ in trace.of(Schedule)) or any(switch.setting in _RATES for switch in trace.of(Switch)):
        return True
    if any(call.root in ("keras", "tensorflow", "tf_keras") for call in trace.calls(*_WRITES)):
        return True
    return any(_schedules(call) for call in trace.of(Call))


def _schedules(call: Call) -> bool:
    word = call.short.lower()
    return "schedul" in call.function.lower() or word.endswith(_DECAYS) or "onecycle" in word


__all__ = ["DECAYING", "PLAIN", "Optimizer", "of_training", "rate_may_move"]
