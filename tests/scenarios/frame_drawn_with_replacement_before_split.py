import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor

apples = pd.read_csv("apples.csv")
bigger = apples.sample(n=5000, replace=True, random_state=3)  # finding: resample-before-split
gap, rest = train_test_split(bigger, test_size=0.8, random_state=3)  # via
cols = ["weight", "colour"]
knn = KNeighborsRegressor(1).fit(gap[cols], gap["sweetness"])
print("R2:", knn.score(rest[cols], rest["sweetness"]))  # via
