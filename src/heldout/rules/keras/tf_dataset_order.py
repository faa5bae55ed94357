"""The stages of a tf.data pipeline stand in an order in which one of them does not do its work.

## Why it matters

Each stage gets what the one before gives. After `batch`, `shuffle` mixes batches, and the same rows meet in the same
batch in every epoch. After a random change, `cache` keeps the first draw, so that every epoch sees the same pictures,
and augmentation ends there. A buffer of one row mixes nothing. Nothing fails; the model is a little worse.

```python bad
import numpy as np
import tensorflow as tf

signals, labels = np.load("signals.npy"), np.load("labels.npy")
train = tf.data.Dataset.from_tensor_slices((signals, labels))
train = train.batch(64).shuffle(1000).prefetch(2)  # finding # via
```

The random flip comes before `cache`.

```python bad
import tensorflow as tf

tf.random.set_seed(1)


def changed(picture):
    return tf.image.random_flip_left_right(picture)


leaves = tf.data.TFRecordDataset("leaves.tfrecord").shuffle(5000)
train = leaves.map(changed).cache().batch(32)  # finding # via
```

A buffer as large as a share of the rows, then batches; what costs time is cached, what draws comes after.

```python good
import tensorflow as tf

tf.random.set_seed(1)


def read(path):
    return tf.image.resize(tf.io.decode_jpeg(tf.io.read_file(path)), (96, 96))


def changed(picture):
    return tf.image.random_flip_left_right(picture)


leaves = tf.data.Dataset.list_files("leaves/*.jpg").map(read).cache()
train = leaves.shuffle(5000).map(changed).batch(32).prefetch(2)
```

The folder gives rows that it has shuffled; batches may be mixed on top of that.

```python good
from tensorflow import keras

birds = keras.utils.image_dataset_from_directory("birds/train", seed=1)
birds = birds.cache().shuffle(100).prefetch(2)
```

Batches are taken apart before.

```python good
import numpy as np
import tensorflow as tf

signals = tf.data.Dataset.from_tensor_slices(np.load("signals.npy")).batch(64)
train = signals.unbatch().shuffle(1000).batch(64)
```

## Better

`cache`, then `shuffle` with a large buffer, then random changes, then `batch`, then `prefetch`.

## References

- https://www.tensorflow.org/guide/data_performance
- https://www.tensorflow.org/api_docs/python/tf/data/Dataset
"""

from collections.abc import Iterator

from heldout.rule import Call, Finding, Rule, Stage, Trace

_APART = frozenset({"unbatch", "flat_map", "interleave", "rebatch"})


class TfDatasetOrder(Rule):
    code = "HLD604"
    level = "warning"
    needs = ("tensorflow", "keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for stage in trace.of(Stage):
            found = self._judged(stage)
            if found is not None and stage.place not in told:
                told.add(stage.place)
                yield found

    def _judged(self, stage: Stage) -> Finding | None:
        if stage.short == "shuffle":
            return self._shuffled(stage)
        if stage.short == "cache":
            drawn = next((one for one in reversed(stage.before) if isinstance(one, Stage) and one.random), None)
            if drawn is not None:
                text = "`cache` keeps the first draw of random changes: every epoch gets the same changed rows"
                return self.finding(stage, text, [(drawn, "these rows are changed at random")], confidence="likely")
        return None

    def _shuffled(self, stage: Stage) -> Finding | None:
        if stage.value("buffer_size") == 1:
            return self.finding(stage, "`shuffle` with a buffer of one row leaves the order as it is")
        batched = _last(stage, "batch")
        if batched is not None:
            text = "`shuffle` comes after `batch` and mixes whole batches: the same rows meet in each epoch"
            return self.finding(stage, text, [(batched, "rows are put into batches here")])
        repeated = _last(stage, "repeat")
        if repeated is not None:
            text = "`shuffle` comes after `repeat` and mixes rows of one epoch with those of the next"
            return self.finding(stage, text, [(repeated, "the rows are repeated here")], level="advice")
        return None


def _last(stage: Stage, name: str) -> Call | None:
    """The stage of a name, if the rows were not shuffled before it, nor taken out of batches after it."""
    found: Call | None = None
    for one in stage.before:
        if one.short == name and isinstance(one, Stage):
            found = found or one
        elif one.short in _APART:
            found = None
        elif found is None and (one.short == "shuffle" or not isinstance(one, Stage) and _mixes(one)):
            return None
    return found


def _mixes(source: Call) -> bool:
    """Whether a source of rows may have mixed them itself: folders and lists of files do."""
    return source.short.endswith("_from_directory") or source.short == "list_files"
