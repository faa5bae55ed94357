"""Data sets that Keras and TensorFlow Datasets cut: named parts, ranges, windows, and the sides of folders."""

from collections.abc import Callable
from typing import Any

import pytest

from heldout.events import Split
from heldout.rows import LIKELY, MUST, NO, UNKNOWN, meets
from heldout.trace import Trace

See = Callable[[str, str], Any]
Read = Callable[[str], Trace]
BEFORE = """
import numpy as np
import tensorflow as tf
import tensorflow_datasets as tfds
from tensorflow import keras
from tensorflow.keras.preprocessing.sequence import TimeseriesGenerator
images = keras.utils.image_dataset_from_directory
n, m = int(0.7 * len(df)), int(0.1 * len(df))
"""


@pytest.mark.parametrize(
    ("expression", "rows"),
    [
        ("tfds.load('a', split='train')", "load@11 / train"),
        ("tfds.load('a', split=['train[:80%]', 'test'])[0]", "load@11 / train / [:80%]"),
        ("tfds.load('a', split='train+test')", "(load@11 / train + load@11 / test)"),
        ("tfds.load('a', split=tfds.Split.TEST)", "load@11 / test"),
        ("tfds.load('a')['test'].batch(2)", "load@11 / test"),
        ("tfds.load('a', with_info=True)[0]['train']", "load@11 / train"),
        ("tfds.as_numpy(tfds.load('a', split='test'))", "load@11 / test"),
        ("keras.utils.split_dataset(df, 0.8)[1]", "read_csv@1 / test"),
        ("TimeseriesGenerator(df[:9], df[:9]['y'], length=3)", "read_csv@1 / [:9]"),
        ("images('leaves')", "image_dataset_from_directory@11"),
        ("images('leaves/train', label_mode=None).map(f)", "image_dataset_from_directory@11 / train"),
        ("keras.utils.text_dataset_from_directory('a/test')", "text_dataset_from_directory@11 / test"),
    ],
)
def test_rows_of_data_sets(seen: See, expression: str, rows: str) -> None:
    """The parts, ranges and folders that a call asks for are the rows that it gives."""
    assert seen(BEFORE, expression).rows == rows


@pytest.mark.parametrize(
    ("one", "two", "answer"),
    [
        ("tfds.load('a', split='train')", "tfds.load('a', split='test')", NO),
        ("tfds.load('a', split='train')", "tfds.load('b', split='train')", NO),
        ("tfds.load('a', split='train[:80%]')", "tfds.load('a', split='train[80%:]')", NO),
        ("tfds.load('a', split='train[80%:90%]')", "tfds.load('a', split='train[90%:]')", NO),
        ("tfds.load('a', split='train[:80%]')", "tfds.load('a', split='train[70%:]')", MUST),
        ("tfds.load('a', split='train[:80%]')", "tfds.load('a', split='train[-20%:]')", NO),
        ("tfds.load('a', split='train[:9]')", "tfds.load('a', split=f'train[{n}:]')", UNKNOWN),
        ("tfds.load('a', split='train[:9]')", "tfds.load('a', split='train[1.2.3:]')", UNKNOWN),
        ("series(df, None, 3, end_index=n)", "series(df, None, 3, start_index=n, end_index=n + m)", NO),
        ("series(df[:-9], None, 3, end_index=n)", "df[n:]", NO),
        ("series(df, None, 3, start_index=n, end_index=n + m)", "series(df, None, 3, start_index=n + m)", NO),
        ("images('a/train')", "images('a/test')", NO),
        ("side('training', seed=1)", "side('validation', seed=1)", NO),
        ("side('training', seed=1)", "side('validation', seed=2)", LIKELY),
        ("side('training', shuffle=False)", "side('validation', shuffle=False)", NO),
        ("both[0]", "both[1]", NO),
        ("side('training', seed=1).take(9)", "images('a')", MUST),
        ("tables(df, 'a', subset='training')", "tables(df, 'a', subset='validation')", NO),
        ("tables(df[:9], 'a')", "tables(df[9:], 'a')", NO),
    ],
)
def test_rows_in_common(seen: See, one: str, two: str, answer: str) -> None:
    """Parts and ranges of one data set are apart; sides of a folder only if they are cut alike."""
    program = f"""{BEFORE}
series = keras.utils.timeseries_dataset_from_array
side = lambda subset, **options: images("a", validation_split=0.2, subset=subset, **options)
both = images("a", validation_split=0.2, subset="both", seed=3)
tables = keras.preprocessing.image.ImageDataGenerator(validation_split=0.2).flow_from_dataframe
"""
    left, right = seen(program, f"np.concatenate([{one}, {two}])").data.rows.members
    assert meets(left, right) == answer


def test_windows_carry_what_was_learned(seen: See) -> None:
    """Windows over scaled values carry what the scaler learned."""
    program = f"{BEFORE}\nfrom sklearn.preprocessing import StandardScaler\nscaled = StandardScaler().fit_transform(df)"
    windows = "keras.utils.timeseries_dataset_from_array(scaled, None, 3, end_index=n)"
    assert seen(program, windows).learned == ["StandardScaler.fit_transform"]


def test_halves_are_a_split(read: Read) -> None:
    """`split_dataset` parts rows in their order unless it is told to shuffle them."""
    trace = read("import keras, numpy as np\na, b = keras.utils.split_dataset(np.load('x.npy'), left_size=0.8)")
    (split,) = trace.of(Split)
    assert (split.function, split.shuffled, [part.role for part in split.parts]) == (
        "split_dataset",
        False,
        ["train", "test"],
    )
