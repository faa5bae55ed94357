# clean
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, recall_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

iris = pd.read_csv("iris.csv")
a, b, c, d = train_test_split(iris.drop(columns="kind"), iris["kind"], random_state=0)
one = DecisionTreeClassifier(random_state=0).fit(a, c).predict(b)
two = RandomForestClassifier(random_state=0).fit(a, c).predict(b)
table = {"accuracy": (accuracy_score(d, one), accuracy_score(d, two)), "recall": (recall_score(d, one), recall_score(d, two))}
for name, (first, second) in table.items():
    winner = "forest" if second > first else "tree"
    print(f"{name} {first:.2f} {second:.2f} {winner}")  # silent
