"""The items of the checklist, each judged over the programs and the files of a project."""

from collections.abc import Iterable, Sequence

from heldout.checklist import files
from heldout.checklist.evidence import (
    MET,
    NOT_APPLICABLE,
    NOT_MET,
    PARTLY,
    Checklist,
    Evidence,
    Item,
    Program,
    distinct,
    verdict_of,
)
from heldout.checklist.keeping import BUNDLED, PINNED
from heldout.project.environment import Environment, environment

TITLES = {
    "seeds": "Random seeds are set for each library that draws",
    "determinism": "Deterministic algorithms are asked for where networks are trained",
    "versions": "Versions of libraries are locked or recorded",
    "preprocessing": "Preparation is saved, or is part of what is saved",
    "splits": "The split of the rows is written down and repeatable",
    "model": "Architecture and hyperparameters are saved with the model",
    "tracking": "Experiments are tracked",
    "data": "Data are versioned",
}
_REASONS = {
    "seeds": ("every library that a program draws from is seeded", "no draw of a program can be had again"),
    "determinism": (
        "every program that trains a network asks for them",
        "no program that trains a network asks for them",
    ),
    "preprocessing": ("every fitted step outlives the program", "fitted steps are lost when the program ends"),
    "splits": ("every run holds out the same rows", "each run holds out other rows, or none"),
    "model": ("what is trained can be rebuilt from what is saved", "nothing that would rebuild the model is saved"),
    "tracking": ("figures and settings of each run are kept together", "runs leave no record"),
}
_NOTHING = {
    "seeds": "no program draws random numbers",
    "determinism": "no program trains a network",
    "preprocessing": "no program fits a step of preparation",
    "splits": "no program splits rows or fits a model to labels",
    "model": "no program trains a model",
    "tracking": "no program trains a model",
}


def judge(root: str, programs: Sequence[Program]) -> Checklist:
    """The checklist of the project at `root`, whose files were read as `programs`."""
    training = [program for program in programs if program.trains]
    folders = files.folders_of(root, (program.path for program in training))
    items = [_of_programs(name, training, folders) for name in TITLES if name not in ("versions", "data")]
    items.insert(2, _versions(training, environment(folders)))
    items.append(_data(root, training, folders))
    problems = tuple((program.path, program.problem) for program in programs if program.problem)
    return Checklist(root, len(programs), len(training), tuple(items), problems)


def _marks(name: str, programs: Iterable[Program]) -> list[Evidence]:
    return [mark.evidence for program in programs for mark in program.marks if mark.item == name]


def _of_programs(name: str, programs: list[Program], folders: list[str]) -> Item:
    evidence = distinct(_marks(name, programs))
    verdict = verdict_of(evidence)
    reason = _shares(name, evidence, programs if name in _BY_PROGRAM else ())
    if name == "tracking" and evidence:
        evidence += distinct(files.records(folders))
    if name == "model" and evidence:
        kept = distinct(files.settings(folders))
        verdict = PARTLY if kept and verdict == NOT_MET else verdict
        evidence += kept
    if verdict == NOT_APPLICABLE:
        reason = _NOTHING[name]
    elif verdict != PARTLY:
        reason = _REASONS[name][verdict == NOT_MET]
    return Item(name, TITLES[name], verdict, reason, evidence)


_BY_PROGRAM = ("determinism", "model", "tracking")
_COUNTED = {
    "seeds": "draws are fixed by a seed",
    "determinism": "programs that train networks ask for them",
    "preprocessing": "steps outlive the program",
    "splits": "splits are repeatable",
    "model": "programs save what rebuilds their model",
    "tracking": "programs keep figures and settings",
    "data": "sources are kept in a version",
}


def _shares(name: str, evidence: Sequence[Evidence], programs: Sequence[Program] = ()) -> str:
    """How much of it is well, by programs where those are what is counted, else by places."""
    supports = [one.supports for one in evidence]
    if programs:
        shown = [_marks(name, (program,)) for program in programs]
        supports = [_of_one(marks) for marks in shown if marks]
    good, half = supports.count(True), supports.count(None)
    aside = f", {half} more in part" if half else ""
    return f"{good} of {len(supports)} {_COUNTED[name]}{aside}"


def _of_one(marks: list[Evidence]) -> bool | None:
    """What the marks of one program come to."""
    verdict = verdict_of(marks)
    return True if verdict == MET else False if verdict == NOT_MET else None


def _versions(programs: list[Program], found: Environment) -> Item:
    """Met by a lock file, by exact requirements throughout, or by programs that all record versions."""
    title, told = TITLES["versions"], distinct(_marks("versions", programs))
    locks = tuple(Evidence(path, None, None, "locks every version", True) for path in found.locks)
    exact = [one for one in found.requirements if one.exact]
    loose = [one for one in found.requirements if not one.exact]
    pins = tuple(Evidence(one.path, None, one.line, f"`{one.name}` in one version", True) for one in exact)
    open_ends = tuple(
        Evidence(one.path, None, one.line, f"`{one.name}` in any of several versions", False) for one in loose
    )
    recording = {
        program.path
        for program in programs
        for mark in program.marks
        if mark.item == "versions" and mark.evidence.supports
    }
    if locks:
        return Item("versions", title, MET, "a lock file names every version", locks + told)
    if exact and not loose:
        return Item("versions", title, MET, "every requirement has one version", pins + told)
    if programs and len(recording) == len(programs):
        return Item("versions", title, MET, "every program that trains records versions", told + open_ends)
    if exact or told:
        count = (
            f"{len(exact)} of {len(found.requirements)} requirements have one version"
            if exact
            else "some programs tell versions"
        )
        return Item("versions", title, PARTLY, count, told + open_ends + pins)
    if not programs and not found.requirements:
        return Item("versions", title, NOT_APPLICABLE, "no program trains a model", ())
    reason = (
        "no requirement has one version, and there is no lock file"
        if loose
        else "there is no lock file and no list of versions"
    )
    return Item("versions", title, NOT_MET, reason, open_ends)


def _data(root: str, programs: list[Program], folders: list[str]) -> Item:
    """Met if every source is under version control, comes with a library, or DVC or Git LFS keeps versions."""
    kept = distinct(files.versioned_data(folders))
    repository = files.Repository(root)
    evidence = distinct(_source(one, root, repository) for one in _marks("data", programs) if one.text)
    if not evidence and not kept:
        reason = "where the data come from is not seen" if programs else "no program trains a model"
        return Item("data", TITLES["data"], NOT_APPLICABLE, reason, ())
    if kept:
        return Item("data", TITLES["data"], MET, "versions of data are kept beside the code", kept)
    verdict = verdict_of(evidence)
    reason = _shares("data", evidence)
    if verdict != PARTLY:
        reason = _DATA[verdict == NOT_MET]
    return Item("data", TITLES["data"], verdict, reason, evidence)


_DATA = ("all data are under version control or come with a library", "nothing keeps the versions of data")


def _source(mark: Evidence, root: str, repository: files.Repository) -> Evidence:
    source = mark.text
    if source == BUNDLED:
        return mark._replace(text="the data come with a library", supports=True)
    if source == PINNED:
        return mark._replace(text="the data are asked for in one revision", supports=True)
    path = files.standing(source, mark.path, root)
    if path is not None and repository.keeps(path):
        return mark._replace(text=f"`{source}` is in the repository", supports=True)
    if path is not None:
        return mark._replace(text=f"`{source}` lies in the project; nothing keeps its versions", supports=False)
    return mark._replace(text=f"`{source}` comes from outside, in whatever version it has there", supports=False)
