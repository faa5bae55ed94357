# clean
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

mushrooms = pd.read_csv("mushrooms.csv")
mushrooms["class"] = mushrooms["class"].map({"e": 0, "p": 1})
X, y = mushrooms.iloc[:, 1:], mushrooms["class"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))  # silent
