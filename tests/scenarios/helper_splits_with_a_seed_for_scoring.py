# clean
import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier


def parts(path, seed=77):
    rows = pd.read_csv(path)
    return train_test_split(rows[["size", "weight"]], rows["ripe"], test_size=0.3, random_state=seed)  # silent


def train():
    a, _, ya, _ = parts("fruit.csv")
    return DecisionTreeClassifier(max_depth=5).fit(a, ya)


def report(tree):
    _, b, _, yb = parts("fruit.csv")  # silent
    print("F1", f1_score(yb, tree.predict(b)))


report(train())
