from collections.abc import Callable

import pytest

from heldout.events import Choose, Fit, Score
from heldout.rows import NO, meets
from heldout.trace import Trace

Read = Callable[[str], Trace]
KERAS = """
import keras, numpy as np
from keras import layers
X, y, V, v = (np.load(name) for name in ("X.npy", "y.npy", "V.npy", "v.npy"))
m = keras.Sequential([layers.Dense(1)])
best = keras.callbacks.ModelCheckpoint("best.h5", save_best_only=True)
"""


def fits_of(trace: Trace, method: str = "fit") -> list[Fit]:
    """The fits by one method."""
    return [fit for fit in trace.of(Fit) if fit.method == method]


def test_rows_set_aside_by_a_share(read: Read) -> None:
    """`validation_split` sets rows of the fit aside: it learns from the others, and watches these."""
    (fit,) = fits_of(read(KERAS + "m.fit(X, y, validation_split=0.2)"))
    assert fit.validation is not None
    assert meets(fit.rows, fit.validation.rows) == NO
    assert fit.target is not None
    assert str(fit.target.rows).endswith("train")
    assert fit.given is fit.rows.parent


@pytest.mark.parametrize("arguments", ["validation_split=0.0", "validation_split=0.2, validation_data=(V, v)"])
def test_no_rows_set_aside(read: Read, arguments: str) -> None:
    """No share, or rows of their own to watch, leave all rows to the fit."""
    (fit,) = fits_of(read(KERAS + f"m.fit(X, y, {arguments})"))
    assert fit.given is fit.rows


def test_arguments_by_position(read: Read) -> None:
    """Callbacks and rows to watch count where they are given by position too."""
    stop = "keras.callbacks.EarlyStopping()"
    (fit,) = fits_of(read(KERAS + f"m.fit(X, y, 32, 9, 1, [{stop}], 0.0, (V, v))"))
    assert fit.validation is not None
    assert fit.watchers == ("EarlyStopping",)


@pytest.mark.parametrize(
    ("after", "watchers"),
    [
        ("", ()),
        ("m.load_weights('best.h5')", ("ModelCheckpoint",)),
        ("m = keras.models.load_model('best.h5')", ("ModelCheckpoint",)),
        ("m.save_weights('last.h5'); m.load_weights('last.h5')", ()),
        ("m.load_weights(find(folder))", ("ModelCheckpoint",)),
    ],
)
def test_best_state_taken_back(read: Read, after: str, watchers: tuple[str, ...]) -> None:
    """A checkpoint of the best state chooses where that state is taken back, and not before."""
    (fit,) = fits_of(read(KERAS + f"m.fit(X, y, validation_data=(V, v), callbacks=[best])\n{after}"))
    assert fit.watchers == watchers


def test_best_state_of_training(read: Read) -> None:
    """A checkpoint that looks at the training rows chooses by nothing that is watched."""
    program = KERAS.replace("save_best_only", "monitor='loss', save_best_only")
    (fit,) = fits_of(read(program + "m.fit(X, y, validation_data=(V, v), callbacks=[best])\nm.load_weights('best.h5')"))
    assert fit.watchers == ()


def test_layers_between_inputs_and_outputs(read: Read) -> None:
    """What a layer has learned goes with the symbols of a network to the fit of that network."""
    program = """
inputs = keras.Input(shape=(3,))
scaled = layers.Normalization()
scaled.adapt(X)
hidden = layers.Dense(3)(scaled(inputs))
whole = keras.Model(inputs, layers.Dense(1)(hidden))
whole.fit(X, y)
"""
    (fit,) = fits_of(read(KERAS + program))
    assert [event.function for event in fit.data.learned] == ["Normalization.adapt"]  # type: ignore[attr-defined]


def test_training_by_gradients(read: Read) -> None:
    """A network learns from the rows whose loss gave the gradients that an optimizer applies."""
    program = """
import tensorflow as tf
optimizer = keras.optimizers.Adam()
accuracy = keras.metrics.BinaryAccuracy()
with tf.GradientTape() as tape:
    loss = keras.losses.MeanSquaredError()(y, m(X))
gradients = tape.gradient(loss, m.trainable_weights)
optimizer.apply_gradients(zip(gradients, m.trainable_weights))
accuracy.update_state(v, m(V))
print(accuracy.result())
"""
    trace = read(KERAS + program)
    (fit,) = trace.of(Fit)
    assert str(fit.rows) == "load@4"
    scores = [score for score in trace.of(Score) if not score.implied]
    assert [score.reported for score in scores] == [True]
    assert scores[0].fits == (fit,)


def test_best_epoch_of_a_curve(read: Read) -> None:
    """The best of a curve of training is a choice among epochs by the rows that were watched."""
    trace = read(KERAS + "h = m.fit(X, y, validation_data=(V, v))\nprint(max(h.history['val_accuracy']))")
    (choice,) = trace.of(Choose)
    assert choice.what == "best-of"


def test_fit_knows_what_its_rows_are_sorted_by(read: Callable[[str], Trace]) -> None:
    """The column that a table was sorted by is known at the fit, until the rows are mixed."""
    text = "import pandas as pd\nfrom keras import Sequential\ndf = pd.read_csv('a.csv').sort_values('kind')\n"
    text += "m = Sequential()\nm.fit(df[['a', 'b']], df['kind'])\nmixed = df.sample(frac=1, random_state=0)\n"
    text += "m.fit(mixed[['a', 'b']], mixed['kind'])"
    assert [fit.data.sorted_by for fit in read(text).of(Fit)] == ["kind", ""]
