import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier


def parts(path):
    rows = pd.read_csv(path)
    return train_test_split(rows[["size", "weight"]], rows["ripe"], test_size=0.3)  # also: second-random-split


def train():
    a, _, ya, _ = parts("fruit.csv")  # via
    return DecisionTreeClassifier(max_depth=5).fit(a, ya)  # also: second-random-split or fit-on-evaluated-rows


def report(tree):
    _, b, _, yb = parts("fruit.csv")  # finding: second-random-split
    print("F1", f1_score(yb, tree.predict(b)))  # via  # also: second-random-split or fit-on-evaluated-rows


report(train())
