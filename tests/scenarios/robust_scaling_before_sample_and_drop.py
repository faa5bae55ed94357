import pandas as pd
from sklearn.linear_model import HuberRegressor
from sklearn.preprocessing import RobustScaler

meters = pd.read_csv("meters.csv")
cols = ["load", "voltage", "hour"]
meters[cols] = RobustScaler().fit_transform(meters[cols])  # finding: preprocess-before-split
base = meters.sample(frac=0.8, random_state=4)  # via
rest = meters.drop(base.index)
hub = HuberRegressor().fit(base[cols], base["bill"])
print("R^2 =", hub.score(rest[cols], rest["bill"]))  # via
