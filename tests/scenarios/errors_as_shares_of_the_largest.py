# clean
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

sea = pd.read_csv("sea.csv")
a, b, c, d = train_test_split(sea.drop(columns="salt").values, sea["salt"].values, random_state=0)
forest = RandomForestRegressor(random_state=0).fit(a, c)
errors = []
for number in range(b.shape[1]):
    mixed = b.copy()
    np.random.shuffle(mixed[:, number])
    errors.append(mean_squared_error(d, forest.predict(mixed)))
largest = np.max(errors)  # silent
print([error / largest for error in errors])
