"""Chooses how strongly to hold back a model of bicycle traffic; there is only a training and a test part."""

import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

traffic = pd.read_csv("traffic.csv").dropna()
traffic = traffic[traffic["counter"] == "bridge"]
print(traffic.describe())
print(len(traffic), "hours")

X, y = traffic[["temperature", "rain", "wind", "hour"]], traffic["bicycles"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=19)

for alpha in (0.01, 0.1, 1.0, 10.0, 100.0):
    model = make_pipeline(StandardScaler(), Ridge(alpha=alpha))
    model.fit(X_train, y_train)
    print(alpha, model.score(X_test, y_test))  # finding: compared-on-test-rows or no-validation-rows
