# clean
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor

apples = pd.read_csv("apples.csv").sample(frac=1.0, random_state=3)  # silent
gap, rest = train_test_split(apples, test_size=0.3, random_state=3)
cols = ["weight", "colour"]
scores = []
for draw in range(50):
    boot = gap.sample(n=len(gap), replace=True, random_state=draw)  # silent
    scores.append(KNeighborsRegressor(3).fit(boot[cols], boot["sweetness"]).score(rest[cols], rest["sweetness"]))
print("R2:", np.mean(scores), "+/-", np.std(scores))
