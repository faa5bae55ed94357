# clean
import pandas as pd
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

wine = load_wine()
table = pd.DataFrame(wine.data, columns=wine.feature_names)
table["grower"] = wine.target
X, y = table.iloc[:, :-1], table["grower"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))  # silent
