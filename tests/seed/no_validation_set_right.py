"""Chooses how strongly to hold back a model of bicycle traffic, by rows of its own."""

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
X_train, X_rest, y_train, y_rest = train_test_split(X, y, test_size=0.4, random_state=19)
X_val, X_test, y_val, y_test = train_test_split(X_rest, y_rest, test_size=0.5, random_state=19)

scores = {}
for alpha in (0.01, 0.1, 1.0, 10.0, 100.0):
    model = make_pipeline(StandardScaler(), Ridge(alpha=alpha))
    model.fit(X_train, y_train)
    scores[alpha] = model.score(X_val, y_val)

chosen = max(scores, key=scores.get)
model = make_pipeline(StandardScaler(), Ridge(alpha=chosen)).fit(X_train, y_train)
print("R2", model.score(X_test, y_test))
