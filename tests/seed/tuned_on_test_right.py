"""Chooses how deep a boosted model of rents may grow, and reports how good it is."""

import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

rents = pd.read_csv("rents.csv").dropna()
X, y = rents.drop(columns=["rent"]), rents["rent"]
X_rest, X_test, y_rest, y_test = train_test_split(X, y, test_size=0.2, random_state=10)
X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, test_size=0.25, random_state=10)

best_score, best_model = -1.0, None
for depth in (2, 3, 4, 6):
    for rate in (0.03, 0.1):
        model = GradientBoostingRegressor(max_depth=depth, learning_rate=rate, random_state=10)
        model.fit(X_train, y_train)
        score = r2_score(y_val, model.predict(X_val))
        if score > best_score:
            best_score, best_model = score, model

print("R2", r2_score(y_test, best_model.predict(X_test)))
print(best_model.get_params())
