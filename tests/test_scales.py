from textwrap import dedent

from heldout.naming import quantity
from heldout.reading import read
from heldout.scales import Unscaled, unscaled
from heldout.text.source import source_from_bytes

LOAD = """
import numpy as np
import pandas as pd
from sklearn.cluster import DBSCAN
from sklearn.ensemble import RandomForestClassifier, VotingClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import LabelEncoder, Normalizer, StandardScaler
from sklearn.svm import SVC
df = pd.read_csv("people.csv")
X, y = df[["age", "income"]], df["member"]
"""


def unscaled_in(text: str) -> list[Unscaled]:
    """The fits on columns at different scales in a program after `LOAD`."""
    source = source_from_bytes("program.py", (LOAD + dedent(text)).encode())
    return list(unscaled(read(source, source.parse())))


def test_names_tell_units_apart() -> None:
    """Two loaded columns whose names measure different things are told with the fit that weighs them."""
    (one,) = unscaled_in("SVC().fit(X, y)")
    assert (one.fit.model, one.apart, one.coded) == ("SVC", ("age", "income"), None)


def test_around_and_among_others() -> None:
    """A search around a learner, folds of one, and one of several that vote need what it needs."""
    assert unscaled_in("GridSearchCV(SVC(), {'C': [1, 10]}).fit(X, y)")
    assert unscaled_in("cross_val_score(SVC(), X, y)")
    assert unscaled_in("VotingClassifier([('a', RandomForestClassifier()), ('b', SVC())]).fit(X, y)")
    assert unscaled_in("make_pipeline(SimpleImputer(), SVC()).fit(X, y)")


def test_a_scaler_before_it() -> None:
    """Columns that a step of the same pipeline, or a transformer before, brings to a scale are not told."""
    assert not unscaled_in("make_pipeline(StandardScaler(), SVC()).fit(X, y)")
    assert not unscaled_in("SVC().fit(Normalizer().fit_transform(X), y)")
    assert not unscaled_in("SVC().fit((X - X.mean()) / X.std(), y)")
    assert not unscaled_in("SVC().fit(np.log1p(X), y)")


def test_learners_that_do_not_weigh() -> None:
    """Trees, a model without a penalty and distances of another kind take columns as they are."""
    assert not unscaled_in("RandomForestClassifier().fit(X, y)")
    assert not unscaled_in("LogisticRegression(penalty=None).fit(X, y)")
    assert not unscaled_in("DBSCAN(metric='hamming').fit(X)")


def test_a_program_that_scales_elsewhere() -> None:
    """Who scales these rows for another model knows of it."""
    assert not unscaled_in("""
        KNeighborsClassifier().fit(X, y)
        KNeighborsClassifier().fit(StandardScaler().fit_transform(X), y)
    """)


def test_binned_in_place() -> None:
    """A column whose ranges are overwritten with numbers of bins is no longer in its unit; one whose gaps are, is."""
    binned = "df.loc[df['income'] {}, 'income'] = {}\nSVC().fit(df[['age', 'income']], y)"
    assert not unscaled_in(binned.format("> 1000", 1))
    assert unscaled_in("df.loc[df['income'].isna(), 'income'] = 1000\nSVC().fit(df[['age', 'income']], y)")


def test_codes_beside_a_unit() -> None:
    """Codes of categories beside a column in a unit that the program names elsewhere are told with their encoder."""
    text = """
        df["city"] = LabelEncoder().fit_transform(df["city"])
        print(df["weight"].max())
        SVC().fit(df.drop(columns=["age", "income", "member"]), y)
    """
    (one,) = unscaled_in(text)
    assert one.apart == ("weight",)
    assert one.coded is not None
    assert not unscaled_in(text.replace('print(df["weight"].max())', ""))


def test_quantities() -> None:
    """A name says what it measures by its words, and nothing if they say several things."""
    assert quantity("AnnualIncome") == "money"
    assert quantity("Age") == "age"
    assert quantity("price_per_sqft") == ""
    assert quantity("V14") == ""
