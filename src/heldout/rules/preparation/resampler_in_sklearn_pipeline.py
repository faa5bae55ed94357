"""A sampler of imbalanced-learn is a step of scikit-learn's own pipeline.

## Why it matters

A step of a scikit-learn `Pipeline` has to transform rows one for one; a sampler changes how many there are, and has no
`transform`. The program stops with a `TypeError` as soon as the pipeline is fitted, in a search perhaps after a while.
The pipeline of imbalanced-learn is the same and knows samplers: they work while it is fitted and rest when it predicts.

```python bad
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import Pipeline

cards = pd.read_csv("cards.csv")
steps = Pipeline([("more", SMOTE(random_state=0)), ("forest", RandomForestClassifier(random_state=0))])  # finding
print("F1", cross_val_score(steps, cards[["sum", "hour"]], cards["fraud"], scoring="f1").mean())
```

```python fixed
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score
from imblearn.pipeline import Pipeline

cards = pd.read_csv("cards.csv")
steps = Pipeline([("more", SMOTE(random_state=0)), ("forest", RandomForestClassifier(random_state=0))])
print("F1", cross_val_score(steps, cards[["sum", "hour"]], cards["fraud"], scoring="f1").mean())
```

The scaler is a proper step, the sampler behind it is not.

```python bad
import numpy as np
from imblearn.under_sampling import RandomUnderSampler
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC


def machine(seed):
    fewer = RandomUnderSampler(random_state=seed)
    return make_pipeline(StandardScaler(), fewer, SVC())  # finding


beats, irregular = np.load("beats.npy"), np.load("irregular.npy")
print("accuracy", machine(1).fit(beats[:900], irregular[:900]).score(beats[900:], irregular[900:]))
```

```python fixed
import numpy as np
from imblearn.under_sampling import RandomUnderSampler
from imblearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC


def machine(seed):
    fewer = RandomUnderSampler(random_state=seed)
    return make_pipeline(StandardScaler(), fewer, SVC())


beats, irregular = np.load("beats.npy"), np.load("irregular.npy")
print("accuracy", machine(1).fit(beats[:900], irregular[:900]).score(beats[900:], irregular[900:]))
```

The pipeline that knows samplers, beside the one that needs none.

```python good
import pandas as pd
from imblearn.over_sampling import SMOTE
from imblearn.pipeline import make_pipeline
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

cards = pd.read_csv("cards.csv")
scaled = Pipeline([("scale", StandardScaler()), ("model", LogisticRegression())])
model = make_pipeline(SMOTE(random_state=0), LogisticRegression())
for candidate in (scaled, model):
    candidate.fit(cards[["sum", "hour"]][:9000], cards["fraud"][:9000])
    print("accuracy", candidate.score(cards[["sum", "hour"]][9000:], cards["fraud"][9000:]))
```

Rows are sampled by hand, and the pipeline is fitted on what comes out.

```python good
import numpy as np
from imblearn.over_sampling import RandomOverSampler
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

beats, irregular = np.load("beats.npy"), np.load("irregular.npy")
more, labels = RandomOverSampler(random_state=0).fit_resample(beats[:900], irregular[:900])
machine = make_pipeline(StandardScaler(), SVC()).fit(more, labels)
print("accuracy", machine.score(beats[900:], irregular[900:]))
```

## Better

Import `Pipeline` or `make_pipeline` from `imblearn.pipeline`. A pipeline inside that one may stand in a
`ColumnTransformer` or come last, not among the first steps.

## References

- https://imbalanced-learn.org/stable/references/generated/imblearn.pipeline.Pipeline.html
"""

from collections.abc import Iterator

from heldout.rule import Assemble, Finding, Fix, Replacement, Rule, Trace


class ResamplerInSklearnPipeline(Rule):
    code = "HLD205"
    level = "error"
    bias = "none"
    needs = ("imblearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        made = list(trace.of(Assemble))
        # What takes the place of the import takes it for every pipeline of the program.
        mendable = not any(event.nested for event in made)
        for event in made:
            if not event.samplers or not event.function.startswith("sklearn.") or event.place in told:
                continue
            told.add(event.place)
            name = event.function.rpartition(".")[2]
            yield self.finding(
                event,
                f"`{name}` is scikit-learn's, which takes no sampler as a step: "
                f"fitting it stops with a TypeError at `{event.samplers[0]}`",
                fix=_import_instead(event) if mendable else None,
            )


def _import_instead(event: Assemble) -> Fix | None:
    """The other import, where the statement stands in this file and brings nothing else."""
    if event.imported is None or event.imported[0].path != event.place.path:
        return None
    place, names = event.imported
    return Fix(
        "Import it from imbalanced-learn", "unsafe", (Replacement(place, f"from imblearn.pipeline import {names}"),)
    )
