"""Sorts coffee beans into four grades by their measurements."""

import pandas as pd
from sklearn.metrics import classification_report
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC

beans = pd.read_csv("beans.csv").dropna()
X = beans[["weight_mg", "density", "moisture", "price_cents"]]
y = beans["grade"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, stratify=y, random_state=6)

for neighbours in (3, 7, 15):
    candidate = KNeighborsClassifier(n_neighbors=neighbours)
    print(neighbours, cross_val_score(candidate, X_train, y_train, cv=5, scoring="f1_macro").mean())  # finding: missing-feature-scaling

model = SVC(C=10)
model.fit(X_train, y_train)
print(classification_report(y_test, model.predict(X_test)))
