"""Programs are drawn from their text."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from heldout.picture.composing import compose
from heldout.picture.journey import Journey, Picture, Station
from heldout.reading import read
from heldout.reporting.locating import Locator, Program
from heldout.review import review_file
from heldout.text.source import read_source

Draw = Callable[..., Picture]

LEAK = """\
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

houses = pd.read_csv("houses.csv")
y = houses.pop("price")
scaler = StandardScaler()
scaled = scaler.fit_transform(houses)
X_train, X_test, y_train, y_test = train_test_split(scaled, y, random_state=0)
model = Ridge().fit(X_train, y_train)
print(r2_score(y_test, model.predict(X_test)))
"""


def drawn(path: Path, *, everything: bool = False) -> Picture:
    """The picture of the program at `path`."""
    source = read_source(str(path))
    statements = source.parse()
    locator = Locator(lambda _: Program(source, statements), "")
    locator.add(source.path, Program(source, statements))
    findings = review_file(str(path)).shown()
    return compose(read(source, statements), findings, locator, everything=everything)


@pytest.fixture
def draw(tmp_path: Path) -> Draw:
    """Give a function that draws the program of a text."""

    def draw_text(text: str, *, everything: bool = False) -> Picture:
        path = tmp_path / "program.py"
        path.write_text(dedent(text), encoding="utf-8")
        return drawn(path, everything=everything)

    return draw_text


@pytest.fixture
def leak() -> str:
    """Give a program whose scaler learns from the rows that are scored."""
    return LEAK


@pytest.fixture
def stations() -> Callable[[Journey, str], list[Station]]:
    """Give a function that lists the stations of a kind, in order."""
    return lambda journey, kind: [station for station in journey.stations.values() if station.kind == kind]


@pytest.fixture
def told() -> Callable[[Journey], list[str]]:
    """Give a function that tells the ways in words: ``scaler -> train_test_split``."""

    def tell(journey: Journey) -> list[str]:
        names = {key: " ".join(station.titles) for key, station in journey.stations.items()}
        return [f"{names[source]} -> {names[target]}" for source, target in journey.ways]

    return tell
