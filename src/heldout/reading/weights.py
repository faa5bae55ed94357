"""The weights of networks as values: parameters, what a state holds, and what becomes of a network from call to call."""

from heldout.events import Choose, Data, Event, Fit
from heldout.finding import Place
from heldout.reading.values import Instance, Learner, Listing, Mapping, Value

_DEEPEST = 3

#: What the gradients of a network hold: nothing, those of losses since the last step, those that a step has used, or
#: those of new losses on top of used ones.
CLEAR, FILLED, USED, MIXED = (frozenset({state}) for state in ("clear", "filled", "used", "mixed"))
FRESH = FILLED | MIXED
ANY = CLEAR | FILLED | USED | MIXED
_FILLS = {"clear": "filled", "filled": "filled", "used": "mixed", "mixed": "mixed"}
#: Whether gradients are multiplied by the scale of mixed precision.
PLAIN, SCALED = frozenset({"plain"}), frozenset({"scaled"})
TRAIN, EVAL = frozenset({"train"}), frozenset({"eval"})


class Weights:
    """What becomes of the weights of one torch network; written only through the store.

    Each state is the set of those that it may be in.  pending: the rows whose loss was propagated back since the last
    step, with the place.  owner: the network of which this one is a part.  two_modes: whether it behaves differently in
    training, as far as its class tells; instance: the object of the program's own class that it is.  head: what the
    program put in the place of its last part.  scale: of its gradients, `SCALED` or `PLAIN`.
    """

    __slots__ = ("clipped", "gradients", "head", "instance", "mode", "owner", "pending", "scale", "two_modes")

    def __init__(self, mode: frozenset[str] = TRAIN) -> None:
        self.mode = mode
        self.gradients = CLEAR
        self.clipped = False
        self.scale = PLAIN
        self.pending: tuple[tuple[Data, Place], ...] = ()
        self.owner: Learner | None = None
        self.two_modes: bool | None = None
        self.instance: Instance | None = None
        self.head: Value | None = None


def filled(states: frozenset[str]) -> frozenset[str]:
    """What gradients hold after a loss was propagated back to them."""
    return frozenset(_FILLS[state] for state in states)


def only(states: frozenset[str]) -> str:
    """The state that is certain, else ``unknown``."""
    return next(iter(states)) if len(states) == 1 else "unknown"


def whole(learner: Learner) -> Learner:
    """The network that a part belongs to; a network that is no part is its own."""
    for _ in range(8):
        owner = learner.weights.owner if learner.weights is not None else None
        if owner is None or owner is learner:
            break
        learner = owner
    return learner


class Parameters(Value):
    """The parameters of networks: ``model.parameters()`` and what is picked from it."""

    __slots__ = ("learners",)

    def __init__(self, learners: tuple[Learner, ...]) -> None:
        self.learners = learners


class State(Value):
    """What ``state_dict()`` gives: the weights of a network as they are now.

    choices: what chose this state.  alias: the call that gave it, as long as it holds the very tensors of the network;
    None of a copy.
    """

    __slots__ = ("alias", "choices", "fits", "learner")

    def __init__(
        self, learner: Learner, fits: tuple[Fit, ...], choices: frozenset[Choose], alias: Event | None = None
    ) -> None:
        self.learner = learner
        self.fits = fits
        self.choices = choices
        self.alias = alias

    def chosen(self, choice: Choose) -> "State":
        """The same state, kept because of a choice."""
        return State(self.learner, self.fits, self.choices | {choice}, self.alias)

    def copied(self) -> "State":
        """The same state in tensors of its own."""
        return State(self.learner, self.fits, self.choices)

    def joined(self, other: "State") -> "State":
        """This state or another one, whichever way was gone."""
        latest = self if len(self.fits) >= len(other.fits) else other
        alias = latest.alias if self.alias is not None and other.alias is not None else None
        return State(latest.learner, latest.fits, self.choices | other.choices, alias)


def in_own_tensors(value: Value, depth: int = 0) -> Value:
    """A value as it is after a copy in depth, or a way through a file: the states in it are tied to no network."""
    if isinstance(value, State):
        return value.copied()
    if depth < _DEEPEST and isinstance(value, Listing):
        return Listing(tuple(in_own_tensors(item, depth + 1) for item in value.items), value.kind, open=value.open)
    if depth < _DEEPEST and isinstance(value, Mapping):
        items = {key: in_own_tensors(item, depth + 1) for key, item in value.items.items()}
        return Mapping(items, in_own_tensors(value.rest, depth + 1) if value.rest is not None else None)
    return value
