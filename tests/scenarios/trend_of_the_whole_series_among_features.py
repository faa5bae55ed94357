import pandas as pd
from sklearn.linear_model import LinearRegression
from statsmodels.tsa.seasonal import seasonal_decompose

gas = pd.read_csv("gas.csv", index_col="month", parse_dates=True).sort_index()
parts = seasonal_decompose(gas["use"], period=12)  # finding: future-value-as-feature or preprocess-before-split
gas["trend"], gas["season"] = parts.trend, parts.seasonal  # also: future-value-as-feature or preprocess-before-split
gas = gas.dropna()
past, future = gas[:-24], gas[-24:]
line = LinearRegression().fit(past[["trend", "season"]], past["use"])  # also: future-value-as-feature or preprocess-before-split
print(line.score(future[["trend", "season"]], future["use"]))  # via
