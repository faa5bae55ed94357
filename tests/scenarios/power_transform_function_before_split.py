import pandas as pd
from sklearn.linear_model import RidgeCV
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import power_transform

flats = pd.read_csv("flats.csv")
target = flats.pop("rent")
table = pd.DataFrame(power_transform(flats[["area", "floor", "distance"]]), columns=["a", "f", "d"])  # finding: preprocess-before-split
t1, t2, r1, r2 = train_test_split(table, target, test_size=0.2, random_state=11)  # via
print(RidgeCV().fit(t1, r1).score(t2, r2))  # via
