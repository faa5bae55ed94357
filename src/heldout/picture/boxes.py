"""How large the boxes of a picture are, and which text stands where in them: widths are reckoned, since no browser is asked.

All lengths are in pixels at the natural size of the drawing.
"""

from typing import NamedTuple

from heldout.picture import wording
from heldout.picture.journey import Mark, Picture, Station
from heldout.reporting.style import escape

NAME_WIDTH = 7.9
"""A character of a name: 13 pixels of a fixed-width font, the widest of those that are common."""

TEXT_WIDTH = 6.4
"""A character of other text: 11.5 pixels of a font without serifs."""

PADDING = 12.0
NARROWEST, WIDEST = 138.0, 216.0
WIDTH_OF_MARKED = 202.0
HEAD, LINE, FOOT, NOTE_LINE = 22.0, 17.0, 16.0, 15.0
MOST_NOTE_LINES = 6
MOST_NOTES = 3


class Note(NamedTuple):
    """What findings say under a box: their labels, and the lines of the text."""

    labels: tuple[str, ...]
    letters: tuple[str, ...]
    lines: tuple[str, ...]
    leak: bool


class Box(NamedTuple):
    """A station, measured: ``height`` is that of the card, ``notes_height`` that of what findings say under it."""

    kind: str
    place: str
    titles: tuple[str, ...]
    fact: str
    notes: tuple[Note, ...]
    stacked: bool
    width: float
    height: float
    notes_height: float


def measure(station: Station, picture: Picture) -> Box:
    """The box of a station."""
    if station.kind == "part":
        return _point(station)
    titles = [escape(title) for title in wording.titles(station)]
    fact, place = escape(wording.fact(station)), picture.places(station)
    count = f" × {station.alike}" if station.alike > 1 and station.kind != "score" else ""
    kind = station.kind + count
    text = max(
        max(len(title) for title in titles) * NAME_WIDTH,
        len(fact) * TEXT_WIDTH,
        (len(kind) + len(place) + 2) * TEXT_WIDTH,
    )
    narrowest = WIDTH_OF_MARKED if station.marks else NARROWEST
    width = min(max(text + 2 * PADDING, narrowest), WIDEST)
    inner = width - 2 * PADDING
    notes = _notes(station.marks, int(inner / TEXT_WIDTH) + 3)
    return Box(
        kind,
        place,
        tuple(wording.ellipsis(title, round(inner / NAME_WIDTH)) for title in titles),
        wording.ellipsis(fact, round(inner / TEXT_WIDTH)),
        notes,
        station.alike > 1 and (station.kind != "score" or len(station.classes) > 1),
        round(width),
        HEAD + LINE * len(titles) + (FOOT if fact else 0) + 9,
        sum(len(note.lines) * NOTE_LINE + 6 for note in notes),
    )


def _point(station: Station) -> Box:
    """Where rows enter a lane: their name, or a mere point."""
    name = wording.ellipsis(", ".join(list(station.names)[:2]), 22) + (", …" if len(station.names) > 2 else "")
    width = len(name) * NAME_WIDTH + 18 if name else 6.0
    return Box("", "", (name,), "", (), False, round(width), 24.0 if name else 6.0, 0.0)


def _notes(marks: list[Mark], columns: int) -> tuple[Note, ...]:
    """The texts of the marks, each once, graver ones first; what is too much is counted."""
    by_text: dict[tuple[bool, bool, str], list[Mark]] = {}
    for mark in marks:
        by_text.setdefault((not mark.leak, mark.number > 0, mark.text), []).append(mark)
    ordered = sorted(by_text.items(), key=lambda item: item[0][:2])
    notes = [_note(text, told, columns) for (_, _, text), told in ordered[:MOST_NOTES]]
    rest = [mark for _, told in ordered[MOST_NOTES:] for mark in told]
    if rest:
        notes.append(_note(f"and {len(ordered) - MOST_NOTES} more", rest, columns))
    return tuple(notes)


def _note(text: str, marks: list[Mark], columns: int) -> Note:
    labels = [mark.label for mark in marks]
    if len(labels) > 3:
        labels = [f"{labels[0]} to {labels[-1]}"]
    taken = sum(len(label) + 3 for label in labels)
    lines = wrap(escape(text).replace("`", ""), columns, taken)
    if len(lines) > MOST_NOTE_LINES:
        lines = [*lines[: MOST_NOTE_LINES - 1], lines[MOST_NOTE_LINES - 1] + " …"]
    letters = tuple(dict.fromkeys(mark.letter for mark in marks))
    return Note(tuple(labels), letters, tuple(lines), any(mark.leak for mark in marks))


def wrap(text: str, columns: int, taken: int = 0) -> list[str]:
    """`text` in lines of at most `columns` characters, the first one shorter by `taken`; a longer word is cut."""
    lines: list[str] = []
    line, room = "", columns - taken
    for each in text.split():
        word = wording.ellipsis(each, columns if line else max(room, 8))
        if not line or len(line) + 1 + len(word) <= room:
            line = f"{line} {word}".strip()
        else:
            lines.append(line)
            line, room = word, columns
    return [*lines, line]
