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

scaler = StandardScaler()
scaled = scaler.fit_transform(features)  # finding: preprocess-before-split

X_train, X_test, y_train, y_test = train_test_split(
    scaled, failed, test_size=0.25, stratify=failed, random_state=4
)
model = LogisticRegression(max_iter=500, class_weight="balanced")
model.fit(X_train, y_train)
print(classification_report(y_test, model.predict(X_test)))

joblib.dump({"scaler": scaler, "model": model}, "gearbox.joblib")
