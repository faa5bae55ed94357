import numpy as np
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import train_test_split

trees = pd.read_csv("trees.csv")
a, b, c, d = train_test_split(trees.drop(columns="sick").values, trees["sick"].values, random_state=0)
model = GradientBoostingClassifier(random_state=0).fit(np.r_[a, b], np.r_[c, d])  # finding: fit-on-evaluated-rows
print("accuracy", model.score(b, d))
