"""A function that becomes a graph reads a number of Python that changes between its calls.

## Why it matters

`tf.function` reads the numbers of Python when it makes the graph and writes them into it as constants. When the name is
bound to another number later, the graph keeps the first one, without a word: a weight that was to grow from epoch to
epoch stays at its first value.

```python bad
import tensorflow as tf

network = tf.keras.Sequential([tf.keras.layers.Dense(1)])
weight = 0.0


@tf.function
def loss_of(features, price):
    error = tf.reduce_mean((network(features) - price) ** 2)
    return error + weight * tf.add_n(network.losses)  # finding


houses = tf.data.Dataset.load("houses").batch(32)
for epoch in range(10):
    for features, price in houses:
        print(loss_of(features, price))
    weight += 0.1  # via
```

The number is handed in as a tensor.

```python good
import tensorflow as tf

network = tf.keras.Sequential([tf.keras.layers.Dense(1)])
weight = tf.constant(0.0)


@tf.function
def loss_of(features, price, weight):
    error = tf.reduce_mean((network(features) - price) ** 2)
    return error + weight * tf.add_n(network.losses)


houses = tf.data.Dataset.load("houses").batch(32)
for epoch in range(10):
    for features, price in houses:
        print(loss_of(features, price, weight))
    weight += 0.1
```

A setting that never changes may be read.

```python good
import tensorflow as tf

network = tf.keras.Sequential([tf.keras.layers.Dense(1)])
weight = 0.1


@tf.function
def loss_of(features, price):
    error = tf.reduce_mean((network(features) - price) ** 2)
    return error + weight * tf.add_n(network.losses)


for features, price in tf.data.Dataset.load("houses").batch(32):
    print(loss_of(features, price))
```

## Better

Keep what changes in a `tf.Variable` and `assign` to it, or hand it in as a tensor. A number that is handed in as it is
makes a new graph for each value.

## References

- https://www.tensorflow.org/guide/function
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace, Traced


class TfFunctionCapturesPythonState(Rule):
    code = "HLD607"
    level = "warning"
    confidence = "likely"
    needs = ("tensorflow",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        for traced in trace.of(Traced):
            for odd in traced.oddities:
                if odd.kind == "state" and odd.other is not None:
                    yield self.finding(
                        odd.place,
                        f"`tf.function` keeps the first value of `{odd.what}` in the graph of `{traced.function}`, and "
                        "it changes between the calls",
                        [(odd.other, "it gets another value here")],
                    )
