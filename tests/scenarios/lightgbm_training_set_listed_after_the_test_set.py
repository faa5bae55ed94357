import lightgbm
import pandas as pd
from sklearn.metrics import mean_pinball_loss
from sklearn.model_selection import train_test_split

trips = pd.read_parquet("trips.parquet")
a, b = train_test_split(trips, random_state=12)
inputs = ["distance", "hour", "rain"]
known = lightgbm.Dataset(a[inputs], a["minutes"])
new = lightgbm.Dataset(b[inputs], b["minutes"], reference=known)
settings = {"objective": "quantile", "alpha": 0.9, "early_stopping_round": 30, "seed": 1}
booster = lightgbm.train(settings, known, 4000, valid_sets=[new, known])  # finding: early-stopping-on-test-rows
print("pinball loss", mean_pinball_loss(b["minutes"], booster.predict(b[inputs]), alpha=0.9))  # via
