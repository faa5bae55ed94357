"""What a program shows of chance: which generators it draws from and seeds, whether it asks for determinism, how it splits."""

from collections.abc import Iterator

from heldout.events import Event, Fit, Load, Split
from heldout.events.calls import UNKNOWN, Call, Switch
from heldout.events.generators import Draw, Seed
from heldout.events.training import Restore
from heldout.finding import Place
from heldout.trace import Trace

Shown = tuple[Event | Place, str, bool | None]

_WORDS = {"python": "`random`", "numpy": "NumPy", "torch": "PyTorch", "tensorflow": "TensorFlow"}
_SKLEARN = ("sklearn", "imblearn")
_NETWORKS = frozenset({"torch", "tensorflow", "keras", "tf_keras"})
_DETERMINISTIC = ("use_deterministic_algorithms", "enable_op_determinism", "enable_full_determinism")


def seeds(trace: Trace) -> Iterator[Shown]:
    """For each library that the program draws from: the call that seeds it, or the first draw that nothing seeds."""
    seeded: dict[str, Seed] = {}
    for seed in trace.of(Seed):
        if not seed.source or seed.written_down:
            for generator in seed.generators:
                seeded.setdefault(generator, seed)
    told: set[str] = set()
    fresh = not any(True for _ in trace.of(Restore))
    for draw in trace.of(Draw):
        word = "scikit-learn" if draw.function.startswith(_SKLEARN) else _WORDS.get(draw.generator, "")
        if not word or word in told or draw.weights and not fresh:
            continue
        told.add(word)
        known = seeded.get(draw.generator)
        if known is not None:
            yield known, f"`{known.function}` seeds {word}", True
        else:
            what = "draws first weights" if draw.weights else "draws"
            yield draw, f"`{_last(draw.function)}` {what} and nothing seeds {word}", False
    if "scikit-learn" in told:
        return
    for call in trace.of(Call):
        given = call.given("random_state") if call.root in _SKLEARN else None
        if given is not None and given.value is not None:
            yield call, f"`{call.short}` has a `random_state`", True
            return


def _last(function: str) -> str:
    return function.rpartition(".")[2]


def determinism(trace: Trace) -> Iterator[Shown]:
    """For a program that trains a network: what asks for deterministic algorithms, or where it is trained without."""
    trained = _network_fit(trace)
    if trained is None:
        return
    for call in trace.calls(*_DETERMINISTIC):
        if call.value("mode", "0", default=True) is not False:
            yield call, f"`{call.short}` asks for deterministic algorithms", True
            return
    for call in trace.calls("Trainer"):
        if call.value("deterministic", "full_determinism") is True:
            yield call, "`Trainer` asks for deterministic algorithms", True
            return
    for switch in trace.of(Switch):
        if switch.setting == "torch.backends.cudnn.deterministic" and switch.value in (True, UNKNOWN):
            yield switch, "cuDNN is asked for deterministic algorithms, the rest of PyTorch is not", None
            return
    for switch in trace.of(Switch):
        if switch.setting == "torch.backends.cudnn.benchmark" and switch.value is True:
            yield switch, "cuDNN may choose another algorithm in each run (`benchmark = True`)", False
            return
    yield trained, "a network is trained here, and deterministic algorithms are not asked for", False


def _network_fit(trace: Trace) -> Fit | None:
    """Where a network is first trained, None if none is."""
    if trace.imports.isdisjoint(_NETWORKS):
        return None
    drawn = next((draw.index for draw in trace.of(Draw) if draw.weights), None)
    for fit in trace.of(Fit):
        built = drawn is not None and fit.index > drawn and fit.role != "transformer"
        if fit.method == "backward" or built and fit.method.startswith(("fit", "train")):
            return fit
    return None


def splits(trace: Trace) -> Iterator[Shown]:
    """Each split of rows: whether it can be had again; where there is none, how rows are set aside otherwise."""
    numpy = [seed.index for seed in trace.of(Seed) if "numpy" in seed.generators and not seed.source]
    places: set[Place] = set()
    for split in trace.of(Split):
        if split.place in places:
            continue
        places.add(split.place)
        parts = ", ".join(f"`{part.name}`" for part in split.parts if part.name)
        what = f"`{split.function}`" + (f" into {parts}" if parts else "")
        if split.folds:
            what = "folds of " + ("cross-validation" if split.function == "folds" else what)
        if split.shuffled is False or split.seeded or any(index < split.index for index in numpy):
            how = "in the order of the rows" if split.shuffled is False and not split.seeded else "with a fixed seed"
            yield split, f"{what}, {how}", True
        elif split.seeded is False:
            yield split, f"{what}, drawn anew in each run", False
    if places:
        return
    held = next((score for score in trace.scores if trace.held_out(score.rows)), None)
    if held is not None:
        load = next(iter(trace.of(Load)), None)
        yield load or held, "the data come in parts: some are held out", True
        return
    fit = next((fit for fit, _ in trace.supervised()), None)
    if fit is not None:
        yield fit, f"`{fit.written or fit.model}` is fitted, and no rows are set aside", False
