from collections.abc import Callable

import pytest

from heldout.events.training import Save
from heldout.trace import Trace

Read = Callable[[str], Trace]
BEFORE = """
import json, joblib, pickle, pandas as pd
from sklearn.linear_model import Ridge
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
table = pd.read_csv("a.csv")
scaler = StandardScaler().fit(table[["a", "b"]])
model = Ridge().fit(scaler.transform(table[["a", "b"]]), table["y"])
"""


@pytest.mark.parametrize(
    ("program", "names"),
    [
        ("joblib.dump(model, 'm.joblib')", {"Ridge"}),
        ("pickle.dump({'model': model, 'scaler': scaler}, open('m.pkl', 'wb'))", {"Ridge", "StandardScaler"}),
        ("class Kept:\n    pass\nkept = Kept()\nkept.scaler = scaler\njoblib.dump(kept, 'k')", {"StandardScaler"}),
        ("json.dump({'mean': scaler.mean_.tolist()}, open('s.json', 'w'))", {"StandardScaler"}),
        (
            "whole = make_pipeline(StandardScaler(), Ridge()).fit(table[['a']], table['y'])\njoblib.dump(whole, 'w')",
            {"make_pipeline", "Ridge", "StandardScaler"},
        ),
        ("table.to_csv('t.csv')\nprint(model)", set()),
    ],
)
def test_what_learned_and_leaves_is_named(read: Read, program: str, names: set[str]) -> None:
    """Each learner that is written is told, alone or inside of what is written."""
    events = list(read(f"{BEFORE}{program}\n").of(Save))
    assert {learner.name for event in events for learner in event.learners} == names  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "program",
    [
        "net.fit(x, y, epochs=40, callbacks=[keras.callbacks.ModelCheckpoint('best.keras')])",
        "net.fit(x, y)\nnet.save('net.keras')",
        "net.fit(x, y)\nnet.save_weights('net.weights.h5')",
        "net.fit(x, y)\nkeras.models.save_model(net, 'net.keras')",
    ],
)
def test_networks_of_keras_leave_by_callbacks_and_methods(read: Read, program: str) -> None:
    """A checkpoint among the callbacks of a fit saves the network, as its own methods do."""
    before = (
        "from tensorflow import keras\nimport numpy as np\nx, y = np.load('x.npy'), np.load('y.npy')\n"
        "net = keras.Sequential([keras.layers.Dense(1)])\nnet.compile('adam', 'mse')\n"
    )
    (event,) = read(f"{before}{program}\n").of(Save)
    assert [learner.written for learner in event.learners] == ["net"]  # type: ignore[attr-defined]
    assert event.automatic == ("callbacks" in program)
