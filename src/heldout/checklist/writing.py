"""The forms of the checklist: for terminals, as JSON, and as Markdown with boxes."""

import textwrap
from collections.abc import Callable, Iterator

from heldout._version import VERSION
from heldout.checklist.evidence import MET, NOT_APPLICABLE, NOT_MET, PARTLY, VERDICTS, Checklist, Evidence, Item
from heldout.reporting.style import Style, escape
from heldout.reporting.terminal import place

WIDTH = 100
SHOWN = 3
"""So much evidence of each kind is shown to people; JSON has all of it."""

_ROLES = {MET: "added", PARTLY: "warning", NOT_MET: "error", NOT_APPLICABLE: "faint"}
_BOXES = {MET: "[x]", PARTLY: "[~]", NOT_MET: "[ ]", NOT_APPLICABLE: "[-]"}
_SIGNS = {True: "+", None: "~", False: "-"}
_SIGN_ROLES = {True: "added", None: "warning", False: "removed"}


def text(checklist: Checklist, style: Style) -> Iterator[str]:
    """For people at a terminal."""
    for item in checklist.items:
        box = style.paint(_BOXES[item.verdict], _ROLES[item.verdict])
        yield f"{box} {style.paint(item.title, 'strong')}"
        yield from textwrap.wrap(
            f"{item.verdict}: {item.reason}", WIDTH, initial_indent=" " * 4, subsequent_indent=" " * 4
        )
        for one in _chosen(item):
            yield from _line(one, style)
        if rest := _rest(item):
            yield f"        {style.paint(rest, 'faint')}"
    yield ""
    for path, problem in checklist.notes:
        yield f"note: {escape(path)}: {escape(problem)}"
    yield summary(checklist)


def _line(evidence: Evidence, style: Style) -> Iterator[str]:
    """Evidence behind its sign, its place and what it says, on as many lines as it takes."""
    where = _where(evidence)
    first, *others = textwrap.wrap(
        f"{where}: {escape(evidence.text)}", WIDTH - 8, break_long_words=False, break_on_hyphens=False
    )
    if first.startswith(where):
        first = style.paint(where, "step") + first[len(where) :]
    yield f"      {style.paint(_SIGNS[evidence.supports], _SIGN_ROLES[evidence.supports])} {first}"
    yield from (f"        {other}" for other in others)


def summary(checklist: Checklist) -> str:
    """How many items have which verdict, and over what they were judged."""
    counts = ", ".join(f"{checklist.count(verdict)} {verdict}" for verdict in VERDICTS if checklist.count(verdict))
    programs = "1 program that trains" if checklist.programs == 1 else f"{checklist.programs} programs that train"
    files = "1 file" if checklist.files == 1 else f"{checklist.files} files"
    if not checklist.programs:
        return f"{counts}. No program that trains a model was found in {files}; modules of functions are not judged."
    return f"{counts}: {checklist.share:.0f} % of what applies, over {programs} in {files}."


def markdown(checklist: Checklist, style: Style) -> Iterator[str]:
    """A list with boxes, for an issue or a README; partly met items have an open box and say so."""
    yield "# Reproducibility checklist"
    yield ""
    yield summary(checklist)
    yield ""
    for item in checklist.items:
        box = "[x]" if item.verdict == MET else "[ ]"
        aside = {PARTLY: " *(partly)*", NOT_APPLICABLE: " *(not applicable)*"}.get(item.verdict, "")
        yield f"- {box} {item.title}{aside}: {_marked(item.reason)}"
        for one in _chosen(item):
            word = {True: "", None: "partly: ", False: "missing: "}[one.supports]
            yield f"  - `{escape(_where(one)).replace('`', '')}`: {word}{_marked(one.text)}"
        if rest := _rest(item):
            yield f"  - {rest}"
    for path, problem in checklist.notes:
        yield f"\nNote: `{escape(path)}`: {_marked(problem)}"


def as_json(checklist: Checklist, style: Style) -> Iterator[str]:
    """Everything, for programs."""
    import json

    document = {
        "schema": "heldout-checklist/1",
        "version": VERSION,
        "project": checklist.project,
        "summary": {
            **{verdict.replace(" ", "_"): checklist.count(verdict) for verdict in VERDICTS},
            "share": round(checklist.share, 1),
            "files": checklist.files,
            "programs": checklist.programs,
        },
        "items": [{**item._asdict(), "evidence": [one._asdict() for one in item.evidence]} for item in checklist.items],
        "notes": [{"path": path, "message": problem} for path, problem in checklist.notes],
    }
    yield json.dumps(document, indent=2)


FORMATS: dict[str, Callable[[Checklist, Style], Iterator[str]]] = {"text": text, "json": as_json, "markdown": markdown}


def _chosen(item: Item) -> list[Evidence]:
    """The first evidence against an item, half for it, and for it, in that order."""
    return [one for kind in (False, None, True) for one in _of(item, kind)[:SHOWN]]


def _of(item: Item, kind: bool | None) -> list[Evidence]:
    return [one for one in item.evidence if one.supports is kind]


def _rest(item: Item) -> str:
    more = len(item.evidence) - len(_chosen(item))
    return f"and {more} more" if more else ""


def _where(evidence: Evidence) -> str:
    return place(evidence.path, evidence.cell, evidence.line)


def _marked(sentence: str) -> str:
    """A sentence as Markdown: what the project wrote cannot end a line or begin a tag outside of its quotes."""
    return escape(sentence).replace("<", "&lt;")
