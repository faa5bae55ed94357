import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

soil = pd.read_csv("soil.csv").select_dtypes("number")
harvest = soil.pop("harvest")
strength = soil.corrwith(harvest).abs()  # finding: select-before-split
chosen = strength[strength > 0.3].index.tolist()  # also: select-before-split
soil_a, soil_b, h_a, h_b = train_test_split(soil[chosen], harvest, test_size=0.2, random_state=9)  # via
print(LinearRegression().fit(soil_a, h_a).score(soil_b, h_b))  # via
