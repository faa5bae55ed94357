# clean
import pandas as pd
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor

energy = pd.read_csv("buildings.csv")
heating = energy.pop("heating_load")
design = energy.copy()
d_in, d_out, h_in, h_out = train_test_split(design, heating, test_size=0.2, random_state=0)
xgb = XGBRegressor().fit(d_in, h_in)  # silent
print(r2_score(h_out, xgb.predict(d_out)))
