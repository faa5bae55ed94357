"""The form of a rule, and the one module that rules import.

A rule is one file: its name is the file's name, its section the folder, its summary the first line of the module's
docstring, and its manual page the docstring itself, whose examples are its tests.
"""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from heldout.alignment import Apart, Moved, Unpaired
from heldout.capacity import Capacity, plain_layers
from heldout.columns import Column
from heldout.events import (
    MODEL_ROLES,
    Choose,
    Data,
    Event,
    Fit,
    Learning,
    Load,
    Predict,
    Resample,
    Score,
    Split,
    Statistic,
    Transform,
)
from heldout.events.assembly import Assemble, Augment
from heldout.events.calls import UNKNOWN, Argument, Call, Switch
from heldout.events.figures import Pairing
from heldout.events.generators import Draw, Seed
from heldout.events.graphs import Oddity, Traced
from heldout.events.losses import PROBABILITIES, Activation, Aliased, Criterion, Discarded, Unguarded
from heldout.events.modules import Held, Module
from heldout.events.networks import Compile, Judge, Layer
from heldout.events.ordering import Accident, InOrder, Omission, Reorder, Shuffling, Stage
from heldout.events.records import Log
from heldout.events.training import (
    Accumulate,
    Averaged,
    Backward,
    ClipGrad,
    Forward,
    GradMode,
    Loop,
    Mode,
    Restore,
    Save,
    Schedule,
    Training,
    ZeroGrad,
)
from heldout.events.training import Step as TrainingStep
from heldout.finding import Finding, Fix, Place, Replacement, Step
from heldout.inference import Asked
from heldout.insertion import seed_planted
from heldout.leak import Leak
from heldout.libraries.hyperparameters import CALLABLES, KERAS_FIT, LIMITS, Limits
from heldout.naming import role, unpacked_order, words
from heldout.optimizers import Optimizer, rate_may_move
from heldout.optimizers import of_training as optimizers_of
from heldout.outputs import Loss, Outputs, loss_of, outputs_of
from heldout.pixel_scales import WEIGHTED, Reached, reached, wanted
from heldout.refit import Refit
from heldout.rows import Rows, meets
from heldout.scales import Unscaled, unscaled
from heldout.skew import Skew
from heldout.trace import Trace
from heldout.trainings import TrainingRun

__all__ = [
    "CALLABLES",
    "KERAS_FIT",
    "LIMITS",
    "MODEL_ROLES",
    "PROBABILITIES",
    "UNKNOWN",
    "WEIGHTED",
    "Accident",
    "Accumulate",
    "Activation",
    "Aliased",
    "Apart",
    "Argument",
    "Asked",
    "Assemble",
    "Augment",
    "Averaged",
    "Backward",
    "Call",
    "Capacity",
    "Choose",
    "ClipGrad",
    "Column",
    "Compile",
    "Criterion",
    "Data",
    "Discarded",
    "Draw",
    "Event",
    "Finding",
    "Fit",
    "Fix",
    "Forward",
    "GradMode",
    "Held",
    "InOrder",
    "Judge",
    "Layer",
    "Leak",
    "Learning",
    "Limits",
    "Load",
    "Log",
    "Loop",
    "Loss",
    "Mode",
    "Module",
    "Moved",
    "Oddity",
    "Omission",
    "Optimizer",
    "Outputs",
    "Pairing",
    "Place",
    "Predict",
    "Reached",
    "Refit",
    "Reorder",
    "Replacement",
    "Resample",
    "Restore",
    "Rows",
    "Rule",
    "Save",
    "Schedule",
    "Score",
    "Seed",
    "Shuffling",
    "Skew",
    "Split",
    "Stage",
    "Statistic",
    "Step",
    "Switch",
    "Trace",
    "Traced",
    "Training",
    "TrainingRun",
    "TrainingStep",
    "Transform",
    "Unguarded",
    "Unpaired",
    "Unscaled",
    "ZeroGrad",
    "loss_of",
    "meets",
    "optimizers_of",
    "outputs_of",
    "plain_layers",
    "put_after",
    "put_around",
    "put_before",
    "rate_may_move",
    "reached",
    "role",
    "seed_planted",
    "unpacked_order",
    "unscaled",
    "wanted",
    "with_argument",
    "words",
]


def with_argument(call: Place, name: str, value: str, *, written: Place | None, last: Place | None) -> Replacement:
    """The edit that gives a call an argument.

    written: where the argument stands with another value; last: where the last argument of the call stands.
    """
    if written is not None:
        return Replacement(written, value)
    if last is not None:
        return Replacement(last.end, f", {name}={value}")
    inside = Place(call.path, call.end_line, call.end_column - 1, call.end_line, call.end_column - 1)
    return Replacement(inside, f"{name}={value}")


def put_before(statement: Place, written: str) -> Replacement:
    """The edit that puts a statement on a line of its own before another one, which begins its line."""
    return Replacement(statement.start, f"{written}\n{' ' * statement.column}")


def put_around(expression: Place, before: str, after: str) -> tuple[Replacement, Replacement]:
    """The edits that write something before and behind an expression: a call around it."""
    return Replacement(expression.start, before), Replacement(expression.end, after)


def put_after(statement: Place, written: str) -> Replacement:
    """The edit that puts a statement on a line of its own after another one, which begins and ends its line."""
    return Replacement(statement.end, f"\n{' ' * statement.column}{written}")


class Rule:
    """A mistake that a trace can show.

    code: stable, ``HLD`` and three digits.  level, confidence, bias: as in `heldout.finding`; a finding may lower them.
    needs: root names of libraries without which the rule has nothing to say; empty: any file.
    since: the first release that has the rule.
    """

    code: ClassVar[str]
    level: ClassVar[str]
    confidence: ClassVar[str] = "proved"
    bias: ClassVar[str] = "none"
    needs: ClassVar[tuple[str, ...]] = ()
    since: ClassVar[str] = "0.1"

    def check(self, trace: Trace) -> Iterator[Finding]:
        """Yield what is wrong in `trace`."""
        raise NotImplementedError

    @property
    def name(self) -> str:
        """The rule's name, from its file: ``preprocess_before_split.py`` is ``preprocess-before-split``."""
        return type(self).__module__.rpartition(".")[2].replace("_", "-")

    @property
    def section(self) -> str:
        """The rule's section, from its folder."""
        return type(self).__module__.split(".")[-2]

    def finding(
        self,
        at: "Event | Place",
        message: str,
        via: "Sequence[tuple[Event | Place, str]]" = (),
        *,
        level: str | None = None,
        confidence: str | None = None,
        bias: str | None = None,
        fix: Fix | None = None,
    ) -> Finding:
        """A finding of this rule at an event or a place; `via` are the steps in the order they are to be told."""
        return Finding(
            rule=self.name,
            code=self.code,
            section=self.section,
            level=level or self.level,
            confidence=confidence or self.confidence,
            bias=bias or self.bias,
            message=message,
            place=_place(at),
            steps=tuple(Step(text, _place(where)) for where, text in via),
            fix=fix,
        )


def _place(at: "Event | Place") -> Place:
    return at if isinstance(at, Place) else at.place
