"""Tells from a customer's calls whether the contract will be renewed; every step is in one pipeline."""

import pandas as pd
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

calls = pd.read_csv("calls.csv")
y = calls.pop("renewed")
X_train, X_test, y_train, y_test = train_test_split(calls, y, test_size=0.2, stratify=y, random_state=14)

model = make_pipeline(
    SimpleImputer(), StandardScaler(), SelectKBest(f_classif, k=10), LogisticRegression(max_iter=1000)
)
model.fit(X_train, y_train)
print(classification_report(y_test, model.predict(X_test)))
