"""What the boxes of a picture say, in a few words of the program's own."""

import os

from heldout.events import Choose, Data, Fit, Learning, Load, Resample, Score, Split, Statistic
from heldout.naming import role
from heldout.picture.journey import Station
from heldout.trace import Trace

PURPOSES = {
    "fill": "fills gaps",
    "scale": "scales",
    "encode": "encodes by the target",
    "select": "selects columns",
    "": "flows into the columns",
}

CHOICES = {
    "search": "best of a search",
    "best-so-far": "keeps the best so far",
    "best-of": "takes the best",
    "threshold": "picks a threshold",
    "early-stopping": "stops early",
}

MOST_NAMES = 4
"""How many names a box shows; from one more on, the last line counts the rest."""


def short_name(function: str) -> str:
    """The last part of a qualified name; names of methods keep theirs: ``DataFrame.mean`` is ``mean``."""
    return function.rpartition(".")[2]


def ellipsis(text: str, most: int) -> str:
    """`text` in at most `most` characters, cut in the middle."""
    if len(text) <= most:
        return text
    tail = (most - 1) // 3
    return f"{text[: most - 1 - tail]}…{text[-tail:] if tail else ''}"


def called(data: Data, trace: Trace) -> str:
    """What the program calls rows; a name that says what they are for counts more than one that does not."""
    at_hand, first = data.name, trace.name_of(data.rows)
    return first if first and not role(at_hand) and role(first) else at_hand or first


def load_names(load: Load) -> tuple[str, ...]:
    """The file that is loaded, or else the call that loads."""
    name = _source(load)
    return (name if os.path.splitext(name)[1] else short_name(load.function),)


def _source(load: Load) -> str:
    return os.path.basename(load.source.replace("\\", "/").rstrip("/")) if load.source else ""


def load_fact(load: Load) -> str:
    """The call that loads, where the file is the name; else what the call was given."""
    if load.made:
        return "made up here"
    name = _source(load)
    return short_name(load.function) if os.path.splitext(name)[1] else name


def split_fact(split: Split) -> str:
    """How rows are parted."""
    said = []
    if split.folds:
        said.append("into folds")
    if split.shuffled:
        said.append("at random")
    elif split.shuffled is False:
        said.append("in order")
    said += [word for word, holds in (("by label", split.stratified), ("by group", split.grouped)) if holds]
    return ", ".join(said) or "parts rows"


def learning_fact(event: Learning, trace: Trace) -> str:
    """What a step of preparation does, and to which rows."""
    rows = called(event.data, trace)
    if isinstance(event, Fit):
        return f"learns from {rows}" if rows else "learns"
    if isinstance(event, Resample):
        return "copies rows" if event.learns == "copy" else "changes which rows there are"
    purpose = PURPOSES.get(event.purpose, "") if isinstance(event, Statistic) else ""
    if event.purpose == "encode" and event.learns == "vocabulary":
        purpose = "encodes categories"
    elif event.purpose == "encode" and event.learns != "label":
        purpose = "averages by group" if "groupby" in event.function else "encodes"
    column, _ = event.data.columns.single()
    told = column if isinstance(column, str) else rows
    return f"{purpose or 'learns'}, from {told}" if told else purpose


def score_fact(score: Score) -> str:
    """How a figure is computed, where that is not plain."""
    return "by folds" if score.folds else ""


def choice_fact(choice: Choose) -> str:
    """How something is chosen."""
    return CHOICES.get(choice.what, choice.what)


def titles(station: Station) -> list[str]:
    """The first lines of a box, at most `MOST_NAMES`."""
    names = station.titles or [station.kind]
    if len(names) > MOST_NAMES:
        return [*names[: MOST_NAMES - 1], f"and {len(names) - MOST_NAMES + 1} more"]
    return names


def fact(station: Station) -> str:
    """The last line of a box."""
    rows = _some(station.rows)
    if station.kind == "fit":
        if station.alike > 1:
            return f"{station.alike} models on {rows}" if rows else f"{station.alike} models"
        classes = "" if station.titles == list(station.classes) else _some(station.classes)
        if station.fact:
            return f"{classes} {station.fact}".strip()
        return classes or (f"on {rows}" if rows else "")
    if station.kind == "score":
        model = f"of {len(station.classes)} models" if len(station.classes) > 2 else f"of {_some(station.classes)}"
        if station.fact:
            return f"{model} {station.fact}" if station.classes else station.fact
        said = (model if station.classes else "") + (f" on {rows}" if rows else "")
        return said.strip()
    if station.kind == "apply":
        return f"applied to {rows}" if rows else "applied"
    if station.kind == "learn" and station.alike > 1:
        return f"{station.alike} steps"
    return station.fact


def _some(names: dict[str, None]) -> str:
    told = list(names)
    return ", ".join(told[:2]) + (", …" if len(told) > 2 else "")
