"""A function that becomes a graph changes an object of Python, which the graph does not repeat.

## Why it matters

`tf.function` runs the Python code of a function when it makes the graph, once for each kind of arguments, and afterwards
runs the graph alone. What is appended to a list, counted in a number or put into a dict happens at the first call and
never again: the curve of losses has one point, and that is a symbol without a value. `print` prints once.

```python bad
import tensorflow as tf

network = tf.keras.Sequential([tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.Adam()
losses = []


@tf.function
def train_step(features, price):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((network(features) - price) ** 2)
    gradients = tape.gradient(loss, network.trainable_variables)
    optimizer.apply_gradients(zip(gradients, network.trainable_variables))
    losses.append(loss)  # finding
```

A counter of Python stays at one.

```python bad
import tensorflow as tf


class Trainer:
    def __init__(self, network):
        self.network = network
        self.steps = 0

    @tf.function
    def step(self, batch):
        self.steps += 1  # finding
        return self.network(batch)
```

The function gives the loss back, and its caller keeps it.

```python good
import tensorflow as tf

network = tf.keras.Sequential([tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.Adam()
losses = []


@tf.function
def train_step(features, price):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((network(features) - price) ** 2)
    gradients = tape.gradient(loss, network.trainable_variables)
    optimizer.apply_gradients(zip(gradients, network.trainable_variables))
    return loss


for features, price in tf.data.Dataset.load("houses").batch(32):
    losses.append(float(train_step(features, price)))
```

A list of the function's own may grow while the graph is made; what is printed tells of the making.

```python good
import tensorflow as tf


@tf.function
def unrolled(state, cells):
    print("tracing with", state.shape)
    states = []
    for cell in cells:
        state = cell(state)
        states.append(state)
    return tf.stack(states)
```

## Better

Return what the caller needs; count in a `tf.Variable` with `assign_add`; print with `tf.print`; sum up in a metric of
Keras.

## References

- https://www.tensorflow.org/guide/function
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace, Traced


class TfFunctionSideEffect(Rule):
    code = "HLD606"
    level = "warning"
    needs = ("tensorflow",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        for traced in trace.of(Traced):
            for odd in traced.oddities:
                if odd.kind == "effect":
                    yield self.finding(
                        odd.place,
                        f"`{odd.what}` changes only while `tf.function` makes the graph of `{traced.function}`, and "
                        "not at each call",
                    )
                elif odd.kind == "print":
                    yield self.finding(
                        odd.place,
                        f"`print` prints only while `tf.function` makes the graph of `{traced.function}`, and symbols "
                        "without values",
                        level="advice",
                    )
