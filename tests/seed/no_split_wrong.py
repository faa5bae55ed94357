"""Guesses the age of a bridge's asphalt from a core sample."""

import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error, r2_score

cores = pd.read_csv("cores.csv").dropna()
features = cores.drop(columns=["age", "bridge"])
age = cores["age"]
print(len(cores), "cores of", cores["bridge"].nunique(), "bridges")

forest = RandomForestRegressor(n_estimators=300, min_samples_leaf=2, random_state=8)
forest.fit(features, age)

predicted = forest.predict(features)
print("mean absolute error", mean_absolute_error(age, predicted))  # finding: no-held-out-rows or scored-on-training-rows
print("R2", r2_score(age, predicted))

importance = pd.Series(forest.feature_importances_, index=features.columns)
print(importance.sort_values(ascending=False).head(10))
