"""Tell malignant tumours from benign ones, and report a score that new patients would confirm.

The twin of `leaking_pipeline.py`: the rows of the test are set aside first, whatever learns from rows sits inside the
pipeline, and the strength of the regularisation is chosen by folds of the training rows.
"""

from sklearn.datasets import load_breast_cancer
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, roc_auc_score
from sklearn.model_selection import GridSearchCV, StratifiedKFold, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import RobustScaler

CANDIDATES = [0.001, 0.01, 0.1, 1.0, 10.0]


def load_measurements():
    """Thirty measurements of each tumour as a frame, and whether it is malignant."""
    tumours = load_breast_cancer(as_frame=True)
    return tumours.data, 1 - tumours.target


def build_model():
    """The unfitted pipeline; each fit learns its columns and scales anew, from the rows of that fit alone."""
    return make_pipeline(
        RobustScaler(),
        SelectKBest(f_classif, k=12),
        LogisticRegression(max_iter=2000),
    )


def choose_strength(X_train, y_train):
    """Keep the regularisation that does best over folds of the training rows."""
    folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=7)
    search = GridSearchCV(build_model(), {"logisticregression__C": CANDIDATES}, cv=folds, scoring="roc_auc")
    return search.fit(X_train, y_train)


def main():
    """Print a score over folds of the training rows, and then one look at the rows that were set aside."""
    measurements, malignant = load_measurements()
    X_train, X_test, y_train, y_test = train_test_split(
        measurements, malignant, test_size=0.25, stratify=malignant, random_state=7
    )

    folds = cross_val_score(build_model(), X_train, y_train, cv=5)
    print(f"accuracy over five folds: {folds.mean():.3f}")

    search = choose_strength(X_train, y_train)
    probability = search.predict_proba(X_test)[:, 1]
    print(f"area under the curve: {roc_auc_score(y_test, probability):.3f}")
    print(f"accuracy on the test rows: {accuracy_score(y_test, search.predict(X_test)):.3f}")


if __name__ == "__main__":
    main()
