"""Tell malignant tumours from benign ones, and report a score that nobody should believe.

Every line marked with `expect` lets the test rows take part in the training, or lets chance decide. The script runs
without a complaint and its scores look fine. `repaired_pipeline.py` does the same work honestly.
"""

from sklearn.datasets import load_breast_cancer
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, roc_auc_score
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.preprocessing import RobustScaler, StandardScaler

CANDIDATES = [0.001, 0.01, 0.1, 1.0, 10.0]


def load_measurements():
    """Thirty measurements of each tumour as a frame, and whether it is malignant."""
    tumours = load_breast_cancer(as_frame=True)
    return tumours.data, 1 - tumours.target


def choose_strength(X_train, y_train, X_test, y_test):
    """Keep the regularisation that does best, but on the rows that the report is about."""
    best_model, best_auc = None, 0.0
    for strength in CANDIDATES:
        model = LogisticRegression(C=strength, max_iter=2000)
        model.fit(X_train, y_train)
        auc = roc_auc_score(y_test, model.predict_proba(X_test)[:, 1])
        if auc > best_auc:
            best_model, best_auc = model, auc
    return best_model, best_auc


def main():
    """Print three figures; none of them is an estimate for new patients."""
    measurements, malignant = load_measurements()

    selector = SelectKBest(f_classif, k=12)
    selected = selector.fit_transform(measurements, malignant)
    folds = cross_val_score(LogisticRegression(max_iter=5000), selected, malignant, cv=5)
    print(f"accuracy over five folds: {folds.mean():.3f}")

    scaler = StandardScaler()
    scaled = scaler.fit_transform(measurements)
    X_train, X_test, y_train, y_test = train_test_split(scaled, malignant, test_size=0.25)

    robust = RobustScaler()
    X_train = robust.fit_transform(X_train)
    X_test = robust.fit_transform(X_test)

    model, auc = choose_strength(X_train, y_train, X_test, y_test)
    print(f"area under the curve: {auc:.3f}")
    print(f"accuracy on the test rows: {accuracy_score(y_test, model.predict(X_test)):.3f}")


if __name__ == "__main__":
    main()
