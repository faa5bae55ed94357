"""Categories without an order become whole numbers, and a model takes the numbers at their word.

## Why it matters

`LabelEncoder` numbers categories by the alphabet: `Berlin` 0, `Oslo` 1, `Rome` 2. A linear model has one weight for that
column, so that Rome must count twice as much as Oslo; a distance puts Oslo between the others. The fit runs, and the
column is next to lost. Trees can cut such numbers apart again, and a target wants exactly this.

```python bad
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder

flats = pd.read_csv("flats.csv")
for column in ["city", "heating", "agency", "district"]:
    flats[column] = LabelEncoder().fit_transform(flats[column])  # via
X_train, X_test, y_train, y_test = train_test_split(flats.drop(columns="rent"), flats["rent"], random_state=0)
ridge = Ridge().fit(X_train, y_train)  # finding
print("R2", ridge.score(X_test, y_test))
```

```python good
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

flats = pd.read_csv("flats.csv")
X_train, X_test, y_train, y_test = train_test_split(flats.drop(columns="rent"), flats["rent"], random_state=0)
columns = make_column_transformer(
    (OneHotEncoder(handle_unknown="ignore"), ["city", "heating", "agency"]), (StandardScaler(), ["area", "rooms"])
)
model = make_pipeline(columns, Ridge()).fit(X_train, y_train)
print("R2", model.score(X_test, y_test))
```

The target may be numbered, and so may what only trees see.

```python good
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder

birds = pd.read_csv("birds.csv")
birds["habitat"] = LabelEncoder().fit_transform(birds["habitat"])
species = LabelEncoder().fit_transform(birds.pop("species"))
X_train, X_test, y_train, y_test = train_test_split(birds, species, stratify=species, random_state=0)
forest = RandomForestClassifier(random_state=0).fit(X_train, y_train)
print("accuracy", forest.score(X_test, y_test))
```

An order that the program spells out.

```python good
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OrdinalEncoder

shirts = pd.read_csv("shirts.csv")
shirts[["size"]] = OrdinalEncoder(categories=[["S", "M", "L", "XL"]]).fit_transform(shirts[["size"]])
X_train, X_test, y_train, y_test = train_test_split(shirts[["size", "sold"]], shirts["price"], random_state=0)
print("R2", Ridge().fit(X_train, y_train).score(X_test, y_test))
```

## Better

`OneHotEncoder` for categories without an order, inside the pipeline; `TargetEncoder` if there are hundreds of them;
`OrdinalEncoder` with `categories=` in the order that is meant.

## References

- https://scikit-learn.org/stable/modules/preprocessing.html#encoding-categorical-features
- https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.LabelEncoder.html
"""

from collections.abc import Iterator

from heldout.rule import Event, Finding, Fit, Place, Rule, Trace

#: So many columns that are numbered by the alphabet are hardly all of two categories, whose codes are as good as any.
_SURELY_SOME = 4
_MOST_NAMED = 3


class OrdinalEncodeNominal(Rule):
    code = "HLD212"
    level = "warning"
    confidence = "likely"
    bias = "pessimistic"
    needs = ("sklearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program:
            return
        told: set[Place] = set()
        for fit in trace.of(Fit):
            coded = _numbered(fit) if fit.needs & {"linear", "distances"} and not fit.data.weak else {}
            encoders = sorted(set(coded.values()), key=lambda event: event.index)
            # What was told at one model is true of all others that are given the same codes.
            if encoders and not all(encoder.place in told for encoder in encoders):
                told.update(encoder.place for encoder in encoders)
                yield self._told(fit, coded, encoders)

    def _told(self, fit: Fit, coded: dict[str, Fit], encoders: list[Fit]) -> Finding:
        names = [f"`{name}`" for name in coded][:_MOST_NAMED]
        more = ", ..." if len(coded) > len(names) else ""
        what = "distances between the numbers" if "distances" in fit.needs else "one weight for each such column"
        places: dict[Place, Event] = {encoder.place: encoder for encoder in encoders}
        sure = len(coded) >= _SURELY_SOME and any(encoder.model == "LabelEncoder" for encoder in encoders)
        return self.finding(
            fit,
            f"`{fit.written or fit.model}` has {what}, and the categories of {', '.join(names)}{more} "
            "are numbered by the alphabet",
            [(event, "categories are numbered here") for event in places.values()],
            level="warning" if sure else "advice",
        )


def _numbered(fit: Fit) -> dict[str, Fit]:
    """The features whose categories were numbered, by name, each with the fit that did it."""
    found = {}
    for name, column in fit.data.columns.known.items():
        if "coded" not in column.traits or "changed" in column.traits:
            continue
        encoders = [event for event in column.learned if isinstance(event, Fit) and _is_of(event, name, column.origin)]
        if encoders:
            found[str(name)] = max(encoders, key=lambda event: event.index)
    return found


def _is_of(encoder: Fit, name: object, origin: object) -> bool:
    """Whether an encoder numbered this very column: what it learned may have come into others with the rows."""
    if "codes" not in encoder.gives:
        return False
    known = encoder.data.columns.known
    return name in known or any(column.origin == origin is not None for column in known.values())
