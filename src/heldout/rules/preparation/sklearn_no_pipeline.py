"""Several fitted steps are led by hand past a model that could hold them.

## Why it matters

Each step is now written twice, once for the rows of the fit and once for the rows that are asked about, in an order that
nobody checks. A step forgotten on one side gives wrong answers without an error. Cross-validation and a search can only
be given rows that every step has seen already, and whoever saves the model must save each step beside it. Nothing is
wrong with the figures of a program that does all of it rightly: the work is what a pipeline takes over.

```python bad
import pandas as pd
from sklearn.feature_selection import SelectKBest, f_regression
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

wells = pd.read_csv("wells.csv")
depth = wells.pop("depth")
X_train, X_test, y_train, y_test = train_test_split(wells, depth, random_state=3)
imputer = SimpleImputer(strategy="median")
filled = imputer.fit_transform(X_train)  # via
selector = SelectKBest(f_regression, k=12)
chosen = selector.fit_transform(filled, y_train)  # via
ridge = Ridge().fit(chosen, y_train)  # finding
answers = ridge.predict(selector.transform(imputer.transform(X_test)))
print("MAE", mean_absolute_error(y_test, answers))
```

The pipeline leads the rows through every step, in one order, whenever it is fitted or asked.

```python good
import pandas as pd
from sklearn.feature_selection import SelectKBest, f_regression
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline

wells = pd.read_csv("wells.csv")
depth = wells.pop("depth")
X_train, X_test, y_train, y_test = train_test_split(wells, depth, random_state=3)
ridge = make_pipeline(SimpleImputer(strategy="median"), SelectKBest(f_regression, k=12), Ridge()).fit(X_train, y_train)
print("MAE", mean_absolute_error(y_test, ridge.predict(X_test)))
```

A single step is easily kept beside the model.

```python good
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.svm import LinearSVC

letters = pd.read_csv("letters.csv")
train, test = train_test_split(letters, random_state=3, stratify=letters["office"])
vectorizer = TfidfVectorizer(min_df=2)
model = LinearSVC().fit(vectorizer.fit_transform(train["text"]), train["office"])
print(classification_report(test["office"], model.predict(vectorizer.transform(test["text"]))))
```

## Better

`make_pipeline(step, step, model)`, with a `ColumnTransformer` as its first step where columns are prepared in different
ways. Give it the rows as they are, and hand it whole to `cross_val_score`, to a search, and to `joblib.dump`.

## References

- https://scikit-learn.org/stable/modules/compose.html#pipeline
- https://scikit-learn.org/stable/common_pitfalls.html#inconsistent-preprocessing
"""

from collections.abc import Hashable, Iterator

from heldout.rule import Call, Finding, Fit, Predict, Rule, Score, Trace, meets


class SklearnNoPipeline(Rule):
    code = "HLD216"
    level = "advice"
    needs = ("sklearn",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program:
            return
        theirs = {call.gives for call in trace.of(Call) if call.function.startswith("sklearn.")}
        for asked in trace.of(Score, Predict):
            if not isinstance(asked, Score | Predict) or isinstance(asked, Score) and (asked.folds or asked.progress):
                continue
            for fit in asked.fits:
                steps = _led_by_hand(fit, asked, theirs)
                if fit.role in ("predictor", "search") and fit.learner in theirs and len(steps) > 1:
                    yield self._told(fit, steps)
                    return

    def _told(self, fit: Fit, steps: list[Fit]) -> Finding:
        names = [f"`{step.written or step.model}`" for step in steps]
        several = f"{len(names)} steps" if len(names) > 3 else " and ".join((", ".join(names[:-1]), names[-1]))
        return self.finding(
            fit,
            f"{several} are fitted and applied by hand on both sides of `{fit.written or fit.model}`, "
            "which one pipeline could hold together with them",
            [(step, f"{name} is fitted here") for step, name in zip(steps, names, strict=True)],
        )


def _led_by_hand(fit: Fit, asked: Score | Predict, theirs: set[Hashable]) -> list[Fit]:
    """The fits of scikit-learn's transformers that the rows of a fit and other rows, asked about, both went through."""
    shared = fit.data.learned & asked.data.learned
    steps = {
        step.learner: step
        for step in sorted(shared, key=lambda event: event.index)
        if isinstance(step, Fit)
        and step.role == "transformer"
        and step.learner in theirs
        and meets(step.rows, asked.data.rows) == "no"
    }
    return list(steps.values())
