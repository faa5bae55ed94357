"""What the pages of rules claim of Keras and TensorFlow holds in the installed ones."""

import os

import numpy as np
import pytest

pytestmark = pytest.mark.filterwarnings("ignore")

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")
tensorflow = pytest.importorskip("tensorflow")
keras = pytest.importorskip("keras")

ROWS = np.linspace(-1, 1, 64, dtype="float32").reshape(-1, 1)


def small() -> "keras.Model":
    """A network of one unit."""
    keras.utils.set_random_seed(0)
    return keras.Sequential([keras.layers.Input((1,)), keras.layers.Dense(1)])


def test_early_stopping_leaves_the_last_weights() -> None:
    """Without ``restore_best_weights`` the network keeps the weights of its last epoch."""

    class Worse(keras.callbacks.Callback):
        def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
            self.model.layers[-1].bias.assign([float(epoch)])
            assert logs is not None
            logs["val_loss"] = float(epoch)

    biases = []
    for restore in (False, True):
        model = small()
        model.compile("sgd", "mse")
        stop = keras.callbacks.EarlyStopping(patience=2, restore_best_weights=restore)
        model.fit(ROWS, ROWS, validation_data=(ROWS, ROWS), epochs=9, verbose=0, callbacks=[Worse(), stop])
        biases.append(float(model.layers[-1].bias.numpy()[0]))
    assert biases == [2.0, 0.0]


def test_frozen_after_compile_is_heeded_only_by_compiling() -> None:
    """A step trains what was trainable when the network was compiled."""
    model = small()
    model.compile("sgd", "mse")
    model.train_on_batch(ROWS, ROWS + 1)
    model.layers[-1].trainable = False
    model.compile("sgd", "mse")
    before = model.layers[-1].kernel.numpy().copy()
    model.fit(ROWS, ROWS + 1, verbose=0)
    np.testing.assert_array_equal(before, model.layers[-1].kernel.numpy())


def test_validation_split_takes_the_tail() -> None:
    """``validation_split`` sets the last rows aside, in the order they are given."""
    seen: list[float] = []

    class Watch(keras.layers.Layer):
        def call(self, inputs: "tensorflow.Tensor", training: bool = False) -> "tensorflow.Tensor":
            if training:
                seen.extend(np.ravel(inputs))
            return inputs

    model = keras.Sequential([keras.layers.Input((1,)), Watch(), keras.layers.Dense(1)])
    model.compile("sgd", "mse", run_eagerly=True)
    model.fit(ROWS, ROWS, validation_split=0.25, verbose=0)
    assert max(seen) < ROWS[48:].min()


def test_reshuffled_stream_mixes_what_take_and_skip_part() -> None:
    """Of a stream that is shuffled anew at each pass, ``take`` and ``skip`` share elements."""
    stream = tensorflow.data.Dataset.range(100).shuffle(100, seed=1)
    taken = {int(number) for number in stream.take(50)}
    rest = {int(number) for number in stream.skip(50)}
    assert taken & rest
    fixed = tensorflow.data.Dataset.range(100).shuffle(100, seed=1, reshuffle_each_iteration=False)
    assert not {int(number) for number in fixed.take(50)} & {int(number) for number in fixed.skip(50)}


def test_shuffling_batches_keeps_neighbours_together() -> None:
    """A shuffle after ``batch`` mixes the batches and leaves the rows within each as they were."""
    stream = tensorflow.data.Dataset.range(20).batch(5).shuffle(4, seed=2)
    for batch in stream:
        numbers = batch.numpy()
        np.testing.assert_array_equal(numbers, np.arange(numbers[0], numbers[0] + 5))


def test_logits_and_shares_are_different_losses() -> None:
    """The same outputs give another loss when they are taken for logits."""
    shares = np.array([[0.7, 0.2, 0.1]], dtype="float32")
    right = keras.losses.SparseCategoricalCrossentropy()(np.array([0]), shares)
    wrong = keras.losses.SparseCategoricalCrossentropy(from_logits=True)(np.array([0]), shares)
    assert float(right) == pytest.approx(-np.log(0.7), rel=1e-4)
    assert float(wrong) > 2 * float(right)


def test_side_effects_happen_once() -> None:
    """Python inside a ``tf.function`` runs when it is traced, not at each call."""
    noted: list[int] = []

    @tensorflow.function
    def step(value: "tensorflow.Tensor") -> "tensorflow.Tensor":
        noted.append(1)
        return value + 1

    for _ in range(3):
        step(tensorflow.constant(1.0))
    assert len(noted) == 1


def test_softmax_over_one_unit_is_always_one() -> None:
    """A single unit with softmax answers 1 whatever it is asked."""
    layer = keras.layers.Dense(1, activation="softmax")
    np.testing.assert_allclose(layer(ROWS).numpy(), np.ones((64, 1)), rtol=1e-6)
