import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

air = pd.read_csv("air.csv", index_col="time", parse_dates=True)
air["smooth"] = air["ozone"].rolling(5, center=True).mean()  # finding: future-value-as-feature
air = air.dropna()
before, after = train_test_split(air, test_size=0.25, shuffle=False)
forest = RandomForestRegressor(random_state=0)
forest.fit(before[["smooth", "traffic"]], before["ozone"])  # also: future-value-as-feature
print("MAE", mean_absolute_error(after["ozone"], forest.predict(after[["smooth", "traffic"]])))  # via
