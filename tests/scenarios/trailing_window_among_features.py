# clean
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

air = pd.read_csv("air.csv", index_col="time", parse_dates=True)
air["smooth"] = air["ozone"].shift(1).rolling(5).mean()  # silent
air["level"] = air["ozone"].shift(1).expanding().mean()  # silent
air = air.dropna()
before, after = train_test_split(air, test_size=0.25, shuffle=False)
forest = RandomForestRegressor(random_state=0)
forest.fit(before[["smooth", "level", "traffic"]], before["ozone"])  # silent
print("MAE", mean_absolute_error(after["ozone"], forest.predict(after[["smooth", "level", "traffic"]])))
