"""A model is saved, and what prepared its features is not.

## Why it matters

The file answers for rows that went through the scaler, the encoder or the vocabulary of the training. Whoever loads it has
to bring new rows into the same form, and the numbers for that are gone with the process. What is fitted anew on the rows at
hand has other means and another order of categories: the model answers all the same, and wrongly.

```python bad
import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

loans = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(loans[["income", "age"]], loans["repaid"], random_state=0)
scaler = StandardScaler().fit(X_train)  # via
model = LogisticRegression().fit(scaler.transform(X_train), y_train)
print("accuracy", model.score(scaler.transform(X_test), y_test))
joblib.dump(model, "loans.joblib")  # finding
```

The network knows words by numbers that only the lost vocabulary can give.

```python bad
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from tensorflow import keras

reviews, stars = np.load("reviews.npy"), np.load("stars.npy")
words = TfidfVectorizer(max_features=5000)
features = words.fit_transform(reviews).toarray()  # via
network = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
network.compile("adam", "mse")
network.fit(features, stars, epochs=5, validation_split=0.2)
network.save("stars.keras")  # finding
```

```python good
import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

loans = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(loans[["income", "age"]], loans["repaid"], random_state=0)
scaler = StandardScaler().fit(X_train)
model = LogisticRegression().fit(scaler.transform(X_train), y_train)
print("accuracy", model.score(scaler.transform(X_test), y_test))
joblib.dump({"scaler": scaler, "model": model}, "loans.joblib")
```

The pipeline takes its scaler along.

```python good
import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

loans = pd.read_csv("loans.csv")
X_train, X_test, y_train, y_test = train_test_split(loans[["income", "age"]], loans["repaid"], random_state=0)
model = make_pipeline(StandardScaler(), LogisticRegression()).fit(X_train, y_train)
print("accuracy", model.score(X_test, y_test))
joblib.dump(model, "loans.joblib")
```

The numbers of the scaler are written to a file of their own.

```python good
import json

import joblib
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.preprocessing import StandardScaler

homes = pd.read_csv("homes.csv")
scaler = StandardScaler().fit(homes[["area", "rooms"]])
model = Ridge().fit(scaler.transform(homes[["area", "rooms"]]), homes["price"])
joblib.dump(model, "homes.joblib")
with open("scaler.json", "w") as file:
    json.dump({"mean": scaler.mean_.tolist(), "scale": scaler.scale_.tolist()}, file)
```

## Better

Fit a pipeline of all steps and save that, or put all that was fitted into one file. Layers for preparation inside of a
Keras network are saved with it.

## References

- https://scikit-learn.org/stable/model_persistence.html
- https://scikit-learn.org/stable/common_pitfalls.html#inconsistent-preprocessing
"""

from collections.abc import Iterator

from heldout.rule import MODEL_ROLES, Event, Finding, Fit, Rule, Save, Trace


class SaveWithoutPreprocessing(Rule):
    code = "HLD231"
    level = "warning"
    confidence = "likely"
    bias = "none"
    needs = ("sklearn", "keras", "tensorflow", "torch", "xgboost", "lightgbm", "catboost", "category_encoders")

    def check(self, trace: Trace) -> Iterator[Finding]:
        saves = [save for save in trace.of(Save) if not save.inside]
        if not saves or not trace.is_program or trace.trainings.saves_unseen:
            return
        kept = {id(learner) for save in saves for learner in save.learners}
        told = set()
        for save in saves:
            if save.automatic or save.place in told or trace.trainings.loads_after(save):
                continue
            missing = [fit for fit in _prepared_by(save) if id(fit.learner) not in kept]
            if missing:
                told.add(save.place)
                names = " and ".join(dict.fromkeys(f"`{fit.written or fit.model}`" for fit in missing))
                yield self.finding(
                    save,
                    f"a model leaves with `{save.function}`, and {names}, which made its features, is saved nowhere",
                    [(fit, "what is not saved is fitted here") for fit in missing],
                )


def _prepared_by(save: Save) -> list[Fit]:
    """The fits of the steps that made the features of the models that are saved, the first one of each step."""
    found: dict[int, Fit] = {}
    for model in save.fits:
        if model.role not in MODEL_ROLES:
            continue
        for step in sorted(model.data.learned, key=_number):
            if (
                isinstance(step, Fit)
                and step.role == "transformer"
                and step.method != "adapt"
                and step.purpose != "select"
            ):
                found.setdefault(id(step.learner), step)
    return list(found.values())


def _number(event: Event) -> int:
    return event.index
