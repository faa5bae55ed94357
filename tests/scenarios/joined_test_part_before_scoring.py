import numpy as np
import pandas as pd
from sklearn.linear_model import PoissonRegressor
from sklearn.metrics import mean_poisson_deviance
from sklearn.model_selection import train_test_split

crash = pd.read_csv("crashes.csv")
xa, xb, ca, cb = train_test_split(crash[["speed", "lanes"]].to_numpy(), crash["count"].to_numpy(), random_state=5)  # via
glm = PoissonRegressor().fit(xa, ca)
glm.fit(np.vstack([xa, xb]), np.concatenate([ca, cb]))  # finding: fit-on-evaluated-rows
print("deviance", mean_poisson_deviance(cb, glm.predict(xb)))  # via  # also: fit-on-evaluated-rows
