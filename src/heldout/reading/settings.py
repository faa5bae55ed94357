"""Settings: what a program is configured with.  Their values are not known, but two uses of one are equal."""

from collections.abc import Hashable
from typing import Any, NamedTuple

from heldout.naming import words
from heldout.reading.call import Call, unknown
from heldout.reading.facts import mark_reported
from heldout.reading.values import NONE, Constant, Library, Listing, Mapping, Scalar, Thing, Value

_SAME = frozenset({"copy", "to_dict", "to_container", "as_dict", "dict", "model_dump", "_asdict", "keys_to_dict"})
_ITEMS = frozenset({"get", "pop", "setdefault", "getint", "getfloat", "getboolean", "getlist", "__getitem__"})
_CHANGES = frozenset({"update", "merge", "merge_from_file", "merge_from_list", "freeze", "defrost", "setdefaults"})
_SEVERAL = frozenset({"list", "columns", "cols", "features", "names", "fields"})
_LONGEST_KEY = 12


class Setting(Scalar):
    """A value of the program's configuration, or a part of one: ``args.seed``, ``config["data"]["path"]``.

    key: the same for two uses of the same setting.  fields: its parts, those that the program has set included.  owner,
    part: of what it is a part, and which.
    """

    __slots__ = ("fields", "owner", "part")

    def __init__(self, key: Hashable, owner: "Setting | None" = None, part: Hashable = None) -> None:
        super().__init__(key)
        self.fields: dict[Any, Value] = {}
        self.owner = owner
        self.part = part

    def at(self, part: Hashable) -> Value:
        """One part of it, by attribute or by key."""
        found = self.fields.get(part)
        if found is None:
            found = self.fields[part] = Setting(("setting", self.key, part), self, part)
        return found


def settled(value: Value) -> Hashable:
    """What tells a setting, or something made of settings and constants only, from others; None for anything else."""
    if isinstance(value, Setting):
        return value.key
    if isinstance(value, Constant):
        return ("constant", repr(value.value))
    if isinstance(value, Library):
        return ("library", value.qualified)
    if isinstance(value, Thing) and value.name == "open" and "file" in value.arguments:
        return settled(value.arguments["file"])
    return None


def made_of(name: str, values: tuple[Value, ...]) -> Setting | None:
    """What a function that always answers the same makes of settings; None if its arguments are anything else."""
    keys = tuple(settled(value) for value in values)
    if not keys or None in keys or len(keys) > _LONGEST_KEY or all(isinstance(value, Constant) for value in values):
        return None
    return Setting(("setting", "made", name, keys))


def method(made: Call, setting: Setting, name: str) -> Value:
    """A method of a setting: of a mapping of settings, or of a single one, a path or a text."""
    first = made.positional[0] if made.positional else None
    if name in _SAME:
        return setting
    if name in _ITEMS and isinstance(first, Constant):
        parts = [value.value for value in made.positional if isinstance(value, Constant)]
        found: Value = setting
        for part in parts[: 2 if name.startswith("get") and name != "get" else 1]:
            found = found.at(part) if isinstance(found, Setting) and part.__hash__ is not None else Scalar()
        return found
    if name in _CHANGES:
        if isinstance(first, Mapping):
            for part, value in first.items.items():
                made.reader.store.bind(setting.fields, part, value)
        return NONE
    if name == "items":
        return Listing((Listing((Scalar(text=True), Scalar()), "tuple"),), open=True)
    if name in ("keys", "values"):
        return Listing((Scalar(text=name == "keys"),), open=True)
    for value in made.values:
        mark_reported(value)
    return made_of(name, (setting, *made.positional)) or unknown(made.reader, made.values, made.node)


def parsed(parser: Value, name: str) -> Value:
    """``parser.parse_args()``: the same settings whenever the same parser is asked."""
    root = Setting(("setting", "parsed", parser.serial))
    if name == "parse_known_args":
        return Listing((root, Scalar()), "tuple")
    return root if name == "parse_args" else Listing((root,), "tuple", open=True)


class ColumnOf(NamedTuple):
    """What stands for the name of a column that a setting names."""

    sort: str
    key: Hashable
    word: str

    def __str__(self) -> str:
        return self.word


def column_of(setting: Setting) -> ColumnOf | None:
    """The column that a setting names, None if the setting's own name says that it names several."""
    part = setting.part if isinstance(setting.part, str) else setting.key[-1] if isinstance(setting.key, tuple) else ""
    if not isinstance(part, str) or part.endswith("s") or not _SEVERAL.isdisjoint(words(part)):
        return None
    return ColumnOf("setting", setting.key, part)
