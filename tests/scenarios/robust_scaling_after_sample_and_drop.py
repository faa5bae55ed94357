# clean
import pandas as pd
from sklearn.linear_model import HuberRegressor
from sklearn.preprocessing import RobustScaler

meters = pd.read_csv("meters.csv").dropna().drop_duplicates()  # silent
cols = ["load", "voltage", "hour"]
base = meters.sample(frac=0.8, random_state=4)
rest = meters.drop(base.index)
all_scaler = RobustScaler().fit(base[cols])  # silent
hub = HuberRegressor().fit(all_scaler.transform(base[cols]), base["bill"])
print("R^2 =", hub.score(all_scaler.transform(rest[cols]), rest["bill"]))
