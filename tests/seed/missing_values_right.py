"""Predicts how long a patient stays on a ward, from the form filled in at the desk."""

import numpy as np
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

stays = pd.read_csv("stays.csv", na_values=["?", "unknown"])
print(stays.isna().sum())
X = stays[["age", "weight", "pulse", "temperature"]]
y = np.log1p(stays["days"])
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=21)

model = make_pipeline(SimpleImputer(strategy="median", add_indicator=True), StandardScaler(), Ridge(alpha=1.0))
model.fit(X_train, y_train)
print("R2", model.score(X_test, y_test))

weights = pd.Series(model[-1].coef_)
print(weights)
