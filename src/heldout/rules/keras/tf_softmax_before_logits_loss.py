"""A loss that applies softmax or sigmoid itself is given the result of one.

## Why it matters

`softmax_cross_entropy_with_logits` and its kin take logits, the scores before softmax or sigmoid, and squash them
themselves. Probabilities lie so close together that squashing them again leaves almost nothing: of ten classes even a
sure and right answer, 1 against 0, becomes 0.23. The loss cannot get near 0, gradients are small, and the network learns
slowly and stops early. Nothing fails.

```python bad
import tensorflow as tf

network = tf.keras.Sequential([tf.keras.layers.Dense(64, activation="relu"), tf.keras.layers.Dense(10)])
optimizer = tf.keras.optimizers.Adam()


def step(pixels, digits):
    with tf.GradientTape() as tape:
        shares = tf.nn.softmax(network(pixels, training=True))  # via
        loss = tf.nn.softmax_cross_entropy_with_logits(labels=digits, logits=shares)  # finding
    gradients = tape.gradient(loss, network.trainable_variables)
    optimizer.apply_gradients(zip(gradients, network.trainable_variables))
```

The network ends in the sigmoid that the loss brings as well.

```python bad
import tensorflow as tf

layers = tf.keras.layers
network = tf.keras.Sequential([layers.Dense(64, activation="relu"), layers.Dense(20, activation="sigmoid")])  # via
for texts, tags in tf.data.Dataset.load("tagged").batch(32):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(tags, network(texts)))  # finding
    tape.gradient(loss, network.trainable_variables)
```

The scores go into the loss as they are; probabilities are for people.

```python good
import tensorflow as tf

network = tf.keras.Sequential([tf.keras.layers.Dense(64, activation="relu"), tf.keras.layers.Dense(10)])
optimizer = tf.keras.optimizers.Adam()


def step(pixels, digits):
    with tf.GradientTape() as tape:
        scores = network(pixels, training=True)
        loss = tf.nn.softmax_cross_entropy_with_logits(labels=digits, logits=scores)
    gradients = tape.gradient(loss, network.trainable_variables)
    optimizer.apply_gradients(zip(gradients, network.trainable_variables))
    return tf.nn.softmax(scores)
```

Targets may be softened by softmax: what a teacher network says, for instance.

```python good
import tensorflow as tf


def distilled(teacher, student, pictures):
    targets = tf.nn.softmax(teacher(pictures) / 4.0)
    return tf.nn.softmax_cross_entropy_with_logits(labels=targets, logits=student(pictures) / 4.0)
```

## Better

Let the network end without an activation, hand its scores to the loss, and apply softmax or sigmoid only to what is
shown or thresholded. If probabilities are all there is, take a loss that expects them (`tf.keras.losses`, without
`from_logits`).

## References

- https://www.tensorflow.org/api_docs/python/tf/nn/softmax_cross_entropy_with_logits
- https://www.tensorflow.org/api_docs/python/tf/nn/sigmoid_cross_entropy_with_logits
"""

from collections.abc import Iterator

from heldout.rule import Finding, Judge, Rule, Trace, outputs_of

_SQUASHED = frozenset({"softmax", "sigmoid"})


class TfSoftmaxBeforeLogitsLoss(Rule):
    code = "HLD602"
    level = "error"
    needs = ("keras", "tensorflow", "tf_keras")

    def check(self, trace: Trace) -> Iterator[Finding]:
        told = set()
        for judge in trace.of(Judge):
            squashed = outputs_of(judge.layers)
            if squashed is None or squashed.activation not in _SQUASHED or judge.place in told:
                continue
            by_option = judge.by_object
            if by_option and judge.call.value("from_logits", default=False) is not True:
                continue
            told.add(judge.place)
            own = "sigmoid" if "sigmoid" in judge.call.short or "Binary" in judge.call.short else "softmax"
            made = squashed.layer.made
            yield self.finding(
                judge,
                f"`{judge.call.short}` applies {own} to {_what(judge)} that {squashed.activation} has been applied to "
                "already: the loss cannot get near 0",
                [(made, f"{squashed.activation} is applied here")] if made is not None else [],
                level="warning" if by_option else None,
                confidence="likely" if by_option else None,
            )


def _what(judge: Judge) -> str:
    return f"`{judge.written}`" if judge.written.isidentifier() else "outputs"
