"""Predicts whether a wind turbine's gearbox fails within a month, from a week of its sensors."""

import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

turbines = pd.read_csv("turbines.csv")
failed = turbines["failed"]
features = turbines[["oil_temperature", "vibration", "load", "age_in_days"]]

X_train, X_test, y_train, y_test = train_test_split(
    features, failed, test_size=0.25, stratify=failed, random_state=4
)
scaler = StandardScaler()
X_train_scaled = scaler.fit_transform(X_train)
X_test_scaled = scaler.transform(X_test)

model = LogisticRegression(max_iter=500, class_weight="balanced")
model.fit(X_train_scaled, y_train)
print(classification_report(y_test, model.predict(X_test_scaled)))

joblib.dump({"scaler": scaler, "model": model}, "gearbox.joblib")
