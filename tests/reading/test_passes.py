from collections.abc import Callable

import pytest

from heldout.alignment import Unpaired
from heldout.trace import Trace

Read = Callable[[str], Trace]

KERAS = """
import numpy as np, pandas as pd, tensorflow as tf
from sklearn.metrics import accuracy_score
from tensorflow.keras.models import load_model
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.utils import image_dataset_from_directory
model = load_model("m.keras")
images = ImageDataGenerator(rescale=1 / 255)
(x, y), (x_test, y_test) = tf.keras.datasets.mnist.load_data()
frame = pd.read_csv("files.csv")
"""
TORCH = """
import numpy as np, torch
from sklearn.metrics import accuracy_score
from torch.utils.data import DataLoader
from torchvision.datasets import MNIST
rows = MNIST("digits", train=False)
model = torch.nn.Linear(784, 10)
def answers(loader):
    found = []
    for x, _ in loader:
        found.append(model(x).argmax(1).cpu().numpy())
    return np.concatenate(found)
def labels(loader):
    found = []
    for _, y in loader:
        found.extend(y.numpy())
    return np.array(found)
"""


def unpaired(trace: Trace) -> list[Unpaired]:
    """The figures that compare two orders."""
    return list(trace.alignment.unpaired(trace.scores))


@pytest.mark.parametrize(
    "given",
    [
        "gen = images.flow_from_directory('a'); truth = gen.classes",
        "gen = images.flow_from_directory('a', shuffle=True, seed=1); gen.reset(); truth = gen.labels",
        "gen = images.flow_from_dataframe(frame, x_col='file', y_col='kind'); truth = frame['kind']",
        "gen = images.flow(x_test, y_test, 32, True); truth = y_test",
        "gen = image_dataset_from_directory('a'); truth = np.concatenate([y for _, y in gen])",
        (
            "gen = image_dataset_from_directory('a', subset='validation', validation_split=0.1, seed=1)\n"
            "gen = gen.map(lambda x, y: (x / 255, y)).prefetch(2); truth = np.concatenate([y for _, y in gen], axis=0)"
        ),
        "gen = tf.data.Dataset.from_tensor_slices((x_test, y_test)).shuffle(99).batch(8); truth = y_test",
    ],
)
def test_answers_of_a_pass_are_apart_from_labels_in_another_order(read: Read, given: str) -> None:
    """What Keras predicts for rows in a new order is apart from labels that are kept beside them or read by another pass."""
    (found,) = unpaired(read(f"{KERAS}\n{given}\nprint(accuracy_score(truth, model.predict(gen).argmax(1)))"))
    assert found.ours is not None
    assert not found.trained


@pytest.mark.parametrize(
    "given",
    [
        "gen = images.flow_from_directory('a', shuffle=False); truth = gen.classes",
        "gen = images.flow_from_directory('a', shuffle=mixed); truth = gen.classes",
        "gen = images.flow_from_directory('a', **options); truth = gen.classes",
        "gen = images.flow_from_directory('a'); gen.shuffle = False; truth = gen.classes",
        "gen = images.flow_from_directory('a'); truth = gen.classes[gen.index_array]",
        "gen = images.flow(x_test, y_test, 32, False); truth = y_test",
        "gen = image_dataset_from_directory('a', shuffle=False); truth = np.concatenate([y for _, y in gen])",
        "gen = image_dataset_from_directory('a').cache(); truth = np.concatenate([y for _, y in gen])",
        "gen = tf.data.Dataset.from_tensor_slices((x_test, y_test)).batch(8); truth = y_test",
        (
            "gen = tf.data.Dataset.from_tensor_slices((x_test, y_test)).shuffle(9, reshuffle_each_iteration=False).batch(8)\n"
            "truth = np.concatenate([y for _, y in gen])"
        ),
    ],
)
def test_rows_in_an_order_that_lasts_are_together(read: Read, given: str) -> None:
    """Rows that are not shuffled at each pass, or perhaps not, are in the order of their labels."""
    assert not unpaired(read(f"{KERAS}\n{given}\nprint(accuracy_score(truth, model.predict(gen).argmax(1)))"))


@pytest.mark.parametrize(
    ("figure", "apart"),
    [
        ("accuracy_score(labels(loader), answers(loader))", True),
        ("accuracy_score(rows.targets, answers(loader))", True),
        ("accuracy_score(loader.dataset.targets, answers(loader))", True),
        ("accuracy_score(labels(plain), answers(plain))", False),
        ("accuracy_score(plain.dataset.targets, answers(plain))", False),
    ],
)
def test_loaders_of_torch_have_an_order_for_each_pass(read: Read, figure: str, apart: bool) -> None:
    """Two passes over a loader that shuffles are apart, and each from the data set; those over another one are not."""
    loaders = "loader, plain = DataLoader(rows, 9, shuffle=True), DataLoader(rows, 9)"
    assert bool(unpaired(read(f"{TORCH}\n{loaders}\nprint({figure})"))) is apart


@pytest.mark.parametrize(
    "gathered",
    [
        "a.append(model(x).argmax(1).numpy()); b.append(y.numpy())",
        "a.extend(model(x).argmax(1).numpy()); b.extend(y.numpy())",
        "a += model(x).argmax(1).tolist(); b += y.tolist()",
    ],
)
def test_what_several_passes_gather_together_is_in_no_known_order(read: Read, gathered: str) -> None:
    """Lists that are filled in one loop, pass after pass, are not compared crosswise."""
    trace = read(
        f"""{TORCH}
a, b = [], []
for epoch in range(3):
    for x, y in DataLoader(rows, 9, shuffle=True):
        {gathered}
    print(accuracy_score(b, a))
print(accuracy_score(np.concatenate(b), np.concatenate(a)))
"""
    )
    assert len(trace.scores) > 1
    assert not unpaired(trace)


def test_generators_that_train_too_are_told(read: Read) -> None:
    """Whether training rows come from the same generator is known, as their order is better left alone."""
    (found,) = unpaired(
        read(
            f"""{KERAS}
gen = images.flow_from_directory("a")
model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
model.fit(gen)
print(accuracy_score(gen.classes, model.predict(gen)))
"""
        )
    )
    assert found.trained


@pytest.mark.parametrize(("seed", "apart"), [("", True), (", seed=3", False)])
def test_two_generators_of_one_seed_begin_alike(read: Read, seed: str, apart: bool) -> None:
    """The first passes over two data sets that are shuffled with a seed are not told apart, and without one they are."""
    trace = read(
        f"""{KERAS}
def made():
    return image_dataset_from_directory("a", batch_size=9{seed})
print(accuracy_score(np.concatenate([y for _, y in made()]), model.predict(made())))
"""
    )
    assert bool(unpaired(trace)) is apart


@pytest.mark.parametrize(("seed", "apart"), [("torch.manual_seed(1)", False), ("torch.manual_seed(2)", True)])
def test_passes_after_the_same_seed_are_alike(read: Read, seed: str, apart: bool) -> None:
    """A loader of torch that is gone through again after the same seed gives the same order."""
    trace = read(
        f"""{TORCH}
loader = DataLoader(rows, 9, shuffle=True)
torch.manual_seed(1)
given = answers(loader)
{seed}
print(accuracy_score(labels(loader), given))
"""
    )
    assert bool(unpaired(trace)) is apart


@pytest.mark.parametrize(
    "told",
    ["given.loc[frame.index]", "given.sort_index()", "given.sample(frac=1, random_state=0)"],
)
def test_answers_that_are_put_into_another_order_are_in_none_that_is_known(read: Read, told: str) -> None:
    """Predictions that were ordered anew since they were made are not taken for those of the pass."""
    trace = read(
        f"""{KERAS}
gen = images.flow_from_dataframe(frame, x_col="file", y_col="kind")
given = pd.Series(model.predict(gen).argmax(1), index=gen.index_array)
print(accuracy_score(frame["kind"], {told}))
"""
    )
    assert trace.scores
    assert not unpaired(trace)


@pytest.mark.parametrize(
    ("given", "truth", "apart"),
    [
        ("X.sample(frac=1)", "y", True),
        ("shuffle(X, random_state=0)", "y", True),
        ("X.sample(frac=1, random_state=0)", "y.sample(frac=1, random_state=0)", False),
        ("X", "y", False),
    ],
)
def test_features_that_are_shuffled_alone_are_apart_from_their_labels(
    read: Read, given: str, truth: str, apart: bool
) -> None:
    """Rows that are shuffled before they are predicted are apart from labels that keep their order, not from labels that
    are shuffled likewise."""
    trace = read(
        f"""{KERAS}
from sklearn.utils import shuffle
X, y = frame[["a", "b"]], frame["kind"]
print(accuracy_score({truth}, model.predict({given})))
"""
    )
    assert bool(unpaired(trace)) is apart
