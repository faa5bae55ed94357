"""The one exception for mistakes of the person who runs heldout, as opposed to mistakes in the code under review."""

from collections.abc import Iterable


class UsageError(Exception):
    """One sentence that says what cannot be done and, where there is one, the remedy; the command line exits with 2."""


def suggestion(word: str, known: Iterable[str]) -> str:
    """``; did you mean 'x'?`` when one of `known` resembles `word`, and nothing otherwise."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else ""
