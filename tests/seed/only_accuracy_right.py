"""Flags mammograms that a radiologist has to see again; one in thirty does."""

import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, average_precision_score, classification_report
from sklearn.model_selection import train_test_split

scans = pd.read_csv("scans.csv").dropna()
print(len(scans), "mammograms of", scans["clinic"].nunique(), "clinics")
y = scans["seen_again"]
X = scans.drop(columns=["seen_again", "scan", "clinic"])
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, stratify=y, random_state=16)

model = RandomForestClassifier(n_estimators=400, class_weight="balanced", random_state=16)
model.fit(X_train, y_train)
importance = pd.Series(model.feature_importances_, index=X.columns).sort_values()
print(importance.tail(10))

predicted = model.predict(X_test)
print("accuracy", accuracy_score(y_test, predicted))
print(classification_report(y_test, predicted))
print("average precision", average_precision_score(y_test, model.predict_proba(X_test)[:, 1]))
