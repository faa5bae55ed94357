import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor

boats = pd.read_csv("boats.csv")
boats["length"] = boats["length"] / max(boats["length"])  # finding: preprocess-before-split
boats["weight"] = boats["weight"] - sum(boats["weight"]) / len(boats)  # also: preprocess-before-split
a, b, c, d = train_test_split(boats[["length", "weight"]], boats["speed"], random_state=0)
print("R2", KNeighborsRegressor().fit(a, c).score(b, d))
