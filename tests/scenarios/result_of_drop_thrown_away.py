import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

trees = pd.read_csv("trees.csv")
volume = trees["volume"]
trees.drop("volume", axis=1)  # also: target-among-features
big, small, vb, vs = train_test_split(trees, volume, random_state=0)  # also: target-among-features
line = LinearRegression().fit(big, vb)  # finding: target-among-features
print(line.score(small, vs))  # via
