"""A classifier of Keras is compiled with a loss and no metric.

## Why it matters

A cross entropy of 0.43 tells nobody how many answers are right. It can rise while accuracy does, and two models compare
by it only on the same classes. Without `metrics`, training and `evaluate` report nothing else.

```python bad
import pandas as pd
from keras import Sequential, layers

patients = pd.read_csv("patients.csv")
network = Sequential([layers.Dense(32, activation="relu"), layers.Dense(1, activation="sigmoid")])
network.compile(optimizer="adam", loss="binary_crossentropy")  # finding
network.fit(patients.drop(columns="ill"), patients["ill"], epochs=10, validation_split=0.2)  # via
```

```python good
import pandas as pd
from keras import Sequential, layers

patients = pd.read_csv("patients.csv")
network = Sequential([layers.Dense(32, activation="relu"), layers.Dense(1, activation="sigmoid")])
network.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC", "Recall"])
network.fit(patients.drop(columns="ill"), patients["ill"], epochs=10, validation_split=0.2)
```

The program scores the predictions itself.

```python good
import pandas as pd
from keras import Sequential, layers
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

known, held_out = train_test_split(pd.read_csv("patients.csv"), random_state=0)
network = Sequential([layers.Dense(32, activation="relu"), layers.Dense(1, activation="sigmoid")])
network.compile(optimizer="adam", loss="binary_crossentropy")
network.fit(known.drop(columns="ill"), known["ill"], epochs=10)
print(roc_auc_score(held_out["ill"], network.predict(held_out.drop(columns="ill"))))
```

The loss of a regression is a figure by itself.

```python good
import pandas as pd
from keras import Sequential, layers

houses = pd.read_csv("houses.csv")
network = Sequential([layers.Dense(32, activation="relu"), layers.Dense(1)])
network.compile(optimizer="adam", loss="mean_absolute_error")
network.fit(houses.drop(columns="price"), houses["price"], epochs=10, validation_split=0.2)
```

## Better

Name the figures that matter: `metrics=["accuracy"]` for balanced classes, `"AUC"`, `"Precision"` and `"Recall"` for rare
ones.

## References

- https://keras.io/api/metrics/
"""

from collections.abc import Iterator

from heldout.rule import Call, Compile, Finding, Rule, Trace, loss_of, outputs_of

_GIVEN = ("metrics", "weighted_metrics")


class KerasCompileWithoutMetrics(Rule):
    code = "HLD431"
    level = "advice"
    needs = ("keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program:
            return
        judged = {score.learner for score in trace.scores if score.function.rpartition(".")[2] != "evaluate"}
        fits = {fit.receiver: fit for fit in trace.calls("fit", "fit_generator")}
        for compiled in trace.of(Compile):
            fit = fits.get(compiled.learner)
            if fit is None or compiled.learner in judged or not _is_classifier(compiled) or _copies(fit):
                continue
            if not any(compiled.call.value(name) for name in _GIVEN):
                yield self.finding(
                    compiled,
                    f"`{compiled.written or 'the network'}` is compiled without metrics: its training reports a loss "
                    "and not how many answers are right",
                    [(fit, "it is trained here")],
                )
                return


def _is_classifier(compiled: Compile) -> bool:
    """Whether a network tells classes apart, one answer for a row: others are trained by a cross entropy as well."""
    loss, outputs = loss_of(compiled.call), outputs_of(compiled.layers)
    if loss is None or outputs is None or not any(layer.kind == "Dense" for layer in compiled.layers[-2:]):
        return False
    return loss.kind != "binary" or outputs.units == 1


def _copies(fit: Call) -> bool:
    """Whether a network learns to give back what it is given."""
    features, target = fit.given("x"), fit.given("y")
    return features is not None and target is not None and features.thing is target.thing
