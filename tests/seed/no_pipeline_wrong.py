"""Tells from a customer's calls whether the contract will be renewed; every step is done by hand."""

import pandas as pd
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

calls = pd.read_csv("calls.csv")
y = calls.pop("renewed")
X_train, X_test, y_train, y_test = train_test_split(calls, y, test_size=0.2, stratify=y, random_state=14)

imputer = SimpleImputer()
filled = imputer.fit_transform(X_train)
scaler = StandardScaler()
scaled = scaler.fit_transform(filled)
selector = SelectKBest(f_classif, k=10)
selected = selector.fit_transform(scaled, y_train)

model = LogisticRegression(max_iter=1000)
model.fit(selected, y_train)  # finding: sklearn-no-pipeline

prepared = selector.transform(scaler.transform(imputer.transform(X_test)))
print(classification_report(y_test, model.predict(prepared)))
