"""Predictions of shuffled rows are compared with labels that are in another order.

## Why it matters

A metric pairs predictions and labels by position. A generator or loader that shuffles gives its rows in another order at
each pass, and labels that are kept beside it, or read by a second pass, are in none of these orders: each prediction is
compared with the label of another row. Nothing fails, and the figure is that of guessing, however good the model is.

`flow_from_directory` shuffles if it is not told otherwise, and `classes` follows the files.

```python bad
from sklearn.metrics import classification_report
from tensorflow import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

network = keras.models.load_model("leaves.keras")
pictures = ImageDataGenerator(rescale=1 / 255).flow_from_directory("leaves/test", batch_size=32)  # via
answers = network.predict(pictures).argmax(axis=1)  # via
print(classification_report(pictures.classes, answers))  # finding
```

```python fixed
from sklearn.metrics import classification_report
from tensorflow import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

network = keras.models.load_model("leaves.keras")
pictures = ImageDataGenerator(rescale=1 / 255).flow_from_directory("leaves/test", batch_size=32, shuffle=False)
answers = network.predict(pictures).argmax(axis=1)
print(classification_report(pictures.classes, answers))
```

The labels are read by a second pass over the data set.

```python bad
import numpy as np
from sklearn.metrics import confusion_matrix
from tensorflow import keras

network = keras.models.load_model("leaves.keras")
pictures = keras.utils.image_dataset_from_directory("leaves/test")  # via
answers = network.predict(pictures).argmax(axis=1)  # via
kinds = np.concatenate([kind for picture, kind in pictures])  # via
print(confusion_matrix(kinds, answers))  # finding
```

The features alone are shuffled, and their labels keep the order of the table.

```python bad
import pandas as pd
from joblib import load
from sklearn.metrics import f1_score

leaves = pd.read_csv("leaves.csv")
features, kind = leaves[["length", "width"]], leaves["kind"]
features = features.sample(frac=1, random_state=0)  # via
print(f1_score(kind, load("leaves.joblib").predict(features), average="macro"))  # finding
```

Predictions and labels of one pass belong together, in whatever order it is.

```python good
import numpy as np
from sklearn.metrics import confusion_matrix
from tensorflow import keras

network = keras.models.load_model("leaves.keras")
kinds, answers = [], []
for picture, kind in keras.utils.image_dataset_from_directory("leaves/test", seed=1):
    kinds.append(kind)
    answers.append(network.predict(picture).argmax(axis=1))
print(confusion_matrix(np.concatenate(kinds), np.concatenate(answers)))
```

The network compares batch by batch itself.

```python good
from tensorflow import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

network = keras.models.load_model("leaves.keras")
print(network.evaluate(ImageDataGenerator(rescale=1 / 255).flow_from_directory("leaves/test")))
```

What was shuffled once stays so: the first pass is kept.

```python good
import numpy as np
from sklearn.metrics import confusion_matrix
from tensorflow import keras

network = keras.models.load_model("leaves.keras")
pictures = keras.utils.image_dataset_from_directory("leaves/test", seed=1).cache()
answers = network.predict(pictures).argmax(axis=1)
print(confusion_matrix(np.concatenate([kind for picture, kind in pictures]), answers))
```

## Better

Do not shuffle what judges (`shuffle=False`): no figure depends on the order. Or gather labels and predictions in one
loop. Resetting a generator does not bring its order back.

## References

- https://keras.io/api/data_loading/image/
- https://www.tensorflow.org/api_docs/python/tf/data/Dataset#shuffle
- https://docs.pytorch.org/docs/stable/data.html
"""

from collections.abc import Iterator

from heldout.rule import Event, Finding, Fix, Place, Reorder, Rule, Shuffling, Trace, Unpaired, with_argument

_FLOWS = frozenset({"flow", "flow_from_directory", "flow_from_dataframe", "DataLoader"})


class MetricOnShuffledPred(Rule):
    code = "HLD401"
    level = "error"
    bias = "pessimistic"
    needs = ("keras", "keras_preprocessing", "sklearn", "tensorflow", "tf_keras", "torch")

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for found in trace.alignment.unpaired(trace.scores):
            key = (found.shuffling.place, found.ours and found.ours.place, found.theirs and found.theirs.place)
            if key not in told:
                told.add(key)
                yield self._told(found)

    def _told(self, found: Unpaired) -> Finding:
        score, shuffling = found.score, found.shuffling
        if isinstance(shuffling, Reorder):
            return self.finding(
                score,
                f"`{score.function}` pairs predictions of rows that `{shuffling.function}` shuffles alone "
                "with labels in their former order: each is compared with that of another row",
                [(shuffling, "these rows are put into another order here, and their labels are not")],
            )
        whose, others = ("predictions", "labels") if found.ours else ("labels", "predictions")
        via: list[tuple[Event | Place, str]] = [(shuffling, "these rows come in a new order at each pass")]
        if found.ours and found.ours.place != score.place:
            via.append((found.ours, "the predictions are in the order of one pass"))
        if found.theirs and found.theirs.place != score.place:
            via.append((found.theirs, "the labels are in the order of " + ("another" if found.ours else "one pass")))
        other = "in the order of another pass" if found.ours and found.theirs else "in an order that lasts"
        return self.finding(
            score,
            f"`{score.function}` pairs {whose} of one pass over rows that `{shuffling.function}` shuffles "
            f"with {others} {other}: each is compared with that of another row",
            sorted(via, key=lambda step: step[0].index if isinstance(step[0], Event) else 0),
            fix=None if found.trained else _unshuffled(shuffling),
        )


def _unshuffled(shuffling: Shuffling) -> Fix | None:
    """``shuffle=False`` where the rows are given, if nothing else of the call hangs on it."""
    if shuffling.function not in _FLOWS or shuffling.last_argument is None:
        return None
    kept = with_argument(shuffling.place, "shuffle", "False", written=shuffling.given, last=shuffling.last_argument)
    return Fix("Keep the order of the rows", "unsafe", (kept,))
