# clean
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import cross_val_score

tides = pd.read_csv("tides.csv")
moon, height = tides[["phase", "distance"]], tides["height"]
model = RandomForestRegressor(oob_score=True, random_state=0)
model.fit(moon, height)
print("out-of-bag R2", model.oob_score_)  # silent
print("folds R2", cross_val_score(model, moon, height, cv=5).mean())  # silent
