# clean
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import TimeSeriesSplit

stock = pd.read_csv("stock.csv", parse_dates=["date"]).set_index("date").sort_index()
for lag in (1, 2, 3, 5):
    stock[f"lag{lag}"] = stock["close"].shift(lag)  # silent
stock["week_mean"] = stock["close"].shift(1).rolling(5).mean()  # silent
stock = stock.dropna()
inputs = stock[["lag1", "lag2", "lag3", "lag5", "week_mean"]]
for earlier, later in TimeSeriesSplit(n_splits=5).split(inputs):  # silent
    forest = RandomForestRegressor().fit(inputs.iloc[earlier], stock["close"].iloc[earlier])
    print(forest.score(inputs.iloc[later], stock["close"].iloc[later]))
