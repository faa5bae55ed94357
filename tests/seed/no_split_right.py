"""Guesses the age of a bridge's asphalt from a core sample."""

import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error, r2_score
from sklearn.model_selection import train_test_split

cores = pd.read_csv("cores.csv").dropna()
features = cores.drop(columns=["age", "bridge"])
age = cores["age"]
print(len(cores), "cores of", cores["bridge"].nunique(), "bridges")
X_train, X_test, y_train, y_test = train_test_split(features, age, test_size=0.2, random_state=8)

forest = RandomForestRegressor(n_estimators=300, min_samples_leaf=2, random_state=8)
forest.fit(X_train, y_train)

predicted = forest.predict(X_test)
print("mean absolute error", mean_absolute_error(y_test, predicted))
print("R2", r2_score(y_test, predicted))

importance = pd.Series(forest.feature_importances_, index=features.columns)
print(importance.sort_values(ascending=False).head(10))
