"""Findings stand at their boxes, and their paths are red."""

from collections.abc import Callable

from heldout.picture.journey import Journey, Mark, Picture
from heldout.picture.marking import letter

Draw = Callable[..., Picture]
Told = Callable[[Journey], list[str]]


def test_letters_go_on_after_the_alphabet() -> None:
    """The twenty-seventh finding is AA."""
    assert [letter(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_leak_is_marked_with_its_steps(draw: Draw, leak: str) -> None:
    """The learning has the message, and each later station the step that the review tells there."""
    picture = draw(leak)
    (journey,) = picture.journeys
    (lettered,) = picture.findings
    marks = {" ".join(station.titles): station.marks for station in journey.stations.values() if station.marks}
    assert marks == {
        "scaler": [Mark("A", 0, lettered.finding.message, True)],
        "train_test_split": [Mark("A", 1, lettered.finding.steps[0].message, True)],
        "model": [Mark("A", 2, lettered.finding.steps[1].message, True)],
        "r2_score": [Mark("A", 3, lettered.finding.steps[2].message, True)],
    }


def test_path_of_a_leak_leads_from_station_to_station(draw: Draw, leak: str, told: Told) -> None:
    """The ways from the learning to the score are those of the leak, and no others."""
    (journey,) = draw(leak).journeys
    red = {ends for ends, way in journey.ways.items() if way.letters}
    journey.ways = {ends: way for ends, way in journey.ways.items() if ends in red}
    assert told(journey) == [
        "scaler -> train_test_split",
        "train_test_split -> X_train",
        "X_train -> model",
        "model -> r2_score",
    ]


def test_chance_is_no_leak(draw: Draw, leak: str) -> None:
    """A split without a seed is marked, but nothing is red."""
    text = leak.replace(", random_state=0", "").replace("scaler.fit_transform(houses)", "houses")
    picture = draw(text)
    (lettered,) = picture.findings
    assert (lettered.finding.section, lettered.leak, lettered.placed) == ("reproducibility", False, True)
    assert not any(way.letters for journey in picture.journeys for way in journey.ways.values())


def test_second_call_of_a_function_is_marked_as_itself(draw: Draw) -> None:
    """Where a function is called twice and leaks once, the marks are on the stations of that call."""
    picture = draw(
        """\
        import pandas as pd
        from sklearn.linear_model import Ridge
        from sklearn.model_selection import train_test_split
        from sklearn.preprocessing import StandardScaler

        def report(X_train, X_test, y_train, y_test):
            model = Ridge().fit(X_train, y_train)
            print(model.score(X_test, y_test))

        houses = pd.read_csv("houses.csv")
        y = houses.pop("price")
        report(*train_test_split(houses, y, random_state=0))
        flats = pd.read_csv("flats.csv")
        z = flats.pop("price")
        scaled = StandardScaler().fit_transform(flats)
        report(*train_test_split(scaled, z, random_state=0))
        """
    )
    (marked,) = [journey for journey in picture.journeys if journey.letters()]
    assert {title for station in marked.stations.values() for title in station.titles} >= {
        "flats.csv",
        "StandardScaler",
    }
    assert all(mark.letter == "A" for station in marked.stations.values() for mark in station.marks)
    assert sum(len(station.marks) for station in marked.stations.values()) == 4


def test_fit_and_score_of_one_chain_are_told_apart(draw: Draw) -> None:
    """In ``Ridge().fit(...).score(...)``, which begin at one place, each step stands at the box that it is about."""
    picture = draw(
        """\
        import pandas as pd
        from sklearn.linear_model import Ridge
        from sklearn.model_selection import train_test_split
        from sklearn.preprocessing import StandardScaler

        houses = pd.read_csv("houses.csv")
        y = houses.pop("price")
        scaled = StandardScaler().fit_transform(houses)
        X_train, X_test, y_train, y_test = train_test_split(scaled, y, random_state=0)
        print(Ridge().fit(X_train, y_train).score(X_test, y_test))
        """
    )
    (journey,) = picture.journeys
    labels = {station.kind: [mark.label for mark in station.marks] for station in journey.stations.values()}
    assert (labels["learn"], labels["split"], labels["fit"], labels["score"]) == (["A"], ["A1"], ["A2"], ["A3"])
