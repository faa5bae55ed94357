import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_squared_error

tides = pd.read_csv("tides.csv")
moon, height = tides[["phase", "distance"]], tides["height"]
model = RandomForestRegressor(random_state=0)
model.fit(moon, height)  # via
rmse = np.sqrt(mean_squared_error(height, model.predict(moon)))  # finding: no-held-out-rows or scored-on-training-rows
print(f"Model performance: RMSE = {rmse:.2f}")
