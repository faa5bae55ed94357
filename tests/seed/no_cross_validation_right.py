"""Which of three models tells breast tumours apart best?  Ten folds, five times over, decide."""

from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import RepeatedStratifiedKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

X, y = load_breast_cancer(return_X_y=True)
folds = RepeatedStratifiedKFold(n_splits=10, n_repeats=5, random_state=3)

models = {
    "logistic": make_pipeline(StandardScaler(), LogisticRegression()),
    "kernel": make_pipeline(StandardScaler(), SVC()),
    "tree": DecisionTreeClassifier(max_depth=5, random_state=3),
}
for name, model in models.items():
    scores = cross_val_score(model, X, y, cv=folds, scoring="f1")
    print(f"{name}: F1 {scores.mean():.3f} with a spread of {scores.std():.3f}")
