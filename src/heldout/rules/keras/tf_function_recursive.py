"""A function that becomes a graph calls itself.

## Why it matters

`tf.function` follows every branch that depends on a tensor when it makes the graph, and with it the call of the function
itself, without end: it raises an error at the first call. With plain numbers of Python it works, and makes a graph for
each depth. TensorFlow supports neither.

```python bad
import tensorflow as tf


@tf.function
def power(base, exponent):
    if exponent == 0:
        return tf.ones_like(base)
    return base * power(base, exponent - 1)  # finding
```

Two functions call each other.

```python bad
import tensorflow as tf


def halved(steps):
    return collatz(steps // 2)  # via


@tf.function
def collatz(steps):
    return halved(steps) if steps % 2 == 0 else steps  # finding
```

A loop needs no recursion.

```python good
import tensorflow as tf


@tf.function
def power(base, exponent):
    result = tf.ones_like(base)
    for _ in tf.range(exponent):
        result *= base
    return result
```

Another method of the same name is another function.

```python good
import tensorflow as tf


class Encoder(tf.Module):
    def __init__(self, inner):
        self.inner = inner

    @tf.function
    def encode(self, text):
        return self.inner.encode(text)
```

## Better

Write a loop over `tf.range` or `tf.while_loop`, or leave the function without `tf.function`.

## References

- https://www.tensorflow.org/guide/function
"""

from collections.abc import Iterator

from heldout.rule import Finding, Rule, Trace, Traced


class TfFunctionRecursive(Rule):
    code = "HLD608"
    level = "warning"
    confidence = "likely"
    needs = ("tensorflow",)

    def check(self, trace: Trace) -> Iterator[Finding]:
        for traced in trace.of(Traced):
            odd = next((odd for odd in traced.oddities if odd.kind == "recursion"), None)
            if odd is not None:
                yield self.finding(
                    odd.place,
                    f"`{odd.what}` calls itself while `tf.function` makes its graph: with a tensor that has no end",
                    [(odd.other, "this calls it again")] if odd.other is not None else [],
                )
