# clean
import lightgbm as lgb
import numpy as np
import pandas as pd

flow = pd.read_csv("river.csv")
draw = np.random.default_rng(0).permutation(len(flow))
upper, middle, lower = (flow.iloc[i] for i in np.split(draw, [int(0.6 * len(flow)), int(0.8 * len(flow))]))
cols = ["snow", "rain_before", "slope"]
d_train = lgb.Dataset(upper[cols], upper["flow"])
d_valid = lgb.Dataset(middle[cols], middle["flow"], reference=d_train)
booster = lgb.train({"objective": "regression", "metric": "l1"}, d_train, num_boost_round=3000,  # silent
                    valid_sets=[d_valid], callbacks=[lgb.early_stopping(100)])  # silent
guess = booster.predict(lower[cols], num_iteration=booster.best_iteration)
print("MAE", np.abs(guess - lower["flow"]).mean())
