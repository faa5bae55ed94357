import pandas as pd
from sklearn.ensemble import ExtraTreesRegressor
from sklearn.metrics import mean_absolute_error

fires = pd.read_csv("fires.csv")
past = fires[fires["year"] <= 2018]
present = fires[fires["year"] >= 2018]
cols = ["dryness", "wind"]
trees = ExtraTreesRegressor(random_state=0).fit(past[cols], past["area"])  # finding: fit-on-evaluated-rows
print("MAE", mean_absolute_error(present["area"], trees.predict(present[cols])))  # via  # also: fit-on-evaluated-rows
