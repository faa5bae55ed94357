import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

rocks = pd.read_csv("rocks.csv")
r1, r2, ore1, ore2 = train_test_split(rocks[["hardness", "density"]], rocks["ore"], random_state=0)
results = {}
for model in [LogisticRegression(), KNeighborsClassifier(1)]:
    model.fit(r1, ore1)  # via
    results[type(model).__name__] = model.score(r1, ore1)  # finding: scored-on-training-rows
print("accuracy:", results)
