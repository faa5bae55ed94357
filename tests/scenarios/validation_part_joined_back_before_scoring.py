# clean
import numpy as np
import pandas as pd
from sklearn.linear_model import PoissonRegressor
from sklearn.metrics import mean_poisson_deviance
from sklearn.model_selection import train_test_split

crash = pd.read_csv("crashes.csv")
xa, xt, ca, ct = train_test_split(crash[["speed", "lanes"]].to_numpy(), crash["count"].to_numpy(), random_state=5)
xa, xv, ca, cv = train_test_split(xa, ca, random_state=5)
losses = {a: mean_poisson_deviance(cv, PoissonRegressor(alpha=a).fit(xa, ca).predict(xv)) for a in (0.1, 1.0, 10.0)}
best = min(losses, key=losses.get)
glm = PoissonRegressor(alpha=best).fit(np.vstack([xa, xv]), np.concatenate([ca, cv]))  # silent
print("deviance", mean_poisson_deviance(ct, glm.predict(xt)))
