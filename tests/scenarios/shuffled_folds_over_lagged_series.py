import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import KFold, cross_val_score

stock = pd.read_csv("stock.csv", parse_dates=["date"]).set_index("date").sort_index()
for lag in (1, 2, 3, 5):
    stock[f"lag{lag}"] = stock["close"].shift(lag)  # silent
stock["week_mean"] = stock["close"].shift(1).rolling(5).mean()  # silent
stock = stock.dropna()
inputs = stock[["lag1", "lag2", "lag3", "lag5", "week_mean"]]
folds = KFold(n_splits=5, shuffle=True, random_state=42)  # also: time-order-shuffled
print(cross_val_score(RandomForestRegressor(), inputs, stock["close"], cv=folds))  # finding: time-order-shuffled
