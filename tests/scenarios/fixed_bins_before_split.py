# clean
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

people = pd.read_csv("people.csv")
people["age_bin"] = pd.cut(people["age"], bins=[0, 18, 30, 45, 65, 120], labels=False)  # silent
people["visits"] = people["visits"].clip(0, 50)  # silent
people = people[people["age"].between(0, 110)]  # silent
people = people.drop(columns=["age"])
label = people.pop("bought")
xa, xb, la, lb = train_test_split(people[["age_bin", "visits"]], label, random_state=2)
tree = DecisionTreeClassifier(max_depth=4).fit(xa, la)
print("held-out accuracy", tree.score(xb, lb))
