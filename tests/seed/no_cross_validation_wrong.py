"""Which of three models tells breast tumours apart best?  One split of 569 rows decides."""

from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, stratify=y, random_state=3)

models = {
    "logistic": make_pipeline(StandardScaler(), LogisticRegression()),
    "kernel": make_pipeline(StandardScaler(), SVC()),
    "tree": DecisionTreeClassifier(max_depth=5, random_state=3),
}
for name, model in models.items():
    model.fit(X_train, y_train)
    print(name, "F1", f1_score(y_test, model.predict(X_test)))  # finding: no-cross-validation
