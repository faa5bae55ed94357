"""A picture stays small: what is alike is one box, what leads nowhere is left out."""

from collections.abc import Callable

from heldout.picture.gathering import MOST_JOURNEYS
from heldout.picture.journey import Journey, Picture, Station

Draw = Callable[..., Picture]
Stations = Callable[[Journey, str], list[Station]]


HEAD = """\
import pandas as pd
from sklearn.linear_model import Lasso, Ridge
from sklearn.metrics import mean_absolute_error, r2_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor

houses = pd.read_csv("houses.csv")
"""

SPLIT = """\
y = houses.pop("price")
X_train, X_test, y_train, y_test = train_test_split(houses, y, random_state=0)
"""


def test_models_that_are_scored_alike_are_one_box(draw: Draw, stations: Stations) -> None:
    """Three models with the same rows and the same scores are one station that counts them, and so are their scores."""
    models = "".join(
        f"{name.lower()} = {name}().fit(X_train, y_train)\nprint(r2_score(y_test, {name.lower()}.predict(X_test)))\n"
        for name in ("Ridge", "Lasso", "KNeighborsRegressor")
    )
    (journey,) = draw(HEAD + SPLIT + models).journeys
    (fit,) = stations(journey, "fit")
    assert fit.titles == ["ridge", "lasso", "kneighborsregressor"]
    assert fit.alike == 3
    assert len(stations(journey, "score")) == 1


def test_figures_of_one_model_are_one_box(draw: Draw, stations: Stations) -> None:
    """Two metrics of the same predictions are told in one box."""
    text = "model = Ridge().fit(X_train, y_train)\nsaid = model.predict(X_test)\n"
    text += "print(r2_score(y_test, said), mean_absolute_error(y_test, said))\n"
    (journey,) = draw(HEAD + SPLIT + text).journeys
    (score,) = stations(journey, "score")
    assert score.titles == ["r2_score", "mean_absolute_error"]


def test_steps_in_a_row_are_one_box(draw: Draw, stations: Stations) -> None:
    """Ten columns filled one after the other are one station with the lines of all."""
    fills = "".join(f'houses["c{n}"] = houses["c{n}"].fillna(houses["c{n}"].mean())\n' for n in range(10))
    picture = draw(HEAD + fills + SPLIT + "print(Ridge().fit(X_train, y_train).score(X_test, y_test))\n")
    (journey,) = picture.journeys
    (learn,) = stations(journey, "learn")
    assert picture.places(learn) == "lines 8–17"


def test_everything_is_drawn_on_demand(draw: Draw, stations: Stations) -> None:
    """What leads to no score is left out, and there again with `everything`, each station for itself."""
    fills = "".join(f'houses["c{n}"] = houses["c{n}"].fillna(houses["c{n}"].mean())\n' for n in range(10))
    text = HEAD + 'other = pd.read_csv("other.csv")\n' + fills + SPLIT
    text += "print(Ridge().fit(X_train, y_train).score(X_test, y_test))\n"
    names = [title for journey in draw(text).journeys for title in stations(journey, "load")[0].titles]
    assert names == ["houses.csv"]
    full = draw(text, everything=True)
    assert {title for journey in full.journeys for each in stations(journey, "load") for title in each.titles} == {
        "houses.csv",
        "other.csv",
    }
    assert sum(len(stations(journey, "learn")) for journey in full.journeys) == 10


def test_huge_program_stays_bounded(draw: Draw) -> None:
    """A program of sixty experiments is drawn as eight and a sentence; one of two hundred models is drawn as a few boxes."""
    experiment = (
        'houses = pd.read_csv("houses{0}.csv")\n'
        + SPLIT
        + "print(Ridge().fit(X_train, y_train).score(X_test, y_test))\n"
    )
    picture = draw(HEAD + "".join(experiment.format(number) for number in range(60)))
    assert (len(picture.journeys), picture.left_out) == (MOST_JOURNEYS, 60 - MOST_JOURNEYS)
    models = "".join(f"print(Ridge({n}).fit(X_train, y_train).score(X_test, y_test))\n" for n in range(200))
    (journey,) = draw(HEAD + SPLIT + models).journeys
    assert len(journey.stations) < 10


def test_journeys_with_findings_are_never_left_out(draw: Draw) -> None:
    """However many experiments a program has, each one that leaks is drawn."""
    fit = "print(Ridge().fit(X_train, y_train).score(X_test, y_test))\n"
    clean = SPLIT + fit
    leaking = SPLIT.replace("split(houses,", "split(StandardScaler().fit_transform(houses),") + fit
    text = "from sklearn.preprocessing import StandardScaler\n" + "".join(
        f'houses = pd.read_csv("houses{n}.csv")\n{clean if n < 20 else leaking}' for n in range(30)
    )
    picture = draw(HEAD + text)
    marked = [journey for journey in picture.journeys if journey.letters()]
    assert len(marked) == 10
    assert all(lettered.placed for lettered in picture.findings)


def test_what_is_loaded_for_one_part_is_in_its_lane(draw: Draw, stations: Stations) -> None:
    """A file of training rows and one of test rows stand in the lanes that they are for."""
    text = (
        HEAD
        + """\
train, test = pd.read_csv("a.csv"), pd.read_csv("b.csv")
y_train, y_test = train.pop("price"), test.pop("price")
print(Ridge().fit(train, y_train).score(test, y_test))
"""
    )
    (journey,) = draw(text).journeys
    assert {load.titles[0]: load.lane for load in stations(journey, "load")} == {"a.csv": "train", "b.csv": "test"}


def test_much_that_is_applied_is_told_by_its_box(draw: Draw, stations: Stations) -> None:
    """Twenty averages of training rows that fill both parts need no twenty ways: the box of the test rows names them."""
    fills = "".join(
        f'mean{n} = X_train["c{n}"].mean()\nX_test["c{n}"] = X_test["c{n}"].fillna(mean{n})\n' for n in range(20)
    )
    (journey,) = draw(HEAD + SPLIT + fills + "print(Ridge().fit(X_train, y_train).score(X_test, y_test))\n").journeys
    assert len(journey.stations) < 10
    assert len(stations(journey, "apply")) == 1
