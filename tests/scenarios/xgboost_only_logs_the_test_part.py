# clean
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor

farm = pd.read_csv("farm.csv")
f_tr, f_te, m_tr, m_te = train_test_split(farm[["cows", "feed"]], farm["milk"], test_size=0.2, random_state=0)
xgb = XGBRegressor(n_estimators=150, max_depth=4)
xgb.fit(f_tr, m_tr, eval_set=[(f_tr, m_tr), (f_te, m_te)], verbose=False)  # silent
curve = xgb.evals_result()
plt.plot(curve["validation_1"]["rmse"])
plt.savefig("curve.png")
print("RMSE", mean_squared_error(m_te, xgb.predict(f_te)) ** 0.5)
