"""Which boxes a program gets, and which ways lead between them."""

from collections.abc import Callable

from heldout.picture.journey import Journey, Picture, Station

Draw = Callable[..., Picture]
Stations = Callable[[Journey, str], list[Station]]
Told = Callable[[Journey], list[str]]


def test_rows_go_from_load_to_score(draw: Draw, leak: str, told: Told) -> None:
    """The chain of a program is the chain of its picture, with the parts of a split by their own names."""
    (journey,) = draw(leak).journeys
    assert set(told(journey)) == {
        "houses.csv -> scaler",
        "scaler -> train_test_split",
        "train_test_split -> X_train",
        "train_test_split -> X_test",
        "X_train -> model",
        "X_test -> r2_score",
        "model -> r2_score",
    }


def test_stations_have_the_lane_of_their_rows(draw: Draw, leak: str) -> None:
    """What happens before a split has no lane; the model is in that of the training rows, the score in that of the others."""
    (journey,) = draw(leak).journeys
    lanes = {" ".join(station.titles): station.lane for station in journey.stations.values()}
    assert lanes["scaler"] == ""
    assert lanes["model"] == "train"
    assert lanes["r2_score"] == "test"


def test_what_is_learned_from_training_rows_is_applied_to_the_others(draw: Draw, stations: Stations) -> None:
    """A scaler that training rows taught is drawn again where the test rows meet it, linked to where it learned."""
    picture = draw(
        """\
        import pandas as pd
        from sklearn.linear_model import Ridge
        from sklearn.model_selection import train_test_split
        from sklearn.preprocessing import StandardScaler

        houses = pd.read_csv("houses.csv")
        y = houses.pop("price")
        X_train, X_test, y_train, y_test = train_test_split(houses, y, random_state=0)
        scaler = StandardScaler()
        ready = scaler.fit_transform(X_train)
        print(Ridge().fit(ready, y_train).score(scaler.transform(X_test), y_test))
        """
    )
    (journey,) = picture.journeys
    (applied,) = stations(journey, "apply")
    assert (applied.titles, applied.lane) == (["scaler"], "test")
    reached = {way.carries for way in journey.ways.values() if journey.stations[way.target] is applied}
    assert reached == {"rows", "learned"}


def test_cross_validation_is_one_box(draw: Draw, told: Told) -> None:
    """The folds, the fits and the scores of one call are one station."""
    picture = draw(
        """\
        import pandas as pd
        from sklearn.linear_model import Ridge
        from sklearn.model_selection import cross_val_score

        houses = pd.read_csv("houses.csv")
        print(cross_val_score(Ridge(), houses.drop(columns="price"), houses["price"]).mean())
        """
    )
    (journey,) = picture.journeys
    assert told(journey) == ["houses.csv -> cross_val_score"]


def test_watched_rows_lead_to_the_model(draw: Draw) -> None:
    """Rows by which a fit stops early reach it by a way of their own, which is red where they are scored afterwards."""
    picture = draw(
        """\
        import pandas as pd
        from sklearn.model_selection import train_test_split
        from xgboost import XGBClassifier

        people = pd.read_csv("people.csv")
        y = people.pop("left")
        X_train, X_test, y_train, y_test = train_test_split(people, y, random_state=0)
        model = XGBClassifier(early_stopping_rounds=5, random_state=0)
        model.fit(X_train, y_train, eval_set=[(X_test, y_test)])
        print(model.score(X_test, y_test))
        """
    )
    (journey,) = picture.journeys
    (watched,) = [way for way in journey.ways.values() if way.carries == "watched"]
    assert journey.stations[watched.source].titles == ["X_test"]
    assert list(watched.letters) == ["A"]


def test_call_of_a_function_is_drawn_where_its_rows_are(draw: Draw, stations: Stations) -> None:
    """A function that is called for two parts gives two stations, each in the lane of its rows."""
    picture = draw(
        """\
        import pandas as pd
        from sklearn.linear_model import Ridge
        from sklearn.model_selection import train_test_split

        def report(model, X, y):
            print(model.score(X, y))

        houses = pd.read_csv("houses.csv")
        y = houses.pop("price")
        X_train, X_test, y_train, y_test = train_test_split(houses, y, random_state=0)
        model = Ridge().fit(X_train, y_train)
        report(model, X_train, y_train)
        report(model, X_test, y_test)
        """
    )
    (journey,) = picture.journeys
    assert [station.lane for station in stations(journey, "score")] == ["train", "test"]


def test_choice_by_a_score_leads_on_to_what_it_decides(draw: Draw, stations: Stations) -> None:
    """The figure, the choice it makes and the figure of the chosen one follow one another."""
    picture = draw(
        """\
        import pandas as pd
        from sklearn.linear_model import Ridge
        from sklearn.metrics import r2_score
        from sklearn.model_selection import train_test_split

        houses = pd.read_csv("houses.csv")
        y = houses.pop("price")
        X_train, X_test, y_train, y_test = train_test_split(houses, y, random_state=0)
        best, best_score = None, -1.0
        for alpha in (0.1, 1.0, 10.0):
            model = Ridge(alpha=alpha).fit(X_train, y_train)
            score = r2_score(y_test, model.predict(X_test))
            if score > best_score:
                best, best_score = model, score
        print(best_score)
        """
    )
    (journey,) = picture.journeys
    (choice,) = stations(journey, "choose")
    assert "best_score" in choice.titles
    assert any(
        way.carries == "figure" and journey.stations[way.target] is choice and way.letters
        for way in journey.ways.values()
    )
