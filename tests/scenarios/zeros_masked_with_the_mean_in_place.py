import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

blood = pd.read_csv("blood.csv")
blood["Glucose"].mask(blood["Glucose"] == 0, blood["Glucose"].mean(), inplace=True)  # finding: preprocess-before-split
blood["Insulin"].replace(0, blood["Insulin"].median(), inplace=True)  # via
blood["Weight"].clip(upper=blood["Weight"].quantile(0.99), inplace=True)  # via
inputs = blood.drop(columns="Outcome")
print(cross_val_score(LogisticRegression(), inputs, blood["Outcome"], cv=5).mean())  # via
