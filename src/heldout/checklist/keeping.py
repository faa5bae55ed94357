"""What a program keeps of a run: steps of preparation, the model, versions, parameters and figures, and which data it had."""

from collections.abc import Hashable, Iterator

from heldout.checklist.chance import Shown
from heldout.events import Event, Fit, Load
from heldout.events.assembly import Assemble
from heldout.events.calls import Call
from heldout.events.records import Log
from heldout.events.training import Save
from heldout.libraries.recording import TRACKERS
from heldout.naming import words
from heldout.reading.values import Mapping
from heldout.trace import Trace

_ELSEWHERE = frozenset({"", "file"})
#: Words in the names under which a checkpoint keeps what the network was made with.
_SETTINGS = frozenset(
    "config cfg conf args arch arguments options opt hparams hyper params parameters settings".split()
)
_CARRIES_ALL = ("mlflow", "wandb", "comet_ml", "neptune", "clearml", "aim", "dvclive", "sacred")
#: Libraries that bring data sets, each in one version.
_BRING_DATA = (
    "sklearn.datasets.",
    "torchvision.datasets.",
    "keras.datasets.",
    "tensorflow.keras.datasets.",
    "seaborn.",
)
#: Functions of theirs that read files of the project, or make rows up.
_OWN_FILES = ("ImageFolder", "DatasetFolder", "VisionDataset", "load_files", "load_svmlight", "FakeData", "make_")
#: Steps that only place the rows they were fitted on, so that there is nothing to apply to others.
_ONLY_PLACE = frozenset(
    {"TSNE", "MDS", "SpectralEmbedding"}
)  #: Methods that write weights alone, and libraries whose checkpoints hold no architecture.
_WEIGHTS = frozenset({"save_weights", "save_params"})
_LIGHTNING = frozenset({"lightning", "pytorch_lightning"})

BUNDLED, PINNED = "bundled", "pinned"


def models(trace: Trace) -> list[Fit]:
    """The fits of what is trained for its predictions."""
    return [fit for fit in trace.of(Fit) if fit.role != "transformer"]


def _saved(trace: Trace) -> set[Hashable]:
    found: set[Hashable] = set()
    for save in trace.of(Save):
        found.update(save.learners)
    for log in trace.of(Log):
        if "models" in log.what:
            found.update(log.learners)
    return found


def preparation(trace: Trace) -> Iterator[Shown]:
    """Each step that learns: saved, inside a pipeline or network, or lost when the program ends."""
    if not models(trace):
        return
    saved = _saved(trace)
    for pipeline in trace.of(Assemble):
        if "ipeline" in pipeline.function:
            yield pipeline, "the steps are inside a pipeline, which keeps them with the model", True
    told: set[Hashable] = set()
    for fit in trace.of(Fit):
        if fit.role != "transformer" or fit.learner in told or "ipeline" in fit.model or fit.model in _ONLY_PLACE:
            continue
        told.add(fit.learner)
        name = f"`{fit.written or fit.model}`"
        if fit.method == "adapt":
            yield fit, f"{name} is a layer that is saved with its network", True
        elif fit.learner in saved:
            yield fit, f"{name} is saved", True
        else:
            yield fit, f"{name} is fitted here and never saved", False


def architecture(trace: Trace) -> Iterator[Shown]:
    """Whether what is trained is saved whole, by its weights alone, or not at all."""
    fits = models(trace)
    if not fits:
        return
    parameters = parameters_kept(trace)
    for log in trace.of(Log):
        if "models" in log.what and log.tracker not in _ELSEWHERE:
            yield log, f"`{log.function}` keeps the model with its settings", True
            return
    saves = [save for save in trace.of(Save) if not save.fits or any(fit.role != "transformer" for fit in save.fits)]
    whole = next((save for save in saves if not _only_weights(trace, save)), None)
    if whole is not None:
        yield whole, f"`{whole.function}` writes the model with its settings", True
    elif saves and parameters is not None:
        yield saves[0], "the weights are written", True
        yield parameters[0], parameters[1], True
    elif saves:
        yield saves[0], "weights are written, without the settings of the network that they belong to", None
    else:
        yield fits[0], f"`{fits[0].written or fits[0].model}` is trained and not saved", False


def _only_weights(trace: Trace, save: Save) -> bool:
    """Whether a file gets the weights of a network and nothing that says what it looks like."""
    if save.function in _WEIGHTS or save.automatic and save.function != "ModelCheckpoint":
        return True
    for call in trace.calls("save", "ModelCheckpoint"):
        if call.place == save.place or save.automatic and call.short == "ModelCheckpoint":
            if call.value("save_weights_only") is True or call.root in _LIGHTNING:
                return True
            given = call.given("obj", "0")
            inside = given.thing.items if given is not None and isinstance(given.thing, Mapping) else {}
            if any(word in _SETTINGS for name in inside for word in words(str(name))):
                return False
            return any(other.index < save.index for other in trace.calls("state_dict"))
    return False


def parameters_kept(trace: Trace) -> "tuple[Event, str] | None":
    """What keeps the settings of a run: a tracker that is given them, a study in a storage, Hydra; None if nothing does."""
    configured = {call.place for call in trace.calls("init") if call.root == "wandb" and call.given("config")}
    for log in trace.of(Log):
        bare = log.function == "wandb.init" and log.place not in configured
        if "parameters" in log.what and not bare:
            return log, f"`{log.function}` keeps settings"
    for call in trace.calls("save_hyperparameters", "create_study"):
        if call.short == "save_hyperparameters":
            return call, "`save_hyperparameters` keeps settings"
        if call.given("storage") is not None:
            return call, "the study keeps its trials in a storage"
    return None


def tracking(trace: Trace) -> Iterator[Shown]:
    """Whether figures and settings go to a tracker, one of them, or none."""
    fits = models(trace)
    if not fits:
        return
    kept = [log for log in trace.of(Log) if {"metrics", "artifacts"} & {*log.what}]
    figures = next((log for log in kept if log.tracker not in _ELSEWHERE), None)
    parameters = parameters_kept(trace)
    if figures is not None and parameters is not None:
        yield figures, f"`{figures.function}` keeps figures", True
        if parameters[0] is not figures:
            yield parameters[0], parameters[1], True
    elif figures is not None:
        yield figures, f"`{figures.function}` keeps figures; the settings that led to them are not kept", None
    elif parameters is not None:
        yield parameters[0], f"{parameters[1]}; the figures are not kept", None
    elif kept:
        yield kept[0], f"`{kept[0].function}` writes figures to a file; no tracker keeps them by run", None
    else:
        yield _untracked(trace, fits[0])


def _untracked(trace: Trace, fit: Fit) -> Shown:
    tracker = next(iter(sorted(trace.imports & TRACKERS)), "")
    if tracker:
        return fit, f"`{tracker}` is imported, and as the program stands nothing goes there", None
    return fit, "what is trained here leaves no record", False


def versions(trace: Trace) -> Iterator[Shown]:
    """Where the versions of libraries are written down in a run."""
    for log in trace.of(Log):
        if "versions" in log.what or log.automatic and log.tracker in _CARRIES_ALL and "models" in log.what:
            yield log, f"`{log.function}` keeps the versions of the libraries", True
            return
        if log.tracker == "mlflow" and "models" in log.what:
            yield log, f"`{log.function}` keeps the versions that the model needs", True
            return


def data(trace: Trace) -> Iterator[tuple[Load, str]]:
    """Each file or name that rows are loaded from, empty where it is not seen.

    `BUNDLED` stands for data that a library brings, `PINNED` for data that are asked for in one revision.
    """
    if not models(trace):
        return
    called = {call.place: call.function for call in trace.of(Call)}
    revised = {call.place for call in trace.calls("load_dataset") if call.given("revision") is not None}
    told: set[str] = set()
    for load in trace.of(Load):
        function = called.get(load.place, load.function)
        short = function.rpartition(".")[2]
        bundled = (
            function.startswith(_BRING_DATA)
            and not short.startswith(_OWN_FILES)
            or ".datasets." in function
            and function.endswith("load_data")
        )
        source = BUNDLED if bundled else PINNED if load.place in revised else load.source or ""
        if not load.made and (source or function) not in told:
            told.add(source or function)
            yield load, source
