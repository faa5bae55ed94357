# clean
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

soil = pd.read_csv("soil.csv").select_dtypes("number")
harvest = soil.pop("harvest")
ranked = soil.corrwith(harvest).abs().sort_values(ascending=False)  # silent
print(ranked.head(10))
soil_a, soil_b, h_a, h_b = train_test_split(soil, harvest, test_size=0.2, random_state=9)
print(LinearRegression().fit(soil_a, h_a).score(soil_b, h_b))
