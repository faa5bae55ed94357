import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold, cross_val_score

diamonds = pd.read_csv("diamonds.csv")
diamonds["log_price"] = np.log(diamonds["price"])
stones = diamonds.select_dtypes("number").drop(columns=["log_price"])  # also: target-source-among-features
folds = KFold(5, shuffle=True, random_state=0)
print(cross_val_score(Ridge(), stones, diamonds["log_price"], cv=folds))  # finding: target-source-among-features
