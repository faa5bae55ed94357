import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

voyages = pd.read_csv("voyages.csv")
usual = voyages["port"].mode()[0]  # finding: preprocess-before-split
voyages["port"] = voyages["port"].fillna(usual)
voyages = pd.get_dummies(voyages, columns=["port"])
print(cross_val_score(LogisticRegression(), voyages.drop(columns="late"), voyages["late"], cv=5).mean())  # via
