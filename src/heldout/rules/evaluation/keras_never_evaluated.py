"""A Keras model is trained, and nothing is ever asked of it.

## Why it matters

The loss on the training rows falls whether a network has learned the matter or the rows by heart. A program that fits and
ends has spent its time on a model of which nobody knows anything, and that is gone with the process.

```python bad
import pandas as pd
from keras import Sequential, layers

orders = pd.read_csv("orders.csv")
network = Sequential([layers.Dense(32, activation="relu"), layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
network.fit(orders.drop(columns="returned"), orders["returned"], epochs=10)  # finding
```

Rows that are held out are scored; or some are watched while it learns.

```python good
import pandas as pd
from keras import Sequential, layers
from sklearn.model_selection import train_test_split

known, held_out = train_test_split(pd.read_csv("orders.csv"), random_state=0)
network = Sequential([layers.Dense(32, activation="relu"), layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
network.fit(known.drop(columns="returned"), known["returned"], epochs=10)
print(network.evaluate(held_out.drop(columns="returned"), held_out["returned"]))
```

```python good
import pandas as pd
from keras import Sequential, layers

orders = pd.read_csv("orders.csv")
network = Sequential([layers.Dense(32, activation="relu"), layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
network.fit(orders.drop(columns="returned"), orders["returned"], epochs=10, validation_split=0.2)
```

It is saved, and judged elsewhere.

```python good
import pandas as pd
from keras import Sequential, layers

orders = pd.read_csv("orders.csv")
network = Sequential([layers.Dense(32, activation="relu"), layers.Dense(1, activation="sigmoid")])
network.compile("adam", "binary_crossentropy", metrics=["accuracy"])
network.fit(orders.drop(columns="returned"), orders["returned"], epochs=10)
network.save("returned.keras")
```

## Better

Set rows aside before anything is learned, and call `evaluate` on them at the end; watch others in `fit` by
`validation_split` or `validation_data`.

## References

- https://keras.io/guides/training_with_built_in_methods/
"""

from collections.abc import Iterator

from heldout.rule import Call, Compile, Finding, Fit, Predict, Rule, Score, Trace

_ASKS = frozenset(
    """evaluate evaluate_generator predict predict_classes predict_generator predict_on_batch test_on_batch predict_proba
    save save_weights save_model export to_json""".split()
)


class KerasNeverEvaluated(Rule):
    code = "HLD432"
    level = "advice"
    needs = ("keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        if not trace.is_program or trace.exhausted_at is not None or any(map(_asks, trace.of(Call))):
            return
        if any(True for _ in trace.of(Score, Predict)):
            return
        # Models with a training step of their own are often there for their parts: generators, encoders.
        plain = {event.learner for event in trace.of(Compile) if event.last is not None}
        fits = list(trace.of(Fit))
        if any(fit.validation is not None or fit.validation_split for fit in fits):
            return
        fitted = next((fit for fit in reversed(fits) if fit.learner in plain), None)
        if fitted is not None:
            yield self.finding(
                fitted,
                f"`{fitted.written or 'the network'}` is fitted and then neither evaluated nor used: nobody knows what "
                "it has learned",
            )


def _asks(call: Call) -> bool:
    """Whether something is asked of a network, or kept of it: also in ways that the program does not show."""
    watched = call.given("validation_data", "validation_split", "callbacks") is not None
    return call.short in _ASKS or watched or ".metrics." in call.function and call.root == "sklearn"
