import pytest

from heldout.naming import role, stem, unpacked_order, words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("X_train", ["x", "train"]),
        ("X_trainScaled", ["x", "train", "scaled"]),
        ("xtrain", ["x", "train"]),
        ("XTrain", ["x", "train"]),
        ("trainX", ["train", "x"]),
        ("train_data_2", ["train", "data", "2"]),
        ("features", ["features"]),
        ("y", ["y"]),
        ("", []),
    ],
)
def test_words(name: str, expected: list[str]) -> None:
    """A name is read word by word, however its words are joined."""
    assert words(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *((name, "train") for name in ("X_train", "train", "trainX", "df_training", "xtrain", "train_set")),
        *((name, "test") for name in ("X_test", "y_te", "holdout", "held_out", "testY", "Xtest", "test_df", "unseen")),
        *((name, "validation") for name in ("X_val", "dev", "valid_set", "Xval", "X_validation", "y_cv")),
        *((name, "validation") for name in ("train_val", "val_test")),
        *((name, "") for name in ("X", "df", "train_test", "X_train_test_val", "attribute", "value")),
    ],
)
def test_role(name: str, expected: str) -> None:
    """A name tells its role if one of its words does, and nothing if its words tell two."""
    assert role(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("X_train", "x"), ("y_test_scaled", "y_scaled"), ("train", ""), ("X", "x"), ("features_val", "features")],
)
def test_stem(name: str, expected: str) -> None:
    """What is being parted is the name without the words of its role."""
    assert stem(name) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("X_train", "X_test", "y_train", "y_test"), None),
        (("X_train", "X_val", "y_train", "y_val"), None),
        (("X_train", "y_train", "X_test", "y_test"), (0, 2, 1, 3)),
        (("X_test", "X_train", "y_test", "y_train"), (1, 0, 3, 2)),
        (("X_train", "X_test", "y_test", "y_train"), (0, 1, 3, 2)),
        (("X_train", "y_test", "y_train", "X_test"), (0, 3, 2, 1)),
        (("X_train", "y_train", "X_val", "y_val"), (0, 2, 1, 3)),
        (("train", "test"), None),
        (("test", "train"), None),
        (("a", "b", "c", "d"), None),
        (("X_train", "X_test", "y_train"), None),
        (("X_train", "", "y_train", "y_test"), None),
        (("X_train", "y_train", "X_new", "y_new"), None),
        (("X_train", "X_test", "y_train", "y_test", "w_train", "w_test"), None),
        (("X_train", "y_train", "w_train", "X_test", "y_test", "w_test"), (0, 2, 4, 1, 3, 5)),
    ],
)
def test_unpacked_order(names: tuple[str, ...], expected: tuple[int, ...] | None) -> None:
    """Names that show another order than train, test, train, test tell which result each of them means."""
    assert unpacked_order(names) == expected
