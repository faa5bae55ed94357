"""The vocabulary of networks that are put together from layers: what one is made of when it is made ready for training."""

from collections.abc import Hashable
from typing import NamedTuple

from heldout.events import Event
from heldout.events.calls import Call


class Layer(NamedTuple):
    """One part of a network.

    kind: the word for its class or function (``Dense``, ``softmax``), empty of something that is not known.  made: the
    call that made it, for a function the call itself; None if it is not seen.  thing: its identity.
    """

    kind: str
    made: Call | None
    thing: Hashable


class Compile(Event):
    """A network of Keras is made ready for training.

    learner, written: the network, and it in the program's words.  call: the call with its loss, optimizer and metrics.
    layers: its parts from the inputs to the outputs, those of networks inside it included, as far as they are seen from
    the outputs back; whole: all are seen.  inner: the networks inside it.
    """

    __slots__ = ("call", "inner", "layers", "learner", "whole", "written")

    def __init__(
        self,
        call: Call,
        learner: Hashable,
        written: str,
        layers: tuple[Layer, ...],
        inner: frozenset[Hashable],
        *,
        whole: bool,
    ) -> None:
        self.call = call
        self.learner = learner
        self.written = written
        self.layers = layers
        self.inner = inner
        self.whole = whole

    @property
    def last(self) -> Layer | None:
        """The part that gives the outputs, None if it is not seen."""
        return self.layers[-1] if self.layers and self.layers[-1].kind else None

    def detail(self) -> str:
        return f"{self.written or 'network'} of {'' if self.whole else '... '}" + " ".join(
            layer.kind or "?" for layer in self.layers
        )


class Judge(Event):
    """A loss of Keras or TensorFlow is computed of outputs.

    call: the call of the loss, or the one that made it if it is an object (`by_object`); written: the outputs in the
    program's words; layers: the parts that they came out of, the last one at the end.
    """

    __slots__ = ("by_object", "call", "layers", "written")

    def __init__(self, call: Call, written: str, layers: tuple[Layer, ...], *, by_object: bool) -> None:
        self.call = call
        self.written = written
        self.layers = layers
        self.by_object = by_object

    def detail(self) -> str:
        return f"{self.call.short} of {self.written or 'outputs'} of " + " ".join(
            one.kind or "?" for one in self.layers
        )


__all__ = ["Compile", "Judge", "Layer"]
