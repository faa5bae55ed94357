"""A function that becomes a graph makes a new variable each time it is called.

## Why it matters

`tf.function` runs the Python code of a function when it makes the graph, twice at the first call, and allows variables
to be made only once. A function that makes one unconditionally, by itself or in a layer, raises a ValueError when it is
called. Without the decorator it would run, and start from fresh weights each time.

```python bad
import tensorflow as tf


@tf.function
def smoothed(loss):
    mean = tf.Variable(0.0)  # finding
    mean.assign(0.9 * mean + 0.1 * loss)
    return mean
```

A layer that is made inside has weights, too.

```python bad
import tensorflow as tf


@tf.function
def head(features):
    return tf.keras.layers.Dense(10)(features)  # finding
```

The variable is made beside the function, and kept.

```python good
import tensorflow as tf

mean = tf.Variable(0.0)


@tf.function
def smoothed(loss):
    mean.assign(0.9 * mean + 0.1 * loss)
    return mean
```

It is made by the first call alone.

```python good
import tensorflow as tf


class Smoothed(tf.Module):
    def __init__(self):
        self.mean = None

    @tf.function
    def __call__(self, loss):
        if self.mean is None:
            self.mean = tf.Variable(0.0)
        self.mean.assign(0.9 * self.mean + 0.1 * loss)
        return self.mean
```

## Better

Make variables and layers once, in `__init__` or at the top of the module, and use them in the function.

## References

- https://www.tensorflow.org/guide/function
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace, Traced


class TfVariableInFunction(Rule):
    code = "HLD605"
    level = "error"
    needs = ("tensorflow",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        for traced in trace.of(Traced):
            for odd in traced.oddities:
                if odd.kind == "variable":
                    yield self.finding(
                        odd.place,
                        f"`{odd.what}` makes new weights in every call of `{traced.function}`, which `tf.function` "
                        "allows only once: the call raises a ValueError",
                    )
