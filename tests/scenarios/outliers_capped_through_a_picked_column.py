import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

cars = pd.read_csv("cars.csv")
low, high = np.percentile(cars["mileage"], [1, 99])  # finding: preprocess-before-split
cars["mileage"].loc[cars["mileage"] < low] = low
cars["mileage"].loc[cars["mileage"] > high] = high
inputs = cars.drop(columns="sold")
print(cross_val_score(LogisticRegression(), inputs, cars["sold"], cv=5).mean())  # via
