import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error

rents = pd.read_csv("rents.csv")
inputs = ["area", "rooms"]
line = LinearRegression().fit(rents[inputs], rents["rent"])  # via
rents["guess"] = line.predict(rents[inputs])
print("MAE", mean_absolute_error(rents["rent"], rents["guess"]))  # finding: scored-on-training-rows
