# clean
import numpy as np
import pandas as pd
from sklearn.compose import TransformedTargetRegressor
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold, cross_val_score

diamonds = pd.read_csv("diamonds.csv")
diamonds["log_price"] = np.log(diamonds["price"])  # silent
stones = diamonds.select_dtypes("number").drop(columns=["log_price", "price"])
folds = KFold(5, shuffle=True, random_state=0)
print(cross_val_score(Ridge(), stones, diamonds["log_price"], cv=folds))  # silent
wrapped = TransformedTargetRegressor(Ridge(), func=np.log, inverse_func=np.exp)
print(cross_val_score(wrapped, stones, diamonds["price"], cv=folds))  # silent
