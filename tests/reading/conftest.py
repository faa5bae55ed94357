"""Programs are read from their text; what became of a value is seen by fitting a model on it at the end."""

from collections.abc import Callable
from textwrap import dedent
from typing import NamedTuple

import pytest

from heldout.events import Data, Fit
from heldout.reading import read as read_statements
from heldout.text.source import source_from_bytes
from heldout.trace import Trace

LOAD = 'import numpy as np, pandas as pd; df = pd.read_csv("a.csv")'
"""The first line of programs of which one value is looked at; names of scikit-learn are known without an import."""


class Seen(NamedTuple):
    """What a model was fitted on: rows and columns in words, and the functions that learned what the columns carry."""

    rows: str
    columns: str
    learned: list[str]
    data: Data


def trace_of(text: str) -> Trace:
    """The trace of a program."""
    source = source_from_bytes("program.py", dedent(text).encode())
    return read_statements(source, source.parse())


def seen_in(text: str, expression: str) -> Seen:
    """What `expression` holds at the end of a program whose first line, `LOAD`, reads `df` from a file."""
    trace = trace_of(f"{LOAD}\n{dedent(text)}\nRidge().fit({expression})\n")
    fits = [fit for fit in trace.of(Fit) if fit.function == "Ridge.fit"]
    assert fits, f"{expression} holds no rows"
    fit = fits[-1]
    learned = sorted(event.function for event in fit.data.learned)  # type: ignore[attr-defined]
    return Seen(str(fit.data.rows), str(fit.data.columns), learned, fit.data)


@pytest.fixture
def read() -> Callable[[str], Trace]:
    """Give the reader of programs."""
    return trace_of


@pytest.fixture
def seen() -> Callable[[str, str], Seen]:
    """Give the reader of the last value of an expression of a program."""
    return seen_in
