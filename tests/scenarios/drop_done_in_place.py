# clean
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

trees = pd.read_csv("trees.csv")
volume = trees["volume"]
trees.drop("volume", axis=1, inplace=True)  # silent
big, small, vb, vs = train_test_split(trees, volume, random_state=0)
line = LinearRegression().fit(big, vb)  # silent
print(line.score(small, vs))
