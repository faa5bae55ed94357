"""What the pages of rules claim of scikit-learn holds in the installed one."""

import numpy as np
import pytest
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, precision_score, r2_score, roc_auc_score
from sklearn.model_selection import KFold, train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

X, Y = make_classification(n_samples=400, n_features=6, weights=[0.8], random_state=0)
TRAIN, TEST, Y_TRAIN, Y_TEST = train_test_split(X, Y, stratify=Y, random_state=0)


def test_metrics_that_care_which_argument_is_the_truth() -> None:
    """Precision and R2 change when truth and prediction change places; accuracy does not."""
    truth, guess = np.array([1, 1, 0, 0, 0, 0]), np.array([1, 0, 1, 1, 1, 0])
    assert precision_score(truth, guess) == pytest.approx(0.25)
    assert precision_score(guess, truth) == pytest.approx(0.5)
    assert accuracy_score(truth, guess) == accuracy_score(guess, truth)
    values, wide = np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 9.0])
    assert r2_score(values, wide) < 0 < r2_score(wide, values)


def test_ranking_needs_more_than_labels() -> None:
    """The area under the curve of labels is another figure than that of probabilities."""
    model = LogisticRegression().fit(TRAIN, Y_TRAIN)
    of_labels = roc_auc_score(Y_TEST, model.predict(TEST))
    assert of_labels < roc_auc_score(Y_TEST, model.predict_proba(TEST)[:, 1])


def test_micro_average_is_accuracy() -> None:
    """With one label a row, F1 averaged over all decisions is the accuracy."""
    truth, guess = np.array([0, 1, 2, 2, 1, 0]), np.array([0, 2, 2, 1, 1, 0])
    assert f1_score(truth, guess, average="micro") == pytest.approx(accuracy_score(truth, guess))


def test_scale_of_a_column_decides_for_a_kernel() -> None:
    """A support vector machine answers differently when one column is in other units, and not when all are scaled."""
    grams = TRAIN * np.array([1000, 1, 1, 1, 1, 1])
    raw, in_grams = SVC().fit(TRAIN, Y_TRAIN), SVC().fit(grams, Y_TRAIN)
    assert (raw.predict(TRAIN) != in_grams.predict(grams)).any()
    scaled = SVC().fit(StandardScaler().fit_transform(TRAIN), Y_TRAIN)
    both = SVC().fit(StandardScaler().fit_transform(grams), Y_TRAIN)
    np.testing.assert_array_equal(
        scaled.predict(StandardScaler().fit_transform(TRAIN)), both.predict(StandardScaler().fit_transform(grams))
    )


def test_estimators_refuse_missing_values() -> None:
    """A linear model raises an error on a missing value."""
    holes = TRAIN.copy()
    holes[0, 0] = np.nan
    with pytest.raises(ValueError, match="NaN"):
        LogisticRegression().fit(holes, Y_TRAIN)


def test_folds_in_order_take_no_seed() -> None:
    """Folds that are not shuffled refuse a seed, so that none is missing."""
    with pytest.raises(ValueError, match="random_state"):
        KFold(random_state=0)


def test_split_without_stratify_moves_the_shares() -> None:
    """Shares of a rare class differ between the parts of a plain split, and hardly in a stratified one."""
    rare = np.r_[np.ones(12), np.zeros(288)]
    plain = [train_test_split(rare, random_state=seed)[1].mean() for seed in range(20)]
    kept = [train_test_split(rare, stratify=rare, random_state=seed)[1].mean() for seed in range(20)]
    assert np.std(plain) > 5 * np.std(kept)
