import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

people = pd.read_csv("people.csv")
people["age_bin"] = pd.qcut(people["age"], q=5, labels=False)  # finding: preprocess-before-split
people = people.drop(columns=["age"])
label = people.pop("bought")
xa, xb, la, lb = train_test_split(people[["age_bin", "visits"]], label, random_state=2)  # via
tree = DecisionTreeClassifier(max_depth=4).fit(xa, la)
print("held-out accuracy", tree.score(xb, lb))  # via
