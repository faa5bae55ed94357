"""Writing table entries compactly: one call lists all names that share the same facts.

A name may carry its positional parameters, ``"KMeans(n_clusters) DBSCAN(eps,min_samples)"``; without parentheses it
takes the parameters given for the whole list.
"""

from heldout.libraries.table import Condition, Entry

Rule = tuple[str, str, object, str]

#: Most numerical libraries of the SciPy family name their seed so.
SEED = "random_state"


def listed(
    effect: str,
    learns: str,
    names: str,
    *,
    parameters: str = "",
    when: tuple[Rule, ...] = (),
    seeded_by: str = "",
    draws_when: tuple[Condition, ...] = (),
    task: str = "",
    flags: str = "",
) -> dict[str, Entry]:
    """Entries for `names` (separated by white space), all alike but for the parameters a name carries itself.

    parameters: positional parameters separated by commas; flags: words separated by white space.
    """
    marks = frozenset(flags.split())
    common = Entry(effect, learns, _parted(parameters), when, seeded_by, draws_when, task, marks)
    entries = {}
    for token in names.split():
        if token[-1] != ")":
            entries[token] = common
            continue
        # Made afresh: `_replace` takes three times as long, and this runs at the start of every review.
        name, _, own = token[:-1].partition("(")
        entries[name] = Entry(effect, learns, _parted(own), when, seeded_by, draws_when, task, marks)
    return entries


def merged(*tables: dict[str, Entry]) -> dict[str, Entry]:
    """One table of several.

    Raises ValueError if two of them list the same name: a later list would silently hide the earlier one.
    """
    result: dict[str, Entry] = {}
    for table in tables:
        clash = result.keys() & table.keys()
        if clash:
            raise ValueError(f"listed twice: {', '.join(sorted(clash))}; keep one of the two entries")
        result.update(table)
    return result


def members(owners: str, methods: str, entry: Entry) -> dict[str, Entry]:
    """`entry` for every ``Class.method`` of `owners` and `methods` (both separated by white space)."""
    return {f"{owner}.{method}": entry for owner in owners.split() for method in methods.split()}


def _parted(parameters: str) -> tuple[str, ...]:
    return tuple(parameters.split(",")) if parameters else ()
