# clean
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

toys = pd.read_csv("toys.csv")
rest, b, s_rest, sb = train_test_split(toys[["price", "age_limit"]], toys["sold"], random_state=0)
a, v, sa, sv = train_test_split(rest, s_rest, random_state=0)
best_depth, best_score = None, 0.0
for depth in range(1, 20):
    tree = DecisionTreeClassifier(max_depth=depth).fit(a, sa)
    score = accuracy_score(sv, tree.predict(v))  # silent
    if score > best_score:  # silent
        best_depth, best_score = depth, score
final = DecisionTreeClassifier(max_depth=best_depth).fit(rest, s_rest)
print("test accuracy", final.score(b, sb))
