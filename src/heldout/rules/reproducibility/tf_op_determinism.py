"""A seeded TensorFlow program trains without asking for deterministic operations.

## Why it matters

`tf.random.set_seed` fixes what is drawn. On a GPU, and in pipelines of `tf.data` that run in parallel, operations may
still add in another order in each run; the differences grow in training, and one seed gives several figures.

```python bad
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
heights, tides = np.load("heights.npy"), np.load("tides.npy")
network = tf.keras.Sequential([tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)])
network.compile("adam", "mse")
network.fit(heights, tides, epochs=5)  # finding
```

```python good
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
tf.config.experimental.enable_op_determinism()
heights, tides = np.load("heights.npy"), np.load("tides.npy")
network = tf.keras.Sequential([tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)])
network.compile("adam", "mse")
network.fit(heights, tides, epochs=5)
```

Nothing is seeded, so nobody asks for the same result again.

```python good
import numpy as np
import tensorflow as tf

heights, tides = np.load("heights.npy"), np.load("tides.npy")
network = tf.keras.Sequential([tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)])
network.compile("adam", "mse")
network.fit(heights, tides, epochs=5)
```

## Better

`tf.config.experimental.enable_op_determinism()` behind the seed, for runs that are to be compared exactly. It costs
speed; operations that have no deterministic form raise an error.

## References

- https://www.tensorflow.org/api_docs/python/tf/config/experimental/enable_op_determinism
"""

from collections.abc import Iterator

from heldout.rule import Draw, Finding, Fit, Rule, Seed, Trace


class TfOpDeterminism(Rule):
    code = "HLD709"
    level = "advice"
    bias = "unstable"
    needs = ("tensorflow",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        seeded = any("tensorflow" in seed.generators for seed in trace.of(Seed))
        if not trace.is_program or not seeded or "tensorflow" not in trace.imports:
            return
        drawn = (draw for draw in trace.of(Draw) if draw.weights and draw.generator == "tensorflow")
        weights = next(drawn, None)
        if weights is None or any(True for _ in trace.calls("enable_op_determinism", "enable_full_determinism")):
            return
        for fit in trace.of(Fit):
            if fit.index > weights.index and fit.role != "transformer" and fit.method.startswith(("fit", "train")):
                yield self.finding(
                    fit,
                    f"`{fit.written or fit.model}` is trained with operations that may differ from run to run, although "
                    "TensorFlow is seeded (`tf.config.experimental.enable_op_determinism`)",
                )
                return
