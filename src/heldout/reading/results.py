"""Arrays, series and frames of figures: filled, looked into, ranked, and the best picked."""

import ast

from heldout.reading import choosing
from heldout.reading.call import Call
from heldout.reading.facts import MEANS, choices_in, mark_reported, mark_summarised, scores_in, tables_in
from heldout.reading.figures import Figures
from heldout.reading.reader import Reader
from heldout.reading.sequences import names_in
from heldout.reading.values import NONE, Constant, Listing, Mapping, Scalar, Table, Value

#: What makes an empty table or array that a program then fills.
_EMPTY = frozenset({"DataFrame", "Series", "zeros", "empty", "ones", "full"})
_SHOWN = frozenset({"to_csv", "to_excel", "to_string", "to_markdown", "to_latex", "to_html", "to_json", "style"})
_DRAWN = frozenset({"plot", "hist", "boxplot"})
_FIRST = frozenset({"head", "tail"})


def made(data: Value | None, columns: Value | None = None) -> Figures | None:
    """``DataFrame(results)``, ``Series(scores)``: a collection of figures; None if the data hold no figures, or rows."""
    scores = scores_in(data)
    if not scores or tables_in(data):
        return None
    if isinstance(data, Figures):
        return data
    return Figures(scores, _named(data, columns), choices=choices_in(data))


def _named(data: Value | None, columns: Value | None) -> dict[str, frozenset]:  # type: ignore[type-arg]
    """The figures of single columns: of a dict of lists, of dicts, or of rows under spelled-out columns."""
    found: dict[str, frozenset] = {}  # type: ignore[type-arg]
    if isinstance(data, Mapping):
        return {str(name): scores_in(item) for name, item in data.items.items()}
    names = names_in(columns) or []
    for row in data.items if isinstance(data, Listing) else ():
        if isinstance(row, Mapping):
            cells = list(row.items.items())
        elif isinstance(row, Listing) and len(row.items) == len(names):
            cells = list(zip(names, row.items, strict=True))
        else:
            return {}
        for name, item in cells:
            found[str(name)] = found.get(str(name), frozenset()) | scores_in(item)
    return found


def filled(owner: Value | None, value: Value, key: Value | None) -> Figures | None:
    """What an empty table or array, or figures, become when a cell or row is set to figures; None for anything else."""
    if isinstance(owner, Table) and not (owner.rows.kind == "base" and owner.rows.label in _EMPTY):
        return None
    scores = scores_in(value)
    if not scores or tables_in(value) or not isinstance(owner, Table | Scalar | Figures):
        return None
    if isinstance(owner, Scalar) and (owner.scores or owner.choices):
        return None
    before = owner if isinstance(owner, Figures) else Figures()
    column = key.value if isinstance(key, Constant) else None
    if column is not None and isinstance(column, str):
        return before.with_more(scores, {column: scores})
    return before.with_more(scores, _named(Listing((value,)), None))


def item(reader: Reader, figures: Figures, key: ast.expr, node: ast.AST) -> Value:
    """``results["accuracy"]``, ``results.iloc[0]``, ``results.loc[best]``."""
    parts = key.elts if isinstance(key, ast.Tuple) else [key]
    found: Value = figures
    for part in parts:
        index = reader.evaluate(part) if not isinstance(part, ast.Slice) else None
        if isinstance(index, Constant) and isinstance(index.value, str) and isinstance(found, Figures):
            found = found.column(index.value)
        elif getattr(found, "ranked", False) and _is_first(reader, part, index):
            found = choosing.picked(reader, found, node)
        chosen = choices_in(index)
        if chosen and isinstance(found, Figures):
            found = Figures(found.scores, found.named, choices=found.choices | chosen)
    return found


def _is_first(reader: Reader, part: ast.expr, index: Value | None) -> bool:
    """Whether one place is picked: ``[0]``, ``[-1]``, ``[:1]``, ``[-1:]``."""
    if not isinstance(part, ast.Slice):
        return isinstance(index, Constant) and isinstance(index.value, int)
    low, high = (reader.evaluate(end) if end is not None else None for end in (part.lower, part.upper))
    return low is None and _is_one((high,)) or high is None and isinstance(low, Constant) and low.value == -1


def method(call: Call, figures: Figures, name: str) -> Value:
    """A method of figures."""
    if name in ("sort_values", "argsort", "sort"):
        ranked = choosing.ranked(call, figures)
        in_place = call.keywords.get("inplace")
        if name == "sort" or isinstance(in_place, Constant) and in_place.value is True:
            call.reader.store.set(figures, "ranked", True)
            return NONE
        return ranked or figures
    if name in choosing.EXTREMES:
        column = call.argument("columns", 1) if name.startswith("n") else None
        compared = figures.column(column.value) if isinstance(column, Constant) else figures
        return _best(call, figures, compared, name)
    if name in _FIRST and figures.ranked and _is_one(call.positional[:1]):
        return choosing.picked(call.reader, figures, call.node)
    if name in MEANS:
        mark_summarised(call.reader, figures)
        return Scalar(scores=figures.scores, choices=figures.choices)
    if name in _SHOWN:
        mark_reported(figures)
        return Scalar(scores=figures.scores, choices=figures.choices, text=True)
    if name in ("append", "extend"):
        return filled(figures, Listing(call.positional), None) or figures
    return figures if name not in _DRAWN else Scalar()


def _is_one(given: "tuple[Value | None, ...]") -> bool:
    return bool(given) and isinstance(given[0], Constant) and given[0].value == 1


def _best(call: Call, figures: Figures, compared: Figures, name: str) -> Value:
    """The largest figure, where it stands, or the row that it stands in."""
    call.name = name
    if name.startswith("n") and not name.startswith("nan"):
        if not _is_one(call.positional[:1]):
            return Figures(figures.scores, figures.named, choices=figures.choices, ranked=True)
        return choosing.picked(call.reader, figures, call.node)
    return choosing.extreme(call, compared) or Scalar()
