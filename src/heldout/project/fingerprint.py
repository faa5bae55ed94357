"""A name for a finding that outlives edits elsewhere in the file: the same mistake keeps it, a second one gets another."""

import os


class Fingerprints:
    """Makes the fingerprints of one file's findings, which must be asked for in reading order.

    path: relative to the root of the project, so that every machine gets the same.
    """

    __slots__ = ("_path", "_seen")

    def __init__(self, path: str, root: str) -> None:
        self._path = portable(path, root)
        self._seen: dict[tuple[str, str, str], int] = {}

    def of(self, rule: str, scope: str, statement: str) -> str:
        """32 hexadecimal digits over the rule, the file, the scope (functions or cell), the statement reprinted, and
        the number of equal ones before."""
        try:
            # The module behind hashlib, which would load all of OpenSSL with it.
            from _blake2 import blake2b
        except ImportError:
            from hashlib import blake2b

        key = (rule, scope, statement)
        ordinal = self._seen.get(key, 0)
        self._seen[key] = ordinal + 1
        text = "\0".join((rule, self._path, scope, statement, str(ordinal)))
        return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def portable(path: str, root: str) -> str:
    """`path` relative to `root` with forward slashes, or as it is when they have nothing in common."""
    try:
        relative = os.path.relpath(path, root or ".")
    except ValueError:  # another drive
        relative = path
    return relative.replace(os.sep, "/")
