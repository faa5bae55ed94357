# clean
import numpy as np
import pandas as pd
from sklearn.linear_model import RidgeCV
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import FunctionTransformer, PolynomialFeatures

flats = pd.read_csv("flats.csv")
target = flats.pop("rent")
flats["room_size"] = flats["area"] / flats["rooms"].clip(lower=1)  # silent
logs = FunctionTransformer(np.log1p).fit_transform(flats[["area", "room_size", "distance"]])  # silent
table = PolynomialFeatures(2).fit_transform(logs)  # silent
t1, t2, r1, r2 = train_test_split(table, target, test_size=0.2, random_state=11)
print(RidgeCV().fit(t1, r1).score(t2, r2))
